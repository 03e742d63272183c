// Dates that name a month or are written in figures: "Friday, April 11, 2025", "the 23rd of May", "Dec. 1-2", "2025-04-11", "7/8/07".
import {civilOf, isRealDay, mondayOfWeek} from '../day.ts'
import type {Found, Meaning, YearReference} from '../meaning.ts'
import type {Line} from '../words.ts'
import {follows, is, isGlued, isRole, longest, plainYearAt, senseAt, shortYear, skip, skipHyphen, textAt, yearAfter} from './reading.ts'

interface MonthRead {
  /** Behind the name and its full stop. */
  readonly to: number
  readonly month: number
  /** Also a plain word, so that it needs more evidence when it stands alone. */
  readonly doubtful: boolean
}

function monthAt(line: Line, i: number): MonthRead | null {
  const sense = senseAt(line, i)
  if (sense.month === undefined) return null
  const word = line.words[i]!
  if ((sense.plain || sense.weak) && !word.capital) return null
  const stop = sense.weak && is(line, i + 1, '.') && isGlued(line, i + 1) ? i + 2 : i + 1
  return {to: stop, month: sense.month, doubtful: sense.plain === true || (sense.weak === true && stop === i + 1)}
}

interface DayRead {
  readonly to: number
  readonly day: number
  readonly ordinal: boolean
}

const SUFFIXES = ['st', 'nd', 'rd', 'th']
/** "the 45th of May" is read, and found impossible. */
const HIGHEST_WRITTEN_DAY = 99

function dayNumberAt(line: Line, i: number): DayRead | null {
  const word = line.words[i]
  if (word?.kind === 'number') {
    if (!(word.value >= 0 && word.value <= HIGHEST_WRITTEN_DAY) || word.end - word.start > 2) return null
    const suffix = line.words[i + 1]
    if (suffix && !suffix.spaced && SUFFIXES.includes(suffix.text)) return {to: i + 2, day: word.value, ordinal: true}
    // "7:15", "30%", "5pm": no day of a month
    if (
      suffix &&
      !suffix.spaced &&
      (suffix.kind === 'word' || suffix.text === '%' || (suffix.text === ':' && line.words[i + 2]?.kind === 'number'))
    )
      return null
    return {to: i + 1, day: word.value, ordinal: false}
  }
  const first = senseAt(line, i)
  if (first.ordinal !== undefined) return {to: i + 1, day: first.ordinal, ordinal: true}
  if (first.number === 20 || first.number === 30) {
    const second = senseAt(line, skipHyphen(line, i + 1)).ordinal
    if (second !== undefined && second < 10) return {to: skipHyphen(line, i + 1) + 1, day: first.number + second, ordinal: true}
  }
  return null
}

/** A weekday before a date, with its comma. */
function weekdayBefore(line: Line, i: number): {readonly to: number; readonly weekday: number} | null {
  const {weekday, weak, plural} = senseAt(line, i)
  if (weekday === undefined || plural) return null
  if (weak && !line.words[i]!.capital) return null
  const at = weak ? skip(line, i + 1, '.') : i + 1
  return {to: skip(line, at, ','), weekday}
}

const dayMeaning = (year: YearReference, month: number, day: number, weekday: number | null): Meaning =>
  day < 1 || day > 31 || !isRealDay(typeof year === 'number' ? year : 2000, month, day)
    ? {kind: 'impossible'}
    : {kind: 'day', year, month, day, weekday}

const RANGE_WORDS = ['-', '–', 'to', 'through']

/** "April 11", "Friday, Oct. 23, 2026", "Dec. 1-2", "May 30 to June 2". */
export function monthDayAt(line: Line, i: number): Found | null {
  const weekday = weekdayBefore(line, i)
  const month = monthAt(line, weekday?.to ?? i)
  if (month === null) return null
  const day = dayNumberAt(line, skip(line, month.to, 'the'))
  if (day === null || (day.ordinal && day.day === 0)) return null
  const name = weekday?.weekday ?? null
  // "In May 30 people died": the number counts
  if (!day.ordinal && line.lexicon.counted.has(textAt(line, day.to)) && !isRole(line, day.to, 'filler')) return null
  if (day.day > 31 && !day.ordinal && is(line, day.to, ',', '.') === false && day.to < line.words.length) return null
  const year = yearAfterDay(line, day.to)
  const first = dayMeaning(year?.year ?? null, month.month, day.day, name)
  const end = rangeEnd(line, day.to, month.month)
  if (end !== null) {
    const lastYear = yearAfterDay(line, end.to)
    const given = lastYear?.year ?? null
    return {
      from: i,
      to: lastYear?.to ?? end.to,
      meaning: {kind: 'span', first: dayMeaning(given, month.month, day.day, name), last: dayMeaning(given, end.month, end.day, null)},
      mod: null,
      rule: 'day-range',
    }
  }
  return {from: i, to: year?.to ?? day.to, meaning: first, mod: null, rule: weekday === null ? 'month-day' : 'weekday-month-day'}
}

