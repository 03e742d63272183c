// Everything that the API pages through, made once a revision of the record: a page of ten thousand reports is then a slice.
import type {Lookup} from '../../brief/lookup.ts'
import {lookUp} from '../../brief/lookup.ts'
import {differencesOf} from '../../brief/pages/differences.ts'
import {frontOf, marksOf} from '../../brief/pages/front.ts'
import {placesOnMap} from '../../brief/pages/places.ts'
import {positionTable} from '../../brief/pages/position-table.ts'
import {remarksBySpeaker} from '../../brief/pages/remarks.ts'
import {reviewOrder} from '../../brief/pages/review-list.ts'
import {familiesOf, sharedTexts, sourceRows} from '../../brief/pages/source-table.ts'
import {talksOf} from '../../brief/pages/talks-list.ts'
import {timelineItems} from '../../brief/pages/timeline-items.ts'
import {whoRows} from '../../brief/pages/who.ts'
import type {Line, Sheet} from '../../brief/sheet.ts'
import {VIEWS} from '../../brief/views.ts'
import type {RecordFile} from '../../model/record.ts'

const MAKERS = {
  front: frontOf,
  marks: marksOf,
  timeline: timelineItems,
  table: positionTable,
  sources: sourceRows,
  shared: sharedTexts,
  families: familiesOf,
  differences: differencesOf,
  people: whoRows,
  places: placesOnMap,
  review: reviewOrder,
  briefing: (lookup: Lookup) => withSourcesInSight(VIEWS.briefing(lookup.record)),
  talks: talksOf,
  agreements: (lookup: Lookup) => VIEWS.agreements(lookup.record),
  remarks: remarksBySpeaker,
} as const

/** A front page names all of its sources; beyond this many, those that its lines cite. The view of sources has all. */
const MOST_SOURCES = 60

function withSourcesInSight(sheet: Sheet): Sheet {
  if (sheet.sources.length <= MOST_SOURCES) return sheet
  const cited = new Set<number>()
  const walk = (lines: readonly Line[]): void => {
    for (const {cites, quotes, under} of lines) {
      for (const {number} of [...cites, ...quotes]) cited.add(number)
      walk(under)
    }
  }
  for (const {lines} of sheet.sections) walk(lines)
  return {...sheet, sources: sheet.sources.filter(({number}) => cited.has(number))}
}

type Makers = typeof MAKERS
export type ListName = keyof Makers
export type List<Name extends ListName> = ReturnType<Makers[Name]>

const made = new WeakMap<RecordFile, Map<ListName, unknown>>()

/** The list of that name, made on first use and kept as long as the record is. */
export function listOf<Name extends ListName>(name: Name, record: RecordFile): List<Name> {
  let lists = made.get(record)
  if (!lists) {
    lists = new Map()
    made.set(record, lists)
  }
  if (!lists.has(name)) lists.set(name, MAKERS[name](lookUp(record)))
  return lists.get(name) as List<Name>
}

/** Makes all lists one after the other between requests, so that no reader waits for them. */
export async function prepareLists(record: RecordFile): Promise<void> {
  for (const name of Object.keys(MAKERS) as ListName[]) {
    await new Promise<void>(resolve => setImmediate(resolve))
    listOf(name, record)
  }
}
