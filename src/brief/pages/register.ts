// The record indexed the way a page asks: entries by id and by claim, and all that lies in one document. Built once a record.
import type {
  Agreement,
  Assessment,
  Attribution,
  Citation,
  Contradiction,
  Derivation,
  Entity,
  Event,
  Judgement,
  Origin,
  Position,
  RecordFile,
  Story,
  Support,
  TimeMention,
  Utterance,
} from '../../model/record.ts'

export type Entry =
  | {readonly kind: 'event'; readonly entry: Event}
  | {readonly kind: 'position'; readonly entry: Position}
  | {readonly kind: 'agreement'; readonly entry: Agreement}
  | {readonly kind: 'assessment'; readonly entry: Assessment}
  | {readonly kind: 'utterance'; readonly entry: Utterance}
  | {readonly kind: 'conflict'; readonly entry: Contradiction}

export type Claim = Support['claims'][number]

export interface InDocument {
  readonly mentions: {readonly entity: Entity; readonly mention: Entity['mentions'][number]}[]
  readonly times: TimeMention[]
  readonly attributions: Attribution[]
  readonly claims: {readonly entry: string; readonly claim: Claim}[]
  readonly derivations: Derivation[]
}

export interface Register {
  readonly entries: ReadonlyMap<string, Entry>
  /** Entry that now holds a claim: copied links point at claims. */
  readonly entryOfClaim: ReadonlyMap<string, string>
  readonly utteranceOf: ReadonlyMap<string, Utterance>
  readonly storyOf: ReadonlyMap<string, Story>
  readonly originOf: ReadonlyMap<string, Origin>
  readonly conflictsOn: ReadonlyMap<string, Contradiction[]>
  /** People's and machines' judgements by each id that they name. */
  readonly judgementsOn: ReadonlyMap<string, Judgement[]>
  readonly entriesOfEntity: ReadonlyMap<string, string[]>
  inDocument(id: string): InDocument
}

const known = new WeakMap<RecordFile, Register>()

export function registerOf(record: RecordFile): Register {
  const found = known.get(record) ?? build(record)
  known.set(record, found)
  return found
}

function build(record: RecordFile): Register {
  const entries = new Map<string, Entry>()
  for (const entry of record.utterances) entries.set(entry.id, {kind: 'utterance', entry})
  for (const entry of record.assessments) entries.set(entry.id, {kind: 'assessment', entry})
  for (const entry of record.contradictions) entries.set(entry.id, {kind: 'conflict', entry})
  for (const entry of record.agreements) entries.set(entry.id, {kind: 'agreement', entry})
  for (const entry of record.positions) entries.set(entry.id, {kind: 'position', entry})
  for (const entry of record.events) entries.set(entry.id, {kind: 'event', entry})
  const documents = new Map<string, InDocument>()
  const inDocument = (id: string): InDocument => {
    const found = documents.get(id) ?? {mentions: [], times: [], attributions: [], claims: [], derivations: []}
    documents.set(id, found)
    return found
  }
  const entryOfClaim = new Map<string, string>()
  const entriesOfEntity = new Map<string, string[]>()
  for (const [id, entry] of entries) {
    for (const {support} of supportsOf(entry))
      for (const claim of support.claims) {
        if (!entryOfClaim.has(claim.id)) entryOfClaim.set(claim.id, id)
        inDocument(claim.citation.document).claims.push({entry: id, claim})
      }
    for (const entity of new Set(entitiesOf(entry))) push(entriesOfEntity, entity, id)
  }
  for (const entity of record.entities) for (const mention of entity.mentions) inDocument(mention.document).mentions.push({entity, mention})
  for (const time of record.times) inDocument(time.citation.document).times.push(time)
  for (const attribution of record.attributions)
    for (const document of new Set(attribution.content.map(content => content.document)))
      inDocument(document).attributions.push(attribution)
  for (const derivation of record.derivations)
    for (const document of [derivation.of, derivation.from]) inDocument(document).derivations.push(derivation)
  const conflictsOn = new Map<string, Contradiction[]>()
  for (const conflict of record.contradictions) push(conflictsOn, conflict.about, conflict)
  const judgementsOn = new Map<string, Judgement[]>()
  for (const judgement of record.judgements) for (const id of judgement.of) push(judgementsOn, id, judgement)
  return {
    ...{entries, entryOfClaim, conflictsOn, judgementsOn, entriesOfEntity, inDocument},
    originOf: new Map(record.origins.map(origin => [origin.id, origin])),
    utteranceOf: new Map(record.utterances.flatMap(utterance => utterance.attributions.map(id => [id, utterance] as const))),
    storyOf: new Map(record.stories.flatMap(story => story.documents.map(id => [id, story] as const))),
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export interface HeadedSupport {
  /** Earlier status or state, 'breach'; null for what the entry says now. */
  readonly step: string | null
  readonly time: string | null
  readonly support: Support
}

/** What stands behind an entry, the present first. A remark and a conflict have citations only. */
export function supportsOf({kind, entry}: Entry): HeadedSupport[] {
  switch (kind) {
    case 'event':
      return [
        {step: null, time: entry.time, support: entry.support},
        ...entry.history.filter(({status}) => status !== entry.status).map(({status, time, support}) => ({step: status, time, support})),
      ]
    case 'position':
    case 'assessment':
      return [{step: null, time: entry.time, support: entry.support}]
    case 'agreement':
      return [
        ...[...entry.history].reverse().map(({state, time, support}) => ({step: state === entry.state ? null : state, time, support})),
        ...entry.violations.map(({time, support}) => ({step: 'breach', time, support})),
        ...entry.clauses.map(({due, support}) => ({step: 'clause', time: due, support})),
      ]
    case 'utterance':
    case 'conflict':
      return []
  }
}

/** Every entity that an entry names as taking part. */
function entitiesOf({kind, entry}: Entry): string[] {
  const ids = (...some: (string | null)[]): string[] => some.filter(id => id !== null)
  switch (kind) {
    case 'event':
      return ids(...entry.actors, ...entry.recipients, ...entry.mediators, entry.host, entry.place)
    case 'position':
      return ids(entry.holder, entry.voice, entry.toward)
    case 'agreement':
      return entry.parties
    case 'assessment':
      return ids(entry.by)
    case 'utterance':
      return ids(entry.speaker)
    case 'conflict':
      return []
  }
}

/** Every citation of an entry, for marks and places. */
export function citationsOfEntry(entry: Entry, attributions: ReadonlyMap<string, Attribution>): Citation[] {
  if (entry.kind === 'conflict') return entry.entry.sides.flatMap(side => side.citations)
  if (entry.kind === 'utterance') return entry.entry.attributions.flatMap(id => attributions.get(id)?.content ?? [])
  return supportsOf(entry).flatMap(({support}) => support.claims.map(claim => claim.citation))
}
