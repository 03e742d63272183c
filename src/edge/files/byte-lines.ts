// Lines of a stream of bytes, as soon as each is whole. A line above the limit is dropped and told, never held.

export interface ByteLine {
  /** From 1. */
  readonly number: number
  /** Null where the line was longer than the limit. */
  readonly bytes: Uint8Array | null
}

const NEWLINE = 10

export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const take = (): ByteLine => {
    const bytes = size > limit ? null : Buffer.concat(parts)
    parts = []
    size = 0
    return {number: number++, bytes}
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      size += at - from
      if (size <= limit) parts.push(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    size += chunk.length - from
    if (size <= limit) parts.push(chunk.subarray(from))
    else parts = []
  }
  if (size > 0) yield take()
}
