// Whether something was said, was not said, or would be said.
import {uposOf} from '../../text/tree.ts'
import {childOf, type Scene} from './scene.ts'

const NEGATIVES = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'no', 'hardly', 'scarcely', 'nt'])
const NOBODY = new Set(['no', 'none', 'nobody', 'neither', 'few'])
const MODALS = new Set(['would', 'could', 'might', 'may', 'should', "'d", '’d'])
const CONDITIONS = new Set(['if', 'unless', 'whether'])

export function polarityOf(scene: Scene, i: number): 'positive' | 'negated' | 'conditional' {
  const {tokens} = scene
  let modal = false
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const word = scene.word(child)
    if (child < i && NEGATIVES.has(word)) return 'negated'
    if (uposOf(tokens, child) === 'AUX' && MODALS.has(word)) modal = true
  }
  const subject = childOf(scene, i, 'nsubj')
  if (subject >= 0 && (NOBODY.has(scene.word(subject)) || NOBODY.has(scene.word(scene.left[subject]!)))) return 'negated'
  const condition = childOf(scene, i, 'mark')
  if (modal || (condition >= 0 && CONDITIONS.has(scene.word(condition)))) return 'conditional'
  return 'positive'
}

/** A cue that is itself a negation: "doubts that …" is negated, "does not doubt" is not. */
export const turned = (polarity: 'positive' | 'negated' | 'conditional', negative: boolean): typeof polarity =>
  !negative || polarity === 'conditional' ? polarity : polarity === 'positive' ? 'negated' : 'positive'

/** "expects no breakthrough": the negation stands in the object. */
export const isNegatedNominal = (scene: Scene, head: number): boolean => {
  const determiner = childOf(scene, head, 'det')
  return determiner >= 0 && scene.word(determiner) === 'no'
}
