// An EDTF value as the days that it covers, as numbers: what other stages compare dates by. Pure; no clock, no time zone.
import {dayOf, isRealDay, monthLength} from './day.ts'

/** Days since 1970-01-01, both included; infinite where that end is open. */
export interface Bounds {
  readonly from: number
  readonly to: number
}

const OPEN = Number.POSITIVE_INFINITY
const QUALIFIERS = /[~?%]/g

/** Reads EDTF level 1 (day, date-time, month, season, year, 199X, 19XX, a/b with .. or nothing for an open end). Null where it is none. */
export function boundsOf(edtf: string): Bounds | null {
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