function yearAfterDay(line: Line, i: number): {readonly to: number; readonly year: YearReference} | null {
  const read = yearAfter(line, i)
  // "on June 30, 2000 people" counts; "June 30 last year" does not
  return read !== null && typeof read.year === 'number' && line.lexicon.counted.has(textAt(line, read.to)) ? null : read
}

function rangeEnd(line: Line, i: number, month: number): {readonly to: number; readonly month: number; readonly day: number} | null {
  if (!RANGE_WORDS.includes(textAt(line, i))) return null
  const other = monthAt(line, i + 1)
  // "from Aug. 26 to Oct. 20" is two dates; "Aug. 26-Oct. 20" and "Aug. 26 to 28" are one
  if (other !== null && is(line, i, 'to', 'through')) return null
  const day = dayNumberAt(line, other?.to ?? i + 1)
  if (day === null || day.day < 1 || day.day > 31 || line.lexicon.counted.has(textAt(line, day.to))) return null
  return {to: day.to, month: other?.month ?? month, day: day.day}
}

/** "11 April 2025", "the 23rd of May", "Friday 23rd May", "1-2 December". */
export function dayMonthAt(line: Line, i: number): Found | null {
  const weekday = weekdayBefore(line, i)
  const start = skip(line, weekday?.to ?? i, 'the')
  const day = dayNumberAt(line, start)
  if (day === null) return null
  const name = weekday?.weekday ?? null
  const second = RANGE_WORDS.includes(textAt(line, day.to)) ? dayNumberAt(line, day.to + 1) : null
  const of = skip(line, second?.to ?? day.to, 'of')
  const month = monthAt(line, of)
  if (month === null || (month.doubtful && of === day.to && !day.ordinal && !line.words[of]!.capital)) return null
  // "the third of March" needs its "of" or a figure: "First May wanted" is a name
  if (day.ordinal && line.words[start]!.kind === 'word' && of === (second?.to ?? day.to)) return null
  const year = yearAfterDay(line, month.to)
  const given = year?.year ?? null
  const first = dayMeaning(given, month.month, day.day, name)
  const to = year?.to ?? month.to
  if (second !== null)
    return {
      from: i,
      to,
      meaning: {kind: 'span', first, last: dayMeaning(given, month.month, second.day, null)},
      mod: null,
      rule: 'day-range',
    }
  return {from: i, to, meaning: first, mod: null, rule: 'day-month'}
}

/** "April 2025", "January this year", "June last year", "in March", "last September". */
export function monthOnlyAt(line: Line, i: number): Found | null {
  const month = monthAt(line, i)
  if (month === null) return null
  const year = yearAfter(line, month.to)
  if (year !== null && !(typeof year.year === 'number' && line.lexicon.counted.has(textAt(line, year.to))))
    return {from: i, to: year.to, meaning: {kind: 'month', year: year.year, month: month.month, shift: null}, mod: null, rule: 'month-year'}
  const introduced = follows(line, i, 'month')
  if (month.doubtful && !introduced && !isPlainEnough(line, i, month)) return null
  // "April Orlan": a given name
  const next = line.words[month.to]
  if (!introduced && next?.kind === 'word' && next.capital && next.spaced && senseAt(line, month.to).weekday === undefined) return null
  if (senseAt(line, i).weak && month.to === i + 1) return null
  return {from: i, to: i + 1, meaning: {kind: 'month', year: null, month: month.month, shift: null}, mod: null, rule: 'month'}
}

/** "May" or "March" alone, with no preposition: only inside a sentence, behind a determiner ("the March talks"). */
const isPlainEnough = (line: Line, i: number, month: MonthRead): boolean =>
  i > 0 &&
  is(line, i - 1, 'a', 'the', 'its', 'their', 'his', 'her') &&
  line.words[month.to]?.kind === 'word' &&
  !is(line, month.to, 'of') &&
  !line.words[month.to]!.capital

