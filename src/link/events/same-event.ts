// Whether two claims tell of one event: what can veto it (date, place, ordinal, people), and what speaks for it.
// Topical likeness finds the storyline and cannot separate the meetings in it; so parties, day and place decide, and words only help.
import type {EventClaim, Status} from '../../model/claim.ts'
import {dayOf, daysOf} from '../../text/similarity-days.ts'
import type {LinkedClaim} from '../claims.ts'
import type {Linking} from '../linking.ts'

export type LinkedEvent = LinkedClaim<EventClaim<string>>

export interface EventFrame {
  readonly group: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly parties: readonly string[]
  readonly people: readonly string[]
  readonly days: {readonly from: number; readonly to: number} | null
}

/** Kinds that are done with words: one day holds many, so only the same words or the same remark make them one. */
const SPEECH = new Set(['said', 'asked', 'refused', 'gave', 'threatened', 'accused', 'signalled'])
/** Kinds whose parties stand on one level: who is named first says nothing. */
const MUTUAL = new Set(['contact', 'call', 'deal', 'truce', 'freed'])
/** A span of more days than this is no date of one event. */
const EXACT_DAYS = 4
const BACKGROUND_DAYS = 400

export function frameOf(event: LinkedEvent, {pack, parties}: Linking): EventFrame {
  const {claim} = event
  const actors = parties.namedPartiesOf(claim.actors)
  const recipients = parties.namedPartiesOf(claim.recipients)
  return {
    group: pack.kindGroups[claim.kind] ?? claim.kind,
    actors,
    recipients,
    parties: [...new Set([...actors, ...recipients])].sort(),
    people: parties.peopleOf([...claim.actors, ...claim.recipients]),
    days: daysOf(claim.time),
  }
}

const exact = (days: EventFrame['days']): boolean => days !== null && days.to - days.from <= EXACT_DAYS

/** Blocks: group and party with the day (and its neighbours), and with the story for what has no day. */
export function blocksOf(event: LinkedEvent, frame: EventFrame, {storyOf}: Linking): string[] {
  const {days} = frame
  // "The exchange on Saturday" names no party: it meets what others tell of that day.
  const anybody = days !== null && exact(days) ? [`${frame.group} * ${days.from}`] : []
  const parties = frame.parties.length === 0 ? ['?'] : frame.parties
  const named = parties.flatMap(party => {
    const blocks = [`${frame.group} ${party} story ${storyOf[event.document]}`]
    if (days !== null && exact(days)) for (let day = days.from; day <= days.to + 1; day++) blocks.push(`${frame.group} ${party} ${day}`)
    else if (days !== null && days.to - days.from < BACKGROUND_DAYS) blocks.push(`${frame.group} ${party} ${days.from}-${days.to}`)
    return blocks
  })
  return [...anybody, ...named]
}

/** True where the two cannot be one event. */
export function areApart(a: LinkedEvent, b: LinkedEvent, frameA: EventFrame, frameB: EventFrame, linking: Linking): boolean {
  const ruled = linking.ruled(a, b)
  if (ruled !== null) return ruled === 'different'
  if (frameA.group !== frameB.group) return true
  // "Played down the planned meeting … the visit would not be …": one sentence with two outcomes tells of two things.
  if (a.document === b.document && a.sentence === b.sentence && a.claim.status !== b.claim.status) return true
  // "Arrived on Friday … a February meeting": one report's arrival on a day and its meeting without one are two things.
  if (a.document === b.document && a.claim.kind !== b.claim.kind && exact(frameA.days) !== exact(frameB.days)) return true
  if (staysAway(a, b, frameA, frameB) || staysAway(b, a, frameB, frameA)) return true
  if (a.claim.ordinal !== null && b.claim.ordinal !== null && a.claim.ordinal !== b.claim.ordinal) return true
  if (
    placesDiffer(a, b, linking) &&
    !(!isOnOneMap(a, b, linking) && shared(frameA.parties, frameB.parties) >= 2 && areOfOneDay(frameA, frameB))
  )
    return true
  if (daysApart(a, b, frameA, frameB) || plannedAfter(a, b, frameA, frameB, linking)) return true
  if (disjoint(frameA.parties, frameB.parties)) return true
  if (!haveOneOccasion(a, b, frameA, frameB) && (isDenialOf(a, b) || isDenialOf(b, a) || areOnOtherLevels(frameA, frameB))) return true
  if (frameA.parties.length >= 2 && frameB.parties.length >= 2 && shared(frameA.parties, frameB.parties) < 2) return true
  if (!MUTUAL.has(frameA.group)) {
    if (disjoint(frameA.actors, frameB.actors) || disjoint(frameA.recipients, frameB.recipients)) return true
  }
  return otherPeople(frameA, frameB, linking)
}

