// What one report gives as somebody's words, another tells as fact: found where it is so, and nowhere else. Cases for and against.
import {describe, expect, it} from 'vitest'
import {claimsOf} from '../src/link/claims.ts'
import {growLosses} from '../src/link/losses.ts'
import {findDescribedLosses} from '../src/link/losses-described.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {read} from '../src/parley.ts'
import {articleOf, testReader} from './support.ts'

const report = (id: string, text: string): ReadDocument => read({...articleOf(text, {published: '2031-04-11'}), id}, testReader())

/** "told < attributed": the two sentences of each loss. */
function lossesOf(...texts: string[]): string[] {
  const documents = texts.map((text, index) => report(`d${index}`, text))
  const entityOf = (document: number, somebody: number): string => documents[document]!.somebodies[somebody]!.name.split(' ').at(-1)!
  const claims = documents.map((document, index) => claimsOf(document, index, entityOf))
  const told = growLosses(documents, () => [])
  told.update(new Map(claims.entries()))
  const losses = [...told.gravest(), ...findDescribedLosses(documents, entityOf, claims.flat())]
  return losses.map(({because: [told, attributed]}) => `${told.quote} < ${attributed.quote}`).sort()
}

describe('an accusation told as fact', () => {
  it('is a loss where the deed is told in the reporter’s own voice', () => {
    expect(
      lossesOf('Chile said Peru had attacked the convoy on Monday.', 'Peru attacked the convoy on Monday. The road was closed.'),
    ).toEqual(['Peru attacked the convoy on Monday. < Chile said Peru had attacked the convoy on Monday.'])
  })

  it('is none where both reports name the accuser', () => {
    expect(lossesOf('Chile said Peru had attacked the convoy on Monday.', 'Peru attacked the convoy on Monday, Chile said.')).toEqual([])
  })

  it('is none where the deeds are of two days', () => {
    expect(
      lossesOf('Chile said Peru had attacked the convoy on Monday.', 'Peru attacked the convoy on 2 March 2031. The road was closed.'),
    ).toEqual([])
  })

  it('is none where others did it', () => {
    expect(
      lossesOf('Chile said Peru had attacked the convoy on Monday.', 'Bolivia attacked the convoy on Monday. The road was closed.'),
    ).toEqual([])
  })

  it('is none where both tell it as fact', () => {
    expect(lossesOf('Peru attacked the convoy on Monday.', 'Peru attacked the convoy on Monday. The road was closed.')).toEqual([])
  })

  it('is none for a signing, which everybody narrates', () => {
    expect(lossesOf('Chile and Peru signed a protocol on Monday, Vashenko said.', 'Chile and Peru signed a protocol on Monday.')).toEqual(
      [],
    )
  })
})

describe('an accusation told as a description', () => {
  const accused = 'Peter Tarn, whom Peru accuses of smuggling radar parts, met President Anna Maros on Friday.'

  it('is a loss in front of the name and behind it', () => {
    for (const text of [
      'President Anna Maros met the radar smuggler Peter Tarn on Friday.',
      'President Anna Maros met Peter Tarn, a smuggler of radar parts, on Friday.',
    ])
      expect(lossesOf(accused, text)).toEqual([`${text} < ${accused}`])
  })

  it('is a loss where the accusation stands in a clause of its own', () => {
    const told = 'President Anna Maros met the radar smuggler Peter Tarn on Friday.'
    expect(lossesOf('Peru accuses Peter Tarn of smuggling radar parts.', told)).toEqual([
      `${told} < Peru accuses Peter Tarn of smuggling radar parts.`,
    ])
  })

  it('is none where the description is charged, judged or attributed', () => {
    for (const text of [
      'President Anna Maros met the alleged smuggler Peter Tarn on Friday.',
      'President Anna Maros met Peter Tarn, a suspected smuggler, on Friday.',
      'President Anna Maros met Peter Tarn, a teacher, on Friday.',
      'President Anna Maros met the smuggler Peter Tarn on Friday, the ministry said.',
    ])
      expect(lossesOf(accused, text)).toEqual([])
  })

  it('is none of somebody else', () => {
    expect(lossesOf(accused, 'President Anna Maros met the radar smuggler Paul Ferro on Friday.')).toEqual([])
  })

  it('does not ask in which order the reports came', () => {
    const text = 'President Anna Maros met the radar smuggler Peter Tarn on Friday.'
    expect(lossesOf(text, accused)).toEqual(lossesOf(accused, text))
  })
})
