// Reported breaches of an agreement: by whom, told by the report itself or alleged and by whom, denied by whom. An allegation sets no state.
import type {AgreementClaim, ViolationClaim} from '../model/claim.ts'
import type {Sentence} from '../model/tokens.ts'
import {childrenOf, uposOf} from '../text/tree.ts'
import {isAgreementNoun, labelSpan} from './agreements.ts'
import {voiceOf} from './assertion.ts'
import {worldOf} from './modality.ts'
import {joinedBefore, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, isVerb, objectsOf, prepositional, subjectsOf} from './slots.ts'
import {dateOf, toldAsHistory} from './when.ts'
import type {World} from './world.ts'

export function violationsOf(scene: Scene, agreements: readonly AgreementClaim[]): readonly AgreementClaim[] {
  const claims: AgreementClaim[] = []
  for (const sentence of scene.document.sentences) {
    if (sentence.kind === 'table' || sentence.kind === 'heading' || sentence.kind === 'dateline') continue
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      const claim = breachAt(scene, sentence, token, agreements) ?? mutualBlame(scene, sentence, token, agreements)
      if (claim) claims.push(claim)
    }
  }
  return claims
}

const isBreach = (scene: Scene, token: number): boolean => scene.lexicon.is('breaches', scene.lemmas[token]!)
const BREACH_NOUNS = new Set(['violation', 'breach', 'infringement'])

function breachAt(scene: Scene, sentence: Sentence, token: number, agreements: readonly AgreementClaim[]): AgreementClaim | null {
  const verb = isVerb(scene, token) && isBreach(scene, token)
  const noun = !verb && uposOf(scene.tokens, token) === 'NOUN' && BREACH_NOUNS.has(scene.lemmas[token]!)
  if (!verb && !noun) return null
  const broken = verb ? objectsOf(scene, token).find(head => isAgreementNoun(scene, head)) : brokenByNoun(scene, token)
  if (broken === undefined) return null
  const world = worldOf(scene, token)
  const accuser = accuserOver(scene, token)
  if (
    accuser === null &&
    (world.status === 'planned' ||
      world.status === 'proposed' ||
      world.status === 'conditional' ||
      world.status === 'threatened' ||
      (noun && world.status === 'unknown' && !world.denied))
  )
    return null
  if (accuser === null && world.status === 'not-held' && !world.denied) return null
  const heads =
    accuser !== null ? accused(scene, accuser) : verb ? agentsInDenial(scene, token, world) : prepositional(scene, [token], 'by')
  return build(scene, sentence, token, labelOf(scene, broken, sentence, agreements), heads, accuser, world)
}

/** "Both sides", "the two countries": a word for a pair that is named elsewhere. */
const isPair = (scene: Scene, head: number): boolean => {
  const mention = scene.document.mentions[scene.mentionOf[head]! >= 0 ? scene.mentionOf[head]! : scene.mentionAt[head]!]
  return mention?.level === 'nominal' && (scene.document.somebodies[mention.entity]?.members.length ?? 0) > 1
}

/** "Ostrel denied that it had broken the truce": whoever denies speaks of itself. */
const agentsInDenial = (scene: Scene, verb: number, world: World): readonly number[] => {
  const agents = agentsOf(scene, verb)
  return world.denied && agents.length === 1 && uposOf(scene.tokens, agents[0]!) === 'PRON' ? [] : agents
}

/** "an agreement that has since been violated": which one is said just before. */
function labelOf(scene: Scene, noun: number, sentence: Sentence, agreements: readonly AgreementClaim[]): string {
  const span = labelSpan(scene, noun)
  const own = scene.document.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  if (own.includes(' ')) return own
  return (
    agreements.findLast(each => each.trigger.start < scene.tokens.start[noun]! && each.label.includes(own) && near(scene, each, sentence))
      ?.label ?? own
  )
}

const brokenByNoun = (scene: Scene, noun: number): number | undefined => {
  const of = prepositional(scene, [noun], 'of').find(head => isAgreementNoun(scene, head))
  if (of !== undefined) return of
  for (const child of childrenOf(scene.tokens, noun))
    if (scene.relations[child] === 'compound' && scene.lexicon.is('agreements', scene.lemmas[child]!)) return child
  return undefined
}

/** The accusing verb above: "accused Ostrel of violating", "blamed … for breaching". */
function accuserOver(scene: Scene, token: number): number | null {
  let at = scene.tokens.head[token]!
  for (let steps = 0; at >= 0 && steps < 4; at = scene.tokens.head[at]!, steps++)
    if (isVerb(scene, at) && (scene.lexicon.verbs.get(scene.lemmas[at]!) ?? []).some(each => each.entry.governs === 'hearsay')) return at
  return null
}

/** Whom the accusation names: the object, or the subject of a passive. */
const accused = (scene: Scene, verb: number): readonly number[] => {
  const objects = objectsOf(scene, verb)
  return objects.length > 0 ? objects : prepositional(scene, [verb], 'against')
}

