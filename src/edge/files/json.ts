// Reads one JSON value in the worker: a JSON Feed, ninjs, or documents in our own shape (one, or a list of them).
import {readJsonNews} from '../../ingest/feed/json-feed.ts'
import {type Carrier, type Item, readLine} from './carrier.ts'
import {decode} from './detectors.ts'
import {finishEntries} from './entries.ts'
import {ReadFailure} from './read-failure.ts'

export async function* readJson(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const {text, notes} = decode(bytes, null)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ReadFailure('ingest/bad-json', `it is no JSON: ${error instanceof Error ? error.message.slice(0, 100) : 'unreadable'}`)
  }
  const entries = readJsonNews(value, carrier.page)
  if (entries !== null) {
    yield* finishEntries(carrier, entries, notes)
    return
  }
  const documents = Array.isArray(value) ? value : isRecord(value) ? value.documents : [value]
  let number = 0
  for (const document of documents) yield await readLine(carrier, JSON.stringify(document), ++number)
}

/** A record of ours holds its documents. */
const isRecord = (value: unknown): value is {documents: unknown[]} =>
  typeof value === 'object' && value !== null && Array.isArray((value as {documents?: unknown}).documents)
