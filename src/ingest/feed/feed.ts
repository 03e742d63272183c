// RSS of every age, Atom, RDF and CDF as articles, one an entry. Dates are read by our own parser, since libraries hand odd ones to the
// platform and lose them (field/ingest.md 4).
import type {PagePack} from '../../model/pack-page.ts'
import type {DocumentNote} from '../../model/span.ts'
import {type Found, hashOf} from '../article.ts'
import {readStructuredDate} from '../dates.ts'
import {splitByline} from '../html/byline.ts'
import {plainTitle, readFragment} from '../html/fragment.ts'
import {cleanAddress} from '../html/meta.ts'
import {below, childOf, childrenOf, innerMarkup, type XmlElement, xmlText} from '../xml.ts'

export interface FeedEntry {
  readonly text: string
  readonly found: Found
  /** Set where the text cannot name the entry: it has none. */
  readonly id: string | null
  readonly notes: readonly DocumentNote[]
}

/** A feed with more is an archive: the newest are enough (field/security.md). */
const MOST_ENTRIES = 5000
const ENTRY_NAMES = ['item', 'entry']

/** Null where the document is no feed. A feed without entries gives one empty entry with the note `ingest/no-entries`. */
export function readFeed(root: XmlElement, address: string | null, pack: PagePack): FeedEntry[] | null {
  const elements = [...below(root)]
  const head = elements.find(element => ['channel', 'feed', 'rss', 'rdf:rdf'].includes(element.name)) ?? null
  const items = elements.filter(element => ENTRY_NAMES.includes(element.name) && !isNested(element))
  if (head === null && items.length === 0) return null
  const channel = elements.find(element => element.name === 'channel' || element.name === 'feed') ?? head ?? root
  const feed = readHead(channel, address)
  const seen = new Set<string>()
  const entries: FeedEntry[] = []
  for (const item of items.slice(0, MOST_ENTRIES)) {
    const entry = readEntry(item, feed, entries.length, pack)
    const key = `${entry.found.guid ?? entry.found.uri ?? entries.length}\n${entry.text}`
    if (seen.has(key)) continue
    seen.add(key)
    entries.push(entry)
  }
  if (entries.length === 0) return [emptyFeed(feed)]
  return items.length > MOST_ENTRIES || items.length > entries.length ? withNote(entries, items.length) : entries
}

interface Head {
  readonly title: string | null
  readonly link: string | null
  readonly language: string | null
  readonly base: string | null
  readonly author: string | null
}

const isNested = (element: XmlElement): boolean => {
  for (let above = element.parent; above !== null; above = above.parent) if (ENTRY_NAMES.includes(above.name)) return true
  return false
}

function readHead(channel: XmlElement, address: string | null): Head {
  const base = baseOf(channel, address)
  const language = textIn(channel, 'language', 'dc:language') ?? languageAround(channel)
  return {
    title: titleIn(channel),
    link: linkOf(channel, base),
    language: language === null ? null : language,
    base: base ?? linkOf(channel, null),
    author: authorOf(channel),
  }
}

function emptyFeed(feed: Head): FeedEntry {
  const notes = [{code: 'ingest/no-entries', message: 'the feed is read and has no entries'}]
  const found: Found = {publisher: feed.title, feed: publicHead(feed), declaredLanguage: feed.language}
  return {text: '', found, id: hashOf(`${feed.title ?? ''}\n${feed.link ?? ''}`), notes}
}

function withNote(entries: readonly FeedEntry[], count: number): FeedEntry[] {
  const message = `${entries.length} of ${count} entries: the others repeat one of them or stand behind the first ${MOST_ENTRIES}`
  const [first, ...rest] = entries
  return [{...first!, notes: [...first!.notes, {code: 'ingest/feed-cut', message}]}, ...rest]
}

const publicHead = ({title, link, language}: Head) => ({title, link, language})

const DATES = [
  'published',
  'pubdate',
  'issued',
  'dcterms:issued',
  'dc:date',
  'date',
  'created',
  'dcterms:created',
  'updated',
  'modified',
  'dcterms:modified',
  'lastbuilddate',
]

function readEntry(item: XmlElement, feed: Head, index: number, pack: PagePack): FeedEntry {
  const base = baseOf(item, feed.base)
  const text = textOfEntry(item, pack)
  const uri = linkOf(item, base)
  const guid = textIn(item, 'guid', 'id') ?? item.attributes['rdf:about'] ?? null
  const published = DATES.map(name => dateIn(item, name)).find(date => date !== null) ?? dateFrom(item.attributes['lastmod'])
  const modified = dateIn(item, 'updated') ?? dateIn(item, 'modified') ?? dateIn(item, 'dcterms:modified')
  const source = childOf(item, 'source')
  const author = authorOf(item) ?? (source ? authorOf(source) : null) ?? feed.author
  const title = titleIn(item)
  const names = author === null ? [] : splitByline(author, pack)
  return {
    text,
    found: {
      uri,
      guid,
      title,
      publisher: (source ? (titleIn(source) ?? textIn(item, 'source')) : null) ?? feed.title,
      byline: names.length > 0 ? names : author === null ? [] : [author],
      published: published ?? null,
      modified: modified ?? null,
      declaredLanguage: textIn(item, 'language', 'dc:language') ?? languageAround(item) ?? feed.language,
      feed: publicHead(feed),
    },
    id: text === '' ? hashOf([guid ?? '', uri ?? '', title ?? '', feed.title ?? '', index].join('\n')) : null,
    notes: text === '' ? [{code: 'ingest/no-text', message: 'the entry carries a title or a link and no text'}] : [],
  }
}

