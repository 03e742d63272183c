// From a document with its layers to its claims: events, positions, agreements and assessments, as this one document puts them.
import type {Claim} from '../model/claim.ts'
import type {Document} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'

export function extractClaims(_document: Document, _packs: Packs): readonly Claim[] {
  return []
}
