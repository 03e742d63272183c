// Positions that no single word carries: what somebody says must be, what they will not do, what there can be no deal without.
import type {Stance} from '../model/claim.ts'
import {childrenOf} from '../text/tree.ts'
import type {Voice} from './assertion.ts'
import {clauseOf, opensCondition} from './clause.ts'
import {selfSpeaking, speakerOf} from './holders.ts'
import {isPredicate} from './modality.ts'
import type {Party} from './parties.ts'
import type {Scene} from './scene.ts'
import {speaksForSide} from './sides.ts'
import {agentsOf, isPassive, isVerb, prepositional, reachOf} from './slots.ts'
import {cueAt} from './stance-cues.ts'
import {subjectParties} from './subject-words.ts'
import {willingAt} from './willing.ts'
import type {World} from './world.ts'

/** One thing held: who, which stance, over which words. */
export interface Insistence {
  readonly stance: Stance
  readonly holders: readonly Party[]
  /** Head of the words that it is about. */
  readonly matter: number
  readonly rule: string
}

export function insistencesAt(scene: Scene, token: number, world: World, voice: Voice): readonly Insistence[] {
  if (world.denied || world.speculated || world.unconfirmed) return []
  if (isDenyingThere(scene, token)) return barred(scene, token, world, voice)
  if (!isPredicate(scene, token)) return []
  const clause = clauseOf(scene, token)
  if (clause.tense === 'obliged') return required(scene, token, world, voice, clause.negated)
  // "if they cannot stop it" refuses nothing.
  if (world.refused) return world.condition === token ? [] : refused(scene, token, world, voice)
  return isVerb(scene, token) ? willingAt(scene, token, world, voice, willing(scene, token, speakerOf(scene, world, voice), voice)) : []
}

/** "Any deal must include the islands", said by a side: a demand. Told by nobody it is the paper's own reasoning. */
function required(scene: Scene, token: number, world: World, voice: Voice, isNegated: boolean): readonly Insistence[] {
  const holders = speakerOf(scene, world, voice).filter(party => speaksForSide(scene, party))
  // "should never have been made to pay" looks back.
  for (const child of childrenOf(scene.tokens, token)) if (scene.lemmas[child] === 'have') return []
  if (holders.length === 0) return []
  return [{stance: isNegated ? 'rejects' : 'demands', holders, matter: token, rule: 'must-be'}]
}

/** "will not improve its offer", "would never share the seat": not to do what one could is to refuse it. */
function refused(scene: Scene, token: number, world: World, voice: Voice): readonly Insistence[] {
  if (!isVerb(scene, token)) return []
  const cue = cueAt(scene, token)
  const held: Insistence[] = []
  const lemma = scene.lemmas[token]!
  const speakers = speakerOf(scene, world, voice)
  const holders = isPassive(scene, token) ? speakers.filter(party => speaksForSide(scene, party)) : willing(scene, token, speakers, voice)
  if (holders.length === 0) return []
  if (cue === null && scene.lexicon.is('discussing', lemma))
    held.push({stance: 'refuses-to-discuss', holders, matter: token, rule: 'will-not-discuss'})
  else if (cue === null && scene.lexicon.is('deeds', lemma)) held.push({stance: 'rejects', holders, matter: token, rule: 'will-not'})
  held.push(...conditions(scene, token, world, holders))
  return held
}

/** "There will be no deal without an end to the blockade", "There can be no truce until the troops leave". */
function barred(scene: Scene, token: number, world: World, voice: Voice): readonly Insistence[] {
  const holders = speakerOf(scene, world, voice).filter(party => speaksForSide(scene, party))
  if (holders.length === 0) return []
  const subject = [...childrenOf(scene.tokens, token)].find(child => scene.relations[child] === 'nsubj')
  const wanted = conditions(scene, token, world, holders)
  return subject === undefined || wanted.length > 0 ? wanted : [{stance: 'rejects', holders, matter: subject, rule: 'no-such-thing'}]
}

/** "unless the sanctions are lifted", "until the troops leave", "without guarantees": what a refusal waits for is what is wanted. */
function conditions(scene: Scene, token: number, world: World, holders: readonly Party[]): readonly Insistence[] {
  const matters = prepositional(scene, reachOf(scene, token), 'without').filter(phrase => phrase !== token)
  const clauses = [...childrenOf(scene.tokens, token)].filter(child => scene.relations[child] === 'advcl' && opensCondition(scene, child))
  if (clauses.length === 0 && world.condition >= 0 && world.condition !== token) clauses.push(world.condition)
  const waited = clauses.filter(clause => WAITING.has(clauseOf(scene, clause).mark))
  return [...new Set([...matters, ...waited])].slice(0, 1).map(matter => ({stance: 'demands', holders, matter, rule: 'not-without'}))
}

const WAITING = new Set(['unless', 'until', 'till', 'before', 'without'])

/** "There can be no ceasefire": "be" with a denied subject. */
function isDenyingThere(scene: Scene, token: number): boolean {
  if (scene.lemmas[token] !== 'be') return false
  let there = false
  let none = false
  let modal = false
  for (const child of childrenOf(scene.tokens, token)) {
    if (scene.lemmas[child] === 'there') there = true
    if (scene.tags[child] === 'MD') modal = true
    if (scene.relations[child] === 'nsubj')
      for (const inner of childrenOf(scene.tokens, child)) if (scene.lemmas[inner] === 'no') none = true
  }
  return there && none && modal
}

function willing(scene: Scene, token: number, speakers: readonly Party[], voice: Voice): readonly Party[] {
  const heads = agentsOf(scene, token)
  const first = heads[0]
  // "Their demands will not change": whoever owns them does nothing here.
  if (first !== undefined && scene.lexicon.is('offers', scene.lemmas[first]!)) return []
  if (first !== undefined && (scene.lemmas[first] === 'we' || scene.lemmas[first] === 'i') && speakers.length > 0) return speakers
  const parties = subjectParties(scene, token, heads).filter(party => !party.place)
  if (parties.length > 0) return parties
  return first === undefined ? [] : selfSpeaking(scene, first, speakers, voice)
}
