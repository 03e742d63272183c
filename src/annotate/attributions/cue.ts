// The words of a verb cue, and whom it is addressed to.
import type {VerbCue} from '../../model/pack-cues.ts'
import type {Span} from '../../model/span.ts'
import {relationOf} from '../../text/tree.ts'
import {exactChildOf, prepositionOf, type Scene, spanOf} from './scene.ts'
import {isPassive} from './source.ts'

/** The verb with its auxiliaries, negation and particle. */
export function cueSpan(scene: Scene, i: number): Span {
  const {tokens} = scene
  let first = i
  for (let child = i - 1; child >= 0 && tokens.head[child] === i; child--) {
    const relation = relationOf(tokens, child)
    if (relation === 'aux' || relation === 'advmod') first = child
    else break
  }
  const particle = exactChildOf(scene, i, 'compound:prt')
  return spanOf(scene, first, particle === i + 1 ? particle : i)
}

/** The person or body spoken to: "told X", "said to X". */
export function hearerOf(scene: Scene, i: number, cue: VerbCue, contentHead: number): number {
  const {tokens} = scene
  if (isPassive(scene, i)) return cue.hearer === 'object' ? exactChildOf(scene, i, 'nsubj:pass') : -1
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child === contentHead) continue
    const relation = relationOf(tokens, child)
    if (relation === 'iobj') return child
    if (relation === 'obj' && cue.hearer === 'object' && child > i) return child
    if (relation === 'obl' && cue.hearer !== null && prepositionOf(scene, child) === 'to') return child
  }
  return -1
}
