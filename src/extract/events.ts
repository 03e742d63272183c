// Events of a document: every trigger with its cast, its place in the world, its time. What a word above already tells is told once.
import type {EventClaim, EventKind, Status} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import {childrenOf, subtreeOf} from '../text/tree.ts'
import {voiceOf} from './assertion.ts'
import {carryActors, type Settled} from './carried.ts'
import {type Cast, castOf, outermost} from './cast.ts'
import {clauseOf} from './clause.ts'
import {numbersOf, ordinalOf} from './counts.ts'
import {issuesIn} from './issues.ts'
import {isPredicate, worldOf} from './modality.ts'
import {mustDemands} from './must.ts'
import {isByPhone} from './needs.ts'
import {caseOf} from './parties.ts'
import {isOnCondition} from './plain-signs.ts'
import {ploverOf, rejectMode} from './plover.ts'
import type {Scene} from './scene.ts'
import {isPassive, isVerb, objectsOf} from './slots.ts'
import type {Trigger} from './trigger.ts'
import {spanOf, statusOf} from './trigger-status.ts'
import {triggersIn} from './triggers.ts'
import {dateOf, toldAsHistory} from './when.ts'
import type {World} from './world.ts'

export interface Draft {
  readonly trigger: Trigger
  readonly cast: Cast
  readonly world: World
  readonly kind: EventKind
  readonly status: Status
  /** Draft whose word governs this one: index in the list. */
  readonly under: number
}

export function eventsOf(scene: Scene): readonly EventClaim[] {
  const settled: Settled[] = []
  const demands: EventClaim[] = []
  scene.document.sentences.forEach(sentence => {
    if (sentence.kind === 'table' || sentence.kind === 'heading' || sentence.kind === 'dateline') return
    const triggers = triggersIn(scene, sentence)
    if (triggers.length > 0) settled.push(...settleDrafts(scene, sentence, draftsOf(scene, triggers)))
    demands.push(...mustDemands(scene, sentence))
  })
  return [...carryActors(scene, settled), ...demands]
}

function draftsOf(scene: Scene, triggers: readonly Trigger[]): readonly Draft[] {
  const at = new Map(triggers.map((trigger, index) => [trigger.token, index]))
  return triggers.map(trigger => {
    const world = worldOf(scene, trigger.token)
    return {
      trigger,
      cast: castOf(scene, trigger),
      world,
      kind: trigger.pattern.kind,
      status: statusOf(scene, trigger, world),
      under: governorOf(scene, trigger.token, at),
    }
  })
}

/** The nearest trigger above a word with no finite clause between that could stand for itself. */
function governorOf(scene: Scene, token: number, at: ReadonlyMap<number, number>): number {
  let steps = 0
  let child = token
  for (let head = scene.tokens.head[token]!; head >= 0 && steps < 6; head = scene.tokens.head[head]!, steps++) {
    const relation = scene.relations[child]!
    if (
      relation === 'advcl' ||
      relation === 'parataxis' ||
      (relation === 'conj' && isPredicate(scene, child) && isPredicate(scene, head))
    ) {
      if (relation !== 'conj') return -1
      child = head
      continue
    }
    if (relation === 'nsubj' && child !== token) return -1
    const index = at.get(head)
    if (index !== undefined) return index
    child = head
  }
  return -1
}

/** Kinds worth a line of their own under a word that announces, offers or refuses them. */
const LINES = new Set<EventKind>([
  'meeting',
  'call',
  'round',
  'visit',
  'release',
  'exchange',
  'signing',
  'withdrawal',
  'ceasefire',
  'attack',
  'sanction',
  'aid',
])

function settleDrafts(scene: Scene, sentence: Span, drafts: readonly Draft[]): readonly Settled[] {
  const settled: Settled[] = []
  drafts.forEach((draft, index) => {
    const above = draft.under < 0 ? null : drafts[draft.under]!
    const below = drafts.filter(each => each.under === index)
    const one = settleOne(scene, sentence, draft, above, below)
    if (one && !settled.some(known => repeats(known.claim, one.claim))) settled.push(one)
  })
  return settled
}

