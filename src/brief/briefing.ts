// The briefing: one page from the record. What happened, what is planned, what changed, who wants what, how it is said to be going,
// what was agreed and what is reported about its keeping, where reports differ; then where to find what was left out.
import type {Event, Position, RecordFile} from '../model/record.ts'
import {firstDay, shortDate} from './dates.ts'
import {
  agreementLine,
  assessmentLine,
  byTime,
  byWeight,
  contradictionLine,
  eventLine,
  isAccusing,
  isOverdue,
  lossLine,
  positionLine,
  tellEvent,
} from './entries.ts'
import {isThin} from './event-words.ts'
import {type Lookup, lookUp, numberedSources} from './lookup.ts'
import {clip, marked} from './marks.ts'
import {openingOf} from './opening.ts'
import {type Line, lineOf, type Section, type Sheet, sectionOf, type ViewName} from './sheet.ts'
import {shiftLine, shiftsIn} from './shifts.ts'
import {titleOfTalks} from './title.ts'
import {citesOf, HOW_TO_READ_PAGE, NOTHING_FIRM, vouchInShort} from './vouch.ts'
import {stateWords, statusWords} from './words.ts'

/** Lines a section may take, so that the example, twelve reports, stays one page of some seventy lines. */
const ROOM = {happened: 5, planned: 3, changed: 3, moved: 1, positions: 4, assessments: 2, agreements: 2, differ: 3, accusing: 2} as const

/** What is only talked about comes behind what was agreed, however often it is told. */
const NOT_YET_AGREED: readonly string[] = ['floated', 'proposed', 'under-negotiation', 'rejected']
const AGREED = 1000

/** Breaches, else clauses, shown under an agreement; the ledger shows all. */
const BREACHES = 2

/** Remarks, demands and refusals are positions or quotes; as events they would only say the same again. */
const SPOKEN: ReadonlySet<Event['kind']> = new Set(['statement', 'demand', 'rejection', 'proposal', 'threat', 'gesture', 'other'])

/** Lines in order of weight, and the view that shows those for which there is no room. */
interface Choice {
  readonly lines: readonly Line[]
  readonly more: number
}

export function writeBriefing(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  return {
    schema: 'parley/view@1',
    view: 'briefing',
    title: titleOfTalks(lookup) ?? 'Briefing',
    opening: [openingOf(lookup), NOTHING_FIRM],
    sections: [
      part('What happened', happened(lookup), 'timeline', 'Nothing that these reports tell as having happened.'),
      part('What is planned', planned(lookup), 'timeline', 'No plan found in these reports.'),
      part('What changed', changed(lookup), 'timeline', 'No change found between these reports.'),
      part('Who wants what', wanted(lookup), 'positions', 'No position found in these reports.'),
      part('How each side says it is going', assessed(lookup), 'quotes', 'Nobody is found saying how it is going.'),
      part('What was agreed, and what is reported about its keeping', agreed(lookup), 'agreements', 'No agreement found in these reports.'),
      part('Where reports differ', differing(lookup), 'conflicts', 'No contradiction found. That is no proof that there is none.'),
    ],
    sources: numberedSources(lookup),
    closing: [HOW_TO_READ_PAGE],
  }
}

function part(heading: string, {lines, more}: Choice, view: ViewName, none: string): Section {
  const section = sectionOf(heading, lines, more > 0 ? 'Nothing that a line here could rest on.' : none)
  return more > 0 ? {...section, more: {count: more, view}} : section
}

/** What talks are held for: of two events that as many reports carry, the deed goes before the remark on it. */
const DEEDS: ReadonlySet<Event['kind']> = new Set(['round', 'agreement', 'signing', 'release', 'exchange', 'ceasefire', 'withdrawal'])

/** Reports that carry it; one less where a side is unknown, where nobody has a name, and where only a machine paraphrase tells it. */
function weightOf(event: Event, lookup: Lookup): number {
  const isMangled = event.support.claims.every(({citation}) =>
    lookup.documentOf(citation.document)?.flags.some(({kind}) => kind === 'machine-paraphrase'),
  )
  return event.support.documents - Number(isThin(event, lookup)) - Number(isNameless(event, lookup)) - Number(isMangled)
}

