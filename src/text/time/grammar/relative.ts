// Dates that lean on another: "last Friday", "this week", "the third quarter", "the same day", "summer", "Christmas".
import type {UnitName} from '../../../model/pack-times.ts'
import type {Found, Meaning, YearReference} from '../meaning.ts'
import type {Grain} from '../period.ts'
import type {Line} from '../words.ts'
import {dayMonthAt, monthDayAt} from './dates.ts'
import {
  follows,
  is,
  isGlued,
  isRole,
  longest,
  plainYearAt,
  senseAt,
  skip,
  skipHyphen,
  skipThe,
  textAt,
  type WayRead,
  wayAt,
  yearAfter,
  yearWordsAt,
} from './reading.ts'

const GRAINS: Readonly<Partial<Record<UnitName, Grain>>> = {
  day: 'day',
  weekend: 'weekend',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
}

const grainAt = (line: Line, i: number): Grain | null => {
  const {unit, plural} = senseAt(line, i)
  return unit === undefined || plural ? null : (GRAINS[unit] ?? null)
}

/** "Friday", "last Friday", "the following Monday", "Monday last week", "Thursdays". */
export function weekdayAt(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const way = wayAt(line, start)
  const at = way?.to ?? start
  const sense = senseAt(line, at)
  if (sense.weekday === undefined || (way === null && start > i)) return null
  if (way === null && isRole(line, at - 1, 'epithet') && line.words[at - 1]!.capital) return null
  if (
    sense.weak &&
    !(
      line.words[at]!.capital &&
      isGlued(line, at + 1) &&
      (is(line, at + 1, '.') || (is(line, at + 1, ',') && senseAt(line, at + 2).month !== undefined))
    )
  )
    return null
  if (sense.plural)
    return way === null
      ? {from: i, to: at + 1, meaning: {kind: 'set', timex: `XXXX-WXX-${sense.weekday}`}, mod: null, rule: 'weekdays'}
      : null
  // "this coming Sunday, March 8"
  const date = way === null ? null : longest(monthDayAt(line, at), dayMonthAt(line, at))
  if (date !== null) return {...date, from: i}
  const week = way === null ? weekAfter(line, at + 1) : null
  const meaning: Meaning = {
    kind: 'weekday',
    weekday: sense.weekday,
    shift: way?.shift ?? null,
    week: week?.shift ?? null,
    spokenOf: way?.spokenOf ?? false,
  }
  return {from: i, to: week?.to ?? at + 1, meaning, mod: null, rule: way === null ? 'weekday' : 'weekday-shifted'}
}

function weekAfter(line: Line, i: number): WayRead | null {
  const at = skip(line, i, 'of')
  const way = wayAt(line, at)
  return way !== null && senseAt(line, way.to).unit === 'week' ? {...way, to: way.to + 1} : null
}

/** "yesterday", "today", "tomorrow". */
export function nearbyAt(line: Line, i: number): Found | null {
  const {nearby} = senseAt(line, i)
  if (nearby === undefined || (line.words[i]!.capital && isTitle(line, i))) return null
  return {from: i, to: i + 1, meaning: {kind: 'nearby', days: nearby}, mod: null, rule: 'nearby'}
}

/** "USA Today", "the Daily Herald": a capital inside a sentence, beside another capital. */
export const isTitle = (line: Line, i: number): boolean => {
  const [before, after] = [line.words[i - 1], line.words[i + 1]]
  const beside = (word: typeof before): boolean => word !== undefined && word.kind === 'word' && word.capital && word.sense === undefined
  return i > 0 && line.words[i]!.capital && (beside(before) || beside(after))
}

