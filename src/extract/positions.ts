// Who wants what: holder × issue × stance, with the words, who voices it, on whose account, and the condition.
import type {PositionClaim, Stance} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import type {Sentence} from '../model/tokens.ts'
import {subtreeOf} from '../text/tree.ts'
import {type Voice, voiceOf} from './assertion.ts'
import {mattersBehind} from './behind.ts'
import {accountOf, holdersOf, sideOf} from './holders.ts'
import {insistencesAt} from './insistence.ts'
import {antecedentOf, contentOf, issueOf, mattersOf, partsOf, upTo, widened} from './matters.ts'
import {worldOf} from './modality.ts'
import {clausesUnder, isWish} from './needs.ts'
import {isCaptive, type Party, partiesAt} from './parties.ts'
import {predicatedAt} from './predicates.ts'
import type {Scene} from './scene.ts'
import {isVerb, objectsOf, prepositional, subjectsOf} from './slots.ts'
import {cueAt, longest, stanceOf} from './stance-cues.ts'
import {mainIssue, topicBefore, topicBehind} from './topics.ts'
import {dateOf} from './when.ts'
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
      const held = [...byCue(scene, token, world, voice), ...byPredicate(scene, token), ...byInsistence(scene, token, world, voice)]
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

function byCue(scene: Scene, token: number, world: World, voice: Voice): readonly Held[] {
  const cue = cueAt(scene, token)
  if (!cue || !isWish(scene, token) || isTakenBack(scene, token) || isRemark(scene, token)) return []
  const hung = mattersOf(scene, token, cue)
  const matters = hung.length > 0 ? hung : mattersBehind(scene, token, cue)
  const condition = conditionOf(scene, token, world, matters)
  const stance = stanceOf(scene, token, cue, world, condition)
  if (stance === null) return []
  const holders = holdersOf(scene, token, cue, world, voice)
  // "The two sides agreed to …" is an agreement, no position of each.
  if (holders.length === 0 || (scene.lemmas[token] === 'agree' && (holders.length > 1 || isJointly(scene, token)))) return []
  const where = condition < 0 ? null : spanUnder(scene, condition)
  for (const wanted of matters) {
    const inner = stance === 'demands' ? refusalIn(scene, wanted) : -1
    const matter = inner < 0 ? wanted : inner
    const found = worded(scene, token, matter, where, stance)
    if (found === null) continue
    const first: Held = {token, stance: inner < 0 ? stance : 'opposes', holders, matter, ...found, condition: where, rule: cue.id}
    return [first, ...alsoHeld(scene, first)]
  }
  return []
}

/** "declined to comment on the tariffs" */
const isRemark = (scene: Scene, verb: number): boolean =>
  clausesUnder(scene, verb).some(clause => scene.relations[clause] !== 'advcl' && scene.lexicon.is('remarks', scene.lemmas[clause]!))

/** "withdrew its demand for a levy" demands none. */
const isTakenBack = (scene: Scene, noun: number): boolean => {
  const head = scene.tokens.head[noun]!
  return (
    head >= 0 &&
    !isVerb(scene, noun) &&
    isVerb(scene, head) &&
    scene.relations[noun] === 'obj' &&
    longest(scene, head, scene.lexicon.stanceVerbs)?.stance === 'withdraws'
  )
}

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
  const issue = issueOf(scene, found.content) ?? topicBehind(scene, found.content, token)
  return issue === null ? [] : [{...found, token, matter: -1, issue, condition: null}]
}

function byInsistence(scene: Scene, token: number, world: World, voice: Voice): readonly Held[] {
  const held: Held[] = []
  for (const {stance, holders, matter, rule} of insistencesAt(scene, token, world, voice)) {
    const condition = rule === 'not-without' || world.condition < 0 || world.condition === token ? null : spanUnder(scene, world.condition)
    const found = worded(scene, token, matter, condition, stance)
    if (found !== null) held.push({token, stance, holders, matter, ...found, condition, rule})
  }
  return held
}

/** The words and their issue; null where they touch none. Criticism of something else is no position on what the report is about. */
function worded(
  scene: Scene,
  token: number,
  matter: number,
  condition: Span | null,
  stance: Stance,
): {content: Span; issue: string} | null {
  const content = upTo(contentOf(scene, matter, token), condition, scene)
  const own = issueOf(scene, content)
  if (own !== null) return {content, issue: own}
  const wide = widened(scene, token, content)
  const issue =
    issueOf(scene, wide) ??
    antecedentIssue(scene, token) ??
    topicBehind(scene, content, token) ??
    (isSomebody(scene, matter) ? null : (topicBefore(scene, content) ?? (LOOSE.has(stance) ? mainIssue(scene) : null)))
  return issue === null ? null : {content: wide, issue}
}

/** "the election, whose result they have refused to recognise": the noun before the relative clause says what it is about. */
function antecedentIssue(scene: Scene, verb: number): string | null {
  const noun = isVerb(scene, verb) ? antecedentOf(scene, verb) : -1
  return noun < 0 ? null : issueOf(scene, {start: scene.tokens.start[Math.max(0, noun - 1)]!, end: scene.tokens.end[noun]!})
}

/** Stances whose words, where they name nothing, are about what the report is about. */
const LOOSE: ReadonlySet<Stance> = new Set(['demands', 'offers', 'accepts', 'accepts-if', 'rejects'])

/** "urged the president": what is wanted of somebody is not the somebody. */
const isSomebody = (scene: Scene, matter: number): boolean => scene.mentionOf[matter]! >= 0

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
  if (!isVerb(scene, clause)) return -1
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
