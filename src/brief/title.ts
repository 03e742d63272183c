// What a sheet is called: by the talks that most of the reports are on, and by the view.
import {capital} from './entries.ts'
import type {Lookup} from './lookup.ts'
import {counted} from './words.ts'

/** Null where no talks were made out. */
export function titleOfTalks({record}: Lookup): string | null {
  const size = (stories: readonly string[]): number =>
    record.stories.filter(story => stories.includes(story.id)).reduce((sum, story) => sum + story.documents.length, 0)
  const largest = [...record.talks].sort((a, b) => size(b.stories) - size(a.stories) || (a.id < b.id ? -1 : 1))[0]
  const others = record.talks.length > 1 ? ` and ${counted(record.talks.length - 1, 'other line of talks', 'other lines of talks')}` : ''
  return largest ? largest.label + others : null
}

export function titleOfView(lookup: Lookup, view: string): string {
  const talks = titleOfTalks(lookup)
  return talks ? `${talks}: ${view}` : capital(view)
}
