// Reads cases/link/family-*/family.md: documents whose every sentence names its true origin, and the edges that stand between them.
import {readdirSync, readFileSync} from 'node:fs'
import {packagePath} from '../../src/edge/files/root.ts'
import type {Article} from '../../src/model/article.ts'
import {articleOf} from './article.ts'

export interface FamilySentence {
  readonly origin: string
  readonly text: string
}

export interface FamilyDocument {
  readonly id: string
  readonly published: string | null
  readonly publisher: string | null
  readonly sentences: readonly FamilySentence[]
}

export const familyNames = (): string[] =>
  readdirSync(packagePath('cases', 'link'))
    .filter(name => name.startsWith('family-'))
    .sort()

/** Documents of a family and the edges expected between them, as lines. */
export function readFamily(name: string): {readonly documents: readonly FamilyDocument[]; readonly expected: readonly string[]} {
  const [body, expected] = readFileSync(packagePath('cases', 'link', name, 'family.md'), 'utf8').split(/^==>$/m) as [string, string]
  const documents = body
    .split(/^document /m)
    .slice(1)
    .map(part => {
      const lines = part.split('\n').filter(line => line !== '')
      const known = (key: string): string | null => lines.find(line => line.startsWith(`${key} `))?.slice(key.length + 1) ?? null
      const sentences = lines
        .slice(1)
        .filter(line => !/^(published|publisher|language) /.test(line))
        .map(line => ({origin: line.slice(0, line.indexOf(' ')), text: line.slice(line.indexOf(' ') + 1)}))
      return {id: lines[0]!, published: known('published'), publisher: known('publisher'), sentences}
    })
  return {documents, expected: expected.split('\n').filter(line => line !== '')}
}

/** The documents as articles: sentences in a row, one space between. */
export const familyDocuments = (name: string): Article[] =>
  readFamily(name).documents.map(({id, published, publisher, sentences}) => ({
    ...articleOf(sentences.map(sentence => sentence.text).join(' ')),
    id,
    file: id,
    published,
    publisher,
  }))
