// How likely two strings are one name, written differently: 0 to 1. Looks at nothing but the strings and the pack, and is symmetric.
// A score is never a reason to merge two people by itself; linking asks for support.
import type {NamePack} from '../../model/pack-names.ts'
import {editDistance} from './distance.ts'
import {type NameWord, type PreparedName, prepareName} from './prepare.ts'
import {romaniseWord, skeletonOf} from './romanise.ts'

export interface NameScore {
  readonly score: number
  /** The rules that spoke, in words. */
  readonly because: readonly string[]
}

// Settings below were chosen on names-dev (743 pairs): precision and recall at the threshold .85 that linking uses.
const PAIRED = 0.7
const INITIAL = 0.86
const SAME_SKELETON = 0.88
const CONFLICT = 0.35
const GENERATIONS_DIFFER = 0.4
const OTHER_FIRST_LETTER = 0.15

/** Score with its reasons. `scoreNames(a, b)` equals `scoreNames(b, a)`. */
export function scoreNames(a: string, b: string, pack: NamePack): NameScore {
  return a <= b ? scorePrepared(prepareName(a, pack), prepareName(b, pack)) : scorePrepared(prepareName(b, pack), prepareName(a, pack))
}

interface Pairing {
  readonly left: number
  readonly right: number
  readonly score: number
}

function scorePrepared(left: PreparedName, right: PreparedName): NameScore {
  const because: string[] = []
  if (left.words.length === 0 || right.words.length === 0)
    return {score: left.folded === right.folded && left.folded !== '' ? 1 : 0, because}
  if (left.generation !== right.generation && (left.generation !== null || right.generation !== null)) {
    const one = scoreWords(left, right, [])
    // "Jr." is often left out, but father and son are what this guards against: kept below every threshold.
    return {score: Math.min(one, GENERATIONS_DIFFER), because: ['one of them is marked as another generation']}
  }
  if (left.folded === right.folded) return {score: 1, because: ['the same after folding']}
  return {score: scoreWords(left, right, because), because}
}

function scoreWords(left: PreparedName, right: PreparedName, because: string[]): number {
  const aligned = alignWords(left, right, because)
  // "Jong-un" and "Jongun", "FridrichBuchenberg": word division is no evidence.
  const joined = left.words.length === right.words.length && left.joined !== right.joined ? 0 : joinedScore(left.joined, right.joined)
  if (joined > aligned) {
    because.push('the same letters, divided into other words')
    return joined
  }
  return aligned
}

function joinedScore(left: string, right: string): number {
  const length = Math.max(left.length, right.length)
  if (Math.min(left.length, right.length) < 6) return 0
  return 1 - (1.3 * editDistance(left, right)) / length - 0.03
}

function alignWords(left: PreparedName, right: PreparedName, because: string[]): number {
  const pairs = pairWords(left.words, right.words)
  if (pairs.length === 0) return remainsScore(left.words, right.words) * CONFLICT
  let sum = 0
  let weight = 0
  const usedLeft = new Set<number>()
  const usedRight = new Set<number>()
  for (const pair of pairs) {
    const one = left.words[pair.left]!
    const other = right.words[pair.right]!
    const share = (one.weight + other.weight) / 2
    sum += pair.score * share
    weight += share
    usedLeft.add(pair.left)
    usedRight.add(pair.right)
    because.push(explain(one, other, pair.score))
  }
  const restLeft = left.words.filter((_, i) => !usedLeft.has(i))
  const restRight = right.words.filter((_, i) => !usedRight.has(i))
  if (restLeft.length > 0 && restRight.length > 0) {
    const conflict = remainsScore(restLeft, restRight)
    const share = (weightOf(restLeft) + weightOf(restRight)) / 2
    sum += (conflict >= PAIRED ? conflict : conflict * CONFLICT) * share
    weight += share
    if (conflict < PAIRED) because.push(`${wordsOf(restLeft)} is not ${wordsOf(restRight)}`)
  }
  let score = sum / weight
  const extra = restLeft.length > 0 && restRight.length === 0 ? restLeft : restRight.length > 0 && restLeft.length === 0 ? restRight : []
  score -= extraCost(extra, left, right, pairs)
  if (fathersTurned(left, right, pairs)) {
    because.push('son and father stand the other way round')
    score -= 0.3
  }
  if (pairs.length < 3 && !touchesEnd(pairs, left.words.length, right.words.length)) score -= 0.15
  return Math.max(0, Math.min(1, score))
}

const weightOf = (words: readonly NameWord[]): number => words.reduce((sum, word) => sum + word.weight, 0)
const wordsOf = (words: readonly NameWord[]): string => words.map(word => word.folded).join(' ')

function explain(one: NameWord, other: NameWord, score: number): string {
  if (one.folded === other.folded) return `${one.folded} = ${other.folded}`
  if (one.sound === other.sound) return `${one.folded} and ${other.folded} are one name in two spellings`
  return `${one.folded} is close to ${other.folded} (${score.toFixed(2)})`
}

