// What every id of a record stands for: an entry, a claim of one, somebody, a mention, a report, a ruling. Bookmarks and rulings hold claims
// and mentions, which never change; entries are found again through them.
import {idOf} from '../link/identity.ts'
import type {RecordFile, Support} from '../model/record.ts'

export type EntryKind = 'event' | 'position' | 'agreement' | 'assessment'

export type Known =
  | {readonly kind: EntryKind; readonly id: string; readonly claims: readonly string[]}
  | {readonly kind: 'claim'; readonly id: string; readonly entries: readonly string[]}
  | {readonly kind: 'entity'; readonly id: string}
  | {readonly kind: 'mention'; readonly id: string; readonly entity: string}
  | {readonly kind: 'document' | 'attribution' | 'utterance' | 'contradiction' | 'story' | 'talks' | 'judgement'; readonly id: string}

export interface Catalogue {
  get(id: string): Known | undefined
  /** Entries that rest on claims. */
  entries(): readonly Extract<Known, {claims: readonly string[]}>[]
  /** Every known id that starts with these letters; ids of entries, claims, people and reports. */
  startingWith(letters: string): readonly Known[]
}

const built = new WeakMap<RecordFile, Catalogue>()

export function catalogueOf(record: RecordFile): Catalogue {
  const known = built.get(record) ?? build(record)
  built.set(record, known)
  return known
}

/** All claims behind an entry, those of its earlier states too, in the order of the record. */
export function claimsOf(supports: readonly Support[]): string[] {
  return [...new Set(supports.flatMap(support => support.claims.map(claim => claim.id)))]
}

function build(record: RecordFile): Catalogue {
  const all = new Map<string, Known>()
  const entriesOf = new Map<string, string[]>()
  const add = (known: Known): void => {
    if (!all.has(known.id)) all.set(known.id, known)
  }
  const addEntry = (kind: EntryKind, id: string, supports: readonly Support[]): void => {
    const claims = claimsOf(supports)
    add({kind, id, claims})
    for (const claim of claims) entriesOf.set(claim, [...(entriesOf.get(claim) ?? []), id])
  }
  for (const {id, support, history} of record.events) addEntry('event', id, [support, ...history.map(state => state.support)])
  for (const {id, support} of record.positions) addEntry('position', id, [support])
  for (const {id, history, violations, clauses} of record.agreements)
    addEntry(
      'agreement',
      id,
      [...history, ...violations, ...clauses].map(part => part.support),
    )
  for (const {id, support} of record.assessments) addEntry('assessment', id, [support])
  for (const [id, entries] of entriesOf) add({kind: 'claim', id, entries})
  for (const entity of record.entities) {
    add({kind: 'entity', id: entity.id})
    for (const {document, start, end, quote} of entity.mentions)
      add({kind: 'mention', id: idOf(document, start, end, quote), entity: entity.id})
  }
  const named = [
    ['document', record.documents],
    ['attribution', record.attributions],
    ['utterance', record.utterances],
    ['contradiction', record.contradictions],
    ['story', record.stories],
    ['talks', record.talks],
    ['judgement', record.judgements],
  ] as const
  for (const [kind, list] of named) for (const {id} of list) add({kind, id})
  return {
    get: id => all.get(id),
    entries: () => [...all.values()].filter(one => 'claims' in one),
    startingWith: letters => [...all.values()].filter(one => one.id.startsWith(letters)),
  }
}

/** The entry that an id leads to: an entry is itself, a claim leads to the entry that holds it. Null for anything else. */
export function locate(record: RecordFile, id: string): string | null {
  const known = catalogueOf(record).get(id)
  if (known === undefined) return null
  if ('claims' in known) return known.id
  return known.kind === 'claim' ? (known.entries[0] ?? null) : null
}