const isNameless = ({actors}: Event, lookup: Lookup): boolean => actors.every(id => /^\p{Ll}/u.test(lookup.nameOf(id) ?? ''))

/** "Negotiators met", without day or place, where the same reports tell of a meeting with names: most likely that one, told less well. */
function isToldBetter(event: Event, named: NamedEvents, lookup: Lookup): boolean {
  if (event.time !== null || event.place !== null || !isNameless(event, lookup)) return false
  const [first, ...others] = documentsOf(event)
  if (first === undefined) return false
  const nearby = named.get(keyOf(event, first)) ?? []
  return nearby.some(other => others.every(document => documentsOf(other).has(document)))
}

/** Events with names by kind, status and report: ten thousand reports are not walked for each event. */
type NamedEvents = ReadonlyMap<string, readonly Event[]>

const keyOf = ({kind, status}: Event, document: string): string => `${kind} ${status} ${document}`

function namedEvents(events: readonly Event[], lookup: Lookup): NamedEvents {
  const named = new Map<string, Event[]>()
  for (const event of events) {
    if (isNameless(event, lookup)) continue
    for (const document of documentsOf(event)) {
      const known = named.get(keyOf(event, document))
      if (known) known.push(event)
      else named.set(keyOf(event, document), [event])
    }
  }
  return named
}

const documentsOf = ({support}: Event): ReadonlySet<string> => new Set(support.claims.map(({citation}) => citation.document))

/** The weightiest events by day; those that say too little to be told by one report alone are left to the timeline. */
function chosen(events: readonly Event[], room: number, lookup: Lookup): {readonly events: readonly Event[]; readonly more: number} {
  const named = namedEvents(events, lookup)
  const fit = events.filter(
    event => (!isThin(event, lookup) || event.support.documents > 1 || event.time !== null) && !isToldBetter(event, named, lookup),
  )
  const weights = new Map(fit.map(event => [event, weightOf(event, lookup)]))
  let accusing = 0
  const strong = fit
    .sort((a, b) => weights.get(b)! - weights.get(a)! || Number(DEEDS.has(b.kind)) - Number(DEEDS.has(a.kind)) || byWeight(a, b))
    .filter(event => !isAccusing(event) || accusing++ < ROOM.accusing)
    .slice(0, room)
    .sort(byTime)
  return {events: strong, more: events.length - strong.length}
}

function told(events: readonly Event[], room: number, lookup: Lookup): Choice {
  const {events: strong, more} = chosen(events, room, lookup)
  return {lines: oneEach(strong.map(event => toldLine(event, lookup))), more}
}

function happened(lookup: Lookup): Choice {
  const past = lookup.record.events.filter(
    event => ['held', 'ongoing', 'ended'].includes(event.status) && !event.background && !SPOKEN.has(event.kind),
  )
  return told(past, ROOM.happened, lookup)
}

function planned(lookup: Lookup): Choice {
  const done = new Map<string, string>()
  for (const event of lookup.record.events) {
    if (event.status !== 'held' || event.background) continue
    const key = partiesKey(event)
    const last = lastTold(event, lookup)
    if (last > (done.get(key) ?? '')) done.set(key, last)
  }
  // "Orvia and Marenia to sign", without a day, is past where a report as late tells that they signed.
  const cameAbout = (event: Event): boolean => event.time === null && (done.get(partiesKey(event)) ?? '') >= lastTold(event, lookup)
  const ahead = lookup.record.events.filter(
    event =>
      ['planned', 'proposed', 'conditional'].includes(event.status) &&
      !SPOKEN.has(event.kind) &&
      !isOverdue(event, lookup) &&
      !cameAbout(event),
  )
  return told(ahead, ROOM.planned, lookup)
}

