// From a document with its layers to its claims: events, positions, agreements and assessments, as this one document puts them.
import type {Claim, EventClaim} from '../model/claim.ts'
import type {Document} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'
import {actsOf} from './acts.ts'
import {agreementsOf} from './agreements.ts'
import {assessmentsOf} from './assessments.ts'
import {carryParties} from './carried.ts'
import {eventsOf} from './events.ts'
import {positionsOf} from './positions.ts'
import {sceneOf} from './scene.ts'
import {violationsOf} from './violations.ts'

/** Never throws on text. Claims stand in the order of the text. */
export function extractClaims(document: Document, packs: Packs): readonly Claim[] {
  if (document.tokens.length === 0) return []
  const scene = sceneOf(document, packs)
  const events = eventsOf(scene)
  const agreements = carryParties(scene, agreementsOf(scene), events)
  const positions = positionsOf(scene, partiesOf(document, events))
  const claims: readonly Claim[] = [
    ...events,
    ...actsOf(scene, positions, events),
    ...positions,
    ...agreements,
    ...violationsOf(scene, agreements),
    ...assessmentsOf(scene),
  ]
  return claims
    .map(claim => withoutGuessed(document, claim))
    .sort((a, b) => a.sentence.start - b.sentence.start || a.trigger.start - b.trigger.start)
}

/** Nobody is accused by a guess: who broke an agreement is named in the sentence itself, and not only meant by its "both sides". */
function withoutGuessed(document: Document, claim: Claim): Claim {
  const {start, end} = claim.sentence
  const isNamed = (entity: number): boolean =>
    document.mentions.some(mention => mention.entity === entity && mention.start >= start && mention.end <= end)
  if (claim.claim === 'event' && claim.kind === 'violation') return {...claim, actors: claim.actors.filter(isNamed)}
  if (claim.claim !== 'agreement' || !claim.violation?.isJoint) return claim
  const {by, allegedBy, ...violation} = claim.violation
  return {...claim, violation: {...violation, by: by.filter(isNamed), allegedBy: allegedBy.filter(isNamed)}}
}

/** Everybody who acts in an event, and whom they act for: the sides of these talks, as far as this document shows. */
function partiesOf(document: Document, events: readonly EventClaim[]): ReadonlySet<number> {
  const parties = new Set<number>()
  for (const event of events)
    for (const entity of event.actors) {
      parties.add(entity)
      const actsFor = document.somebodies[entity]?.actsFor
      if (actsFor != null) parties.add(actsFor)
    }
  return parties
}
