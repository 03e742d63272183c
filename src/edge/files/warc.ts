// Reads a web archive (WARC, plain or gzipped) record by record. Where bytes are damaged it says where, and goes on at the next
// record: the library that was tried ends silently there (field/ingest.md 5).
import {createReadStream} from 'node:fs'
import {refuse} from '../../ingest/refusal.ts'
import {sniffKind} from '../../ingest/sniff.ts'
import type {Carrier, Item} from './carrier.ts'
import type {MemberReader} from './foreign.ts'
import {type Chunk, unpackMembers} from './gzip-members.ts'
import {inflate, type Packing} from './inflate.ts'

/** A record above it is a film or a file, no page. */
const LARGEST_RECORD = 16 * 1024 * 1024
const LONGEST_HEAD = 64 * 1024
const HEAD_END = Buffer.from('\r\n\r\n')
const MAGIC = Buffer.from('WARC/1.')
const READ_TYPES = /html|xml|json|pdf|plain|rtf|msword|officedocument/i

export interface WarcRecord {
  readonly head: string
  /** Null where the record was larger than the limit. */
  readonly body: Buffer | null
  /** Byte in the unpacked archive at which it begins. */
  readonly at: number
}
type Event = WarcRecord | {readonly damage: string; readonly at: number}

export async function* readWarcFile(carrier: Carrier, path: string, readMember: MemberReader): AsyncGenerator<Item> {
  const seen = new Set<string>()
  for await (const event of readRecords(await openBytes(path))) {
    if ('damage' in event) {
      yield refuse(
        {file: carrier.file},
        'ingest/corrupt',
        `${event.damage} at byte ${event.at} of the archive; read on from the next record`,
      )
      continue
    }
    const field = (name: string): string | null => warcField(event, name)
    const type = field('WARC-Type')
    if ((type !== 'response' && type !== 'resource') || event.body === null) continue
    const digest = field('WARC-Payload-Digest')
    if (digest !== null && seen.has(digest)) continue
    if (digest !== null) seen.add(digest)
    const payload =
      type === 'response' ? payloadOf(event.body) : {body: event.body, type: field('Content-Type') ?? '', status: 200, location: ''}
    if (payload === null || payload.status >= 300 || (payload.type !== '' && !READ_TYPES.test(payload.type))) continue
    const uri = targetOf(event)
    const kind = /html/i.test(payload.type) ? 'html' : sniffKind(payload.body.subarray(0, 8192), '')
    // A feed's address is where its links start, and not the address of its entries.
    const own = uri === null || kind === 'xml' || kind === 'json' ? {} : {uri}
    const given = {...own, ...(field('WARC-Date') === null ? {} : {retrieved: field('WARC-Date')!})}
    const address = baseOf(payload.location, uri)
    yield* readMember(uri ?? `byte-${event.at}`, payload.body, {kind, given, ...(address === null ? {} : {address})})
  }
}

/** The whole records of an archive; what is damaged is passed over. */
export async function* wholeRecords(path: string): AsyncGenerator<WarcRecord> {
  for await (const event of readRecords(await openBytes(path))) if (!('damage' in event)) yield event
}

export const warcField = ({head}: WarcRecord, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? null

export const targetOf = (record: WarcRecord): string | null => warcField(record, 'WARC-Target-URI')?.replace(/^<|>$/g, '') ?? null

/** An answer may name the address that its relative links start from. */
function baseOf(location: string, uri: string | null): string | null {
  if (uri === null) return null
  return location !== '' && URL.canParse(location, uri) ? new URL(location, uri).href : uri
}

/** Unpacked bytes; a damaged member of a gzipped archive is one mark in the stream. */
async function openBytes(path: string): Promise<AsyncGenerator<Chunk>> {
  const head = await firstBytes(path)
  return head[0] === 0x1f && head[1] === 0x8b
    ? unpackMembers(path)
    : (createReadStream(path) as AsyncIterable<Buffer> as AsyncGenerator<Chunk>)
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const chunk of createReadStream(path, {end: 1})) return chunk as Buffer
  return Buffer.alloc(0)
}