/** Whoever will not travel says nothing of the journeys of the others. */
const staysAway = (a: LinkedEvent, b: LinkedEvent, frameA: EventFrame, frameB: EventFrame): boolean =>
  (a.claim.status === 'not-held' || a.claim.status === 'cancelled') &&
  AHEAD.has(b.claim.status) &&
  a.claim.kind !== b.claim.kind &&
  frameA.parties.length < 2 &&
  frameB.parties.length >= 2

const placesDiffer = (a: LinkedEvent, b: LinkedEvent, {parties}: Linking): boolean =>
  a.claim.place !== null && b.claim.place !== null && !parties.placesAgree(a.claim.place, b.claim.place)

/** False where the map knows one of the two places and not the other: a misspelling, or a house in that town ("the Summer Palace"). */
export function isOnOneMap(a: LinkedEvent, b: LinkedEvent, {parties}: Linking): boolean {
  const isKnown = ({claim}: LinkedEvent): boolean => (parties.entities.get(claim.place ?? '')?.country ?? null) !== null
  return isKnown(a) === isKnown(b)
}

const areOfOneDay = (a: EventFrame, b: EventFrame): boolean =>
  a.days !== null && b.days !== null && a.days.from === a.days.to && a.days.from === b.days.from && a.days.to === b.days.to

/** Days must meet; a day's difference is allowed between two reports ("late Friday"), not inside one. */
function daysApart(a: LinkedEvent, b: LinkedEvent, frameA: EventFrame, frameB: EventFrame): boolean {
  const first = frameA.days
  const second = frameB.days
  if (first === null || second === null) return false
  const slack = a.document === b.document ? 0 : 1
  return first.from > second.to + slack || second.from > first.to + slack
}

const AHEAD = new Set<Status>(['planned', 'proposed', 'conditional', 'threatened'])
const DONE = new Set<Status>(['held', 'ongoing', 'ended', 'not-held'])

/** A meeting that lies ahead is not the one just held: inside one report they share a day or are two, and a later report plans a later one. */
function plannedAfter(a: LinkedEvent, b: LinkedEvent, frameA: EventFrame, frameB: EventFrame, {documents}: Linking): boolean {
  const [ahead, done] = AHEAD.has(a.claim.status) ? [a, b] : [b, a]
  if (!AHEAD.has(ahead.claim.status) || !DONE.has(done.claim.status)) return false
  const aheadDays = ahead === a ? frameA.days : frameB.days
  const doneDays = done === a ? frameA.days : frameB.days
  if (exact(aheadDays) && exact(doneDays)) return false
  if (ahead.document === done.document) return true
  const told = dayOf(documents[ahead.document]!.published)
  const happened = exact(doneDays) ? doneDays!.to : dayOf(documents[done.document]!.published)
  return told !== null && happened !== null && told > happened
}

/** A day or a place that both name. */
const haveOneOccasion = (a: LinkedEvent, b: LinkedEvent, frameA: EventFrame, frameB: EventFrame): boolean =>
  (exact(frameA.days) && exact(frameB.days) && meet(frameA.days!, frameB.days!)) ||
  (a.claim.place !== null && a.claim.place === b.claim.place)

