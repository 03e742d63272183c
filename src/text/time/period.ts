// A calendar period of any grain as one whole number, so that "the last quarter" and "two weeks ago" are the same subtraction.
import {civilOf, dayOf, fourDigits, isoDay, isoMonth, isoWeek, LAST_YEAR, monthLength, weekdayOf} from './day.ts'

export type Grain = 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century'

/** `index` counts periods of this grain: days from 1970, weeks from the first Monday before it, months, quarters … from year 0. */
export interface Period {
  readonly grain: Grain
  readonly index: number
}

/** Spring, summer, autumn, winter in the order of TIMEX3's codes; a winter is named after the year in which it begins. */
export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const
const SEASON_MONTHS = [3, 6, 9, 12] as const

export const monthPeriod = (year: number, month: number): Period => ({grain: 'month', index: year * 12 + month - 1})
export const yearPeriod = (year: number): Period => ({grain: 'year', index: year})
export const quarterPeriod = (year: number, quarter: number): Period => ({grain: 'quarter', index: year * 4 + quarter - 1})
export const halfPeriod = (year: number, half: number): Period => ({grain: 'half', index: year * 2 + half - 1})
export const seasonPeriod = (year: number, season: number): Period => ({grain: 'season', index: year * 4 + season})

const weekIndex = (day: number): number => Math.floor((day + 3) / 7)
const mondayOf = (index: number): number => index * 7 - 3

/** The period of that grain that holds a day. */
export function periodAt(day: number, grain: Grain): Period {
  const {year, month} = civilOf(day)
  switch (grain) {
    case 'day':
      return {grain, index: day}
    case 'week':
    case 'weekend':
      return {grain, index: weekIndex(day)}
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.floor((month - 1) / 3) + 1)
    case 'half':
      return halfPeriod(year, month <= 6 ? 1 : 2)
    case 'season':
      return month <= 2 ? seasonPeriod(year - 1, 3) : seasonPeriod(year, Math.floor(month / 3) - 1)
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return {grain, index: Math.floor(year / 10)}
    case 'century':
      return {grain, index: Math.floor(year / 100)}
  }
}

export const shifted = (period: Period, by: number): Period => ({grain: period.grain, index: period.index + by})

/** First and last day. */
export function daysOf({grain, index}: Period): {from: number; to: number} {
  switch (grain) {
    case 'day':
      return {from: index, to: index}
    case 'week':
      return {from: mondayOf(index), to: mondayOf(index) + 6}
    case 'weekend':
      return {from: mondayOf(index) + 5, to: mondayOf(index) + 6}
    case 'month':
      return monthsFrom(index, 1)
    case 'quarter':
      return monthsFrom(index * 3, 3)
    case 'half':
      return monthsFrom(index * 6, 6)
    case 'season':
      return monthsFrom(Math.floor(index / 4) * 12 + SEASON_MONTHS[((index % 4) + 4) % 4]! - 1, 3)
    case 'year':
      return monthsFrom(index * 12, 12)
    case 'decade':
      return monthsFrom(index * 120, 120)
    case 'century':
      return monthsFrom(index * 1200, 1200)
  }
}

function monthsFrom(index: number, count: number): {from: number; to: number} {
  const last = index + count - 1
  const [lastYear, lastMonth] = [Math.floor(last / 12), (((last % 12) + 12) % 12) + 1]
  return {
    from: dayOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1),
    to: dayOf(lastYear, lastMonth, monthLength(lastYear, lastMonth)),
  }
}

/** False where the period leaves the years 1 … 9999. */
export function isReal(period: Period): boolean {
  const {from, to} = daysOf(period)
  return civilOf(from).year >= 1 && civilOf(to).year <= LAST_YEAR
}

/** TIMEX3 value. */
export function timexOf({grain, index}: Period): string {
  const {from} = daysOf({grain, index})
  const {year, month} = civilOf(from)
  switch (grain) {
    case 'day':
      return isoDay(index)
    case 'week':
    case 'weekend': {
      const {year: weekYear, week} = isoWeek(from)
      return `${fourDigits(weekYear)}-W${`${week}`.padStart(2, '0')}${grain === 'weekend' ? '-WE' : ''}`
    }
    case 'month':
      return isoMonth(year, month)
    case 'quarter':
      return `${fourDigits(year)}-Q${(index % 4) + 1}`
    case 'half':
      return `${fourDigits(year)}-H${(index % 2) + 1}`
    case 'season':
      return `${fourDigits(year)}-${SEASONS[index % 4]}`
    case 'year':
      return fourDigits(year)
    case 'decade':
      return `${index}`.padStart(3, '0')
    case 'century':
      return `${index}`.padStart(2, '0')
  }
}

/** EDTF level 1; weeks, weekends, quarters and halves have no EDTF value of their own and go out as intervals. */
export function edtfOf({grain, index}: Period): string {
  const {from, to} = daysOf({grain, index})
  const first = civilOf(from)
  const last = civilOf(to)
  switch (grain) {
    case 'week':
    case 'weekend':
      return `${isoDay(from)}/${isoDay(to)}`
    case 'quarter':
    case 'half':
      return `${isoMonth(first.year, first.month)}/${isoMonth(last.year, last.month)}`
    case 'season':
      return `${fourDigits(first.year)}-${21 + (index % 4)}`
    case 'decade':
      return `${timexOf({grain, index})}X`
    case 'century':
      return `${timexOf({grain, index})}XX`
    default:
      return timexOf({grain, index})
  }
}

/** Monday-based weekday moved inside its week; used for "Monday of last week". */
export const weekdayIn = (week: Period, weekday: number): number => mondayOf(week.index) + weekday - 1

/** The last day on or before `day` that is this weekday. */
export const lastWeekday = (day: number, weekday: number): number => day - ((weekdayOf(day) - weekday + 7) % 7)
