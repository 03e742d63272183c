// What a calendar shows and nobody reported: an agreement whose term or a clause whose day lies behind the newest report, and "the third round" where
// the reports show another number before it. Notes, never facts: nothing is concluded from silence.
import type {Agreement, Event, Note} from '../model/record.ts'
import {daysOf} from '../text/similarity-days.ts'
import type {Parties} from './parties.ts'

/** States in which a term runs or a clause is owed. */
const STANDING: ReadonlySet<Agreement['state']> = new Set(['announced', 'signed', 'ratified', 'in-force'])
/** States from whose day a term runs, the latest first. */
const BEGUN: readonly Agreement['state'][] = ['in-force', 'signed', 'announced']

/** `lastDay`: day of the newest report, as a number of days; null where no report has a date. */
export function passedNotes(agreements: readonly Agreement[], lastDay: number | null): Note[] {
  if (lastDay === null) return []
  return agreements.flatMap(agreement => {
    if (!STANDING.has(agreement.state)) return []
    const at = agreement.history.at(-1)?.support.claims[0]?.citation ?? null
    const notes: Note[] = []
    const end = endOf(agreement)
    if (end !== null && end < lastDay)
      notes.push({
        code: 'link/term-passed',
        message: `Counted from the day that these reports give, the term of “${agreement.label}” has run out; none of them tells what became of it.`,
        document: at?.document ?? null,
        at,
      })
    for (const {content, due, implementation, support} of agreement.clauses) {
      const day = daysOf(due)
      const where = support.claims[0]?.citation ?? null
      if (day !== null && day.to < lastDay && implementation === null)
        notes.push({
          code: 'link/due-passed',
          message: `The day for “${content}” has passed; no report here tells whether it was kept.`,
          document: where?.document ?? null,
          at: where,
        })
    }
    return notes
  })
}

/** The last day of the term; null where its length or its beginning is not known to the day. */
function endOf({term, history}: Agreement): number | null {
  const length = lengthOf(term)
  for (const state of BEGUN) {
    const days = daysOf(history.find(step => step.state === state)?.time ?? null)
    if (days !== null) return length === null || days.from !== days.to ? null : days.from + length
  }
  return null
}

/** Days in a term; months and years are taken long, so that a term is never said to be over too early. */
const DAYS: Readonly<Record<string, number>> = {D: 1, W: 7, M: 31, Y: 366}

function lengthOf(term: string | null): number | null {
  const match = /^P(\d+)([DWMY])$/.exec(term ?? '')
  return match ? Number(match[1]) * DAYS[match[2]!]! : null
}

/** "The third round" of two parties is held against the earlier rounds that the reports show. */
export function ordinalNotes(events: readonly Event[], {partiesOf}: Parties): Note[] {
  const rounds = events.filter(({kind, status}) => kind === 'round' && status !== 'not-held' && status !== 'cancelled')
  const seatsOf = (event: Event): string => partiesOf(event.actors).join(' ')
  return rounds.flatMap(event => {
    const {ordinal} = event
    const at = event.support.claims[0]?.citation ?? event.history.at(-1)?.support.claims[0]?.citation
    if (ordinal === null || ordinal < 2 || event.background || at === undefined) return []
    const earlier = rounds.filter(other => other !== event && seatsOf(other) === seatsOf(event) && isBefore(other, event)).length
    if (earlier === ordinal - 1) return []
    return [
      {
        code: 'link/ordinal',
        message: `Told as round ${ordinal} of these parties; the reports here show ${earlier} before it.`,
        document: at.document,
        at,
      },
    ]
  })
}

function isBefore(other: Event, event: Event): boolean {
  if (other.ordinal !== null && event.ordinal !== null) return other.ordinal < event.ordinal
  const [first, second] = [daysOf(other.time), daysOf(event.time)]
  return first !== null && second !== null && first.to < second.from
}
