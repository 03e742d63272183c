// The name scorer: spellings that must come out as one name, people that must stay apart, and that neither order nor input can break it.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {scoreNames} from '../src/text/names/score.ts'
import {testPacks} from './support.ts'

const score = (a: string, b: string): number => scoreNames(a, b, testPacks().names).score
const MERGES = 0.85

describe('one name in two spellings', () => {
  it.each([
    ['Jewgenij Schukow', 'Evgeny Zhukov'],
    ['Oleksii Marchuk', 'Alexey Marchuk'],
    ['Yousef al-Rashedi', 'Youssef Al Rashedi'],
    ['Prime Minister Ilka Drost', 'Ilka Drost'],
    ['DROST, Ilka', 'Ilka Drost'],
    ['Bill Harrow', 'William Harrow'],
    ['Pavel Andreevich Sorin', 'Pavel Sorin'],
    ['Han Myong-su', 'Han Myongsu'],
    ['Matteo Ricci Orlandini', 'Mateo Ricci Orlandini'],
    ['Константин Жуков', 'Konstantin Zhukov'],
  ])('%s = %s', (a, b) => expect(score(a, b)).toBeGreaterThanOrEqual(MERGES))
})

describe('two people', () => {
  it.each([
    ['Arno Velt', 'Bruno Velt'],
    ['Arno Velt', 'Arno Velt Jr.'],
    ['Salim bin Yusuf Karam', 'Yusuf bin Salim Karam'],
    ['Petr Sorin', 'Petr Sobotka'],
    ['Ilka Drost', 'Marn Olde'],
    ['Ron', 'Aaron Velt Marden'],
  ])('%s ≠ %s', (a, b) => expect(score(a, b)).toBeLessThan(MERGES))
})

describe('properties', () => {
  it('does not depend on the order of the two, stays within 0 and 1, and never throws', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 40}), fc.string({unit: 'grapheme', maxLength: 40}), (a, b) => {
        const forward = score(a, b)
        expect(score(b, a)).toBe(forward)
        expect(forward).toBeGreaterThanOrEqual(0)
        expect(forward).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('gives every name with a letter in it 1 against itself', () => {
    for (const name of ['Ilka Drost', 'al-Karam', 'Ng', '习近平', 'Ælfric Ø']) expect(score(name, name)).toBe(1)
  })
})