/** 2025-04-11, 2025/04/11, 11/4/2025, 7/8/07, 11.04.2025, 2025-W15. */
export function figuresAt(line: Line, i: number): Found | null {
  const first = line.words[i]
  if (first?.kind !== 'number' || Number.isNaN(first.value)) return null
  const mark = textAt(line, i + 1)
  if ((mark !== '-' && mark !== '/' && mark !== '.') || !isGlued(line, i + 1) || !isGlued(line, i + 2)) return null
  if (i > 0 && isGlued(line, i) && is(line, i - 1, mark, '.')) return null
  const week = isoWeekAt(line, i)
  if (week !== null) return week
  const [second, third] = [line.words[i + 2], line.words[i + 4]]
  if (second?.kind !== 'number' || !is(line, i + 3, mark) || third?.kind !== 'number' || !isGlued(line, i + 3) || !isGlued(line, i + 4))
    return null
  const after = line.words[i + 5]
  if (after && !after.spaced && (after.kind === 'number' || after.text === mark)) return null
  const found = (meaning: Meaning): Found => ({from: i, to: i + 5, meaning, mod: null, rule: 'figures'})
  const digits = [first, second, third].map(word => word.end - word.start)
  if (digits[0] === 4 && digits[1]! <= 2 && digits[2]! <= 2) return found(dayMeaning(first.value, second.value, third.value, null))
  if (mark === '-' || digits[0]! > 2 || digits[1]! > 2 || (digits[2] !== 4 && digits[2] !== 2)) return null
  const year = digits[2] === 4 ? third.value : shortYear(third.value)
  if (digits[2] === 2 && mark === '.') return null
  const american = isRealDay(year, first.value, second.value)
  const european = isRealDay(year, second.value, first.value)
  if (!american && !european) return digits[2] === 4 ? found({kind: 'impossible'}) : null
  // day and month both up to 12: figures with dots put the day first, with strokes the American order is the commoner in English
  const dayFirst = mark === '.' ? european : !american
  return found(dayFirst ? dayMeaning(year, second.value, first.value, null) : dayMeaning(year, first.value, second.value, null))
}

const LAST_WEEK = 53

function isoWeekAt(line: Line, i: number): Found | null {
  const year = line.words[i]!
  const number = line.words[i + 3]
  if (
    year.end - year.start !== 4 ||
    !is(line, i + 2, 'w') ||
    number?.kind !== 'number' ||
    !isGlued(line, i + 3) ||
    number.end - number.start !== 2
  )
    return null
  const weekday = is(line, i + 4, '-') && isGlued(line, i + 5) ? line.words[i + 5] : undefined
  const impossible = year.value < 1 || number.value < 1 || number.value > LAST_WEEK
  const rule = 'iso-week'
  if (weekday?.kind === 'number' && weekday.end - weekday.start === 1 && isGlued(line, i + 4)) {
    if (impossible || weekday.value < 1 || weekday.value > 7) return {from: i, to: i + 6, meaning: {kind: 'impossible'}, mod: null, rule}
    const day = mondayOfWeek(year.value, number.value) + weekday.value - 1
    const {year: dayYear, month, day: dayOfMonth} = civilOf(day)
    return {from: i, to: i + 6, meaning: dayMeaning(dayYear, month, dayOfMonth, null), mod: null, rule}
  }
  return {
    from: i,
    to: i + 4,
    meaning: impossible ? {kind: 'impossible'} : {kind: 'week', year: year.value, week: number.value},
    mod: null,
    rule,
  }
}

const BEFORE_OLD_YEAR = ['in', 'since', 'of', 'from', 'until', 'by', 'before', 'after', 'to', 'between']
/** A bare number below this is a year only behind a preposition. */
const FIRST_YEAR_ALONE = 1850
const LAST_YEAR_ALONE = 2100
const CURRENCY = ['$', '€', '£', '¥', '₽', '#', '№', ':', '+']

