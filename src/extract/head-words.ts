// The words by which a phrase is known: its head, what is behind "a series of", what is coordinated with it, the nouns before it.
import {childrenOf, uposOf} from '../text/tree.ts'
import {coordinated} from './parties.ts'
import type {Scene} from './scene.ts'
import {tellsOf} from './told-of.ts'

/** The lemma of a head, of the noun behind "a series of", of what is coordinated with it, and of compounds before it. */
export function headWords(scene: Scene, token: number): readonly string[] {
  const words: string[] = []
  for (const each of coordinated(scene, token)) {
    words.push(scene.lemmas[each]!)
    let compound = ''
    for (const child of childrenOf(scene.tokens, each)) {
      const relation = scene.relations[child]!
      if ((relation === 'compound' || relation === 'amod') && child === each - 1) compound = `${scene.lemmas[child]} ${scene.lemmas[each]}`
      if (relation === 'compound') words.push(scene.lemmas[child]!)
      if (
        relation === 'nmod' &&
        scene.tokens.head[child] === each &&
        isOf(scene, child) &&
        (scene.lexicon.is('transparent', scene.lemmas[each]!) || isAmount(scene, each))
      )
        words.push(scene.lemmas[child]!)
    }
    if (compound !== '') words.push(compound)
  }
  return words
}

/** What a pattern is kept from is the thing itself: "freed two aid workers" is about workers. */
export const isHeadedBy = (scene: Scene, objects: readonly number[], word: string): boolean =>
  objects.some(object =>
    coordinated(scene, object).some(
      each =>
        scene.lemmas[each] === word || (scene.lexicon.is('transparent', scene.lemmas[each]!) && headWords(scene, each).includes(word)),
    ),
  )

/** "released four of the six surveyors", where the report tells of prisoners: counted people, whatever they do for a living. */
export const isCounted = (scene: Scene, token: number): boolean =>
  isAmount(scene, token) && tellsOf(scene, 'prisoners') && headWords(scene, token).some(word => CALLING.test(word))

const CALLING = /(?:[eo]r|ist|ian|man|woman|ant)$/

const isOf = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token)) if (scene.relations[child] === 'case' && scene.lemmas[child] === 'of') return true
  return false
}

/** "700 kg of medicine", "dollars of aid": the stuff counts, not the measure. */
const isAmount = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token))
    if (scene.relations[child] === 'nummod' || scene.relations[child] === 'det') return true
  return uposOf(scene.tokens, token) === 'NUM'
}

/** Of a name. */
export const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
