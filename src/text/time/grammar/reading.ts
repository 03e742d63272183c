// What every rule of the grammar uses to look at the words of a line: safe at any index, at most a few words ahead.

import type {TimeContext} from '../../../model/pack-times.ts'
import type {Sense} from '../lexicon.ts'
import type {Cut, Found, Shift, YearReference} from '../meaning.ts'
import type {Line} from '../words.ts'

const NOTHING: Sense = {}

export const senseAt = (line: Line, i: number): Sense => line.words[i]?.sense ?? NOTHING

export const textAt = (line: Line, i: number): string => line.words[i]?.text ?? ''

export const is = (line: Line, i: number, ...texts: readonly string[]): boolean => {
  const word = line.words[i]
  return word !== undefined && texts.includes(word.text)
}

/** True where word i follows word i − 1 without a space. */
export const isGlued = (line: Line, i: number): boolean => {
  const word = line.words[i]
  return word !== undefined && !word.spaced
}

/** Index behind a hyphen, or i where there is none. */
export const skipHyphen = (line: Line, i: number): number => (is(line, i, '-', '–') && isGlued(line, i) ? i + 1 : i)

export const skip = (line: Line, i: number, ...texts: readonly string[]): number => (is(line, i, ...texts) ? i + 1 : i)

export const isRole = (line: Line, i: number, role: NonNullable<Sense['role']>): boolean => senseAt(line, i).role === role

/** True where the word before i makes a time of word i. */
export const follows = (line: Line, i: number, context: TimeContext): boolean => line.lexicon.before[context].has(textAt(line, i - 1))

export const longest = (...found: readonly (Found | null)[]): Found | null => {
  let best: Found | null = null
  for (const one of found) if (one !== null && (best === null || one.to > best.to)) best = one
  return best
}

/** A determiner that belongs to the span: "the past week", "this week" begins with its own word. */
export const skipThe = (line: Line, i: number): number => skip(line, i, 'the')

export interface WayRead {
  readonly to: number
  readonly shift: Shift
  /** "previous", "following": counted from the date spoken of, not from publication. */
  readonly spokenOf: boolean
  /** "past": the unit that ends now, rather than the calendar unit before this one. */
  readonly rolling: boolean
}

/** last, this past, the coming, next … and the index behind it. */
export function wayAt(line: Line, i: number): WayRead | null {
  const {way} = senseAt(line, i)
  if (way === undefined) return null
  if (way === 'here') {
    const second = senseAt(line, i + 1).way
    if (is(line, i, 'this') && (second === 'back' || second === 'ahead'))
      return {to: i + 2, shift: second === 'back' ? -1 : 1, spokenOf: false, rolling: false}
    return {to: i + 1, shift: 0, spokenOf: false, rolling: false}
  }
  const spokenOf = senseAt(line, i).spokenOf === true
  return {to: i + 1, shift: way === 'back' ? -1 : 1, spokenOf, rolling: is(line, i, 'past')}
}

/** early, mid, late, end … */
export const cutAt = (line: Line, i: number): Cut | null => senseAt(line, i).cut ?? null

/** The lowest and highest year that a bare number can mean. */
const FIRST_BARE_YEAR = 1000
const LAST_BARE_YEAR = 2199

export function plainYearAt(line: Line, i: number): number | null {
  const word = line.words[i]
  if (word?.kind !== 'number' || word.end - word.start !== 4) return null
  if (Number.isNaN(word.value) || word.value < FIRST_BARE_YEAR || word.value > LAST_BARE_YEAR) return null
  // "1990s", "2014th", "2000m", "1989/90"
  const next = line.words[i + 1]
  if (next && !next.spaced && (next.kind !== 'mark' || next.text === '%' || next.text === '°')) return null
  return word.value
}

export interface YearRead {
  readonly to: number
  readonly year: Exclude<YearReference, null>
}

const TENS_START = 20
const CENTURY_WORDS: readonly number[] = [17, 18, 19, 20]

/** "nineteen ninety-seven", "two thousand (and) one", "twenty twenty-five". */
export function spelledYearAt(line: Line, i: number): {readonly to: number; readonly year: number} | null {
  const first = senseAt(line, i).number
  if (first === undefined) return null
  if (first === 2 && senseAt(line, i + 1).scale === 1000) {
    const at = skip(line, i + 2, 'and')
    const rest = belowHundredAt(line, at)
    return rest === null ? {to: i + 2, year: 2000} : {to: rest.to, year: 2000 + rest.value}
  }
  if (!CENTURY_WORDS.includes(first)) return null
  const rest = belowHundredAt(line, i + 1)
  return rest === null || rest.value < 10 ? null : {to: rest.to, year: first * 100 + rest.value}
}

function belowHundredAt(line: Line, i: number): {readonly to: number; readonly value: number} | null {
  const first = senseAt(line, i).number
  if (first === undefined) return null
  if (first < TENS_START) return {to: i + 1, value: first}
  const at = skipHyphen(line, i + 1)
  const second = senseAt(line, at).number
  return second !== undefined && second < 10 ? {to: at + 1, value: first + second} : {to: i + 1, value: first}
}

/** "2025", ", 2025", "of 2025", "last year", "of this year", "of that year" behind a month, a season or a quarter. */
export function yearAfter(line: Line, i: number): YearRead | null {
  let at = skip(line, i, ',')
  const comma = at > i
  if (!comma) at = skip(line, at, 'of')
  const plain = plainYearAt(line, at)
  if (plain !== null) return {to: at + 1, year: plain}
  if (comma) return null
  const spelled = spelledYearAt(line, at)
  if (spelled !== null) return spelled
  if (is(line, at, "'") && line.words[at]?.spaced && isGlued(line, at + 1)) {
    const short = line.words[at + 1]
    if (short?.kind === 'number' && short.end - short.start === 2 && !isGlued(line, at + 2))
      return {to: at + 2, year: shortYear(short.value)}
  }
  return yearWordsAt(line, at)
}

/** Two digits: 00 … 49 are of this century, the rest of the last. */
export const shortYear = (value: number): number => (value < 50 ? 2000 + value : 1900 + value)

/** "last year", "this year", "the following year", "that year", "the year". */
export function yearWordsAt(line: Line, i: number): YearRead | null {
  const at = skipThe(line, i)
  if (is(line, at, 'that') && isYear(line, at + 1)) return {to: at + 2, year: {shift: 0, spokenOf: true}}
  const way = wayAt(line, at)
  if (way === null) return at > i && isYear(line, at) ? {to: at + 1, year: {shift: 0, spokenOf: false}} : null
  const unit = isRole(line, way.to, 'fiscal') ? way.to + 1 : way.to
  return isYear(line, unit) ? {to: unit + 1, year: {shift: way.shift, spokenOf: way.spokenOf}} : null
}

const isYear = (line: Line, i: number): boolean => senseAt(line, i).unit === 'year' && senseAt(line, i).plural !== true
