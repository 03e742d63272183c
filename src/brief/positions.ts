// Who wants what: a matrix of issues and holders with the age of each cell, then every position in its words.
import type {Position, RecordFile} from '../model/record.ts'
import {daysBetween, firstDay} from './dates.ts'
import {byTime, positionLine} from './entries.ts'
import {issueWords} from './event-words.ts'
import {type Lookup, lookUp, numberedSources} from './lookup.ts'
import {openingOf} from './opening.ts'
import {type Cell, type Grid, type Section, type Sheet, sectionOf} from './sheet.ts'
import {shiftLine, shiftsIn} from './shifts.ts'
import {titleOfView} from './title.ts'
import {citesOf, HOW_TO_READ_COUNTS, HOW_TO_READ_DAYS, HOW_TO_READ_MARKS, inPrintSince, NOTHING_FIRM, whenOf} from './vouch.ts'
import {accountWords, counted, stanceWords} from './words.ts'

export function writePositions(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  const holders = byCount(record.positions.map(position => position.holder))
  const issues = byCount(record.positions.map(position => position.issue))
  const named = (issue: string): Section =>
    sectionOf(
      `On ${issueWords(issue)}`,
      record.positions
        .filter(position => position.issue === issue)
        .sort(byTime)
        .map(position => positionLine(position, lookup)),
    )
  const matrix: Section = {
    heading: 'Matrix',
    lines: [],
    grid: record.positions.length > 0 ? gridOf(lookup, holders, issues) : null,
    none: 'No position found in these reports.',
  }
  return {
    schema: 'parley/view@1',
    view: 'positions',
    title: titleOfView(lookup, 'positions'),
    opening: [
      openingOf(lookup),
      NOTHING_FIRM,
      'A position is somebody’s words on a day, not a policy. Reports that differ are not parties that disagree.',
    ],
    sections: [matrix, moved(lookup), ...issues.map(named)],
    sources: numberedSources(lookup),
    closing: [HOW_TO_READ_DAYS, HOW_TO_READ_MARKS, HOW_TO_READ_COUNTS],
  }
}

/** Left out where nothing moved: silence is no constancy. */
const moved = (lookup: Lookup): Section =>
  sectionOf(
    'What moved',
    shiftsIn(lookup).map(shift => shiftLine(shift, lookup)),
  )

function gridOf(lookup: Lookup, holders: readonly string[], issues: readonly string[]): Grid {
  const before = new Map(shiftsIn(lookup).map(shift => [shift.after.id, shift.before]))
  const cellsOf = (issue: string, holder: string): Cell[] =>
    lookup.record.positions
      .filter(position => position.issue === issue && position.holder === holder)
      .sort(byTime)
      .map(position => cellOf(position, before.get(position.id) ?? null, lookup))
  return {
    corner: 'issue',
    columns: holders.map(holder => lookup.nameOf(holder) ?? holder),
    rows: issues.map(issue => ({head: issueWords(issue), cells: holders.map(holder => cellsOf(issue, holder))})),
  }
}

function cellOf(position: Position, before: Position | null, lookup: Lookup): Cell {
  const voice = position.voice === position.holder ? null : lookup.nameOf(position.voice)
  const account = accountWords(position.account, null)
  const remarks = [voice, position.account === 'other-side' || position.account === 'third-party' ? account : null].filter(Boolean)
  return {
    id: position.id,
    text: stanceWords(position.stance) + (remarks.length > 0 ? ` (${remarks.join(', ')})` : '') + wasBefore(before, lookup),
    age: ageOf(position, lookup),
    cites: citesOf(position.support, lookup),
  }
}

/** "is open to, before: rejects (3 May)": the last stance of the other kind. */
const wasBefore = (before: Position | null, lookup: Lookup): string =>
  before === null ? '' : `, before: ${stanceWords(before.stance)} (${whenOf(before.time, before.support, lookup)})`

/** How old the words were when the newest report came out: "13 Mar, 6 days old". */
function ageOf(position: Position, lookup: Lookup): string {
  const day = firstDay(position.time) ?? inPrintSince(position.support, lookup)
  const when = whenOf(position.time, position.support, lookup)
  const days = day === null || lookup.newest === null ? 0 : daysBetween(day, lookup.newest)
  return days > 0 ? `${when}, ${counted(days, 'day')} old` : when
}

/** Most frequent first, then by name. */
function byCount(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value)
}
