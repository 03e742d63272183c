// The bundled example as documents that have been read, once a run, for tests of what stands behind a record.

import {packagePath} from '../src/edge/files/root.ts'
import {readSources} from '../src/edge/files/sources.ts'
import {isRefusal} from '../src/edge/read-safely.ts'
import type {Article} from '../src/model/article.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {read} from '../src/parley.ts'
import {testPacks, testReader} from './support.ts'

export const EXAMPLE = packagePath('examples', 'sellen-strait')

let articles: Promise<Article[]> | undefined
let documents: Promise<ReadDocument[]> | undefined

export function exampleArticles(): Promise<Article[]> {
  articles ??= (async () => {
    const found: Article[] = []
    for await (const source of readSources([EXAMPLE], {packs: testPacks()})) if (!isRefusal(source)) found.push(source)
    return found
  })()
  return articles
}

export function exampleDocuments(): Promise<ReadDocument[]> {
  documents ??= exampleArticles().then(all => all.map(article => read(article, testReader())))
  return documents
}
