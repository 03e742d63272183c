// Finds the words that tell an event: a pattern's lemma, with the objects and phrases that the pattern asks for. The most exact pattern wins.
import type {EventPattern} from '../model/pack-talks.ts'
import type {Sentence} from '../model/tokens.ts'
import {childrenOf, uposOf} from '../text/tree.ts'
import type {ByWord, Wording} from './lexicon.ts'
import {isPredicate} from './modality.ts'
import {caseOf} from './parties.ts'
import {fits} from './pattern-fits.ts'
import type {Scene} from './scene.ts'
import {isPassive, isVerb, prepositional, standsForFinite} from './slots.ts'
import type {Form, Trigger} from './trigger.ts'
import {standsWith} from './wording.ts'

export function triggersIn(scene: Scene, sentence: Sentence): readonly Trigger[] {
  const found: Trigger[] = []
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    const trigger = triggerAt(scene, token)
    if (trigger) found.push(trigger)
  }
  return found
}

function triggerAt(scene: Scene, token: number): Trigger | null {
  const {lexicon} = scene
  // A word inside a name ("Peace Talks Committee") tells nothing.
  if (scene.mentionOf[token]! >= 0 && scene.document.mentions[scene.mentionOf[token]!]!.level === 'name') return null
  if (isVerb(scene, token)) {
    const relation = scene.relations[token]!
    // "suspected fighters": a participle before its noun describes.
    if (relation === 'aux' || relation === 'cop' || relation === 'amod' || relation === 'compound') return null
    if (describesObject(scene, token)) return null
    // "is opposed to", "is committed to": a passive with nobody behind it is a state.
    const state =
      !isUnderWay(scene, token) &&
      (isPassive(scene, token) || isParticipleState(scene, token)) &&
      prepositional(scene, [token], 'by').length === 0
        ? best(scene, token, 'adjective', lexicon.adjectives)
        : null
    return state ?? best(scene, token, 'verb', lexicon.verbs)
  }
  const pos = uposOf(scene.tokens, token)
  // a mended tag: "Fighting broke out"
  if (pos === 'NOUN' || (pos === 'VERB' && scene.tags[token] === 'NN')) {
    const relation = scene.relations[token]!
    // "ceasefire talks", "attack helicopter": a noun before a noun is what kind, not what happened.
    if (relation === 'compound' || relation === 'amod' || (relation === 'nmod' && scene.tokens.head[token]! === token + 1)) return null
    const noun = best(scene, token, 'noun', lexicon.nouns)
    // "held under Kalvian mediation": whose help the talks had, no event beside them.
    return noun?.pattern.mode === 'third-party' && HELPED.has(caseOf(scene, token) ?? '') ? null : noun
  }
  if ((pos === 'ADJ' || pos === 'ADP' || pos === 'ADV' || pos === 'VERB') && isPredicate(scene, token))
    return best(scene, token, 'adjective', lexicon.adjectives)
  return null
}

const HELPED = new Set(['under', 'with', 'through'])

/** "is prepared to" with "is" read as a copula. */
const isParticipleState = (scene: Scene, token: number): boolean => scene.tags[token] === 'VBN' && isCopular(scene, token)

/** "is being prepared" is no state of readiness. */
const isUnderWay = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token)) if (scene.lemmas[child] === 'be' && scene.tags[child] === 'VBG') return true
  return false
}

const isCopular = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token)) if (scene.relations[child] === 'cop') return true
  return false
}

/** "frozen Kalvian assets" read as a verb with an object: a participle has an object only after "have", its own or a shared one. */
function describesObject(scene: Scene, token: number): boolean {
  if (scene.tags[token]! !== 'VBN') return false
  let object = false
  for (const child of childrenOf(scene.tokens, token)) {
    const relation = scene.relations[child]!
    if (relation === 'aux' || relation === 'nsubj') return false
    if (relation === 'obj') object = true
  }
  const relation = scene.relations[token]
  const head = scene.tokens.head[token]!
  if (!object || relation === 'root' || head < 0) return false
  const before = scene.tags[token - 1] ?? ''
  const behind = scene.tags[token + 1] ?? ''
  if (before.startsWith('NN') || before === 'RB' || !(behind.startsWith('NN') || behind.startsWith('JJ'))) return false
  return relation === 'conj' ? !isVerb(scene, head) : !standsForFinite(scene, token)
}

function best(scene: Scene, token: number, form: Form, words: ByWord<EventPattern>): Trigger | null {
  let winner: Wording<EventPattern> | null = null
  let rank = -1
  for (const wording of words.get(scene.lemmas[token]!) ?? []) {
    const exactness = exactnessOf(wording)
    if (exactness <= rank || !standsWith(scene, token, wording)) continue
    if (form === 'verb' && wording.after.length === 0 && isWithParticle(scene, token)) continue
    if (!fits(scene, token, wording.entry, form)) continue
    winner = wording
    rank = exactness
  }
  if (winner === null || (winner.after.length === 0 && form === 'verb' && isQuestion(scene, token))) return null
  return {token, last: lastToken(scene, token, winner), form, pattern: winner.entry}
}

/** "called off the meeting" calls none: verb and particle are another word of the pack. */
function isWithParticle(scene: Scene, verb: number): boolean {
  const next = verb + 1
  if (scene.relations[next] !== 'compound' || scene.tokens.head[next] !== verb || scene.tags[next]?.startsWith('NN')) return false
  const particle = scene.lemmas[next]!
  const wordings = [
    ...(scene.lexicon.governingVerbs.get(scene.lemmas[verb]!) ?? []),
    ...(scene.lexicon.verbs.get(scene.lemmas[verb]!) ?? []),
  ]
  return wordings.some(({after}) => after.length === 1 && after[0] === particle)
}

/** "Asked about the bridge, …": a wording of the governors that is longer than the pattern's tells that something is only talked of. */
export const isQuestion = (scene: Scene, token: number): boolean =>
  (scene.lexicon.governingVerbs.get(scene.lemmas[token]!) ?? []).some(
    wording =>
      wording.entry.class === 'speech' &&
      wording.after.length > 0 &&
      wording.after.every((word, i) => scene.lemmas[token + 1 + i] === word),
  )

/** More words, then an object, then a needed party make a pattern more exact. */
const exactnessOf = ({entry, before, after}: Wording<EventPattern>): number =>
  (before.length + after.length) * 4 +
  (entry.object.length > 0 ? 3 : 0) +
  (entry.needs.length > 0 ? 1 : 0) +
  (entry.subject.length > 0 ? 1 : 0)

function lastToken(scene: Scene, token: number, wording: Wording<EventPattern>): number {
  let last = token
  wording.after.forEach((word, i) => {
    if (scene.lemmas[token + 1 + i] === word) last = Math.max(last, token + 1 + i)
  })
  return last
}
