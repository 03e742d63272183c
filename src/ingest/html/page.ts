// An HTML page as an article: its running text, and what it says about itself.
import type {Genre} from '../../model/article.ts'
import type {PagePack} from '../../model/pack-page.ts'
import type {DocumentNote} from '../../model/span.ts'
import type {Found} from '../article.ts'
import {extractBody} from './body.ts'
import {findByline} from './byline.ts'
import {readStructured} from './json-ld.ts'
import {readMeta} from './meta.ts'
import {daysBetween, findPageDate, fromAddress, type PageDate} from './published.ts'
import {readState} from './state.ts'
import {findTitle} from './title.ts'
import {linesTold} from './told.ts'
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
  const body = extractBody(page, pack.html, {
    title,
    authors: byline,
    description: meta.first('og:description', 'description', 'twitter:description'),
  })
  const isLive = body.stamps >= STAMPS_OF_A_BLOG
  const lines = linesTold(body.lines, structured?.body ?? null, pack)
  const state =
    lines.join('\n').length < STUB
      ? readState(page.elements, [title, structured?.headline ?? null, meta.first('og:title', 'twitter:title')], pack)
      : []
  const text = (state.length > 0 ? state : lines).join('\n')
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
      genre: (structured === null ? null : genreOfType(structured.type)) ?? (isLive ? 'live-blog' : null),
      flags: [
        ...(structured?.isFree === false ? [{kind: 'truncated' as const, score: 0.5, because: []}] : []),
        ...(isLive ? [{kind: 'live-blog' as const, score: 0.7, because: []}] : []),
      ],
    },
    notes: [
      ...dateNotes(date, address ?? meta.canonical),
      ...(state.length > 0
        ? [{code: 'ingest/text-from-data', message: 'the page is built by a script; its text was read from that script’s data'}]
        : []),
    ],
  }
}

/** A page with less text than this is a stub that a script fills. */
const STUB = 250

/** A report may carry one or two, of its publication and its last change. */
const STAMPS_OF_A_BLOG = 4

/** What schema.org calls the kinds of news. */
const GENRE_OF_TYPE: readonly (readonly [RegExp, Genre])[] = [
  [/LiveBlogPosting/i, 'live-blog'],
  [/OpinionNewsArticle/i, 'opinion'],
  [/AnalysisNewsArticle/i, 'analysis'],
]

const genreOfType = (type: string): Genre | null => GENRE_OF_TYPE.find(([pattern]) => pattern.test(type))?.[1] ?? null

/** A date from the words of a page is a reading, not a statement; one that the address contradicts needs a look. */
function dateNotes(date: PageDate, address: string | null): DocumentNote[] {
  const {published, publishedFrom, rule} = date
  if (published === null) return []
  if (publishedFrom === 'text')
    return [{code: 'ingest/date-from-text', message: `the date of publication was read from the page's words (${rule})`}]
  const day = fromAddress(address)
  if (day === null || Math.abs(daysBetween(day, published)) <= 1) return []
  return [{code: 'ingest/date-conflict', message: `published ${published.slice(0, 10)} by its ${rule}, ${day} by its address`}]
}
