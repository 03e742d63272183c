// Who wants what: holder × issue × stance, with the words, who voices it, on whose account, and the condition.
import type {PositionClaim, Stance} from '../model/claim.ts'
import type {StanceCue} from '../model/pack-talks.ts'
import type {Span} from '../model/span.ts'
import type {Sentence} from '../model/tokens.ts'
import {subtreeOf} from '../text/tree.ts'
import {type Voice, voiceOf} from './assertion.ts'
import {mattersBehind} from './behind.ts'
import {clauseOf, type Tense} from './clause.ts'
import {accountOf, holdersOf, sideOf} from './holders.ts'
import {insistencesAt} from './insistence.ts'
import {phraseNoun} from './matter-nouns.ts'
import {contentOf, issueOf, mattersOf, partsOf, upTo} from './matters.ts'
import {worldOf} from './modality.ts'
import {clausesUnder, isWish} from './needs.ts'
import {isCaptive, type Party, partiesAt} from './parties.ts'
import {predicatedAt} from './predicates.ts'
import type {Scene} from './scene.ts'
import {isInfinitive, isPassive, isVerb, objectsOf, prepositional, subjectsOf} from './slots.ts'
import {cueAt, longest, stanceOf} from './stance-cues.ts'
import {topicBehind} from './topics.ts'
import {dateOf} from './when.ts'
import {answeredIn, worded} from './worded.ts'
import type {World} from './world.ts'

/** One position as the words give it, before it is laid out a holder at a time. */
interface Held {
  readonly token: number
  readonly stance: Stance
  readonly holders: readonly Party[]
  readonly matter: number
  readonly content: Span
  readonly issue: string
  readonly condition: Span | null
  readonly rule: string
}

export function positionsOf(scene: Scene, parties: ReadonlySet<number>): readonly PositionClaim[] {
  const claims: PositionClaim[] = []
  for (const sentence of scene.document.sentences) {
    if (sentence.kind === 'table' || sentence.kind === 'heading' || sentence.kind === 'dateline') continue
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      if (!mayHold(scene, token)) continue
      const world = worldOf(scene, token)
      const voice = voiceOf(scene, {start: scene.tokens.start[token]!, end: scene.tokens.end[token]!}, world)
      if (voice.assertion === 'denied') continue
      const held = [
        ...byCue(scene, token, world, voice, claims),
        ...byPredicate(scene, token),
        ...byInsistence(scene, token, world, voice, claims),
      ]
      for (const one of held)
        for (const claim of layOut(scene, sentence, one, voice, parties))
          if (!claims.some(known => repeats(known, claim))) claims.push(claim)
    }
  }
  return claims
}

/** Verbs, and words that some cue begins with: most words of a report hold nothing. */
const mayHold = (scene: Scene, token: number): boolean =>
  isVerb(scene, token) ||
  [scene.lexicon.stanceNouns, scene.lexicon.stanceAdjectives, scene.lexicon.stanceVerbs].some(words => words.has(scene.lemmas[token]!))

const repeats = (a: PositionClaim, b: PositionClaim): boolean =>
  a.sentence.start === b.sentence.start && a.holder === b.holder && a.issue === b.issue && a.stance === b.stance