/** Greedy best pairs: with the two to five words of a name it differs from the optimum in nothing that was seen. */
function pairWords(left: readonly NameWord[], right: readonly NameWord[]): Pairing[] {
  const candidates: Pairing[] = []
  for (let i = 0; i < left.length; i++)
    for (let j = 0; j < right.length; j++) {
      const score = scoreWord(left[i]!, right[j]!)
      if (score >= PAIRED) candidates.push({left: i, right: j, score})
    }
  candidates.sort(
    (x, y) => y.score - x.score || Math.abs(x.left - x.right) - Math.abs(y.left - y.right) || x.left - y.left || x.right - y.right,
  )
  const usedLeft = new Set<number>()
  const usedRight = new Set<number>()
  const pairs: Pairing[] = []
  for (const pair of candidates) {
    if (usedLeft.has(pair.left) || usedRight.has(pair.right)) continue
    usedLeft.add(pair.left)
    usedRight.add(pair.right)
    pairs.push(pair)
  }
  return pairs
}

const SOFT_FIRST = /^[aeiou]/

function scoreWord(a: NameWord, b: NameWord): number {
  if (a.sound === b.sound || a.others.includes(b.sound) || b.others.includes(a.sound)) return 1
  if (a.folded.length === 1 || b.folded.length === 1) return a.initials.includes(b.folded) || b.initials.includes(a.folded) ? INITIAL : 0
  const bySound = scoreSpelling(a.sound, b.sound, a.skeleton === b.skeleton ? a.skeleton.length : 0)
  return a.folded === a.sound && b.folded === b.sound ? bySound : Math.max(bySound, scoreSpelling(a.folded, b.folded, 0))
}

function scoreSpelling(a: string, b: string, sharedSkeleton: number): number {
  const length = Math.max(a.length, b.length)
  const distance = editDistance(a, b, Math.max(1, Math.floor(length * (1 - PAIRED))))
  let score = 1 - distance / length
  if (sharedSkeleton >= 3 || (distance === 1 && length >= 6)) score = Math.max(score, SAME_SKELETON)
  else if (distance === 1 && length === 5) score = Math.max(score, 0.82)
  else if (distance === 2 && length >= 9) score = Math.max(score, 0.8)
  else if (sharedSkeleton === 2) score = Math.max(score, 0.78)
  else if (distance === 1 && length >= 3 && length === a.length && sameLetters(a, b)) score = Math.max(score, 0.78)
  if (a[0] !== b[0] && !(SOFT_FIRST.test(a) && SOFT_FIRST.test(b))) score -= OTHER_FIRST_LETTER
  return score
}

const sameLetters = (a: string, b: string): boolean => a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

function remainsScore(left: readonly NameWord[], right: readonly NameWord[]): number {
  if (areInitials(left, right) || areInitials(right, left)) return INITIAL
  const one = left.map(word => word.sound).join('')
  const other = right.map(word => word.sound).join('')
  const length = Math.max(one.length, other.length)
  if (length === 0) return 0
  const bySound = 1 - editDistance(one, other) / length
  if (left.length === right.length) return bySound
  // "Voldy Mie" for "Volodymyr": words divided anew are compared as written too, and by their consonants.
  const written = left.map(word => word.folded).join('')
  const theirs = right.map(word => word.folded).join('')
  const asWritten = 1 - editDistance(written, theirs) / Math.max(written.length, theirs.length)
  return Math.max(bySound, asWritten, sharedConsonants(written, theirs) ? MANGLED : 0)
}

// Four consonants in order and no other but at the end: too few to merge by, enough not to contradict.
const MANGLED = 0.75

function sharedConsonants(a: string, b: string): boolean {
  const [short, long] = [skeletonOf(romaniseWord(a)), skeletonOf(romaniseWord(b))].sort((x, y) => x.length - y.length) as [string, string]
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 1
}

/** "JC" for "Jean-Claude". */
const areInitials = (short: readonly NameWord[], long: readonly NameWord[]): boolean =>
  short.length === 1 && long.length >= 2 && short[0]!.folded === long.map(word => word.folded.slice(0, 1)).join('')

/** A second given name, a patronymic, an initial may be left out; a lone name is weak; a lone name in the middle is none. */
function extraCost(extra: readonly NameWord[], left: PreparedName, right: PreparedName, pairs: readonly Pairing[]): number {
  if (extra.length === 0) return 0
  const [shorter, longer] = left.words.length < right.words.length ? [left, right] : [right, left]
  if (shorter.words.length === 1) {
    const pair = pairs[0]!
    const place = longer === left ? pair.left : pair.right
    return place === 0 || place === longer.words.length - 1 ? 0.06 : 0.36
  }
  let cost = 0
  let full = 0
  for (const word of extra) {
    if (word.patronymic || word.folded.length <= 2) cost += 0.01
    else cost += ++full > 2 ? 0.08 : 0.04
  }
  return cost
}

function fathersTurned(left: PreparedName, right: PreparedName, pairs: readonly Pairing[]): boolean {
  if (left.father < 0 || right.father < 0) return false
  return pairs.some(pair => (pair.left === left.father) !== (pair.right === right.father))
}

function touchesEnd(pairs: readonly Pairing[], left: number, right: number): boolean {
  return pairs.some(pair => (pair.left === 0 || pair.left === left - 1) && (pair.right === 0 || pair.right === right - 1))
}
