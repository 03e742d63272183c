// One report as it was published, with every cited stretch marked and, beside each paragraph, the lines that rest on it.
import {html} from 'hono/html'
import {wordDate} from '../../brief/dates.ts'
import {labelOf} from '../../brief/entries.ts'
import {flagsOf, type Lookup, publisherOf, titleOf} from '../../brief/lookup.ts'
import type {Citation, Document} from '../../model/record.ts'
import {frame, type Markup} from './page.ts'

interface Marked {
  readonly start: number
  readonly end: number
  /** Entries that rest on the stretch. */
  readonly entries: readonly string[]
}

export function articlePage(document: Document, lookup: Lookup): Markup {
  const text = document.text
  const title = titleOf(document)
  const flags = flagsOf(lookup, document)
  const link = document.uri !== null && /^https?:\/\//i.test(document.uri) ? document.uri : null
  const facts = [publisherOf(document), wordDate(document.published), ...document.byline]
  const head = html`<header class="head"><p class="kicker">Report ${lookup.numberOf(document.id)} · as it was published</p><h1>${title}</h1>
<p class="read">${facts.join(' · ')}</p>
${flags.length > 0 ? html`<p class="remark">${flags.join(' · ')}</p>` : ''}
${link ? html`<p class="remark"><a href="${link}" rel="noopener noreferrer">${link}</a></p>` : ''}</header>`
  if (text === null) return frame(title, '', html`${head}<p class="none">The text of this report was left out of the record.</p>`)
  const marks = marksOf(document.id, lookup)
  const paragraphs = paragraphsOf(text).map(({start, end}) => {
    const inside = marks.filter(mark => mark.start >= start && mark.start < end)
    const entries = [...new Set(inside.flatMap(mark => mark.entries))]
    const notes = entries.map(id => html`<li><a href="/chain/${id}">${labelOf(id, lookup)}</a></li>`)
    return html`<div class="paragraph"><p>${markUp(text, start, end, inside)}</p>${notes.length > 0 ? html`<ul class="notes">${notes}</ul>` : ''}</div>`
  })
  return frame(title, '', html`${head}<article class="report">${paragraphs}</article>`)
}

/** Every stretch of the document that an entry cites, outer before inner. */
function marksOf(document: string, lookup: Lookup): Marked[] {
  const {events, positions, agreements, assessments, contradictions} = lookup.record
  const found = new Map<string, {start: number; end: number; entries: string[]}>()
  const mark = (citation: Citation, id: string | null): void => {
    if (citation.document !== document) return
    const key = `${citation.start}-${citation.end}`
    const known = found.get(key) ?? {start: citation.start, end: citation.end, entries: []}
    if (id !== null && !known.entries.includes(id)) known.entries.push(id)
    found.set(key, known)
  }
  for (const {id, support} of [...events, ...positions]) for (const claim of support.claims) mark(claim.citation, id)
  for (const {id, history, violations} of agreements)
    for (const {support} of [...history, ...violations]) for (const claim of support.claims) mark(claim.citation, id)
  for (const {id, words} of assessments) mark(words, id)
  for (const {sides} of contradictions) for (const side of sides) for (const citation of side.citations) mark(citation, null)
  for (const attribution of lookup.record.attributions) for (const content of attribution.content) mark(content, null)
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

function paragraphsOf(text: string): {start: number; end: number}[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(match => match[0].trim() !== '')
    .map(match => ({start: match.index, end: match.index + match[0].length}))
}

/** Marks nest; one that would reach past the one around it is cut there, so that the page stays a tree. */
function markUp(text: string, start: number, end: number, marks: readonly Marked[]): (Markup | string)[] {
  const out: (Markup | string)[] = []
  let at = start
  for (let i = 0; i < marks.length; ) {
    const mark = marks[i]!
    const last = Math.min(mark.end, end)
    let next = i + 1
    while (next < marks.length && marks[next]!.start < last) next++
    if (mark.start > at) out.push(text.slice(at, mark.start))
    const inner = markUp(text, mark.start, last, marks.slice(i + 1, next))
    out.push(html`<mark id="c${mark.start}-${mark.end}" class="${mark.entries.length > 0 ? 'cited' : 'said'}">${inner}</mark>`)
    at = last
    i = next
  }
  if (at < end) out.push(text.slice(at, end))
  return out
}
