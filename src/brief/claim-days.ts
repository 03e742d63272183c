// Does a day that a sentence gives fit the days that the reports give? An exact day is not carried by a month, a month is by its days.
import type {TimeExpression} from '../model/time.ts'
import {daysOf} from '../text/similarity-days.ts'

export function daysFit({value, timex}: Pick<TimeExpression, 'value' | 'timex'>, days: readonly string[]): boolean {
  return days.some(day => (value === null ? fitsOpen(timex, day) : within(day, value)))
}

/** All of the first lies in the second. */
export function within(day: string, span: string): boolean {
  const [inner, outer] = [daysOf(day), daysOf(span)]
  return inner !== null && outer !== null && outer.from <= inner.from && inner.to <= outer.to
}

/** The two have no day in common. */
export function areApart(a: string, b: string): boolean {
  const [first, second] = [daysOf(a), daysOf(b)]
  return first !== null && second !== null && (first.to < second.from || second.to < first.from)
}

const DAY_MS = 86_400_000

/** "March 12" without a year, "Friday" without a week: XXXX-03-12, XXXX-WXX-5. */
function fitsOpen(timex: string | null, day: string): boolean {
  if (timex === null || !/^\d{4}-\d\d-\d\d/.test(day)) return false
  const weekday = /^XXXX-WXX-([1-7])/.exec(timex)
  if (weekday) return ((((Date.parse(day.slice(0, 10)) / DAY_MS + 3) % 7) + 7) % 7) + 1 === Number(weekday[1])
  const parts = /^[X\d]{4}-(\d\d)(?:-(\d\d))?/.exec(timex)
  return parts !== null && day.slice(5, 7) === parts[1] && (parts[2] === undefined || day.slice(8, 10) === parts[2])
}
