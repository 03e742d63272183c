// Writes a resolved expression in the three forms that others read: TIMEX3 value, EDTF value, first and last day.
import type {TimeExpression} from '../../model/time.ts'
import {civilOf, isoDay, isoMonth, monthLength} from './day.ts'
import {durationTimex} from './grammar/amounts.ts'
import type {Cut, Found, Meaning} from './meaning.ts'
import {daysOf, edtfOf, isReal, type Period, periodAt, timexOf} from './period.ts'
import {type Placed, placeOf, type Viewpoint} from './resolve.ts'

type Written = Pick<TimeExpression, 'type' | 'timex' | 'value' | 'from' | 'to' | 'anchor' | 'certainty'> & {
  /** What later expressions may count from. */
  readonly period: Period | null
  readonly mismatch: boolean
}

const open = (type: TimeExpression['type'], timex: string | null, certainty: number): Written => ({
  type,
  timex,
  value: null,
  from: null,
  to: null,
  anchor: null,
  certainty,
  period: null,
  mismatch: false,
})

const VAGUE = 0.5
const NEARLY_CERTAIN = 0.95

export function express(found: Found, view: Viewpoint): Written {
  const {meaning} = found
  switch (meaning.kind) {
    case 'impossible':
      return open('date', null, 0)
    case 'set':
      return open('set', meaning.timex, NEARLY_CERTAIN)
    case 'duration':
      return writeDuration(meaning, view)
    case 'reference':
      return writeReference(meaning.value, view)
    case 'span':
      return writeSpan(meaning, view)
    default: {
      const placed = placeOf(meaning, view)
      if (placed === null || !isReal(placed.period)) return open(isOfTheDay(meaning) ? 'time' : 'date', openTimex(meaning), VAGUE)
      return writePlaced(meaning, placed, view)
    }
  }
}

const isOfTheDay = (meaning: Meaning): boolean => meaning.kind === 'clock' || meaning.kind === 'dayPart'

function writePlaced(meaning: Meaning, placed: Placed, view: Viewpoint): Written {
  const {period, anchor, certainty, mismatch} = placed
  const {from, to} = daysOf(period)
  const shared = {anchor, certainty, period, mismatch}
  const days = (first: number, last: number) => ({from: isoDay(first), to: isoDay(last)})
  if (meaning.kind === 'clock') {
    const clock = clockOf(meaning.minutes)
    const zone = meaning.zone === null ? '' : meaning.zone === 0 ? 'Z' : offsetOf(meaning.zone)
    // Midnight at the end of a day has no EDTF of its own: the day alone
    const value = meaning.minutes >= 24 * 60 ? isoDay(from) : `${isoDay(from)}T${clock}:00${zone}`
    return {type: 'time', timex: `${isoDay(from)}T${clock}${zone === 'Z' ? 'Z' : ''}`, value, ...days(from, to), ...shared}
  }
  if (meaning.kind === 'dayPart') {
    const last = meaning.on === null ? to + 1 : to
    const value = last === from ? isoDay(from) : `${isoDay(from)}/${isoDay(last)}`
    return {type: 'time', timex: `${isoDay(from)}T${meaning.part}`, value, ...days(from, last), ...shared}
  }
  const timex = timexOf(period)
  if (meaning.kind === 'cut') {
    const part = thirdOf(period, meaning.cut)
    return {type: 'date', timex, value: part?.edtf ?? edtfOf(period), ...days(part?.from ?? from, part?.to ?? to), ...shared}
  }
  const {published} = view
  if (meaning.kind === 'side' && published !== null && from < to && from <= published && published <= to) {
    const [first, last] = meaning.side === 'before' ? [from, published] : [published, to]
    return {type: 'date', timex, value: `${isoDay(first)}/${isoDay(last)}`, ...days(first, last), ...shared}
  }
  if (meaning.kind === 'unit' && meaning.rolling && published !== null) {
    const start = published - (to - from)
    return {type: 'date', timex, value: `${isoDay(start)}/${isoDay(published)}`, ...days(start, published), ...shared}
  }
  return {type: 'date', timex, value: edtfOf(period), ...days(from, to), ...shared}
}

const two = (value: number): string => `${value}`.padStart(2, '0')
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
const offsetOf = (zone: number): string => `${zone < 0 ? '-' : '+'}${clockOf(Math.abs(zone))}`

