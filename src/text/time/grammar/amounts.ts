// How long, how often, how long ago: amounts of units, and what stands around them.
import type {UnitName} from '../../../model/pack-times.ts'
import type {DurationPart, Found, Meaning} from '../meaning.ts'
import type {Line} from '../words.ts'
import {follows, is, isGlued, isRole, senseAt, skip, skipHyphen, textAt, wayAt} from './reading.ts'

interface AmountRead {
  readonly to: number
  readonly value: number | null
  /** "a week" rather than "one week" or "2 weeks". */
  readonly article: boolean
}

const MOST_WORDS_OF_A_NUMBER = 7

/** "two", "24", "two and a half", "a few", "several", "two to three", "a couple of". */
export function amountAt(line: Line, i: number): AmountRead | null {
  const first = oneAmountAt(line, i)
  if (first === null) return null
  // "two to three weeks", "12 to 18 months", "weeks or months" is two expressions
  if (is(line, first.to, 'to', 'or', '-', '–') && first.value !== null) {
    const second = oneAmountAt(line, first.to + 1)
    if (second !== null && second.value !== null && second.value > first.value && !second.article)
      return {to: second.to, value: null, article: false}
  }
  return first
}

function oneAmountAt(line: Line, i: number): AmountRead | null {
  const word = line.words[i]
  if (word === undefined) return null
  if (word.kind === 'number') {
    const whole = Number(word.text.replaceAll(',', ''))
    return Number.isNaN(whole) ? null : fractionAfter(line, i + 1, whole)
  }
  if (is(line, i, 'half') && is(line, i + 1, 'a', 'an')) return {to: i + 2, value: 0.5, article: true}
  if (is(line, i, 'a', 'an')) {
    if (isRole(line, i + 1, 'pair')) return {to: skip(line, i + 2, 'of'), value: 2, article: false}
    if (senseAt(line, i + 1).vague) return {to: i + 2, value: null, article: false}
    if (senseAt(line, i + 1).scale !== undefined) return numberWordsAt(line, i + 1)
    return {to: i + 1, value: 1, article: true}
  }
  if (isRole(line, i, 'pair')) return {to: skip(line, i + 1, 'of'), value: 2, article: false}
  if (senseAt(line, i).vague) return {to: skip(line, i + 1, 'of'), value: null, article: false}
  return numberWordsAt(line, i)
}

function numberWordsAt(line: Line, i: number): AmountRead | null {
  let total = 0
  let current = 0
  let at = i
  for (; at < i + MOST_WORDS_OF_A_NUMBER; at++) {
    const {number, scale} = senseAt(line, at)
    if (number !== undefined && (current === 0 || (current % 100 >= 20 && number < 10) || (current >= 100 && current % 100 === 0)))
      current += number
    else if (scale !== undefined) {
      current = Math.max(current, 1) * scale
      if (scale >= 1000) {
        total += current
        current = 0
      }
    } else if (is(line, at, '-') && isGlued(line, at) && senseAt(line, at + 1).number !== undefined && current >= 20) continue
    else if (is(line, at, 'and') && current >= 100 && senseAt(line, at + 1).number !== undefined) continue
    else break
  }
  return at === i ? null : fractionAfter(line, at, total + current)
}

/** "2 1/2", "2½", "two and a half". */
function fractionAfter(line: Line, at: number, whole: number): AmountRead {
  if (is(line, at, '½')) return {to: at + 1, value: whole + 0.5, article: false}
  const [over, slash, under] = [line.words[at], line.words[at + 1], line.words[at + 2]]
  if (
    over?.kind === 'number' &&
    slash?.text === '/' &&
    !slash.spaced &&
    under?.kind === 'number' &&
    over.value < under.value &&
    under.value <= 8
  )
    return {to: at + 3, value: whole + over.value / under.value, article: false}
  const half = andAHalf(line, at)
  return half === null ? {to: at, value: whole, article: false} : {to: half, value: whole + 0.5, article: false}
}

/** Index behind "and a half" or "-and-a-half". */
function andAHalf(line: Line, i: number): number | null {
  let at = skipHyphen(line, i)
  if (!is(line, at, 'and')) return null
  at = skipHyphen(line, at + 1)
  if (!is(line, at, 'a')) return null
  at = skipHyphen(line, at + 1)
  return isRole(line, at, 'half') ? at + 1 : null
}

