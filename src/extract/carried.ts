// Who takes part where the clause names nobody: "the talks resumed on Friday", "the accord was signed in Kalv". What two sides do together was told
// of a pair before; the same pair does it again. Deeds of one side are carried over only to a deed of the same kind right before.
import type {AgreementClaim, EventClaim, EventKind, Status} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import {childrenOf, tokenAt} from '../text/tree.ts'
import {HOLDING} from './captives.ts'
import {outermost} from './cast.ts'
import {caseOf, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {isPassive, isVerb} from './slots.ts'
import type {Trigger} from './trigger.ts'

/** An event as its clause tells it, and whether it is worth a line with nobody named. */
export interface Settled {
  readonly claim: EventClaim
  readonly trigger: Trigger
  readonly standsAlone: boolean
}

/** What it takes two to do. */
const JOINT = new Set<EventKind>(['meeting', 'round', 'call', 'agreement', 'signing', 'ceasefire', 'exchange'])

/** What people do for their sides; the rest of JOINT binds the sides themselves. */
const TALKS = new Set<EventKind>(['meeting', 'round', 'call'])

/** "Nothing is agreed", "if a truce holds": what is not there has no partakers to look for. */
const DONE = new Set<Status>(['held', 'ongoing', 'planned', 'ended', 'cancelled'])

/** Sentences between two tellings of one side's deed. */
const NEAR = 3

export function carryActors(scene: Scene, settled: readonly Settled[]): readonly EventClaim[] {
  const claims: EventClaim[] = []
  let pair: readonly number[] = openingPair(scene)
  if (pair.length === 0) pair = mainSides(scene, settled)
  const known = new Set(pair.map(entity => sideOf(scene, entity)))
  const captors = captorsIn(scene, settled)
  let planned = false
  for (const {claim, trigger, standsAlone} of settled) {
    const isNobody = claim.actors.length + claim.recipients.length === 0
    const actors = actorsOf(scene, {claim, trigger, standsAlone}, pair, claims, captors)
    // "Senator Brandt met the envoy" makes no new talks where it is known whose they are.
    const isTheirs = known.size === 0 || partakers(claim).every(entity => known.has(sideOf(scene, entity)))
    if (JOINT.has(claim.kind) && !isNobody && isTheirs && isPair(scene, claim)) {
      pair = partakers(claim)
      planned = claim.status === 'planned'
    }
    if (isSaidAgain(scene, {claim, trigger, standsAlone}, claims)) continue
    if (actors.length > 0 || standsAlone)
      claims.push(actors === claim.actors ? claim : {...claim, actors, status: statusOf(scene, claim, trigger, planned)})
  }
  return claims
}

/** "This meeting follows a week of contacts" tells nothing of the meeting's being there: it stays planned where it was. */
const statusOf = (scene: Scene, claim: EventClaim, {token, form}: Trigger, isPlanned: boolean): Status =>
  isPlanned && form === 'noun' && claim.status === 'ongoing' && pointsBack(scene, outermost(scene, token)) ? 'planned' : claim.status

const pointsBack = (scene: Scene, noun: number): boolean => {
  for (const child of childrenOf(scene.tokens, noun))
    if (scene.relations[child] === 'det' && (scene.lemmas[child] === 'this' || scene.lemmas[child] === 'the')) return true
  return false
}

function actorsOf(
  scene: Scene,
  {claim, trigger}: Settled,
  pair: readonly number[],
  before: readonly EventClaim[],
  captors: readonly number[],
): readonly number[] {
  if (claim.actors.length > 0) return claim.actors
  if (claim.kind === 'release' && captors.length > 0 && claim.recipients.every(entity => !captors.includes(sideOf(scene, entity))))
    return trigger.form === 'noun' || trigger.pattern.by.length === 0 || isPassive(scene, trigger.token) ? captors : []
  if (!JOINT.has(claim.kind)) return repeated(scene, claim, trigger, before)
  // Two people who met keep no truce and sign no treaty by that: what binds sides is carried over from sides alone.
  const fits = TALKS.has(claim.kind) || pair.every(entity => isSideLike(scene, entity))
  return fits && claim.recipients.length === 0 && (DONE.has(claim.status) || isNoDeal(claim)) && isOpen(scene, trigger) ? pair : []
}

/** "There is no agreement on a recount": between the two who talk. */
const isNoDeal = ({kind, status}: EventClaim): boolean => kind === 'agreement' && status === 'not-held'

/** Agreements whose words name no party: "the truce collapsed". Those who only talked are no parties by it: a broker talks to one side at a time. */
export function carryParties(
  scene: Scene,
  agreements: readonly AgreementClaim[],
  events: readonly EventClaim[],
): readonly AgreementClaim[] {
  const pairs = [...events.filter(event => JOINT.has(event.kind) && !TALKS.has(event.kind) && isPair(scene, event))]
    .map(event => ({
      start: event.trigger.start,
      parties: [...event.actors, ...event.recipients],
    }))
    .filter(({parties}) => parties.every(entity => isSideLike(scene, entity)))
  for (const each of agreements) if (each.parties.length > 1) pairs.push({start: each.trigger.start, parties: [...each.parties]})
  pairs.sort((a, b) => a.start - b.start)
  return agreements.map(each => {
    if (each.parties.length > 0) return each
    const before = pairs.findLast(pair => pair.start <= each.trigger.start)
    return before ? {...each, parties: before.parties} : each
  })
}

/** Who does it together; "agreed to pay Ostrel" is not done with Ostrel. */
const partakers = ({kind, actors, recipients}: EventClaim): readonly number[] =>
  kind === 'agreement' ? actors : [...actors, ...recipients]

/** Two or more that are not of one side. */
const isPair = (scene: Scene, claim: EventClaim): boolean => new Set(partakers(claim).map(entity => sideOf(scene, entity))).size > 1

const sideOf = (scene: Scene, entity: number): number => scene.document.somebodies[entity]?.actsFor ?? entity

/** "Ostrel and Mirvan have narrowed their differences": two sides joined by "and" in the opening of a report are those that it is about. */
function openingPair(scene: Scene): readonly number[] {
  let prose = 0
  for (const {kind, firstToken, endToken} of scene.document.sentences) {
    if (kind !== 'prose' || endToken - firstToken < OPENING_WORDS) continue
    for (let token = firstToken; token < endToken; token++) {
      if (scene.mentionOf[token]! < 0 || scene.relations[token] === 'conj') continue
      const sides = [
        ...new Set(
          partiesAt(scene, token)
            .filter(party => !party.place)
            .map(party => sideOf(scene, party.entity)),
        ),
      ]
      if (sides.length > 1 && sides.every(side => isSideLike(scene, side))) return sides
    }
    if (++prose >= OPENING) return []
  }
  return []
}

/** Sentences of the opening, and words that make one; a dateline is shorter. */
const OPENING = 2
const OPENING_WORDS = 6

const isSideLike = (scene: Scene, entity: number): boolean => {
  const somebody = scene.document.somebodies[entity]
  return (
    somebody !== undefined && somebody.type !== 'outlet' && somebody.type !== 'place' && somebody.type !== 'person' && !somebody.unnamed
  )
}

/** The two sides that a report is about, where two stand out: each acts or is acted on in two sentences or more, and nobody else as often as either. */
function mainSides(scene: Scene, settled: readonly Settled[]): readonly number[] {
  const sentences = new Map<number, Set<number>>()
  for (const {claim} of settled)
    for (const side of new Set([...claim.actors, ...claim.recipients].map(entity => sideOf(scene, entity))))
      if (isSideLike(scene, side)) sentences.set(side, (sentences.get(side) ?? new Set()).add(claim.sentence.start))
  const counts = [...sentences].map(([side, told]) => [side, told.size] as const)
  const [first, second, third] = counts.sort(([a, x], [b, y]) => y - x || a - b)
  if (!first || !second || second[1] < TWICE || (third && third[1] >= second[1])) return []
  return [first[0], second[0]].sort((a, b) => a - b)
}

const TWICE = 2

/** A noun that is not another one's ("separate talks"), or a passive without who did it. */
function isOpen(scene: Scene, {token, form, pattern}: Trigger): boolean {
  if (form !== 'noun') return isPassive(scene, token)
  // "whose mediation made it possible": who was brought together is not told.
  if (pattern.mode === 'third-party') return false
  // "I have seen truces die" tells of truces, and of none.
  if (
    !TALKS.has(pattern.kind) &&
    scene.tags[token] === 'NNS' &&
    [...childrenOf(scene.tokens, token)].every(child => scene.relations[child] === 'acl')
  )
    return false
  // "is under negotiation", "the talks are private" tell of no meeting.
  const top = outermost(scene, token)
  if (caseOf(scene, token) === 'under') return false
  // "after our conversation" is somebody's own, and not that of the two sides.
  for (const child of childrenOf(scene.tokens, top)) if (OWN.has(scene.lemmas[child]!)) return false
  // "The message is clear: it is a ceasefire" names a thing, and tells of none that holds.
  for (const child of childrenOf(scene.tokens, top)) if (scene.relations[child] === 'cop') return false
  if (scene.relations[top] === 'nsubj' && !isVerb(scene, scene.tokens.head[top]!)) return isPlannedState(scene, scene.tokens.head[top]!)
  for (const noun of new Set([token, outermost(scene, token)]))
    for (const child of childrenOf(scene.tokens, noun)) if (scene.lexicon.is('others', scene.lemmas[child]!)) return false
  return true
}

const OWN = new Set(['our', 'my', 'your', 'his', 'her'])

const isPlannedState = (scene: Scene, word: number): boolean =>
  (scene.lexicon.governingAdjectives.get(scene.lemmas[word]!) ?? []).some(each => each.entry.class === 'planned')

/** "Rebels freed 14 soldiers. The soldiers were handed over near Lemna": who did it just before. */
function repeated(scene: Scene, claim: EventClaim, {token, form}: Trigger, before: readonly EventClaim[]): readonly number[] {
  // "The walkout began": the strike of those who were told to strike.
  const isResumed = form === 'noun' && claim.kind === 'protest' && pointsBack(scene, outermost(scene, token))
  if (!isResumed && (form !== 'verb' || !isPassive(scene, token))) return []
  const known = before.findLast(each => each.kind === claim.kind && each.status === claim.status && each.actors.length > 0)
  if (!known) return []
  return isNear(scene, claim, known) ? known.actors : []
}

function isNear(scene: Scene, claim: EventClaim, before: EventClaim): boolean {
  const index = ({start}: Span): number => scene.tokens.sentence[tokenAt(scene.tokens, start)] ?? 0
  return index(claim.sentence) - index(before.sentence) <= NEAR
}

/** "The hostages would be freed": by those who hold them, where one side alone is told to have taken, held or freed anybody. */
function captorsIn(scene: Scene, settled: readonly Settled[]): readonly number[] {
  const sides = new Map<number, number>()
  for (const {claim, trigger} of settled)
    if (claim.kind === 'release' || (trigger.pattern.plover === 'COERCE' && HOLDING.has(trigger.pattern.mode ?? '')))
      for (const entity of claim.actors) if (!sides.has(sideOf(scene, entity))) sides.set(sideOf(scene, entity), entity)
  return sides.size === 1 ? [...sides.values()] : []
}

/** "After the meeting he said …": the meeting that was told just before, with nothing new of it. */
function isSaidAgain(scene: Scene, {claim, trigger}: Settled, before: readonly EventClaim[]): boolean {
  if (!TALKS.has(claim.kind) || trigger.form !== 'noun' || claim.status !== 'held' || claim.actors.length > 0 || claim.time !== null)
    return false
  const top = outermost(scene, trigger.token)
  if (!BESIDE.has(caseOf(scene, top) ?? '') || claim.place !== null || claim.ordinal !== null || !pointsBack(scene, top)) return false
  return before.some(each => TALKS.has(each.kind) && each.status === 'held' && isNear(scene, claim, each))
}

const BESIDE = new Set(['after', 'during', 'in', 'at', 'following', 'since', 'of'])