/** "last month", "the past year", "this fiscal year", "the weekend", "the quarter". */
export function unitAt(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const way = wayAt(line, start)
  if (way === null) return start > i ? theUnitAt(line, i, start) : null
  let at = isRole(line, way.to, 'fiscal') ? way.to + 1 : way.to
  for (let fillers = 0; fillers < 2 && isRole(line, at, 'filler'); fillers++) at++
  const grain = grainAt(line, at)
  if (grain === null || isRole(line, skipHyphen(line, at + 1), 'age')) return null
  // "the next day", "the following week": counted from the day spoken of
  const spokenOf = way.spokenOf || (start > i && way.shift === 1 && grain === 'day')
  if (spokenOf) return {from: i, to: at + 1, meaning: {kind: 'same', grain, shift: way.shift}, mod: null, rule: 'next-spoken-of'}
  if (grain === 'day' && way.shift === 0 && !is(line, start, 'this')) return null
  const rolling = way.rolling && start > i
  if ((grain === 'decade' || grain === 'century') && rolling)
    return {
      from: i,
      to: at + 1,
      meaning: {kind: 'duration', parts: [{amount: 1, unit: grain}], window: 'back'},
      mod: null,
      rule: 'window',
    }
  return {from: i, to: at + 1, meaning: {kind: 'unit', grain, shift: way.shift, rolling}, mod: null, rule: 'unit-shifted'}
}

function theUnitAt(line: Line, i: number, at: number): Found | null {
  const unit = isRole(line, at, 'fiscal') || isRole(line, at, 'filler') ? at + 1 : at
  const grain = grainAt(line, unit)
  const to = unit + 1
  const found = (meaning: Meaning): Found => ({from: i, to, meaning, mod: null, rule: 'the-unit'})
  if (grain === 'weekend') return found({kind: 'unit', grain, shift: null, rolling: false})
  if (grain === 'day' && !is(line, to, 'of', 'that', 'when', 'before', 'after', '-') && isTheDaySpokenOf(line, i))
    return found({kind: 'same', grain, shift: 0})
  if (grain === 'quarter' && !is(line, to, 'of', '-', 'final', 'finals')) return found({kind: 'same', grain, shift: 0})
  if (grain === null || grain === 'day' || grain === 'decade' || grain === 'century') return null
  if (!follows(line, i, 'runningUnit') || line.words[to]?.kind === 'number' || is(line, to, 'of', '-')) return null
  return found({kind: 'unit', grain, shift: 0, rolling: false})
}

const isTheDaySpokenOf = (line: Line, i: number): boolean => is(line, i - 1, 'for', 'of', 'in', 'during') || isRole(line, i - 1, 'spend')

/** "the same day", "that year", "that same night" without a part of the day, "the day before", "the day after". */
export function sameAt(line: Line, i: number): Found | null {
  let at = i
  if (is(line, i, 'that')) at = isRole(line, i + 1, 'same') || isRole(line, i + 1, 'only') ? i + 2 : i + 1
  else if (isRole(line, skipThe(line, i), 'same') && skipThe(line, i) > i) at = i + 2
  else if (is(line, i, 'the')) return dayBesideAt(line, i)
  else return null
  const grain = grainAt(line, at)
  if (grain === null) return null
  return {from: i, to: at + 1, meaning: {kind: 'same', grain, shift: 0}, mod: null, rule: 'same'}
}

const BEFORE = ['before']
const AFTER = ['after']

/** "the day before", "the week after" at the end of a clause: behind them no noun says before or after what. */
function dayBesideAt(line: Line, i: number): Found | null {
  const grain = grainAt(line, i + 1)
  const shift = BEFORE.includes(textAt(line, i + 2)) ? -1 : AFTER.includes(textAt(line, i + 2)) ? 1 : null
  if (grain === null || shift === null) return null
  const next = line.words[i + 3]
  if (next !== undefined && next.kind !== 'mark') return null
  return {from: i, to: i + 3, meaning: {kind: 'same', grain, shift}, mod: null, rule: 'day-beside'}
}

