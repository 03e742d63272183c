// JSON Feed (jsonfeed.org) and ninjs (IPTC) as articles; any other JSON with texts is taken for documents in our own shape.
import type {PagePack} from '../../model/pack-page.ts'
import type {DocumentNote} from '../../model/span.ts'
import {type Found, hashOf} from '../article.ts'
import {readStructuredDate} from '../dates.ts'
import {plainTitle, readFragment} from '../html/fragment.ts'
import {cleanAddress} from '../html/meta.ts'
import type {FeedEntry} from './feed.ts'

type Fields = {readonly [key: string]: unknown}

const MOST_ENTRIES = 5000

/** Null where the value is neither a JSON Feed nor ninjs. */
export function readJsonNews(value: unknown, pack: PagePack): FeedEntry[] | null {
  if (!isFields(value)) return null
  if (/jsonfeed\.org/.test(text(value, 'version') ?? '') || (Array.isArray(value['items']) && text(value, 'home_page_url') !== null))
    return readJsonFeed(value, pack)
  return text(value, 'versioncreated') !== null ||
    text(value, 'body_xhtml') !== null ||
    text(value, 'body_html') !== null ||
    Array.isArray(value['bodies'])
    ? [readNinjs(value, pack)]
    : null
}

function readJsonFeed(feed: Fields, pack: PagePack): FeedEntry[] {
  const base = text(feed, 'home_page_url') ?? text(feed, 'feed_url')
  const head = {title: text(feed, 'title'), link: text(feed, 'home_page_url'), language: text(feed, 'language')}
  const items = (Array.isArray(feed['items']) ? feed['items'] : []).filter(isFields).slice(0, MOST_ENTRIES)
  if (items.length === 0)
    return [
      {
        text: '',
        found: {publisher: head.title, feed: head},
        id: hashOf(JSON.stringify(head)),
        notes: [{code: 'ingest/no-entries', message: 'the feed is read and has no entries'}],
      },
    ]
  return items.map((item, i) => {
    const html = text(item, 'content_html')
    const plain = text(item, 'content_text') ?? text(item, 'summary')
    const found: Found = {
      uri: cleanAddress(text(item, 'url') ?? text(item, 'external_url'), base),
      guid: text(item, 'id') ?? (typeof item['id'] === 'number' ? String(item['id']) : null),
      title: titled(text(item, 'title')),
      publisher: head.title,
      byline: namesOf(item['authors'] ?? item['author'] ?? feed['authors'] ?? feed['author']),
      published: dateOf(text(item, 'date_published')),
      modified: dateOf(text(item, 'date_modified')),
      declaredLanguage: text(item, 'language') ?? head.language,
      feed: head,
    }
    return entryOf(html === null ? (plain ?? '') : readFragment(html, pack.html), found, i)
  })
}

/** Status words by which a newsroom takes an item back. */
const WITHDRAWN = /^(?:stat:)?(?:canceled|cancelled|withheld|withdrawn|killed)$/i

function readNinjs(item: Fields, pack: PagePack): FeedEntry {
  const bodies = Array.isArray(item['bodies']) ? item['bodies'].filter(isFields).map(body => text(body, 'value')) : []
  const markup = text(item, 'body_xhtml') ?? text(item, 'body_html') ?? bodies.find(body => body !== null) ?? null
  const headlines = Array.isArray(item['headlines']) ? item['headlines'].filter(isFields).map(line => text(line, 'value')) : []
  const status = text(item, 'pubstatus') ?? 'usable'
  const found: Found = {
    uri: cleanAddress(text(item, 'uri'), null),
    guid: text(item, 'uri') ?? text(item, 'guid'),
    title: titled(text(item, 'headline') ?? headlines[0] ?? null),
    publisher: text(item, 'usageterms') === null ? (namesOf(item['infosources'] ?? item['organisation'])[0] ?? null) : null,
    byline: [text(item, 'byline') ?? text(item, 'by')].flatMap(by => (by === null ? [] : [by.replace(/^by /i, '')])),
    published: dateOf(text(item, 'firstcreated') ?? text(item, 'contentcreated') ?? text(item, 'versioncreated')),
    modified: dateOf(text(item, 'versioncreated')),
    declaredLanguage: text(item, 'language'),
    flags: WITHDRAWN.test(status) ? [{kind: 'withdrawn', score: 1, because: []}] : [],
  }
  const embargo = dateOf(text(item, 'embargoed'))
  const entry = entryOf(markup === null ? (text(item, 'body_text') ?? '') : readFragment(markup, pack.html), found, 0)
  const notes: DocumentNote[] = [
    ...(embargo === null ? [] : [{code: 'ingest/embargo', message: `under embargo until ${embargo}`}]),
    ...(WITHDRAWN.test(status)
      ? [{code: 'ingest/withdrawn', message: `its publisher has taken it back (${status}): it counts for nothing`}]
      : []),
  ]
  return {...entry, notes: [...entry.notes, ...notes]}
}

function entryOf(body: string, found: Found, index: number): FeedEntry {
  if (body.trim() !== '') return {text: body, found, id: null, notes: []}
  const id = hashOf([found.guid ?? '', found.uri ?? '', found.title ?? '', index].join('\n'))
  return {text: '', found, id, notes: [{code: 'ingest/no-text', message: 'the entry carries a title or a link and no text'}]}
}

const titled = (title: string | null): string | null => (title === null ? null : plainTitle(title))
const dateOf = (value: string | null): string | null => (value === null ? null : readStructuredDate(value))
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

function text(fields: Fields, key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

const namesOf = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap(author => (typeof author === 'string' ? [author] : isFields(author) && text(author, 'name') ? [text(author, 'name')!] : []))
