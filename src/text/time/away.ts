// Dates counted off by an amount: "two weeks ago", "three days later", "a year earlier".
import type {UnitName} from '../../model/pack-times.ts'
import {civilOf, dayOf, isRealDay, monthLength} from './day.ts'
import type {Meaning} from './meaning.ts'
import {daysOf, type Grain, isReal, type Period, periodAt, shifted} from './period.ts'
import type {Placed, Viewpoint} from './resolve.ts'

const GRAIN_OF: Readonly<Record<UnitName, Grain>> = {
  second: 'day',
  minute: 'day',
  hour: 'day',
  day: 'day',
  weekend: 'weekend',
  week: 'week',
  fortnight: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'year',
  century: 'year',
}
/** How many of its grain one unit is. */
const TIMES: Readonly<Partial<Record<UnitName, number>>> = {second: 0, minute: 0, hour: 1 / 24, fortnight: 2, decade: 10, century: 100}

const MONTHS_IN: Readonly<Partial<Record<Grain, number>>> = {month: 1, quarter: 3, half: 6, year: 12}
const COARSENESS: readonly Grain[] = ['day', 'weekend', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century']

const FARTHEST = 5000
const FROM_PUBLICATION = 0.9
const FROM_THE_DATE_BEFORE = 0.75

/** Null where nothing is known to count from, or where the text does not say how many. */
export function awayFrom({amount, unit, sign, spokenOf}: Extract<Meaning, {kind: 'away'}>, view: Viewpoint): Placed | null {
  if (amount === null || amount > FARTHEST) return null
  const steps = Math.round(amount * (TIMES[unit] ?? 1)) * sign
  const grain = GRAIN_OF[unit]
  // "a year ago" beside "the third quarter" is the third quarter a year ago
  const compared =
    !spokenOf && grain === 'year' && amount === 1 ? (view.lastInSentence ?? (view.last?.grain === 'quarter' ? view.last : null)) : null
  const isPart = compared !== null && (compared.grain === 'quarter' || compared.grain === 'half' || compared.grain === 'month')
  const start = isPart ? compared : spokenOf ? (view.last ?? publishedDay(view)) : publishedDay(view)
  if (start === null) return null
  const anchor = isPart || (spokenOf && view.last !== null) ? 'previous' : 'publication'
  const certainty = anchor === 'previous' ? FROM_THE_DATE_BEFORE : FROM_PUBLICATION
  // "a week ago" is the day a week ago, "six weeks ago" a week
  if (!spokenOf && grain === 'week' && steps === -1)
    return {period: {grain: 'day', index: start.index - 7}, anchor, certainty, mismatch: false}
  const period = spokenOf || isPart ? movedKeepingGrain(start, grain, steps) : shifted(periodAt(start.index, grain), steps)
  return isReal(period) ? {period, anchor, certainty, mismatch: false} : null
}

const publishedDay = ({published}: Viewpoint): Period | null => (published === null ? null : {grain: 'day', index: published})

/** Moves a period by steps of a grain: a quarter moved by a year stays a quarter, a day moved by a week a day, a year moved by a day its day. */
function movedKeepingGrain(start: Period, grain: Grain, steps: number): Period {
  if (COARSENESS.indexOf(start.grain) > COARSENESS.indexOf(grain)) return shifted(periodAt(daysOf(start).from, grain), steps)
  const months = MONTHS_IN[grain]
  if (months === undefined) {
    if (start.grain === 'day') return shifted(start, grain === 'week' || grain === 'weekend' ? steps * 7 : steps)
    return shifted(start, steps)
  }
  const ownMonths = MONTHS_IN[start.grain]
  if (ownMonths !== undefined) return shifted(start, Math.round((steps * months) / ownMonths))
  if (start.grain === 'season') return shifted(start, Math.round((steps * months) / 3))
  const {year, month, day} = civilOf(daysOf(start).from)
  const index = year * 12 + month - 1 + steps * months
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  if (!isRealDay(newYear, newMonth, 1)) return {grain: 'day', index: Number.NEGATIVE_INFINITY}
  return periodAt(dayOf(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth))), start.grain)
}
