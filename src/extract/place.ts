// Where an event takes place: the location behind "in" or "at" on its words, never a party.
import {childrenOf} from '../text/tree.ts'
import {caseOf, coordinated} from './parties.ts'
import type {Scene} from './scene.ts'

export function placeIn(scene: Scene, reach: readonly number[]): number | null {
  // "all eyes turn to Kalv, where they are to meet"
  for (const word of reach) {
    const head = scene.tokens.head[word]!
    if (head < 0 || scene.relations[word] !== 'acl') continue
    for (const child of childrenOf(scene.tokens, word)) {
      if (scene.lemmas[child] !== 'where') continue
      const index = scene.mentionOf[head]! >= 0 ? scene.mentionOf[head]! : scene.mentionAt[head]!
      if (index >= 0) return scene.document.mentions[index]!.entity
    }
  }
  for (const word of reach)
    for (const child of childrenOf(scene.tokens, word)) {
      const relation = scene.relations[child]!
      if (relation !== 'obl' && relation !== 'nmod') continue
      const preposition = caseOf(scene, child)
      if (preposition === null || !scene.lexicon.is('at', preposition)) continue
      for (const each of coordinated(scene, child)) {
        const index = scene.mentionOf[each]! >= 0 ? scene.mentionOf[each]! : scene.mentionAt[each]!
        if (index < 0) continue
        const {type, entity} = scene.document.mentions[index]!
        if (type === 'place' || type === 'country') return entity
      }
    }
  return null
}

/** "talks in Ostrel" whatever the tree makes of it: the place right behind the noun. */
export function placeBehind(scene: Scene, noun: number): number | null {
  if (!scene.lexicon.is('at', scene.lemmas[noun + 1] ?? '')) return null
  for (let token = noun + 2; token <= noun + 4 && token < scene.tokens.length; token++) {
    const mention = scene.document.mentions[scene.mentionAt[token]!]
    if (mention) return mention.type === 'place' || mention.type === 'country' ? mention.entity : null
    if (scene.tags[token] !== 'DT' && !scene.tags[token]!.startsWith('JJ')) return null
  }
  return null
}
