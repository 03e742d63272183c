// Finds who said what through whom: source, cue, content, nesting and the chain to the page.
import type {Attribution} from '../model/attribution.ts'
import type {With} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'

export function findAttributions(
  _document: With<'sentences' | 'tokens' | 'mentions' | 'somebodies' | 'times'>,
  _packs: Packs,
): readonly Attribution[] {
  return []
}