function textOfEntry(item: XmlElement, pack: PagePack): string {
  for (const name of [
    'content:encoded',
    'xhtml:body',
    'body',
    'content',
    'fullitem',
    'description',
    'dc:description',
    'abstract',
    'summary',
    'tagline',
    'media:description',
    'itunes:summary',
    'media:text',
    'itunes:subtitle',
  ]) {
    const parts = childrenOf(item, name)
    const text = parts.map(part => readFragment(markupOf(part), pack.html)).find(read => read !== '')
    if (text !== undefined) return text
  }
  return ''
}

/** The markup of a text construct, whichever way it is wrapped: escaped, inline, base64. */
function markupOf(element: XmlElement): string {
  const type = (element.attributes['type'] ?? '').toLowerCase()
  const mode = (element.attributes['mode'] ?? '').toLowerCase()
  const hasElements = element.children.some(child => typeof child === 'object')
  if (mode === 'base64' || (/^application\/|^image\/|^audio\//.test(type) && !/xml/.test(type))) return decodeBase64(xmlText(element))
  if (hasElements) return innerMarkup(element)
  const text = xmlText(element)
  return (type === 'text' || type === 'text/plain') && mode !== 'escaped' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function decodeBase64(text: string): string {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    const value = BASE64.indexOf(letter)
    if (value < 0) continue
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes.push((bits >> held) & 0xff)
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

function titleIn(element: XmlElement): string | null {
  const title = childOf(element, 'title', 'dc:title', 'media:title', 'itunes:title')
  const text = title === null ? '' : plainTitle(markupOf(title))
  return text === '' ? null : text
}

function textIn(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = xmlText(childOf(element, name)).trim()
    if (text !== '') return text
  }
  return null
}

function dateIn(item: XmlElement, name: string): string | null {
  // Of several, the last: a feed that was merged from others appends its own.
  return (
    childrenOf(item, name)
      .map(element => dateFrom(xmlText(element)))
      .findLast(date => date !== null) ?? null
  )
}

/** Feeds without a zone mean Greenwich. */
function dateFrom(text: string | undefined): string | null {
  const date = text === undefined ? null : readStructuredDate(text)
  return date !== null && /T\d\d:\d\d:\d\d$/.test(date) ? `${date}Z` : date
}

function linkOf(element: XmlElement, base: string | null): string | null {
  const links = childrenOf(element, 'link')
  const rank = (link: XmlElement) => (/^(?:alternate)?$/.test(link.attributes['rel'] ?? '') ? 0 : link.attributes['rel'] === 'self' ? 2 : 1)
  const ordered = [...links].sort((a, b) => rank(a) - rank(b))
  for (const link of ordered) {
    if (rank(link) > 0 && ordered.some(other => rank(other) === 0)) continue
    const href = link.attributes['href'] ?? xmlText(link).trim()
    const address = href === '' ? null : resolve(href, baseOf(link, base))
    if (address !== null) return address
  }
  const guid = childOf(element, 'guid')
  if (guid !== null && (guid.attributes['ispermalink'] ?? 'true').toLowerCase() !== 'false') {
    const address = /^https?:/i.test(xmlText(guid).trim()) ? resolve(xmlText(guid).trim(), base) : null
    if (address !== null) return address
  }
  const own = element.attributes['href'] ?? element.attributes['rdf:about']
  return own === undefined ? null : resolve(own, base)
}

/** As it is written where it is a whole http address; else against the base. Other schemes are no addresses of reports. */
function resolve(href: string, base: string | null): string | null {
  if (/^https?:\/\/[^\s<>"]+$/i.test(href)) return href
  return cleanAddress(href, base)
}

function baseOf(element: XmlElement, outer: string | null): string | null {
  const bases: string[] = []
  for (let above: XmlElement | null = element; above !== null; above = above.parent) {
    const own = above.attributes['xml:base']
    if (own !== undefined) bases.push(own.trim())
  }
  return bases.reduceRight<string | null>((base, own) => joinAddress(own, base), outer)
}

function joinAddress(address: string, base: string | null): string | null {
  try {
    return base === null ? new URL(address).href : new URL(address, base).href
  } catch {
    return base
  }
}

function authorOf(element: XmlElement): string | null {
  const author = childOf(
    element,
    'author',
    'dc:creator',
    'creator',
    'dc:author',
    'itunes:author',
    'managingeditor',
    'dc:publisher',
    'webmaster',
  )
  if (author === null) return null
  const name = textIn(author, 'name') ?? textIn(author, 'email')
  const text = name ?? plainTitle(xmlText(author))
  // RSS writes "address (name)".
  const named = /\(([^)]{2,80})\)/.exec(text)?.[1]
  return text.trim() === '' ? null : text.includes('@') && named ? named : text.trim()
}

function languageAround(element: XmlElement): string | null {
  for (let above: XmlElement | null = element; above !== null; above = above.parent) {
    const own = above.attributes['xml:lang']
    if (own !== undefined && own !== '') return own
  }
  return null
}
