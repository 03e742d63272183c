// The entries of a record that a sentence may mean, and what of it they do not bear out: another status, another actor, another stance.

import type {AgreementClaim, Claim, EventClaim, PositionClaim} from '../model/claim.ts'
import type {Difference} from '../model/claim-answer.ts'
import type {Agreement, Assessment, Event, Position, RecordFile, Support} from '../model/record.ts'
import {areApart, within} from './claim-days.ts'
import type {KnownNames} from './claim-names.ts'

export type EntryKind = 'event' | 'position' | 'agreement' | 'assessment'

/** An entry in one of its states: the claims that stand behind that state are its evidence. */
export interface Candidate {
  readonly kind: EntryKind
  readonly id: string
  readonly entities: readonly string[]
  readonly day: string | null
  /** True for what accuses somebody: an accuser's words, never the reports' own. */
  readonly isAccusing: boolean
  readonly support: Support
  /** What of a claim the entry does not bear out; null where the two are not of one kind. */
  against(claim: Claim, names: KnownNames): readonly Difference[] | null
}

export function candidatesIn({events, positions, agreements, assessments}: RecordFile): Candidate[] {
  return [
    ...events.flatMap(eventCandidates),
    ...positions.map(positionCandidate),
    ...agreements.flatMap(agreementCandidates),
    ...assessments.map(assessmentCandidate),
  ]
}

/** How far a status goes: what has been, what is to be, what is only spoken of. */
const REACH: Readonly<Record<string, number>> = {
  held: 3,
  ongoing: 3,
  ended: 3,
  planned: 2,
  threatened: 2,
  proposed: 1,
  conditional: 1,
  unknown: 0,
}
const NOT: ReadonlySet<string> = new Set(['not-held', 'cancelled'])
/** What two sides do together: who is named first says nothing. */
const MUTUAL: ReadonlySet<Event['kind']> = new Set(['meeting', 'call', 'round', 'exchange', 'agreement', 'signing', 'ceasefire'])
const ACCUSING: ReadonlySet<Event['kind']> = new Set(['accusation', 'violation', 'attack'])

/** True for a claim that somebody did what nobody owns to. */
export const accuses = (claim: Claim): boolean =>
  (claim.claim === 'event' && ACCUSING.has(claim.kind)) || (claim.claim === 'agreement' && claim.violation !== null)

function eventCandidates(event: Event): Candidate[] {
  const entities = [...event.actors, ...event.recipients, ...event.mediators, event.host, event.place].filter(id => id !== null)
  const states = [{status: event.status as string, support: event.support}, ...event.history]
  return states
    .filter(({support}) => support.claims.length > 0)
    .map(({status, support}) => ({
      ...{kind: 'event' as const, id: event.id, entities, day: event.time, isAccusing: ACCUSING.has(event.kind), support},
      against: (claim, names) => (claim.claim !== 'event' || claim.kind !== event.kind ? null : eventAgainst(claim, event, status, names)),
    }))
}

function eventAgainst(claim: EventClaim, event: Event, status: string, names: KnownNames): Difference[] {
  const differences: Difference[] = [...statusAgainst(claim.status, status)]
  const all = [...event.actors, ...event.recipients, ...event.mediators, ...(event.host === null ? [] : [event.host])]
  const sides = MUTUAL.has(event.kind)
    ? [[[...claim.actors, ...claim.recipients], all]]
    : [
        [claim.actors, event.actors],
        [claim.recipients, event.recipients],
      ]
  for (const [here, there] of sides as [readonly number[], readonly string[]][])
    for (const somebody of here) {
      const ids = names.entitiesOf(somebody)
      if (ids.length === 0 || there.length === 0) continue
      if (!there.some(id => ids.some(wanted => names.circleOf(id).has(wanted))))
        differences.push({part: 'person', here: names.nameOf(ids[0]!), there: there.map(names.nameOf).join(', ')})
    }
  const places = claim.place === null ? [] : names.entitiesOf(claim.place)
  if (places.length > 0 && event.place !== null && !places.some(place => names.circleOf(event.place!).has(place)))
    differences.push({part: 'place', here: names.nameOf(places[0]!), there: names.nameOf(event.place)})
  if (claim.time !== null && event.time !== null && !within(event.time, claim.time))
    differences.push({part: areApart(event.time, claim.time) ? 'date' : 'stronger', here: claim.time, there: event.time})
  if (event.condition !== null && claim.condition === null)
    differences.push({part: 'stronger', here: claim.status, there: 'on a condition'})
  return differences
}

