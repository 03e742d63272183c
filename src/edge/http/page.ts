// A sheet as a page: headings, cited lines, tables. Text reaches the page only through the escaping template.
import {html} from 'hono/html'
import {marked} from '../../brief/marks.ts'
import type {Cell, Cite, Grid, Line, Section, Sheet} from '../../brief/sheet.ts'
import {whose} from '../../brief/typeset.ts'

export type Markup = ReturnType<typeof html>

const PAGES: readonly (readonly [path: string, name: string])[] = [
  ['/', 'Briefing'],
  ['/timeline', 'Timeline'],
  ['/positions', 'Positions'],
  ['/agreements', 'Agreements'],
  ['/quotes', 'Quotes'],
  ['/people', 'People'],
  ['/sources', 'Sources'],
  ['/conflicts', 'Conflicts'],
]

export function sheetPage(sheet: Sheet, path: string): Markup {
  const sections = sheet.sections.map(sectionMarkup)
  const body = html`
<header class="head">
${sheet.title.toLowerCase() === sheet.view ? '' : html`<p class="kicker">${sheet.view === 'chain' ? 'What a line rests on' : sheet.view}</p>`}
<h1>${sheet.title}</h1>
${sheet.opening.map((text, i) => html`<p class="${i === 0 ? 'read' : 'remark'}">${text}</p>`)}
</header>
<div class="${sheet.view === 'briefing' ? 'columns' : 'single'}">${sections}</div>
${sheet.view === 'sources' ? '' : sourcesMarkup(sheet)}
<footer>${sheet.closing.map(text => html`<p>${text}</p>`)}</footer>`
  return frame(sheet.title, path, body)
}

export function messagePage(message: string): Markup {
  return frame('Parley', '', html`<header class="head"><h1>${message}</h1><p><a href="/">To the briefing</a></p></header>`)
}

export function frame(title: string, path: string, body: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Parley</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">To the text</a>
<nav aria-label="Views"><strong>Parley</strong><ul>
${PAGES.map(([to, name]) => html`<li><a href="${to}"${to === path ? html` aria-current="page"` : ''}>${name}</a></li>`)}
</ul></nav>
<main id="main">${body}</main>
</body>
</html>`
}

function sectionMarkup(section: Section): Markup | '' {
  if (!section.grid && section.lines.length === 0 && section.none === null) return ''
  const content = section.grid
    ? gridMarkup(section.grid)
    : section.lines.length === 0
      ? html`<p class="none">${section.none}</p>`
      : html`<ul class="lines">${section.lines.map(lineMarkup)}</ul>`
  return html`<section class="${section.grid ? 'wide' : ''}"><h2>${section.heading}${section.more ? html` <a class="more" href="/${section.more.view}">${section.more.count} more</a>` : ''}</h2>${content}</section>`
}

function lineMarkup(line: Line): Markup {
  const chain = line.id && line.review ? html` <a class="why" href="/chain/${line.id}">why</a>` : ''
  return html`<li>
${line.when === null ? '' : html`<span class="when">${line.when}</span>`}
<div><p class="text">${withNumbers(line.text)}${citeMarkup(line.cites)}</p>
${line.quotes.map(quote => html`<blockquote>${marked(quote.citation.quote)}${withNumbers(whose(quote, line))}</blockquote>`)}
${line.vouch === null ? '' : html`<p class="vouch">${line.vouch}${chain}</p>`}
${underMarkup(line.under)}</div>
</li>`
}

/** Lines below a line: the date runs in with the words, since there is no column left for it. */
function underMarkup(lines: readonly Line[]): Markup | '' {
  if (lines.length === 0) return ''
  return html`<ul class="under">${lines.map(
    line => html`<li><p class="text">${line.when === null ? '' : html`<span class="in">${line.when}</span> `}${withNumbers(line.text)}${citeMarkup(line.cites)}</p>
${line.quotes.map(quote => html`<blockquote>${marked(quote.citation.quote)}${withNumbers(whose(quote, line))}</blockquote>`)}
${line.vouch === null ? '' : html`<p class="vouch">${line.vouch}</p>`}${underMarkup(line.under)}</li>`,
  )}</ul>`
}

export function citeMarkup(cites: readonly Cite[]): Markup {
  return html`${cites.map(
    ({number, citation}) =>
      html`<sup><a href="/article/${number}#c${citation.start}-${citation.end}" title="${excerpt(citation.quote)}">${number}</a></sup>`,
  )}`
}

/** "[5]" inside a line leads to the report. */
const withNumbers = (text: string): (Markup | string)[] =>
  text
    .split(/(\[\d+\])/)
    .map(part => (/^\[\d+\]$/.test(part) ? html`<a class="number" href="/article/${part.slice(1, -1)}">${part}</a>` : part))

const EXCERPT = 240
const excerpt = (quote: string): string => (quote.length > EXCERPT ? `${quote.slice(0, EXCERPT)} …` : quote)

function gridMarkup(grid: Grid): Markup {
  return html`<div class="scroll"><table>
<thead><tr><th scope="col">${grid.corner}</th>${grid.columns.map(column => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${grid.rows.map(
    row => html`<tr><th scope="row">${row.head}</th>${row.cells.map(cells => html`<td>${cells.map(cellMarkup)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

const cellMarkup = (cell: Cell): Markup =>
  html`<p><a class="plain" href="/chain/${cell.id}">${cell.text}</a>${citeMarkup(cell.cites)}${cell.age ? html`<span class="age">${cell.age}</span>` : ''}</p>`

function sourcesMarkup(sheet: Sheet): Markup {
  return html`<section class="sources"><h2>Sources</h2><ol>${sheet.sources.map(
    source =>
      html`<li><a href="/article/${source.number}">${source.publisher}</a>, ${source.published}: ${source.title}${
        source.flags.length > 0 ? html` <span class="flags">${source.flags.join(' · ')}</span>` : ''
      }</li>`,
  )}</ol></section>`
}