async function* readRecords(chunks: AsyncIterable<Chunk>): AsyncGenerator<Event> {
  let held: Buffer = Buffer.alloc(0)
  let at = 0
  /** Set while a record's body is awaited. */
  let open: {head: string; length: number; skipped: number; at: number} | null = null
  for await (const chunk of chunks) {
    if ('damage' in chunk) {
      yield {damage: chunk.damage, at: at + held.length}
      open = null
      at += held.length
      held = Buffer.alloc(0)
      continue
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (;;) {
      if (open !== null) {
        const isHuge = open.length > LARGEST_RECORD
        const wanted = open.length - open.skipped
        if (held.length < wanted) {
          if (isHuge) {
            open = {...open, skipped: open.skipped + held.length}
            at += held.length
            held = Buffer.alloc(0)
          }
          break
        }
        yield {head: open.head, body: isHuge ? null : held.subarray(0, wanted), at: open.at}
        held = held.subarray(wanted)
        at += wanted
        open = null
      }
      const start = held.indexOf(MAGIC)
      if (start < 0) {
        const kept = held.subarray(Math.max(0, held.length - MAGIC.length))
        at += held.length - kept.length
        held = kept
        break
      }
      if (start > 4) yield {damage: `${start} bytes that are no record`, at}
      const end = held.indexOf(HEAD_END, start)
      if (end < 0) {
        if (held.length - start <= LONGEST_HEAD) break
        held = held.subarray(start + MAGIC.length)
        at += start + MAGIC.length
        continue
      }
      const head = held.subarray(start, end).toString('utf8')
      const length = Number(/^Content-Length:[ \t]*(\d{1,12})/im.exec(head)?.[1] ?? Number.NaN)
      if (Number.isNaN(length)) {
        yield {damage: 'a record without a length', at: at + start}
        held = held.subarray(end)
        at += end
        continue
      }
      open = {head, length, skipped: 0, at: at + start}
      held = held.subarray(end + HEAD_END.length)
      at += end + HEAD_END.length
    }
  }
  if (open !== null) yield {damage: 'a record that is cut', at: open.at}
  else if (held.length > MAGIC.length && held.includes(MAGIC)) yield {damage: 'a record that is cut in its head', at}
}

/** The body of an HTTP answer, unchunked and unpacked. */
export function payloadOf(message: Buffer): {body: Buffer; type: string; status: number; location: string} | null {
  const end = message.indexOf(HEAD_END)
  if (end < 0) return null
  const head = message.subarray(0, end).toString('latin1')
  const fieldAsWritten = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const field = (name: string): string => fieldAsWritten(name).toLowerCase()
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1] ?? 200)
  let body = message.subarray(end + HEAD_END.length)
  if (field('Transfer-Encoding').includes('chunked')) body = unchunk(body)
  const packing = field('Content-Encoding')
  if (packing !== '' && packing !== 'identity') {
    const known: {[name: string]: Packing} = {gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate', br: 'br'}
    const how = known[packing]
    // Some archives keep the head and store the body unpacked.
    const isPacked = how !== undefined && (how !== 'gzip' || (body[0] === 0x1f && body[1] === 0x8b))
    if (isPacked) body = Buffer.from(inflate(body, how))
  }
  return {body, type: field('Content-Type'), status, location: fieldAsWritten('Content-Location')}
}

/** Archives say chunked where the body is not, or is no longer: then it stays as it is. */
function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at)
    const size = line < 0 ? Number.NaN : Number.parseInt(body.subarray(at, Math.min(line, at + 10)).toString('latin1'), 16)
    if (Number.isNaN(size)) return parts.length === 0 ? body : Buffer.concat(parts)
    if (size === 0) return Buffer.concat(parts)
    parts.push(body.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}
