// Rows of a CSV sheet, in and out: RFC 4180. A cell that a spreadsheet would take for a formula is led by an apostrophe, and read without it.

export function writeRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map(row => row.map(cell => quoted(guarded(cell === null ? '' : String(cell)))).join(','))
    .join('\r\n')
    .concat('\r\n')
}

const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as objects by the names of the first row; empty rows are left out. */
export function readRows(text: string): {readonly line: number; readonly cells: Readonly<Record<string, string>>}[] {
  const rows = split(text.replace(/^\ufeff/, ''))
  const [head = {line: 1, cells: []}, ...rest] = rows
  const names = head.cells.map(name => name.trim().toLowerCase())
  return rest
    .filter(({cells}) => cells.some(cell => cell.trim() !== ''))
    .map(({line, cells}) => ({line, cells: Object.fromEntries(names.map((name, i) => [name, bare(cells[i] ?? '')]))}))
}

const bare = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

function split(text: string): {line: number; cells: string[]}[] {
  const separator = (text.split('\n', 1)[0]!.match(/;/g)?.length ?? 0) > (text.split('\n', 1)[0]!.match(/,/g)?.length ?? 0) ? ';' : ','
  const rows: {line: number; cells: string[]}[] = []
  let line = 1
  let row = {line, cells: [] as string[]}
  let cell = ''
  let isQuoted = false
  const endRow = (): void => {
    row.cells.push(cell)
    rows.push(row)
    cell = ''
    row = {line: line + 1, cells: []}
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '"' && isQuoted && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (isQuoted) cell += sign
    else if (sign === separator) {
      row.cells.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
    if (sign === '\n') line++
  }
  if (cell !== '' || row.cells.length > 0) endRow()
  return rows
}
