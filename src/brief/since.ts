// What changed since a day: the record of the reports that were out before it beside the record of all of them. Entries are the same where
// they share a claim, since claims never change; so nothing is new that only got another id.
import type {Agreement, Contradiction, Event, Position, RecordFile, Support} from '../model/record.ts'
import {wordDate} from './dates.ts'
import {agreementLine, contradictionLine, DATE_PASSED, eventLine, positionLine, tellEvent, violationLines} from './entries.ts'
import {type Lookup, lookUp, numberedSources, publisherOf, titleOf} from './lookup.ts'
import {capital} from './marks.ts'
import {type Line, lineOf, type Section, type Sheet, sectionOf} from './sheet.ts'
import {titleOfView} from './title.ts'
import {citesOf, HOW_TO_READ_COUNTS} from './vouch.ts'
import {counted, listed, ranged, stanceWords, stateWords, statusWords} from './words.ts'

/** `before` is the record of the reports published before `day`, `now` of all. */
export function writeSince(before: RecordFile, now: RecordFile, day: string): Sheet {
  const lookup = lookUp(now)
  const known = knownBy(before)
  const fresh = now.documents.filter(({id}) => !before.documents.some(document => document.id === id))
  const sections: Section[] = [
    sectionOf(
      'New events',
      now.events
        .filter(
          event =>
            [event.support, ...event.history.map(step => step.support)].every(support => !isTold(support, known)) && !event.background,
        )
        .map(event => eventLine(event, lookup)),
      'none',
    ),
    sectionOf(
      'Planned, and held or passed since',
      now.events.flatMap(event => movedEvent(event, before, lookup)),
      'none',
    ),
    sectionOf(
      'Positions that moved',
      now.positions.flatMap(position => movedPosition(position, before, now, lookup)),
      'none',
    ),
    sectionOf(
      'Agreements',
      now.agreements.flatMap(agreement => movedAgreement(agreement, before, lookup)),
      'none',
    ),
    sectionOf('Corrections and withdrawals', correctionLines(fresh, lookup), 'none'),
    sectionOf(
      'Lines that gained or lost an origin',
      [...now.events, ...now.positions].flatMap(entry => recounted(entry, before, lookup)),
      'none',
    ),
    sectionOf(
      'New conflicts between reports',
      now.contradictions.filter(conflict => !isKnownConflict(conflict, before)).map(conflict => contradictionLine(conflict, lookup)),
      'none',
    ),
  ]
  return {
    schema: 'parley/view@1',
    view: 'since',
    title: titleOfView(lookup, 'what changed'),
    opening: [
      `${counted(fresh.length, 'report')} since ${wordDate(day)}, beside ${counted(before.documents.length, 'report')} from before.`,
    ],
    sections,
    sources: numberedSources(lookup).filter(source => fresh.some(({id}) => id === source.document)),
    closing: ['Counted by the day of publication; undated reports count as from before.', HOW_TO_READ_COUNTS],
  }
}

type Known = ReadonlySet<string>

const claimsIn = (support: Support): string[] => support.claims.map(({id}) => id)

function knownBy({events, positions, agreements}: RecordFile): Known {
  const known = new Set<string>()
  for (const {support, history} of events)
    for (const one of [support, ...history.map(step => step.support)]) for (const id of claimsIn(one)) known.add(id)
  for (const {support} of positions) for (const id of claimsIn(support)) known.add(id)
  for (const {history, violations} of agreements)
    for (const {support} of [...history, ...violations]) for (const id of claimsIn(support)) known.add(id)
  return known
}

const isTold = (support: Support, known: Known): boolean => claimsIn(support).some(id => known.has(id))

/** The entry of before that shares a claim. */
function before<Entry extends {readonly support: Support}>(entries: readonly Entry[], supports: readonly Support[]): Entry | null {
  const mine = new Set(supports.flatMap(claimsIn))
  return entries.find(({support}) => claimsIn(support).some(id => mine.has(id))) ?? null
}

function movedEvent(event: Event, {events}: RecordFile, lookup: Lookup): Line[] {
  const earlier = before(events, [event.support, ...event.history.map(step => step.support)])
  if (earlier === null) return []
  const passed = event.history.some(({status}) => status === DATE_PASSED) && !earlier.history.some(({status}) => status === DATE_PASSED)
  if (earlier.status === event.status && !passed) return []
  const change = earlier.status === event.status ? DATE_PASSED : `${statusWords(earlier.status)}, now ${statusWords(event.status)}`
  return [{...eventLine(event, lookup), text: `${capital(tellEvent(event, lookup))}: ${change}`}]
}

