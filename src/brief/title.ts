// What a sheet is called: by the talks that most of the reports are on, and by the view.
import type {Talks} from '../model/record.ts'
import type {Lookup} from './lookup.ts'
import {capital} from './marks.ts'
import {counted, listed} from './words.ts'

/** Null where no talks were made out. */
export function titleOfTalks(lookup: Lookup): string | null {
  const {record} = lookup
  const sizes = new Map(record.stories.map(({id, documents}) => [id, documents.length]))
  const sized = record.talks.map(talks => ({talks, size: talks.stories.reduce((sum, story) => sum + (sizes.get(story) ?? 0), 0)}))
  const largest = sized.sort((a, b) => b.size - a.size || (a.talks.id < b.talks.id ? -1 : 1))[0]?.talks
  const others = record.talks.length > 1 ? ` and ${counted(record.talks.length - 1, 'other line of talks', 'other lines of talks')}` : ''
  return largest ? nameOfTalks(largest, lookup) + others : null
}

/** The first parties of the talks, countries before others: "Marenia and Orvia". */
const MAX_PARTIES = 3

function nameOfTalks({label, parties}: Talks, lookup: Lookup): string {
  const known = parties.flatMap(id => lookup.entities.get(id) ?? [])
  const countries = known.filter(entity => entity.type === 'country')
  const names = [...new Set((countries.length > 1 ? countries : known).map(entity => entity.name))]
  return names.length > 1 ? listed(names.slice(0, MAX_PARTIES)) : label
}

export function titleOfView(lookup: Lookup, view: string): string {
  const talks = titleOfTalks(lookup)
  return talks ? `${talks}: ${view}` : capital(view)
}
