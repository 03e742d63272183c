// Unpacks a file of many gzip members, as web archives are, one member at a time: what is whole is kept, whatever stands around it.
// Node's own stream drops what it holds when it meets damage, and ends silently at bytes between members.
import {createReadStream} from 'node:fs'
import {constants, createGunzip, inflateRawSync} from 'node:zlib'

/** Unpacked bytes, or where damage lay. */
export type Chunk = Buffer | {readonly damage: string}

/** A member above it is the whole archive in one: then it is streamed. */
const LARGEST_MEMBER = 16 * 1024 * 1024
const LARGEST_OUT = 64 * 1024 * 1024
const HEAD_LENGTH = 10

export async function* unpackMembers(path: string): AsyncGenerator<Chunk> {
  let held: Buffer = Buffer.alloc(0)
  let offset = 0
  const drop = (count: number) => {
    held = held.subarray(count)
    offset += count
  }
  for await (const chunk of createReadStream(path, {highWaterMark: 1024 * 1024})) {
    held = Buffer.concat([held, chunk as Buffer])
    if (held.length > LARGEST_MEMBER && isHead(held, 0) && nextHead(held, HEAD_LENGTH) < 0) {
      yield* streamRest(path, offset)
      return
    }
    for (const piece of takeMembers(held, 'more may come')) {
      if (piece.chunk !== null) yield piece.chunk
      drop(piece.used)
    }
  }
  for (const piece of takeMembers(held, 'the end')) if (piece.chunk !== null) yield piece.chunk
}

/** Members of the bytes that are whole; each piece says how many bytes it used. */
function* takeMembers(bytes: Buffer, state: 'more may come' | 'the end'): Generator<{chunk: Chunk | null; used: number}> {
  let from = 0
  while (from < bytes.length) {
    const start = isHead(bytes, from) ? from : nextHead(bytes, from)
    if (start < 0) {
      if (state === 'the end') yield {chunk: {damage: 'bytes that are no record'}, used: bytes.length - from}
      return
    }
    if (start > from) yield {chunk: {damage: `${start - from} packed bytes that are no record`}, used: start - from}
    const member = unpackAt(bytes, start, state)
    if (member === null) return
    yield member
    from = start + member.used
  }
}

/** Null where the member may go on behind the bytes. A head may stand by chance inside packed bytes: then the stretch is made longer. */
function unpackAt(bytes: Buffer, start: number, state: 'more may come' | 'the end'): {chunk: Chunk; used: number} | null {
  const body = start + headLength(bytes, start)
  for (let end = nextHead(bytes, start + HEAD_LENGTH); ; end = nextHead(bytes, end + 1)) {
    const isLast = end < 0
    if (isLast && state === 'more may come') return null
    const stretch = bytes.subarray(body, isLast ? bytes.length : end)
    try {
      return {chunk: inflateRawSync(stretch, {maxOutputLength: LARGEST_OUT}), used: (isLast ? bytes.length : end) - start}
    } catch (error) {
      const {code} = error as {code?: string}
      if (code === 'Z_BUF_ERROR' && !isLast) continue
      const next = nextHead(bytes, start + HEAD_LENGTH)
      const used = (next < 0 ? bytes.length : next) - start
      if (code === 'Z_BUF_ERROR')
        return {
          chunk: inflateRawSync(stretch, {maxOutputLength: LARGEST_OUT, finishFlush: constants.Z_SYNC_FLUSH}),
          used: bytes.length - start,
        }
      return {chunk: {damage: 'a packed record that cannot be unpacked'}, used}
    }
  }
}

const isHead = (bytes: Buffer, at: number): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 255) < 32

function nextHead(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) if (isHead(bytes, at)) return at
  return -1
}

/** RFC 1952: fixed part, extra field, name, comment, check of the head. */
function headLength(bytes: Buffer, start: number): number {
  const flags = bytes[start + 3]!
  let at = start + HEAD_LENGTH
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
  for (const flag of [8, 16]) if (flags & flag) at = Math.max(at, bytes.indexOf(0, at)) + 1
  if (flags & 2) at += 2
  return at - start
}

async function* streamRest(path: string, from: number): AsyncGenerator<Chunk> {
  const gunzip = createReadStream(path, {start: from}).pipe(createGunzip())
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
  } catch (error) {
    yield {damage: error instanceof Error ? error.message : 'the packed stream is damaged'}
  }
}
