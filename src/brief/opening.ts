// The first lines of a briefing: how many reports, from when to when, from how many outlets; what was not read; what a reader should know of them.
import {firstDay, wordDate} from './dates.ts'
import {languageName} from './language-name.ts'
import {flagsOf, isStateMedia, type Lookup} from './lookup.ts'
import {counted} from './words.ts'

export function openingOf(lookup: Lookup): string {
  const {documents} = lookup
  const days = documents
    .map(document => firstDay(document.published))
    .filter(day => day !== null)
    .sort()
  const undated = documents.length - days.length
  const outlets = new Set(documents.map(document => document.publisher).filter(publisher => publisher !== null))
  const read = [
    counted(documents.length, 'report'),
    ...(days.length > 0 ? [wordDate(days[0] === days.at(-1) ? days[0]! : `${days[0]}/${days.at(-1)}`)] : []),
    outlets.size > 0 ? counted(outlets.size, 'outlet') : 'outlets not known',
  ]
  const remarks = [...notRead(lookup), ...(undated > 0 ? [`${undated} without a date`] : []), ...remarksOn(lookup)]
  return [read.join(', '), ...remarks].join('; ')
}

/** Sources that were refused are Notes without a document; documents in another language were kept, and not read. */
function notRead(lookup: Lookup): string[] {
  const refused = lookup.record.notes.filter(note => note.document === null && /^(ingest|read)\//.test(note.code))
  const foreign = lookup.documents.filter(document => !/^(en|und)\b/i.test(document.language))
  const parts: string[] = []
  if (foreign.length > 0)
    parts.push(`${foreign.length} not read: ${[...new Set(foreign.map(document => languageName(document.language)))].join(', ')}`)
  if (refused.length > 0)
    parts.push(`${refused.length} not read: ${[...new Set(refused.map(note => note.code.split('/')[1]))].sort().join(', ')}`)
  return parts
}

function remarksOn(lookup: Lookup): string[] {
  const counts = new Map<string, number>()
  for (const document of lookup.documents) {
    const words = new Set(flagsOf(lookup, document).filter(word => REMARKABLE.has(word)))
    if (isStateMedia(lookup, document)) words.add('state media')
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, count]) => `${count} ${word}`)
}

const REMARKABLE: ReadonlySet<string> = new Set([
  'truncated',
  'state media',
  'aggregate',
  'opinion',
  'withdrawn',
  'reads like a machine paraphrase',
])