function settleOne(scene: Scene, sentence: Span, draft: Draft, above: Draft | null, below: readonly Draft[]): Settled | null {
  const {trigger, world} = draft
  const {pattern} = trigger
  let {status, cast} = draft
  for (const each of below) if (isObjectOf(scene, trigger, each.trigger)) cast = joinCasts(pattern.mutual, cast, each.cast)
  const over = above?.trigger.pattern.governs ?? null
  // "staged a demonstration", "reached a deal": one event, told by verb and noun together.
  const isSuspended =
    above !== null &&
    above.cast.actors.length === 0 &&
    MEETINGS.has(draft.kind) &&
    above.trigger.form === 'verb' &&
    isPassive(scene, above.trigger.token)
  if (above && !isSuspended && isObjectOf(scene, above.trigger, trigger)) return null
  // "discussed the talks by telephone": what a meeting is about is no other meeting.
  if (above && above.trigger.form === 'verb' && above.trigger.pattern.mutual && MEETINGS.has(above.kind) && isObject(scene, trigger))
    return null
  // "are expected to meet at a summit": where they meet is no other meeting.
  if (
    above?.trigger.form === 'verb' &&
    MEETINGS.has(above.kind) &&
    MEETINGS.has(draft.kind) &&
    trigger.form === 'noun' &&
    status === 'unknown'
  )
    return null
  // "is due in Lima for talks": the talks are the line.
  if (draft.kind === 'visit' && pattern.told === 'planned' && below.some(each => MEETINGS.has(each.kind))) return null
  // "a third round of talks" is one thing, told by its first noun.
  if (trigger.form === 'noun' && above?.trigger.token === outermost(scene, trigger.token)) return null
  if (over === 'demanded' && !MEETINGS.has(draft.kind)) return null
  // “Has Ostrel freed them?” a reporter asked: a question is no demand.
  if (draft.kind === 'demand' && cast.recipients.length === 0 && isBehindQuestion(scene, trigger.token)) return null
  // "would welcome a visit": nobody has been praised yet.
  if (draft.kind === 'statement' && (status === 'planned' || status === 'proposed')) return null
  if (
    above &&
    (over === 'refused' || over === 'planned' || over === 'proposed' || over === 'failed' || over === 'hearsay') &&
    !LINES.has(draft.kind)
  )
    return null
  if (over === 'refused' && (draft.kind === 'ceasefire' || draft.kind === 'aid' || draft.kind === 'sanction')) return null
  if (over === 'hearsay') return null
  // "refused to meet the envoy": the refusal is the line.
  if (above && over === 'refused' && status === 'not-held' && above.cast.actors.length > 0) return null
  let coded = false
  if (above && over !== null && over !== 'threatened' && above.cast.actors.length > 0) coded = true
  if (pattern.governs === 'threatened') {
    // The threatened deed is the line; the threat stands for itself only where no deed is named.
    if (below.some(each => HOSTILE_KINDS.has(each.kind) || each.kind === 'withdrawal' || MEETINGS.has(each.kind))) return null
    if (status === 'held' || status === 'ongoing') status = 'threatened'
  }
  if (above && over === 'threatened' && cast.actors.length === 0) cast = {...cast, actors: above.cast.actors}
  if (pattern.governs === 'proposed' && status === 'held' && (world.condition >= 0 || conditionNear(scene, trigger.token) >= 0))
    status = 'conditional'
  // "will strike unless the offer is improved": what others must do to be spared is a threat.
  if (status === 'conditional' && DETERRING.has(draft.kind) && isUnless(scene, trigger.token, world.condition)) status = 'threatened'
  if (pattern.told === 'planned' && status === 'planned' && isOnCondition(scene, trigger.token)) status = 'conditional'
  if (world.obliged && world.speech >= 0 && status === 'proposed' && pattern.plover !== 'REQUEST') return null
  // "marched, demanding elections": a demand in a bare participle is how the deed was done; PLOVER codes the deed.
  if (pattern.plover === 'REQUEST' && isManner(scene, trigger.token)) coded = true
  if (isHalfMeeting(scene, draft, cast)) return null
  // "threatened to break off talks with Kalvia", by somebody whom nothing names: what is done to Kalvia is not done by it.
  if (
    !pattern.mutual &&
    cast.actors.length > 0 &&
    cast.recipients.length > 0 &&
    cast.actors.every(actor => cast.recipients.includes(actor))
  )
    return null
  const nobody = cast.actors.length + cast.recipients.length === 0
  const alone = nobody
    ? standsAlone(scene, draft, status)
    : cast.actors.length > 0 ||
      pattern.by.length === 0 ||
      (trigger.form === 'verb' ? isPassive(scene, trigger.token) : !WORDS.has(draft.kind))
  if (status === 'unknown' && !world.denied && cast.actors.length + cast.recipients.length < 2) return null
  if (status === 'unknown' && !world.denied && !world.speculated && !world.unconfirmed && trigger.form === 'verb') return null
  const span = spanOf(scene, trigger)
  const voice = voiceOf(scene, span, world)
  if (voice.assertion === 'denied' && (status === 'held' || status === 'ongoing' || status === 'ended')) status = 'unknown'
  const inCondition = status === 'conditional' && world.condition >= 0 && isInside(scene, trigger.token, world.condition)
  let plover =
    coded || nobody
      ? null
      : ploverOf(pattern, draft.kind, {
          // what failed is told as a refusal
          status: pattern.told === 'not-held' && status === 'not-held' ? 'held' : status,
          refused: world.refused,
          denied: voice.assertion === 'denied',
          inCondition,
        })
  if (pattern.governs === 'refused' && plover?.type === 'REJECT' && plover.mode === null) {
    const mode = below.map(each => rejectMode(each.kind)).find(each => each !== null)
    if (mode) plover = {...plover, mode}
  }
  if (plover?.type === 'ASSAULT' && plover.mode === null)
    plover = {...plover, mode: weaponIn(scene, trigger) ?? (pattern.needs.includes('fired') ? 'firearms' : null)}
  const anchors = anchorsOf(scene, trigger, cast)
  const condition = world.condition >= 0 ? world.condition : conditionNear(scene, trigger.token)
  const history = status === 'held' || status === 'ended' || status === 'ongoing' || status === 'not-held' || status === 'cancelled'
  const claim: EventClaim = {
    claim: 'event',
    // "threatened to walk out of the talks": a refusal that is only threatened is a threat.
    kind: draft.kind === 'rejection' && status === 'threatened' ? 'threat' : kindOf(scene, trigger, anchors),
    plover,
    status,
    background: history && ((world.pluperfect && voice.attribution === null && world.speech < 0) || toldAsHistory(scene, anchors)),
    actors: cast.actors,
    recipients: cast.recipients,
    host: cast.host,
    mediators: cast.mediators,
    place: cast.place,
    time: pattern.told === 'planned' && status === 'planned' ? aheadOf(scene, dateOf(scene, anchors)) : dateOf(scene, anchors),
    issues: issuesIn(scene, clauseSpan(scene, trigger)).map(found => found.id),
    ordinal: ordinalOf(scene, trigger),
    condition: condition < 0 ? null : spanUnder(scene, condition),
    numbers: numbersOf(scene, trigger),
    sentence: {start: sentence.start, end: sentence.end},
    trigger: span,
    attribution: voice.attribution,
    assertion: voice.assertion,
    rule: pattern.id,
  }
  return {claim, trigger, standsAlone: alone}
}

