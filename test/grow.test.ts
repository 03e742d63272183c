// A record grown bit by bit is the record that is made at once, whatever the order and the grouping; and a newcomer costs what it touches.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {familyDocuments, familyNames} from '../script/cases/family-file.ts'
import {growRecord, type Steps} from '../src/link/grow.ts'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Judgement, RecordFile} from '../src/model/record.ts'
import {grow, read} from '../src/parley.ts'
import {generatedReports} from './generated-reports.ts'
import {report} from './reports.ts'
import {testPacks, testReader} from './support.ts'

const MADE = {version: '0', packs: [], models: []}

const withoutOrder = ({documents, ...rest}: RecordFile) => ({...rest, documents: [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))})

function grown(documents: readonly ReadDocument[], judgements: readonly Judgement[], seed: number): RecordFile {
  const growing = growRecord(testPacks(), MADE)
  const rest = shuffled(documents, seed)
  let state = seed
  let judged = false
  while (rest.length > 0) {
    state = (state * 48271) % 2147483647
    if (!judged && state % 3 === 0) {
      growing.judge(judgements)
      judged = true
    }
    growing.add(rest.splice(0, 1 + (state % 3)))
    if (state % 5 === 0) growing.record()
  }
  if (!judged) growing.judge(judgements)
  return growing.record()
}

function shuffled(documents: readonly ReadDocument[], seed: number): ReadDocument[] {
  const result = [...documents]
  let state = seed
  for (let i = result.length - 1; i > 0; i--) {
    state = (state * 48271) % 2147483647
    const j = state % (i + 1)
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

const line = (id: string, kind: Judgement['kind'], of: string[]): Judgement => ({
  id,
  by: 'person',
  who: 'desk',
  at: null,
  kind,
  of,
  field: null,
  value: null,
  verdict: 'applied',
  reason: null,
  rule: null,
  score: null,
  because: [],
})

/** Lines on some of what the record holds: claims joined and parted, one dismissed, documents parted, one line taken back. */
function linesOn(record: RecordFile): Judgement[] {
  const claims = record.events.flatMap(event => event.support.claims.map(claim => claim.id))
  const documents = record.documents.map(document => document.id)
  const remarks = record.attributions.map(attribution => attribution.id)
  return [
    ...(claims.length > 1 ? [line('j1', 'same', [claims[0]!, claims.at(-1)!])] : []),
    ...(claims.length > 2 ? [line('j2', 'different', [claims[0]!, claims[1]!]), line('j3', 'dismiss', [claims[2]!])] : []),
    ...(documents.length > 2 ? [line('j4', 'different', [documents[0]!, documents[1]!]), line('j5', 'undo', ['j3'])] : []),
    ...(remarks.length > 1 ? [line('j6', 'same', [remarks[0]!, remarks[1]!])] : []),
  ]
}

describe('a growing record', () => {
  it('is the record of all at once, for any order and grouping of made-up reports', () => {
    fc.assert(
      fc.property(generatedReports, fc.integer({min: 1, max: 100000}), (documents, seed) => {
        const whole = settle(documents, [], testPacks(), MADE)
        expect(withoutOrder(grown(documents, [], seed))).toEqual(withoutOrder(whole))
        const lines = linesOn(whole)
        expect(withoutOrder(grown(documents, lines, seed))).toEqual(withoutOrder(settle(documents, lines, testPacks(), MADE)))
      }),
      {numRuns: 25},
    )
  })

  it('is the record of all at once for reports read by the engine', () => {
    const documents = familyNames()
      .slice(0, 8)
      .flatMap(name => familyDocuments(name).map(article => read({...article, id: `${name} ${article.id}`}, testReader())))
    const whole = withoutOrder(settle(documents, [], testPacks(), MADE))
    expect(withoutOrder(grown(documents, [], 77))).toEqual(whole)
    const growing = grow(testReader())
    for (const document of [...documents].reverse()) growing.add([document])
    expect(withoutOrder({...growing.record(), made: MADE})).toEqual(whole)
  })

  it('forgets what is taken out', () => {
    fc.assert(
      fc.property(generatedReports, fc.nat(), (documents, pick) => {
        const gone = documents[pick % documents.length]!
        const growing = growRecord(testPacks(), MADE)
        growing.add(documents)
        growing.remove([gone.id])
        const rest = documents.filter(document => document !== gone)
        expect(growing.record()).toEqual(settle(rest, [], testPacks(), MADE))
      }),
      {numRuns: 8},
    )
  })

  it('takes a document once', () => {
    const growing = growRecord(testPacks(), MADE)
    const one = report('a.txt', [{text: 'Ostrel and Mirvan met.', event: {actors: ['Ostrel', 'Mirvan']}}])
    expect(growing.add([one, one]).touched).toEqual(['a.txt'])
    expect(growing.add([one]).touched).toEqual([])
  })
})

/** A story of three reports about people, places and things that no other story has. */
function story(number: number): ReadDocument[] {
  const word = (kind: string): string => `${kind}${String(number).replace(/\d/g, digit => 'bdfgklmnpr'[Number(digit)]!)}`
  const day = new Date(Date.UTC(2031, 0, 1 + number)).toISOString().slice(0, 10)
  const [one, other] = [`Q${word('orrun')}`, `V${word('ashtel')}`]
  return [0, 1, 2].map(i =>
    report(
      `${number}-${i}.txt`,
      [
        {
          text: `${one} and ${other} held talks about the ${word('glim')} and the ${word('brast')} by the ${word('folk')} ${word('werm')}.`,
          event: {actors: [one, other], time: day},
        },
        {text: `The ${word('druv')} and ${word('plomm')} were left for ${word('latt')}, ${one} said.`, by: one},
      ],
      {published: day},
    ),
  )
}

describe('cost', () => {
  const costOf = (unrelated: number): Steps => {
    const growing = growRecord(testPacks(), MADE)
    growing.add(Array.from({length: unrelated}, (_, i) => story(i + 1)).flat())
    growing.add(story(0).slice(0, 2))
    const before = growing.steps()
    const {touched} = growing.add(story(0).slice(2))
    expect(touched).toEqual(['0-0.txt', '0-1.txt', '0-2.txt'])
    const after = growing.steps()
    return Object.fromEntries(Object.entries(after).map(([step, count]) => [step, count - before[step as keyof Steps]])) as unknown as Steps
  }

  // Forty stories are enough for the words that all of them share to be common (more than 64 documents).
  it('of one newcomer does not depend on how many unrelated reports stand beside it', () => {
    const small = costOf(40)
    expect(costOf(120)).toEqual(small)
    expect(Math.min(small.comparisons, small.identity)).toBeGreaterThan(0)
  })

  it('of the whole growth, story by story, grows with the stories', () => {
    const growth = (stories: number): Steps => {
      const growing = growRecord(testPacks(), MADE)
      // The first forty make common what all of them share; they are not counted.
      growing.add(Array.from({length: 40}, (_, i) => story(1000 + i)).flat())
      const before = growing.steps()
      for (let i = 0; i < stories; i++) growing.add(story(i))
      const after = growing.steps()
      return Object.fromEntries(
        Object.entries(after).map(([step, count]) => [step, count - before[step as keyof Steps]]),
      ) as unknown as Steps
    }
    const small = growth(10)
    const large = growth(20)
    for (const [step, count] of Object.entries(small))
      expect(
        `${step} ${large[step as keyof typeof large] <= 2.5 * count ? 'linear' : `${count} ${large[step as keyof typeof large]}`}`,
      ).toBe(`${step} linear`)
  })
})
