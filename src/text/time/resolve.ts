// Turns what an expression says into days, seen from where it was written: the publication, the date spoken of before, the look of the clause.
import type {Holiday} from '../../model/pack-times.ts'
import type {TimeExpression} from '../../model/time.ts'
import {awayFrom} from './away.ts'
import {civilOf, dayOf, easterOf, isRealDay, LAST_YEAR, mondayOfWeek, monthLength, orthodoxEasterOf, weekdayOf} from './day.ts'
import type {Meaning, Shift, YearReference} from './meaning.ts'
import {
  daysOf,
  type Grain,
  halfPeriod,
  lastWeekday,
  monthPeriod,
  type Period,
  periodAt,
  quarterPeriod,
  seasonPeriod,
  shifted,
  weekdayIn,
} from './period.ts'
import type {Look} from './tense.ts'

/** Where an expression stands: days are day numbers, null where unknown. */
export interface Viewpoint {
  readonly published: number | null
  readonly look: Look
  /** The last date spoken of before this expression, of any grain, and the last that was a single day. */
  readonly last: Period | null
  readonly lastDay: Period | null
  /** The last quarter spoken of: "the quarter". */
  readonly lastQuarter: Period | null
  /** The finest period that the same sentence speaks of; "a year ago" beside a quarter is the quarter a year ago. */
  readonly lastInSentence: Period | null
}

export type AnchorName = TimeExpression['anchor']

/** A period with what it was counted from; `certainty` is how sure a reading of this kind is, 0 … 1, by judgement. */
export interface Placed {
  readonly period: Period
  readonly anchor: AnchorName
  readonly certainty: number
  readonly mismatch: boolean
}

const CERTAIN = 1
/** How sure a reading of this kind is, set by judgement and not yet measured: full dates, weekdays with a cue, without, parts of years. */
const NEARLY_CERTAIN = 0.95
const LIKELY = 0.9
const FAIR = 0.8
const DOUBTFUL = 0.6

const placed = (period: Period, anchor: AnchorName, certainty: number): Placed => ({period, anchor, certainty, mismatch: false})

/** The calendar period that a meaning stands for; null where it has none, or where what it is counted from is unknown. */
export function placeOf(meaning: Meaning, view: Viewpoint): Placed | null {
  const {published} = view
  switch (meaning.kind) {
    case 'day':
      return placeDay(meaning, view)
    case 'month':
      return placeMonth(meaning, view)
    case 'weekday':
      return placeWeekday(meaning, view)
    case 'nearby':
      return published === null ? null : placed({grain: 'day', index: published + meaning.days}, 'publication', NEARLY_CERTAIN)
    case 'unit':
      return published === null ? null : placeUnit(meaning, published, view)
    case 'part':
      return placePart(meaning, view)
    case 'week':
      return placed(periodAt(mondayOfWeek(meaning.year, meaning.week), 'week'), 'explicit', CERTAIN)
    case 'period':
      return meaning.index < 1 && meaning.grain === 'year'
        ? null
        : placed({grain: meaning.grain, index: meaning.index}, 'explicit', NEARLY_CERTAIN)
    case 'away':
      return awayFrom(meaning, view)
    case 'holiday':
      return placeHoliday(meaning.holiday, meaning.year, meaning.shift, view)
    case 'same':
      return placeSame(meaning, view)
    case 'cut':
    case 'side':
      return placeOf(meaning.of, view)
    case 'weekOf':
      return placeWeekOf(meaning, view)
    case 'clock':
    case 'dayPart':
      if (meaning.on !== null) return placeOf(meaning.on, view)
      // "overnight" is the night before publication; a bare clock time is on the day spoken of
      return meaning.kind === 'dayPart'
        ? placeOf({kind: 'nearby', days: -1}, view)
        : placeSame({kind: 'same', grain: 'day', shift: 0}, view)
    case 'span':
    case 'duration':
    case 'set':
    case 'reference':
    case 'impossible':
      return null
  }
}

/** A year from its reference; null where it leans on a day that nobody knows. */
function yearOf(reference: YearReference, {published, last}: Viewpoint): number | null {
  if (reference === null) return null
  if (typeof reference === 'number') return reference
  const from = reference.spokenOf ? (last === null ? published : daysOf(last).from) : published
  return from === null ? null : civilOf(from).year + reference.shift
}

/** The one of several days or periods of a cycle that the look of the clause means. `starts` rise. */
function chosen(starts: readonly number[], now: number, look: Look): number | null {
  let back: number | null = null
  let ahead: number | null = null
  for (const start of starts) {
    if (start <= now) back = start
    else if (ahead === null) ahead = start
  }
  if (back === null || ahead === null) return back ?? ahead
  if (back === now) return back
  // A date that comes several times sooner than it was is meant to come, whatever the verb: "agreed to a summit on Dec. 15"
  if (look === 'back') return (ahead - now) * SOONER < now - back ? ahead : back
  if (look === 'ahead') return (now - back) * SOONER < ahead - now ? back : ahead
  return (ahead - now) * SOONER_UNTOLD < now - back ? ahead : back
}

