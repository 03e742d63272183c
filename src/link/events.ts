// One entry an event, however many reports tell it: merged by kind, parties, day and place, with its life from plan to outcome in one history.
import type {Event, Note, Support} from '../model/record.ts'
import {daysOf} from '../text/similarity-days.ts'
import {areApart, blocksOf, type EventFrame, frameOf, type LinkedEvent, likenessOf, SAME_EVENT} from './events/same-event.ts'
import {stepsOf} from './events/status.ts'
import type {Grouping} from './growth/groups.ts'
import {byFirstCitation, cite, idOf} from './identity.ts'
import type {Linking} from './linking.ts'
import {claimGrouping} from './merging.ts'
import {favourite, listed} from './votes.ts'

export interface EventEntry {
  readonly event: Event
  readonly claims: readonly LinkedEvent[]
  /** Where reports look alike and do not fit together. */
  readonly notes: readonly Note[]
}

/** Claims of one event, found by kind, parties, day and place. */
export function eventGrouping(linking: Linking): Grouping<LinkedEvent, EventEntry> {
  const frames = new WeakMap<LinkedEvent, EventFrame>()
  const frame = (claim: LinkedEvent): EventFrame => {
    let known = frames.get(claim)
    if (known === undefined) {
      known = frameOf(claim, linking)
      frames.set(claim, known)
    }
    return known
  }
  return claimGrouping(
    {
      keysOf: claim => blocksOf(claim, frame(claim), linking),
      apart: (a, b) => areApart(a, b, frame(a), frame(b), linking),
      likeness: (a, b) => likenessOf(a, b, frame(a), frame(b), linking),
      least: SAME_EVENT,
      entryOf: (claims, cut, notes) => ({
        event: entryOf(claims, linking),
        claims,
        notes: [...cut.filter(([a, b]) => a.document !== b.document).map(([a, b]) => cutNote(a, b)), ...notes],
      }),
    },
    linking,
  )
}

/** Entries in the record's order. */
export const inOrder = (entries: Iterable<EventEntry>): EventEntry[] =>
  [...entries].sort(
    byFirstCitation(
      entry => entry.claims[0]?.citation,
      entry => `${entry.event.kind} ${entry.event.id}`,
    ),
  )

/** A plan whose day lies before the last report: silence says nothing, so it is never "cancelled". `lastDay` is a day number. */
export function withDatePassed(event: Event, lastDay: number | null): Event {
  const days = daysOf(event.time)
  if ((event.status !== 'planned' && event.status !== 'proposed') || days === null || lastDay === null || days.to >= lastDay) return event
  return {...event, history: [...event.history, {status: DATE_PASSED, time: null, support: {...NO_SUPPORT}}]}
}

/** What answers, and what can be answered. */
const ANSWERS: ReadonlySet<string> = new Set(['rejection', 'concession', 'agreement'])
const ASKED: ReadonlySet<string> = new Set(['proposal', 'demand', 'threat'])

/** Claims of what was asked that an answer in the same report may look back over. */
const LOOK_BACK = 12

/** An answer points to the offer or demand of another side that it follows in a report: on one of its issues, or put to whoever answers. */
export function withAnswers(entries: readonly EventEntry[], {parties}: Linking): EventEntry[] {
  const sides = (ids: readonly string[]): Set<string> => new Set(ids.map(parties.partyOf))
  const asked = new Map<string, {start: number; event: Event}[]>()
  for (const {event, claims} of entries)
    if (ASKED.has(event.kind))
      for (const {citation} of claims) {
        const list = asked.get(citation.document) ?? []
        list.push({start: citation.start, event})
        asked.set(citation.document, list)
      }
  for (const list of asked.values()) list.sort((a, b) => a.start - b.start || (a.event.id < b.event.id ? -1 : 1))
  return entries.map(entry => {
    const {event} = entry
    if (!ANSWERS.has(event.kind) || event.actors.length === 0 || event.status === 'not-held') return entry
    const own = sides(event.actors)
    for (const {citation} of entry.claims) {
      const before = (asked.get(citation.document) ?? []).filter(({start}) => start <= citation.start).slice(-LOOK_BACK)
      const answered = before.findLast(
        ({event: one}) =>
          one.actors.length > 0 &&
          ![...sides(one.actors)].some(side => own.has(side)) &&
          ([...sides(one.recipients)].some(side => own.has(side)) || one.issues.some(issue => event.issues.includes(issue))),
      )
      if (answered) return {...entry, event: {...event, inResponseTo: answered.event.id}}
    }
    return entry
  })
}

const DATE_PASSED = 'date passed, no report here'
const NO_SUPPORT: Support = {claims: [], documents: 0, sides: [], origins: [], said: [0, 0], known: [0, 0]}