function byCue(scene: Scene, token: number, world: World, voice: Voice, before: readonly PositionClaim[]): readonly Held[] {
  const cue = cueAt(scene, token)
  if (!cue || !isWish(scene, token) || isTakenBack(scene, token) || isRemark(scene, token, cue) || isAdmission(scene, token, cue)) return []
  // "have said no" says nothing of what.
  const hung = mattersOf(scene, token, cue).filter(matter => scene.tags[matter] !== 'UH')
  const matters = hung.length > 0 ? hung : mattersBehind(scene, token, cue)
  const condition = conditionOf(scene, token, world, matters)
  const stance = stanceOf(scene, token, cue, world, condition)
  if (stance === null) return []
  const holders = holdersOf(scene, token, cue, world, voice)
  // "The two sides agreed to …" is an agreement, no position of each.
  if (holders.length === 0 || (scene.lemmas[token] === 'agree' && (holders.length > 1 || isJointly(scene, token)))) return []
  const where = condition < 0 ? null : spanUnder(scene, condition)
  if (matters.length === 0 && ANSWERS.has(stance) && isVerb(scene, token)) {
    const answered = answeredIn(scene, token, before)
    return answered === null ? [] : [{token, stance, holders, matter: -1, ...answered, condition: where, rule: cue.id}]
  }
  for (const wanted of matters) {
    const inner = stance === 'demands' ? refusalIn(scene, wanted) : -1
    const matter = inner < 0 ? wanted : inner
    const shown = inner >= 0 ? 'opposes' : stance === 'concedes' && isDemand(scene, wanted) ? 'withdraws' : stance
    const found = worded(scene, token, matter, {condition: where, stance, cue, before})
    if (found === null) continue
    const first: Held = {token, stance: shown, holders, matter, ...found, condition: where, rule: cue.id}
    return [first, ...alsoHeld(scene, first)]
  }
  return []
}

/** "conceded that no progress had been made" owns up to it; "conceded that it would have to go" gives way. */
const isAdmission = (scene: Scene, verb: number, cue: StanceCue): boolean =>
  cue.stance === 'concedes' &&
  isVerb(scene, verb) &&
  clausesUnder(scene, verb).some(clause => ADMITTED.has(clauseOf(scene, clause).tense) && !isInfinitive(scene, clause))

const ADMITTED: ReadonlySet<Tense> = new Set(['past', 'perfect', 'past-perfect', 'present', 'progressive'])

/** What is said of an offer or demand without naming it again: "We accepted", "Both sides have said no". */
const ANSWERS: ReadonlySet<Stance> = new Set(['accepts', 'rejects'])

/** "declined to comment on the tariffs"; "agreed to give access" is none. */
const isRemark = (scene: Scene, verb: number, cue: StanceCue): boolean =>
  cue.stance === 'rejects' &&
  clausesUnder(scene, verb).some(clause => scene.relations[clause] !== 'advcl' && scene.lexicon.is('remarks', scene.lemmas[clause]!))

/** "gave up its demand": what is given up was wanted. */
const isDemand = (scene: Scene, matter: number): boolean =>
  !isVerb(scene, matter) && longest(scene, matter, scene.lexicon.stanceNouns)?.stance === 'demands'

/** "withdrew its demand for a levy", "gave up their demand" demands none. */
const isTakenBack = (scene: Scene, noun: number): boolean => {
  const head = scene.tokens.head[noun]!
  return (
    head >= 0 &&
    !isVerb(scene, noun) &&
    isVerb(scene, head) &&
    scene.relations[noun] === 'obj' &&
    TAKING_BACK.has(longest(scene, head, scene.lexicon.stanceVerbs)?.stance ?? null)
  )
}

const TAKING_BACK: ReadonlySet<Stance | null> = new Set(['withdraws', 'concedes'])

const isJointly = (scene: Scene, verb: number): boolean =>
  subjectsOf(scene, verb).some(subject => scene.tags[subject] === 'NNS' && partiesAt(scene, subject).length > 0)

/** "want autonomy for the province and the release of prisoners": each part with an issue of its own is a position of its own. */
function alsoHeld(scene: Scene, first: Held): readonly Held[] {
  const held: Held[] = []
  for (const part of partsOf(scene, first.matter)) {
    const content = upTo(contentOf(scene, part, first.token), first.condition, scene)
    const issue = issueOf(scene, content)
    if (issue !== null && issue !== first.issue && content.end <= first.content.end) held.push({...first, matter: part, content, issue})
  }
  return held
}

function byPredicate(scene: Scene, token: number): readonly Held[] {
  const found = predicatedAt(scene, token)
  if (found === null) return []
  const issue = issueOf(scene, found.content) ?? topicBehind(scene, found.content, token) ?? phraseNoun(scene, found.content)
  return issue === null ? [] : [{...found, token, matter: -1, issue, condition: null}]
}

