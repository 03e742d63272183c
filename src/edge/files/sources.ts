// Every way a report can come in: files, folders, standard input, JSON lines, archives. One stream of articles and refusals
// in the order of the inputs; one bad source is one refusal, and the others are unaffected.
import {createReadStream} from 'node:fs'
import {open, readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {MAX_DOCUMENT} from '../../ingest/article.ts'
import {readGivenDate} from '../../ingest/dates.ts'
import {refuse} from '../../ingest/refusal.ts'
import {HEAD_LENGTH, type Kind, sniffKind} from '../../ingest/sniff.ts'
import type {Article, Refusal} from '../../model/article.ts'
import type {Packs} from '../../model/packs.ts'
import {whyNot} from '../why-not.ts'
import {type ByteLine, splitLines} from './byte-lines.ts'
import {type Carrier, type Item, readLine, readPlain, readText} from './carrier.ts'
import {claimIds} from './claim-ids.ts'
import {openSidecars, SIDECAR} from './sidecar.ts'
import {openWorker, type ReaderWorker} from './worker.ts'

export interface SourceOptions {
  readonly packs: Packs
  /** EDTF date for every document that has none. Check it first with `readGivenDate`. */
  readonly published?: string | null
  /** Longest text in UTF-16 units; the deadline grows with it. */
  readonly maxDocument?: number
  readonly stdin?: AsyncIterable<Uint8Array>
}

/** A wrong call: nothing was read, and trying again will not help. */
export class SourceError extends Error {
  readonly code: 'ingest/no-documents' | 'ingest/bad-published'
  constructor(code: SourceError['code'], message: string) {
    super(message)
    this.name = 'SourceError'
    this.code = code
  }
}

/** UTF-8 takes up to three bytes a unit, JSON escapes up to six. */
const BYTES_A_UNIT = 4
const JSON_BYTES_A_UNIT = 6
const JSON_LINE_ROOM = 64 * 1024

/** Articles and refusals in the order of the inputs (`-` is standard input). Throws SourceError for a wrong call only. */
export async function* readSources(inputs: readonly string[], options: SourceOptions): AsyncGenerator<Article | Refusal> {
  const published = options.published ?? null
  if (published !== null && readGivenDate(published) === null)
    throw new SourceError('ingest/bad-published', `--published ${published} is no date; wanted is 2025-04-11 or 2025-04-11T18:00:00Z`)
  const admit = claimIds(published)
  const worker = openWorker(options.packs.page)
  const sidecars = openSidecars()
  async function* readAll(): AsyncGenerator<Item> {
    for (const input of inputs) {
      if (input === '-') yield* readStandardInput(options)
      else yield* readInput(input, options, sidecars, worker)
    }
  }
  try {
    for await (const item of readAhead(readAll())) yield admit(item)
  } finally {
    await worker.close()
  }
}

/** Sources that are read while the program works on the one before. */
const AHEAD = 4

async function* readAhead(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const waiting: Promise<IteratorResult<Item>>[] = []
  const ask = () => {
    const next = items.next()
    // Told where it is awaited, in its turn.
    next.catch(() => undefined)
    waiting.push(next)
  }
  while (waiting.length < AHEAD) ask()
  for (;;) {
    const {done, value} = await waiting.shift()!
    if (done) return
    ask()
    yield value
  }
}

async function* readInput(
  input: string,
  options: SourceOptions,
  sidecars: ReturnType<typeof openSidecars>,
  worker: ReaderWorker,
): AsyncGenerator<Item> {
  let isFolder: boolean
  try {
    isFolder = (await stat(input)).isDirectory()
  } catch (error) {
    yield refuse({file: input}, 'ingest/unreadable', whyNot(error))
    return
  }
  let read = 0
  for await (const path of isFolder ? walk(input) : [input]) {
    const carrier = carrierOf(path, options, sidecars)
    yield* sidecars.refusals()
    for await (const item of readFileItems(carrier, path, isFolder, worker)) {
      read++
      yield item
    }
  }
  if (isFolder && read === 0) throw new SourceError('ingest/no-documents', `there is no document in the folder ${input}`)
}

function carrierOf(path: string, options: SourceOptions, sidecars: ReturnType<typeof openSidecars>): Carrier {
  const maxDocument = options.maxDocument ?? MAX_DOCUMENT
  return {file: path, given: sidecars.givenFor(path), columns: sidecars.columnsFor(path), page: options.packs.page, maxDocument, depth: 0}
}

/** How many files the inputs name; null where that is not known before they are read. */
export async function countFiles(inputs: readonly string[]): Promise<number | null> {
  let count = 0
  for (const input of inputs) {
    if (input === '-') return null
    const status = await stat(input).catch(() => null)
    if (status?.isDirectory()) for await (const _ of walk(input)) count++
    else count++
  }
  return count
}

/** Files below a folder, sorted by path; hidden ones, sidecars and linked folders are left out. */
async function* walk(folder: string): AsyncGenerator<string> {
  const entries = (await readdir(folder, {withFileTypes: true})).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === SIDECAR) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isFile())) yield path
  }
}