function cutNote(a: LinkedEvent, b: LinkedEvent): Note {
  const kinds = [...new Set([a.claim.kind, b.claim.kind])].sort().join(' or ')
  return {
    code: 'link/cut-event',
    message: `Two reports of one ${kinds} look alike, but their day, place or people do not fit together; they stay two entries.`,
    document: a.citation.document,
    at: b.citation,
  }
}

function entryOf(claims: readonly LinkedEvent[], linking: Linking): Event {
  const steps = stepsOf(claims, linking)
  const present = steps.at(-1)!
  const first = [...present.claims, ...claims]
  const time = bestTime(present.claims) ?? bestTime(claims)
  const place = bestPlace(first, linking)
  const kind = favourite(first.map(({claim}) => claim.kind))!
  const actors = linking.parties.mostTelling(listed(byName(first, linking), ({claim}) => claim.actors))
  const recipients = withoutActors(linking.parties.mostTelling(listed(first, ({claim}) => claim.recipients)), actors, linking)
  const condition = first.find(({claim}) => claim.condition !== null)
  const history: Event['history'] = steps.map(step => ({
    status: step.status,
    time: bestTime(step.claims),
    support: linking.support(step.claims),
  }))
  return {
    id: idOf('event', ...claims.map(claim => claim.id)),
    kind,
    plover: present.claims.find(({claim}) => claim.plover !== null)?.claim.plover
      ? copyPlover(present.claims.find(({claim}) => claim.plover !== null)!.claim.plover!)
      : null,
    label: labelOf({kind, actors, recipients, place, time}, linking),
    status: present.status,
    background: claims.every(({claim}) => claim.background),
    actors,
    recipients,
    host: favourite(first.flatMap(({claim}) => claim.host ?? [])),
    mediators: listed(first, ({claim}) => claim.mediators),
    place,
    time,
    issues: listed(first, ({claim}) => claim.issues),
    ordinal: favourite(first.flatMap(({claim}) => claim.ordinal ?? [])),
    condition: condition ? cite(linking.documents[condition.document]!, condition.claim.condition!) : null,
    inResponseTo: null,
    support: linking.support(present.claims),
    history,
    rule: present.claims[0]!.claim.rule,
    review: 'check',
  }
}

/** Where some claims name two parties or more, one that has only "negotiators" or "the two sides" tells of these: they are nobody beside them. */
function byName(claims: readonly LinkedEvent[], {parties}: Linking): readonly LinkedEvent[] {
  const named = claims.filter(({claim}) => parties.namedPartiesOf(claim.actors).length > 0)
  return named.some(({claim}) => parties.namedPartiesOf(claim.actors).length >= 2) ? named : claims
}

/** A party is not met by its own people: who acts for a party among the actors, or is one, is no recipient too. */
function withoutActors(recipients: readonly string[], actors: readonly string[], {parties}: Linking): string[] {
  const acting = new Set(actors.map(parties.partyOf))
  return recipients.filter(id => !actors.includes(id) && !(parties.partyOf(id) === id && acting.has(id)))
}

const copyPlover = ({type, mode, context}: {type: string; mode: string | null; context: readonly string[]}): Event['plover'] => ({
  type,
  mode,
  context: [...context],
})

/** The value most documents give; of equals the one that says most (a day before a month). */
function bestTime(claims: readonly LinkedEvent[]): string | null {
  const votes = new Map<string, Set<number>>()
  for (const {claim, document} of claims) if (claim.time !== null) votes.set(claim.time, (votes.get(claim.time) ?? new Set()).add(document))
  const width = (time: string): number => {
    const days = daysOf(time)
    return days === null ? Number.POSITIVE_INFINITY : days.to - days.from
  }
  const ranked = [...votes].sort((a, b) => width(a[0]) - width(b[0]) || b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
  const narrow = ranked.filter(([time]) => width(time) === width(ranked[0]![0]))
  return narrow.sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

/** The narrowest place that most claims name: a city before its country, a place on the map before a name that no map has ("the Summer Palace"). */
function bestPlace(claims: readonly LinkedEvent[], {parties}: Linking): string | null {
  const places = claims.flatMap(({claim}) => claim.place ?? [])
  const typeOf = (place: string): string | undefined => parties.entities.get(place)?.type
  const narrow = places.filter(place => typeOf(place) !== 'country')
  const known = narrow.filter(place => typeOf(place) === 'place' && parties.entities.get(place)?.country !== null)
  return favourite(known.length > 0 ? known : narrow.length > 0 ? narrow : places)
}

function labelOf(
  event: {kind: string; actors: readonly string[]; recipients: readonly string[]; place: string | null; time: string | null},
  {parties}: Linking,
): string {
  const names = (ids: readonly string[]): string => ids.map(parties.nameOf).join(', ')
  const who = event.recipients.length > 0 ? `${names(event.actors)} – ${names(event.recipients)}` : names(event.actors)
  const where = event.place === null ? '' : `, ${parties.nameOf(event.place)}`
  return `${event.kind}${who === '' ? '' : `: ${who}`}${where}${event.time === null ? '' : `, ${event.time}`}`
}
