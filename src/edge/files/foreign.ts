// One table of readers by kind. Each is loaded when the first source of its kind comes; containers hand their members back here.
import {readFile, stat} from 'node:fs/promises'
import {refuse} from '../../ingest/refusal.ts'
import {HEAD_LENGTH, type Kind, sniffKind} from '../../ingest/sniff.ts'
import {type Carrier, type Item, readLine, readText} from './carrier.ts'
import {decode} from './detectors.ts'
import {ReadFailure} from './read-failure.ts'

/** Reads a member of a container; what cannot be read becomes one refusal. `kind` where the container knows it. */
export type MemberReader = (
  name: string,
  bytes: Uint8Array,
  known?: {readonly kind?: Kind; readonly given?: Carrier['given']; readonly address?: string},
) => AsyncGenerator<Item>
export type BytesReader = (carrier: Carrier, bytes: Uint8Array, readMember: MemberReader) => AsyncIterable<Item> | Promise<Item>
export type PathReader = (carrier: Carrier, path: string, readMember: MemberReader) => AsyncIterable<Item>

const READERS: Partial<Record<Kind, () => Promise<BytesReader>>> = {
  text: async () => readText,
  'json-lines': async () => readLines,
  xml: async () => (await import('./xml.ts')).readXml,
  html: async () => (await import('./html.ts')).readHtmlPage,
  json: async () => (await import('./json.ts')).readJson,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  table: async () => (await import('./table.ts')).readTableFile,
  mail: async () => (await import('./mail.ts')).readMail,
  mailbox: async () => (await import('./mailbox.ts')).readMailbox,
  zip: async () => (await import('./zip.ts')).readZip,
  gzip: async () => (await import('./gzip.ts')).readGzip,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  rtf: async () => (await import('./rtf.ts')).readRtf,
}
/** Those that may be larger than memory are read from their path, a stretch at a time. */
const STREAMS: Partial<Record<Kind, () => Promise<PathReader>>> = {
  warc: async () => (await import('./warc.ts')).readWarcFile,
}

/** The largest file that is read whole; a page or a feed above it is none. */
const LARGEST_FILE = 64 * 1024 * 1024
/** An archive inside an archive is read, one inside that is not (field/security.md). */
const DEEPEST_CONTAINER = 2

export async function* readForeign(kind: Kind, path: string, carrier: Carrier): AsyncGenerator<Item> {
  const stream = STREAMS[kind]
  if (stream !== undefined) {
    yield* (await stream())(carrier, path, memberReader(carrier))
    return
  }
  const {size} = await stat(path)
  if (size > LARGEST_FILE) throw new ReadFailure('ingest/too-large', `the file has ${size} bytes, more than ${LARGEST_FILE}`)
  yield* readBytes(kind, await readFile(path), carrier)
}

async function* readBytes(kind: Kind, bytes: Uint8Array, carrier: Carrier): AsyncGenerator<Item> {
  const load = READERS[kind]
  if (load === undefined) throw new ReadFailure('ingest/unsupported', `there is no reader for this kind of file (${kind})`)
  const items = (await load())(carrier, bytes, memberReader(carrier))
  if ('then' in items) yield await items
  else yield* items
}

function memberReader(container: Carrier): MemberReader {
  return async function* (name, bytes, known = {}) {
    const file = container.file === null ? name : `${container.file}!${name}`
    const carrier = {
      ...container,
      file,
      given: known.given ?? {},
      depth: container.depth + 1,
      ...(known.address === undefined ? {} : {address: known.address}),
    }
    if (carrier.depth > DEEPEST_CONTAINER) {
      yield refuse({file}, 'ingest/unsupported', `containers nest more than ${DEEPEST_CONTAINER} deep`)
      return
    }
    try {
      yield* readBytes(known.kind ?? sniffKind(bytes.subarray(0, HEAD_LENGTH), name), bytes, carrier)
    } catch (error) {
      const code = error instanceof ReadFailure ? error.code : 'ingest/corrupt'
      yield refuse({file}, code, error instanceof Error ? error.message : String(error))
    }
  }
}

async function* readLines(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const {text} = decode(bytes, null)
  let number = 0
  for (const line of text.split('\n')) {
    number++
    if (line.trim() !== '') yield await readLine(carrier, line, number)
  }
}