/** "the third quarter of 1990", "last year's first half", "third-quarter", "Q3 2024", "the latest quarter", "the latest period". */
export function partOfYearAt(line: Line, i: number): Found | null {
  const short = shortPartAt(line, i)
  if (short !== null) return short
  const lead = leadingYear(line, i)
  let at = skipThe(line, lead?.to ?? i)
  if (isRole(line, at, 'fiscal')) at = skipHyphen(line, at + 1)
  const {ordinal, way, cut, number: counted} = senseAt(line, at)
  const rank = ordinal ?? (cut === 'END' || is(line, at, 'final') ? LAST : way === 'back' && is(line, at, 'last') ? LAST : undefined)
  if (lead !== null && counted === undefined && (senseAt(line, at).unit === 'quarter' || isRole(line, at, 'period')))
    return {
      from: i,
      to: at + 1,
      meaning: {kind: 'part', grain: 'quarter', number: null, year: lead.year, shift: null},
      mod: null,
      rule: 'quarter',
    }
  if (way === 'back' && at > i && isRole(line, at + 1, 'period'))
    return {from: i, to: at + 2, meaning: {kind: 'same', grain: 'quarter', shift: 0}, mod: null, rule: 'quarter'}
  if (rank === undefined) return null
  const unit = skipHyphen(line, at + 1)
  const grain =
    senseAt(line, unit).unit === 'quarter' && !senseAt(line, unit).plural
      ? 'quarter'
      : isRole(line, unit, 'half') && is(line, unit, 'half')
        ? 'half'
        : null
  if (grain === null) return null
  const parts = grain === 'quarter' ? 4 : 2
  const number = rank === LAST ? parts : rank
  if (number > parts) return null
  // "the third-quarter profit": the article is the profit's
  if (unit > at + 1 && is(line, i, 'the')) return null
  const year = lead === null ? yearAfter(line, unit + 1) : null
  if (rank === LAST && lead === null && year === null) {
    if (grain === 'half' || way === undefined) return null
    return {from: i, to: unit + 1, meaning: {kind: 'unit', grain, shift: -1, rolling: false}, mod: null, rule: 'quarter'}
  }
  // "the first half" alone is of a match, a speech, a month
  if (grain === 'half' && lead === null && year === null) return null
  const given: YearReference = lead?.year ?? year?.year ?? null
  return {from: i, to: year?.to ?? unit + 1, meaning: {kind: 'part', grain, number, year: given, shift: null}, mod: null, rule: grain}
}

const LAST = -1

/** "last year's", "1988" or "the 1988" before a quarter. */
function leadingYear(line: Line, i: number): {readonly to: number; readonly year: YearReference} | null {
  const words = yearWordsAt(line, i)
  if (words !== null && is(line, words.to, "'") && is(line, words.to + 1, 's')) return {to: words.to + 2, year: words.year}
  const at = skipThe(line, i)
  const plain = plainYearAt(line, at)
  return plain === null ? null : {to: at + 1, year: plain}
}

function shortPartAt(line: Line, i: number): Found | null {
  const number = line.words[i + 1]
  const grain = is(line, i, 'q') ? 'quarter' : is(line, i, 'h') ? 'half' : null
  if (grain === null || !line.words[i]!.capital || number?.kind !== 'number' || number.spaced || number.end - number.start !== 1)
    return null
  if (number.value < 1 || number.value > (grain === 'quarter' ? 4 : 2)) return null
  const year = yearAfter(line, i + 2)
  if (grain === 'half' && year === null) return null
  return {
    from: i,
    to: year?.to ?? i + 2,
    meaning: {kind: 'part', grain, number: number.value, year: year?.year ?? null, shift: null},
    mod: null,
    rule: grain,
  }
}

/** "this spring", "last fall", "the winter of 2031", "in summer". */
export function seasonAt(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const way = wayAt(line, start)
  const at = way?.to ?? start
  const {season} = senseAt(line, at)
  if (season === undefined || (way === null && is(line, at - 1, 'that'))) return null
  const year = way === null ? yearAfter(line, at + 1) : null
  const meaning: Meaning = {kind: 'part', grain: 'season', number: season, year: year?.year ?? null, shift: way?.shift ?? null}
  const found: Found = {from: i, to: year?.to ?? at + 1, meaning, mod: null, rule: 'season'}
  if (way !== null || year !== null) return found
  // "the fall of the city", "a spring in": a plain word unless a preposition introduces it
  if (is(line, at + 1, 'of', '-') || line.words[at + 1]?.capital) return null
  const isWord = !senseAt(line, at).plain
  return follows(line, i, 'season') && (isWord || start > i || follows(line, i, 'plainSeason')) ? found : null
}