/** "The two leaders have yet to meet" says nothing of a meeting that another sentence tells of, unless both name its day or place. */
const isDenialOf = (a: LinkedEvent, b: LinkedEvent): boolean =>
  a.claim.status === 'not-held' && DONE.has(b.claim.status) && b.claim.status !== 'not-held'

/** Leaders by name and "officials of both sides" are not the same people, unless the day or the place says so. */
const areOnOtherLevels = (frameA: EventFrame, frameB: EventFrame): boolean =>
  frameA.people.length >= 2 !== frameB.people.length >= 2 && (frameA.people.length === 0 || frameB.people.length === 0)

/** Each side is named by people, and for a party that both name the people differ: two meetings of one day. */
function otherPeople(frameA: EventFrame, frameB: EventFrame, {parties}: Linking): boolean {
  if (frameA.people.length === 0 || frameB.people.length === 0) return false
  const byParty = (people: readonly string[]): Map<string, string[]> => {
    const map = new Map<string, string[]>()
    for (const person of people) map.set(parties.partyOf(person), [...(map.get(parties.partyOf(person)) ?? []), person])
    return map
  }
  const first = byParty(frameA.people)
  const second = byParty(frameB.people)
  for (const [party, people] of first) {
    const others = second.get(party)
    if (others && disjoint(people, others)) return true
  }
  return false
}

/** How sure it is that two claims that are not apart are one event; 0 where nothing but the parties speaks for it. */
export function likenessOf(a: LinkedEvent, b: LinkedEvent, frameA: EventFrame, frameB: EventFrame, linking: Linking): number {
  // Inside one report two sentences that say alike are as often two events told in one way.
  const alike = a.document === b.document ? 0 : linking.alike(a, b)
  const remark = linking.oneRemark(a, b)
  if (SPEECH.has(frameA.group)) {
    const issues = disjoint(a.claim.issues, b.claim.issues)
    return issues ? 0 : remark ? REMARK : alike
  }
  const parties = shared(frameA.parties, frameB.parties)
  const all = new Set([...frameA.parties, ...frameB.parties]).size
  const people = shared(frameA.people, frameB.people)
  const sameDay = exact(frameA.days) && exact(frameB.days) && meet(frameA.days!, frameB.days!)
  const nextDay = exact(frameA.days) && exact(frameB.days) && !sameDay
  const samePlace = a.claim.place !== null && b.claim.place !== null && !placesDiffer(a, b, linking)
  const sameOrdinal = a.claim.ordinal !== null && a.claim.ordinal === b.claim.ordinal
  const sameStory = linking.storyOf[a.document] === linking.storyOf[b.document]
  let score = 0
  if (all > 0) score += 0.3 * (parties / all)
  if (people >= 1) score += 0.1
  if (people >= 2) score += 0.1
  if (sameDay) score += 0.4
  if (nextDay) score += 0.1
  if (samePlace) score += 0.2
  if (sameOrdinal) score += 0.2
  if (sameStory) score += 0.15
  if (a.document === b.document) score += 0.1
  if (a.claim.kind === b.claim.kind) score += 0.05
  if (remark) score += 0.4
  if (alike >= ALIKE) score += alike / 2
  // History retold beside news shares its parties: without a shared day or the same words it stays apart.
  if (a.claim.background !== b.claim.background && !sameDay) score -= 0.3
  return score
}

/** Demands and threats are words: two claims on one remark are one doing. */
const REMARK = 0.9
/** Sentences that say the same: base rate of .35 in independent reports of one event 15 %, of other events .6 %. */
const ALIKE = 0.35
/** Same day, same parties, same kind: .75; same story, place and parties without a day: .7; parties and
 * story alone: .5; one report that goes on about what it told (same kind, no second day): .6. */
export const SAME_EVENT = 0.6

const meet = (a: {from: number; to: number}, b: {from: number; to: number}): boolean => a.from <= b.to && b.from <= a.to

const shared = (a: readonly string[], b: readonly string[]): number => a.reduce((sum, item) => sum + (b.includes(item) ? 1 : 0), 0)

/** True where both name somebody and nobody twice. */
const disjoint = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && shared(a, b) === 0
