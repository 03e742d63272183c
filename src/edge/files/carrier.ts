// What every reader of a carrier works with: where its bytes come from, what the caller gave, and how an article is finished.
import {type Draft, type Found, type Given, makeArticle} from '../../ingest/article.ts'
import {splitBundle} from '../../ingest/bundle.ts'
import {splitFrontMatter} from '../../ingest/front-matter.ts'
import {mergeGiven} from '../../ingest/given.ts'
import {readJsonLine} from '../../ingest/json-line.ts'
import type {Columns} from '../../ingest/table.ts'
import {findWrittenDays} from '../../ingest/written-day.ts'
import type {Article, Refusal} from '../../model/article.ts'
import type {PagePack} from '../../model/pack-page.ts'
import type {DocumentNote} from '../../model/span.ts'
import {decode, languageOf} from './detectors.ts'

export type Item = Article | Refusal

export interface Carrier {
  /** Path as given, with the member of an archive behind "!"; null for standard input. */
  readonly file: string | null
  readonly given: Given
  /** Where the bytes came from: what relative links start at. A feed's address is not that of its entries. */
  readonly address?: string
  /** How a sidecar maps the columns of a table or the fields of JSON lines. */
  readonly columns?: Columns
  readonly page: PagePack
  readonly maxDocument: number
  /** How many containers lie around these bytes. */
  readonly depth: number
}

export async function finish(
  carrier: Carrier,
  text: string,
  found: Found = {},
  notes: readonly DocumentNote[] = [],
  given: Given = carrier.given,
): Promise<Item> {
  const language = await languageOf(text.length > carrier.maxDocument ? '' : text, given.language ?? null, found.declaredLanguage ?? null)
  const draft: Draft = {text, file: carrier.file, given, found, language, notes}
  return makeArticle(draft, carrier.page, carrier.maxDocument)
}

/** A plain text as it is, behind its front matter if it has one. */
export async function readPlain(carrier: Carrier, bytes: Uint8Array): Promise<Item> {
  const {text, notes} = decode(bytes, null)
  const split = splitFrontMatter(text)
  return finish(carrier, split.text, {}, notes, mergeGiven(carrier.given, split.given))
}

/** A text file: one text as it is, or what a press database hands out, many articles with a head each. */
export async function* readText(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const {text} = decode(bytes, null)
  if (text.length <= carrier.maxDocument && articlesOf(carrier, text) !== null) yield* finishBundle(carrier, text)
  else yield await readPlain(carrier, bytes)
}

/** One line of JSON lines; the line's own fields outrank those that were given for the whole file. */
export async function readLine(carrier: Carrier, source: string, line: number): Promise<Item> {
  const read = readJsonLine(source, carrier.file, line, carrier.columns ?? {})
  if ('refused' in read) return read
  return finish(carrier, read.text, {}, [], mergeGiven(read.given, carrier.given))
}

/** A file of a press database as its articles; any other as one. */
export async function* finishBundle(carrier: Carrier, text: string, found: Found = {}): AsyncGenerator<Item> {
  const articles = articlesOf(carrier, text)
  if (articles === null) {
    yield await finish(carrier, text, found)
    return
  }
  const {id: _, title: __, uri: ___, ...given} = carrier.given
  for (const [i, article] of articles.entries())
    yield await finish({...carrier, file: `${carrier.file ?? ''}!${i + 1}`}, article.text, article.found, [], given)
}

const articlesOf = (carrier: Carrier, text: string): ReturnType<typeof splitBundle> =>
  splitBundle(text, line => findWrittenDays(line, carrier.page.dates, 'month-first', 1)[0] ?? null)
