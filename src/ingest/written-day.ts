// Finds a calendar day in a few words of a page or a mail, in the forms and languages that sites write dates in.
import type {DateWords} from '../model/pack-page.ts'
import {isCalendarDay} from './dates.ts'
import {foldCase} from './lines.ts'

export interface WrittenDay {
  /** ISO day. */
  readonly day: string
  readonly start: number
  readonly end: number
}

/** The web has no older pages; older days in a page are what it tells of. */
const FIRST_PAGE_YEAR = 1991
const YEAR_FIRST = /(?<![\d.])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g
const DAY_FIRST = /(?<![\d.])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d%])/g
const EASTERN = /(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日/g
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º)?[.,]?[ \u00a0-]?(?:of |de |di )?(\p{L}{3,12})[.,]?[ \u00a0-]{0,2}(?:de |del )?['’]?(\d{4}|\d{2}(?!\d|:))(?!\d)/gu
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,12})[. ] ?(\d{1,2})(?:st|nd|rd|th)?(?:,? | ?, ?)(\d{4})(?!\d)/gu

/** Days in the order in which they stand; `monthFirst` for pages that write 4/11/2031 for 11 April. */
export function findWrittenDays(text: string, words: DateWords, order: 'day-first' | 'month-first', limit = 20): WrittenDay[] {
  const found: WrittenDay[] = []
  const add = (match: RegExpExecArray, year: string, month: number, day: number) => {
    const full = year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
    if (full < FIRST_PAGE_YEAR || !isCalendarDay(full, month, day)) return
    const iso = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    found.push({day: iso, start: match.index, end: match.index + match[0].length})
  }
  const folded = foldCase(text)
  const each = (pattern: RegExp, take: (match: RegExpExecArray) => void) => {
    pattern.lastIndex = 0
    for (let match = pattern.exec(folded), n = 0; match !== null && n < limit * 4; match = pattern.exec(folded), n++) take(match)
  }
  each(YEAR_FIRST, match => add(match, match[1]!, Number(match[3]), Number(match[4])))
  each(DAY_FIRST, match => {
    const [first, second] = [Number(match[1]), Number(match[3])]
    const swapped = second > 12 || (match[2] === '/' && order === 'month-first' && first <= 12)
    add(match, match[4]!, swapped ? first : second, swapped ? second : first)
  })
  each(EASTERN, match => add(match, match[1]!, Number(match[2]), Number(match[3])))
  each(DAY_MONTH, match => add(match, match[3]!, monthNumber(match[2]!, words), Number(match[1])))
  each(MONTH_DAY, match => add(match, match[3]!, monthNumber(match[1]!, words), Number(match[2])))
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((day, i, all) => i === 0 || day.start >= all[i - 1]!.end)
    .slice(0, limit)
}

const numbers = new WeakMap<DateWords, ReadonlyMap<string, number>>()

function monthNumber(word: string, words: DateWords): number {
  let known = numbers.get(words)
  if (known === undefined) {
    known = new Map(words.months.flatMap((names, i) => names.map(name => [name, i + 1] as const)))
    numbers.set(words, known)
  }
  return known.get(word) ?? 0
}