function byInsistence(scene: Scene, token: number, world: World, voice: Voice, before: readonly PositionClaim[]): readonly Held[] {
  const held: Held[] = []
  for (const {stance, holders, matter, rule} of insistencesAt(scene, token, world, voice)) {
    const condition = rule === 'not-without' || world.condition < 0 || world.condition === token ? null : spanUnder(scene, world.condition)
    const found = worded(scene, token, matter, {condition, stance, cue: null, before})
    if (found !== null) held.push({token, stance, holders, matter, ...found, condition, rule})
  }
  return held
}

function layOut(scene: Scene, sentence: Sentence, held: Held, voice: Voice, known: ReadonlySet<number>): readonly PositionClaim[] {
  const {token} = held
  return held.holders.slice(0, MAX_HOLDERS).map(holder => {
    const side = sideOf(scene, holder.entity, voice)
    return {
      claim: 'position',
      ...side,
      account: isFirstPerson(scene, token) ? 'own' : accountOf(scene, side.holder, voice, known),
      issue: held.issue,
      stance: held.stance,
      toward: towardOf(scene, token, held.matter, holder),
      content: held.content,
      condition: held.condition,
      time: dateOf(scene, [token]),
      sentence: {start: sentence.start, end: sentence.end},
      trigger: {start: scene.tokens.start[token]!, end: scene.tokens.end[token]!},
      attribution: voice.attribution,
      assertion: voice.assertion,
      rule: held.rule,
    }
  })
}

/** "urged the president to resist concessions": who wants somebody to resist a thing opposes it. -1 where the wish is for something. */
function refusalIn(scene: Scene, clause: number): number {
  if (!isVerb(scene, clause) || isPassive(scene, clause)) return -1
  const cue = longest(scene, clause, scene.lexicon.stanceVerbs)
  if (cue?.stance !== 'rejects' && cue?.stance !== 'opposes') return -1
  return objectsOf(scene, clause)[0] ?? -1
}

/** "We are ready …": whoever says it holds it. */
const isFirstPerson = (scene: Scene, token: number): boolean =>
  subjectsOf(scene, token).some(subject => scene.lemmas[subject] === 'we' || scene.lemmas[subject] === 'i')

/** "Both ministers reject …": more holders than this are a list of something else. */
const MAX_HOLDERS = 4

function towardOf(scene: Scene, token: number, matter: number, holder: Party): number | null {
  const heads = [
    ...(isVerb(scene, token) ? objectsOf(scene, token) : []),
    ...prepositional(scene, [token], 'on'),
    ...prepositional(scene, [token], 'from'),
    ...(matter < 0 ? [] : [...subjectsOf(scene, matter), matter]),
  ]
  for (const head of heads)
    for (const party of partiesAt(scene, head))
      if (!party.place && party.entity !== holder.entity && !isCaptive(scene, party)) return party.entity
  return null
}

function conditionOf(scene: Scene, token: number, world: World, matters: readonly number[]): number {
  if (world.condition >= 0) return world.condition
  for (const clause of clausesUnder(scene, token)) {
    const {condition} = worldOf(scene, clause)
    if (condition >= 0 && condition !== clause) return condition
  }
  return conditionWithin(scene, matters)
}

/** "threatened to move them if the army attacked" with the condition hung on another word: an "if" inside the matter opens it. */
function conditionWithin(scene: Scene, matters: readonly number[]): number {
  for (const matter of matters) {
    const {last} = subtreeOf(scene.tokens, matter)
    for (let at = matter + 1; at < last; at++) {
      const head = scene.tokens.head[at]!
      if ((scene.lemmas[at] === 'if' || scene.lemmas[at] === 'unless') && head > at && subtreeOf(scene.tokens, head).first === at)
        return head
    }
  }
  return -1
}

function spanUnder(scene: Scene, token: number): Span {
  let {first: from, last} = subtreeOf(scene.tokens, token)
  while (from < last && (scene.relations[from] === 'cc' || scene.relations[from] === 'punct')) from++
  while (last > from && scene.relations[last] === 'punct') last--
  return {start: scene.tokens.start[from]!, end: scene.tokens.end[last]!}
}
