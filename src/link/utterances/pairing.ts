// Which remarks of different reports are one remark. Candidates come from blocking keys (speaker and a few words in order), never from top-k,
// so the order of arrival cannot show.
import {type Comparison, compareWordings} from './drift.ts'
import type {Remark} from './remarks.ts'

export interface Pair {
  readonly a: number
  readonly b: number
  readonly comparison: Comparison
  readonly rule: string
}

// Two wordings of one speaker keep at least half of the shorter one's words in order (measured .50–.84 for paraphrases, quotes.md section 5).
const KEPT = 0.5
// Two translations of one remark may keep fewer content words, where the order of all words and a name or figure hold (our own case drift-retranslated: .43).
const KEPT_TRANSLATED = 0.4
// Below this many content words an overlap says nothing; then the words have to be the same words.
const FEWEST_WORDS = 4
// Without a speaker on one side the wording alone has to tell.
const LONG_WORDING = 8
const NEARLY_ALL = 0.9
// Reports of one remark appear within two days of each other.
const DAYS = 2
// A key that more remarks share than this is a phrase of the speaker, not a remark.
export const WIDEST_BLOCK = 200

/** Blocking keys: speaker with pairs of neighbouring content words, one may stand between; and runs of four words for remarks without a speaker. */
export function keysOf(remark: Remark): ReadonlySet<string> {
  const keys = new Set<string>()
  const content = remark.words.filter(word => word.content).map(word => word.stem)
  if (remark.speaker !== null)
    for (let i = 0; i < content.length; i++) {
      if (content.length < FEWEST_WORDS) keys.add(`${remark.speaker}|${content[i]}`)
      for (let k = 1; k <= 2 && i + k < content.length; k++) keys.add(`${remark.speaker}|${content[i]} ${content[i + k]}`)
      if (remark.isQuoted) keys.add(`${remark.speaker}|${content[i]}`)
    }
  if (remark.isQuoted)
    for (let i = 0; i + 4 <= remark.words.length; i++)
      keys.add(
        `|${remark.words
          .slice(i, i + 4)
          .map(word => word.form)
          .join(' ')}`,
      )
  return keys
}

/** The pair of two remarks that are one, null where they are not. */
export function pairOf(remarks: readonly Remark[], a: number, b: number): Pair | null {
  const one = remarks[a]!
  const other = remarks[b]!
  if (one.document === other.document || daysApart(one.day, other.day) > DAYS) return null
  const shortest = Math.min(contentWords(one), contentWords(other))
  if (one.speaker !== other.speaker) {
    // Somebody unnamed may be anybody, but two named people are two people, whatever their words.
    if (one.speaker !== null && other.speaker !== null) return null
    if (!one.isQuoted || !other.isQuoted || Math.min(one.words.length, other.words.length) < LONG_WORDING) return null
    const comparison = compareWordings(one.wording, other.wording)
    return comparison.containment >= NEARLY_ALL ? {a, b, comparison, rule: 'utterance/words'} : null
  }
  if (one.speaker === null) {
    if (!one.isQuoted || !other.isQuoted || Math.min(one.words.length, other.words.length) < LONG_WORDING) return null
    const comparison = compareWordings(one.wording, other.wording)
    return comparison.containment >= NEARLY_ALL ? {a, b, comparison, rule: 'utterance/words'} : null
  }
  const comparison = compareWordings(one.wording, other.wording)
  if (shortest < FEWEST_WORDS) {
    const together = one.isQuoted && other.isQuoted && comparison.containment === 1 && shortest > 0
    return together ? {a, b, comparison, rule: 'utterance/fragment'} : null
  }
  if (comparison.kept >= KEPT) return {a, b, comparison, rule: 'utterance/speaker-and-words'}
  const translated =
    one.isQuoted && other.isQuoted && comparison.containment >= KEPT && comparison.kept >= KEPT_TRANSLATED && shareName(one, other)
  return translated ? {a, b, comparison, rule: 'utterance/translated'} : null
}

/** A name or a figure that both wordings hold: translators change the other words. */
function shareName(one: Remark, other: Remark): boolean {
  const fixed = (remark: Remark): string[] =>
    remark.words.flatMap(word => (word.name ? [word.stem] : word.number !== null ? [word.number] : []))
  const known = new Set(fixed(other))
  return fixed(one).some(word => known.has(word))
}

const contentWords = (remark: Remark): number => remark.words.filter(word => word.content).length

/** Whole days between two ISO days; none where one is unknown. */
function daysApart(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0
  const days = Math.abs(dayNumber(a) - dayNumber(b))
  return Number.isFinite(days) ? days : 0
}

/** Days since a fixed day, without a clock: the civil-calendar count of Howard Hinnant's "chrono-compatible" algorithm. */
function dayNumber(day: string): number {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
}