/** A question mark stands shortly before the word in its sentence. */
function isBehindQuestion(scene: Scene, token: number): boolean {
  const {firstToken} = scene.document.sentences[scene.tokens.sentence[token]!]!
  for (let at = token - 1; at >= Math.max(firstToken, token - ASKED_WITHIN); at--) if (scene.lemmas[at]!.includes('?')) return true
  return false
}

/** Words from a question to its verb: "…?” a reporter for the agency asked". */
const ASKED_WITHIN = 12

/** "A conversation took place over the telephone" is a call. */
const kindOf = (scene: Scene, {pattern: {kind, plover}, form}: Trigger, anchors: readonly number[]): EventKind =>
  kind === 'meeting' && plover === 'CONSULT' && form === 'noun' && anchors.some(anchor => isByPhone(scene, anchor)) ? 'call' : kind

/** "called a rally for Saturday": the day of calling is past, the rally's is not; a day read as past is none. */
const aheadOf = (scene: Scene, time: string | null): string | null =>
  time !== null && scene.document.published !== null && time.slice(0, 10) < scene.document.published.slice(0, 10) ? null : time

/** Mode of an attack by the weapon that its clause names. */
function weaponIn(scene: Scene, trigger: Trigger): string | null {
  const {first, last} = subtreeOf(scene.tokens, trigger.form === 'noun' ? outermost(scene, trigger.token) : trigger.token)
  for (const [mode, words] of Object.entries(scene.lexicon.pack.words.weapons))
    for (let token = first; token <= last; token++) if (words.includes(scene.lemmas[token]!)) return mode
  return null
}

