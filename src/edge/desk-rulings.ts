// Checks what people rule before it is kept: ids that the record knows, fields and values that exist. Rulings on entries are kept as rulings on
// their claims, rulings on people as rulings on mentions, so that they survive re-reading and new reports.
import {account, eventKind, stance, state, status} from '../brief/schema/record.ts'
import {idOf} from '../link/identity.ts'
import type {Citation, Judgement, RecordFile} from '../model/record.ts'
import type {NewJudgement} from './desk.ts'
import {catalogueOf, type EntryKind, type Known} from './desk-catalogue.ts'
import {ParleyError} from './parley-error.ts'

/** A ruling that comes from somewhere else, such as a colleague's sheet, keeps its id and its time. */
export type SheetLine = NewJudgement & {readonly id?: string; readonly at?: string | null}

/** When it was ruled and by whom, where the line itself does not say. */
export interface Stamp {
  readonly at: string
  readonly who: string | null
}

/** Throws ParleyError `judgement/unknown-id`, `judgement/bad-kind`, `judgement/unknown-field`, `judgement/bad-value`, `judgement/no-citation`. */
export function prepareJudgements(lines: readonly SheetLine[], record: RecordFile, stamp: Stamp): Judgement[] {
  const known = new Set(record.judgements.map(({id}) => id))
  return lines.map(line => {
    const checked = check(line, record)
    const {kind, field = null, value = null, reason = null, who = stamp.who, at = stamp.at} = line
    let id = line.id ?? idOf(kind, ...checked.of, field, value, who, at)
    while (known.has(id)) id = idOf(id, 'again')
    known.add(id)
    return {
      ...{id, by: 'person', who, at, kind, of: [...checked.of], field, value, verdict: 'applied', reason},
      ...{rule: null, score: null, because: [...checked.because]},
    }
  })
}

type Checked = Pick<Judgement, 'of' | 'because'>

function check(line: NewJudgement, record: RecordFile): Checked {
  const because = [...(line.because ?? [])]
  switch (line.kind) {
    case 'same':
    case 'different':
      return {of: pairOf(line, record), because}
    case 'confirm':
    case 'dismiss':
      return {of: line.of.flatMap(id => claimsBehind(idKnown(id, record, RULED))), because}
    case 'set':
      return {of: toSet(line, record), because}
    case 'add':
      return toAdd(line, record)
    case 'undo':
      return {of: line.of.map(id => idKnown(id, record, ['judgement']).id), because}
    default:
      throw new ParleyError(
        'judgement/bad-kind',
        `"${String(line.kind)}" is no ruling: same, different, confirm, dismiss, set, add or undo`,
      )
  }
}

const RULED: readonly Known['kind'][] = ['event', 'position', 'agreement', 'assessment', 'claim', 'document']

function idKnown(id: string, record: RecordFile, kinds: readonly Known['kind'][]): Known {
  const known = catalogueOf(record).get(id)
  if (known === undefined)
    throw new ParleyError('judgement/unknown-id', `the record knows no id "${id}"; take one from --json or from "parley find"`)
  if (!kinds.includes(known.kind))
    throw new ParleyError('judgement/unknown-id', `"${id}" is a ${known.kind}; this ruling is about: ${kinds.join(', ')}`)
  return known
}

const claimsBehind = (known: Known): readonly string[] => ('claims' in known ? known.claims : [known.id])

const JOINED: readonly Known['kind'][] = [
  'event',
  'position',
  'agreement',
  'assessment',
  'claim',
  'entity',
  'mention',
  'document',
  'attribution',
]

/** Two of a kind: people by mentions, reports by id, entries by one claim each. */
function pairOf({kind, of}: NewJudgement, record: RecordFile): string[] {
  if (of.length < 2) throw new ParleyError('judgement/bad-value', `"${kind}" needs two ids or more`)
  const known = of.map(id => idKnown(id, record, JOINED))
  const sorts = new Set(known.map(sortOf))
  if (sorts.size > 1)
    throw new ParleyError('judgement/bad-value', `"${kind}" is said of two of one sort, not of ${[...sorts].join(' and ')}`)
  const ids = known.map(one => claimsBehind(one)[0]!)
  if (new Set(ids).size < 2) throw new ParleyError('judgement/bad-value', `"${kind}" needs two different ones`)
  return ids
}

