// Pairs the sentences of two texts that say the same: idf-weighted keys, greedy one to one, and how far the order agrees.
import {firstWhere} from './first-where.ts'
import type {SentenceKeys} from './similarity-keys.ts'

export interface SentencePair {
  readonly a: number
  readonly b: number
  /** Cosine of the weighted keys, 0 to 1. */
  readonly score: number
  /** Shared keys. */
  readonly shared: number
}

export interface Alignment {
  readonly pairs: readonly SentencePair[]
  /** Sum of scores over the sentences of the shorter text. */
  readonly mass: number
  /** Longest run of pairs that stand in one order in both, over all pairs. */
  readonly order: number
}

/** A sentence with the weight of each key. */
interface WeightedSentence {
  readonly keys: Int32Array
  readonly weights: Float64Array
  readonly norm: number
}

/** A text ready to be aligned with many others. */
export interface Alignable {
  readonly sentences: readonly WeightedSentence[]
  /** Key → sentences that hold it. */
  readonly places: ReadonlyMap<number, readonly number[]>
  /** Sentences with enough keys to be told apart. */
  readonly contentful: number
}

/** Below this two sentences share a topic at most: base rate of .3 within one event is .2, of .35 .15. */
const WEAKEST_PAIR = 0.22
const SHARED_KEYS = 2
const FEWEST_KEYS = 3

/** Two sentences that share two leaders' names and "talks" reach .5 and say nothing alike: five shared keys, or nearly all, make sentences the same. */
const ENOUGH_SHARED = 5
const NEARLY_ALL = 0.7

/** True where a pair says the same at a level: .35 is likely, .5 certain enough to show. */
export const saysTheSame = ({score, shared}: Pick<SentencePair, 'score' | 'shared'>, level: number): boolean =>
  score >= level && (shared >= ENOUGH_SHARED || score >= NEARLY_ALL)

export function alignable(sentences: readonly SentenceKeys[], weightOf: (key: number) => number): Alignable {
  const places = new Map<number, number[]>()
  const weighted = sentences.map(({keys}, j) => {
    const weights = Float64Array.from(keys, weightOf)
    let sum = 0
    for (let i = 0; i < keys.length; i++) {
      sum += weights[i]! ** 2
      if (keys.length < FEWEST_KEYS || weights[i]! <= 0) continue
      const list = places.get(keys[i]!)
      if (list) list.push(j)
      else places.set(keys[i]!, [j])
    }
    return {keys, weights, norm: Math.sqrt(sum)}
  })
  return {sentences: weighted, places, contentful: weighted.filter(({keys}) => keys.length >= FEWEST_KEYS).length}
}

/** Greedy one-to-one alignment. Linear in the places of the shared keys. */
export function alignSentences(a: Alignable, b: Alignable): Alignment {
  const candidates: SentencePair[] = []
  const dot = new Float64Array(b.sentences.length)
  const shared = new Uint16Array(b.sentences.length)
  for (const [i, {keys, weights, norm}] of a.sentences.entries()) {
    if (keys.length < FEWEST_KEYS) continue
    const touched: number[] = []
    for (let k = 0; k < keys.length; k++) {
      const places = b.places.get(keys[k]!)
      if (places === undefined) continue
      const square = weights[k]! ** 2
      for (const j of places) {
        if (shared[j] === 0) touched.push(j)
        dot[j]! += square
        shared[j]!++
      }
    }
    for (const j of touched) {
      const norms = norm * b.sentences[j]!.norm
      const score = norms === 0 ? 0 : dot[j]! / norms
      if (score >= WEAKEST_PAIR && shared[j]! >= SHARED_KEYS) candidates.push({a: i, b: j, score, shared: shared[j]!})
      dot[j] = 0
      shared[j] = 0
    }
  }
  const pairs = oneToOne(candidates)
  const shorter = Math.max(1, Math.min(a.contentful, b.contentful))
  return {
    pairs,
    mass: pairs.reduce((sum, pair) => sum + pair.score, 0) / shorter,
    order: pairs.length === 0 ? 0 : longestRise(pairs.map(pair => pair.b)) / pairs.length,
  }
}

/** Best pairs first; ties by distance from the diagonal of neither text, but by place, so that the result is one and the same. */
function oneToOne(candidates: SentencePair[]): SentencePair[] {
  candidates.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const pairs: SentencePair[] = []
  for (const pair of candidates) {
    if (usedA.has(pair.a) || usedB.has(pair.b)) continue
    usedA.add(pair.a)
    usedB.add(pair.b)
    pairs.push(pair)
  }
  return pairs.sort((x, y) => x.a - y.a)
}

/** Length of the longest strictly rising subsequence, in n log n. */
function longestRise(values: readonly number[]): number {
  const tails: number[] = []
  for (const value of values) {
    tails[firstWhere(tails.length, i => tails[i]! >= value)] = value
  }
  return tails.length
}

/** Length of the longest common subsequence of two lists of keys, over the rising places of shared keys. */
export function longestCommon(a: readonly number[], b: readonly number[]): number {
  const places = new Map<number, number[]>()
  for (let j = b.length - 1; j >= 0; j--) {
    const list = places.get(b[j]!)
    if (list) list.push(j)
    else places.set(b[j]!, [j])
  }
  return longestRise(a.flatMap(key => places.get(key) ?? []))
}
