// How two wordings of one remark differ: the classes of field/quotes.md, section 5. The words are aligned; what stands in place of what decides.
import type {Utterance} from '../../model/record.ts'
import {type Word, wordsOf} from './words.ts'

export type Drift = Utterance['pairs'][number]['drift']

/** Two stretches of words that stand in each other's place; one of them may be empty. */
interface Change {
  readonly a: readonly Word[]
  readonly b: readonly Word[]
}

export interface Comparison {
  readonly drift: Drift
  /** Words kept in order, as a share of the shorter wording. */
  readonly containment: number
  /** Content words kept in order, as a share of the shorter wording's. */
  readonly kept: number
  /** What differs in meaning, where something does: the words on both sides. */
  readonly conflict: {readonly a: string; readonly b: string} | null
}

// From this share of replaced content words a wording counts as another translation (quotes.md, section 5).
const REPLACED_SHARE = 0.4
// Longer remarks are compared by their first words only, so that a hostile text cannot make the alignment quadratic in its length.
const LONGEST_COMPARED = 400
const WIDEST_WORD = 12

export function compareWordings(one: string, other: string): Comparison {
  if (one === other) return {drift: 'identical', containment: 1, kept: 1, conflict: null}
  const a = wordsOf(one.slice(0, LONGEST_COMPARED * WIDEST_WORD)).slice(0, LONGEST_COMPARED)
  const b = wordsOf(other.slice(0, LONGEST_COMPARED * WIDEST_WORD)).slice(0, LONGEST_COMPARED)
  if (a.length === b.length && a.every((word, i) => word.form === b[i]!.form))
    return {drift: 'repunctuated', containment: 1, kept: 1, conflict: null}
  if (isRunOf(a, b) || isRunOf(b, a)) return {drift: 'truncated', containment: 1, kept: 1, conflict: null}
  const matches = align(a, b)
  const shorter = Math.min(a.length, b.length)
  const containment = shorter === 0 ? 0 : matches.length / shorter
  const kept = keptShare(a, b, matches)
  const changes = changesBetween(a, b, matches)
  const conflict = conflictOf(changes)
  return {drift: conflict ? 'meaning-changed' : classOf(a, b, matches, changes, kept, one, other), containment, kept, conflict}
}

/** Whether all of one wording stands in the other, word by word. */
function isRunOf(short: readonly Word[], long: readonly Word[]): boolean {
  if (short.length === 0 || short.length > long.length) return false
  for (let at = 0; at + short.length <= long.length; at++) {
    let k = 0
    while (k < short.length && short[k]!.form === long[at + k]!.form) k++
    if (k === short.length) return true
  }
  return false
}

/** Longest common subsequence over forms and stems: pairs of positions. */
function align(a: readonly Word[], b: readonly Word[]): (readonly [number, number])[] {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = isSame(a[i]!, b[j]!)
        ? table[(i + 1) * width + j + 1]! + 1
        : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  const matches: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (isSame(a[i]!, b[j]!) && table[i * width + j] === table[(i + 1) * width + j + 1]! + 1) matches.push([i++, j++])
    else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++
    else j++
  }
  return matches
}

const isSame = (a: Word, b: Word): boolean => a.form === b.form || (a.content && b.content && a.number === null && a.stem === b.stem)

function keptShare(a: readonly Word[], b: readonly Word[], matches: readonly (readonly [number, number])[]): number {
  const count = (words: readonly Word[]): number => words.filter(word => word.content).length
  const shorter = Math.min(count(a), count(b))
  return shorter === 0 ? 0 : matches.filter(([i]) => a[i]!.content).length / shorter
}

