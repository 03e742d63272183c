// Times and parts of the day, alone or on a date: "10 p.m. Wednesday", "18:00 UTC", "Friday morning", "last night", "overnight".
import type {Found, Meaning} from '../meaning.ts'
import type {Line} from '../words.ts'
import {datesAt} from './dates.ts'
import {follows, is, isGlued, isRole, longest, senseAt, skip, skipHyphen, skipThe, textAt, wayAt} from './reading.ts'
import {nearbyAt, sameAt, weekdayAt} from './relative.ts'

/** A day that a part of the day or a time can stand on. */
export const dayAt = (line: Line, i: number): Found | null => {
  const found = longest(datesAt(line, i), weekdayAt(line, i), nearbyAt(line, i), sameAt(line, i))
  return found !== null && isDay(found.meaning) ? found : null
}

const isDay = (meaning: Meaning): boolean =>
  meaning.kind === 'day' || meaning.kind === 'weekday' || meaning.kind === 'nearby' || (meaning.kind === 'same' && meaning.grain === 'day')

interface ClockRead {
  readonly to: number
  readonly minutes: number
  readonly zone: number | null
  /** True where nothing but "at" could make a time of it. */
  readonly bare: boolean
}

const LAST_HOUR = 24
const HOURS_OF_A_HALF = 12

/** "7:15", "10 p.m.", "5pm EST", "18:00 UTC", "0800 UTC", "noon", "6 o'clock". */
function clockTimeAt(line: Line, i: number): ClockRead | null {
  const word = line.words[i]
  if (word === undefined) return null
  const {clock} = senseAt(line, i)
  if (clock !== undefined) return zoned(line, i + 1, clock * 60, false)
  if (word.kind !== 'number' || Number.isNaN(word.value)) return null
  const digits = word.end - word.start
  if (digits === 4 && !is(line, i + 1, ':')) {
    // military: only with a zone
    const read = zoned(line, is(line, i + 1, 'hours') ? i + 2 : i + 1, Math.floor(word.value / 100) * 60 + (word.value % 100), false)
    return read.zone !== null && word.value % 100 < 60 && word.value <= 2400 ? read : null
  }
  if (digits > 2 || word.value > LAST_HOUR) return null
  let at = i + 1
  let minutes = word.value * 60
  let bare = true
  const separator = textAt(line, at)
  if ((separator === ':' || separator === '.') && isGlued(line, at) && isGlued(line, at + 1)) {
    const second = line.words[at + 1]
    if (second?.kind === 'number' && second.end - second.start === 2 && second.value < 60) {
      minutes += second.value
      bare = separator === '.'
      at += 2
      if (is(line, at, ':') && isGlued(line, at) && line.words[at + 1]?.kind === 'number') at += 2
    }
  }
  const half = halfOfDayAt(line, at)
  if (half !== null) {
    if (word.value > 12) return null
    const hour = (word.value % 12) + (half.afternoon ? 12 : 0)
    return zoned(line, half.to, hour * 60 + (minutes % 60), false)
  }
  const clockWord = oclockAt(line, at)
  if (clockWord !== null) return zoned(line, clockWord, minutes, false)
  const read = zoned(line, at, minutes, bare)
  return read.zone === null && bare ? {...read, bare: true} : {...read, bare: false}
}

const oclockAt = (line: Line, i: number): number | null =>
  is(line, i, 'o') && is(line, i + 1, "'") && is(line, i + 2, 'clock') ? i + 3 : null

/** "am", "p.m.", "p.m" with or without its stops. */
function halfOfDayAt(line: Line, i: number): {readonly to: number; readonly afternoon: boolean} | null {
  if (is(line, i, 'am', 'pm')) return {to: i + 1, afternoon: is(line, i, 'pm')}
  if (!is(line, i, 'a', 'p') || !is(line, i + 1, '.') || !isGlued(line, i + 1) || !is(line, i + 2, 'm') || !isGlued(line, i + 2))
    return null
  const stop = is(line, i + 3, '.') && isGlued(line, i + 3) ? i + 4 : i + 3
  return {to: stop, afternoon: is(line, i, 'p')}
}

