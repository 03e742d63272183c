// Events in the order of their days, as items that can be filtered and paged: what is past, what is ahead, what did not happen, what has no day.
import type {Event} from '../../model/record.ts'
import {firstDay, lastDay} from '../dates.ts'
import {byTime, eventLine} from '../entries.ts'
import type {Lookup} from '../lookup.ts'
import {type Line, lineOf} from '../sheet.ts'
import {signsOf} from '../vouch.ts'
import {statusWords} from '../words.ts'
import {registerOf} from './register.ts'

export type Part = 'past' | 'ahead' | 'not' | 'undated'

export interface TimelineMark {
  readonly id: string
  readonly part: Part
  readonly kind: Event['kind']
  readonly status: string
  /** ISO days that the time covers; null where it is open. */
  readonly from: string | null
  readonly to: string | null
  /** True where the text gives no single day: drawn as a span. */
  readonly isUncertain: boolean
  readonly background: boolean
  readonly stories: readonly string[]
  readonly entities: readonly string[]
  readonly oneOrigin: boolean
}

/** An item with its words: made for the part of the list that is asked for, not for all of it. */
export interface TimelineItem extends TimelineMark {
  readonly line: Line
}

export interface TimelineFilter {
  readonly kind?: string | undefined
  readonly part?: string | undefined
  readonly story?: string | undefined
  readonly entity?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** 'one': only items of one origin. */
  readonly origins?: string | undefined
}

const PAST: ReadonlySet<Event['status']> = new Set(['held', 'ongoing', 'ended'])
const AHEAD: ReadonlySet<Event['status']> = new Set(['planned', 'proposed', 'conditional', 'threatened'])

/** Dated ones by day, then those without a day. */
export function timelineItems(lookup: Lookup): TimelineMark[] {
  const {storyOf} = registerOf(lookup.record)
  const told = lookup.record.events.filter(event => event.kind !== 'other').sort(byTime)
  return told.map(event => {
    const [from, to] = [firstDay(event.time), lastDay(event.time)]
    return {
      ...{id: event.id, kind: event.kind, status: statusWords(event.status), from, to, background: event.background},
      part: from === null ? 'undated' : PAST.has(event.status) ? 'past' : AHEAD.has(event.status) ? 'ahead' : 'not',
      isUncertain: event.time !== null && (from !== to || /[~?%]/.test(event.time)),
      stories: [...new Set(event.support.claims.flatMap(claim => storyOf.get(claim.citation.document)?.id ?? []))],
      entities: [...event.actors, ...event.recipients, ...event.mediators],
      oneOrigin: signsOf(event.support, null).oneOrigin,
    }
  })
}

export function withLine(item: TimelineMark, lookup: Lookup): TimelineItem {
  const found = registerOf(lookup.record).entries.get(item.id)
  const line = found?.kind === 'event' ? eventLine(found.entry, lookup) : lineOf(item.id)
  return {...item, line: {...line, quotes: line.cites.slice(0, 1)}}
}

export function filterTimeline(items: readonly TimelineMark[], filter: TimelineFilter): TimelineMark[] {
  const {kind, part, story, entity, from, to, origins} = filter
  return items.filter(
    item =>
      (!kind || item.kind === kind) &&
      (!part || item.part === part) &&
      (!story || item.stories.includes(story)) &&
      (!entity || item.entities.includes(entity)) &&
      (!from || (item.to !== null && item.to >= from)) &&
      (!to || (item.from !== null && item.from <= to)) &&
      (origins !== 'one' || item.oneOrigin),
  )
}

export interface Facet {
  readonly value: string
  readonly label: string
  readonly count: number
}

/** How many items each choice would leave, so that nobody filters into nothing. */
export function countBy<Item>(
  items: readonly Item[],
  valuesOf: (item: Item) => readonly string[],
  label: (value: string) => string,
): Facet[] {
  const counts = new Map<string, number>()
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({value, label: label(value), count}))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
