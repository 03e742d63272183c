// What the other places of a document tell of a capitalised word: behind which words it stands there and before which, whether a given name
// or the head word of a body goes with it, and whether its capitals are the initials of a name. One name has one type, and it need not show at every place.
import {BIT_BODY, BIT_GIVEN, BIT_LISTED_GIVEN, BIT_TITLE} from './gazetteer.ts'
import {FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_LONG, type Words} from './words.ts'

export interface SentenceRange {
  readonly firstToken: number
  readonly endToken: number
}

const BEHIND_GIVEN = 1
const WITH_BODY = 2
const ALONE = 4
const LAST_OF_RUN = 8
const INITIALS = 16

/** Places of one word that are looked at: its first ones. */
const MOST_PLACES = 4
/** Longer words are the initials of nothing. */
const LONGEST_INITIALS = 10
const FULL_STOP = 46

export interface NamePlaces {
  /** The first places of each word with a capital, by its hash in lower case. */
  readonly of: ReadonlyMap<number, readonly number[]>
  /** Words before and behind each token in its sentence. */
  readonly before: Int32Array
  readonly behind: Int32Array
  /** What is true of the word somewhere in the document. */
  readonly hints: Uint8Array
}

/** Stand for the words before the first and behind the last of a sentence. */
export const BEFORE = 201
export const BEHIND = 202

export function namePlaces(
  text: string,
  start: ArrayLike<number>,
  end: ArrayLike<number>,
  words: Words,
  bits: Uint16Array,
  runFirst: Int32Array,
  runLast: Int32Array,
  sentences: readonly SentenceRange[],
): NamePlaces {
  const {length, flags, norm} = words
  const of = new Map<number, number[]>()
  const before = new Int32Array(length)
  const behind = new Int32Array(length)
  const known = new Map<number, number>()
  const initials = new Set<number>()
  for (const {firstToken, endToken} of sentences)
    for (let i = firstToken; i < endToken; i++) {
      const from = runFirst[i]!
      if (from < 0 || (flags[i]! & FLAG_CAPITAL) === 0) continue
      before[i] = i > firstToken ? norm[i - 1]! : BEFORE
      behind[i] = i + 1 < endToken ? norm[i + 1]! : BEHIND
      const places = of.get(norm[i]!)
      if (places === undefined) of.set(norm[i]!, [i])
      else if (places.length < MOST_PLACES) places.push(i)
      known.set(norm[i]!, (known.get(norm[i]!) ?? 0) | hintsAt(i, from, runLast[i]!, flags, bits))
      if (i === from && runLast[i]! > i) initials.add(initialsOf(text, start, flags, i, runLast[i]!))
    }
  const hints = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    if (runFirst[i]! < 0) continue
    hints[i] = known.get(norm[i]!) ?? 0
    if ((flags[i]! & FLAG_ALL_CAPS) !== 0 && (flags[i]! & FLAG_LONG) !== 0 && initials.has(lettersOf(text, start[i]!, end[i]!)))
      hints[i]! |= INITIALS
  }
  return {of, before, behind, hints}
}

/** What the word at `i` in the run from … last shows at this place. */
function hintsAt(i: number, from: number, last: number, flags: Uint8Array, bits: Uint16Array): number {
  let hints = from === last ? ALONE : 0
  if (last > i && (bits[last]! & BIT_BODY) !== 0) hints |= WITH_BODY
  if (i > from && (flags[i - 1]! & FLAG_CAPITAL) !== 0 && (bits[i - 1]! & (BIT_GIVEN | BIT_LISTED_GIVEN)) !== 0) hints |= BEHIND_GIVEN
  if (i > from && i === last && (bits[i - 1]! & BIT_TITLE) === 0) hints |= LAST_OF_RUN
  return hints
}

/** Number of the first letters of a run's capitalised words; the runs of a document share no word, so all of them together are read once. */
function initialsOf(text: string, start: ArrayLike<number>, flags: Uint8Array, from: number, last: number): number {
  let key = 0
  for (let k = from; k <= last && k < from + LONGEST_INITIALS; k++)
    if ((flags[k]! & FLAG_CAPITAL) !== 0) key = chained(key, text.charCodeAt(start[k]!))
  return key
}

/** Number of the letters of one word, without its stops ("U.S."). */
function lettersOf(text: string, start: number, end: number): number {
  let key = 0
  for (let at = start; at < end && at < start + LONGEST_INITIALS; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== FULL_STOP) key = chained(key, unit)
  }
  return key
}

const chained = (key: number, unit: number): number => (Math.imul(key ^ unit, 0x01000193) + 0x9e3779b1) | 0
