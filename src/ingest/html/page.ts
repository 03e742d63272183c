// An HTML page as an article: its running text, and what it says about itself.
import type {PagePack} from '../../model/pack-page.ts'
import type {DocumentNote} from '../../model/span.ts'
import type {Found} from '../article.ts'
import {extractBody} from './body.ts'
import {findByline} from './byline.ts'
import {readStructured} from './json-ld.ts'
import {readMeta} from './meta.ts'
import {findPageDate} from './published.ts'
import {findTitle} from './title.ts'
import {parsePage} from './tree.ts'

export interface ReadPage {
  readonly text: string
  readonly found: Found
  readonly notes: readonly DocumentNote[]
}

/** A page may show code; what would run if somebody put the text back into a page is not kept. */
const TAGS_OF_SCRIPTS = /<\/?(?:script|iframe|object|embed|style)\b[^<>]{0,200}>?/gi

/** Reads a page without fetching anything. `address` is where it was found, null where that is unknown. */
export function readPage(html: string, address: string | null, pack: PagePack): ReadPage {
  const page = parsePage(html)
  const meta = readMeta(page, address)
  const structured = readStructured(page.elements)
  const title = findTitle(page, meta, structured)
  const publisher = structured?.publisher ?? meta.first('og:site_name', 'application-name', 'publisher', 'dc.publisher')
  const date = findPageDate(page, meta, structured, pack.dates, address)
  const byline = findByline(page, meta, structured, pack, publisher)
  const body = extractBody(page, pack.html, title)
  const text = structured?.body && structured.body.length > body.text.length * 1.5 ? linesOfPlain(structured.body) : body.text
  return {
    text: text.replace(TAGS_OF_SCRIPTS, ''),
    found: {
      uri: meta.canonical,
      title,
      publisher,
      byline,
      published: date.published,
      publishedFrom: date.publishedFrom,
      modified: date.modified,
      declaredLanguage: structured?.language ?? meta.language,
      flags: structured?.isFree === false ? [{kind: 'truncated', score: 0.5, because: []}] : [],
    },
    notes: date.rule === null ? [] : [{code: 'ingest/published', message: `date of publication from: ${date.rule}`}],
  }
}

function linesOfPlain(text: string): string {
  return text
    .replace(/<[^>]{1,200}>/g, ' ')
    .split(/\n+/)
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')
}
