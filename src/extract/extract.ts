// From a document with its layers to its claims: events, positions, agreements and assessments, as this one document puts them.
import type {Claim} from '../model/claim.ts'
import type {Document} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'
import {eventsOf} from './events.ts'
import {sceneOf} from './scene.ts'

/** Never throws on text. Claims stand in the order of the text, events before positions, agreements and assessments of one sentence. */
export function extractClaims(document: Document, packs: Packs): readonly Claim[] {
  if (document.tokens.length === 0) return []
  const scene = sceneOf(document, packs)
  return [...eventsOf(scene)].sort((a, b) => a.sentence.start - b.sentence.start || a.trigger.start - b.trigger.start)
}
