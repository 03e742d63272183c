// Comma-separated values by RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
import type {Table, TableCell} from './tables.ts'

export const writeCsv = ({columns, rows}: Table): string => [columns, ...rows].map(row => `${row.map(cellOf).join(',')}\r\n`).join('')

/** Text that no spreadsheet takes for a formula. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function cellOf(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = inert(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