const SOONER = 4
/** Where no word tells, news looks back more often than ahead. */
const SOONER_UNTOLD = 2

/** Years around publication in which a date without a year is looked for; leap days need the wider reach. */
const YEARS_AROUND = 1
const YEARS_AROUND_LEAP_DAY = 4

function placeDay(meaning: Extract<Meaning, {kind: 'day'}>, view: Viewpoint): Placed | null {
  const {month, day, weekday} = meaning
  const given = yearOf(meaning.year, view)
  const checked = (index: number, anchor: AnchorName, certainty: number): Placed => ({
    period: {grain: 'day', index},
    anchor,
    certainty: weekday !== null && weekdayOf(index) !== weekday ? DOUBTFUL : certainty,
    mismatch: weekday !== null && weekdayOf(index) !== weekday,
  })
  if (given !== null)
    return isRealDay(given, month, day)
      ? checked(dayOf(given, month, day), typeof meaning.year === 'number' ? 'explicit' : 'publication', CERTAIN)
      : null
  if (view.published === null || meaning.year !== null) return null
  const around = month === 2 && day === 29 ? YEARS_AROUND_LEAP_DAY : YEARS_AROUND
  const {year} = civilOf(view.published)
  const starts: number[] = []
  for (let y = year - around; y <= year + around; y++) if (isRealDay(y, month, day)) starts.push(dayOf(y, month, day))
  const index = chosen(starts, view.published, view.look)
  return index === null ? null : checked(index, 'publication', LIKELY)
}

function placeMonth(meaning: Extract<Meaning, {kind: 'month'}>, view: Viewpoint): Placed | null {
  const {month, shift} = meaning
  const given = yearOf(meaning.year, view)
  if (given !== null)
    return given < 1 || given > LAST_YEAR
      ? null
      : placed(monthPeriod(given, month), typeof meaning.year === 'number' ? 'explicit' : 'publication', CERTAIN)
  if (view.published === null || meaning.year !== null) return null
  const now = periodAt(view.published, 'month').index
  const {year} = civilOf(view.published)
  const here = monthPeriod(year, month).index
  if (shift === 0) return placed({grain: 'month', index: here}, 'publication', LIKELY)
  if (shift === -1) return placed({grain: 'month', index: here < now ? here : here - 12}, 'publication', LIKELY)
  if (shift === 1) return placed({grain: 'month', index: here > now ? here : here + 12}, 'publication', LIKELY)
  const index = chosen([here - 12, here, here + 12], now, view.look)
  return index === null ? null : placed({grain: 'month', index}, 'publication', view.look === null ? FAIR : LIKELY)
}

/** A weekday within this many days on both sides could be either. */
const CLOSE_WEEKDAYS = 2

function placeWeekday(meaning: Extract<Meaning, {kind: 'weekday'}>, view: Viewpoint): Placed | null {
  const {weekday, shift, week, spokenOf} = meaning
  if (spokenOf && view.lastDay !== null) {
    const from = view.lastDay.index
    const index = shift === -1 ? lastWeekday(from - 1, weekday) : lastWeekday(from + 7, weekday)
    return placed({grain: 'day', index}, 'previous', FAIR)
  }
  const {published, look} = view
  if (published === null) return null
  const day = (index: number, certainty: number): Placed => placed({grain: 'day', index}, 'publication', certainty)
  if (week !== null) return day(weekdayIn(shifted(periodAt(published, 'week'), week), weekday), LIKELY)
  const back = lastWeekday(published, weekday)
  if (shift === -1) return day(lastWeekday(published - 1, weekday), LIKELY)
  if (shift === 1) return day(lastWeekday(published + 7, weekday), FAIR)
  if (shift === 0) {
    const here = weekdayIn(periodAt(published, 'week'), weekday)
    return day(look === 'ahead' && here < published ? here + 7 : here, FAIR)
  }
  if (back === published) return day(back, NEARLY_CERTAIN)
  const ahead = back + 7
  const isClose = published - back <= CLOSE_WEEKDAYS || ahead - published <= CLOSE_WEEKDAYS
  if (look === 'ahead') return day(ahead, isClose ? FAIR : LIKELY)
  return day(back, look === 'back' ? NEARLY_CERTAIN : FAIR)
}

function placeUnit({grain, shift}: Extract<Meaning, {kind: 'unit'}>, published: number, {look}: Viewpoint): Placed {
  const here = periodAt(published, grain)
  if (grain === 'weekend' && (shift === null || (shift === 0 && look === 'back'))) {
    const saturday = daysOf(here).from
    // On a weekday "the weekend" is the last one unless the clause looks ahead
    const index = look !== 'ahead' && saturday > published ? here.index - 1 : here.index
    return placed({grain, index}, 'publication', look === null ? DOUBTFUL : FAIR)
  }
  return placed(shifted(here, shift ?? 0), 'publication', NEARLY_CERTAIN)
}

