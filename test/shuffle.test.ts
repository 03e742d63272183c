// Any order of arrival gives the same record, apart from the order of `documents`.
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {report, type Told} from './reports.ts'
import {testPacks} from './support.ts'

const MADE = {version: '0', packs: [], models: []}

/** A sentence of one of a few meetings, so that documents share events, speakers and whole sentences. */
const told = fc
  .record({
    day: fc.integer({min: 9, max: 12}),
    who: fc.constantFrom(
      ['Ostrel', 'Mirvan'],
      ['Vashenko of Ostrel', 'Ruiz of Mirvan'],
      ['Kalvia', 'Mirvan'],
      ['Vashenko of Ostrel', 'Mirvan'],
    ),
    place: fc.constantFrom(undefined, 'Port Tallin', 'Lake Onver'),
    status: fc.constantFrom('held' as const, 'planned' as const, 'not-held' as const),
    by: fc.constantFrom(undefined, 'Vashenko of Ostrel', 'Orlo of Kalvia'),
    recorder: fc.constantFrom(undefined, 'Kalvia Herald', 'Sorrend Radio'),
    dated: fc.boolean(),
    words: fc.constantFrom(
      'talks on prisoners and grain',
      'a meeting about the northern border crossing',
      'four hours behind closed doors',
    ),
  })
  .map(({day, who, place, status, by, recorder, dated, words}): Told => {
    const event = {
      actors: who,
      status,
      ...(place === undefined ? {} : {place}),
      ...(dated ? {time: `2031-04-${String(day).padStart(2, '0')}`} : {}),
    }
    const speech = by === undefined ? {} : {by, ...(recorder === undefined ? {} : {recorder})}
    return {
      text: `${who.join(' and ')} came together for ${words} ${place === undefined ? '' : `in ${place} `}on day ${day}.`,
      event,
      ...speech,
    }
  })

const documents = fc.array(fc.tuple(fc.array(told, {minLength: 1, maxLength: 5}), fc.constantFrom(null, '2031-04-10', '2031-04-12')), {
  minLength: 2,
  maxLength: 7,
})

it('gives one record for every order of the same documents', () => {
  fc.assert(
    fc.property(documents, fc.integer({min: 1, max: 1000}), (parts, seed) => {
      const given = parts.map(([sentences, published], i) => report(`${i}.txt`, sentences, {published}))
      const shuffled = shuffle(given, seed)
      const {documents: _first, ...first} = settle(given, [], testPacks(), MADE)
      const {documents: _second, ...second} = settle(shuffled, [], testPacks(), MADE)
      expect(second).toEqual(first)
    }),
    {numRuns: 120},
  )
})

function shuffle(documents: readonly ReadDocument[], seed: number): ReadDocument[] {
  const result = [...documents]
  let state = seed
  for (let i = result.length - 1; i > 0; i--) {
    state = (state * 48271) % 2147483647
    const j = state % (i + 1)
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}
