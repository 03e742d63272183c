// The views by name, so that the command line and the page offer the same ones.
import type {RecordFile} from '../model/record.ts'
import {writeAgreements} from './agreements.ts'
import {writeBriefing} from './briefing.ts'
import {writeConflicts} from './conflicts.ts'
import {writePeople} from './people.ts'
import {writePositions} from './positions.ts'
import {writeQuotes} from './quotes.ts'
import type {Sheet, ViewName} from './sheet.ts'
import {writeSources} from './sources.ts'
import {writeTimeline} from './timeline.ts'

/** Views that need nothing but the record; `chain` needs an id. */
export const VIEWS: Readonly<Record<Exclude<ViewName, 'chain' | 'since'>, (record: RecordFile) => Sheet>> = {
  briefing: writeBriefing,
  timeline: writeTimeline,
  positions: writePositions,
  agreements: writeAgreements,
  quotes: record => writeQuotes(record),
  people: writePeople,
  sources: writeSources,
  conflicts: writeConflicts,
}
