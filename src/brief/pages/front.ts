// What stands at the head of every page: the name of the talks, what was read, the parties with their colours, and how much there is of each kind.

import {isThin} from '../event-words.ts'
import type {Lookup} from '../lookup.ts'
import {openingOf} from '../opening.ts'
import {titleOfTalks} from '../title.ts'
import {registerOf, supportsOf} from './register.ts'

export interface Front {
  readonly title: string
  readonly opening: string
  /** Parties of the largest talks; their place in this list is their colour. */
  readonly parties: readonly {readonly id: string; readonly name: string}[]
  readonly counts: Readonly<
    Record<'reports' | 'events' | 'positions' | 'agreements' | 'quotes' | 'people' | 'differences' | 'review' | 'places', number>
  >
  readonly newest: string | null
  /** How many negotiations these reports are on. */
  readonly talks: number
  readonly stories: readonly {readonly id: string; readonly label: string; readonly reports: number}[]
}

export function frontOf(lookup: Lookup): Front {
  const {record} = lookup
  const largest = [...record.talks].sort((a, b) => b.stories.length - a.stories.length || (a.id < b.id ? -1 : 1))[0]
  const parties = largest?.parties ?? []
  const open = [...record.events.filter(({kind}) => kind !== 'other'), ...record.positions, ...record.agreements]
  return {
    ...{title: titleOfTalks(lookup) ?? 'Briefing', opening: openingOf(lookup), newest: lookup.newest},
    parties: parties.map(id => ({id, name: lookup.nameOf(id) ?? id})),
    counts: {
      reports: record.documents.length,
      events: record.events.filter(({kind}) => kind !== 'other').length,
      positions: record.positions.length,
      agreements: record.agreements.length,
      quotes: record.utterances.length,
      people: record.entities.filter(({mentions}) => mentions.some(({level}) => level === 'name')).length,
      differences: record.contradictions.length + record.losses.length,
      review: open.filter(({review}) => review === 'check').length,
      places: record.entities.filter(({type, at}) => type === 'place' && at !== null).length,
    },
    talks: record.talks.length,
    stories: record.stories.map(({id, label, documents}) => ({id, label, reports: documents.length})),
  }
}

/** One short mark an entry, so that a reader's browser can tell on the next visit what is new and what changed. */
export function marksOf(lookup: Lookup): string[] {
  return [...registerOf(lookup.record).entries].flatMap(([id, entry]) => {
    if (entry.kind === 'utterance' || entry.kind === 'assessment' || (entry.kind === 'event' && isThin(entry.entry, lookup))) return []
    const {entry: one} = entry
    const state = 'status' in one ? one.status : 'stance' in one ? one.stance : 'state' in one ? one.state : ''
    const time = 'time' in one ? one.time : null
    const behind = supportsOf(entry).map(({support}) => `${support.documents}.${support.said.join('.')}.${support.known.join('.')}`)
    return [`${id}${digest([state, time, ...behind].join('|'))}`]
  })
}

/** Five characters of FNV-1a: a mark that collides only hides one change, and is never an id. */
function digest(words: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36).padStart(5, '0').slice(-5)
}
