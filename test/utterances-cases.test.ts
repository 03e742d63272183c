// Drift between reports of one remark, as cases: documents, `==>`, and for each pair of wordings its class, for each conflict its words.
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'
import {linkUtterances} from '../src/link/utterances.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {read} from '../src/parley.ts'
import {articleOf, testReader} from './support.ts'

interface DriftCase {
  readonly title: string
  readonly documents: readonly {readonly id: string; readonly known: Readonly<Record<string, string>>; readonly text: string}[]
  readonly expected: readonly string[]
}

function readCase(folder: string): DriftCase {
  const [above, below] = readFileSync(packagePath('cases', 'link', folder, 'drift.md'), 'utf8').split(/^==>$/m) as [string, string]
  const [title, ...documents] = above.split(/^document /m)
  return {
    title: title!.replace('#', '').trim(),
    documents: documents.map(block => {
      const [head, ...paragraphs] = block.split('\n\n')
      const [id, ...keys] = head!.split('\n')
      return {
        id: id!.trim(),
        known: Object.fromEntries(keys.map(line => line.split(/ (.*)/).slice(0, 2) as [string, string])),
        text: paragraphs.join('\n\n').trim(),
      }
    }),
    expected: below
      .split('\n')
      .filter(line => line.trim() !== '')
      .sort(),
  }
}

function linesOf(documents: readonly ReadDocument[]): string[] {
  const entityOf = (document: number, somebody: number): string => documents[document]!.somebodies[somebody]!.name
  const {utterances, contradictions} = linkUtterances(documents, entityOf, [])
  const pairs = utterances.flatMap(utterance =>
    utterance.pairs.map(
      ({drift, because}) =>
        `${drift} ${because[0]!
          .map(citation => citation.document)
          .sort()
          .join(' ')}`,
    ),
  )
  const conflicts = contradictions.map(
    ({sides}) =>
      `conflict ${sides
        .map(side => side.value)
        .sort()
        .join(' | ')}`,
  )
  return [...pairs, ...conflicts].sort()
}

describe('drift', () => {
  const folders = readdirSync(packagePath('cases', 'link')).filter(name => name.startsWith('drift-'))
  it.each(folders.map(folder => ({folder, ...readCase(folder)})))('$folder: $title', one => {
    const documents = one.documents.map(({id, known, text}) => read({...articleOf(text, known), id}, testReader()))
    expect(linesOf(documents)).toEqual(one.expected)
    expect(linesOf([...documents].reverse())).toEqual(one.expected)
  })
})
