// Places that have coordinates, with what is told to have happened there. No borders are drawn: disputed places have claims, not a country.
import {labelOf} from '../entries.ts'
import type {Lookup} from '../lookup.ts'

export interface PlaceOnMap {
  readonly id: string
  readonly name: string
  readonly at: readonly [number, number]
  readonly claims: readonly string[]
  readonly events: readonly {readonly id: string; readonly label: string}[]
  readonly mentions: number
}

/** Shown beside a dot; the timeline has the others. */
const MAX_EVENTS = 6

export function placesOnMap(lookup: Lookup): PlaceOnMap[] {
  const events = new Map<string, string[]>()
  for (const {id, place} of lookup.record.events) if (place !== null) events.set(place, [...(events.get(place) ?? []), id])
  return lookup.record.entities
    .flatMap(({id, name, at, claims, mentions, type}) => {
      const here = events.get(id) ?? []
      if (at === null || type === 'country' || (here.length === 0 && type !== 'place')) return []
      return [
        {
          ...{id, name, at, mentions: mentions.length, claims: claims.map(({party}) => lookup.nameOf(party) ?? party)},
          events: here.slice(0, MAX_EVENTS).map(event => ({id: event, label: labelOf(event, lookup)})),
        },
      ]
    })
    .sort((a, b) => b.events.length - a.events.length || b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
}
