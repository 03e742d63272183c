// Which word sets a holder against a matter, and which stance it shows once tense, negation and condition have had their say.
import type {Stance} from '../model/claim.ts'
import type {StanceCue} from '../model/pack-talks.ts'
import {childrenOf, uposOf, wordOf} from '../text/tree.ts'
import {clauseOf} from './clause.ts'
import type {ByWord, Wording} from './lexicon.ts'
import {isPredicate} from './modality.ts'
import {caseOf} from './parties.ts'
import type {Scene} from './scene.ts'
import {isInfinitive, isPassive, isVerb, prepositional} from './slots.ts'
import {isQuestion} from './triggers.ts'
import {standsWith} from './wording.ts'
import type {World} from './world.ts'

export function cueAt(scene: Scene, token: number): StanceCue | null {
  const {lexicon} = scene
  if (isVerb(scene, token)) {
    const relation = scene.relations[token]
    if (relation === 'aux' || relation === 'cop' || relation === 'amod' || relation === 'compound' || isQuestion(scene, token)) return null
    // "is prepared to halt": a passive with nobody behind it is a state, and stands in the pack as it is written.
    const state = isState(scene, token) ? longest(scene, token, lexicon.stanceAdjectives, writtenAt(scene, token)) : null
    return (
      state ??
      longest(scene, token, lexicon.stanceVerbs) ??
      (isStateVerb(scene, token) ? longest(scene, token, lexicon.stanceAdjectives) : null)
    )
  }
  const pos = uposOf(scene.tokens, token)
  // "This deal pertains to …" with the verb read as a noun.
  if (pos === 'NOUN' && scene.lexicon.is('agreements', scene.lemmas[token - 1] ?? '')) {
    const verb = longest(scene, token, lexicon.stanceVerbs)
    if (verb?.ofAgreement) return verb
  }
  if (pos === 'NOUN')
    return scene.relations[token] === 'compound'
      ? null
      : (longest(scene, token, lexicon.stanceNouns) ??
          (isPredicate(scene, token) || isVerdict(scene, token) ? longest(scene, token, lexicon.stanceAdjectives) : null))
  return (pos === 'ADJ' || pos === 'ADP' || pos === 'ADV') && (isPredicate(scene, token) || isVerdict(scene, token))
    ? longest(scene, token, lexicon.stanceAdjectives)
    : null
}

/** "is open to" with "open" read as a verb; "opened the gates for six hours" is none. */
const isStateVerb = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token))
    if ((scene.relations[child] === 'aux' || scene.relations[child] === 'cop') && scene.lemmas[child] === 'be')
      return writtenAt(scene, token) === scene.lemmas[token] || scene.tags[token] === 'VBN'
  return false
}

/** "is prepared to halt", whether "is" was read as an auxiliary or as a copula; "is opposed by Ostrel" is what Ostrel does. */
const isState = (scene: Scene, token: number): boolean => {
  if (scene.tags[token] !== 'VBN' || prepositional(scene, [token], 'by').length > 0) return false
  // "A visit is being prepared" is what somebody does.
  for (const child of childrenOf(scene.tokens, token)) if (scene.tags[child] === 'VBG' && scene.lemmas[child] === 'be') return false
  for (const child of childrenOf(scene.tokens, token))
    if ((scene.relations[child] === 'aux' || scene.relations[child] === 'cop') && scene.lemmas[child] === 'be') return true
  return false
}

const writtenAt = (scene: Scene, token: number): string => wordOf(scene.document.text, scene.tokens, token).toLowerCase()

/** "called the proposal unacceptable", "regards their return as essential": what a verb of judging says of its object. */
export function isVerdict(scene: Scene, token: number): boolean {
  return verdictVerb(scene, token) >= 0
}

/** The verb of judging, -1 where there is none; "unacceptable" may hang on the object before it. */
export function verdictVerb(scene: Scene, token: number): number {
  const head = scene.tokens.head[token]!
  if (head < 0 || head > token) return -1
  const relation = scene.relations[token]
  const isBehind = relation === 'amod' || relation === 'nmod'
  const verb = isBehind && scene.relations[head] === 'obj' ? scene.tokens.head[head]! : head
  if (verb < 0 || !scene.lexicon.is('judging', scene.lemmas[verb]!)) return -1
  return isBehind || relation === 'xcomp' || relation === 'obl' || relation === 'advcl' || relation === 'ccomp' ? verb : -1
}

/** The longest wording of a cue that stands at a word. */
export function longest(scene: Scene, token: number, words: ByWord<StanceCue>, lemma = scene.lemmas[token]!): StanceCue | null {
  let best: Wording<StanceCue> | null = null
  let length = -1
  for (const wording of words.get(lemma) ?? []) {
    const size = wording.before.length + wording.after.length
    if (size > length && standsWith(scene, token, wording)) {
      best = wording
      length = size
    }
  }
  return best?.entry ?? null
}