const FARTHEST_ZONE_HOURS = 14

/** A zone behind a time: "EST", "(GMT +8)", "local time". An impossible one stays outside the span. */
function zoned(line: Line, i: number, minutes: number, bare: boolean): ClockRead {
  if (isRole(line, i, 'local') && is(line, i + 1, 'time')) return {to: i + 2, minutes, zone: null, bare: false}
  const open = is(line, i, '(') ? i + 1 : i
  const {zone} = senseAt(line, open)
  const word = line.words[open]
  if (zone === undefined || !word || word.text.length < 2 || !word.capital) return {to: i, minutes, zone: null, bare}
  let offset = zone
  let at = open + 1
  const hours = line.words[at + 1]
  if (is(line, at, '+', '-', '−') && hours?.kind === 'number' && !hours.spaced && hours.value <= FARTHEST_ZONE_HOURS) {
    offset += (is(line, at, '+') ? 60 : -60) * hours.value
    at += 2
  }
  if (open > i) return is(line, at, ')') ? {to: at + 1, minutes, zone: offset, bare: false} : {to: i, minutes, zone: null, bare}
  return {to: at, minutes, zone: offset, bare: false}
}

/** "25:61 GMT", "14:75 p.m.", "14:00 +99:00", "16:00 GMT +40": written as a time, and none. */
function impossibleAt(line: Line, i: number): Found | null {
  const [hours, minutes] = [line.words[i], line.words[i + 2]]
  if (hours?.kind !== 'number' || minutes?.kind !== 'number' || !is(line, i + 1, ':') || !isGlued(line, i + 1) || !isGlued(line, i + 2))
    return null
  if (hours.end - hours.start > 2 || minutes.end - minutes.start !== 2) return null
  const half = halfOfDayAt(line, i + 3)
  const behind = half?.to ?? i + 3
  const isZone = senseAt(line, behind).zone !== undefined && line.words[behind]!.capital
  const impossible = (to: number): Found => ({from: i, to, meaning: {kind: 'impossible'}, mod: null, rule: 'impossible-time'})
  const sign = isZone ? behind + 1 : behind
  const offset = line.words[sign + 1]
  const isFull = is(line, sign + 2, ':') && isGlued(line, sign + 2) && line.words[sign + 3]?.kind === 'number'
  if (
    is(line, sign, '+', '-', '−') &&
    offset?.kind === 'number' &&
    !offset.spaced &&
    offset.value > FARTHEST_ZONE_HOURS &&
    (isZone || isFull)
  )
    return impossible(isFull ? sign + 4 : sign + 2)
  const isBeyond = hours.value > (half === null ? LAST_HOUR : HOURS_OF_A_HALF) || minutes.value >= 60
  return isBeyond && (half !== null || isZone) ? impossible(isZone ? behind + 1 : behind) : null
}

/** A time of the clock, with the day behind it: "at 10 p.m. on Wednesday", "16:00 UTC today", "noon Saturday". */
export function clockAt(line: Line, i: number): Found | null {
  const impossible = impossibleAt(line, i)
  if (impossible !== null) return impossible
  const read = clockTimeAt(line, i)
  if (read === null || read.minutes > LAST_HOUR * 60) return null
  const comma = skip(line, read.to, ',')
  const day = dayAt(line, skip(line, comma, 'on'))
  const inDay = is(line, read.to, 'in') && is(line, read.to + 1, 'the') ? senseAt(line, read.to + 2).dayPart : undefined
  if (inDay !== undefined) {
    const later = (inDay === 'AF' || inDay === 'EV' || inDay === 'NI') && read.minutes < 12 * 60 ? 12 * 60 : 0
    return found(i, read.to + 3, read.minutes + later, read.zone, null)
  }
  const part = day === null ? nightBehind(line, read.to) : null
  if (part !== null) return found(i, part.to, read.minutes, read.zone, part.on)
  if (read.bare) return null
  if (day === null && read.zone === null && senseAt(line, i).clock !== undefined && !follows(line, i, 'clockWord')) return null
  return day === null ? found(i, read.to, read.minutes, read.zone, null) : found(i, day.to, read.minutes, read.zone, day.meaning)
}

