// What a clause says of itself: tense, negation, modal verb, condition. No look at what stands above it.
import {childrenOf} from '../text/tree.ts'
import {CONDITIONAL_MARKS} from './marks.ts'
import type {Scene} from './scene.ts'
import {isInfinitive, isPassive, isVerb} from './slots.ts'

export type Tense =
  | 'past'
  | 'perfect'
  | 'past-perfect'
  | 'present'
  | 'progressive'
  | 'future'
  | 'would'
  | 'possible'
  | 'obliged'
  | 'maybe'
  | 'unreal'
  | 'none'

export interface Clause {
  readonly tense: Tense
  readonly negated: boolean
  /** Head of the clause that this one hangs on ("if …", "unless …", "once …"); -1 where there is none. */
  readonly condition: number
  /** The word that opens the clause itself: "if", "that", "after"; empty where there is none. */
  readonly mark: string
  readonly infinitive: boolean
  readonly gerund: boolean
  readonly participle: boolean
}

const tagOf = (scene: Scene, token: number): string => scene.tags[token]!

const NEGATIONS = new Set(['not', 'never', 'neither', 'nor', 'n’t', "n't", 'hardly', 'no longer', 'nearly', 'almost'])
const POSSIBLE = new Set(['may', 'might', 'could', 'can'])
const MAYBE = new Set(['may', 'might'])
const FUTURE = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'sha'])
const OBLIGED = new Set(['must', 'should', 'ought'])
const NO = new Set(['no', 'neither', 'none', 'nobody', 'nothing'])

export function clauseOf(scene: Scene, verb: number): Clause {
  let modal: Tense | null = null
  let maybe = false
  let inverted = asksWhether(scene, verb)
  let have = ''
  let be = ''
  let did = ''
  let negated = false
  let condition = -1
  let mark = ''
  for (const child of childrenOf(scene.tokens, verb)) {
    const lemma = scene.lemmas[child]!
    const tag = tagOf(scene, child)
    switch (scene.relations[child]) {
      case 'aux':
      case 'cop':
        if (lemma === 'have' && opensInverted(scene, child, verb)) inverted = true
        if (tag === 'MD' || FUTURE.has(lemma) || lemma === 'would') {
          maybe = MAYBE.has(lemma)
          modal = FUTURE.has(lemma)
            ? 'future'
            : POSSIBLE.has(lemma)
              ? 'possible'
              : OBLIGED.has(lemma)
                ? 'obliged'
                : lemma === 'would' || lemma === "'d"
                  ? 'would'
                  : 'future'
        } else if (lemma === 'have') have = tag
        else if (lemma === 'be' || lemma === 'get') be = be === '' || tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' ? tag : be
        else if (lemma === 'do') did = tag
        break
      case 'advmod':
        if (NEGATIONS.has(lemma)) negated = !negated
        break
      case 'cc':
        if (lemma === 'nor') negated = true
        break
      case 'mark':
        if (tag !== 'TO') mark = mark === '' ? lemma : mark
        break
      case 'nsubj':
      case 'obj':
        if (denies(scene, child)) negated = true
        break
      case 'advcl':
        if (opensCondition(scene, child)) condition = child
        break
    }
  }
  if (!negated && negatedBefore(scene, verb)) negated = true
  const tag = tagOf(scene, verb)
  const tense: Tense =
    modal !== null
      ? withPerfect(modal, have !== '', maybe)
      : inverted
        ? 'unreal'
        : isInfinitive(scene, verb)
          ? have !== ''
            ? 'perfect'
            : 'none'
          : have === 'VBD'
            ? 'past-perfect'
            : have === 'VBG' || have === 'VB'
              ? 'perfect'
              : have !== ''
                ? 'perfect'
                : did === 'VBD' || be === 'VBD'
                  ? 'past'
                  : be === 'VBZ' || be === 'VBP'
                    ? tag === 'VBG'
                      ? 'progressive'
                      : 'present'
                    : did !== ''
                      ? 'present'
                      : tag === 'VBD'
                        ? 'past'
                        : tag === 'VBZ' || tag === 'VBP'
                          ? 'present'
                          : 'none'
  return {
    tense,
    negated,
    condition,
    mark,
    infinitive: tense === 'none' && isInfinitive(scene, verb),
    gerund: tense === 'none' && tag === 'VBG',
    participle: tense === 'none' && tag === 'VBN',
  }
}

/** "may have met" leaves open what was; "would have freed", "should have signed" did not come about. "will have left" is ahead all the same. */
const withPerfect = (modal: Tense, isPerfect: boolean, maybe: boolean): Tense =>
  !isPerfect || modal === 'future' ? modal : maybe ? 'maybe' : 'unreal'