/** "Christmas", "last Thanksgiving", "Easter 2031", "Easter week". */
export function holidayAt(line: Line, i: number): Found | null {
  const way = wayAt(line, i)
  const at = way?.to ?? i
  const phrase = line.lexicon.phrases
    .get(textAt(line, at))
    ?.find(({meaning, words}) => meaning.kind === 'holiday' && words.every((word, place) => is(line, at + place, word)))
  if (phrase?.meaning.kind !== 'holiday' || !line.words[at]!.capital) return null
  const end = at + phrase.words.length
  const isWeek = grainAt(line, end) === 'week'
  const year = way === null ? yearAfter(line, isWeek ? end + 1 : end) : null
  const meaning: Meaning = {kind: 'holiday', holiday: phrase.meaning.holiday, year: year?.year ?? null, shift: way?.shift ?? null}
  const to = year?.to ?? (isWeek ? end + 1 : end)
  return isWeek
    ? {from: i, to, meaning: {kind: 'weekOf', of: meaning, number: null}, mod: null, rule: 'week-of'}
    : {from: i, to, meaning, mod: null, rule: 'holiday'}
}

/** "last September", "this April". */
export function monthShiftedAt(line: Line, i: number): Found | null {
  const way = wayAt(line, skipThe(line, i))
  if (way === null) return null
  const {month, weak, plain} = senseAt(line, way.to)
  // "last Oct. 23" is a day
  if (month !== undefined && monthDayAt(line, way.to) !== null) return null
  if (month === undefined || ((weak || plain) && !line.words[way.to]!.capital)) return null
  const meaning: Meaning = {kind: 'month', year: null, month, shift: way.shift}
  return {from: i, to: way.to + 1, meaning, mod: null, rule: 'month-shifted'}
}

/** "the year-ago quarter", "year-earlier", "the same period last year", "the comparable period": what was spoken of, a year before. */
export function comparedAt(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const found = (to: number, meaning: Meaning): Found => ({from: i, to, meaning, mod: null, rule: 'compared'})
  const yearBefore: Meaning = {kind: 'part', grain: 'quarter', number: null, year: {shift: -1, spokenOf: false}, shift: null}
  const at = isRole(line, start, 'matching') ? start + 1 : start
  const joined = skipHyphen(line, at + 1)
  if (senseAt(line, at).unit === 'year' && joined > at + 1 && (isRole(line, joined, 'ago') || isRole(line, joined, 'earlier'))) {
    const {ordinal} = senseAt(line, joined + 1)
    if (ordinal !== undefined && ordinal <= 4 && senseAt(line, joined + 2).unit === 'quarter')
      return found(joined + 3, {kind: 'part', grain: 'quarter', number: ordinal, year: {shift: -1, spokenOf: false}, shift: null})
    const noun = isRole(line, joined + 1, 'period') || grainAt(line, joined + 1) !== null
    if (noun) return found(joined + 2, yearBefore)
    return start > i ? null : found(joined + 1, yearBefore)
  }
  if (start === i || !(isRole(line, start, 'same') || isRole(line, start, 'matching'))) return null
  if (!isRole(line, start + 1, 'period') && senseAt(line, start + 1).unit !== 'quarter' && senseAt(line, start + 1).unit !== 'month')
    return null
  const behind = skip(line, start + 2, 'of', 'in')
  if (
    is(line, behind, 'a') &&
    senseAt(line, behind + 1).unit === 'year' &&
    (isRole(line, behind + 2, 'ago') || isRole(line, behind + 2, 'earlier'))
  )
    return found(behind + 3, yearBefore)
  const year = yearAfter(line, start + 2)
  if (year === null) return null
  return found(year.to, {kind: 'part', grain: 'quarter', number: null, year: year.year, shift: null})
}

/** "for a third straight day", "for the second week": the one that is running. */
export function runningAt(line: Line, i: number): Found | null {
  if (!is(line, i, 'a', 'the') || !is(line, i - 1, 'for') || senseAt(line, i + 1).ordinal === undefined) return null
  let at = i + 2
  for (let fillers = 0; fillers < 2 && isRole(line, at, 'filler'); fillers++) at++
  const grain = grainAt(line, at)
  if (grain === null || grain === 'quarter' || is(line, at + 1, 'of', '-')) return null
  return {from: i, to: at + 1, meaning: {kind: 'same', grain, shift: 0}, mod: null, rule: 'running'}
}

export const relativeAt = (line: Line, i: number): Found | null =>
  longest(
    comparedAt(line, i),
    runningAt(line, i),
    weekdayAt(line, i),
    nearbyAt(line, i),
    unitAt(line, i),
    sameAt(line, i),
    partOfYearAt(line, i),
    seasonAt(line, i),
    holidayAt(line, i),
    monthShiftedAt(line, i),
  )