function build(
  scene: Scene,
  sentence: Sentence,
  token: number,
  label: string,
  heads: readonly number[],
  accuser: number | null,
  world: World,
): AgreementClaim {
  const by = entities(scene, heads)
  const trigger = {start: scene.tokens.start[token]!, end: scene.tokens.end[token]!}
  const outer = accuser === null ? world : worldOf(scene, accuser)
  const voice = voiceOf(scene, trigger, accuser === null ? world : {...outer, unconfirmed: false})
  const speaker = voice.attribution === null ? null : (scene.document.attributions[voice.attribution]?.speaker ?? null)
  const denied = world.denied || voice.assertion === 'denied'
  const alleging = accuser === null ? (denied || speaker === null ? [] : [speaker]) : entities(scene, agentsOf(scene, accuser))
  const deniers = denied ? (speaker === null ? (world.speech >= 0 ? entities(scene, subjectsOf(scene, world.speech)) : []) : [speaker]) : []
  const violation: ViolationClaim = {
    // Nobody accuses themselves: "Ostrel had accused it" names somebody else.
    by: by.length > 0 ? by.filter(entity => accuser === null || !alleging.includes(entity)) : deniers,
    isJoint: heads.some(head => isPair(scene, head)),
    voice:
      accuser !== null || denied || voice.assertion === 'attributed' || voice.assertion === 'quoted' || voice.assertion === 'unconfirmed'
        ? 'alleged'
        : voice.assertion === 'narrated'
          ? 'own'
          : 'unclear',
    allegedBy: alleging.filter(entity => !deniers.includes(entity)),
    deniedBy: deniers,
  }
  return claimOf(scene, sentence, trigger, voice, label, violation, [token, ...(accuser === null ? [] : [accuser])], 'violation')
}

/** "agreed to halt attacks …, but both sides have condemned each other's attacks": each alleges what the other does. */
function mutualBlame(scene: Scene, sentence: Sentence, token: number, agreements: readonly AgreementClaim[]): AgreementClaim | null {
  if (!isVerb(scene, token) || !(scene.lexicon.verbs.get(scene.lemmas[token]!) ?? []).some(each => each.entry.plover === 'ACCUSE'))
    return null
  const start = scene.tokens.start[token]!
  const agreement = agreements.findLast(
    each =>
      each.trigger.start < start &&
      each.issues.some(issue => issue === 'ceasefire' || issue === 'energy-truce') &&
      near(scene, each, sentence),
  )
  if (!agreement || !namesEachOther(scene, token, sentence) || !namesForce(scene, token, sentence)) return null
  const heads = agentsOf(scene, token)
  const parties = entities(scene, heads)
  for (const head of heads)
    for (const party of joinedBefore(scene, head)) if (!parties.includes(party.entity)) parties.unshift(party.entity)
  const both = agreement.parties.length > 1 ? agreement.parties : parties
  if (both.length === 0) return null
  const trigger = {start, end: scene.tokens.end[token]!}
  const voice = voiceOf(scene, trigger, worldOf(scene, token))
  return claimOf(
    scene,
    sentence,
    trigger,
    voice,
    agreement.label,
    {by: both, voice: 'alleged', allegedBy: both, deniedBy: []},
    [token],
    'mutual-blame',
  )
}

/** The agreement stands in the same sentence or the one before. */
const near = (scene: Scene, agreement: AgreementClaim, sentence: Sentence): boolean => {
  if (agreement.sentence.start === sentence.start) return true
  const index = scene.document.sentences.findIndex(each => each.start === sentence.start)
  return index > 0 && scene.document.sentences[index - 1]!.start === agreement.sentence.start
}

function namesEachOther(scene: Scene, token: number, sentence: Sentence): boolean {
  for (let at = token + 1; at < sentence.endToken && at < token + 8; at++)
    if (
      (scene.lemmas[at] === 'each' || scene.lemmas[at] === 'one') &&
      (scene.lemmas[at + 1] === 'other' || scene.lemmas[at + 1] === 'another')
    )
      return true
  return false
}

function namesForce(scene: Scene, token: number, sentence: Sentence): boolean {
  for (let at = token + 1; at < sentence.endToken && at < token + 14; at++)
    if (scene.lexicon.is('force', scene.lemmas[at]!) || isBreach(scene, at)) return true
  return false
}

function claimOf(
  scene: Scene,
  sentence: Sentence,
  trigger: {readonly start: number; readonly end: number},
  voice: {readonly assertion: AgreementClaim['assertion']; readonly attribution: number | null},
  label: string,
  violation: ViolationClaim,
  anchors: readonly number[],
  rule: string,
): AgreementClaim {
  return {
    claim: 'agreement',
    label,
    parties: [],
    issues: [],
    state: null,
    term: null,
    time: dateOf(scene, anchors),
    background: toldAsHistory(scene, anchors),
    violation,
    clauses: [],
    sentence: {start: sentence.start, end: sentence.end},
    trigger,
    attribution: voice.attribution,
    assertion: voice.assertion,
    rule,
  }
}

function entities(scene: Scene, heads: readonly number[]): number[] {
  const found: number[] = []
  for (const head of heads)
    for (const party of partiesAt(scene, head)) if (!party.place && !found.includes(party.entity)) found.push(party.entity)
  return found
}
