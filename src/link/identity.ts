// Ids and citations of the record: an id is a hash of content, the same on every machine; a citation carries its words.
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Citation} from '../model/record.ts'
import type {Span} from '../model/span.ts'

const encoder = new TextEncoder()

/** 16 hexadecimal digits of the SHA-256 of the parts. */
export const idOf = (...parts: readonly (string | number | null)[]): string =>
  bytesToHex(sha256(encoder.encode(parts.join('\u0000')))).slice(0, 16)

/** `quote` is always exactly `text.slice(start, end)`. */
export const cite = (document: {readonly id: string; readonly text: string}, {start, end}: Span): Citation => ({
  document: document.id,
  start,
  end,
  quote: document.text.slice(start, end),
})

export const byCitation = (a: Citation, b: Citation): number =>
  a.document !== b.document ? (a.document < b.document ? -1 : 1) : a.start - b.start || a.end - b.end

/** Orders entries of the record: first citation (document, start, end), then kind, then id. */
export function byFirstCitation<Entry>(
  firstOf: (entry: Entry) => Citation | undefined,
  rest: (entry: Entry) => string,
): (a: Entry, b: Entry) => number {
  return (a, b) => {
    const first = firstOf(a)
    const second = firstOf(b)
    const order = first && second ? byCitation(first, second) : first ? -1 : second ? 1 : 0
    return order !== 0 ? order : compare(rest(a), rest(b))
  }
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
