// The ledger of agreements: the state and how it came to it, the clauses, and each alleged breach with its accuser and the answer.
import type {Agreement, RecordFile} from '../model/record.ts'
import {agreementLine} from './entries.ts'
import {type Lookup, lookUp, numberedSources} from './lookup.ts'
import {capital} from './marks.ts'
import {openingOf} from './opening.ts'
import {type Line, lineOf, type Section, type Sheet} from './sheet.ts'
import {titleOfView} from './title.ts'
import {citesOf, HOW_TO_READ_COUNTS, NOTHING_FIRM, vouchFor, whenOf} from './vouch.ts'
import {stateWords} from './words.ts'

export function writeAgreements(record: RecordFile): Sheet {
  const lookup = lookUp(record)
  const sections = record.agreements.map(agreement => ledgerOf(agreement, lookup))
  const none: Section = {heading: 'Agreements', lines: [], grid: null, none: 'No agreement found in these reports.'}
  return {
    schema: 'parley/view@1',
    view: 'agreements',
    title: titleOfView(lookup, 'agreements'),
    opening: [
      openingOf(lookup),
      NOTHING_FIRM,
      'An allegation is no breach, and a denial no proof of the contrary: both stand here as they were made.',
    ],
    sections: sections.length > 0 ? sections : [none],
    sources: numberedSources(lookup),
    closing: [HOW_TO_READ_COUNTS],
  }
}

function ledgerOf(agreement: Agreement, lookup: Lookup): Section {
  const line = agreementLine(agreement, lookup)
  const follows = agreement.follows === null ? undefined : lookup.record.agreements.find(entry => entry.id === agreement.follows)
  const steps = agreement.history.length > 1 ? agreement.history.map(step => stepLine(step, lookup)) : []
  const lines = [
    {...line, under: []},
    ...steps,
    ...passed(agreement, lookup),
    ...(follows ? [lineOf(`Follows: ${follows.label}`)] : []),
    ...line.under,
  ]
  return {heading: capital(agreement.label), lines, grid: null, none: null}
}

/** What the calendar shows of its term and its clauses. */
function passed({history, clauses}: Agreement, {record, cite}: Lookup): Line[] {
  const own = new Set(
    [...history, ...clauses].flatMap(({support}) => support.claims.map(({citation}) => `${citation.document} ${citation.start}`)),
  )
  return record.notes
    .filter(({code, at}) => PASSED.has(code) && at !== null && own.has(`${at.document} ${at.start}`))
    .map(({message, at}) => lineOf(message, {cites: at === null ? [] : cite([at])}))
}

const PASSED: ReadonlySet<string> = new Set(['link/term-passed', 'link/due-passed'])

function stepLine(step: Agreement['history'][number], lookup: Lookup): Line {
  return lineOf(capital(stateWords(step.state)), {
    when: whenOf(step.time, step.support, lookup),
    vouch: vouchFor(step.support, lookup),
    cites: citesOf(step.support, lookup),
  })
}