const COMPARABLE: readonly Grain[] = ['month', 'quarter', 'half']

function placePart(meaning: Extract<Meaning, {kind: 'part'}>, view: Viewpoint): Placed | null {
  const {grain, number, shift} = meaning
  const given = yearOf(meaning.year, view)
  const inYear = (year: number, which: number): Period =>
    grain === 'quarter' ? quarterPeriod(year, which) : grain === 'half' ? halfPeriod(year, which) : seasonPeriod(year, which)
  if (number === null) {
    // "the same period last year" is the month or quarter spoken of, in that year
    const matched = view.last !== null && COMPARABLE.includes(view.last.grain) ? view.last : view.lastQuarter
    if (matched !== null && given !== null) {
      const inAYear = matched.grain === 'month' ? 12 : matched.grain === 'quarter' ? 4 : 2
      return placed({grain: matched.grain, index: given * inAYear + (matched.index % inAYear)}, 'previous', FAIR)
    }
    return given === null ? null : placed({grain: 'year', index: given}, 'publication', FAIR)
  }
  if (given !== null) return placed(inYear(given, number), typeof meaning.year === 'number' ? 'explicit' : 'publication', CERTAIN)
  if (view.published === null || meaning.year !== null) return null
  const here = inYear(civilOf(view.published).year, number)
  const cycle = grain === 'half' ? 2 : 4
  if (shift !== null)
    return placed({grain, index: shiftedSeason(here.index, periodAt(view.published, grain).index, shift, cycle)}, 'publication', FAIR)
  const now = periodAt(view.published, grain).index
  // Quarters are reported after they end; even a clause that looks ahead ("will report") means the nearest
  const look = grain === 'quarter' && view.look === 'ahead' ? null : view.look
  const index = chosen([here.index - cycle, here.index, here.index + cycle], now, look)
  return index === null ? null : placed({grain, index}, 'publication', FAIR)
}

/** "last spring" is over, "next spring" has not begun, "this spring" is the one of the running year or winter. */
function shiftedSeason(here: number, now: number, shift: Shift, cycle: number): number {
  if (shift === -1) return here < now ? here : here - cycle
  if (shift === 1) return here > now ? here : here + cycle
  return here - now > cycle / 2 ? here - cycle : here
}

function placeHoliday(holiday: Holiday, reference: YearReference, shift: Shift | null, view: Viewpoint): Placed | null {
  const given = yearOf(reference, view)
  if (given !== null) return placed({grain: 'day', index: holidayIn(holiday, given)}, 'explicit', NEARLY_CERTAIN)
  if (view.published === null || reference !== null) return null
  const {year} = civilOf(view.published)
  const starts = [year - 1, year, year + 1].map(y => holidayIn(holiday, y))
  const look: Look = shift === -1 ? 'back' : shift === 1 ? 'ahead' : view.look
  const index = chosen(starts, view.published, look)
  return index === null ? null : placed({grain: 'day', index}, 'publication', FAIR)
}

function holidayIn({month, day, weekday, nth, easter, orthodoxEaster}: Holiday, year: number): number {
  if (easter !== undefined) return easterOf(year) + easter
  if (orthodoxEaster !== undefined) return orthodoxEasterOf(year) + orthodoxEaster
  if (weekday === undefined || nth === undefined) return dayOf(year, month ?? 1, day ?? 1)
  if (nth < 0) return lastWeekday(dayOf(year, month ?? 1, monthLength(year, month ?? 1)), weekday)
  return lastWeekday(dayOf(year, month ?? 1, 7), weekday) + (nth - 1) * 7
}

function placeSame({grain, shift}: Extract<Meaning, {kind: 'same'}>, view: Viewpoint): Placed | null {
  if (grain === 'quarter') {
    if (view.lastQuarter !== null) return placed(shifted(view.lastQuarter, shift), 'previous', FAIR)
    // A company's or a country's "the quarter" is the last one that is over
    return view.published === null ? null : placed(shifted(periodAt(view.published, 'quarter'), shift - 1), 'publication', DOUBTFUL)
  }
  const before = grain === 'day' ? view.lastDay : view.last
  if (before !== null) return placed(shifted(periodAt(daysOf(before).from, grain), shift), 'previous', FAIR)
  return view.published === null ? null : placed(shifted(periodAt(view.published, grain), shift), 'publication', DOUBTFUL)
}

function placeWeekOf({of, number}: Extract<Meaning, {kind: 'weekOf'}>, view: Viewpoint): Placed | null {
  const inside = placeOf(of, view)
  if (inside === null) return null
  const {from, to} = daysOf(inside.period)
  if (number === null) return {...inside, period: periodAt(from, 'week')}
  // As in ISO 8601 a week belongs to the month that holds its Thursday
  const week = number < 0 ? periodAt(lastWeekday(to, 4), 'week') : shifted(periodAt(lastWeekday(from + 6, 4), 'week'), number - 1)
  return {...inside, period: week}
}
