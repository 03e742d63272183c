// Decides where sentences end inside a paragraph: a perceptron over the gaps between words, from left to right.
// Rules alone measured 79 (EWT) and 94 (GUM) in the prototype; what a writer of mail does with full stops has to be learned.
import {feature1, feature2, feature3} from './hashing.ts'
import type {Scorer} from './weights.ts'
import {FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_DIGIT, FLAG_LETTER, FLAG_LONG, type Words} from './words.ts'

export const SPLIT_LABELS = 2
export const MAX_SPLIT_FEATURES = 48
/** No sentence is longer, so that parsing stays linear and its memory bounded: the longest of the treebanks has 159 words. */
export const MAX_SENTENCE = 400

export interface SplitState {
  /** First token of the sentence that is open. */
  first: number
  quotes: number
  brackets: number
}

/** Where a boundary may stand at all: behind a sign, or before a capital, a figure or a sign. */
export function mayEnd(text: string, words: Words, start: ArrayLike<number>, end: ArrayLike<number>, next: number): boolean {
  const last = text.charCodeAt(end[next - 1]! - 1)
  if (isStop(last)) return true
  const flags = words.flags[next]!
  if ((words.flags[next - 1]! & (FLAG_LETTER | FLAG_DIGIT)) === 0) return true
  return start[next]! > end[next - 1]! && ((flags & FLAG_LETTER) === 0 || (flags & FLAG_CAPITAL) !== 0)
}

const isStop = (unit: number): boolean => unit === 46 || unit === 33 || unit === 63 || unit === 0x2026

/** Keeps count of quotes and brackets; to be called for each token of the open sentence. */
export function passToken(state: SplitState, text: string, from: number): void {
  const unit = text.charCodeAt(from)
  if (unit === 0x201c || unit === 34) state.quotes = unit === 34 ? 1 - state.quotes : 1
  else if (unit === 0x201d) state.quotes = 0
  else if (unit === 40 || unit === 91) state.brackets = 1
  else if (unit === 41 || unit === 93) state.brackets = 0
}

/** Features of the gap before token `next`; first … stop - 1 is the paragraph. */
export function splitFeatures(
  text: string,
  words: Words,
  start: ArrayLike<number>,
  end: ArrayLike<number>,
  state: SplitState,
  next: number,
  first: number,
  stop: number,
  out: Int32Array,
): number {
  const {norm, shape, flags} = words
  const p0 = next - 1
  const p1 = next - 2
  const n0 = next
  const n1 = next + 1
  const pn = norm[p0]!
  const p1n = p1 >= first ? norm[p1]! : 1
  const nn = norm[n0]!
  const n1n = n1 < stop ? norm[n1]! : 2
  const ps = shape[p0]!
  const p1s = p1 >= first ? shape[p1]! : 1
  const ns = shape[n0]!
  const n1s = n1 < stop ? shape[n1]! : 2
  const gap = Math.min(2, start[n0]! - end[p0]!)
  const length = bucket(next - state.first)
  const context = state.quotes * 2 + state.brackets + gap * 4
  const lastUnit = text.charCodeAt(end[p0]! - 1)
  const kind = (isStop(lastUnit) ? 1 : 0) + ((flags[p0]! & FLAG_LETTER) !== 0 ? 2 : 0) + ((flags[p0]! & FLAG_LONG) !== 0 ? 4 : 0)
  const nextKind = flags[n0]! & (FLAG_CAPITAL | FLAG_ALL_CAPS | FLAG_DIGIT | FLAG_LETTER | FLAG_LONG)
  const both = kind * 32 + nextKind
  let n = 0
  out[n++] = feature1(1, both)
  out[n++] = feature2(2, both, context)
  out[n++] = feature2(3, both, length)
  out[n++] = feature2(4, pn, kind)
  out[n++] = feature2(5, nn, kind)
  out[n++] = feature2(6, words.exact[n0]!, kind)
  out[n++] = feature2(7, pn, nn)
  out[n++] = feature2(8, pn, ns)
  out[n++] = feature2(9, ps, nn)
  out[n++] = feature2(10, ps, ns)
  out[n++] = feature3(11, ps, ns, context)
  out[n++] = feature3(12, p1s, ps, ns)
  out[n++] = feature3(13, ps, ns, n1s)
  out[n++] = feature2(14, p1n, pn)
  out[n++] = feature2(15, nn, n1n)
  out[n++] = feature3(16, p1n, pn, ns)
  out[n++] = feature3(17, pn, ns, n1s)
  out[n++] = feature3(18, p1n, pn, nn)
  out[n++] = feature2(19, n1n, both)
  out[n++] = feature2(20, p1n, both)
  out[n++] = feature3(21, lastUnit, nextKind, context)
  out[n++] = feature3(22, lastUnit, nn, context)
  out[n++] = feature2(23, lastUnit, n1s)
  out[n++] = feature3(24, p1s, lastUnit, nextKind)
  out[n++] = feature3(25, both, n1s, gap)
  out[n++] = feature3(26, words.suffixes[2]![p0]!, both, gap)
  out[n++] = feature3(27, words.suffixes[1]![n0]!, both, gap)
  out[n++] = feature3(28, lastUnit, nextKind, length)
  out[n++] = feature2(29, bucket(stop - next), both)
  out[n++] = feature3(30, norm[state.first]!, both, length)
  out[n++] = feature2(31, shape[state.first]!, both)
  return n
}

function bucket(n: number): number {
  return n < 6 ? n : n < 10 ? 6 : n < 20 ? 7 : n < 40 ? 8 : n < 80 ? 9 : 10
}

/** First tokens of the sentences of the paragraph first … stop - 1, the paragraph's own first token included. */
export function splitParagraph(
  text: string,
  words: Words,
  start: ArrayLike<number>,
  end: ArrayLike<number>,
  first: number,
  stop: number,
  scorer: Scorer,
  into: number[],
): void {
  const state: SplitState = {first, quotes: 0, brackets: 0}
  const rows = new Int32Array(MAX_SPLIT_FEATURES)
  const scores = new Int32Array(4)
  into.push(first)
  passToken(state, text, start[first]!)
  for (let next = first + 1; next < stop; next++) {
    let ends = next - state.first >= MAX_SENTENCE
    if (!ends && mayEnd(text, words, start, end, next)) {
      scorer.score(rows, splitFeatures(text, words, start, end, state, next, first, stop, rows), scores)
      ends = scores[1]! > scores[0]!
    }
    if (ends) {
      into.push(next)
      state.first = next
      state.quotes = 0
      state.brackets = 0
    }
    passToken(state, text, start[next]!)
  }
}
