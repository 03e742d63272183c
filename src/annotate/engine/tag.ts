// Part of speech: a greedy perceptron from left to right over joint labels of universal and Penn tag ("VERB_VBD").
import {BIT_FAMILY, BIT_GIVEN} from './gazetteer.ts'
import {feature1, feature2, feature3} from './hashing.ts'
import {candidatesOf, type TagDictionary} from './tag-dictionary.ts'
import type {Scorer} from './weights.ts'
import {FLAG_CAPITAL, FLAG_SEEN_CAPITAL, FLAG_SEEN_SMALL, type Words} from './words.ts'

export const MAX_TAG_FEATURES = 64

/** Given and family names gathered from the training sets would look surer there than they are. */
const TAG_BITS = ~(BIT_GIVEN | BIT_FAMILY)

/** Stands for the words before the first and behind the last. */
const BEFORE = 101
const BEHIND = 102

/** Features of token i in the sentence first … stop - 1, given the labels chosen for the two words before. `bits` are those of the word lists. */
export function tagFeatures(
  words: Words,
  bits: Uint16Array,
  i: number,
  first: number,
  stop: number,
  previous: number,
  beforePrevious: number,
  out: Int32Array,
): number {
  const {exact, norm, shape, suffixes, prefixes, flags} = words
  const w = norm[i]!
  const s = shape[i]!
  const a = i > first ? norm[i - 1]! : BEFORE
  const aa = i > first + 1 ? norm[i - 2]! : BEFORE
  const b = i + 1 < stop ? norm[i + 1]! : BEHIND
  const bb = i + 2 < stop ? norm[i + 2]! : BEHIND
  const bs = i + 1 < stop ? shape[i + 1]! : BEHIND
  const as = i > first ? shape[i - 1]! : BEFORE
  const t = previous
  const tt = beforePrevious
  const suffix3 = suffixes[2]![i]!
  const suffix2 = suffixes[1]![i]!
  const nextSuffix2 = i + 1 < stop ? suffixes[1]![i + 1]! : BEHIND
  const nextSuffix3 = i + 1 < stop ? suffixes[2]![i + 1]! : BEHIND
  const place = i === first ? 1 : i + 1 === stop ? 2 : 0
  let n = 0
  out[n++] = feature1(1, w)
  out[n++] = feature1(2, exact[i]!)
  for (let k = 0; k < 5; k++) if (suffixes[k]![i] !== 0) out[n++] = feature1(3 + k, suffixes[k]![i]!)
  for (let k = 0; k < 3; k++) if (prefixes[k]![i] !== 0) out[n++] = feature1(8 + k, prefixes[k]![i]!)
  out[n++] = feature2(11, s, place)
  out[n++] = feature1(12, t)
  out[n++] = feature2(13, t, tt)
  out[n++] = feature2(14, t, w)
  out[n++] = feature3(15, t, tt, w)
  out[n++] = feature1(16, a)
  out[n++] = feature1(17, aa)
  out[n++] = feature1(18, b)
  out[n++] = feature1(19, bb)
  out[n++] = feature2(20, a, w)
  out[n++] = feature2(21, w, b)
  out[n++] = feature2(22, a, b)
  out[n++] = feature3(23, a, w, b)
  out[n++] = feature2(24, t, suffix3)
  out[n++] = feature2(25, t, b)
  out[n++] = feature1(26, nextSuffix3)
  out[n++] = feature2(27, w, nextSuffix2)
  out[n++] = feature2(28, suffix3, nextSuffix2)
  out[n++] = feature2(29, t, nextSuffix3)
  out[n++] = feature2(30, suffix2, s)
  out[n++] = feature2(31, s, bs)
  out[n++] = feature3(32, as, s, bs)
  out[n++] = feature3(33, t, s, bs)
  out[n++] = feature2(34, b, bb)
  out[n++] = feature2(35, aa, a)
  out[n++] = feature2(36, t, bb)
  out[n++] = feature3(37, t, tt, suffix2)
  out[n++] = feature3(38, t, tt, nextSuffix2)
  out[n++] = feature3(39, w, b, bb)
  out[n++] = feature2(40, s, t)
  out[n++] = feature2(41, prefixes[2]![i]!, suffix3)
  out[n++] = feature2(42, (flags[i]! & FLAG_CAPITAL) + place * 2, w)
  out[n++] = feature3(43, w, nextSuffix3, t)
  if ((flags[i]! & FLAG_CAPITAL) !== 0) {
    const seen = (flags[i]! & (FLAG_SEEN_SMALL | FLAG_SEEN_CAPITAL)) + place
    out[n++] = feature2(44, seen, s)
    out[n++] = feature3(45, seen, s, t)
    out[n++] = feature2(46, seen, suffix3)
    out[n++] = feature3(47, seen, as, bs)
    const list = bits[i]! & TAG_BITS
    const nextList = i + 1 < stop ? bits[i + 1]! & TAG_BITS : 0
    out[n++] = feature3(48, list, s, place)
    out[n++] = feature3(49, list, seen, t)
    out[n++] = feature3(50, list, nextList, t)
    out[n++] = feature3(51, list, suffix2, seen)
  }
  return n
}

/** Writes the best label of each token of a sentence. */
export function tagSentence(
  words: Words,
  bits: Uint16Array,
  first: number,
  stop: number,
  scorer: Scorer,
  dictionary: TagDictionary,
  labels: Uint8Array,
): void {
  const rows = new Int32Array(MAX_TAG_FEATURES)
  const scores = new Int32Array(scorer.labels)
  for (let i = first; i < stop; i++) {
    const candidates = candidatesOf(dictionary, words, i)
    if (candidates.length > 1) {
      const previous = i > first ? labels[i - 1]! : BEFORE
      const beforePrevious = i > first + 1 ? labels[i - 2]! : BEFORE
      scorer.score(rows, tagFeatures(words, bits, i, first, stop, previous, beforePrevious, rows), scores)
      labels[i] = bestAmong(scores, candidates)
    } else labels[i] = candidates[0]!
  }
}

export function bestAmong(scores: Int32Array, candidates: Uint8Array): number {
  let best = candidates[0]!
  for (let k = 1; k < candidates.length; k++) if (scores[candidates[k]!]! > scores[best]!) best = candidates[k]!
  return best
}

export function bestOf(scores: Int32Array, count: number): number {
  let best = 0
  for (let k = 1; k < count; k++) if (scores[k]! > scores[best]!) best = k
  return best
}