const partiesKey = ({kind, actors, recipients}: Event): string => [kind, ...new Set([...actors, ...recipients])].sort().join(' ')

/** Day of the last report that tells it; before all days where none is known. */
const lastTold = (event: Event, lookup: Lookup): string =>
  [...documentsOf(event)].reduce((last, id) => {
    const day = lookup.documentOf(id)?.published ?? ''
    return day > last ? day : last
  }, '')

function changed(lookup: Lookup): Choice {
  const {record} = lookup
  const events = record.events.filter(event => !SPOKEN.has(event.kind))
  const isOff = (event: Event): boolean => !event.background && ['cancelled', 'not-held'].includes(event.status)
  const off = events.filter(isOff)
  const passed = events.filter(event => !event.background && isOverdue(event, lookup))
  // A plan that came about as planned is told once, as what happened.
  const moved = events.filter(
    event => !isOff(event) && event.history.some(step => isStep(step.status, event.status) && isMoved(step.time, event.time)),
  )
  const pick = (some: readonly Event[]): readonly Event[] => chosen(some, ROOM.changed, lookup).events
  const lines = oneEach([
    ...shiftsIn(lookup)
      .slice(-ROOM.moved)
      .map(shift => shiftLine(shift, lookup)),
    ...pick(off).map(event => toldLine(event, lookup)),
    ...pick(moved).map(event => historyLine(event, lookup)),
    ...record.agreements.filter(agreement => agreement.history.length > 1).map(agreement => stateLine(agreement, lookup)),
    ...pick(passed).map(event => toldLine(event, lookup)),
  ])
  return {lines: lines.slice(0, ROOM.changed), more: Math.max(0, lines.length - ROOM.changed)}
}

/** The program's words; the report's own below them where those alone would mislead: an accusation, a speaker not determined, a side unknown. */
function toldLine(event: Event, lookup: Lookup): Line {
  const line = eventLine(event, lookup)
  const isUnclear = event.support.claims.every(claim => claim.assertion === 'unclear')
  const quotes = isUnclear || isAccusing(event) || isThin(event, lookup) ? line.cites.slice(0, 1) : []
  return runOn({...line, quotes, vouch: vouchInShort(event.support, lookup)})
}

/** From a plan to what became of it. Reports that disagree on whether it took place are no change. */
const isStep = (from: string, to: Event['status']): boolean =>
  ['planned', 'proposed', 'conditional', 'threatened'].includes(from) && ['held', 'ongoing', 'ended'].includes(to)

const isMoved = (planned: string | null, held: string | null): boolean => {
  const [from, to] = [firstDay(planned), firstDay(held)]
  return from !== null && to !== null && from !== to
}

function historyLine(event: Event, lookup: Lookup): Line {
  const steps = event.history
    .filter(step => isStep(step.status, event.status))
    .map((step): [string, string | null] => [statusWords(step.status), step.time])
  steps.push([statusWords(event.status), event.time])
  return lineOf(`${tellEvent(event, lookup)}: ${path(steps, lookup)}`, {
    id: event.id,
    when: shortDate(event.time, lookup.year) || 'undated',
    vouch: vouchInShort(event.support, lookup),
    cites: citesOf(event.support, lookup),
    review: event.review,
  })
}

function stateLine({label, history}: RecordFile['agreements'][number], lookup: Lookup): Line {
  const cites = lookup.cite(history.flatMap(step => step.support.claims.map(claim => claim.citation)))
  const steps = history.map((step): [string, string | null] => [stateWords(step.state), step.time])
  return lineOf(`${label.slice(0, 1).toUpperCase()}${label.slice(1)}: ${path(steps, lookup)}`, {
    when: shortDate(history.at(-1)?.time ?? null, lookup.year) || 'undated',
    cites: cites.filter(({number}, i) => cites.findIndex(cite => cite.number === number) === i),
  })
}

const path = (steps: readonly [string, string | null][], lookup: Lookup): string =>
  steps.map(([words, time]) => (time ? `${words} (${shortDate(time, lookup.year)})` : words)).join(', then ')

