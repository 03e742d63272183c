// Parley as a library: read one text, read files, link what was read, open a record file. Everything is loaded on the first call, nothing at import.
import type {Reader} from '../annotate/annotate.ts'
import {MAX_DOCUMENT} from '../ingest/article.ts'
import {readGiven} from '../ingest/given.ts'
import type {Article, Genre, Refusal} from '../model/article.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, RecordFile} from '../model/record.ts'
import {link as linkDocuments, read as readArticle} from '../parley.ts'
import type {Desk} from './desk.ts'
import {finish} from './files/carrier.ts'
import {loadEngineFiles} from './files/engine.ts'
import {loadPacks} from './files/packs.ts'
import {readSources} from './files/sources.ts'
import {ParleyError} from './parley-error.ts'
import {isRefusal, readSafely} from './read-safely.ts'

/** A report as a program hands it over. Only `text` must be there; dates are EDTF, `language` is BCP 47. Unknown stays unknown. */
export interface Report {
  readonly text: string
  /** Unique among the reports that are linked; the SHA-256 of the text where it is not given. */
  readonly id?: string
  readonly published?: string
  readonly publisher?: string
  readonly title?: string
  readonly uri?: string
  readonly byline?: readonly string[]
  readonly language?: string
  readonly genre?: Genre
  readonly handling?: 'public' | 'internal'
}

/**
 * Reads one report: sentences, tokens, mentions, times, attributions, claims. Offsets are UTF-16 units into `text`, which is taken as it is.
 * Throws ParleyError with the code of the refusal (`ingest/empty`, `ingest/too-large`, `ingest/binary`); text itself never throws.
 */
export async function read(report: Report): Promise<ReadDocument> {
  const article = await articleOf(report)
  if (isRefusal(article)) throw new ParleyError(article.code, article.message)
  return readArticle(article, installed())
}

/** Reports as `Desk.add` takes them; what cannot be read is a Refusal in its place. */
export async function* readArticles(reports: Iterable<Report>): AsyncGenerator<Article | Refusal> {
  for (const report of reports) yield await articleOf(report)
}

async function articleOf(report: Report): Promise<Article | Refusal> {
  const {page} = installed().packs
  return finish({file: null, given: readGiven(report), page, maxDocument: MAX_DOCUMENT, depth: 0}, report.text)
}

/**
 * Reads files and folders of every kind that the command reads, one document at a time, in order. What cannot be read is a Refusal
 * {code, message} in its place, and the others are unharmed. Throws SourceError for an input that does not exist.
 */
export async function* readFiles(paths: readonly string[], published: string | null = null): AsyncGenerator<ReadDocument | Refusal> {
  for await (const source of readSources(paths, {packs: installed().packs, published}))
    yield isRefusal(source) ? source : readSafely(source as Article, installed())
}

/** Links read documents into the record (RECORD.md). Any order of the documents gives the same record, but for `documents` itself. */
export function link(documents: readonly ReadDocument[], judgements: readonly Judgement[] = []): RecordFile {
  return linkDocuments(documents, judgements, installed())
}

/**
 * Opens a record file: one SQLite file that keeps reports, rulings and the settled record. With `make` it is created where there is none.
 * Close it when done. Throws ParleyError `store/missing`, `store/foreign`, `store/newer`, `store/busy`, `store/damaged`.
 */
export async function open(file: string, options: {readonly make?: boolean; readonly who?: string} = {}): Promise<Desk> {
  const {storeDesk} = await import('./desk-store.ts')
  const now = (): string => new Date().toISOString()
  return storeDesk(file, options.make ? 'make' : 'open', {reader: installed(), now, who: options.who ?? null})
}

let reader: Reader | undefined

/** The packs and models of this installation. */
function installed(): Reader {
  reader ??= {packs: loadPacks(), engine: loadEngineFiles()}
  return reader
}
