// Finishes the entries of a feed or a newsroom's item: what was given for the file holds for each, but for what names one.
import {assemble} from '../../ingest/article.ts'
import type {FeedEntry} from '../../ingest/feed/feed.ts'
import type {DocumentNote} from '../../model/span.ts'
import {type Carrier, finish, type Item} from './carrier.ts'
import {languageOf} from './detectors.ts'

export async function* finishEntries(
  carrier: Carrier,
  entries: readonly FeedEntry[],
  notes: readonly DocumentNote[],
): AsyncGenerator<Item> {
  const {id: _, title: __, uri: ___, guid: ____, ...shared} = carrier.given
  const given = entries.length === 1 ? carrier.given : shared
  for (const [i, entry] of entries.entries()) {
    const own = i === 0 ? [...notes, ...entry.notes] : entry.notes
    if (entry.id === null) yield await finish(carrier, entry.text, entry.found, own, given)
    else {
      const language = await languageOf('', given.language ?? null, entry.found.declaredLanguage ?? null)
      yield assemble(
        {text: '', file: carrier.file, given: {...given, id: entry.id}, found: entry.found, language, notes: own},
        carrier.page,
      )
    }
  }
}
