// How somebody says the talks are going: "constructive", "no breakthrough", "stalled". Needs a word for the talks in the same clause.
import type {AssessmentClaim} from '../model/claim.ts'
import type {Sentence} from '../model/tokens.ts'
import {childrenOf} from '../text/tree.ts'
import {voiceOf} from './assertion.ts'
import {worldOf} from './modality.ts'
import {partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {isPassive, isVerb, prepositional, subjectsOf} from './slots.ts'
import {dateOf} from './when.ts'

interface Found {
  readonly token: number
  readonly length: number
  readonly direction: AssessmentClaim['direction']
}

export function assessmentsOf(scene: Scene): readonly AssessmentClaim[] {
  const claims: AssessmentClaim[] = []
  for (const sentence of scene.document.sentences) {
    if (sentence.kind === 'table' || sentence.kind === 'heading' || sentence.kind === 'dateline') continue
    for (let token = sentence.firstToken; token < sentence.endToken; ) {
      const found = wordsAt(scene, token, sentence)
      if (!found) {
        token++
        continue
      }
      const claim = isOfTalks(scene, found, sentence) ? build(scene, sentence, found) : null
      if (
        claim &&
        !claims.some(known => known.sentence.start === claim.sentence.start && known.direction === claim.direction && known.by === claim.by)
      )
        claims.push(claim)
      token += found.length
    }
  }
  return claims
}

function wordsAt(scene: Scene, token: number, sentence: Sentence): Found | null {
  let best: Found | null = null
  for (const {direction, words} of scene.lexicon.assessments.get(scene.lemmas[token]!) ?? []) {
    if (best && words.length <= best.length) continue
    if (words.every((word, i) => token + i < sentence.endToken && scene.lemmas[token + i] === word))
      best = {token, length: words.length, direction}
  }
  return best
}

function isOfTalks(scene: Scene, found: Found, sentence: Sentence): boolean {
  const {token} = found
  const last = token + found.length - 1
  const talks = (at: number): boolean => at >= 0 && scene.lexicon.is('talks', scene.lemmas[at]!)
  const head = scene.tokens.head[last]!
  if (scene.relations[last] === 'amod') return talks(head)
  if (scene.lexicon.is('verdicts', scene.lemmas[last]!) || scene.lexicon.is('verdicts', scene.lemmas[token]!))
    return found.length >= SELF_EVIDENT || nearTalks(scene, last, sentence) || isBetweenSides(scene, last)
  if (judgedOfTalks(scene, token, sentence.firstToken) >= 0) return true
  // "the talks were productive", "the talks stalled"
  for (const child of childrenOf(scene.tokens, last)) if (scene.relations[child] === 'nsubj' && talks(child)) return true
  // "described the meeting as productive", "called the talks useful"
  if (head >= 0) {
    if (talks(head)) return scene.relations[last] !== 'nmod' || found.length > 1
    for (const child of childrenOf(scene.tokens, head))
      if (child !== last && talks(child) && (scene.relations[child] === 'obj' || scene.relations[child] === 'nsubj')) return true
    if (scene.relations[last] === 'conj') {
      const above = scene.tokens.head[head]!
      for (const child of childrenOf(scene.tokens, head)) if (talks(child) && scene.relations[child] === 'nsubj') return true
      if (above >= 0) for (const child of childrenOf(scene.tokens, above)) if (talks(child) && scene.relations[child] === 'obj') return true
    }
  }
  return false
}

/** "narrowed their differences", "without a breakthrough": so many words say by themselves that somebody talked. */
const SELF_EVIDENT = 3

/** The verb of "described the discussions as “frank and useful”", "called Monday's talks useful", by the order of the words; -1 where there is none. */
function judgedOfTalks(scene: Scene, token: number, first: number): number {
  let talks = -1
  for (let at = token - 1; at >= first && token - at <= SAID_WITHIN; at--) {
    const lemma = scene.lemmas[at]!
    if (talks < 0 && scene.lexicon.is('talks', lemma) && scene.tags[at]!.startsWith('NN')) talks = at
    else if (talks >= 0 && appraises(scene, at)) return at
    else if (talks < 0 ? !isBetween(scene, at) : isVerb(scene, at)) return -1
  }
  return -1
}

/** Words from a verb of judging to its verdict. */
const SAID_WITHIN = 10

/** What may stand between the talks and the verdict on them. */
const isBetween = (scene: Scene, token: number): boolean => {
  const tag = scene.tags[token]!
  return scene.lemmas[token] === 'as' || tag === 'RB' || tag === 'JJ' || tag === 'CC' || tag === '``' || tag === "''" || tag === 'DT'
}

/** "We are still far apart", "the sides remain deadlocked": those who talk are the subject. */
function isBetweenSides(scene: Scene, token: number): boolean {
  const verb = predicateOver(scene, token)
  const subjects = subjectsOf(scene, verb)
  return subjects.some(subject => SIDES.has(scene.lemmas[subject]!)) || subjects.flatMap(subject => partiesAt(scene, subject)).length > 1
}

const SIDES = new Set(['we', 'side', 'party', 'they'])

/** Words for the talks within the sentence, or in the one before in its paragraph. */
function nearTalks(scene: Scene, token: number, sentence: Sentence): boolean {
  if (scene.lemmas[token] === 'breakthrough') return true
  const index = scene.document.sentences.indexOf(sentence)
  const from = scene.document.sentences[Math.max(0, index - LOOK_BACK)]!.firstToken
  for (let at = from; at < sentence.endToken; at++) if (at !== token && scene.lexicon.is('talks', scene.lemmas[at]!)) return true
  return sentence.endToken - sentence.firstToken < SHORT
}

/** "Both sides said they had made progress" follows the sentence on the talks. */
const LOOK_BACK = 2

/** Tokens: a heading-like line ("No breakthrough expected") needs no other word. */
const SHORT = 8

function build(scene: Scene, sentence: Sentence, found: Found): AssessmentClaim | null {
  let first = found.token
  const last = found.token + found.length - 1
  const verb = predicateOver(scene, last)
  const world = worldOf(scene, verb)
  let {direction} = found
  const no =
    first > sentence.firstToken &&
    (scene.lemmas[first - 1] === 'no' || scene.lemmas[first - 1] === 'little' || scene.lemmas[first - 1] === 'without')
  if (no) first--
  const denies = no || scene.lemmas[first] === 'no'
  const negated = denies || world.status === 'not-held'
  if (negated && direction === 'progress') direction = 'none'
  else if (negated && !denies) return null
  if (
    !negated &&
    (world.status === 'conditional' ||
      world.status === 'proposed' ||
      world.status === 'planned' ||
      world.status === 'threatened' ||
      (world.status === 'unknown' && !world.denied))
  )
    return null
  const trigger = {start: scene.tokens.start[first]!, end: scene.tokens.end[last]!}
  const voice = voiceOf(scene, trigger, world)
  const judge = judgedOfTalks(scene, found.token, sentence.firstToken)
  return {
    claim: 'assessment',
    by: whoSays(scene, judge < 0 ? verb : judge, voice.attribution, world.speech),
    words: trigger,
    direction,
    time: dateOf(scene, [verb]),
    sentence: {start: sentence.start, end: sentence.end},
    trigger,
    attribution: voice.attribution,
    assertion: voice.assertion,
    rule: `assessment-${direction}`,
  }
}

/** The clause that the words stand in. */
function predicateOver(scene: Scene, token: number): number {
  for (let at = token, steps = 0; at >= 0 && steps < 6; at = scene.tokens.head[at]!, steps++)
    if (isVerb(scene, at) || [...childrenOf(scene.tokens, at)].some(child => scene.relations[child] === 'cop')) return at
  return token
}

/** Their subject says how it goes. */
const appraises = (scene: Scene, token: number): boolean => isVerb(scene, token) && scene.lexicon.is('appraising', scene.lemmas[token]!)

function whoSays(scene: Scene, verb: number, attribution: number | null, speech: number): number | null {
  if (appraises(scene, verb)) {
    // "was described as productive by both sides": the phrase may hang on the verdict.
    const heads = isPassive(scene, verb) ? prepositional(scene, [verb, ...childrenOf(scene.tokens, verb)], 'by') : subjectsOf(scene, verb)
    const own = heads.flatMap(head => partiesAt(scene, head))[0]
    if (own && !own.place && scene.lemmas[verb] !== 'make') return own.entity
  }
  // "The envoy was upbeat": whose mood it is.
  if (scene.tags[verb]!.startsWith('JJ')) {
    const own = subjectsOf(scene, verb).flatMap(head => partiesAt(scene, head))[0]
    if (own && !own.place && scene.document.somebodies[own.entity]?.type === 'person') return own.entity
  }
  const speaker = attribution === null ? null : (scene.document.attributions[attribution]?.speaker ?? null)
  if (speaker !== null) return speaker
  return speech >= 0
    ? (subjectsOf(scene, speech)
        .flatMap(head => partiesAt(scene, head))
        .find(party => !party.place)?.entity ?? null)
    : null
}
