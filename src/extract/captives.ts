// Who held those that are set free: "two aid workers held by the brigade".
import {childrenOf} from '../text/tree.ts'
import {type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {isVerb, prepositional} from './slots.ts'

/** Who is freed, whoever "he" is. */
export const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her'])

/** Modes of PLOVER's COERCE that keep somebody. */
export const HOLDING: ReadonlySet<string> = new Set(['detain', 'arrest'])

/** "Two aid workers held by the brigade were freed": by those who held them. */
export function keepersOf(scene: Scene, freed: readonly number[]): readonly Party[] {
  const found: Party[] = []
  for (const head of freed)
    for (const child of childrenOf(scene.tokens, head))
      if (scene.relations[child] === 'acl' && isVerb(scene, child) && isKeeping(scene, child))
        for (const agent of prepositional(scene, [child], 'by')) found.push(...partiesAt(scene, agent))
  return found
}

const isKeeping = (scene: Scene, verb: number): boolean =>
  (scene.lexicon.verbs.get(scene.lemmas[verb]!) ?? []).some(({entry}) => HOLDING.has(entry.mode ?? ''))
