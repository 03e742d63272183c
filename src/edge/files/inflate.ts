// Unpacks with a limit on size and ratio: a bomb of 100 KB becomes 100 MB (field/security.md).
import {brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync} from 'node:zlib'
import {ReadFailure} from './read-failure.ts'

const MOST_OUT = 50 * 1024 * 1024
const RATIO = 100
/** Small texts of one repeated sentence pass any ratio. */
const ALWAYS_ALLOWED = 1024 * 1024

export type Packing = 'gzip' | 'deflate' | 'raw' | 'br'

/** What is there of a cut stream is returned. Throws ReadFailure where it is a bomb or broken. */
export function inflate(bytes: Uint8Array, packing: Packing, mostOut: number = MOST_OUT): Uint8Array {
  const maxOutputLength = Math.min(mostOut, Math.max(ALWAYS_ALLOWED, bytes.length * RATIO))
  try {
    if (packing === 'br') return brotliDecompressSync(bytes, {maxOutputLength})
    const options = {maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH}
    return packing === 'gzip' ? gunzipSync(bytes, options) : packing === 'raw' ? inflateRawSync(bytes, options) : inflateAny(bytes, options)
  } catch (error) {
    const code = (error as {code?: string}).code
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new ReadFailure('ingest/too-large', `it unpacks to more than ${maxOutputLength} bytes: refused as a bomb`)
    throw new ReadFailure('ingest/corrupt', `it cannot be unpacked: ${error instanceof Error ? error.message : code}`)
  }
}

/** Servers send "deflate" with and without a header. */
function inflateAny(bytes: Uint8Array, options: {maxOutputLength: number; finishFlush: number}): Uint8Array {
  try {
    return inflateSync(bytes, options)
  } catch (error) {
    if ((error as {code?: string}).code === 'ERR_BUFFER_TOO_LARGE') throw error
    return inflateRawSync(bytes, options)
  }
}