/** What stands between the matches; at the ends only a few words in each other's place, since what is missing there is trimming. */
function changesBetween(a: readonly Word[], b: readonly Word[], matches: readonly (readonly [number, number])[]): Change[] {
  const changes: Change[] = []
  const [first, last] = [matches[0], matches.at(-1)]
  const replaced = (change: Change): void => {
    const sizes = [change.a.length, change.b.length]
    if (Math.min(...sizes) > 0 && Math.max(...sizes) <= LONGEST_INSERTION) changes.push(change)
  }
  if (first) replaced({a: a.slice(0, first[0]), b: b.slice(0, first[1])})
  if (last && matches.length > 1) replaced({a: a.slice(last[0] + 1), b: b.slice(last[1] + 1)})
  for (let k = 1; k < matches.length; k++) {
    const [i, j] = matches[k - 1]!
    const [nextI, nextJ] = matches[k]!
    if (nextI > i + 1 || nextJ > j + 1) changes.push({a: a.slice(i + 1, nextI), b: b.slice(j + 1, nextJ)})
  }
  return changes
}

/** A number, a negation, a quantifier or a name that differs where the wordings stand in each other's place. */
function conflictOf(changes: readonly Change[]): Comparison['conflict'] {
  const restated = isRestated(changes)
  for (const change of changes) {
    const differs = (pick: (word: Word) => string | null): boolean => {
      const left = change.a.map(pick).filter(value => value !== null)
      const right = change.b.map(pick).filter(value => value !== null)
      return left.length > 0 && right.length > 0 && !left.some(value => right.includes(value))
    }
    const negations = turns(change) && !restated
    // A long stretch left out may hold its own negation: that is a cut, not a reversal.
    const isCut = Math.min(change.a.length, change.b.length) === 0 && Math.max(change.a.length, change.b.length) > LONGEST_INSERTION
    if (
      differs(word => word.number) ||
      differs(word => (word.name ? word.stem : null)) ||
      differs(word => (word.quantifier ? word.form : null)) ||
      (negations && !isCut)
    )
      return {a: change.a.map(word => word.form).join(' '), b: change.b.map(word => word.form).join(' ')}
  }
  return null
}

const LONGEST_INSERTION = 3

/** One of the two wordings of a change is negative, the other is not. */
const turns = ({a, b}: Change): boolean => a.filter(word => word.negative).length % 2 !== b.filter(word => word.negative).length % 2

/** "unless they open" and "if they do not open": two turns that undo each other. */
function isRestated(changes: readonly Change[]): boolean {
  const turned = changes.filter(turns)
  return turned.length === 2 && turned.some(({a, b}) => [...a, ...b].some(word => word.form === 'unless'))
}

function classOf(
  a: readonly Word[],
  b: readonly Word[],
  matches: readonly (readonly [number, number])[],
  changes: readonly Change[],
  kept: number,
  one: string,
  other: string,
): Drift {
  const shorter = Math.min(a.length, b.length)
  if (matches.length === shorter && matches.length > 0) {
    const short = a.length <= b.length ? one : other
    const cuts = changes.filter(change => change.a.length + change.b.length > 0)
    if (cuts.length === 0) return 'truncated'
    const inserted = cuts.every(change => isMinor([...change.a, ...change.b]))
    if (inserted) return 'silent-correction'
    if (/…|\.\.\.|\[/.test(short.slice(1, -1))) return 'truncated'
    return 'elided-splice'
  }
  if (changes.every(change => isSpelling(change)) && matches.length > shorter / 2) return 'silent-correction'
  return 1 - kept >= REPLACED_SHARE ? 'back-translated' : 'word-substitution'
}

/** A few words that carry no content: a filler dropped, an article put in. */
const isMinor = (words: readonly Word[]): boolean => words.length <= 3 && words.every(word => !word.content)

/** Words in each other's place that differ in spelling or grammar only. */
function isSpelling({a, b}: Change): boolean {
  const left = a.filter(word => word.content)
  const right = b.filter(word => word.content)
  if (left.length === 0 && right.length === 0) return true
  return left.length === right.length && left.every((word, i) => isNear(word.form, right[i]!.form))
}

/** One letter changed, dropped or added, in words long enough for that to be a slip. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
