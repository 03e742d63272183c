// Cuts a stretch of text into words, numbers and marks, each with what the pack knows of it. One pass, no expression that backtracks.
import type {Sense, TimeLexicon} from './lexicon.ts'

export interface Word {
  readonly start: number
  readonly end: number
  /** Lower case; a curly apostrophe is straight. */
  readonly text: string
  readonly kind: 'word' | 'number' | 'mark'
  /** Of a plain whole number; NaN for "1,500", "1.5" and everything that is no number. */
  readonly value: number
  readonly capital: boolean
  /** True where white space, or nothing, stands before it. */
  readonly spaced: boolean
  readonly sense: Sense | undefined
}

export interface Line {
  readonly text: string
  readonly words: readonly Word[]
  readonly lexicon: TimeLexicon
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const isLetter = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && (unit < 0x2000 || unit > 0x206f))
const isSpace = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x202f

/** Longest stretch of letters that is looked up; longer runs are no word of any pack. */
const LONGEST_WORD = 24

/** Words of text[start, end), with offsets into the whole text. */
export function cutWords(text: string, start: number, end: number, lexicon: TimeLexicon): Word[] {
  const words: Word[] = []
  let at = start
  let spaced = true
  while (at < end) {
    const unit = text.charCodeAt(at)
    if (isSpace(unit)) {
      at++
      spaced = true
      continue
    }
    const from = at
    if (isDigit(unit)) {
      const number = numberFrom(text, at, end)
      at = number.end
      words.push({
        start: from,
        end: at,
        text: text.slice(from, at),
        kind: 'number',
        value: number.value,
        capital: false,
        spaced,
        sense: undefined,
      })
    } else if (isLetter(unit)) {
      while (at < end && isLetter(text.charCodeAt(at))) at++
      const known = at - from <= LONGEST_WORD ? text.slice(from, at).toLowerCase() : ''
      const capital = unit >= 65 && unit <= 90
      words.push({start: from, end: at, text: known, kind: 'word', value: Number.NaN, capital, spaced, sense: lexicon.senses.get(known)})
    } else {
      at++
      const mark =
        unit === 0x2019 || unit === 0x2018 || unit === 0x02bc
          ? "'"
          : unit >= 0x2010 && unit <= 0x2014
            ? unit <= 0x2011
              ? '-'
              : '–'
            : text[from]!
      words.push({start: from, end: at, text: mark, kind: 'mark', value: Number.NaN, capital: false, spaced, sense: undefined})
    }
    spaced = false
  }
  return words
}

/** A run of digits; groups of three after commas, or one decimal part, make a figure that is no date. */
function numberFrom(text: string, start: number, end: number): {end: number; value: number} {
  let at = start
  while (at < end && isDigit(text.charCodeAt(at))) at++
  const first = at
  const groupAt = (comma: number): boolean =>
    comma + 3 < text.length &&
    text.charCodeAt(comma) === 44 &&
    isDigit(text.charCodeAt(comma + 1)) &&
    isDigit(text.charCodeAt(comma + 2)) &&
    isDigit(text.charCodeAt(comma + 3)) &&
    !isDigit(text.charCodeAt(comma + 4))
  if (first - start <= 3) while (at + 4 <= end && groupAt(at)) at += 4
  const grouped = at > first
  let decimal = false
  if (at + 1 < end && text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1))) {
    let after = at + 1
    while (after < end && isDigit(text.charCodeAt(after))) after++
    const another = text.charCodeAt(after) === 46 && isDigit(text.charCodeAt(after + 1))
    if (!another) {
      decimal = true
      at = after
    }
  }
  const digits = text.slice(start, first)
  return {end: at, value: grouped || decimal || digits.length > 4 ? Number.NaN : Number(digits)}
}
