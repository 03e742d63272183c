// Days as whole numbers from 1970-01-01 in the proleptic Gregorian calendar: no clock, no time zone, no Date object.

const DAYS_BEFORE_1970 = 719_468
const DAYS_OF_400_YEARS = 146_097

/** Years that a text can name; outside them a date is not resolved. */
export const FIRST_YEAR = 1
export const LAST_YEAR = 9999

export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Number of a day; month 1 … 12, day 1 … 31. Method: Howard Hinnant, chrono-compatible low-level date algorithms. */
export function dayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_400_YEARS + dayOfEra - DAYS_BEFORE_1970
}

/** Year, month and day of a day number. */
export function civilOf(number: number): CivilDay {
  const shifted = number + DAYS_BEFORE_1970
  const era = Math.floor(shifted / DAYS_OF_400_YEARS)
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / (DAYS_OF_400_YEARS - 1))) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day}
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!)

/** False for 31 February, day 45, month 13, year 0. */
export const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)
export const fourDigits = (year: number): string => `${year}`.padStart(4, '0')

export const isoMonth = (year: number, month: number): string => `${fourDigits(year)}-${two(month)}`

/** ISO day, such as 2031-04-11. */
export function isoDay(number: number): string {
  const {year, month, day} = civilOf(number)
  return `${isoMonth(year, month)}-${two(day)}`
}

/** Week of ISO 8601, which begins on Monday; a week belongs to the year that holds its Thursday. */
export function isoWeek(number: number): {year: number; week: number} {
  const thursday = number - weekdayOf(number) + 4
  const {year} = civilOf(thursday)
  return {year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1}
}

/** The Monday of a week of ISO 8601. */
export function mondayOfWeek(year: number, week: number): number {
  const fourth = dayOf(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7
}

/** Easter Sunday of the Gregorian church; method of the anonymous Gregorian algorithm (Nature, 1876). */
export function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const rest = h + l - 7 * m + 114
  return dayOf(year, Math.floor(rest / 31), (rest % 31) + 1)
}

/** Easter Sunday of the churches that keep the Julian reckoning, as a Gregorian day (Meeus). */
export function orthodoxEasterOf(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const rest = d + e + 114
  const gap = Math.floor(year / 100) - Math.floor(year / 400) - 2
  return dayOf(year, Math.floor(rest / 31), (rest % 31) + 1) + gap
}

/** `YYYY-MM-DD` at the head of a text → its day number; null where it is no real day. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isRealDay(year, month, day) ? dayOf(year, month, day) : null
}
