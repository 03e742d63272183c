// Attribution loss: what one report gives as somebody's words, another tells as plain fact. Found between claims of one kind about the same
// people, in sentences that say the same or in accusations; the record shows both and never decides between them.
import type {AlignedSentence} from '../model/alignment.ts'
import type {Claim} from '../model/claim.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {AttributionLoss} from '../model/record.ts'
import type {Span} from '../model/span.ts'
import {stemOf} from '../text/stem.ts'
import {type EntityOf, type LinkedClaim, linkClaims} from './claims.ts'
import {cite} from './identity.ts'
import {attributionIdOf} from './utterances/remarks.ts'

/** Acts that blame: told as fact they need no aligned sentence to be a loss, since a reader would take them for proven. */
const GRAVE = new Set(['accusation', 'violation', 'attack', 'threat'])
const TOLD_AS_FACT = new Set(['narrated', 'unclear'])
// Two claims about the same people speak of one matter only where their triggers or issues meet as well.
const FEWEST_SHARED = 1

/** Losses in order of the claim that lost its source; documents in any order give the same list. */
export function findLosses(documents: readonly ReadDocument[], entityOf: EntityOf, aligned: readonly AlignedSentence[]): AttributionLoss[] {
  const claims = linkClaims(documents, entityOf)
  const attributed = claims.filter(claim => claim.claim.attribution !== null && isVouchedFor(documents, claim))
  const told = claims.filter(claim => claim.claim.attribution === null && TOLD_AS_FACT.has(claim.claim.assertion))
  const byKey = new Map<string, LinkedClaim[]>()
  for (const claim of attributed) for (const key of keysOf(claim)) (byKey.get(key) ?? put(byKey, key)).push(claim)
  const alignedWith = indexAligned(aligned)
  const losses = new Map<string, AttributionLoss>()
  for (const fact of told)
    for (const source of new Set(keysOf(fact).flatMap(key => byKey.get(key) ?? []))) {
      if (source.document === fact.document) continue
      const sameWords = areAligned(alignedWith, fact, source)
      if (!sameWords && !(GRAVE.has(kindOf(fact.claim)) && meet(documents, fact, source))) continue
      const loss = lossOf(documents, fact, source)
      const known = losses.get(fact.id)
      // Of several sources the smallest id stands, so that the order of arrival cannot show.
      if (!known || loss.attributed < known.attributed) losses.set(fact.id, loss)
    }
  return [...losses.values()].sort((a, b) => (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0))
}

/** Evaluations ("constructive") are somebody's as much as accusations are. */
const SOMEBODYS = new Set([...GRAVE, 'assessment'])

/**
 * The losses that the record shows: accusations, claims of fault, evaluations. That a truce was signed everybody narrates: "the delegations said" in one
 * report and nothing in the next is no loss to a reader, though counting origins needs to know of it.
 */
export function gravestLosses(losses: readonly AttributionLoss[], claims: readonly LinkedClaim[]): AttributionLoss[] {
  const kinds = new Map(claims.map(claim => [claim.id, kindOf(claim.claim)]))
  return losses.filter(loss => SOMEBODYS.has(kinds.get(loss.claim) ?? ''))
}

function put(table: Map<string, LinkedClaim[]>, key: string): LinkedClaim[] {
  const list: LinkedClaim[] = []
  table.set(key, list)
  return list
}

/** An attribution without any speaker ("reportedly") is no source that could be lost. */
function isVouchedFor(documents: readonly ReadDocument[], {document, claim}: LinkedClaim): boolean {
  const attribution = documents[document]!.attributions[claim.attribution!]
  return attribution !== undefined && (attribution.speaker !== null || attribution.source.length > 0)
}

const kindOf = (claim: Claim<string>): string =>
  claim.claim === 'event' ? claim.kind : claim.claim === 'agreement' && claim.violation ? 'violation' : claim.claim

function actorsOf(claim: Claim<string>): readonly string[] {
  switch (claim.claim) {
    case 'event':
      return [...claim.actors, ...claim.recipients]
    case 'position':
      return [claim.holder]
    case 'agreement':
      return claim.violation ? claim.violation.by : claim.parties
    case 'assessment':
      return claim.by === null ? [] : [claim.by]
  }
}

const keysOf = ({claim}: LinkedClaim): string[] => actorsOf(claim).map(actor => `${kindOf(claim)} ${actor}`)

function indexAligned(aligned: readonly AlignedSentence[]): Map<string, {document: number; span: Span}[]> {
  const index = new Map<string, {document: number; span: Span}[]>()
  for (const {a, b} of aligned)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = `${from.document} ${from.span.start}`
      index.set(key, [...(index.get(key) ?? []), to])
    }
  return index
}

function areAligned(index: ReadonlyMap<string, readonly {document: number; span: Span}[]>, one: LinkedClaim, other: LinkedClaim): boolean {
  return (index.get(`${one.document} ${one.citation.start}`) ?? []).some(
    ({document, span}) => document === other.document && span.start === other.citation.start,
  )
}

/** Beyond the actors: the same time where both name one, and a content word of the trigger or an issue in common. */
function meet(documents: readonly ReadDocument[], one: LinkedClaim, other: LinkedClaim): boolean {
  if (one.claim.claim !== 'event' || other.claim.claim !== 'event') return one.claim.claim === other.claim.claim
  if (one.claim.time !== null && other.claim.time !== null && one.claim.time.slice(0, 10) !== other.claim.time.slice(0, 10)) return false
  const words = (linked: LinkedClaim): string[] => {
    const {trigger} = linked.claim
    return documents[linked.document]!.text.slice(trigger.start, trigger.end)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(word => word.length > 3)
      .map(stemOf)
  }
  const known = new Set([...words(other), ...other.claim.issues])
  return [...words(one), ...one.claim.issues].filter(word => known.has(word)).length >= FEWEST_SHARED
}

function lossOf(documents: readonly ReadDocument[], fact: LinkedClaim, source: LinkedClaim): AttributionLoss {
  const document = documents[source.document]!
  const attribution = document.attributions[source.claim.attribution!]!
  return {
    claim: fact.id,
    attributed: attributionIdOf(document, attribution),
    because: [cite(documents[fact.document]!, fact.claim.sentence), cite(document, source.claim.sentence)],
  }
}