/** Null where the words do not show that anybody holds it: a plan of others, an "if", an infinitive under another stance. */
export function stanceOf(scene: Scene, token: number, cue: StanceCue, world: World, condition: number): Stance | null {
  if (isVerdict(scene, token) && !isVerb(scene, token)) return world.status === 'not-held' ? null : cue.stance
  // "any deal must cover the islands" is a demand, not what a deal covers.
  if (cue.ofAgreement && clauseOf(scene, token).tense === 'obliged') return null
  if (cue.holder === 'speaker' && world.status !== 'not-held') return world.denied ? null : cue.stance
  if (!isVerb(scene, token) && !isPredicate(scene, token)) return isNegatedNoun(scene, token) ? cue.negated : cue.stance
  const head = scene.tokens.head[token]!
  // "refused to accept": the refusal is the stance. "after throwing out the offer" tells that it was thrown out.
  const clause = clauseOf(scene, token)
  const opener = clause.mark !== '' ? clause.mark : (caseOf(scene, token) ?? '')
  if (clause.gerund && opener !== '' && opener !== 'after') return null
  if (
    head >= 0 &&
    (scene.relations[token] === 'xcomp' || isInfinitive(scene, token)) &&
    scene.relations[token] !== 'root' &&
    clause.tense === 'none' &&
    !isStateOf(scene, token, head) &&
    !isIntended(scene, token, head, cue)
  )
    return null
  if (world.obliged || world.condition === token) return null
  switch (world.status) {
    case 'held':
    case 'present':
    case 'ongoing':
    case 'planned':
      if (isNoLonger(scene, token)) return cue.stance === null ? null : (NO_LONGER[cue.stance] ?? null)
      return condition >= 0 && cue.stance === 'accepts' ? 'accepts-if' : cue.stance
    case 'not-held':
      if (isNoLonger(scene, token)) return cue.stance === null ? null : (NO_LONGER[cue.stance] ?? null)
      return isNoOfWording(scene, token, cue) ? cue.stance : cue.negated
    case 'unknown':
      return clause.gerund && opener === 'after' ? cue.stance : null
    case 'would':
    case 'proposed':
      if (cue.stance === 'withdraws') return condition >= 0 ? 'accepts-if' : 'open-to'
      if (cue.stance === 'open-to' && world.status === 'would') return 'open-to'
      if (cue.stance === 'accepts' || cue.stance === 'offers' || cue.stance === 'concedes') return condition >= 0 ? 'accepts-if' : 'open-to'
      return cue.stance === 'rejects' || cue.stance === 'opposes' || cue.stance === 'supports'
        ? world.status === 'would'
          ? cue.stance
          : null
        : null
    case 'conditional':
      return cue.stance === 'accepts' || cue.stance === 'concedes' || cue.stance === 'open-to' || cue.stance === 'withdraws'
        ? 'accepts-if'
        : cue.stance === 'offers' || cue.stance === 'threatens'
          ? cue.stance
          : null
    default:
      return null
  }
}

/** "intends to ask for ten days", "plans to reject the offer": whoever means to say it holds it; "is expected to" is what others think. */
const isIntended = (scene: Scene, token: number, head: number, cue: StanceCue): boolean =>
  isVerb(scene, token) &&
  INTENDED.has(cue.stance) &&
  isVerb(scene, head) &&
  !isPassive(scene, head) &&
  (scene.lexicon.governingVerbs.get(scene.lemmas[head]!) ?? []).some(each => each.entry.class === 'planned' && each.after.length === 0)

const INTENDED: ReadonlySet<Stance | null> = new Set(['demands', 'offers', 'rejects', 'opposes', 'supports'])

/** "have said no": the "no" is what was said. */
const isNoOfWording = (scene: Scene, token: number, cue: StanceCue): boolean =>
  scene.lemmas[token + 1] === 'no' && cue.verbs.includes(`${scene.lemmas[token]} no`)

/** "remained ready to meet": a verb of staying makes a state a predicate. */
const isStateOf = (scene: Scene, token: number, head: number): boolean =>
  !isVerb(scene, token) && (scene.lemmas[head] === 'remain' || scene.lemmas[head] === 'stand' || scene.lemmas[head] === 'stay')

/** What was held and is held "no longer". */
const NO_LONGER: Partial<Record<Stance, Stance>> = {demands: 'withdraws', rejects: 'open-to', opposes: 'open-to', supports: 'opposes'}

const isNoLonger = (scene: Scene, token: number): boolean => {
  for (let at = token - 1; at > 0 && at >= token - 4; at--) if (scene.lemmas[at] === 'longer' && scene.lemmas[at - 1] === 'no') return true
  return false
}

const isNegatedNoun = (scene: Scene, noun: number): boolean => {
  for (const child of childrenOf(scene.tokens, noun)) if (scene.relations[child] === 'det' && scene.lemmas[child] === 'no') return true
  return false
}
