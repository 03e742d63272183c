// The briefing: one page from the record. What happened, what is planned, what changed, who wants what, how it is said to be going,
// what was agreed and what is reported about its keeping, where reports differ; then how much was left out.
import type {Event, RecordFile} from '../model/record.ts'
import {shortDate} from './dates.ts'
import {
  agreementLine,
  assessmentLine,
  byTime,
  byWeight,
  contradictionLine,
  eventLine,
  isOverdue,
  lossLine,
  positionLine,
  tellEvent,
} from './entries.ts'
import {type Lookup, lookUp, numberedSources} from './lookup.ts'
import {openingOf} from './opening.ts'
import {type Line, lineOf, type Section, type Sheet, sectionOf} from './sheet.ts'
import {titleOfTalks} from './title.ts'
import {citesOf, HOW_TO_READ_COUNTS, HOW_TO_READ_DAYS, HOW_TO_READ_MARKS, NOT_YET_MEASURED, vouchFor} from './vouch.ts'
import {counted, stateWords, statusWords} from './words.ts'

/** Lines a section may take, each with its sentence, so that the whole stays one printed page in two columns. */
const ROOM = {happened: 5, planned: 3, changed: 3, positions: 5, assessments: 3, agreements: 2, differ: 3} as const

/** Remarks, demands and refusals are positions or quotes; as events they would only say the same again. */
const SPOKEN: ReadonlySet<Event['kind']> = new Set(['statement', 'demand', 'rejection', 'proposal', 'threat', 'other'])

export function writeBriefing(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  const shown = new Set<string>()
  const show = (lines: readonly Line[]): readonly Line[] => {
    for (const line of lines) if (line.id) shown.add(line.id)
    return lines
  }
  const sections: Section[] = [
    sectionOf('What happened', show(happened(lookup)), 'Nothing that these reports tell as having happened.'),
    sectionOf('What is planned', show(planned(lookup)), 'No plan found in these reports.'),
    sectionOf('What changed', show(changed(lookup)), 'No change found between these reports.'),
    sectionOf('Who wants what', show(wanted(lookup)), 'No position found in these reports.'),
    sectionOf('How each side says it is going', show(assessed(lookup)), 'Nobody is found saying how it is going.'),
    sectionOf('What was agreed, and what is reported about its keeping', show(agreed(lookup)), 'No agreement found in these reports.'),
    sectionOf('Where reports differ', show(differing(lookup)), 'No contradiction found. That is no proof that there is none.'),
  ]
  const left = leftOut(lookup, shown)
  const closing = [
    ...(left > 0 ? [`${counted(left, 'more line needs', 'more lines need')} a look: ${MORE_VIEWS}`] : []),
    HOW_TO_READ_DAYS,
    HOW_TO_READ_MARKS,
    HOW_TO_READ_COUNTS,
  ]
  return {
    schema: 'parley/view@1',
    view: 'briefing',
    title: titleOfTalks(lookup) ?? 'Briefing',
    opening: [openingOf(lookup), NOT_YET_MEASURED],
    sections,
    sources: numberedSources(lookup),
    closing,
  }
}

const MORE_VIEWS = 'parley timeline, positions, agreements, quotes, conflicts.'

const strongest = (events: readonly Event[], room: number): Event[] => [...events].sort(byWeight).slice(0, room).sort(byTime)

function happened(lookup: Lookup): Line[] {
  const past = lookup.record.events.filter(
    event =>
      (event.status === 'held' || event.status === 'ongoing' || event.status === 'ended') && !event.background && !SPOKEN.has(event.kind),
  )
  return strongest(past, ROOM.happened).map(event => toldLine(event, lookup))
}

function planned(lookup: Lookup): Line[] {
  const ahead = lookup.record.events.filter(
    event => ['planned', 'proposed', 'conditional'].includes(event.status) && !SPOKEN.has(event.kind) && !isOverdue(event, lookup),
  )
  return strongest(ahead, ROOM.planned).map(event => toldLine(event, lookup))
}

