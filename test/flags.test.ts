// What only several reports together show of one: another house's text, words swapped one by one, reports written on one form.
import {describe, expect, it} from 'vitest'
import {familyDocuments, readFamily} from '../script/cases/family-file.ts'
import {link, read} from '../src/parley.ts'
import {testReader} from './support.ts'

/** "b.txt machine-paraphrase" for each flag that stands in the record of a family, with its publishers. */
function flagsOf(family: string, without: readonly string[] = []): string[] {
  const publishers = new Map(readFamily(family).documents.map(({id, publisher}) => [id, publisher]))
  const documents = familyDocuments(family)
    .filter(({id}) => !without.includes(id))
    .map(article => read({...article, publisher: publishers.get(article.id) ?? null}, testReader()))
  const record = link(documents, [], testReader())
  for (const {text, flags} of record.documents)
    for (const {because} of flags) for (const {start, end, quote} of because) expect(text?.slice(start, end)).toBe(quote)
  return record.documents.flatMap(({id, flags}) => flags.map(({kind}) => `${id} ${kind}`)).sort()
}

describe('flags that several reports show', () => {
  it('a text carried by another house is syndicated', () => expect(flagsOf('family-made-copy')).toEqual(['b.txt syndicated']))

  it('a newer version of a house’s own text is not', () => expect(flagsOf('family-update')).toEqual([]))

  it('words swapped in place read like a machine', () => {
    expect(flagsOf('family-made-spin')).toEqual(['b.txt machine-paraphrase'])
    expect(flagsOf('family-made-heavy')).toEqual(['b.txt machine-paraphrase'])
  })

  it('a text rewritten by hand does not', () => {
    expect(flagsOf('family-paraphrase')).toEqual([])
    expect(flagsOf('family-fact')).toEqual([])
  })

  it('two readouts on one form are a template', () => expect(flagsOf('family-readouts')).toEqual(['a.txt template', 'b.txt template']))

  it('a background paragraph that a house repeats is not', () => expect(flagsOf('family-background')).toEqual([]))

  it('nothing is said of a report that stands alone', () => expect(flagsOf('family-made-spin', ['a.txt'])).toEqual([]))
})
