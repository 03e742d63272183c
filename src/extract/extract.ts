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
  return [...claims].sort((a, b) => a.sentence.start - b.sentence.start || a.trigger.start - b.trigger.start)
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
