// Parts of a period: "the end of March", "early next week", "mid-November", "later this year", "year-end", "the week of 6 March".
import type {Found, Meaning} from '../meaning.ts'
import type {Line} from '../words.ts'
import {dayPartAt} from './clock.ts'
import {datesAt} from './dates.ts'
import {cutAt, is, isRole, longest, senseAt, skip, skipHyphen, skipThe} from './reading.ts'
import {relativeAt} from './relative.ts'

const periodAt = (line: Line, i: number): Found | null => {
  const found = longest(datesAt(line, i), relativeAt(line, i))
  return found ?? theUnitAt(line, i)
}

/** "the year", "the month" where something is said to be a part of it. */
function theUnitAt(line: Line, i: number): Found | null {
  if (!is(line, i, 'the') || senseAt(line, i + 1).plural) return null
  const {unit} = senseAt(line, i + 1)
  if (unit === 'day') return {from: i, to: i + 2, meaning: {kind: 'same', grain: 'day', shift: 0}, mod: null, rule: 'the-unit'}
  if (unit !== 'week' && unit !== 'month' && unit !== 'year' && unit !== 'decade' && unit !== 'century') return null
  return {from: i, to: i + 2, meaning: {kind: 'unit', grain: unit, shift: 0, rolling: false}, mod: null, rule: 'the-unit'}
}

/** "early this week", "the end of March", "mid-1990s", "late Tuesday". */
export function cutOfAt(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const at = isRole(line, start, 'only') && start > i ? start + 1 : start
  const cut = cutAt(line, at)
  if (cut === null) return unitEndAt(line, i)
  const joined = skipHyphen(line, at + 1)
  const linked = joined > at + 1 ? joined : skip(line, at + 1, 'of', 'in', 'on')
  const isNoun = linked > at + 1 && joined === at + 1
  // "the close Friday" and "the opening day" have no "of": only early, mid and late stand straight before a period
  if (!isNoun && !is(line, at, 'early', 'mid', 'late')) return null
  const of = longest(periodAt(line, linked), isNoun ? null : dayPartAt(line, linked))
  if (of === null || !canBeCut(of.meaning)) return null
  if (of.meaning.kind === 'dayPart') return {...of, from: i, mod: cut}
  return {from: i, to: of.to, meaning: {kind: 'cut', cut, of: of.meaning}, mod: cut, rule: 'cut'}
}

const canBeCut = ({kind}: Meaning): boolean => kind !== 'set' && kind !== 'duration' && kind !== 'impossible'

/** "year-end", "year's end", "month end": of the unit that is running. */
function unitEndAt(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const {unit, plural} = senseAt(line, start)
  if (plural || (unit !== 'year' && unit !== 'month' && unit !== 'week')) return null
  const possessive = is(line, start + 1, "'") && is(line, start + 2, 's') ? start + 3 : skipHyphen(line, start + 1)
  if (!is(line, possessive, 'end') || (possessive === start + 1 && unit !== 'year' && unit !== 'month')) return null
  return {
    from: i,
    to: possessive + 1,
    meaning: {kind: 'cut', cut: 'END', of: {kind: 'unit', grain: unit, shift: 0, rolling: false}},
    mod: 'END',
    rule: 'unit-end',
  }
}

/** "earlier this month", "later today", "earlier in the year", "sometime next year". */
export function sideAt(line: Line, i: number): Found | null {
  const side = isRole(line, i, 'earlier') ? 'before' : isRole(line, i, 'later') ? 'after' : null
  const sometime = isRole(line, i, 'sometime')
  if (side === null && !sometime) return null
  const linked = skip(line, i + 1, 'in', 'on')
  const part = dayPartAt(line, linked)
  const of = longest(periodAt(line, linked), part)
  if (of === null || !canBeCut(of.meaning)) return null
  if (side === null || of.meaning.kind === 'dayPart') return {...of, from: i}
  return {from: i, to: of.to, meaning: {kind: 'side', side, of: of.meaning}, mod: null, rule: 'side'}
}

/** "the week of March 6", "the last week of March", "the first week of next month". */
export function weekOfAt(line: Line, i: number): Found | null {
  const start = skipThe(line, i)
  const {ordinal, way, cut} = senseAt(line, start)
  const number = ordinal ?? (way === 'back' && is(line, start, 'last') ? LAST : cut === 'END' || is(line, start, 'final') ? LAST : null)
  const unit = number === null ? start : start + 1
  if (senseAt(line, unit).unit !== 'week' || senseAt(line, unit).plural || !is(line, unit + 1, 'of')) return null
  const of = longest(datesAt(line, unit + 2), relativeAt(line, unit + 2))
  if (of === null || !canBeCut(of.meaning)) return null
  if (number === null && of.meaning.kind !== 'day') return null
  return {from: i, to: of.to, meaning: {kind: 'weekOf', of: of.meaning, number}, mod: null, rule: 'week-of'}
}

const LAST = -1
