// "Its owners would sell at 65", "he would free them if the army left": what a side says it would do is open to it, with its condition a conditional yes.

import type {Voice} from './assertion.ts'
import {clauseOf} from './clause.ts'
import {speakerOf} from './holders.ts'
import type {Insistence} from './insistence.ts'
import type {Party} from './parties.ts'
import type {Scene} from './scene.ts'
import {speaksForSide} from './sides.ts'
import {isPassive, isVerb} from './slots.ts'
import {cueAt, longest} from './stance-cues.ts'
import type {World} from './world.ts'

export function willingAt(scene: Scene, token: number, world: World, voice: Voice, doers: readonly Party[]): readonly Insistence[] {
  if (!isVerb(scene, token) || cueAt(scene, token) !== null || !isDeed(scene, token)) return []
  const {tense, negated} = clauseOf(scene, token)
  if (negated || world.condition === token) return []
  const hasCondition = world.condition >= 0
  if (tense !== 'would' && !(hasCondition && (tense === 'future' || tense === 'possible'))) return []
  // Told by nobody it is the paper's own guess.
  const speakers = speakerOf(scene, world, voice).filter(party => speaksForSide(scene, party))
  if (speakers.length === 0) return []
  const holders = isPassive(scene, token) ? speakers : doers
  if (holders.length === 0 || !holders.every(holder => speakers.some(speaker => isOneSide(scene, holder, speaker)))) return []
  // "warned that it would leave": the warning is the word that sets the stance.
  if (world.speech >= 0 && longest(scene, world.speech, scene.lexicon.stanceVerbs)?.stance === 'threatens') return []
  const isThreat = hasCondition && threatens(scene, token, world.condition)
  const stance = isThreat ? 'threatens' : hasCondition ? 'accepts-if' : 'open-to'
  return [{stance, holders, matter: token, rule: 'would-do'}]
}

const isDeed = (scene: Scene, token: number): boolean =>
  scene.lexicon.is('deeds', scene.lemmas[token]!) || scene.lexicon.is('harms', scene.lemmas[token]!)

/** "will suspend the sharing if the talks fail", "unless", "if they do not leave": what hurts, or what follows where nothing is done. */
function threatens(scene: Scene, deed: number, condition: number): boolean {
  const {mark, negated} = clauseOf(scene, condition)
  if (mark === 'unless' || scene.lexicon.is('harms', scene.lemmas[deed]!)) return true
  return mark === 'if' && (negated || classesOf(scene, condition).some(each => each === 'failed' || each === 'refused'))
}

const classesOf = (scene: Scene, verb: number): readonly string[] =>
  (scene.lexicon.governingVerbs.get(scene.lemmas[verb]!) ?? []).filter(each => each.after.length === 0).map(each => each.entry.class)

/** Whoever speaks says it of themselves or of their own side: what others would do is a forecast. */
function isOneSide(scene: Scene, holder: Party, speaker: Party): boolean {
  const sideOf = (entity: number): number => scene.document.somebodies[entity]?.actsFor ?? entity
  const [first, second] = [sideOf(holder.entity), sideOf(speaker.entity)]
  const country = scene.document.somebodies[first]?.country
  return first === second || (country != null && country === scene.document.somebodies[second]?.country)
}
