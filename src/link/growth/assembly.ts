// Writes the record down as it stands: entries in the record's order, with what only the whole shows (stories and talks, what an assessment is about,
// plans whose day has passed, contradictions, corrections of people). Time linear in the record.
import type {ReadDocument} from '../../model/reading.ts'
import type {Derivation, Document, Note, RecordFile, Support} from '../../model/record.ts'
import {dayOf} from '../../text/similarity-days.ts'
import {type AgreementEntry, agreementsInOrder, withForerunners} from '../agreements.ts'
import {type AssessmentEntry, assessmentsOf} from '../assessments.ts'
import type {EntityOf} from '../claims.ts'
import type {ConflictFinder} from '../contradictions.ts'
import {ordinalNotes, passedNotes} from '../dated-notes.ts'
import {flagsAmong} from '../derivations/flags.ts'
import {type Compared, withoutSpareCredits} from '../derivations.ts'
import type {LinkedEntities} from '../entities.ts'
import {type EventEntry, inOrder as eventsInOrder, withAnswers, withDatePassed} from '../events.ts'
import {byFirstCitation, cite, compare} from '../identity.ts'
import {corrected, type Rulings} from '../judgements.ts'
import {attributionsOf, documentOf, timesOf} from '../layers.ts'
import type {Linking} from '../linking.ts'
import type {OriginCounter} from '../origins.ts'
import {type PositionEntry, positionsInOrder} from '../positions.ts'
import type {Profiled} from '../profiles.ts'
import {storiesOf} from '../stories.ts'
import {findTalks} from '../talks.ts'
import {type LinkedUtterance, inOrder as utterancesInOrder} from '../utterances.ts'

export interface Parts {
  readonly made: RecordFile['made']
  /** As they came. */
  readonly given: readonly ReadDocument[]
  /** By number, with lines that people added. */
  readonly documents: readonly ReadDocument[]
  /** Numbers in the order of ids. */
  readonly order: readonly number[]
  readonly rulings: Rulings
  readonly linking: Linking
  readonly counter: OriginCounter
  readonly conflicts: ConflictFinder
  readonly compared: readonly Compared[]
  readonly profiles: readonly Profiled[]
  readonly clusters: readonly (readonly number[])[]
  readonly linked: LinkedEntities
  readonly entityOf: EntityOf
  readonly losses: RecordFile['losses']
  readonly utterances: readonly LinkedUtterance[]
  readonly events: readonly EventEntry[]
  readonly positions: readonly PositionEntry[]
  readonly agreements: readonly AgreementEntry[]
  readonly assessments: readonly AssessmentEntry[]
}