/** A phrase that softens a figure ("more than"), and the index behind it. */
export function softenAt(line: Line, i: number): {readonly to: number; readonly mod: string} | null {
  const phrases = line.lexicon.phrases.get(textAt(line, i))
  if (!phrases) return null
  for (const phrase of phrases)
    if (phrase.meaning.kind === 'soften' && phrase.words.every((word, place) => is(line, i + place, word)))
      return {to: i + phrase.words.length, mod: phrase.meaning.mod}
  return null
}

interface UnitRead {
  readonly to: number
  readonly unit: UnitName
  readonly plural: boolean
  /** Joined by a hyphen: "thirty-day". */
  readonly joined: boolean
}

const MOST_FILLERS = 2

function unitAfter(line: Line, i: number): UnitRead | null {
  let at = skipHyphen(line, i)
  const joined = at > i
  if (!joined) for (let fillers = 0; fillers < MOST_FILLERS && isRole(line, at, 'filler'); fillers++) at++
  const {unit, plural} = senseAt(line, at)
  if (unit === undefined) return null
  return {to: at + 1, unit, plural: plural === true, joined}
}

/** "-old", " old": an age, not a time that talks take. */
const isAge = (line: Line, at: number): boolean => isRole(line, skipHyphen(line, at), 'age')

/** "two weeks", "a month", "a year and a half", "thirty-day", "five hours and 30 minutes". */
interface PartsRead {
  readonly to: number
  readonly parts: DurationPart[]
  readonly article: boolean
  readonly joined: boolean
  readonly mod: string | null
}

function partsAt(line: Line, i: number): PartsRead | null {
  const amount = amountAt(line, i)
  if (amount === null) return null
  const unit = unitAfter(line, amount.to)
  if (unit === null || isAge(line, unit.to)) return null
  // "a second term", "three second places", "a quarter of"
  const isOrdinary = unit.unit !== 'second' && unit.unit !== 'quarter'
  if (!unit.plural && !unit.joined && !isOrdinary && (amount.article || amount.value !== 1)) return null
  if (amount.article && (unit.plural || unit.unit === 'weekend')) return null
  // "a 3-day-a-week": the hyphenated form is an adjective and takes no further part
  if (unit.joined) {
    const long = skipHyphen(line, unit.to)
    return {
      to: long > unit.to && is(line, long, 'long') ? long + 1 : unit.to,
      parts: [{amount: amount.value, unit: unit.unit}],
      article: false,
      joined: true,
      mod: null,
    }
  }
  const plain = {article: false, joined: false, mod: null}
  const half = andAHalf(line, unit.to)
  if (half !== null && amount.value !== null) return {to: half, parts: [{amount: amount.value + 0.5, unit: unit.unit}], ...plain}
  const parts: DurationPart[] = [{amount: amount.value, unit: unit.unit}]
  const second = is(line, unit.to, 'and') ? unit.to + 1 : unit.to
  const more = second > unit.to || line.words[second]?.kind === 'number' ? oneAmountAt(line, second) : null
  const smaller = more === null || more.value === null ? null : unitAfter(line, more.to)
  if (smaller !== null && !smaller.joined && SMALLER[unit.unit] === smaller.unit && !isAge(line, smaller.to))
    return {to: smaller.to, parts: [...parts, {amount: more!.value, unit: smaller.unit}], ...plain}
  // "a year or two", "two weeks or so"
  if (is(line, unit.to, 'or') && amount.article && is(line, unit.to + 1, 'two'))
    return {to: unit.to + 2, parts: [{amount: null, unit: unit.unit}], ...plain}
  if (is(line, unit.to, 'or') && is(line, unit.to + 1, 'so')) return {to: unit.to + 2, parts, ...plain, mod: 'APPROX'}
  return {to: unit.to, parts, ...plain, article: amount.article}
}

const SMALLER: Readonly<Partial<Record<UnitName, UnitName>>> = {
  year: 'month',
  month: 'day',
  week: 'day',
  day: 'hour',
  hour: 'minute',
  minute: 'second',
}

