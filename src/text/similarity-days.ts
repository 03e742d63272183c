// Days as numbers, for comparing how near two dates lie.
import {parseDay} from './time/day.ts'
import {type Bounds, boundsOf} from './time/interval.ts'

/** Days since 1970-01-01 of the first day that an EDTF date or interval names; null where it names no day. */
export const dayOf = (date: string | null): number | null => parseDay(date?.slice(0, 10) ?? '')

/** First and last day that an EDTF value covers: a day, a month, a year, an interval; null where it is open or unknown. */
export function daysOf(date: string | null): Bounds | null {
  const bounds = date === null ? null : boundsOf(date)
  return bounds !== null && Number.isFinite(bounds.from) && Number.isFinite(bounds.to) ? bounds : null
}
