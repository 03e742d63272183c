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
/** Headings stay within any width that a page is set in. */
const NARROW = 78
/** A column of the matrix narrower than this breaks every second word. */
const COLUMN = 20

export function typeset(sheet: Sheet, width: number, paint: Paint = UNPAINTED): string {
  const out = [paint.strong(sheet.title), '', ...sheet.opening.flatMap(text => wrap(text, width, 0).map(paint.dim)), '']
  for (const section of sheet.sections) {
    const lines = setSection(section, width, paint)
    if (lines.length > 0) out.push(paint.heading(section.heading.toUpperCase()) + paint.dim(moreOf(section)), ...lines, '')
  }
  if (sheet.view !== 'sources') out.push(paint.heading('SOURCES'), ...setSources(sheet, width, paint), '')
  for (const text of sheet.closing) out.push(...wrap(text, width, 0).map(paint.dim))
  return `${out.join('\n').trimEnd()}\n`
}

const moreOf = ({heading, more}: Section): string => {
  if (!more) return ''
  const long = `  (${more.count} more: parley ${more.view})`
  return heading.length + long.length > NARROW ? `  (${more.count} more)` : long
}

function setSection(section: Section, width: number, paint: Paint): string[] {
  if (section.grid) return setGrid(section.grid, width, paint)
  if (section.lines.length === 0) return section.none ? [indent(paint.dim(section.none), STEP)] : []
  const dated = section.lines.some(line => line.when !== null)
  return section.lines.flatMap(line => setLine(line, width, STEP, dated ? DATE_WIDTH : 0, paint))
}

function setLine(line: Line, width: number, margin: number, date: number, paint: Paint): string[] {
  const at = margin + date
  const body = setBody(line, width, at, paint)
  const when = (line.when ?? '').slice(0, date > 0 ? date - 1 : undefined).padEnd(date)
  const out = [`${' '.repeat(margin)}${date > 0 ? paint.dim(when) : ''}${body[0]?.trimStart() ?? ''}`, ...body.slice(1)]
  for (const quote of line.quotes)
    out.push(...wrap(marked(quote.citation.quote) + whose(quote, line), width, at + STEP).map(text => paintCites(paint.dim(text), paint)))
  for (const under of line.under) out.push(...setLine(under, width, at + STEP, 0, paint))
  return out
}

/** Words, numbers and who stands behind them, run on: a line of its own for each would be three pages. */
function setBody(line: Line, width: number, at: number, paint: Paint): string[] {
  const told = line.text + marks(line.cites)
  if (!line.vouch) return wrap(told, width, at).map(text => paintCites(text, paint))
  let left = lengthOf(told)
  return wrap(`${told} · ${line.vouch}`, width, at).map(text => {
    let cut = 0
    while (cut < text.length && left > 0) if (!/[ \n\t]/.test(text[cut++]!)) left--
    return paintCites(text.slice(0, cut), paint) + (cut < text.length ? paint.dim(text.slice(cut)) : '')
  })
}

const lengthOf = (text: string): number => text.replace(/[ \n\t]+/g, '').length

/** The number behind a quotation, where the line has other sources too. */
export const whose = (quote: Cite, line: Line): string =>
  line.cites.every(cite => cite.number === quote.number) ? '' : ` [${quote.number}]`

const marks = (cites: readonly Cite[]): string => {
  const numbers = [...new Set(cites.map(cite => cite.number))]
  return numbers.length > 0 ? `\u00a0${numbers.map(number => `[${number}]`).join('\u00a0')}` : ''
}

const paintCites = (text: string, paint: Paint): string => text.replace(/\[\d+\]/g, cite => paint.cite(cite)).replaceAll('\u00a0', ' ')

/** On the one page each source has one line, and what a reader should know of it comes before its title. */
function setSources({sources, view}: Sheet, width: number, paint: Paint): string[] {
  if (view !== 'briefing') return sources.flatMap(source => setSource(source, width, paint))
  const years = new Set(sources.map(source => /\d{4}$/.exec(source.published)?.[0]))
  return sources.map(source => {
    const number = `[${source.number}]`.padEnd(5)
    const day = years.size === 1 ? source.published.replace(/ \d{4}$/, '') : source.published
    const words = [...`${source.publisher}, ${day}${flagged(source)}: ${source.title}`]
    const room = width - STEP - number.length
    const fit =
      words.length <= room
        ? words.join('')
        : `${words
            .slice(0, room - 2)
            .join('')
            .trimEnd()} …`
    return `${' '.repeat(STEP)}${paint.cite(number)}${fit}`
  })
}

function setSource(source: NumberedSource, width: number, paint: Paint): string[] {
  const number = `[${source.number}]`.padEnd(5)
  const text = wrap(`${source.publisher}, ${source.published}: ${source.title}${flagged(source)}`, width, STEP + number.length)
  return [`${' '.repeat(STEP)}${paint.cite(number)}${text[0]?.trimStart() ?? ''}`, ...text.slice(1)]
}

const flagged = ({flags}: NumberedSource): string => (flags.length > 0 ? ` (${flags.join('; ')})` : '')

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