/** "I do not negotiate in newspapers", "he sat down with the paper": a meeting told by a verb needs two, and one person is one. */
function isHalfMeeting(scene: Scene, {trigger}: Draft, cast: Cast): boolean {
  if (!trigger.pattern.mutual || trigger.form !== 'verb' || cast.actors.length + cast.recipients.length !== 1) return false
  const somebody = scene.document.somebodies[cast.actors[0] ?? cast.recipients[0]!]
  return somebody?.type === 'person' && somebody.members.length === 0 && cast.place === null
}

/** "A third round of talks is due to begin in Oslo next week": worth a line without a name, where it is known when or where. */
function standsAlone(scene: Scene, {trigger, cast, kind}: Draft, status: Status): boolean {
  // "Prisoners were exchanged on the bridge on Saturday" names no side, yet it was done.
  if (
    (trigger.form !== 'noun' && kind !== 'exchange') ||
    status === 'unknown' ||
    status === 'not-held' ||
    (kind !== 'round' && kind !== 'meeting' && kind !== 'exchange' && kind !== 'signing')
  )
    return false
  // "The second meeting was the friendlier": what is judged is not told.
  const top = outermost(scene, trigger.token)
  const head = scene.tokens.head[top]!
  if (trigger.form === 'noun' && scene.relations[top] === 'nsubj' && !isVerb(scene, head) && status !== 'planned') return false
  return cast.place !== null || dateOf(scene, anchorsOf(scene, trigger, cast)) !== null || ordinalOf(scene, trigger) !== null
}

/** What is done with words by somebody whom nobody knows: "exporters urged both capitals to settle". Only a passive may leave the doer out. */
const WORDS = new Set<EventKind>(['demand', 'proposal', 'rejection', 'accusation', 'concession', 'threat', 'agreement'])
const MEETINGS = new Set<EventKind>(['meeting', 'call', 'round', 'visit', 'exchange', 'release'])
const HOSTILE_KINDS = new Set<EventKind>(['attack', 'sanction', 'mobilization', 'protest', 'other', 'violation', 'rejection'])

const DETERRING = new Set<EventKind>(['attack', 'sanction', 'mobilization', 'protest', 'rejection'])

const isUnless = (scene: Scene, token: number, condition: number): boolean =>
  condition >= 0 && clauseOf(scene, condition).mark === 'unless' && !isInside(scene, token, condition)

