// The record as a view asks for it: documents by number (oldest first), names by id, attributions by id. Built once a record.
import type {Attribution, Citation, Document, Entity, RecordFile} from '../model/record.ts'
import {firstDay, wordDate, yearOf} from './dates.ts'
import type {Cite, NumberedSource} from './sheet.ts'
import {flagWords} from './words.ts'

export interface Lookup {
  readonly record: RecordFile
  readonly documents: readonly Document[]
  readonly entities: ReadonlyMap<string, Entity>
  readonly attributions: ReadonlyMap<string, Attribution>
  /** Newest publication day, ISO; what "past" and the age of a position are measured against. Never the clock. */
  readonly newest: string | null
  readonly year: number | null
  /** Names of outlets that are known as state-run. */
  readonly stateOutlets: ReadonlySet<string>
  documentOf(id: string): Document | null
  /** First day of a document's publication, ISO; null where it has none. */
  printedOn(document: string): string | null
  numberOf(document: string): number
  /** Name of an entity; null where the record does not know it. */
  nameOf(entity: string | null): string | null
  /** The citations, one a document and stretch, in order of number. */
  cite(citations: readonly Citation[]): Cite[]
}

const known = new WeakMap<RecordFile, Lookup>()

/** The same lookup for the same record: ten thousand reports are sorted once, not once a view. */
export function lookUp(record: RecordFile): Lookup {
  const found = known.get(record) ?? buildLookup(record)
  known.set(record, found)
  return found
}

function buildLookup(record: RecordFile): Lookup {
  const documents = [...record.documents].sort(byPublication)
  const numbers = new Map(documents.map((document, i) => [document.id, i + 1]))
  const byId = new Map(documents.map(document => [document.id, document]))
  const printed = new Map(documents.map(document => [document.id, firstDay(document.published)]))
  const stateRun = record.entities.filter(({outlet}) => outlet?.state === true)
  const entities = new Map(record.entities.map(entity => [entity.id, entity]))
  const attributions = new Map(record.attributions.map(attribution => [attribution.id, attribution]))
  const days = documents.map(document => firstDay(document.published)).filter(day => day !== null)
  const newest = days.sort().at(-1) ?? null
  const numberOf = (document: string): number => numbers.get(document) ?? 0
  return {
    ...{record, documents, entities, attributions, newest, year: yearOf(newest), numberOf},
    stateOutlets: new Set(stateRun.flatMap(({name, aliases}) => [name, ...aliases])),
    documentOf: id => byId.get(id) ?? null,
    printedOn: id => printed.get(id) ?? null,
    nameOf: id => (id === null ? null : (entities.get(id)?.name ?? null)),
    cite: citations => {
      const seen = new Map<string, Cite>()
      for (const citation of citations) {
        const key = `${citation.document} ${citation.start} ${citation.end}`
        if (!seen.has(key)) seen.set(key, {number: numberOf(citation.document), citation})
      }
      return [...seen.values()].sort((a, b) => a.number - b.number || a.citation.start - b.citation.start)
    },
  }
}

// Undated documents come last; documents of one day in the order of their file names, which never depends on arrival.
function byPublication(a: Document, b: Document): number {
  const keyOf = (document: Document): string => `${document.published ?? '9999'} ${document.file ?? ''} ${document.id}`
  const [left, right] = [keyOf(a), keyOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

export function numberedSources(lookup: Lookup): NumberedSource[] {
  return lookup.documents.map((document, i) => ({
    number: i + 1,
    document: document.id,
    publisher: publisherOf(document),
    published: wordDate(document.published),
    title: titleOf(document),
    uri: document.uri,
    flags: flagsOf(lookup, document),
  }))
}

export const publisherOf = (document: Document): string => document.publisher ?? 'outlet unknown'

/** A document without a title is known by its file, then by its first words. */
export function titleOf(document: Document): string {
  if (document.title) return document.title
  if (document.file) return document.file.split('/').at(-1) ?? document.file
  const words = (document.text ?? '').trim().split(/\s+/, 9)
  return words.length > 0 && words[0] !== '' ? `${words.slice(0, 8).join(' ')}${words.length > 8 ? ' …' : ''}` : document.id
}

/** What a reader should know of the document, in words: state media, copies, cuts. Never a verdict. */
export function flagsOf(lookup: Lookup, document: Document): string[] {
  const words = document.flags.map(flag => flagWords(flag.kind))
  if (isStateMedia(lookup, document)) words.unshift('state media')
  if (document.genre !== 'report' && document.genre !== 'other') words.push(document.genre.replaceAll('-', ' '))
  return [...new Set(words)]
}

export const isStateMedia = (lookup: Lookup, {publisher}: Document): boolean => publisher !== null && lookup.stateOutlets.has(publisher)