/** Early, middle and late of a month are its decades of days, of a year its thirds of four months, of a week two days at each end. */
function thirdOf(period: Period, cut: Cut): {readonly edtf: string; readonly from: number; readonly to: number} | null {
  const {from, to} = daysOf(period)
  const {year, month} = civilOf(from)
  if (period.grain === 'month') {
    const length = monthLength(year, month)
    const [first, last] = cut === 'START' ? [1, 10] : cut === 'MID' ? [11, 20] : [21, length]
    const [start, end] = [from + first - 1, from + last - 1]
    return {from: start, to: end, edtf: blurred(isoDay(start), isoDay(end), cut)}
  }
  if (period.grain === 'year') {
    const first = cut === 'START' ? 1 : cut === 'MID' ? 5 : 9
    const last = first + 3
    const start = periodAt(from, 'month').index + first - 1
    const days = {from: daysOf({grain: 'month', index: start}).from, to: daysOf({grain: 'month', index: start + 3}).to}
    return {...days, edtf: blurred(isoMonth(year, first), isoMonth(year, last), cut)}
  }
  if (period.grain === 'day' || period.grain === 'weekend') return null
  const third = period.grain === 'week' ? 2 : Math.floor((to - from + 1) / 3)
  const [start, end] =
    cut === 'START'
      ? [from, from + third - 1]
      : cut === 'END'
        ? [to - third + 1 - (period.grain === 'week' ? 1 : 0), to]
        : [from + third, to - third]
  return {from: start, to: end, edtf: blurred(isoDay(start), isoDay(end), cut)}
}

/** The end that the text does not fix is approximate. */
const blurred = (first: string, last: string, cut: Cut): string =>
  `${first}${cut === 'START' ? '' : '~'}/${last}${cut === 'END' ? '' : '~'}`

function writeSpan({first, last}: Extract<Meaning, {kind: 'span'}>, view: Viewpoint): Written {
  const start = placeOf(first, view)
  const end = placeOf(last, start === null ? view : {...view, published: view.published ?? daysOf(start.period).to, look: view.look})
  if (start === null || end === null) return open('date', null, VAGUE)
  const [from, to] = [daysOf(start.period).from, daysOf(end.period).to]
  if (from > to) return open('date', null, 0)
  return {
    type: 'date',
    timex: `${isoDay(from)}/${isoDay(to)}`,
    value: `${isoDay(from)}/${isoDay(to)}`,
    from: isoDay(from),
    to: isoDay(to),
    anchor: start.anchor,
    certainty: Math.min(start.certainty, end.certainty),
    period: start.period,
    mismatch: start.mismatch,
  }
}

const DAYS_IN: Readonly<Partial<Record<string, number>>> = {
  hour: 0,
  minute: 0,
  second: 0,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  year: 365,
  decade: 3652,
}
const FARTHEST_WINDOW = 36_525

/** A length of time; where it ends or begins at publication ("over the past two days") its days are known too. */
function writeDuration({parts, window}: Extract<Meaning, {kind: 'duration'}>, {published}: Viewpoint): Written {
  const written = open('duration', durationTimex(parts), NEARLY_CERTAIN)
  if (window === null || published === null) return written
  let days: number | null = 0
  for (const {amount, unit} of parts) {
    const each = DAYS_IN[unit]
    days = days === null || amount === null || each === undefined ? null : days + amount * each
  }
  if (days !== null && days > FARTHEST_WINDOW) return written
  const far = days === null ? null : Math.round(days)
  return {
    ...written,
    anchor: 'publication',
    from: window === 'ahead' ? isoDay(published) : far === null ? null : calendarDay(published - far),
    to: window === 'back' ? isoDay(published) : far === null ? null : calendarDay(published + far),
  }
}

/** Null outside the years 1 to 9999, which no date of four digits can write. */
function calendarDay(day: number): string | null {
  const {year} = civilOf(day)
  return year >= 1 && year <= 9999 ? isoDay(day) : null
}

function writeReference(value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF', {published}: Viewpoint): Written {
  const written = open('date', value, VAGUE)
  if (published === null) return written
  const day = isoDay(published)
  const now = {...written, anchor: 'publication' as const}
  if (value === 'PRESENT_REF') return {...now, value: `${day}~`, from: day, to: day}
  return value === 'PAST_REF' ? {...now, value: `../${day}`, to: day} : {...now, value: `${day}/..`, from: day}
}

/** What can be told without a day to count from: the weekday, the month, the day of the month; a vague amount of time ago is merely past. */
function openTimex(meaning: Meaning): string | null {
  switch (meaning.kind) {
    case 'weekday':
      return `XXXX-WXX-${meaning.weekday}`
    case 'month':
      return `XXXX-${two(meaning.month)}`
    case 'day':
      return `XXXX-${two(meaning.month)}-${two(meaning.day)}`
    case 'part':
      return meaning.number === null || meaning.grain === 'season'
        ? null
        : `XXXX-${meaning.grain === 'quarter' ? 'Q' : 'H'}${meaning.number}`
    case 'away':
      return meaning.amount === null ? (meaning.sign === -1 ? 'PAST_REF' : 'FUTURE_REF') : null
    case 'cut':
    case 'side':
      return openTimex(meaning.of)
    case 'clock':
      return `XXXX-XX-XXT${clockOf(meaning.minutes)}`
    case 'dayPart':
      return `XXXX-XX-XXT${meaning.part}`
    default:
      return null
  }
}
