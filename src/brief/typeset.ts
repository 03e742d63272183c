// Sets a sheet in lines of fixed width for a terminal or a text file. Colour is the caller's: it hands in how to paint each part.
import {marked} from './marks.ts'
import type {Cell, Cite, Grid, Line, NumberedSource, Section, Sheet} from './sheet.ts'

export interface Paint {
  heading(text: string): string
  dim(text: string): string
  strong(text: string): string
  cite(text: string): string
}

export const UNPAINTED: Paint = {heading: text => text, dim: text => text, strong: text => text, cite: text => text}

const DATE_WIDTH = 11
const STEP = 2
/** A column of the matrix narrower than this breaks every second word. */
const COLUMN = 20

export function typeset(sheet: Sheet, width: number, paint: Paint = UNPAINTED): string {
  const out = [paint.strong(sheet.title), '', ...sheet.opening.flatMap(text => wrap(text, width, 0).map(paint.dim)), '']
  for (const section of sheet.sections) {
    const lines = setSection(section, width, paint)
    if (lines.length > 0) out.push(paint.heading(section.heading.toUpperCase()), ...lines, '')
  }
  if (sheet.view !== 'sources') out.push(paint.heading('SOURCES'), ...sheet.sources.flatMap(source => setSource(source, width, paint)), '')
  for (const text of sheet.closing) out.push(...wrap(text, width, 0).map(paint.dim))
  return `${out.join('\n').trimEnd()}\n`
}

function setSection(section: Section, width: number, paint: Paint): string[] {
  if (section.grid) return setGrid(section.grid, width, paint)
  if (section.lines.length === 0) return section.none ? [indent(paint.dim(section.none), STEP)] : []
  const dated = section.lines.some(line => line.when !== null)
  return section.lines.flatMap(line => setLine(line, width, STEP, dated ? DATE_WIDTH : 0, paint))
}

function setLine(line: Line, width: number, margin: number, date: number, paint: Paint): string[] {
  const at = margin + date
  const body = wrap(line.text + marks(line.cites), width, at).map(text => paintCites(text, paint))
  const when = (line.when ?? '').slice(0, date > 0 ? date - 1 : undefined).padEnd(date)
  const out = [`${' '.repeat(margin)}${date > 0 ? paint.dim(when) : ''}${body[0]?.trimStart() ?? ''}`, ...body.slice(1)]
  for (const quote of line.quotes)
    out.push(...wrap(marked(quote.citation.quote) + whose(quote, line), width, at + STEP).map(text => paintCites(paint.dim(text), paint)))
  if (line.vouch) out.push(...wrap(unbroken(line.vouch), width, at).map(text => paint.dim(text.replaceAll('\u00a0', ' '))))
  for (const under of line.under) out.push(...setLine(under, width, at + STEP, 0, paint))
  return out
}

/** The number behind a quotation, where the line has other sources too. */
export const whose = (quote: Cite, line: Line): string =>
  line.cites.every(cite => cite.number === quote.number) ? '' : ` [${quote.number}]`

/** Parts between dots stay together, unless one is a sentence of its own. */
const unbroken = (vouch: string): string =>
  vouch
    .split(' · ')
    .map(part => (part.length < MAX_UNBROKEN ? part.replaceAll(' ', '\u00a0') : part))
    .join(' · ')

const MAX_UNBROKEN = 40

const marks = (cites: readonly Cite[]): string => {
  const numbers = [...new Set(cites.map(cite => cite.number))]
  return numbers.length > 0 ? `\u00a0${numbers.map(number => `[${number}]`).join('\u00a0')}` : ''
}

const paintCites = (text: string, paint: Paint): string => text.replace(/\[\d+\]/g, cite => paint.cite(cite)).replaceAll('\u00a0', ' ')

function setSource(source: NumberedSource, width: number, paint: Paint): string[] {
  const flags = source.flags.length > 0 ? ` (${source.flags.join('; ')})` : ''
  const number = `[${source.number}]`.padEnd(5)
  const text = wrap(`${source.publisher}, ${source.published}: ${source.title}${flags}`, width, STEP + number.length)
  return [`${' '.repeat(STEP)}${paint.cite(number)}${text[0]?.trimStart() ?? ''}`, ...text.slice(1)]
}

/** Splits a table that is too wide into several, each with its heads. */
function setGrid(grid: Grid, width: number, paint: Paint): string[] {
  const head = Math.min(18, Math.max(grid.corner.length, ...grid.rows.map(row => row.head.length)) + STEP)
  const fit = Math.max(1, Math.floor((width - head) / COLUMN))
  const out: string[] = []
  for (let first = 0; first < grid.columns.length; first += fit) {
    const columns = grid.columns.slice(first, first + fit)
    const each = Math.floor((width - head) / Math.min(fit, grid.columns.length))
    const rule = paint.dim('─'.repeat(head + each * columns.length))
    if (first > 0) out.push('')
    out.push(
      ...setRow(
        [grid.corner, ...columns].map(text => [text]),
        head,
        each,
      ).map(paint.strong),
      rule,
    )
    for (const row of grid.rows) {
      const cells = row.cells.slice(first, first + fit)
      if (cells.every(cell => cell.length === 0)) continue
      const texts = cells.map(cell => (cell.length === 0 ? ['·'] : cell.flatMap(setCell)))
      out.push(...setRow([[row.head], ...texts], head, each).map(text => paintCites(text, paint)), rule)
    }
  }
  return out
}

const setCell = (cell: Cell): string[] => [cell.text + marks(cell.cites), ...(cell.age ? [`  ${cell.age}`] : [])]

function setRow(cells: readonly (readonly string[])[], head: number, each: number): string[] {
  const set = cells.map((texts, i) => texts.flatMap(text => wrap(text, (i === 0 ? head : each) - 1, text.startsWith('  ') ? STEP : 0)))
  const height = Math.max(...set.map(lines => lines.length))
  return Array.from({length: height}, (_, row) =>
    set
      .map((lines, i) => (lines[row] ?? '').padEnd(i === 0 ? head : each))
      .join('')
      .trimEnd(),
  )
}

const indent = (text: string, by: number): string => ' '.repeat(by) + text

/** Breaks at spaces; a word longer than the line stands alone on its own. */
function wrap(text: string, width: number, margin: number): string[] {
  const room = Math.max(width - margin, 16)
  const out: string[] = []
  let line = ''
  for (const word of text.split(/[ \n\t]+/)) {
    if (word === '') continue
    if (line !== '' && line.length + 1 + word.length > room) {
      out.push(indent(line, margin))
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') out.push(indent(line, margin))
  return out
}
