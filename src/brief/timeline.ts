// The timeline: what the reports tell as past, what they tell as planned, and what has no date; each apart from the others.
import type {Event, RecordFile} from '../model/record.ts'
import {byTime, eventLine} from './entries.ts'
import {type Lookup, lookUp, numberedSources} from './lookup.ts'
import {openingOf} from './opening.ts'
import {type Line, type Section, type Sheet, sectionOf} from './sheet.ts'
import {titleOfView} from './title.ts'
import {HOW_TO_READ_COUNTS, NOTHING_FIRM} from './vouch.ts'

const PAST: ReadonlySet<Event['status']> = new Set(['held', 'ongoing', 'ended'])
const AHEAD: ReadonlySet<Event['status']> = new Set(['planned', 'proposed', 'conditional', 'threatened'])

export function writeTimeline(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  const told = record.events.filter(event => event.kind !== 'other')
  const dated = told.filter(event => event.time !== null)
  const part = (heading: string, events: readonly Event[], none: string | null): Section =>
    sectionOf(
      heading,
      [...events].sort(byTime).map(event => withSentence(event, lookup)),
      none,
    )
  return {
    schema: 'parley/view@1',
    view: 'timeline',
    title: titleOfView(lookup, 'timeline'),
    opening: [openingOf(lookup), NOTHING_FIRM],
    sections: [
      part(
        'Past',
        dated.filter(event => PAST.has(event.status)),
        'Nothing with a date is told as past.',
      ),
      part(
        'Planned, proposed, threatened',
        dated.filter(event => AHEAD.has(event.status)),
        'Nothing with a date is told as planned.',
      ),
      part(
        'Did not take place, or unclear',
        dated.filter(event => !PAST.has(event.status) && !AHEAD.has(event.status)),
        null,
      ),
      part(
        'Without a date',
        told.filter(event => event.time === null),
        null,
      ),
    ],
    sources: numberedSources(lookup),
    closing: [HOW_TO_READ_COUNTS],
  }
}

/** The machine's words above, the report's own below: a timeline is read to be checked. */
function withSentence(event: Event, lookup: Lookup): Line {
  const line = eventLine(event, lookup)
  return {...line, quotes: line.cites.slice(0, 1)}
}
