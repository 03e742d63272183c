// One table of readers by kind. Each is loaded when the first source of its kind comes.
import {readFile, stat} from 'node:fs/promises'
import {HEAD_LENGTH, type Kind, sniffKind} from '../../ingest/sniff.ts'
import {type Carrier, type Item, readLine, readPlain} from './carrier.ts'
import {decode} from './detectors.ts'
import {ReadFailure} from './read-failure.ts'

type BytesReader = (carrier: Carrier, bytes: Uint8Array) => AsyncIterable<Item> | Promise<Item>
type Loader = () => Promise<BytesReader>

const READERS: Partial<Record<Kind, Loader>> = {
  text: async () => readPlain,
  'json-lines': async () => readLines,
  html: async () => (await import('./html.ts')).readHtml,
}

/** The largest file that is read whole; a page or a feed above it is none. */
const LARGEST_FILE = 64 * 1024 * 1024

export async function* readForeign(kind: Kind, path: string, carrier: Carrier): AsyncGenerator<Item> {
  const {size} = await stat(path)
  if (size > LARGEST_FILE) throw new ReadFailure('ingest/too-large', `the file has ${size} bytes, more than ${LARGEST_FILE}`)
  yield* readBytes(kind, await readFile(path), carrier)
}

/** Bytes of a kind, or of the kind that they show themselves. */
export async function* readBytes(kind: Kind | null, bytes: Uint8Array, carrier: Carrier): AsyncGenerator<Item> {
  const known = kind ?? sniffKind(bytes.subarray(0, HEAD_LENGTH), carrier.file ?? '')
  const load = READERS[known]
  if (load === undefined) throw new ReadFailure('ingest/unsupported', `there is no reader for this kind of file (${known})`)
  const read = await load()
  const items = read(carrier, bytes)
  if ('then' in items) yield await items
  else yield* items
}

async function* readLines(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const {text} = decode(bytes, null)
  let number = 0
  for (const line of text.split('\n')) {
    number++
    if (line.trim() !== '') yield await readLine(carrier, line, number)
  }
}