async function* readFileItems(carrier: Carrier, path: string, inFolder: boolean, worker: ReaderWorker): AsyncGenerator<Item> {
  let head: {kind: Kind; size: number}
  try {
    head = await sniffFile(path)
  } catch (error) {
    yield refuse({file: path}, 'ingest/unreadable', whyNot(error))
    return
  }
  const {kind, size} = head
  if (kind === 'json-lines') yield* readJsonLines(carrier, createReadStream(path))
  else if (kind === 'text' && size > carrier.maxDocument * BYTES_A_UNIT)
    yield refuse(
      {file: path},
      'ingest/too-large',
      `the file has ${size} bytes, more than a text of ${carrier.maxDocument} characters; --max-doc raises the limit`,
    )
  else if (kind === 'text') yield* readText(carrier, await readFile(path))
  else if (kind !== 'media' || !inFolder) yield* worker.read({kind, path, carrier})
}

/** What a file is, by its first bytes and its name; how large. */
export async function sniffFile(path: string): Promise<{kind: Kind; size: number}> {
  const file = await open(path)
  try {
    const head = new Uint8Array(HEAD_LENGTH)
    const {bytesRead} = await file.read(head, 0, HEAD_LENGTH, 0)
    return {kind: sniffKind(head.subarray(0, bytesRead), path), size: (await file.stat()).size}
  } finally {
    await file.close()
  }
}

async function* readJsonLines(carrier: Carrier, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  for await (const line of splitLines(chunks, lineLimit(carrier))) {
    const item = await readByteLine(carrier, line)
    if (item !== null) yield item
  }
}

async function readByteLine(carrier: Carrier, {number, bytes}: ByteLine): Promise<Item | null> {
  if (bytes === null)
    return refuse({file: carrier.file}, 'ingest/too-large', `line ${number} is longer than any text of ${carrier.maxDocument} characters`)
  const source = new TextDecoder().decode(bytes)
  return source.trim() === '' ? null : readLine(carrier, source, number)
}

const lineLimit = (carrier: Carrier): number => carrier.maxDocument * JSON_BYTES_A_UNIT + JSON_LINE_ROOM

/** JSON lines where the first character is `{`, else one plain text. */
async function* readStandardInput(options: SourceOptions): AsyncGenerator<Item> {
  const maxDocument = options.maxDocument ?? MAX_DOCUMENT
  const carrier: Carrier = {file: null, given: {}, page: options.packs.page, maxDocument, depth: 0}
  const stdin: AsyncIterable<Uint8Array> = options.stdin ?? process.stdin
  const chunks = stdin[Symbol.asyncIterator]()
  const start: Uint8Array[] = []
  let first: number | undefined
  while (first === undefined) {
    const {done, value} = await chunks.next()
    if (done) break
    const bytes = Buffer.from(value)
    start.push(bytes)
    first = bytes.find(byte => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  }
  const all = resume(start, chunks)
  if (first === 0x7b) {
    yield* readJsonLines(carrier, all)
    return
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of all) {
    size += chunk.length
    if (size > maxDocument * BYTES_A_UNIT) {
      yield refuse(
        {file: null},
        'ingest/too-large',
        `standard input is longer than a text of ${maxDocument} characters; --max-doc raises the limit`,
      )
      return
    }
    parts.push(chunk)
  }
  yield await readPlain(carrier, Buffer.concat(parts))
}

async function* resume(start: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* start
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield Buffer.from(next.value)
}