/** Every form that names an amount of time, and the dates that are counted by one ("two weeks ago"). */
export function durationAt(line: Line, i: number): Found | null {
  const soft = softenAt(line, i)
  const mod = soft?.mod ?? null
  const at = soft?.to ?? i
  const windowed = windowAt(line, at)
  // "over the past two days": the preposition, not "more than"
  if (windowed !== null && soft !== null && windowed.rule === 'window' && is(line, i, 'over', 'under')) return null
  if (windowed !== null) return {...windowed, from: i, mod: mod ?? windowed.mod}
  const read = partsAt(line, skip(line, at, 'the', 'another'))
  const duration = read ?? (is(line, at, 'another') ? bareUnitAt(line, at + 1) : null)
  if (duration === null) return soft === null ? vagueAt(line, i) : null
  // "the 30-day truce": the article is the truce's
  if (duration.joined && (at > i ? is(line, at, 'the') : is(line, i, 'the', 'a', 'an'))) return null
  const counted = countedFrom(line, duration.to, duration.parts, i, mod)
  if (counted !== null) return counted
  if (duration.article && soft === null && isRate(line, i, duration.to))
    return {from: i, to: duration.to, meaning: {kind: 'set', timex: setOf(duration.parts[0]!)}, mod: null, rule: 'rate'}
  return {
    from: i,
    to: duration.to,
    meaning: {kind: 'duration', parts: duration.parts, window: null},
    mod: mod ?? duration.mod,
    rule: 'duration',
  }
}

function bareUnitAt(line: Line, i: number): PartsRead | null {
  const {unit, plural} = senseAt(line, i)
  return unit === undefined || plural || unit === 'second' || unit === 'quarter'
    ? null
    : {to: i + 1, parts: [{amount: 1, unit}], article: false, joined: false, mod: null}
}

const FROM_NOW = ['now', 'today']

/** "ago", "from now", "earlier", "later" behind an amount make a date of it. */
function countedFrom(line: Line, at: number, parts: readonly DurationPart[], from: number, mod: string | null): Found | null {
  const {amount, unit} = parts[0]!
  const away = (to: number, sign: 1 | -1, spokenOf: boolean, rule: string): Found => ({
    from,
    to,
    meaning: {kind: 'away', amount, unit, sign, spokenOf},
    mod,
    rule,
  })
  const joined = skipHyphen(line, at)
  if (isRole(line, joined, 'ago')) return away(joined + 1, -1, false, 'ago')
  if (is(line, at, 'from') && FROM_NOW.includes(textAt(line, at + 1))) return away(at + 2, 1, false, 'from-now')
  if (isRole(line, at, 'hence')) return away(at + 1, 1, false, 'from-now')
  // An hour later is still an hour: without a clock time nothing can be counted
  if (CLOCK_UNITS.includes(unit)) return null
  if (isRole(line, joined, 'earlier') && !is(line, joined + 1, 'than')) return away(joined + 1, -1, true, 'earlier')
  if (isRole(line, at, 'later') && !is(line, at + 1, 'than')) return away(at + 1, 1, true, 'later')
  return null
}

/** "the past two months", "next few days", "the first nine months", "the coming weeks". */
function windowAt(line: Line, i: number): Found | null {
  const start = skip(line, i, 'the', 'these', 'those')
  const way = wayAt(line, start)
  const ahead = unitAfter(line, start)
  if (start > i && way === null && ahead?.plural && isRole(line, ahead.to, 'onward'))
    return {
      from: i,
      to: ahead.to + 1,
      meaning: {kind: 'duration', parts: [{amount: null, unit: ahead.unit}], window: 'ahead'},
      mod: null,
      rule: 'window',
    }
  const {ordinal, cut} = senseAt(line, start)
  const at = way?.to ?? (ordinal === 1 || cut === 'END' || cut === 'START' ? start + 1 : null)
  if (at === null || (way === null && start === i)) return null
  const window = way === null ? null : way.shift === 0 ? null : way.shift === -1 ? 'back' : 'ahead'
  const amount = amountAt(line, at)
  const unit = unitAfter(line, amount?.to ?? at)
  if (unit === null || isAge(line, unit.to)) return null
  if (amount === null && !unit.plural) return null
  if (amount?.article) return null
  const parts = [{amount: amount?.value ?? null, unit: unit.unit}]
  const counted = amount === null ? null : countedFrom(line, unit.to, parts, i, null)
  if (counted !== null) return counted
  const meaning: Meaning = {kind: 'duration', parts, window}
  const orSo = is(line, unit.to, 'or') && is(line, unit.to + 1, 'so')
  if (orSo) return {from: i, to: unit.to + 2, meaning, mod: 'APPROX', rule: window === null ? 'duration' : 'window'}
  return {from: i, to: unit.to, meaning, mod: null, rule: window === null ? 'duration' : 'window'}
}

