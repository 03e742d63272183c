// Attribution loss: what one report gives as somebody's words, another tells as plain fact. Found between claims of one kind about the same
// people, in sentences that say the same or in accusations; the record shows both and never decides between them.
import type {Claim} from '../model/claim.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {AttributionLoss} from '../model/record.ts'
import {stemOf} from '../text/stem.ts'
import type {LinkedClaim} from './claims.ts'
import {cite} from './identity.ts'
import {attributionIdOf} from './utterances/remarks.ts'

/** Acts that blame: told as fact they need no aligned sentence to be a loss, since a reader would take them for proven. */
const GRAVE = new Set(['accusation', 'violation', 'attack', 'threat'])
const TOLD_AS_FACT = new Set(['narrated', 'unclear'])
// Two claims about the same people speak of one matter only where their triggers or issues meet as well.
const FEWEST_SHARED = 1

export interface Losses {
  /** Puts claims in the place of all that each document had. Gives the documents of which a claim lost its source, or has it back. */
  readonly update: (byDocument: ReadonlyMap<number, readonly LinkedClaim[]>) => ReadonlySet<number>
  /** The attribution of another document that a claim tells as fact. */
  readonly of: (claim: LinkedClaim) => {readonly document: number; readonly attribution: number} | null
  /**
   * The losses that the record shows, in order of the claim: accusations, claims of fault, evaluations. That a truce was signed everybody narrates:
   * "the delegations said" in one report and nothing in the next is no loss to a reader, though counting origins needs to know of it.
   */
  readonly gravest: () => AttributionLoss[]
}

interface Loss {
  readonly kind: string
  readonly loss: AttributionLoss
  readonly source: {readonly document: number; readonly attribution: number}
}

/** Which other sentence says the same as one: document and start. */
export type AlignedWith = (document: number, start: number) => readonly {readonly document: number; readonly start: number}[]

/** Losses of a growing record: a newcomer meets the accusations about the same people and the sentences aligned with its own. */
export function growLosses(documents: readonly ReadDocument[], alignedWith: AlignedWith): Losses {
  const claimsOf = new Map<number, readonly LinkedClaim[]>()
  const sources = new Map<string, Set<LinkedClaim>>()
  const grave = new Map<string, Set<LinkedClaim>>()
  const at = new Map<string, Set<LinkedClaim>>()
  const losses = new Map<string, Loss>()

  return {
    update(byDocument) {
      const open = new Set<LinkedClaim>()
      const before = new Map<string, string>()
      for (const [document, claims] of byDocument) {
        for (const claim of claimsOf.get(document) ?? []) {
          if (isSource(claim)) for (const fact of factsNear(claim)) open.add(fact)
          const known = losses.get(claim.id)
          if (known) before.set(claim.id, known.loss.attributed)
          losses.delete(claim.id)
          file(claim, (table, key) => table.get(key)?.delete(claim))
        }
        claimsOf.set(document, claims)
        for (const claim of claims) file(claim, put(claim))
      }
      for (const [document, claims] of byDocument)
        for (const claim of claimsOf.get(document) === claims ? claims : []) {
          if (isFact(claim)) open.add(claim)
          if (isSource(claim)) for (const fact of factsNear(claim)) open.add(fact)
        }
      const changed = new Set<number>()
      for (const fact of open) {
        if (!claimsOf.get(fact.document)!.includes(fact)) continue
        const old = losses.get(fact.id)?.loss.attributed ?? before.get(fact.id)
        const found = lossFor(fact)
        if (found) losses.set(fact.id, found)
        else losses.delete(fact.id)
        if (found?.loss.attributed !== old) changed.add(fact.document)
      }
      return changed
    },
    of: claim => losses.get(claim.id)?.source ?? null,
    gravest: () =>
      [...losses.values()]
        .filter(({kind}) => SOMEBODYS.has(kind))
        .map(({loss}) => loss)
        .sort((a, b) => (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0)),
  }

  function isSource(claim: LinkedClaim): boolean {
    return claim.claim.attribution !== null && isVouchedFor(documents, claim)
  }

  function file(claim: LinkedClaim, act: (table: Map<string, Set<LinkedClaim>>, key: string) => void): void {
    act(at, placeOf(claim))
    for (const key of keysOf(claim)) {
      if (isSource(claim)) act(sources, key)
      if (isFact(claim) && GRAVE.has(kindOf(claim.claim))) act(grave, key)
    }
  }

  function* factsNear(source: LinkedClaim): Generator<LinkedClaim> {
    for (const key of keysOf(source)) yield* grave.get(key) ?? []
    for (const place of alignedWith(source.document, source.citation.start))
      for (const claim of at.get(`${place.document} ${place.start}`) ?? []) if (isFact(claim)) yield claim
  }

  /** Of several sources the smallest id stands, so that the order of arrival cannot show. */
  function lossFor(fact: LinkedClaim): Loss | null {
    const keys = new Set(keysOf(fact))
    let best: Loss | null = null
    const take = (claim: LinkedClaim): void => {
      const loss = lossOf(documents, fact, claim)
      const source = {document: claim.document, attribution: claim.claim.attribution!}
      if (best === null || loss.attributed < best.loss.attributed) best = {kind: kindOf(fact.claim), loss, source}
    }
    for (const place of alignedWith(fact.document, fact.citation.start))
      for (const claim of at.get(`${place.document} ${place.start}`) ?? [])
        if (claim.document !== fact.document && isSource(claim) && keysOf(claim).some(key => keys.has(key))) take(claim)
    if (GRAVE.has(kindOf(fact.claim)))
      for (const key of keys)
        for (const source of sources.get(key) ?? []) if (source.document !== fact.document && meet(documents, fact, source)) take(source)
    return best
  }
}

const isFact = ({claim}: LinkedClaim): boolean => claim.attribution === null && TOLD_AS_FACT.has(claim.assertion)

const placeOf = ({document, citation}: LinkedClaim): string => `${document} ${citation.start}`

const put =
  (claim: LinkedClaim) =>
  (table: Map<string, Set<LinkedClaim>>, key: string): void => {
    const set = table.get(key)
    if (set) set.add(claim)
    else table.set(key, new Set([claim]))
  }

/** Evaluations ("constructive") are somebody's as much as accusations are. */
const SOMEBODYS = new Set([...GRAVE, 'assessment'])

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
