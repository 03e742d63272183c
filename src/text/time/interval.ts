// What other stages need of dates: an EDTF value as first and last day, compared, overlapped, moved. Pure; days are ISO strings.
import {civilOf, dayOf, isoDay, isRealDay, monthLength, parseDay, weekdayOf} from './day.ts'

/** First and last day, both included; null where that end is open. */
export interface Interval {
  readonly from: string | null
  readonly to: string | null
}

interface Bounds {
  readonly from: number
  readonly to: number
}

const OPEN = Number.POSITIVE_INFINITY
const QUALIFIERS = /[~?%]/g

/** Reads EDTF level 1 (day, date-time, month, season, year, 199X, 19XX, a/b with .. or nothing for an open end). Null where it is none. */
export function intervalOf(edtf: string | null): Interval | null {
  const bounds = edtf === null ? null : boundsOf(edtf)
  return bounds === null ? null : {from: isoOf(bounds.from), to: isoOf(bounds.to)}
}

const isoOf = (day: number): string | null => (Number.isFinite(day) ? isoDay(day) : null)

function boundsOf(edtf: string): Bounds | null {
  const plain = edtf.replace(QUALIFIERS, '').trim()
  const slash = plain.indexOf('/')
  if (slash < 0) return periodBounds(plain)
  const [left, right] = [plain.slice(0, slash), plain.slice(slash + 1)]
  const first = left === '' || left === '..' ? {from: -OPEN, to: -OPEN} : periodBounds(left)
  const last = right === '' || right === '..' ? {from: OPEN, to: OPEN} : periodBounds(right)
  return first === null || last === null || first.from > last.to ? null : {from: first.from, to: last.to}
}

/** Months that a season covers in the north; a winter runs into the next year. */
const SEASON_STARTS: Readonly<Record<number, number>> = {21: 3, 22: 6, 23: 9, 24: 12}

function periodBounds(text: string): Bounds | null {
  const match = /^(\d{2,4}X{0,2})(?:-(\d{2}))?(?:-(\d{2}))?(?:T[\d:.,]*(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  if (!match || match[1]!.length !== 4) return null
  const masked = match[1]!
  if (masked.includes('X')) {
    if (match[2] !== undefined) return null
    return yearBounds(Number(masked.replaceAll('X', '0')), Number(masked.replaceAll('X', '9')))
  }
  const year = Number(masked)
  if (match[2] === undefined) return yearBounds(year, year)
  const month = Number(match[2])
  const season = SEASON_STARTS[month]
  if (season !== undefined && match[3] === undefined) {
    const endYear = season === 12 ? year + 1 : year
    const endMonth = season === 12 ? 2 : season + 2
    return {from: dayOf(year, season, 1), to: dayOf(endYear, endMonth, monthLength(endYear, endMonth))}
  }
  if (match[3] === undefined)
    return isRealDay(year, month, 1) ? {from: dayOf(year, month, 1), to: dayOf(year, month, monthLength(year, month))} : null
  const day = Number(match[3])
  if (!isRealDay(year, month, day)) return null
  const number = dayOf(year, month, day)
  return {from: number, to: number}
}

const yearBounds = (first: number, last: number): Bounds | null => (first < 1 ? null : {from: dayOf(first, 1, 1), to: dayOf(last, 12, 31)})

/** How two EDTF values lie: wholly before, wholly after, or sharing a day. Null where one is unknown. */
export function compareTimes(a: string | null, b: string | null): 'before' | 'after' | 'overlap' | null {
  const first = a === null ? null : boundsOf(a)
  const second = b === null ? null : boundsOf(b)
  if (first === null || second === null) return null
  return first.to < second.from ? 'before' : second.to < first.from ? 'after' : 'overlap'
}

/** True where both are known and come within `tolerance` days of each other. */
export function timesNear(a: string | null, b: string | null, tolerance: number): boolean {
  const first = a === null ? null : boundsOf(a)
  const second = b === null ? null : boundsOf(b)
  if (first === null || second === null) return false
  return first.from - tolerance <= second.to && second.from - tolerance <= first.to
}

/** True where the value stands for one day. */
export function isOneDay(edtf: string | null): boolean {
  const bounds = edtf === null ? null : boundsOf(edtf)
  return bounds !== null && bounds.from === bounds.to && Number.isFinite(bounds.from)
}

/** An ISO day moved by whole days; null for anything that is no ISO day. */
export function addDays(day: string, days: number): string | null {
  const number = parseDay(day)
  return number === null ? null : isoDay(number + days)
}

/** Whole days from a to b, negative where b comes first; null where one is no ISO day. */
export function daysBetween(a: string, b: string): number | null {
  const first = parseDay(a)
  const second = parseDay(b)
  return first === null || second === null ? null : second - first
}

/** 1 Monday … 7 Sunday; null for anything that is no ISO day. */
export function weekdayOfDay(day: string): number | null {
  const number = parseDay(day)
  return number === null ? null : weekdayOf(number)
}

/** The day that ends an ISO 8601 duration begun on `day` ("a 30-day truce from 2 March"); null where the duration is vague or has hours. */
export function addDuration(day: string, duration: string): string | null {
  const start = parseDay(day)
  const match = /^P(\d+)([DWMY])$/.exec(duration)
  if (start === null || !match) return null
  const count = Number(match[1])
  if (match[2] === 'D') return isoDay(start + count)
  if (match[2] === 'W') return isoDay(start + count * 7)
  const {year, month, day: dayOfMonth} = civilOf(start)
  const index = year * 12 + month - 1 + count * (match[2] === 'Y' ? 12 : 1)
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  if (!isRealDay(newYear, newMonth, 1)) return null
  return isoDay(dayOf(newYear, newMonth, Math.min(dayOfMonth, monthLength(newYear, newMonth))))
}
