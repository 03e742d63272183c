// A view as Markdown: headings, lists, tables, and each cited sentence as a numbered footnote. What a report brought along is escaped.
import {marked} from '../marks.ts'
import type {Cite, Grid, Line, Section, Sheet} from '../sheet.ts'

export function writeMarkdown(sheet: Sheet): string {
  const notes = startFootnotes()
  const parts = [
    `# ${escaped(sheet.title)}`,
    ...sheet.opening.map(escaped),
    ...sheet.sections.flatMap(section => sectionLines(section, notes)),
    '## Sources',
    sheet.sources
      .map(({number, publisher, published, title, flags, uri}) => {
        const remarks = flags.length > 0 ? ` (${flags.join('; ')})` : ''
        return `${number}. ${escaped(`${publisher}, ${published}${remarks}: ${title}`)}${linkTo(uri)}`
      })
      .join('\n'),
    ...sheet.closing.map(escaped),
    notes.list(),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

interface Footnotes {
  mark(cite: Cite): string
  list(): string
}

/** Footnotes by citation: the same sentence has one number. */
function startFootnotes(): Footnotes {
  const labels = new Map<string, string>()
  const texts: string[] = []
  return {
    mark: ({number, citation}) => {
      const key = `${number}-${citation.start}-${citation.end}`
      if (!labels.has(key)) {
        labels.set(key, `s${labels.size + 1}`)
        texts.push(`[^s${labels.size}]: \\[${number}\\] ${escaped(marked(citation.quote))}`)
      }
      return `[^${labels.get(key)}]`
    },
    list: () => texts.join('\n'),
  }
}

function sectionLines(section: Section, notes: Footnotes): string[] {
  const body = section.grid
    ? gridLines(section.grid, notes)
    : section.lines.length > 0
      ? section.lines.map(line => lineOf(line, 0, notes)).join('\n')
      : escaped(section.none ?? '')
  return body === '' ? [] : [`## ${escaped(section.heading)}`, body]
}

function lineOf(line: Line, depth: number, notes: Footnotes): string {
  const when = line.when ? `**${escaped(line.when)}** ` : ''
  const vouch = line.vouch ? ` · *${escaped(line.vouch)}*` : ''
  const own = `${'  '.repeat(depth)}- ${when}${escaped(line.text)}${line.cites.map(cite => notes.mark(cite)).join('')}${vouch}`
  const quotes = line.quotes.map(quote => `${'  '.repeat(depth + 1)}- > ${escaped(marked(quote.citation.quote))} \\[${quote.number}\\]`)
  return [own, ...quotes, ...line.under.map(under => lineOf(under, depth + 1, notes))].join('\n')
}

function gridLines({corner, columns, rows}: Grid, notes: Footnotes): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const cell = (parts: Grid['rows'][number]['cells'][number]): string =>
    parts
      .map(({text, age, cites}) => `${escaped(text)}${cites.map(cite => notes.mark(cite)).join('')}${age ? ` (${escaped(age)})` : ''}`)
      .join('; ')
  return [
    row([corner, ...columns].map(escaped)),
    row([corner, ...columns].map(() => '---')),
    ...rows.map(({head, cells}) => row([escaped(head), ...cells.map(cell)])),
  ].join('\n')
}

const linkTo = (uri: string | null): string =>
  uri !== null && /^https?:\/\//i.test(uri) ? ` <${uri.replace(/[\s<>]/g, encodeURIComponent)}>` : ''

/** No text of a report can start a link, an image, markup, a list or a table cell. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<|~]/g, '\\$&')
    .replace(/^(\d*)([#>+\-.)])/, '$1\\$2')