/** "2014", "since 1990", "nineteen ninety-seven", "the year 2000", "fiscal 1989", "'98". */
export function yearOnlyAt(line: Line, i: number): Found | null {
  const found = (to: number, year: number, rule: string): Found => ({
    from: i,
    to,
    meaning: {kind: 'period', grain: 'year', index: year},
    mod: null,
    rule,
  })
  const zero = is(line, skip(line, i, 'the'), 'year') ? skip(line, i, 'the') + 1 : i
  if (zero > i && line.words[zero]?.kind === 'number' && line.words[zero]!.value === 0)
    return {from: i, to: zero + 1, meaning: {kind: 'impossible'}, mod: null, rule: 'year'}
  const named = namedYear(line, i)
  if (named !== null) return found(named.to, named.year, 'year')
  const year = plainYearAt(line, i)
  if (year !== null) {
    const before = line.words[i - 1]
    const after = line.words[i + 1]
    if (before && !before.spaced && before.kind === 'mark' && !line.words[i]!.spaced && CURRENCY.includes(before.text)) return null
    if (before && (CURRENCY.includes(before.text) || line.lexicon.label.has(before.text))) return null
    // "No. 1945"
    if (before?.text === '.' && !before.spaced && line.lexicon.label.has(textAt(line, i - 2))) return null
    if (after?.kind === 'word' && line.lexicon.counted.has(after.text)) return null
    if (
      after?.text === '-' &&
      !after.spaced &&
      line.words[i + 2]?.kind === 'word' &&
      isGlued(line, i + 2) &&
      senseAt(line, i + 2).unit !== undefined
    )
      return null
    if ((year < FIRST_YEAR_ALONE || year > LAST_YEAR_ALONE) && !BEFORE_OLD_YEAR.includes(before?.text ?? '')) return null
    if (before?.kind === 'number' && !line.words[i]!.spaced) return null
    return found(i + 1, year, 'year')
  }
  if (is(line, i, "'") && isGlued(line, i + 1)) {
    const short = line.words[i + 1]
    const introduced = follows(line, i, 'shortYear')
    if (introduced && short?.kind === 'number' && short.end - short.start === 2 && !isGlued(line, i + 2))
      return found(i + 2, shortYear(short.value), 'short-year')
  }
  return null
}

function namedYear(line: Line, i: number): {readonly to: number; readonly year: number} | null {
  const start = skip(line, i, 'the')
  let at = start
  if (isRole(line, at, 'fiscal')) at = skip(line, at + 1, 'year')
  else if (is(line, at, 'year')) at++
  if (at === start) {
    if (start > i) return null
    // Only forms that no count has: "nineteen ninety-seven", never "twenty" alone
    const spelled = senseAt(line, i).number === undefined ? null : yearAfter(line, i)
    return spelled !== null &&
      typeof spelled.year === 'number' &&
      spelled.to > i + 1 &&
      senseAt(line, i).number !== 2 &&
      senseAt(line, spelled.to).unit === undefined
      ? {to: spelled.to, year: spelled.year}
      : null
  }
  const read = yearAfter(line, at)
  return read !== null && typeof read.year === 'number' && !is(line, at, ',', 'of') ? {to: read.to, year: read.year} : null
}

/** "1990s", "the '80s", "the nineties", "the 20th century". */
export function ageAt(line: Line, i: number): Found | null {
  const start = skip(line, i, 'the')
  const decade = (to: number, index: number): Found => ({
    from: i,
    to,
    meaning: {kind: 'period', grain: 'decade', index},
    mod: null,
    rule: 'decade',
  })
  const at = is(line, start, "'") && isGlued(line, start + 1) ? start + 1 : start
  const word = line.words[at]
  if (word?.kind === 'number' && isGlued(line, at + 1)) {
    const tail = is(line, at + 1, "'") ? at + 2 : at + 1
    const isPlural = is(line, tail, 's') && isGlued(line, tail)
    if (isPlural && word.value % 10 === 0 && word.end - word.start === 4 && word.value >= 1000 && word.value <= 2190)
      return decade(tail + 1, word.value / 10)
    if (
      isPlural &&
      word.value % 10 === 0 &&
      word.end - word.start === 2 &&
      word.value >= 20 &&
      (at > start || start > i || follows(line, i, 'shortDecade'))
    )
      return decade(tail + 1, 190 + word.value / 10)
  }
  const {decadeName, ordinal} = senseAt(line, start)
  if (decadeName !== undefined && start > i) return decade(start + 1, 190 + decadeName / 10)
  const number = ordinal !== undefined ? {to: start + 1, day: ordinal, ordinal: true} : dayNumberAt(line, start)
  if (number === null || !number.ordinal) return null
  const unit = skipHyphen(line, number.to)
  if (senseAt(line, unit).unit !== 'century' || senseAt(line, unit).plural || number.day < 1) return null
  return {from: i, to: unit + 1, meaning: {kind: 'period', grain: 'century', index: number.day - 1}, mod: null, rule: 'century'}
}

export const datesAt = (line: Line, i: number): Found | null =>
  longest(monthDayAt(line, i), dayMonthAt(line, i), monthOnlyAt(line, i), figuresAt(line, i), ageAt(line, i), yearOnlyAt(line, i))
