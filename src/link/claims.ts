// The claims of all documents with entity ids in place of the documents' own numbers, each with its id and citation.
import type {AgreementClaim, AssessmentClaim, Claim, EventClaim, PositionClaim} from '../model/claim.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Citation} from '../model/record.ts'
import type {Span} from '../model/span.ts'
import {cite, idOf} from './identity.ts'

export interface LinkedClaim<Kind extends Claim<string> = Claim<string>> {
  /** Hash of document, trigger, kind and actors: judgements of people point here. */
  readonly id: string
  /** Index into the documents. */
  readonly document: number
  /** Index into the document's sentences, -1 where the claim's sentence is none of them. */
  readonly sentence: number
  /** Place among the document's claims. */
  readonly place: number
  readonly citation: Citation
  readonly claim: Kind
}

export type EntityOf = (document: number, somebody: number) => string

export const linkClaims = (documents: readonly ReadDocument[], entityOf: EntityOf): LinkedClaim[] =>
  documents.flatMap((document, index) => claimsOf(document, index, entityOf))

/** Claims of one document, in its order. */
export function claimsOf(document: ReadDocument, index: number, entityOf: EntityOf): LinkedClaim[] {
  const {ids, sentences} = placesOf(document)
  return document.claims.map((claim, place) => ({
    id: ids[place]!,
    document: index,
    sentence: sentences[place]!,
    place,
    citation: cite(document, claim.sentence),
    claim: withEntities(claim, document, somebody => entityOf(index, somebody)),
  }))
}

interface Places {
  readonly ids: readonly string[]
  readonly sentences: readonly number[]
}

/** Ids and sentences never change: made once for a document, however often it is linked. */
const knownPlaces = new WeakMap<ReadDocument, Places>()

function placesOf(document: ReadDocument): Places {
  const known = knownPlaces.get(document)
  if (known) return known
  const sentenceOf = new Map(document.sentences.map((sentence, i) => [sentence.start, i]))
  const seen = new Map<string, number>()
  const ids = document.claims.map(claim => {
    const key = idOf(document.id, claim.trigger.start, claim.trigger.end, kindOf(claim), ...namesOf(claim, document))
    const again = seen.get(key) ?? 0
    seen.set(key, again + 1)
    return again === 0 ? key : idOf(key, again)
  })
  const sentences = document.claims.map(
    claim => sentenceOf.get(claim.sentence.start) ?? sentenceAt(document.sentences, claim.trigger.start),
  )
  const places = {ids, sentences}
  knownPlaces.set(document, places)
  return places
}

const kindOf = (claim: Claim): string => (claim.claim === 'event' ? `event ${claim.kind}` : claim.claim)

function namesOf(claim: Claim, document: ReadDocument): string[] {
  const refs =
    claim.claim === 'event'
      ? [...claim.actors, ...claim.recipients]
      : claim.claim === 'position'
        ? [claim.holder]
        : claim.claim === 'agreement'
          ? claim.parties
          : claim.by === null
            ? []
            : [claim.by]
  return refs.map(ref => document.somebodies[ref]?.name ?? '').sort()
}

function sentenceAt(sentences: readonly Span[], offset: number): number {
  return sentences.findIndex(sentence => sentence.start <= offset && offset < sentence.end)
}

function withEntities(claim: Claim, document: ReadDocument, entityOf: (somebody: number) => string): Claim<string> {
  const one = (ref: number | null): string | null => (ref === null ? null : entityOf(ref))
  const many = (refs: readonly number[]): string[] => [...new Set(refs.flatMap(ref => membersOf(ref, document)).map(entityOf))]
  switch (claim.claim) {
    case 'event':
      return eventWith(claim, one, many)
    case 'position':
      return positionWith(claim, one)
    case 'agreement':
      return agreementWith(claim, many)
    case 'assessment':
      return {...claim, by: one(claim.by)} satisfies AssessmentClaim<string>
  }
}

/** "Both sides" are the two sides; a group that names no members stays itself. */
function membersOf(ref: number, document: ReadDocument): readonly number[] {
  const members = document.somebodies[ref]?.members ?? []
  return members.length === 0 ? [ref] : members
}

type One = (ref: number | null) => string | null
type Many = (refs: readonly number[]) => string[]

const eventWith = (claim: EventClaim, one: One, many: Many): EventClaim<string> => ({
  ...claim,
  actors: many(claim.actors),
  recipients: many(claim.recipients),
  host: one(claim.host),
  mediators: many(claim.mediators),
  place: one(claim.place),
})

const positionWith = (claim: PositionClaim, one: One): PositionClaim<string> => ({
  ...claim,
  holder: one(claim.holder)!,
  voice: one(claim.voice),
  toward: one(claim.toward),
})

const agreementWith = (claim: AgreementClaim, many: Many): AgreementClaim<string> => ({
  ...claim,
  parties: many(claim.parties),
  violation:
    claim.violation === null
      ? null
      : {
          ...claim.violation,
          by: many(claim.violation.by),
          allegedBy: many(claim.violation.allegedBy),
          deniedBy: many(claim.violation.deniedBy),
        },
  clauses: claim.clauses.map(clause => ({...clause, obligor: many(clause.obligor)})),
})

export const isEvent = (claim: LinkedClaim): claim is LinkedClaim<EventClaim<string>> => claim.claim.claim === 'event'
export const isPosition = (claim: LinkedClaim): claim is LinkedClaim<PositionClaim<string>> => claim.claim.claim === 'position'
export const isAgreement = (claim: LinkedClaim): claim is LinkedClaim<AgreementClaim<string>> => claim.claim.claim === 'agreement'
export const isAssessment = (claim: LinkedClaim): claim is LinkedClaim<AssessmentClaim<string>> => claim.claim.claim === 'assessment'