function changed(lookup: Lookup): Line[] {
  const {events, agreements} = lookup.record
  const off = events.filter(
    event => !event.background && !SPOKEN.has(event.kind) && (['cancelled', 'not-held'].includes(event.status) || isOverdue(event, lookup)),
  )
  const moved = events.filter(
    event => !SPOKEN.has(event.kind) && !off.includes(event) && event.history.some(step => isStep(step.status, event.status)),
  )
  const lines = [
    ...strongest(
      off.filter(event => !isOverdue(event, lookup)),
      ROOM.changed,
    ).map(event => toldLine(event, lookup)),
    ...strongest(moved, ROOM.changed).map(event => historyLine(event, lookup)),
    ...agreements
      .filter(agreement => agreement.history.length > 1)
      .map(agreement =>
        lineOf(
          `${agreement.label}: ${path(
            agreement.history.map(step => [stateWords(step.state), step.time]),
            lookup,
          )}`,
          {
            when: shortDate(agreement.history.at(-1)?.time ?? null, lookup.year) || 'undated',
            cites: lookup.cite(agreement.history.flatMap(step => step.support.claims.map(claim => claim.citation))),
          },
        ),
      ),
  ]
  const passed = strongest(
    off.filter(event => isOverdue(event, lookup)),
    ROOM.changed,
  ).map(event => toldLine(event, lookup))
  return [...lines, ...passed].slice(0, ROOM.changed)
}

/** The machine's words, and a report's own below them: the sentence is what an editor trusts. */
function toldLine(event: Event, lookup: Lookup): Line {
  const line = eventLine(event, lookup)
  return {...line, quotes: line.cites.slice(0, 1)}
}

/** From a plan to what became of it. Reports that disagree on whether it took place are no change. */
const isStep = (from: string, to: Event['status']): boolean =>
  ['planned', 'proposed', 'conditional', 'threatened'].includes(from) && ['held', 'ongoing', 'ended'].includes(to)

function historyLine(event: Event, lookup: Lookup): Line {
  const steps = event.history
    .filter(step => isStep(step.status, event.status))
    .map((step): [string, string | null] => [statusWords(step.status), step.time])
  if (event.history.at(-1)?.status !== event.status) steps.push([statusWords(event.status), event.time])
  return lineOf(`${tellEvent(event, lookup)}: ${path(steps, lookup)}`, {
    id: event.id,
    when: shortDate(event.time, lookup.year) || 'undated',
    vouch: vouchFor(event.support, lookup),
    cites: citesOf(event.support, lookup),
    review: event.review,
  })
}

const path = (steps: readonly [string, string | null][], lookup: Lookup): string =>
  steps.map(([words, time]) => (time ? `${words} (${shortDate(time, lookup.year)})` : words)).join(', then ')

function wanted(lookup: Lookup): Line[] {
  const told = lookup.record.positions.filter(position => position.stance !== 'unclear')
  const first = [...told].sort(byWeight).slice(0, ROOM.positions)
  const nameOf = (holder: string): string => lookup.nameOf(holder) ?? holder
  return first
    .sort((a, b) => (nameOf(a.holder) < nameOf(b.holder) ? -1 : nameOf(a.holder) > nameOf(b.holder) ? 1 : byTime(a, b)))
    .map(position => positionLine(position, lookup))
}

function assessed(lookup: Lookup): Line[] {
  const named = lookup.record.assessments.filter(assessment => assessment.by !== null)
  return [...named]
    .sort(byWeight)
    .slice(0, ROOM.assessments)
    .sort(byTime)
    .map(assessment => assessmentLine(assessment, lookup))
}

function agreed(lookup: Lookup): Line[] {
  const weigh = (id: string): number =>
    lookup.record.agreements.find(entry => entry.id === id)?.history.reduce((sum, step) => sum + step.support.documents, 0) ?? 0
  return [...lookup.record.agreements]
    .sort((a, b) => weigh(b.id) - weigh(a.id) || (a.id < b.id ? -1 : 1))
    .slice(0, ROOM.agreements)
    .map(agreement => {
      const line = agreementLine(agreement, lookup)
      return {...line, quotes: line.cites.slice(0, 1)}
    })
}

function differing(lookup: Lookup): Line[] {
  const lines = [
    ...lookup.record.contradictions.map(conflict => contradictionLine(conflict, lookup)),
    ...lookup.record.losses.map(loss => lossLine(loss, lookup)),
  ]
  return lines.slice(0, ROOM.differ)
}

function leftOut({record}: Lookup, shown: ReadonlySet<string>): number {
  const all = [
    ...record.events.filter(event => !SPOKEN.has(event.kind)),
    ...record.positions,
    ...record.agreements,
    ...record.assessments,
    ...record.contradictions,
  ]
  return all.filter(entry => !shown.has(entry.id)).length
}