export function assemble(parts: Parts): RecordFile {
  const {made, given, documents, order, rulings, linking, counter, clusters, linked, entityOf} = parts
  const notes: Note[] = []
  const days = documents.flatMap(document => dayOf(document.published) ?? [])
  const lastDay = days.length === 0 ? null : days.reduce((last, day) => Math.max(last, day))
  const settled = eventsInOrder(parts.events).map(entry => {
    const event = corrected(entry.event, entry.claims, rulings, notes)
    // What nobody corrected stays the same object: what was found inside it still holds.
    return event === entry.event ? entry : {...entry, event}
  })
  const events = withAnswers(settled, linking).map(entry => ({...entry, event: withDatePassed(entry.event, lastDay)}))
  const positionEntries = positionsInOrder(parts.positions)
  const positions = positionEntries.map(({position, claims}) => corrected(position, claims, rulings, notes))
  const agreementEntries = agreementsInOrder(parts.agreements)
  const agreements = withForerunners(
    agreementEntries.map(({agreement, claims}) => corrected(agreement, claims, rulings, notes)),
    linking,
  )
  const stories = storiesOf(clusters, documents, events)
  const {talks, talksOf} = findTalks(stories, events, positionEntries, linking)
  const numberOfStory = new Map(clusters.flatMap((cluster, number) => cluster.map(document => [document, number] as const)))
  const assessments = assessmentsOf(parts.assessments, events, document => {
    const story = numberOfStory.get(document)!
    return talksOf(story) ?? stories[story]!.id
  })
  const derivations = withoutSpareCredits(
    parts.compared.flatMap(({derivation}) => derivation ?? []),
    documents,
  )
  const flags = flagsAmong(parts.compared, documents, parts.profiles)
  const {utterances, contradictions: wording} = utterancesInOrder(parts.utterances)
  const inOrder = order.map(number => documents[number]!)
  return {
    schema: 'parley/record@1',
    made,
    documents: given.map((document, number) => withFlags(documentOf(document), flags.get(number) ?? [])),
    entities: linked.entities
      .map(entity => corrected(entity, [], rulings, notes))
      .sort(
        byFirstCitation(
          entity => entity.mentions[0],
          entity => `${entity.type} ${entity.id}`,
        ),
      ),
    times: inOrder.flatMap(timesOf),
    attributions: order.flatMap(number => attributionsOf(documents[number]!, number, entityOf)),
    events: events.map(entry => entry.event),
    positions,
    agreements,
    derivations: [...derivations].sort(
      byFirstCitation(
        edge => edge.because[0]?.[0],
        edge => `${edge.kind} ${edge.of} ${edge.from}`,
      ),
    ),
    origins: counter.originsOf(supportsOf({events, positions, agreements, assessments})),
    utterances: [...utterances],
    contradictions: parts.conflicts.find({events: settled, agreements: agreementEntries}, wording, kindsAmong(derivations)),
    losses: [...parts.losses],
    assessments,
    stories: stories.map((story, index) => ({...story, talks: talksOf(index)})),
    talks,
    judgements: [...rulings.active, ...linked.judgements],
    notes: [
      ...inOrder.flatMap(documentNotes),
      ...linked.notes,
      ...cutNotes([...settled, ...positionEntries, ...agreementEntries, ...parts.assessments, ...parts.utterances]),
      ...passedNotes(agreements, lastDay),
      ...ordinalNotes(
        events.map(({event}) => event),
        linking.parties,
      ),
      ...notes,
    ],
  }
}

/** What the text says of itself comes first; other reports add what it does not say. */
const withFlags = (document: Document, found: readonly Document['flags'][number][]): Document => ({
  ...document,
  flags: [...document.flags, ...found.filter(({kind}) => !document.flags.some(flag => flag.kind === kind))],
})

function* supportsOf({
  events,
  positions,
  agreements,
  assessments,
}: {readonly events: readonly EventEntry[]} & Pick<RecordFile, 'positions' | 'agreements' | 'assessments'>): Generator<Support> {
  for (const {event} of events) {
    yield event.support
    for (const step of event.history) yield step.support
  }
  for (const {support} of positions) yield support
  for (const {history, violations, clauses} of agreements) for (const {support} of [...history, ...violations, ...clauses]) yield support
  for (const {support} of assessments) yield support
}

/** One for each pair of reports: that two texts disagree in one way needs no saying for each sentence in which they do. */
const cutNotes = (entries: readonly {readonly notes: readonly Note[]}[]): Note[] => {
  const sorted = entries
    .flatMap(({notes}) => [...notes])
    .sort(
      (a, b) =>
        compare(a.document ?? '', b.document ?? '') ||
        compare(a.at?.document ?? '', b.at?.document ?? '') ||
        (a.at?.start ?? 0) - (b.at?.start ?? 0),
    )
  const told = new Set<string>()
  return sorted.filter(({code, message, document, at}) => {
    const key = `${code} ${message} ${document} ${at?.document}`
    return !told.has(key) && told.add(key)
  })
}

const documentNotes = (document: ReadDocument): Note[] =>
  document.notes.map(({code, message, at}) => ({code, message, document: document.id, at: at ? cite(document, at) : null}))

const NO_KINDS: ReadonlySet<Derivation['kind']> = new Set()

function kindsAmong(derivations: readonly Derivation[]): (a: string, b: string) => ReadonlySet<Derivation['kind']> {
  const kinds = new Map<string, Set<Derivation['kind']>>()
  for (const {of, from, kind} of derivations)
    for (const key of [`${of} ${from}`, `${from} ${of}`]) kinds.set(key, (kinds.get(key) ?? new Set()).add(kind))
  return (a, b) => kinds.get(`${a} ${b}`) ?? NO_KINDS
}