function sortOf({kind}: Known): string {
  if (kind === 'entity' || kind === 'mention') return 'somebody'
  return kind === 'document' || kind === 'attribution' ? kind : 'a line of the record'
}

/** Fields that one line of a person can correct, with the values they take; null where any words do. */
const FIELDS: Readonly<Record<EntryKind, Readonly<Record<string, readonly string[] | 'somebody' | 'day' | 'term' | 'number' | 'words'>>>> =
  {
    event: {kind: eventKind.options, status: status.options, time: 'day', place: 'somebody', host: 'somebody', ordinal: 'number'},
    position: {
      ...{stance: stance.options, account: account.options, issue: 'words', holder: 'somebody', voice: 'somebody'},
      ...{toward: 'somebody', time: 'day'},
    },
    agreement: {state: state.options, label: 'words', term: 'term'},
    assessment: {},
  }
/** Fields that an entry cannot be without. */
const NEEDED: ReadonlySet<string> = new Set(['kind', 'status', 'stance', 'account', 'issue', 'holder', 'state', 'label'])

function toSet({of, field = null, value = null}: NewJudgement, record: RecordFile): string[] {
  const catalogue = catalogueOf(record)
  const known = of.map(id => idKnown(id, record, ['event', 'position', 'agreement', 'claim']))
  for (const one of known) {
    const kinds = 'claims' in one ? [one.kind] : one.kind === 'claim' ? one.entries.map(id => catalogue.get(id)!.kind as EntryKind) : []
    for (const kind of kinds) checkField(kind, field, value, record)
  }
  return known.flatMap(claimsBehind)
}

function checkField(kind: EntryKind, field: string | null, value: string | null, record: RecordFile): void {
  const fields = FIELDS[kind]
  if (field === null || !Object.hasOwn(fields, field))
    throw new ParleyError(
      'judgement/unknown-field',
      `"${field ?? ''}" is no field of ${kind === 'event' || kind === 'agreement' || kind === 'assessment' ? 'an' : 'a'} ${kind} that can be set: ${Object.keys(fields).join(', ') || 'none can'}`,
    )
  const wanted = fields[field]!
  const bad = (what: string): ParleyError => new ParleyError('judgement/bad-value', `"${value ?? ''}" is no value of ${field}: ${what}`)
  if (value === null) {
    if (NEEDED.has(field)) throw bad('it cannot be empty')
    return
  }
  if (Array.isArray(wanted) && !wanted.includes(value)) throw bad(wanted.join(', '))
  if (wanted === 'somebody' && catalogueOf(record).get(value)?.kind !== 'entity') throw bad('give the id of somebody or of a place')
  if (wanted === 'day' && !EDTF.test(value)) throw bad('write 2031-03-04, 2031-03, or 2031-03-04/2031-03-06')
  if (wanted === 'term' && !/^P\w+$/.test(value)) throw bad('write a term as P30D')
  if (wanted === 'number' && !/^\d{1,6}$/.test(value)) throw bad('write a number')
}

const EDTF = /^\d{4}(-\d\d){0,2}[~?]?(\/\d{4}(-\d\d){0,2}[~?]?)?$|^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/

/** A line that the program missed: an event of a kind, with a status, at a stretch of a report. */
function toAdd({field = null, value = null, because = []}: NewJudgement, record: RecordFile): Checked {
  if (!eventKind.safeParse(field).success)
    throw new ParleyError('judgement/unknown-field', `"${field ?? ''}" is no kind of event: ${eventKind.options.join(', ')}`)
  if (value !== null && !status.safeParse(value).success)
    throw new ParleyError('judgement/bad-value', `"${value}" is no status: ${status.options.join(', ')}`)
  const first = because[0]
  if (first === undefined)
    throw new ParleyError('judgement/no-citation', 'a line that is added needs the stretch of a report that it rests on')
  const cited = because.map(citation => exact(citation, record))
  return {of: [cited[0]!.document], because: cited}
}

/** The stretch with the report's own characters, whatever quote was sent. */
function exact({document: id, start, end}: Citation, record: RecordFile): Citation {
  const document = record.documents.find(one => one.id === id)
  if (document === undefined) throw new ParleyError('judgement/unknown-id', `there is no report "${id}" in the record`)
  const text = document.text ?? ''
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
    throw new ParleyError('judgement/bad-value', `${start}-${end} is no stretch of the report "${id}", which has ${text.length} characters`)
  return {document: id, start, end, quote: text.slice(start, end)}
}
