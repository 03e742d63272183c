// Where lines entered the press: copies and rewrites change no count, a new named recorder adds one at most.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Support} from '../src/model/record.ts'
import {report, type Told} from './reports.ts'
import {testPacks} from './support.ts'

const MADE = {version: '0', packs: [], models: []}
const DAY = '2031-04-11'

const supportOf = (documents: readonly ReadDocument[]): Support => {
  const {events} = settle(documents, [], testPacks(), MADE)
  expect(events).toHaveLength(1)
  return events[0]!.support
}

const ranges = ({documents, said, known}: Support): string => `${documents}: said ${said.join('..')}, known ${known.join('..')}`

const met = (text: string, more: Partial<Told> = {}): Told => ({
  text,
  event: {actors: ['Ostrel', 'Mirvan'], time: DAY, place: 'Port Tallin'},
  ...more,
})

const FILLER = [
  'The two neighbours have argued over the grain terminal at the river mouth since the spring floods.',
  'Ferries stayed in harbour while the delegations arrived under police escort from the airport road.',
  'A list of ninety detained sailors was handed over in a sealed envelope, officials added.',
].map(text => ({text}))

const copyOf = (document: ReadDocument, id: string): ReadDocument => ({...document, id, file: id})

describe('counts', () => {
  it('counts one for a report and its copy', () => {
    const first = report('a.txt', [met('Envoys of Ostrel and Mirvan met for four hours in Port Tallin.'), ...FILLER])
    expect(ranges(supportOf([first]))).toBe('1: said 1..1, known 1..1')
    expect(ranges(supportOf([first, copyOf(first, 'b.txt')]))).toBe('2: said 1..1, known 1..1')
  })

  it('counts one for two pages of one publisher', () => {
    const a = report('a.txt', [met('Envoys of both sides sat together in Port Tallin.')], {publisher: 'Kalvia Herald'})
    const b = report('b.txt', [met('Talks took place, it became known at noon.')], {publisher: 'Kalvia Herald'})
    expect(ranges(supportOf([a, b]))).toBe('2: said 1..1, known 1..1')
  })

  it('counts at most two for two reports that share no text and name nobody', () => {
    const a = report('a.txt', [met('Envoys of both sides sat together in Port Tallin.')])
    const b = report('b.txt', [met('Talks took place, it became known at noon.')])
    expect(ranges(supportOf([a, b]))).toBe('2: said 1..2, known 1..2')
  })

  it('counts at least two where one speaker told two papers', () => {
    const a = report('a.txt', [met('They met, Vashenko told the Kalvia Herald.', {by: 'Vashenko of Ostrel', recorder: 'Kalvia Herald'})])
    const b = report('b.txt', [
      met('Talks went ahead, Vashenko told Sorrend Radio.', {by: 'Vashenko of Ostrel', recorder: 'Sorrend Radio'}),
    ])
    expect(ranges(supportOf([a, b]))).toBe('2: said 2..2, known 1..1')
  })

  it('names the sides that vouch: each speaker by party, narration as own reporting', () => {
    const a = report('a.txt', [met('They met, Vashenko said.', {by: 'Vashenko of Ostrel'})])
    const b = report('b.txt', [met('Talks went ahead, Ruiz said.', {by: 'Ruiz of Mirvan'})])
    const c = report('c.txt', [met('The delegations parted at noon.')])
    const support = supportOf([a, b, c])
    expect(support.sides).toHaveLength(3)
    expect(support.sides).toContain('own-reporting')
    expect(support.known).toEqual([2, 3])
  })
})

const sentence = fc.constantFrom(
  'Envoys of the two governments met behind closed doors for four hours before noon.',
  'The meeting began late because fog had shut the small airfield near the lake.',
  'Negotiators sat down a little after ten and rose without a word to those waiting.',
  'Both delegations took their seats in the old customs house at the harbour.',
)
const speech = fc.constantFrom<Partial<Told>>(
  {},
  {by: 'Vashenko of Ostrel'},
  {by: 'Ruiz of Mirvan', recorder: 'Kalvia Herald'},
  {by: 'Vashenko of Ostrel', recorder: 'Sorrend Radio'},
)
const reportsOf = fc
  .array(fc.tuple(sentence, speech, fc.boolean()), {minLength: 1, maxLength: 6})
  .map(parts => parts.map(([text, more, long], i) => report(`${i}.txt`, [met(text, more), ...(long ? FILLER : [])])))

describe('properties', () => {
  it('a copy changes neither range', () => {
    fc.assert(
      fc.property(reportsOf, fc.nat(), (documents, pick) => {
        const before = supportOf(documents)
        const after = supportOf([...documents, copyOf(documents[pick % documents.length]!, 'z.txt')])
        expect([after.said, after.known]).toEqual([before.said, before.known])
      }),
      {numRuns: 150},
    )
  })

  it('a new named recorder raises "at most" by one at most', () => {
    fc.assert(
      fc.property(reportsOf, sentence, (documents, text) => {
        const before = supportOf(documents)
        const more = report('z.txt', [met(text, {by: 'Ruiz of Mirvan', recorder: 'Mirvan Times'})])
        const after = supportOf([...documents, more])
        expect(after.said[1]).toBeLessThanOrEqual(before.said[1] + 1)
      }),
      {numRuns: 150},
    )
  })

  it('"at least" never exceeds "at most", and any claim has an origin', () => {
    fc.assert(
      fc.property(reportsOf, documents => {
        const {said, known, origins} = supportOf(documents)
        expect(said[0]).toBeGreaterThanOrEqual(1)
        expect(said[0]).toBeLessThanOrEqual(said[1])
        expect(known[0]).toBeLessThanOrEqual(known[1])
        expect(origins.length).toBeGreaterThanOrEqual(1)
      }),
      {numRuns: 150},
    )
  })
})