/** "high noon" is no time. */
const found = (from: number, to: number, minutes: number, zone: number | null, on: Meaning | null): Found => ({
  from,
  to,
  meaning: {kind: 'clock', minutes, zone, on},
  mod: null,
  rule: 'clock',
})

function nightBehind(line: Line, i: number): {readonly to: number; readonly on: Meaning} | null {
  const {night} = senseAt(line, i)
  return night === undefined ? null : {to: i + 1, on: {kind: 'nearby', days: night}}
}

/** "Friday morning", "yesterday afternoon", "this morning", "last night", "the next morning", "tonight", "overnight". */
export function dayPartAt(line: Line, i: number): Found | null {
  const part = (to: number, code: string, on: Meaning | null, rule: string): Found => ({
    from: i,
    to,
    meaning: {kind: 'dayPart', part: code, on},
    mod: null,
    rule,
  })
  const {night, dayPart} = senseAt(line, i)
  if (night !== undefined) return part(i + 1, 'NI', {kind: 'nearby', days: night}, 'tonight')
  if (isRole(line, i, 'overnight')) return part(i + 1, 'NI', null, 'overnight')
  const day = dayAt(line, i)
  if (day !== null) {
    const behind = skipHyphen(line, senseAt(line, day.to).cut === undefined ? day.to : day.to + 1)
    const sense = senseAt(line, behind)
    if (sense.dayPart !== undefined && !sense.plural) return part(behind + 1, sense.dayPart, day.meaning, 'day-part')
  }
  const weekday = senseAt(line, i)
  if (weekday.weekday !== undefined && senseAt(line, i + 1).dayPart !== undefined && senseAt(line, i + 1).plural)
    return {
      from: i,
      to: i + 2,
      meaning: {kind: 'set', timex: `XXXX-WXX-${weekday.weekday}T${senseAt(line, i + 1).dayPart}`},
      mod: null,
      rule: 'weekdays',
    }
  const start = skipThe(line, i)
  const way = wayAt(line, start)
  if (way !== null) {
    const code = senseAt(line, way.to).dayPart
    if (code === undefined) return null
    const on: Meaning =
      way.spokenOf || (way.shift === 1 && start > i) ? {kind: 'same', grain: 'day', shift: way.shift} : {kind: 'nearby', days: way.shift}
    return part(way.to + 1, code, on, 'day-part-shifted')
  }
  if (is(line, i, 'that')) {
    const at = isRole(line, i + 1, 'same') ? i + 2 : i + 1
    const code = senseAt(line, at).dayPart
    return code === undefined ? null : part(at + 1, code, {kind: 'same', grain: 'day', shift: 0}, 'day-part-same')
  }
  return dayPart !== undefined || senseAt(line, i).cut !== undefined || start > i ? partBefore(line, i) : null
}

/** "the morning of April 11", "mid-afternoon yesterday", "in the evening". */
function partBefore(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const at = senseAt(line, start).cut === undefined ? start : skipHyphen(line, start + 1)
  const code = senseAt(line, at).dayPart
  if (code === undefined || senseAt(line, at).plural) return null
  const day = dayAt(line, skip(line, at + 1, 'of', 'on'))
  if (day !== null) return {from: i, to: day.to, meaning: {kind: 'dayPart', part: code, on: day.meaning}, mod: null, rule: 'day-part'}
  const introduced = start > i && is(line, i - 1, 'in', 'during', 'throughout', 'into', 'through', 'of')
  return introduced || at > start
    ? {
        from: i,
        to: at + 1,
        meaning: {kind: 'dayPart', part: code, on: {kind: 'same', grain: 'day', shift: 0}},
        mod: null,
        rule: 'day-part-same',
      }
    : null
}
