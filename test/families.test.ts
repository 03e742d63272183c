// Derivation families of our own, with the true origin of every sentence: cases/link/family-*/family.md. Scores which sentences the program
// holds to be of one origin, and asks for the edges between documents line by line.
import {describe, expect, it} from 'vitest'
import {familyNames, readFamily} from '../script/cases/family-file.ts'
import {derivableFamily, predictFamilies, scoreFamilies, tellScore} from '../script/score-families.ts'
import {findDerivations} from '../src/link/derivations.ts'
import {profileDocuments} from '../src/link/profiles.ts'
import {testPacks} from './support.ts'

/** Bar of issue 8: sentences of one origin, over all families. */
const SENTENCE_ORIGIN_F1 = 0.85

describe('families', () => {
  it('are at least twenty, with an origin for every sentence', () => {
    expect(familyNames().length).toBeGreaterThanOrEqual(20)
    for (const name of familyNames())
      for (const {id, sentences} of readFamily(name).documents)
        for (const {origin, text} of sentences)
          expect(`${name} ${id} ${origin} ${text}`).toMatch(/^\S+ \S+ [a-z]+\d* \p{Lu}|^\S+ \S+ [a-z]+\d* [“"\d]/u)
  })

  it.each(familyNames())('%s: the edges between its documents', name => {
    const documents = derivableFamily(name)
    const {derivations} = findDerivations(documents, profileDocuments(documents, testPacks().links))
    const said = derivations.map(edge => `derivation ${edge.of} ${edge.kind} of ${edge.from}`)
    expect(said.sort()).toEqual([...readFamily(name).expected].sort())
  })

  it('finds the sentences of one origin', () => {
    const score = scoreFamilies(predictFamilies(testPacks().links))
    console.log(tellScore(score))
    if (process.env['SHOW']) console.log(score.errors.join('\n'))
    expect((2 * score.right) / (score.said + score.wanted)).toBeGreaterThanOrEqual(SENTENCE_ORIGIN_F1)
  })
})

describe('scorer', () => {
  it('counts a wrong pair, a missed one, and takes the documents in either order', () => {
    const all = predictFamilies(testPacks().links)
    const whole = scoreFamilies(all)
    const turned = all.map(({family, a, b, sentences}) => ({family, a: b, b: a, sentences: sentences.map(([i, j]) => [j, i] as const)}))
    expect(scoreFamilies(turned).right).toBe(whole.right)
    expect(scoreFamilies([]).right).toBe(0)
    expect(scoreFamilies([{family: familyNames()[0]!, a: 'a.txt', b: 'b.txt', sentences: [[0, 99]]}]).errors[0]).toMatch(/^wrong /)
  })
})
