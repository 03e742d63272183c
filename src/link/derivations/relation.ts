// How two texts relate: copy, rewrite, partial reuse, or shared sentences. Each threshold stands between measured classes of pairs
// (`node bench` on the derivation set; medians and tails are quoted at the constants).
import type {Derivation} from '../../model/record.ts'
import {type Alignment, alignSentences, longestCommon, saysTheSame} from '../../text/similarity-alignment.ts'
import {countShared, type Tile, tilesOf} from '../../text/similarity-grams.ts'
import type {Profiled} from '../profiles.ts'

export interface Relation {
  readonly kind: Extract<Derivation['kind'], 'copy' | 'rewrite' | 'partial' | 'shared' | 'translation'> | null
  readonly score: number
  readonly alignment: Alignment
  readonly tiles: readonly Tile[]
}

/** Copies share .93 to 1 of their five-grams outside quotes, cut copies .72 to .98; light rewrites .34 to .62. */
const COPY_GRAMS = 0.7
const COPY_TILES = 0.72
/** Independent reports of one event: median .004, 99th percentile .049. */
const REUSED_GRAMS = 0.05
/** One common run alone may be an official title; then a tenth of the text must be shared. */
const ONE_TILE_GRAMS = 0.1
/** A copy leaves sentences as they are; a light spin that changes a word in each keeps .7 of the tiles and hardly a sentence. */
const COPY_SENTENCES = 0.5
/** A rewrite follows most of the shorter text; two reports mixed into one follow half of it each. */
const REWRITE_SHARE = 0.6
/** Rewrites keep what is said in its order: spun copies align .41 to .81 of their mass with order above .8. */
const REWRITE_MASS = 0.4
const REWRITE_ORDER = 0.8
/** Where nearly every word was replaced names, numbers and their order stay (.74 to 1); independent reports of one event have .34, p99 .69. */
const PARAPHRASE_MASS = 0.24
const PARAPHRASE_ORDER = 0.8
const PARAPHRASE_MARKS = 0.7
const FEWEST_PAIRS = 5
const FEWEST_MARKS = 10
/** Rewritten by hand, texts without names: independent answers on one topic reach a mass of .33. */
const HAND_MASS = 0.4
const HAND_GRAMS = 0.02
const HAND_STRONG = 4
/** Two sentences that say the same: at .5 certain enough to show. */
const STRONG_PAIR = 0.5
export const SAME_CONTENT = 0.35
const SHARED_STRONG = 3
/** Answers on one topic by people who did not read each other align three sentences too, but share hardly a run of words. */
const SHARED_GRAMS = 0.01

/** Compares a with b. Symmetric but for the order of the pair, which the caller fixes. */
export function relate(a: Profiled, b: Profiled): Relation {
  const shorterGrams = Math.max(1, Math.min(a.gramSet.length, b.gramSet.length))
  const sharedGrams = countShared(a.gramSet, b.gramSet)
  const grams = sharedGrams / shorterGrams
  const tiles = sharedGrams === 0 ? [] : tilesOf(a.profile.words, a.grams, b.profile.words, b.grams)
  const tileShare = tiles.reduce((sum, tile) => sum + tile.words, 0) / Math.max(1, Math.min(a.profile.words.length, b.profile.words.length))
  const alignment = alignSentences(a.alignable, b.alignable)
  return {...classOf({grams, tiles, tileShare, alignment}, a, b), alignment, tiles}
}

/**
 * A rewrite where a translation lies between the two texts is a translation. Of two languages no word is shared: there names and numbers in one order
 * must do, which independent reports of one event do not reach (.34, p99 .69).
 */
export function translated(relation: Relation, tongues: 'two' | 'marked' | 'one', a: Profiled, b: Profiled): Relation {
  if (tongues === 'one') return relation
  if (relation.kind === 'rewrite') return {...relation, kind: 'translation'}
  const fewer = Math.min(a.marks.length, b.marks.length)
  if (tongues === 'marked' || relation.kind !== null || fewer < FEWEST_MARKS) return relation
  const marks = longestCommon(a.marks, b.marks) / fewer
  return marks >= PARAPHRASE_MARKS ? {...relation, kind: 'translation', score: marks} : relation
}

interface Features {
  readonly grams: number
  readonly tiles: readonly Tile[]
  readonly tileShare: number
  readonly alignment: Alignment
}

function classOf({grams, tiles, tileShare, alignment}: Features, a: Profiled, b: Profiled): Pick<Relation, 'kind' | 'score'> {
  const {mass, order, pairs} = alignment
  const reused = grams >= REUSED_GRAMS && (tiles.length >= 2 || (tiles.length === 1 && grams >= ONE_TILE_GRAMS))
  const strong = pairs.filter(pair => saysTheSame(pair, SAME_CONTENT)).length
  const shorter = Math.max(1, Math.min(a.alignable.contentful, b.alignable.contentful))
  const fewer = Math.min(a.marks.length, b.marks.length)
  const inOrder = pairs.length >= FEWEST_PAIRS && order >= REWRITE_ORDER
  if (reused) {
    const kept = pairs.filter(pair => isUnchanged(a, pair.a, b, pair.b)).length / Math.max(1, pairs.length)
    const copied = grams >= COPY_GRAMS || tileShare >= COPY_TILES
    if (copied && (kept >= COPY_SENTENCES || !inOrder)) return {kind: 'copy', score: Math.max(grams, tileShare)}
    if (inOrder && mass >= REWRITE_MASS && kept < COPY_SENTENCES && pairs.length / shorter >= REWRITE_SHARE)
      return {kind: 'rewrite', score: mass}
    return {kind: 'partial', score: Math.min(1, grams + mass / 2)}
  }
  if (pairs.length >= FEWEST_PAIRS && order >= PARAPHRASE_ORDER && mass >= PARAPHRASE_MASS && fewer >= FEWEST_MARKS) {
    const marks = longestCommon(a.marks, b.marks) / fewer
    if (marks >= PARAPHRASE_MARKS) return {kind: 'rewrite', score: mass}
  }
  if (inOrder && mass >= HAND_MASS && strong >= HAND_STRONG && grams >= HAND_GRAMS) return {kind: 'rewrite', score: mass}
  const same = pairs.filter(pair => saysTheSame(pair, STRONG_PAIR)).length
  if (same >= SHARED_STRONG && grams >= SHARED_GRAMS) return {kind: 'shared', score: same / shorter}
  return {kind: null, score: 0}
}

/** True where two sentences are the same words. */
function isUnchanged(a: Profiled, i: number, b: Profiled, j: number): boolean {
  const first = a.profile.sentences[i]!
  const second = b.profile.sentences[j]!
  const length = first.endWord - first.firstWord
  if (second.endWord - second.firstWord !== length) return false
  for (let k = 0; k < length; k++)
    if (a.profile.words.form[first.firstWord + k] !== b.profile.words.form[second.firstWord + k]) return false
  return true
}