/** A new stance of a holder on an issue on which there was one before. */
function movedPosition(position: Position, earlier: RecordFile, {positions}: RecordFile, lookup: Lookup): Line[] {
  const mine = earlier.positions.filter(({holder, issue}) => isOne(holder, position.holder, earlier, lookup) && issue === position.issue)
  if (mine.length === 0 || before(earlier.positions, [position.support]) !== null || positions.length === 0) return []
  const stances = [...new Set(mine.map(({stance}) => stance))]
  if (stances.includes(position.stance)) return []
  const line = positionLine(position, lookup)
  return [{...line, text: `${line.text} (before: ${listed(stances.map(stanceWords))})`}]
}

/** An entity's id may change with its mentions; its name stays. */
function isOne(earlier: string, now: string, {entities}: RecordFile, lookup: Lookup): boolean {
  return earlier === now || entities.find(({id}) => id === earlier)?.name === lookup.nameOf(now)
}

function movedAgreement(agreement: Agreement, {agreements}: RecordFile, lookup: Lookup): Line[] {
  const supportsOf = ({history, violations}: Agreement): Support[] => [...history, ...violations].map(({support}) => support)
  const mine = new Set(supportsOf(agreement).flatMap(claimsIn))
  const earlier = agreements.find(one => supportsOf(one).some(support => claimsIn(support).some(id => mine.has(id))))
  const line = agreementLine(agreement, lookup)
  if (earlier === undefined) return [{...line, text: `New: ${line.text}`}]
  const told = new Set(earlier.violations.flatMap(({support}) => claimsIn(support)))
  const broken = violationLines({...agreement, violations: agreement.violations.filter(({support}) => !isTold(support, told))}, lookup)
  const moved = earlier.state === agreement.state ? '' : ` (before: ${stateWords(earlier.state)})`
  return moved === '' && broken.length === 0 ? [] : [{...line, text: line.text + moved, under: broken}]
}

function correctionLines(fresh: RecordFile['documents'], lookup: Lookup): Line[] {
  return fresh.flatMap(document => {
    const flag = document.flags.find(({kind}) => kind === 'correction' || kind === 'withdrawn')
    const words =
      flag?.kind === 'withdrawn'
        ? 'withdrawn'
        : flag
          ? 'a correction'
          : document.versionOf === null
            ? null
            : `another version of [${lookup.numberOf(document.versionOf)}]`
    if (words === null) return []
    const cites = lookup.cite(flag?.because ?? [])
    return [lineOf(`${publisherOf(document)}, ${titleOf(document)}: ${words} [${lookup.numberOf(document.id)}]`, {cites})]
  })
}

/** The same entry, told by more or fewer than before. */
function recounted(entry: Event | Position, earlier: RecordFile, lookup: Lookup): Line[] {
  const isEvent = 'actors' in entry
  const known = isEvent ? before(earlier.events, [entry.support]) : before(earlier.positions, [entry.support])
  if (known === null || (isEvent && (known as Event).status !== entry.status)) return []
  const [then, now] = [known.support, entry.support]
  if (then.said[0] === now.said[0] && then.said[1] === now.said[1] && then.known[0] === now.known[0] && then.known[1] === now.known[1])
    return []
  const line = isEvent ? eventLine(entry, lookup) : positionLine(entry, lookup)
  const change = `recorded ${ranged(then.said)}, now ${ranged(now.said)}; first-hand ${ranged(then.known)}, now ${ranged(now.known)}`
  return [{...line, vouch: change, cites: citesOf(now, lookup), under: []}]
}

function isKnownConflict({kind, sides}: Contradiction, {contradictions}: RecordFile): boolean {
  const keyOf = (conflict: Pick<Contradiction, 'kind' | 'sides'>): string[] =>
    conflict.sides.flatMap(side => side.citations.map(({document, start, end}) => `${conflict.kind} ${document} ${start} ${end}`))
  const mine = new Set(keyOf({kind, sides}))
  return contradictions.some(conflict => {
    const shared = new Set(
      keyOf(conflict)
        .filter(key => mine.has(key))
        .map(key => key.split(' ')[1]),
    )
    return shared.size > 1
  })
}