/** "for years", "after weeks of talks", "months ago", "decades-long". */
function vagueAt(line: Line, i: number): Found | null {
  const {unit, plural} = senseAt(line, i)
  if (unit === undefined) return null
  const long = skipHyphen(line, i + 1)
  if (long > i + 1 && is(line, long, 'long'))
    return {
      from: i,
      to: long + 1,
      meaning: {kind: 'duration', parts: [{amount: plural ? null : 1, unit}], window: null},
      mod: null,
      rule: 'unit-long',
    }
  if (!plural || isRole(line, i + 1, 'age')) return null
  const parts = [{amount: null, unit}]
  const counted = countedFrom(line, i + 1, parts, i, null)
  if (counted !== null) return counted
  if (!follows(line, i, 'bareUnit') || unit === 'quarter' || unit === 'second') return null
  return {from: i, to: i + 1, meaning: {kind: 'duration', parts, window: null}, mod: null, rule: 'bare-plural'}
}

const LOOK_BACK_FOR_QUANTITY = 4
const NOT_A_RATE_AFTER = ['after', 'before', 'from', 'of', 'since', 'in', 'that']
/** "thousands a week", "$5 a day", "three times a month": a plural or a figure stands straight before the article. */
function isRate(line: Line, i: number, to: number): boolean {
  const before = line.words[i - 1]
  if (before === undefined || NOT_A_RATE_AFTER.includes(textAt(line, to))) return false
  if (follows(line, i, 'rate') || before.kind === 'number') return true
  if (before.kind !== 'word' || !before.text.endsWith('s')) return false
  for (let back = i - 2; back >= 0 && back >= i - 1 - LOOK_BACK_FOR_QUANTITY; back--)
    if (line.words[back]!.kind === 'number' || senseAt(line, back).number !== undefined || follows(line, back + 1, 'rate')) return true
  return false
}

const UNIT_CODES: Readonly<Record<UnitName, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
}
const YEARS_IN: Readonly<Partial<Record<UnitName, number>>> = {decade: 10, century: 100}
const VAGUE_CODES: Readonly<Partial<Record<UnitName, string>>> = {decade: 'DE', century: 'CE'}
const CLOCK_UNITS: readonly UnitName[] = ['second', 'minute', 'hour']
const HOURS_IN_A_HALF_DAY = 30

/** TIMEX3 value of one part or several: P2W, PT5H30M, PXD. */
export function durationTimex(parts: readonly DurationPart[]): string {
  let dates = ''
  let clock = ''
  for (const {amount, unit} of parts) {
    if (amount === null) {
      const code = VAGUE_CODES[unit] ?? UNIT_CODES[unit]
      if (CLOCK_UNITS.includes(unit)) clock += `X${code}`
      else dates += `X${code}`
      continue
    }
    const scaled = amount * (YEARS_IN[unit] ?? (unit === 'fortnight' ? 2 : 1))
    if (CLOCK_UNITS.includes(unit))
      clock += halved(scaled, UNIT_CODES[unit], unit === 'hour' ? `${HOURS_IN_A_HALF_DAY}M` : unit === 'minute' ? '30S' : null)
    else dates += halved(scaled, UNIT_CODES[unit], unit === 'year' ? '6M' : null)
  }
  return `P${dates}${clock === '' ? '' : `T${clock}`}`
}

/** 2.5 years are P2Y6M, 2.5 hours PT2H30M; other fractions stay decimal. */
function halved(amount: number, code: string, half: string | null): string {
  if (Number.isInteger(amount)) return `${amount}${code}`
  if (half !== null && amount % 1 === 0.5) return `${amount < 1 ? '' : `${Math.floor(amount)}${code}`}${half}`
  return `${Number(amount.toFixed(2))}${code}`
}

export const setOf = (part: DurationPart): string => durationTimex([part])