/** What the noun of a verb's own object adds: "a ceasefire between A and B could be announced". */
function joinCasts(mutual: boolean, cast: Cast, noun: Cast): Cast {
  const actors = cast.actors.length === 0 || mutual ? [...new Set([...cast.actors, ...noun.actors])] : cast.actors
  const recipients = cast.recipients.length === 0 ? noun.recipients.filter(entity => !actors.includes(entity)) : cast.recipients
  return {
    ...cast,
    actors,
    recipients,
    place: cast.place ?? noun.place,
    host: cast.host ?? noun.host,
    mediators: cast.mediators.length > 0 ? cast.mediators : noun.mediators,
  }
}

/** One act told twice in a sentence ("held talks … the talks"): the same kind, status and people. */
const repeats = (a: EventClaim, b: EventClaim): boolean =>
  a.kind === b.kind &&
  a.status === b.status &&
  sameList(a.actors, b.actors) &&
  sameList(a.recipients, b.recipients) &&
  (a.time === b.time || b.time === null)

const sameList = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every(each => b.includes(each))

/** The noun is the object that the verb's pattern asks for. */
const isObjectOf = (scene: Scene, above: Trigger, trigger: Trigger): boolean =>
  above.form === 'verb' &&
  trigger.form === 'noun' &&
  above.pattern.object.length > 0 &&
  objectsOf(scene, above.token).some(object => object === outermost(scene, trigger.token) || scene.tokens.head[trigger.token] === object)

const isObject = (scene: Scene, trigger: Trigger): boolean =>
  trigger.form === 'noun' && scene.relations[outermost(scene, trigger.token)] === 'obj'

const isManner = (scene: Scene, token: number): boolean => {
  const {gerund, mark} = clauseOf(scene, token)
  return gerund && mark === '' && (scene.relations[token] === 'advcl' || scene.relations[token] === 'acl')
}

/** The words whose times are the event's. */
function anchorsOf(scene: Scene, trigger: Trigger, cast: Cast): readonly number[] {
  if (trigger.form !== 'noun') return [trigger.token]
  const top = outermost(scene, trigger.token)
  return [
    ...new Set([trigger.token, top, ...(cast.carrier >= 0 ? [cast.carrier, ...resumed(scene, top, cast.carrier)] : around(scene, top))]),
  ]
}

/** "are due to resume next week": the date of the verb below is the talks'. */
const resumed = (scene: Scene, top: number, carrier: number): readonly number[] =>
  scene.relations[top] === 'nsubj' ? [...childrenOf(scene.tokens, carrier)].filter(child => scene.relations[child] === 'xcomp') : []

/** "made progress during talks on Thursday": what happens during the talks has their date. */
function around(scene: Scene, noun: number): readonly number[] {
  if (caseOf(scene, noun) !== 'during') return []
  const head = scene.tokens.head[noun]!
  const above = head >= 0 && scene.relations[head] === 'obj' ? scene.tokens.head[head]! : head
  return above >= 0 ? [above] : []
}

function spanUnder(scene: Scene, token: number): Span {
  const {first, last} = subtreeOf(scene.tokens, token)
  return {start: scene.tokens.start[first]!, end: scene.tokens.end[last]!}
}

const clauseSpan = (scene: Scene, trigger: Trigger): Span =>
  spanUnder(scene, trigger.form === 'noun' ? outermost(scene, trigger.token) : trigger.token)

const isInside = (scene: Scene, token: number, ancestor: number): boolean => {
  for (let at = token, steps = 0; at >= 0 && steps < 30; at = scene.tokens.head[at]!, steps++) if (at === ancestor) return true
  return false
}

/** A condition on a word below or beside this one ("offered to cut tariffs provided that …"). */
function conditionNear(scene: Scene, token: number): number {
  for (const child of childrenOf(scene.tokens, token))
    if (scene.relations[child] === 'xcomp' || scene.relations[child] === 'ccomp') {
      const {condition} = worldOf(scene, child)
      if (condition >= 0) return condition
    }
  return -1
}
