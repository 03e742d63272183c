// Finds the spans that name somebody, and who that is inside this document.
import type {Document, With} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'

export function findMentions(
  _document: With<'sentences' | 'tokens' | 'names' | 'times'>,
  _packs: Packs,
): Pick<Document, 'mentions' | 'somebodies'> {
  return {mentions: [], somebodies: []}
}
