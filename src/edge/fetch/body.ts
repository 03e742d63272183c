// Takes in the body of an answer under three limits: bytes as sent, bytes unpacked, and the ratio of the two. undici's own limits bound
// neither the unpacked size nor the whole time (field/security.md 3).
import type {Readable} from 'node:stream'
import {inflate, type Packing} from '../files/inflate.ts'
import {ReadFailure} from '../files/read-failure.ts'
import {FetchFailure} from './fetch-failure.ts'

export interface BodyLimits {
  readonly raw: number
  readonly decoded: number
}

export const BODY_LIMITS: BodyLimits = {raw: 10 * 1024 * 1024, decoded: 25 * 1024 * 1024}
/** Servers pack once; chains of packings are an attack. */
const MOST_PACKINGS = 2
const PACKINGS: {readonly [name: string]: Packing} = {gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate', br: 'br'}

/** The bytes as they were sent. Throws FetchFailure above the limit, without taking in more. */
export async function takeBody(body: Readable, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += (chunk as Buffer).length
    if (size > limit) {
      body.destroy()
      throw new FetchFailure('fetch/too-large', `the answer has more than ${limit} bytes`)
    }
    parts.push(chunk as Buffer)
  }
  return Buffer.concat(parts)
}

/** `encoding` is the value of Content-Encoding. The ratio cap of 100 to 1 is the one for files. */
export function unpackBody(raw: Buffer, encoding: string, limit: number): Buffer {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && name !== 'identity')
  if (names.length > MOST_PACKINGS) throw new FetchFailure('fetch/bomb', `the answer is packed ${names.length} times`)
  let bytes = raw
  for (const name of names.reverse()) {
    const packing = PACKINGS[name]
    if (packing === undefined)
      throw new FetchFailure('fetch/type', `the answer is packed in a way that was not asked for (${name.slice(0, 20)})`)
    try {
      bytes = Buffer.from(inflate(bytes, packing, limit))
    } catch (error) {
      if (error instanceof ReadFailure && error.code === 'ingest/too-large') throw new FetchFailure('fetch/bomb', error.message)
      throw new FetchFailure('fetch/failed', `the answer cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return bytes
}
