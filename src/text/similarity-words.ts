// The words of a text as columns, for every comparison of texts: where each stands, a hash of its folded form, and whether it is quoted.
import type {Span} from '../model/span.ts'
import {quotedSpans} from './masking.ts'

export interface Words {
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Hash of the word in lower case without marks. */
  readonly form: Int32Array
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array
}

/** Lower case, without accents. */
export const foldWord = (word: string): string => {
  const lower = word.toLowerCase()
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** 32-bit FNV-1a over UTF-16 units. */
export function hashOf(word: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** Mixes two hashes; order matters. */
export const mixHashes = (a: number, b: number): number => {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  hash ^= hash >>> 13
  return Math.imul(hash, 0xc2b2ae35) | 0
}

/** Words are runs of letters and digits; the s of a possessive is no word. */
export function wordsOf(text: string): Words {
  const start: number[] = []
  const end: number[] = []
  const form: number[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const at = match.index
    const word = match[0]
    if ((word === 's' || word === 'S') && at > 0 && (text[at - 1] === "'" || text[at - 1] === '’')) continue
    start.push(at)
    end.push(at + word.length)
    form.push(hashOf(foldWord(word)))
  }
  const words = {
    length: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    form: Int32Array.from(form),
    quoted: new Uint8Array(start.length),
  }
  markQuoted(words, quotedSpans(text))
  return words
}

function markQuoted(words: Words, spans: readonly Span[]): void {
  let i = 0
  for (const span of spans) {
    while (i < words.length && words.end[i]! <= span.start) i++
    for (; i < words.length && words.start[i]! < span.end; i++) words.quoted[i] = 1
  }
}
