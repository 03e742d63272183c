// Who is who in a record that grows: settled block by block, it is what linking all reports at once gives; and a newcomer costs what its names touch.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {mentionHash} from '../src/link/entities/nodes.ts'
import {growRecord} from '../src/link/grow.ts'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Judgement, RecordFile} from '../src/model/record.ts'
import {generatedNames} from './generated-names.ts'
import {report} from './reports.ts'
import {testPacks} from './support.ts'

const MADE = {version: '0', packs: [], models: []}

const withoutOrder = ({documents, ...rest}: RecordFile) => ({...rest, documents: [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))})

const line = (id: string, kind: Judgement['kind'], of: string[]): Judgement => ({
  ...{id, by: 'person', who: 'desk', at: null, kind, of, field: null, value: null},
  ...{verdict: 'applied', reason: null, rule: null, score: null, because: []},
})

/** Names of two documents joined, two parted, and one line taken back. */
function linesOn(documents: readonly ReadDocument[]): Judgement[] {
  const hash = (document: number, mention: number): string => {
    const of = documents[document % documents.length]!
    return mentionHash(of, of.mentions[mention % of.mentions.length]!)
  }
  return [
    line('j1', 'same', [hash(0, 0), hash(1, 2)]),
    line('j2', 'different', [hash(0, 0), hash(2, 0)]),
    line('j3', 'different', [hash(1, 1), hash(3, 1)]),
    line('j4', 'undo', ['j3']),
    line('j5', 'same', [hash(0, 1), hash(2, 3)]),
  ]
}

const entityView = ({entities, judgements, notes}: RecordFile) => ({entities, judgements, notes})

describe('identity, block by block', () => {
  it('is that of all reports at once, for any order and grouping', () => {
    fc.assert(
      fc.property(generatedNames, fc.infiniteStream(fc.nat(7)), (documents, picks) => {
        const pick = (below: number): number => (picks.next().value as number) % below
        const lines = linesOn(documents)
        const growing = growRecord(testPacks(), MADE)
        const rest = [...documents]
        const at = pick(documents.length + 1)
        while (rest.length > 0) {
          if (rest.length === at) growing.judge(lines)
          growing.add(rest.splice(pick(rest.length), 1 + pick(2)))
        }
        if (at === 0) growing.judge(lines)
        const judged = at <= documents.length && growing.record().judgements.some(judgement => judgement.by === 'person') ? lines : []
        const whole = settle([...documents].reverse(), judged, testPacks(), MADE)
        expect(entityView(growing.record())).toEqual(entityView(whole))
        expect(withoutOrder(growing.record())).toEqual(withoutOrder(whole))
      }),
      {numRuns: 60},
    )
  })

  const lake = (number: number): ReadDocument => {
    const word = String(number).replace(/\d/g, digit => 'bdfgklmnpr'[Number(digit)]!)
    return report(`${number}.txt`, [
      {
        text: `Q${word}orrun and V${word}ashtel met by the ${word}water.`,
        event: {actors: [`Q${word}orrun`, `V${word}ashtel`], time: '2031-04-10'},
      },
    ])
  }

  it('costs a newcomer the same beside forty or a hundred and sixty reports of others', () => {
    const costOf = (others: number): number => {
      const growing = growRecord(testPacks(), MADE)
      growing.add(Array.from({length: others}, (_, i) => lake(i + 1)))
      growing.add([lake(0)])
      const before = growing.steps().identity
      growing.add([{...lake(0), id: 'again.txt'}])
      return growing.steps().identity - before
    }
    expect(costOf(160)).toBe(costOf(40))
    expect(costOf(40)).toBeGreaterThan(0)
  })

  const withEverybody = (number: number): ReadDocument => {
    const word = String(number).replace(/\d/g, digit => 'bdfgklmnpr'[Number(digit)]!)
    return report(`${number}.txt`, [
      {text: `Q${word}orrun and Halden Ostrow met by the water.`, event: {actors: [`Q${word}orrun`, 'Halden Ostrow'], time: '2031-04-10'}},
    ])
  }

  it('costs a newcomer the same however many reports name one of its people', () => {
    const grown = (others: number): {cost: number; record: RecordFile} => {
      const growing = growRecord(testPacks(), MADE)
      for (let number = 0; number < others; number++) growing.add([withEverybody(number)])
      const before = growing.steps().identity
      growing.add([withEverybody(others)])
      return {cost: growing.steps().identity - before, record: growing.record()}
    }
    const large = grown(160)
    expect(large.cost).toBeLessThan(20)
    expect(grown(40).cost).toBe(large.cost)
    const whole = settle(
      Array.from({length: 161}, (_, number) => withEverybody(number)),
      [],
      testPacks(),
      MADE,
    )
    expect(entityView(large.record)).toEqual(entityView(whole))
  })
})
