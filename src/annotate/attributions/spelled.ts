// What a colon at the end of a sentence spells out: the next sentence, or the whole next paragraph where the colon ended its own
// ("The ministry published the following statement:"). Quoted words find their frame elsewhere.
import type {TokenRange} from './draft.ts'
import type {Scene} from './scene.ts'

/** The words that the colon at a token announces; null where it announces none. */
export function spelledOut(scene: Scene, colon: number): TokenRange | null {
  const {tokens, sentences, quoteOf} = scene
  if (colon >= tokens.length || scene.word(colon) !== ':' || quoteOf[colon]! >= 0) return null
  const index = tokens.sentence[colon]!
  const next = sentences[index + 1]
  if (sentences[index]!.endToken !== colon + 1 || !next || next.kind !== 'prose' || quoteOf[next.firstToken]! >= 0) return null
  if (next.paragraph === sentences[index]!.paragraph) return {first: next.firstToken, last: next.endToken - 1}
  let last = index + 1
  while (sentences[last + 1]?.paragraph === next.paragraph) last++
  return {first: next.firstToken, last: sentences[last]!.endToken - 1}
}
