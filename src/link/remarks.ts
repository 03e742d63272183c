// Which claims rest on one remark, and which tell as fact what another report attributes: utterances and losses, indexed by claim.
import type {ReadDocument} from '../model/reading.ts'
import type {AttributionLoss, Utterance} from '../model/record.ts'
import type {LinkedClaim} from './claims.ts'
import {attributionIdOf} from './utterances/remarks.ts'

export interface RemarkIndex {
  readonly utteranceOf: (document: number, attribution: number) => string | null
  readonly oneRemark: (a: LinkedClaim, b: LinkedClaim) => boolean
  readonly lostAttribution: (claim: LinkedClaim) => {readonly document: number; readonly attribution: number} | null
}

export function indexRemarks(
  documents: readonly ReadDocument[],
  utterances: readonly Utterance[],
  losses: readonly AttributionLoss[],
  claims: readonly LinkedClaim[],
): RemarkIndex {
  const utteranceByAttribution = new Map(utterances.flatMap(utterance => utterance.attributions.map(id => [id, utterance.id] as const)))
  const ids = documents.map(document => document.attributions.map(attribution => attributionIdOf(document, attribution)))
  const places = new Map(ids.flatMap((list, document) => list.map((id, attribution) => [id, {document, attribution}] as const)))
  const known = new Set(claims.map(claim => claim.id))
  const lost = new Map(losses.filter(loss => known.has(loss.claim)).map(loss => [loss.claim, loss.attributed]))
  const remarkOf = (claim: LinkedClaim): string | null => {
    const {attribution} = claim.claim
    if (attribution === null) return null
    const id = ids[claim.document]![attribution]!
    return utteranceByAttribution.get(id) ?? id
  }
  return {
    utteranceOf: (document, attribution) => utteranceByAttribution.get(ids[document]![attribution]!) ?? null,
    oneRemark: (a, b) => {
      const first = remarkOf(a)
      return first !== null && first === remarkOf(b)
    },
    lostAttribution: claim => {
      const attributed = lost.get(claim.id)
      return attributed === undefined ? null : (places.get(attributed) ?? null)
    },
  }
}
