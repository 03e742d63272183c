// Any entry of the record as its one line, whichever list shows it.
import {agreementLine, assessmentLine, contradictionLine, eventLine, labelOf, positionLine} from '../entries.ts'
import type {Lookup} from '../lookup.ts'
import {type Line, lineOf} from '../sheet.ts'
import {counted} from '../words.ts'
import {citationsOfEntry, type Entry} from './register.ts'

export function entryLine(entry: Entry, lookup: Lookup): Line {
  switch (entry.kind) {
    case 'event':
      return eventLine(entry.entry, lookup)
    case 'position':
      return positionLine(entry.entry, lookup)
    case 'agreement':
      return agreementLine(entry.entry, lookup)
    case 'assessment':
      return assessmentLine(entry.entry, lookup)
    case 'conflict':
      return contradictionLine(entry.entry, lookup)
    case 'utterance': {
      const cites = lookup.cite(citationsOfEntry(entry, lookup.attributions))
      const reports = new Set(cites.map(({number}) => number)).size
      return lineOf(labelOf(entry.entry.id, lookup), {id: entry.entry.id, cites, vouch: counted(reports, 'report')})
    }
  }
}