function statusAgainst(here: string, there: string): Difference[] {
  if (NOT.has(here) !== NOT.has(there)) return [{part: 'polarity', here, there}]
  if (NOT.has(here)) return []
  const [mine, theirs] = [REACH[here] ?? 0, REACH[there] ?? 0]
  return mine === theirs ? [] : [{part: mine > theirs ? 'stronger' : 'weaker', here, there}]
}

/** Stances that cannot both be held. */
const WILLING: ReadonlySet<string> = new Set(['offers', 'accepts', 'accepts-if', 'open-to', 'supports', 'concedes'])
const UNWILLING: ReadonlySet<string> = new Set(['rejects', 'opposes', 'refuses-to-discuss'])
/** Of the willing, how far each goes. */
const FIRMNESS: Readonly<Record<string, number>> = {
  'open-to': 1,
  'accepts-if': 2,
  supports: 2,
  offers: 3,
  accepts: 4,
  concedes: 4,
  opposes: 2,
  rejects: 3,
  'refuses-to-discuss': 4,
}

const positionCandidate = (position: Position): Candidate => ({
  ...{kind: 'position', id: position.id, day: position.time, isAccusing: false, support: position.support},
  entities: [position.holder, position.voice, position.toward].filter(id => id !== null),
  against: (claim, names) => (claim.claim === 'position' ? positionAgainst(claim, position, names) : null),
})

function positionAgainst(claim: PositionClaim, position: Position, names: KnownNames): Difference[] {
  const differences: Difference[] = []
  const holders = [...names.entitiesOf(claim.holder), ...(claim.voice === null ? [] : names.entitiesOf(claim.voice))]
  const theirs = [position.holder, ...(position.voice === null ? [] : [position.voice])]
  if (holders.length > 0 && !theirs.some(id => holders.some(holder => names.circleOf(id).has(holder))))
    differences.push({part: 'person', here: names.nameOf(holders[0]!), there: names.nameOf(position.holder)})
  const [here, there] = [claim.stance, position.stance]
  if (here !== there) {
    const isOpposite = (WILLING.has(here) && UNWILLING.has(there)) || (UNWILLING.has(here) && WILLING.has(there))
    const isStronger = (FIRMNESS[here] ?? 5) > (FIRMNESS[there] ?? 5)
    differences.push({part: isOpposite ? 'polarity' : isStronger ? 'stronger' : 'weaker', here, there})
  }
  if (position.condition !== null && claim.condition === null) differences.push({part: 'stronger', here, there: 'on a condition'})
  return differences
}

function agreementCandidates(agreement: Agreement): Candidate[] {
  const {id, parties} = agreement
  const broken = agreement.violations.map(
    ({by, time, support}): Candidate => ({
      ...{kind: 'agreement', id, entities: [...by, ...parties], day: time, isAccusing: true, support},
      against: () => null,
    }),
  )
  const states = agreement.history
    .filter(({support}) => support.claims.length > 0)
    .map(
      ({state, time, support}): Candidate => ({
        ...{kind: 'agreement', id, entities: parties, day: time, isAccusing: false, support},
        against: (claim, names) =>
          claim.claim === 'agreement' && claim.violation === null ? agreementAgainst(claim, state, agreement, names) : null,
      }),
    )
  return [...states, ...broken]
}

function agreementAgainst(claim: AgreementClaim, state: string, {term, parties}: Agreement, names: KnownNames): Difference[] {
  const differences: Difference[] = []
  if (claim.state !== null && claim.state !== state) differences.push({part: 'stronger', here: claim.state, there: state})
  if (claim.term !== null && term !== null && claim.term !== term) differences.push({part: 'number', here: claim.term, there: term})
  for (const somebody of claim.parties) {
    const ids = names.entitiesOf(somebody)
    if (ids.length > 0 && parties.length > 0 && !parties.some(party => ids.some(wanted => names.circleOf(party).has(wanted))))
      differences.push({part: 'person', here: names.nameOf(ids[0]!), there: parties.map(names.nameOf).join(', ')})
  }
  return differences
}

const assessmentCandidate = (assessment: Assessment): Candidate => ({
  ...{kind: 'assessment', id: assessment.id, entities: assessment.by === null ? [] : [assessment.by], day: assessment.time},
  ...{isAccusing: false, support: assessment.support},
  against: (claim, names) => {
    if (claim.claim !== 'assessment') return null
    const differences: Difference[] = []
    const by = claim.by === null ? [] : names.entitiesOf(claim.by)
    if (by.length > 0 && assessment.by !== null && !by.some(id => names.circleOf(assessment.by!).has(id)))
      differences.push({part: 'person', here: names.nameOf(by[0]!), there: names.nameOf(assessment.by)})
    if (claim.direction !== assessment.direction) differences.push({part: 'polarity', here: claim.direction, there: assessment.direction})
    return differences
  },
})
