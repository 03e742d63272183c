// A quotation with no frame of its own goes on with the remark reported in the sentence before it: "Vashenko said the plan was dead. “Nobody wants it.”"
import {opensSentence, type Spoken} from './direct.ts'
import type {Draft} from './draft.ts'
import type {Scene} from './scene.ts'

/** Cue token of the report in the sentence before, in the same paragraph; -1 where there is none. On PolNeAR dev 7 of 8 such quotations belong to it. */
export function reportBefore(scene: Scene, told: ReadonlyMap<number, Draft>, spoken: Spoken): number {
  const {tokens, sentences} = scene
  const index = tokens.sentence[spoken.first]!
  const own = sentences[index]!
  const before = sentences[index - 1]
  if (!opensSentence(scene, spoken)) return -1
  const isInside = own.firstToken < spoken.first
  if (!isInside && before?.paragraph !== own.paragraph) return -1
  let best = -1
  let widest = 0
  for (let i = isInside ? own.firstToken : before!.firstToken; i < spoken.first; i++) {
    const draft = told.get(i)
    if (!draft || draft.source === null || draft.polarity !== 'positive' || scene.quoteOf[i]! >= 0) continue
    if (draft.class !== 'speech' && draft.class !== 'writing') continue
    const width = draft.content.at(-1)!.end - draft.content[0]!.start
    // The outermost report of the sentence: what somebody is said to have said is not carried on.
    if (width <= widest) continue
    best = i
    widest = width
  }
  return best
}
