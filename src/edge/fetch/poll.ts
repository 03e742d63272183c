// One visit to a feed: asks whether it has changed, reads what came, and gives the entries that were not handed on before.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {MAX_DOCUMENT} from '../../ingest/article.ts'
import {isRefusal} from '../../ingest/refusal.ts'
import {sniffKind} from '../../ingest/sniff.ts'
import type {Article, Refusal} from '../../model/article.ts'
import type {PagePack} from '../../model/pack-page.ts'
import type {Carrier} from '../files/carrier.ts'
import type {ReaderWorker} from '../files/worker.ts'
import {type FeedState, NEW_FEED} from './feed-state.ts'
import {FetchFailure} from './fetch-failure.ts'
import type {Fetched, Fetcher} from './fetcher.ts'

export interface Visitor {
  readonly fetcher: Fetcher
  readonly worker: ReaderWorker
  readonly page: PagePack
  readonly now: () => number
  /** Milliseconds between two visits to a feed that asks for no longer pause. */
  readonly every: number
  /** `pages`: the page that an entry links to is fetched and read instead of what the feed says of it. */
  readonly depth: 'entries' | 'pages'
}

export interface Visit {
  readonly state: FeedState
  readonly articles: readonly Article[]
  readonly refusals: readonly Refusal[]
  /** Why the feed itself could not be had. */
  readonly failure: FetchFailure | null
}

const LONGEST_PAUSE = 24 * 3_600_000
/** More new pages at once are the history of the feed, not its news. */
const MOST_PAGES = 30

/** Never throws: what goes wrong is in the visit. */
export async function visitFeed(feed: string, known: FeedState | undefined, visitor: Visitor): Promise<Visit> {
  const state = known ?? NEW_FEED
  try {
    const fetched = await visitor.fetcher.fetch(feed, state)
    const pause = Math.min(LONGEST_PAUSE, Math.max(visitor.every, fetched.freshFor ?? 0))
    const next = {...state, etag: fetched.etag, lastModified: fetched.lastModified, nextAt: visitor.now() + pause, failures: 0}
    if (fetched.body === null) return {state: next, articles: [], refusals: [], failure: null}
    return await readEntries(feed, fetched, next, visitor)
  } catch (error) {
    const failure = error instanceof FetchFailure ? error : new FetchFailure('fetch/failed', String(error))
    const failures = state.failures + 1
    const pause = failure.waitFor ?? Math.min(LONGEST_PAUSE, visitor.every * 2 ** Math.min(failures, 10))
    return {
      state: {...state, failures, gone: failure.code === 'fetch/gone', nextAt: visitor.now() + pause},
      articles: [],
      refusals: [],
      failure,
    }
  }
}

async function readEntries(feed: string, fetched: Fetched, state: FeedState, visitor: Visitor): Promise<Visit> {
  const items = await readBytes(feed, fetched, {}, visitor)
  const seen = new Set(state.seen)
  const articles: Article[] = []
  const refusals = items.filter(isRefusal)
  let pages = 0
  for (const item of items) {
    if (isRefusal(item) || item.notes.some(note => note.code === 'ingest/no-entries')) continue
    const key = keyOf(item)
    if (seen.has(key)) continue
    seen.add(key)
    const read = visitor.depth === 'pages' && item.uri !== null && pages++ < MOST_PAGES ? await readLinked(item, visitor) : item
    // A bare link is no report; its page may be, another time.
    if (isRefusal(read)) refusals.push(read)
    else if (read.text !== '') articles.push(read)
  }
  return {state: {...state, seen: [...seen]}, articles, refusals, failure: null}
}

/** An entry that was changed is handed on again: the record keeps it as a version. */
const keyOf = (item: Article): string => `${item.guid ?? item.uri ?? ''} ${item.sha256}`.trim()

/** The page behind an entry; where it cannot be had, what the feed says, with the reason. */
async function readLinked(entry: Article, visitor: Visitor): Promise<Article | Refusal> {
  try {
    const fetched = await visitor.fetcher.fetch(entry.uri!)
    const given = {
      uri: fetched.url,
      ...(entry.guid === null ? {} : {guid: entry.guid}),
      ...(entry.title === null ? {} : {title: entry.title}),
      ...(entry.published === null ? {} : {published: entry.published}),
      ...(entry.publisher === null ? {} : {publisher: entry.publisher}),
    }
    const [page] = await readBytes(fetched.url, fetched, given, visitor)
    if (page !== undefined && !isRefusal(page)) return page
    return withNote(entry, page?.message ?? 'there was nothing in it')
  } catch (error) {
    return withNote(entry, error instanceof Error ? error.message : String(error))
  }
}

const withNote = (entry: Article, reason: string): Article => ({
  ...entry,
  notes: [
    ...entry.notes,
    {code: 'ingest/page-not-read', message: `this is the text of the feed, since its page could not be read: ${reason}`},
  ],
})

/** Foreign bytes are read in the worker, from a file of our own name. */
async function readBytes(name: string, fetched: Fetched, given: Carrier['given'], visitor: Visitor): Promise<(Article | Refusal)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-fetched-'))
  try {
    const path = join(folder, 'body')
    writeFileSync(path, fetched.body!)
    const kind = /html/i.test(fetched.type) && !/xml/i.test(fetched.type) ? 'html' : sniffKind(fetched.body!.subarray(0, 8192), '')
    const retrieved = new Date(visitor.now()).toISOString()
    const carrier: Carrier = {
      file: name,
      given: {...given, retrieved},
      address: fetched.base,
      page: visitor.page,
      maxDocument: MAX_DOCUMENT,
      depth: 0,
    }
    const items: (Article | Refusal)[] = []
    for await (const item of visitor.worker.read({kind, path, carrier})) items.push(item)
    return items
  } finally {
    rmSync(folder, {recursive: true})
  }
}
