// What a feature may ask about a word, as columns computed once a document: hashes of the word, its ends, its shape, and flags.
import {spread} from './hashing.ts'

export interface Words {
  readonly length: number
  /** Hash of the word as written. */
  readonly exact: Int32Array
  /** Hash of the word in lower case, digits as 0. */
  readonly norm: Int32Array
  readonly shape: Int32Array
  readonly flags: Uint8Array
  /** suffixes[k]: hash of the last k + 1 units, in lower case; 0 where the word is shorter. */
  readonly suffixes: readonly Int32Array[]
  readonly prefixes: readonly Int32Array[]
}

export const FLAG_CAPITAL = 1
export const FLAG_ALL_CAPS = 2
export const FLAG_DIGIT = 4
export const FLAG_LETTER = 8
/** More than one unit long. */
export const FLAG_LONG = 16
/** Written with a capital here, and small somewhere in the document. */
export const FLAG_SEEN_SMALL = 32
/** Written with a capital here, and with a capital behind a word in small letters somewhere in the document. */
export const FLAG_SEEN_CAPITAL = 64

const SUFFIXES = 5
const PREFIXES = 3
const START = 0x811c9dc5 | 0
const PRIME = 0x01000193
/** Longer words are hashed by their first and last units only, so that a word of a megabyte costs no more than its length. */
const MAX_SHAPE = 12

export function wordsOf(text: string, start: ArrayLike<number>, end: ArrayLike<number>, length: number): Words {
  const exact = new Int32Array(length)
  const norm = new Int32Array(length)
  const shape = new Int32Array(length)
  const flags = new Uint8Array(length)
  const suffixes = Array.from({length: SUFFIXES}, () => new Int32Array(length))
  const prefixes = Array.from({length: PREFIXES}, () => new Int32Array(length))
  for (let i = 0; i < length; i++) {
    const from = start[i]!
    const to = end[i]!
    let plain = true
    for (let k = from; k < to; k++) if (text.charCodeAt(k) > 126) plain = false
    const lower = plain ? '' : text.slice(from, to).replaceAll('’', "'").toLowerCase()
    let exactHash = START
    let normHash = START
    let shapeHash = START
    let flag = 0
    let last = 0
    let run = 0
    let shapes = 0
    let lowers = 0
    for (let k = from; k < to; k++) {
      const unit = text.charCodeAt(k)
      exactHash = Math.imul(exactHash ^ unit, PRIME)
      const kind = kindOf(unit, text, k)
      if (kind === UPPER) flag |= FLAG_LETTER
      else if (kind === LOWER) {
        flag |= FLAG_LETTER
        lowers++
      } else if (kind === DIGIT) flag |= FLAG_DIGIT
      if (k === from && kind === UPPER) flag |= FLAG_CAPITAL
      const symbol = kind === OTHER ? unit : kind
      run = symbol === last ? run + 1 : 1
      last = symbol
      if (run <= 2 && shapes < MAX_SHAPE) {
        shapeHash = Math.imul(shapeHash ^ symbol, PRIME)
        shapes++
      }
    }
    if ((flag & FLAG_LETTER) !== 0 && lowers === 0) flag |= FLAG_ALL_CAPS
    if (to - from > 1) flag |= FLAG_LONG
    const size = plain ? to - from : lower.length
    for (let k = 0; k < size; k++)
      normHash = Math.imul(normHash ^ (plain ? lowered(text.charCodeAt(from + k)) : digitless(lower.charCodeAt(k))), PRIME)
    let back = START
    for (let k = 0; k < SUFFIXES && k < size; k++) {
      back = Math.imul(back ^ (plain ? lowered(text.charCodeAt(to - 1 - k)) : digitless(lower.charCodeAt(size - 1 - k))), PRIME)
      suffixes[k]![i] = spread(back)
    }
    let front = START
    for (let k = 0; k < PREFIXES && k < size; k++) {
      front = Math.imul(front ^ (plain ? lowered(text.charCodeAt(from + k)) : digitless(lower.charCodeAt(k))), PRIME)
      prefixes[k]![i] = spread(front + 1)
    }
    exact[i] = spread(exactHash)
    norm[i] = spread(normHash)
    shape[i] = spread(shapeHash)
    flags[i] = flag
  }
  addSeen(norm, flags)
  return {length, exact, norm, shape, flags, suffixes, prefixes}
}

/** What the rest of the document says of words with a capital: the tagger tells names from the openings of sentences and titles by it. */
function addSeen(norm: Int32Array, flags: Uint8Array): void {
  const seen = new Map<number, number>()
  for (let i = 0; i < norm.length; i++) {
    if ((flags[i]! & FLAG_LETTER) === 0) continue
    const isCapital = (flags[i]! & FLAG_CAPITAL) !== 0
    const isInside = isCapital && i > 0 && (flags[i - 1]! & (FLAG_LETTER | FLAG_CAPITAL)) === FLAG_LETTER
    const fact = isInside ? FLAG_SEEN_CAPITAL : isCapital ? 0 : FLAG_SEEN_SMALL
    if (fact > 0) seen.set(norm[i]!, (seen.get(norm[i]!) ?? 0) | fact)
  }
  for (let i = 0; i < norm.length; i++) if ((flags[i]! & FLAG_CAPITAL) !== 0) flags[i]! |= seen.get(norm[i]!) ?? 0
}

const UPPER = 1
const LOWER = 2
const DIGIT = 3
const OTHER = 0

function kindOf(unit: number, text: string, at: number): number {
  if (unit >= 97 && unit <= 122) return LOWER
  if (unit >= 65 && unit <= 90) return UPPER
  if (unit >= 48 && unit <= 57) return DIGIT
  if (unit < 0xaa) return OTHER
  const character = text[at]!
  const lower = character.toLowerCase()
  if (lower !== character) return UPPER
  return lower !== character.toUpperCase() || /\p{L}/u.test(character) ? LOWER : OTHER
}

const lowered = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit >= 48 && unit <= 57 ? 48 : unit)

const digitless = (unit: number): number => (unit >= 48 && unit <= 57 ? 48 : unit)
