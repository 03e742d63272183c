// A search by looking at everything: right for a record in memory, and the measure for the index of a store.
import {firstDay} from '../brief/dates.ts'
import type {Citation, Document, RecordFile} from '../model/record.ts'
import {foldWord} from '../text/similarity-words.ts'
import type {Findings, Hit, Question} from './desk.ts'
import {type EntryRow, entryRows} from './desk-entries.ts'
import {excerptOf, findAll, type Stems, stemsOf, within} from './desk-marks.ts'
import {type Asked, asksForEntries, isEmpty, readQuestion} from './desk-question.ts'

const rowsOf = new WeakMap<RecordFile, EntryRow[]>()

export function scanRecord(record: RecordFile, question: Question): Findings {
  const asked = readQuestion(question.words)
  if (isEmpty(asked)) return {total: 0, hits: [], notes: [...asked.notes, 'nothing was asked for']}
  const stems = stemsOf(asked)
  const rows = rowsOf.get(record) ?? entryRows(record)
  rowsOf.set(record, rows)
  const entries = rows.filter(row => fits(row, asked)).flatMap(row => entryHit(row, stems))
  const sentences = asksForEntries(asked) ? [] : record.documents.flatMap(document => sentenceHit(document, asked, stems, record))
  const all = [...entries.sort(newestFirst), ...sentences.sort(newestFirst)]
  const hits = all.slice(question.offset, question.offset + question.limit).map(({hit}) => hit)
  return {total: all.length, hits, notes: asked.notes}
}

interface Dated {
  readonly printed: string
  readonly hit: Hit
}

const newestFirst = (a: Dated, b: Dated): number => {
  if (a.printed !== b.printed) return a.printed > b.printed ? -1 : 1
  return a.hit.document !== b.hit.document ? (a.hit.document < b.hit.document ? -1 : 1) : a.hit.start - b.hit.start
}

/** The fields of the question; an entry answers by its own days, issues, people and outlets. */
export function fits(row: EntryRow, asked: Asked): boolean {
  return (
    asked.person.every(name => row.names.some(known => holds(known, name))) &&
    asked.issue.every(issue => row.issues.some(known => holds(foldWord(known.replaceAll('-', ' ')), issue))) &&
    asked.outlet.every(outlet => row.outlets.some(known => holds(known, outlet))) &&
    (asked.status.length === 0 || asked.status.some(status => row.status === status.toLowerCase())) &&
    (asked.origins === null || row.origins >= asked.origins) &&
    isBetween(row.first, row.last, asked)
  )
}

const holds = (known: string, wanted: string): boolean => known.includes(foldWord(wanted.replaceAll('-', ' ')))

/** A stretch of days and the asked one meet; what has no day is left out where days are asked for. */
function isBetween(first: string | null, last: string | null, {from, to}: Asked): boolean {
  if (from === null && to === null) return true
  if (first === null || last === null) return false
  return (from === null || last >= from) && (to === null || first.slice(0, to.length) <= to)
}

function entryHit(row: EntryRow, stems: Stems): Dated[] {
  if (row.citations.length === 0 || findAll(row.words, stems) === null) return []
  return [{printed: row.printed, hit: shownHit(row, row.citations, stems)}]
}

/** An entry has dozens of citations at most; the first ones are looked at for the words. */
export const SHOWN_CITATIONS = 8

/** An entry is shown by the citation that answers most, by its first where no words were asked for. */
export function shownHit({kind, id}: Pick<Hit, 'kind' | 'id'>, citations: readonly Citation[], stems: Stems): Hit {
  const some: Stems = {all: [stems.all.flat()], none: []}
  const ranked = citations.slice(0, SHOWN_CITATIONS).map(citation => ({
    ...{citation, found: (stems.all.length === 0 ? [] : findAll(citation.quote, some)) ?? []},
  }))
  const best = ranked.reduce((a, b) => (b.found.length > a.found.length ? b : a))
  const {document, start, quote} = best.citation
  const cut = within(quote, 0, quote.length, best.found)
  return {kind, id, document, start: start + cut.start, end: start + cut.end, excerpt: cut.excerpt, marks: cut.marks}
}

function sentenceHit(document: Document, asked: Asked, stems: Stems, record: RecordFile): Dated[] {
  if (document.text === null || asked.all.length === 0) return []
  const day = firstDay(document.published)
  if (!isBetween(day, day, asked)) return []
  if (!asked.outlet.every(outlet => holds(foldWord(document.publisher ?? ''), outlet))) return []
  if (!asked.person.every(name => isNamedIn(document.id, name, record))) return []
  const found = findAll(document.text, stems)
  if (found === null) return []
  const excerpt = excerptOf(document.text, found)
  return [{printed: day ?? '', hit: {kind: 'sentence', id: null, document: document.id, ...excerpt}}]
}

const isNamedIn = (document: string, name: string, record: RecordFile): boolean =>
  record.entities.some(
    entity =>
      [entity.name, ...entity.aliases].some(known => holds(foldWord(known), name)) &&
      entity.mentions.some(mention => mention.document === document),
  )
