// What is one agreement in the reports on it, what are two, and what is known of one that is only said to be broken.
import {describe, expect, it} from 'vitest'
import {settle} from '../src/link/settle.ts'
import type {AgreementClaim} from '../src/model/claim.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {read} from '../src/parley.ts'
import {report} from './reports.ts'
import {articleOf, testPacks, testReader} from './support.ts'

interface Agreed {
  readonly text: string
  readonly label: string
  readonly parties?: readonly string[]
  readonly state?: AgreementClaim['state']
  readonly time?: string
  readonly brokenBy?: string
}

const DAY = '2031-04-11'

/** A report whose sentences each tell of an agreement; parties are countries of test/reports.ts. */
function reportOn(id: string, agreed: readonly Agreed[]): ReadDocument {
  const names = ['Ostrel', 'Mirvan', 'Kalvia', 'Sorrend']
  const made = report(
    id,
    agreed.map(({text}) => ({text, event: {actors: names}})),
    {published: DAY},
  )
  const numberOf = (name: string): number => made.somebodies.findIndex(one => one.name === name)
  const claims = agreed.map(
    ({label, parties, state, time, brokenBy}, i): AgreementClaim => ({
      claim: 'agreement',
      label,
      parties: (parties ?? []).map(numberOf),
      issues: ['ceasefire'],
      state: state === undefined ? 'signed' : state,
      term: null,
      time: time ?? null,
      background: false,
      violation: brokenBy === undefined ? null : {by: [numberOf(brokenBy)], voice: 'alleged', allegedBy: [], deniedBy: []},
      clauses: [],
      sentence: made.sentences[i]!,
      trigger: made.sentences[i]!,
      attribution: null,
      assertion: 'narrated',
      rule: 'test',
    }),
  )
  return {...made, claims}
}

const agreementsOf = (...documents: readonly ReadDocument[]): string[] =>
  settle(documents, [], testPacks(), {version: '0', packs: [], models: []}).agreements.map(
    ({label, history, violations}) =>
      `${label}: ${history.map(step => `${step.state}${step.time === null ? '' : ` ${step.time}`} in ${step.support.documents}`).join(', ')}; ${violations.length} breaches`,
  )

const SIGNED: Agreed = {text: 'Ostrel and Mirvan signed a shipping truce.', label: 'shipping truce', parties: ['Ostrel', 'Mirvan']}
const BROKEN: Agreed = {text: 'Ostrel broke the agreement, Mirvan said.', label: 'agreement', state: null, brokenBy: 'Ostrel'}

describe('agreements', () => {
  it('are one where “the agreement” is the one that the report named last', () => {
    expect(agreementsOf(reportOn('a.txt', [SIGNED, BROKEN]))).toEqual(['shipping truce: signed in 1; 1 breaches'])
  })

  it('are announced by the report of a breach where nothing else is told', () => {
    expect(agreementsOf(reportOn('a.txt', [BROKEN]))).toEqual(['agreement: announced in 1; 1 breaches'])
  })

  it('are two between other parties', () => {
    const other: Agreed = {...SIGNED, text: 'Kalvia and Sorrend signed a shipping truce.', parties: ['Kalvia', 'Sorrend']}
    expect(agreementsOf(reportOn('a.txt', [SIGNED]), reportOn('b.txt', [other]))).toHaveLength(2)
  })

  it('reach no state on a day that lies ahead of the report', () => {
    const ahead: Agreed = {
      ...SIGNED,
      text: 'The truce begins on the 14th.',
      label: 'shipping truce',
      state: 'announced',
      time: '2031-04-14',
    }
    expect(agreementsOf(reportOn('a.txt', [ahead]))).toEqual(['shipping truce: announced in 1; 0 breaches'])
  })

  it('follow the last of the same parties on the same issue that had ended before', () => {
    const first: Agreed = {
      ...SIGNED,
      text: 'The harbour truce of Ostrel and Mirvan collapsed in March.',
      label: 'harbour truce',
      state: 'collapsed',
      time: '2031-03-02',
    }
    const second: Agreed = {...SIGNED, text: 'Ostrel and Mirvan signed a 60-day armistice.', label: '60-day armistice', time: '2031-04-10'}
    const {agreements} = settle([reportOn('a.txt', [first, second])], [], testPacks(), {version: '0', packs: [], models: []})
    const named = new Map(agreements.map(({id, label}) => [id, label]))
    expect(agreements.map(({label, follows}) => [label, follows === null ? null : named.get(follows)])).toEqual(
      expect.arrayContaining([
        ['harbour truce', null],
        ['60-day armistice', 'harbour truce'],
      ]),
    )
  })
})

describe('outcomes of agreements', () => {
  const outcomesOf = (...documents: readonly ReadDocument[]): string[] =>
    settle(documents, [], testPacks(), {version: '0', packs: [], models: []}).contradictions.map(
      ({kind, sides}) => `${kind}: ${sides.map(side => side.value).join(' / ')}`,
    )
  const on = (text: string, state: Agreed['state'], time = DAY): Agreed => ({
    ...SIGNED,
    text,
    time,
    ...(state === undefined ? {} : {state}),
  })

  it('contradict where one report has it signed and another has it collapse on that day', () => {
    const a = reportOn('a.txt', [on('Ostrel and Mirvan signed the shipping truce.', 'signed')])
    const b = reportOn('b.txt', [on('The shipping truce of Ostrel and Mirvan fell through.', 'collapsed')])
    expect(outcomesOf(a, b)).toEqual(['outcome: signed / collapsed'])
  })

  it('are a history where the days differ or one report tells both', () => {
    const a = reportOn('a.txt', [on('Ostrel and Mirvan signed the shipping truce.', 'signed', '2031-04-01')])
    const b = reportOn('b.txt', [on('The shipping truce of Ostrel and Mirvan fell through.', 'collapsed')])
    expect(outcomesOf(a, b)).toEqual([])
    const both = reportOn('c.txt', [
      on('Ostrel and Mirvan signed the shipping truce at noon.', 'signed'),
      on('By night the shipping truce of Ostrel and Mirvan had collapsed.', 'collapsed'),
    ])
    expect(outcomesOf(both, reportOn('d.txt', [on('Ostrel and Mirvan signed the shipping truce.', 'signed')]))).toEqual([])
  })
})

describe('answers', () => {
  it('point to the offer of the other side that they follow in a report, and nothing answers its own side', () => {
    const text = 'The company offered a pay rise of four per cent on Monday.\n\nThe union rejected the pay offer on Tuesday.'
    const {events} = settle([read(articleOf(text, {published: '2031-06-12'}), testReader())], [], testPacks(), {
      version: '0',
      packs: [],
      models: [],
    })
    const offer = events.find(event => event.kind === 'proposal')
    expect(events.find(event => event.kind === 'rejection')?.inResponseTo).toBe(offer?.id)
    expect(offer?.inResponseTo).toBeNull()
  })
})
