// Any order of arrival gives the same record, apart from the order of `documents`.
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {generatedReports} from './generated-reports.ts'
import {testPacks} from './support.ts'

const MADE = {version: '0', packs: [], models: []}

it('gives one record for every order of the same documents', () => {
  fc.assert(
    fc.property(generatedReports, fc.integer({min: 1, max: 1000}), (given, seed) => {
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
