// The record as one HTML file that opens from a disk: every view, every cited sentence one click away, no script, no request, no other file.
import type {RecordFile} from '../../model/record.ts'
import {marked} from '../marks.ts'
import type {Cite, Grid, Line, NumberedSource, Section, Sheet} from '../sheet.ts'
import {VIEWS} from '../views.ts'
import {escapeMarkup as escaped} from './markup.ts'

const NAMES = ['briefing', 'timeline', 'positions', 'agreements', 'quotes', 'conflicts', 'people', 'sources'] as const

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function writePageFile(record: RecordFile): string {
  const sheets = NAMES.map(name => VIEWS[name](record))
  const title = escaped(sheets[0]!.title)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Views">${NAMES.map(name => `<a href="#${name}">${capital(name)}</a>`).join('\n')}</nav>
<main>
${sheets.map(setSheet).join('\n')}
</main>
</body>
</html>
`
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

function setSheet(sheet: Sheet): string {
  const heading = sheet.view === 'briefing' ? `<h1>${escaped(sheet.title)}</h1>` : `<h1 class="view">${capital(sheet.view)}</h1>`
  return [
    `<section id="${sheet.view}">`,
    heading,
    ...sheet.opening.map(text => `<p class="opening">${escaped(text)}</p>`),
    ...sheet.sections.map(setSection),
    ...(sheet.view === 'sources' ? ['<h2>Numbers</h2>', `<ol>${sheet.sources.map(setSource).join('\n')}</ol>`] : []),
    ...sheet.closing.map(text => `<p class="opening">${escaped(text)}</p>`),
    '</section>',
  ].join('\n')
}

function setSection(section: Section): string {
  if (!section.grid && section.lines.length === 0 && section.none === null) return ''
  const body = section.grid
    ? setGrid(section.grid)
    : section.lines.length > 0
      ? `<ul>${section.lines.map(setLine).join('\n')}</ul>`
      : `<p class="opening">${escaped(section.none ?? '')}</p>`
  return `<h2>${escaped(section.heading)}</h2>\n${body}`
}

function setLine(line: Line): string {
  const when = line.when ? `<span class="when">${escaped(line.when)}</span> ` : ''
  const vouch = line.vouch ? ` <span class="vouch">${escaped(line.vouch)}</span>` : ''
  const quotes = line.quotes.map(setSentence).join('')
  const behind = line.cites.map(setSentence).join('')
  const sentences = behind === '' ? '' : `<details><summary>${listOf(line.cites)}</summary>${behind}</details>`
  const under = line.under.length > 0 ? `<ul>${line.under.map(setLine).join('\n')}</ul>` : ''
  return `<li>${when}<bdi>${escaped(line.text)}</bdi>${vouch}${quotes}${sentences}${under}</li>`
}

const listOf = (cites: readonly Cite[]): string =>
  [...new Set(cites.map(({number}) => number))].map(number => `[${number}]`).join(' ') || 'sentence'

const setSentence = ({number, citation}: Cite): string =>
  `<blockquote><bdi>${escaped(marked(citation.quote))}</bdi> <a href="#source-${number}">[${number}]</a></blockquote>`

function setSource({number, publisher, published, title, uri, flags}: NumberedSource): string {
  const name = `<bdi>${escaped(title)}</bdi>`
  const link = uri !== null && /^https?:\/\//i.test(uri) ? `<a rel="noopener noreferrer" href="${escaped(uri)}">${name}</a>` : name
  const remarks = flags.length > 0 ? ` (${escaped(flags.join('; '))})` : ''
  return `<li id="source-${number}" value="${number}">${escaped(publisher)}, ${escaped(published)}${remarks}: ${link}</li>`
}

function setGrid({corner, columns, rows}: Grid): string {
  const head = `<tr><th scope="col">${escaped(corner)}</th>${columns.map(name => `<th scope="col">${escaped(name)}</th>`).join('')}</tr>`
  const cell = (parts: Grid['rows'][number]['cells'][number]): string =>
    parts.map(({text, age, cites}) => `<p>${escaped(text)} <small>${escaped(age ?? '')} ${listOf(cites)}</small></p>`).join('') || '·'
  const body = rows.map(
    row => `<tr><th scope="row">${escaped(row.head)}</th>${row.cells.map(parts => `<td>${cell(parts)}</td>`).join('')}</tr>`,
  )
  return `<div class="wide"><table><thead>${head}</thead><tbody>${body.join('\n')}</tbody></table></div>`
}

const STYLE = `
:root{color-scheme:light dark}
body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.5 Charter,"Source Serif 4",Georgia,serif}
nav{font:.85rem system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
h1{font-size:1.9rem;line-height:1.2;margin:2.5rem 0 .5rem}h1.view{font-size:1.5rem;border-top:3px double;padding-top:1rem}
h2{font:600 .85rem system-ui,sans-serif;letter-spacing:.06em;text-transform:uppercase;margin:1.8rem 0 .4rem}
ul{list-style:none;padding:0}li{margin:.5rem 0}li ul{padding-left:1.2rem}
.when{font:600 .85rem system-ui,sans-serif}.vouch,.opening,summary,small{font-size:.85rem;opacity:.75}
details{margin:.1rem 0}summary{cursor:pointer;width:fit-content}blockquote{margin:.3rem 0 .3rem 1rem;font-style:italic}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{border-top:1px solid;padding:.3rem .6rem;text-align:left;vertical-align:top}td p{margin:0 0 .3rem}
@media print{nav{display:none}details>*{display:block}}
`
