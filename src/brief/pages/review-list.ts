// Lines that ask for a look, weightiest first: those that most reports carry are what a briefing would print.
import type {Agreement, Event, Position} from '../../model/record.ts'
import {byWeight} from '../entries.ts'
import type {Lookup} from '../lookup.ts'
import type {Line} from '../sheet.ts'
import {entryLine} from './line-of.ts'
import {type Entry, registerOf} from './register.ts'

export interface ToReview {
  readonly id: string
  readonly kind: Entry['kind']
  readonly line: Line
  /** Claims that a judgement is to name, so that it survives re-reading. */
  readonly claims: readonly string[]
  readonly rule: string
}

/** Ids in the order of review; lines are made for one page of them at a time. */
export function reviewOrder({record}: Lookup): string[] {
  const weigh = (entry: Agreement): {support: Event['support']; time: string | null; id: string} => ({
    ...{id: entry.id, time: entry.history.at(-1)?.time ?? null},
    support: entry.history.at(-1)?.support ?? {claims: [], documents: 0, sides: [], origins: [], said: [0, 0], known: [0, 0]},
  })
  return [
    ...record.events.filter(({kind}) => kind !== 'other'),
    ...record.positions,
    ...record.agreements.map(entry => ({...weigh(entry), review: entry.review})),
  ]
    .filter(({review}) => review === 'check')
    .sort(byWeight)
    .map(({id}) => id)
}

export function toReview(id: string, lookup: Lookup): ToReview | null {
  const entry = registerOf(lookup.record).entries.get(id)
  if (!entry || (entry.kind !== 'event' && entry.kind !== 'position' && entry.kind !== 'agreement')) return null
  const line = entryLine(entry, lookup)
  return {...{id, kind: entry.kind, rule: entry.entry.rule, claims: claimsOf(entry.entry)}, line: {...line, quotes: line.cites.slice(0, 3)}}
}

const claimsOf = (entry: Event | Position | Agreement): string[] =>
  ('support' in entry ? [entry.support] : entry.history.map(step => step.support)).flatMap(({claims}) => claims.map(({id}) => id))