function wanted(lookup: Lookup): Choice {
  const clear = lookup.record.positions.filter(position => position.stance !== 'unclear')
  const nameOf = (holder: string): string => lookup.nameOf(holder) ?? holder
  const groups = new Map<string, Position[]>()
  for (const position of [...clear].sort(byWeight)) {
    const key = wordingOf(position)
    groups.set(key, [...(groups.get(key) ?? []), position])
  }
  const first = [...groups.values()].slice(0, ROOM.positions)
  const byHolder = (a: Position, b: Position): number =>
    nameOf(a.holder) < nameOf(b.holder) ? -1 : nameOf(a.holder) > nameOf(b.holder) ? 1 : byTime(a, b)
  const sorted = first.map(group => group.sort(byHolder)).sort(([a], [b]) => byHolder(a!, b!))
  const lines = sorted.map(group => positionLine(group[0]!, lookup, vouchInShort, group))
  return {lines: oneEach(lines), more: clear.length - first.reduce((sum, group) => sum + group.length, 0)}
}

/** The same sentence, the same words, the same stance: told of both sides at once. */
const wordingOf = ({stance, content, support}: Position): string =>
  [stance, content, ...support.claims.map(({citation}) => `${citation.document} ${citation.start}`).sort()].join('\n')

function assessed(lookup: Lookup): Choice {
  const named = lookup.record.assessments.filter(assessment => assessment.by !== null)
  const first = [...named].sort(byWeight).slice(0, ROOM.assessments).sort(byTime)
  return {lines: oneEach(first.map(assessment => assessmentLine(assessment, lookup, vouchInShort))), more: named.length - first.length}
}

function agreed(lookup: Lookup): Choice {
  const {agreements} = lookup.record
  const weigh = ({history, state, violations}: RecordFile['agreements'][number]): number =>
    history.reduce((sum, step) => sum + step.support.documents, 0) + (NOT_YET_AGREED.includes(state) ? 0 : AGREED) + violations.length
  const first = [...agreements].sort((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1)).slice(0, ROOM.agreements)
  const lines = first.map(agreement => {
    const line = agreementLine(agreement, lookup, vouchInShort)
    // What is said of its keeping comes before its clauses where there is no room for both.
    const clauses = agreement.clauses.length
    const under = [...line.under.slice(clauses), ...line.under.slice(0, clauses)].slice(0, BREACHES)
    return {...line, under: under.map(runOn)}
  })
  return {lines, more: agreements.length - first.length}
}

function differing(lookup: Lookup): Choice {
  const lines = oneEach([
    ...lookup.record.contradictions.map(conflict => contradictionLine(conflict, lookup)),
    ...lookup.record.losses.map(loss => lossInShort(loss, lookup)),
  ])
  return {lines: lines.slice(0, ROOM.differ), more: Math.max(0, lines.length - ROOM.differ)}
}

/** An answer without words of its own takes no line of its own. */
function runOn(line: Line): Line {
  const bare = line.under.filter(under => under.cites.length === 0 && under.under.length === 0)
  const vouch = [line.vouch, ...bare.map(under => under.text)].filter(Boolean).join(' · ')
  return {...line, vouch, under: line.under.filter(under => !bare.includes(under)).map(under => ({...under, quotes: []}))}
}

const LOSS = 90

/** One sentence shows it: the one that leaves the speaker out. */
function lossInShort(loss: RecordFile['losses'][number], lookup: Lookup): Line {
  const line = lossLine(loss, lookup)
  return {...line, text: `${line.text}: ${marked(clip(loss.because[0].quote, LOSS))}`, under: []}
}

/** Lines that say the same thing in the same words, of the same reports, are one line. */
function oneEach(lines: readonly Line[]): Line[] {
  const seen = new Set<string>()
  return lines.filter(line => {
    const key = [line.when, line.text, ...line.quotes.map(quote => quote.citation.quote), ...line.under.map(under => under.text)].join('\n')
    return !seen.has(key) && seen.add(key)
  })
}