/** "Had Ostrel signed, the war would be over": "had" opens its clause, and whoever acts stands behind it. */
function opensInverted(scene: Scene, had: number, verb: number): boolean {
  const {firstToken} = scene.document.sentences[scene.tokens.sentence[had]!]!
  if (tagOf(scene, had) !== 'VBD' || (had !== firstToken && scene.lemmas[had - 1] !== ',')) return false
  for (const child of childrenOf(scene.tokens, verb))
    if (scene.relations[child]!.startsWith('nsubj') && child > had && child < verb) return true
  return false
}

/** "Did Ostrel sign?", "Was a truce signed on Friday?": what is only asked tells nothing. "Why did Ostrel sign?" takes the signing for granted. */
export function asksWhether(scene: Scene, token: number): boolean {
  const {firstToken, endToken} = scene.document.sentences[scene.tokens.sentence[token]!]!
  const opening = QUOTES.has(scene.lemmas[firstToken]!) ? firstToken + 1 : firstToken
  if (tagOf(scene, opening) !== 'MD' && !ASKING.has(scene.lemmas[opening] ?? '')) return false
  const end = Math.min(endToken, token + LONGEST_QUESTION)
  for (let at = token + 1; at < end; at++) if (scene.lemmas[at]!.includes('?')) return true
  return false
}

/** Words from a verb to the mark that closes its question; what is longer is no sentence. */
const LONGEST_QUESTION = 80

const ASKING = new Set(['do', 'be', 'have'])
const QUOTES = new Set(['“', '"', '``', '‘', "'"])

/** "No prisoners were released", "neither side met", "none of them signed". */
const denies = (scene: Scene, token: number): boolean => {
  if (NO.has(scene.lemmas[token]!)) return true
  for (const child of childrenOf(scene.tokens, token)) {
    const lemma = scene.lemmas[child]!
    if (
      (scene.relations[child] === 'det' || scene.relations[child] === 'advmod' || scene.relations[child] === 'cc') &&
      (lemma === 'no' || lemma === 'neither')
    )
      return true
  }
  return false
}

/** A negation that the parser hung elsewhere: the word right before the verb, or before its auxiliary. */
const negatedBefore = (scene: Scene, verb: number): boolean => {
  const sentence = scene.document.sentences[scene.tokens.sentence[verb]!]
  const first = sentence?.firstToken ?? 0
  for (let token = verb - 1; token >= first && token >= verb - NEAR; token--) {
    const lemma = scene.lemmas[token]!
    if (NEGATIONS.has(lemma) && lemma !== 'nor' && lemma !== 'neither') return true
    const tag = tagOf(scene, token)
    if (tag !== 'MD' && tag !== 'RB' && !(scene.relations[token] ?? '').startsWith('aux')) return false
  }
  return false
}

const NEAR = 3

/** True where an adverbial clause states a condition: "if", "unless", "provided that", "as long as", "on condition that". */
export function opensCondition(scene: Scene, clause: number): boolean {
  let as = false
  for (const child of childrenOf(scene.tokens, clause)) {
    const lemma = scene.lemmas[child]!
    const relation = scene.relations[child]
    if ((relation === 'mark' || relation === 'advmod' || relation === 'case') && CONDITIONAL_MARKS.has(lemma)) return true
    if (relation === 'mark' && lemma === 'as') as = true
    if (as && lemma === 'long') return true
  }
  // "provided that Ostrel dropped its levy": the parser may take "provided" for the verb of the clause.
  return scene.lemmas[clause] === 'provide' && (tagOf(scene, clause) === 'VBN' || scene.lemmas[clause + 1] === 'that')
}

/** "The two leaders are to meet again" with "are" as a copula of "meet": set down for later. */
export function isSetDown(scene: Scene, verb: number): boolean {
  let be = false
  for (const child of childrenOf(scene.tokens, verb)) {
    if (scene.tags[child] === 'TO') return be
    if (scene.lemmas[child] === 'be' && (scene.relations[child] === 'cop' || scene.relations[child] === 'aux'))
      be = scene.tags[child] === 'VBZ' || scene.tags[child] === 'VBP' || scene.tags[child] === 'VBD'
  }
  return false
}

/** "have yet to meet", "are yet to meet", "remains to be signed". */
export function yetTo(scene: Scene, verb: number, head: number): boolean {
  const lemma = scene.lemmas[head]
  if (lemma === 'yet') return true
  if (lemma === 'remain') return scene.relations[verb] === 'xcomp' && isVerb(scene, verb) && isPassive(scene, verb)
  // "have yet to meet since the president returned": what is told in a tense of its own is done.
  if ((lemma !== 'have' && lemma !== 'be') || scene.tags[verb] === 'VBD') return false
  for (let token = head + 1; token < verb && token < head + 4; token++) if (scene.lemmas[token] === 'yet') return true
  return false
}
