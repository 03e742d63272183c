// Who took part in talks that stand beside the clause: "made progress during talks", "said after talks with the rebels", "told the premier in a call".
import {childrenOf} from '../text/tree.ts'
import {isPredicate} from './modality.ts'
import {caseOf, type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, indirectObjectsOf, isPassive, isVerb, objectsOf, prepositional, subjectsOf} from './slots.ts'
import type {Trigger} from './trigger.ts'

/** "Ostrel and Mirvan made progress during talks in Kalv": whoever did it together, in the talks, held them. One alone shows nothing. */
export function jointSubject(scene: Scene, noun: number): readonly Party[] {
  if (!JOINT.has(caseOf(scene, noun) ?? '')) return []
  let head = scene.tokens.head[noun]!
  // "made progress during talks" may hang the talks on the progress.
  if (head >= 0 && scene.relations[noun] === 'nmod' && scene.relations[head] === 'obj') head = scene.tokens.head[head]!
  if (head < 0 || !isPredicate(scene, head)) return []
  const subjects = isVerb(scene, head) ? agentsOf(scene, head) : subjectsOf(scene, head)
  // "In a call on Monday the president told the premier that …": who speaks and who is told took part.
  const told = isTelling(scene, head) ? [...objectsOf(scene, head), ...indirectObjectsOf(scene, head)] : []
  const parties = [...subjects, ...told].flatMap(subject => partiesAt(scene, subject)).filter(party => !party.place)
  return parties.length > 1 || subjects.some(subject => isJoint(scene, subject)) ? parties : []
}

/** "said after talks with the rebels": whoever tells it of talks with one other took part in them. */
export function talker(scene: Scene, {token, pattern}: Trigger, top: number): readonly Party[] {
  if (pattern.plover !== 'CONSULT' || !JOINT.has(caseOf(scene, top) ?? '') || prepositional(scene, [token, top], 'with').length === 0)
    return []
  const head = scene.tokens.head[top]!
  if (head < 0 || !isVerb(scene, head) || isPassive(scene, head)) return []
  return agentsOf(scene, head).flatMap(subject => partiesAt(scene, subject))
}

const isTelling = (scene: Scene, verb: number): boolean =>
  isVerb(scene, verb) &&
  !isPassive(scene, verb) &&
  scene.lexicon.governingVerbs.get(scene.lemmas[verb]!)?.some(each => each.entry.class === 'speech') === true

const isJoint = (scene: Scene, subject: number): boolean => {
  if (scene.lemmas[subject] === 'they' || scene.lemmas[subject] === 'we') return true
  for (const child of childrenOf(scene.tokens, subject)) if (scene.lemmas[child] === 'both' || scene.lemmas[child] === 'two') return true
  return false
}

const JOINT = new Set(['during', 'at', 'in', 'after', 'following', 'follow'])
