// The credit of a picture ("Image: Elin Maros", "Photo by the Mirvan Times") at the end of a paragraph: the words before it tell what the picture shows (rule R7).

import {stretchesOf} from './content.ts'
import type {Draft} from './draft.ts'
import {isPunctuation, isVerb, type Scene, tagOf} from './scene.ts'

// "Photo: Elin Maros / Mirvan News Agency, 2 April 2031": longer credits were sentences.
const LONGEST_CREDIT = 12
// Captions are short; a whole paragraph of a report before a credit is no caption. Longest caption of our own cases: 32.
const LONGEST_CAPTION = 48

/** Reads token i as the word that opens a picture's credit; null where it is none. */
export function readCaption(scene: Scene, i: number): Draft | null {
  const {tokens, sentences, lexicon} = scene
  if (!lexicon.pictures.has(scene.word(i)) || !/^\p{Lu}/u.test(scene.text[tokens.start[i]!]!) || i + 2 >= tokens.length) return null
  if (scene.word(i + 1) !== ':' && scene.word(i + 1) !== 'by') return null
  const {paragraph, kind} = sentences[tokens.sentence[i]!]!
  if (kind === 'heading') return null
  const isInside = (k: number): boolean => k >= 0 && k < tokens.length && sentences[tokens.sentence[k]!]!.paragraph === paragraph
  let last = i + 2
  while (isInside(last + 1) && last - i <= LONGEST_CREDIT) last++
  if (isInside(last + 1)) return null
  while (last > i + 2 && isPunctuation(scene, last)) last--
  if (!tagOf(scene, i + 2).startsWith('NN')) return null
  for (let k = i + 2; k <= last; k++) if (isVerb(scene, k) || scene.quoteOf[k]! >= 0) return null
  let first = i
  while (isInside(first - 1) && i - first <= LONGEST_CAPTION) first--
  if (first === i || isInside(first - 1)) return null
  const content = stretchesOf(scene, [{first, last: scene.word(i - 1) === '(' ? i - 2 : i - 1}])
  if (content.length === 0) return null
  return {
    rule: 'phrase/picture',
    act: 'show',
    class: 'show',
    token: -1,
    cue: null,
    source: {first: i + 2, last, head: last},
    content,
    polarity: 'positive',
    hearer: -1,
    quotations: [],
    unclosed: false,
  }
}
