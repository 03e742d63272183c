// What one claim of one document rests on: who could know, who recorded it, and which origin that is, as the chain of attribution tells.
import type {Attribution, ChainLink} from '../../model/attribution.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Origin} from '../../model/record.ts'
import type {EntityOf, LinkedClaim} from '../claims.ts'
import {foldOutlet} from '../derivations/outlets.ts'
import {idOf} from '../identity.ts'
import type {Parties} from '../parties.ts'

export interface OriginNode {
  readonly claim: LinkedClaim
  readonly document: number
  /** Who recorded the words or the deed; null where the document does not say. */
  readonly recorder: string | null
  /** True where the text names the recorder at first hand ("told X", "in an interview with X"). */
  readonly atFirstHand: boolean
  /** Who could know; null where nobody is named. */
  readonly knower: string | null
  readonly side: string
  /** State media's side beside the speaker's. */
  readonly mediaSide: string | null
  readonly origin: {readonly id: string; readonly kind: Origin['kind']; readonly entity: string | null}
}

export interface NodeSources {
  readonly documents: readonly ReadDocument[]
  readonly entityOf: EntityOf
  readonly parties: Parties
  /** Utterance that an attribution belongs to. */
  readonly utteranceOf: (document: number, attribution: number) => string | null
  /** Attribution (of any document) whose content the claim tells as fact. */
  readonly lostAttribution: (claim: LinkedClaim) => {readonly document: number; readonly attribution: number} | null
}

/** Texts that are themselves what was said or agreed. */
const FIRST_HAND_GENRES = new Set(['transcript', 'readout', 'statement', 'agreement-text'])

export function nodeOf(claim: LinkedClaim, sources: NodeSources): OriginNode {
  const {attribution} = claim.claim
  if (attribution !== null) return attributedNode(claim, claim.document, attribution, sources)
  const lost = sources.lostAttribution(claim)
  if (lost !== null) {
    const node = attributedNode(claim, lost.document, lost.attribution, sources)
    return {...node, recorder: null, atFirstHand: false, mediaSide: null}
  }
  const document = sources.documents[claim.document]!
  const unsaid = {claim, document: claim.document, recorder: null, atFirstHand: false, knower: null, side: 'own-reporting', mediaSide: null}
  if (FIRST_HAND_GENRES.has(document.genre))
    return {
      ...unsaid,
      recorder: `document ${document.id}`,
      atFirstHand: true,
      origin: {id: idOf('document', document.id), kind: 'document', entity: null},
    }
  if (document.genre === 'wire') {
    const outlet = document.publisher === null ? document.id : foldOutlet(document.publisher)
    return {...unsaid, origin: {id: idOf('reporting', outlet, storyDay(document)), kind: 'reporting', entity: null}}
  }
  return {...unsaid, origin: {id: idOf('unresolved', document.id), kind: 'unresolved', entity: null}}
}

function attributedNode(claim: LinkedClaim, at: number, index: number, sources: NodeSources): OriginNode {
  const document = sources.documents[at]!
  const attribution = document.attributions[index]!
  const speaker = speakerOf(attribution, at, sources)
  const link = attribution.chain.find(step => step.role === 'recorder' || step.role === 'relay')
  const recorder = link === undefined || link.status === 'unnamed' ? null : recorderKey(link, at, sources)
  return {
    claim,
    document: claim.document,
    recorder,
    atFirstHand: link !== undefined && link.role === 'recorder' && link.status === 'explicit',
    knower: speaker,
    side: speaker === null ? 'third-party' : sideOf(speaker, sources.parties),
    mediaSide: link === undefined ? null : mediaSide(link, at, sources),
    origin: originOf(attribution, at, index, speaker, recorder, sources),
  }
}

/** The innermost speaker, where the text names one. An unnamed source is nobody, and never one of the named. */
function speakerOf(attribution: Attribution, at: number, {documents, entityOf, parties}: NodeSources): string | null {
  const first = attribution.chain.find(step => step.role === 'speaker')
  if (first?.status === 'unnamed') return null
  const agent = first?.agent ?? attribution.speaker
  if (agent === null || documents[at]!.somebodies[agent]?.unnamed) return null
  const entity = entityOf(at, agent)
  return parties.entities.get(entity) !== undefined ? entity : null
}

function recorderKey(link: ChainLink, at: number, {entityOf, parties}: NodeSources): string {
  if (link.agent === null) return `outlet ${foldOutlet(link.name)}`
  const entity = entityOf(at, link.agent)
  return `outlet ${parties.entities.get(entity)?.outlet?.family ?? entity}`
}

function sideOf(speaker: string, parties: Parties): string {
  const party = parties.partyOf(speaker)
  const type = parties.entities.get(party)?.type
  return party !== speaker || type === 'country' || type === 'organization' || type === 'public-body' || type === 'group'
    ? party
    : 'third-party'
}

function mediaSide(link: ChainLink, at: number, {entityOf, parties}: NodeSources): string | null {
  if (link.agent === null) return null
  const outlet = parties.entities.get(entityOf(at, link.agent))
  if (!outlet?.outlet?.state || outlet.country === null) return null
  return parties.countryParty(outlet.country)
}

function originOf(
  attribution: Attribution,
  at: number,
  index: number,
  speaker: string | null,
  recorder: string | null,
  sources: NodeSources,
): OriginNode['origin'] {
  const document = sources.documents[at]!
  const day = attribution.time?.slice(0, 10) ?? storyDay(document)
  if (attribution.act === 'show') return {id: idOf('footage', recorder ?? document.id, day), kind: 'footage', entity: speaker}
  if (speaker === null) return {id: idOf('unresolved', document.id), kind: 'unresolved', entity: null}
  const utterance = sources.utteranceOf(at, index)
  return {
    id: utterance === null ? idOf('utterance', speaker, recorder ?? 'public', day) : idOf('utterance', utterance),
    kind: 'utterance',
    entity: speaker,
  }
}

const storyDay = (document: ReadDocument): string => document.published?.slice(0, 10) ?? document.id
