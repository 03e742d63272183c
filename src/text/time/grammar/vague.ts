// What has no date of its own: now, recently, soon; every Friday, daily, a week as a rate.
import type {Found} from '../meaning.ts'
import type {Line} from '../words.ts'
import {amountAt, durationTimex} from './amounts.ts'
import {is, isRole, senseAt, skip, textAt} from './reading.ts'
import {isTitle} from './relative.ts'

/** now, recently, in the future. */
export function referenceAt(line: Line, i: number): Found | null {
  const phrases = line.lexicon.phrases.get(textAt(line, i))
  if (!phrases) return null
  for (const {words, meaning} of phrases) {
    if (meaning.kind !== 'reference' || !words.every((word, place) => is(line, i + place, word))) continue
    const to = i + words.length
    if (isTitle(line, i) || (meaning.value === 'PRESENT_REF' && opensTalk(line, i, to))) return null
    return {from: i, to, meaning: {kind: 'reference', value: meaning.value}, mod: null, rule: meaning.value.toLowerCase().replace('_', '-')}
  }
  return null
}

/** "Now, what did they want?", "now that the map is ready": a turn of talk and a conjunction, no time (0 of 6 in the gold of three corpora). */
function opensTalk(line: Line, i: number, to: number): boolean {
  if (to !== i + 1) return false
  return is(line, to, 'that') || (line.words[i]!.capital && textAt(line, to) === ',')
}

/** "recent weeks", "recent days": a stretch that ends at publication. */
export function recentAt(line: Line, i: number): Found | null {
  if (!is(line, i, 'recent')) return null
  const {unit, plural} = senseAt(line, i + 1)
  if (unit === undefined || !plural) return null
  if (unit === 'year') return {from: i, to: i + 2, meaning: {kind: 'reference', value: 'PAST_REF'}, mod: null, rule: 'recent-units'}
  return {from: i, to: i + 2, meaning: {kind: 'duration', parts: [{amount: null, unit}], window: 'back'}, mod: null, rule: 'recent-units'}
}

/** "daily", "every Friday", "each year", "every two weeks", "per day". */
export function setAt(line: Line, i: number): Found | null {
  const found = (to: number, timex: string, rule: string): Found => ({from: i, to, meaning: {kind: 'set', timex}, mod: null, rule})
  const {set, every} = senseAt(line, i)
  if (set !== undefined) return isTitle(line, i) ? null : found(i + 1, set, 'set-word')
  if (!every) return null
  const at = skip(line, i + 1, 'single', 'other')
  const {unit, plural, weekday, month, season, dayPart, plain} = senseAt(line, at)
  if (weekday !== undefined) return found(at + 1, `XXXX-WXX-${weekday}`, 'every')
  if (month !== undefined && line.words[at]!.capital) return found(at + 1, `XXXX-${`${month}`.padStart(2, '0')}`, 'every')
  if (season !== undefined && !plain) return found(at + 1, 'P1Y', 'every')
  if (dayPart !== undefined) return found(at + 1, `XXXX-XX-XXT${dayPart}`, 'every')
  if (unit !== undefined && !plural && unit !== 'second')
    return found(at + 1, durationTimex([{amount: at > i + 1 && is(line, i + 1, 'other') ? 2 : 1, unit}]), 'every')
  const amount = amountAt(line, i + 1)
  if (amount === null || amount.article) return null
  const counted = senseAt(line, amount.to)
  return counted.unit !== undefined && !isRole(line, amount.to + 1, 'age')
    ? found(amount.to + 1, durationTimex([{amount: amount.value, unit: counted.unit}]), 'every')
    : null
}
