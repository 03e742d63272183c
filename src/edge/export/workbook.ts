// All views as one Excel workbook, a sheet each. Loaded only when a workbook is asked for.
import writeWorkbook from 'write-excel-file/node'
import {inert} from '../../brief/exports/csv.ts'
import {TABLES, type TableCell, tableOf} from '../../brief/exports/tables.ts'
import type {RecordFile} from '../../model/record.ts'

/** Excel opens no file with a longer cell. */
const MAX_CELL = 32_767

export function writeXlsx(record: RecordFile): Promise<Buffer> {
  const sheets = TABLES.map(name => {
    const {columns, rows} = tableOf(record, name)
    const head = columns.map(column => ({value: column, fontWeight: 'bold' as const}))
    return {sheet: name, data: [head, ...rows.map(row => row.map(cellOf))], stickyRowsCount: 1}
  })
  return writeWorkbook(sheets).toBuffer()
}

function cellOf(cell: TableCell): string | number | null {
  if (cell === null || cell === '' || typeof cell === 'number') return cell === '' ? null : cell
  const text = inert(cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd'))
  return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 2)} …` : text
}
