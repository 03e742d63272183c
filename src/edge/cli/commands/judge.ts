// `parley judge`: rulings out as a sheet and in again, with who and when. Rows that the record has already are left alone.
import {readFileSync} from 'node:fs'
import type {Judgement, RecordFile} from '../../../model/record.ts'
import type {SheetLine} from '../../desk-rulings.ts'
import {whyNot} from '../../why-not.ts'
import {print} from '../output.ts'
import {onRecord, type RulingOptions} from '../ruled.ts'
import {readRows, writeRows} from '../sheet-rows.ts'
import {WrongCall} from '../wrong-call.ts'

const HEAD = ['id', 'kind', 'of', 'field', 'value', 'why', 'who', 'at', 'report', 'start', 'end', 'quote'] as const

export async function runJudge(sheet: string | null, options: RulingOptions): Promise<void> {
  if (sheet === null) return onRecord(options, desk => print(sheetOf(desk.record())))
  const rows = readSheet(sheet)
  await onRecord(options, async (desk, keep) => {
    const known = new Set(desk.record().judgements.map(({id}) => id))
    const fresh = rows.filter(row => row.id === undefined || !known.has(row.id))
    // An undo may take back a row of the same sheet, so those come when the others are known.
    const made = [...keep(fresh.filter(({kind}) => kind !== 'undo'))]
    const undone = fresh.filter(({kind}) => kind === 'undo')
    if (undone.length > 0) made.push(...keep(undone))
    await print(`${made.length} taken in, ${rows.length - fresh.length} known`)
  })
}

function sheetOf({judgements}: RecordFile): string {
  const rows = judgements.filter(({by}) => by === 'person').map(rowOf)
  return writeRows([HEAD, ...rows]).trimEnd()
}

function rowOf({id, kind, of, field, value, reason, who, at, because}: Judgement): (string | number | null)[] {
  const first = because[0]
  return [
    ...[id, kind, of.join(' '), field, value, reason, who, at],
    ...[first?.document ?? null, first?.start ?? null, first?.end ?? null, first?.quote ?? null],
  ]
}

const KINDS: ReadonlySet<string> = new Set(['same', 'different', 'confirm', 'dismiss', 'set', 'add', 'undo'])

/** Throws WrongCall `judgements/unreadable` or `judgements/bad-row`, naming file and line. */
function readSheet(file: string): SheetLine[] {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new WrongCall('judgements/unreadable', `${file}: ${whyNot(error)}`)
  }
  return readRows(text).map(({line, cells}) => {
    const cell = (name: string): string | null => cells[name]?.trim() || null
    const kind = cell('kind')
    const of = cell('of')?.split(/\s+/) ?? []
    if (kind === null || !KINDS.has(kind) || of.length === 0)
      throw new WrongCall('judgements/bad-row', `${file}:${line}: a row needs a kind (${[...KINDS].join(', ')}) and the ids in "of"`)
    const report = cell('report')
    const because =
      report === null ? [] : [{document: report, start: Number(cell('start')), end: Number(cell('end')), quote: cell('quote') ?? ''}]
    return {
      ...{kind: kind as Judgement['kind'], of, field: cell('field'), value: cell('value'), because},
      ...(cell('why') === null ? {} : {reason: cell('why')}),
      ...(cell('id') === null ? {} : {id: cell('id')!}),
      ...(cell('who') === null ? {} : {who: cell('who')}),
      ...(cell('at') === null ? {} : {at: cell('at')}),
    }
  })
}
