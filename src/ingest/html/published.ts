// When a page was published: structured data, meta elements, marked elements, the address, labelled words, in the order that was
// right most often on pages of many kinds (field/ingest.md 3). The date of the last change is another field, never this one.
import type {DateSource} from '../../model/article.ts'
import type {DateWords} from '../../model/pack-page.ts'
import {dayFromEpoch, daysSinceEpoch, isCalendarDay, readStructuredDate} from '../dates.ts'
import {foldCase} from '../lines.ts'
import {findWrittenDays} from '../written-day.ts'
import {readBlocks} from './blocks.ts'
import type {StructuredArticle} from './json-ld.ts'
import type {PageMeta} from './meta.ts'
import {nameList} from './names.ts'
import {type Page, type PageElement, textOf, wordsOf} from './tree.ts'

export interface PageDate {
  readonly published: string | null
  readonly publishedFrom: DateSource | null
  readonly modified: string | null
  /** How the date was found, for `parley check`. */
  readonly rule: string | null
}

const META_NAMES =
  'article:published_time og:article:published_time og:published_time article:published datepublished date_published pubdate publishdate publish_date publish-date published_time sailthru.date parsely-pub-date dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date.publication dcterms.date dc.date dc:date dc:created date cxenseparse:recs:publishtime originalpublicationdate bt:pubdate rnews:datepublished citation_publication_date citation_date citation_online_date datecreated article_date_original displaydate date.created created og:pubdate pub_date publication_date publicationdate article:post_date article:create article:created releasedate release_date dateposted search_date published published_at published-date articlepublicationdate vr:published_time last-published nyt.pdate ptime pagedate prism.publicationdate eprints.date timestamp'.split(
    ' ',
  )
const MODIFIED_NAMES =
  'article:modified_time og:updated_time article:modified og:article:modified_time dcterms.modified dc.date.modified lastmod last-modified datemodified date_modified modified updated_time revised'.split(
    ' ',
  )
/** Dates stand in the head of a page; the rest is comments. */
const LONGEST_PAGE_TEXT = 40_000
const SCRIPT_DATE =
  /["'](?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|pubDate|dateCreated|published_date|datetime_published|firstPublished|firstPublishDate|created_at|createdAt|(?:cms|page|article|content_?)?(?:P|p)ublish(?:ing|ed)?_?(?:D|d)ate|content_date_published)["']\s*:\s*["']([^"']{8,40})["']/

export function findPageDate(
  page: Page,
  meta: PageMeta,
  structured: StructuredArticle | null,
  words: DateWords,
  address: string | null,
): PageDate {
  const order = orderOf(meta)
  let shown: string | null = null
  const text = () => {
    shown ??= textOf(page.root, LONGEST_PAGE_TEXT)
    return shown
  }
  const modified = firstDate([structured?.modified ?? null, ...MODIFIED_NAMES.map(name => meta.first(name))], words, order)
  const steps: readonly (readonly [string, DateSource, () => string | null])[] = [
    ['structured data', 'metadata', () => firstDate([structured?.published ?? null, structured?.created ?? null], words, order)],
    [
      'meta element',
      'metadata',
      () =>
        firstDate(
          META_NAMES.map(name => meta.first(name)),
          words,
          order,
        ),
    ],
    ['marked element', 'metadata', () => fromMarked(page, words, order)],
    ['address', 'address', () => fromAddress(address) ?? fromAddress(meta.canonical)],
    ['data in a script', 'metadata', () => fromScripts(page)],
    ['element for a date', 'text', () => fromElements(page, words, order)],
    ['label before a date', 'text', () => fromLabel(text(), words, order)],
    ['line with a date', 'text', () => fromShortLines(page, words, order)],
    ['first date on the page', 'text', () => notOther(text(), words, order)],
  ]
  for (const [rule, source, read] of steps) {
    const published = read()
    if (published !== null) return {published: asShown(published, text, words, order), publishedFrom: source, modified, rule}
  }
  return {published: null, publishedFrom: null, modified, rule: null}
}

/** Americans write the month first; pages say so in their language or by their months. */
function orderOf(meta: PageMeta): 'day-first' | 'month-first' {
  return /^en(?:-us)?$/i.test(meta.language ?? '') || /en[_-]us/i.test(meta.first('og:locale') ?? '') ? 'month-first' : 'day-first'
}

type Order = ReturnType<typeof orderOf>

function firstDate(values: readonly (string | null)[], words: DateWords, order: Order): string | null {
  for (const value of values) {
    if (value === null) continue
    const read = readStructuredDate(value)
    if (read !== null && read.length >= 10 && isPlausible(read)) return read
    const written = read === null ? findWrittenDays(value.slice(0, 100), words, order, 1)[0] : undefined
    if (written) return written.day
  }
  return null
}

/** Empty fields of databases are 1970-01-01 and 0001-01-01. */
const isPlausible = (date: string): boolean => date >= '1991' && !date.startsWith('1970-01-01')

/** An element that says by its markup that it holds the date. */
function fromMarked(page: Page, words: DateWords, order: Order): string | null {
  const tests: readonly ((element: PageElement) => boolean)[] = [
    element => /datePublished/i.test(element.attributes['itemprop'] ?? ''),
    element => /dateCreated/i.test(element.attributes['itemprop'] ?? ''),
    element => element.tag === 'time' && 'pubdate' in element.attributes,
    element =>
      ['time', 'abbr', 'span'].includes(element.tag) &&
      wordsOf(element).some(word => word === 'published' || word === 'dtstart' || word === 'pubdate'),
    element => element.tag === 'time' && wordsOf(element).join(' ').includes('entry date'),
    element => element.tag === 'time' && !isModified(element) && isIn(element, 'article'),
    element => element.tag === 'time' && !isModified(element),
  ]
  for (const test of tests)
    for (const element of page.elements) {
      if (!test(element) || isAside(element)) continue
      const {attributes} = element
      const found = firstDate(
        [attributes['datetime'] ?? null, attributes['content'] ?? null, attributes['title'] ?? null, textOf(element, 100)],
        words,
        order,
      )
      if (found !== null) return found
    }
  return null
}

const isModified = (element: PageElement): boolean =>
  /modified|updated/i.test(`${element.attributes['itemprop'] ?? ''} ${element.attributes['class'] ?? ''}`)

/** What stands in comments, side columns and lists of other articles has dates of its own. */
const ASIDE = [
  'comments',
  'comment',
  'commentlist',
  'sidebar',
  'related',
  'widget',
  'recent',
  'footer',
  'teaser',
  'popular',
  'kommentare',
  'events',
  'calendar',
]

function isAside(element: PageElement): boolean {
  for (
    let above: PageElement | null = element, steps = 0;
    above !== null && above.tag !== 'body' && steps < 15;
    above = above.parent, steps++
  )
    if (above.tag === 'aside' || above.tag === 'footer' || above.tag === 'nav' || wordsOf(above).some(word => ASIDE.includes(word)))
      return true
  return false
}

function isIn(element: PageElement, tag: string): boolean {
  for (let above = element.parent, steps = 0; above !== null && steps < 40; above = above.parent, steps++)
    if (above.tag === tag) return true
  return false
}

const ADDRESS_DAY = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/
const ADDRESS_COMPACT = /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?:[/_.-]|$)/

export function fromAddress(address: string | null): string | null {
  if (address === null) return null
  const path = address.slice(0, 500)
  for (const pattern of [ADDRESS_DAY, ADDRESS_COMPACT]) {
    const found = pattern.exec(path)
    if (found && Number(found[1]) >= 1991 && isCalendarDay(Number(found[1]), Number(found[2]), Number(found[3])))
      return `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  }
  return null
}

function fromScripts(page: Page): string | null {
  for (const element of page.elements) {
    if (element.tag !== 'script') continue
    const source = element.children.find(child => typeof child === 'string')
    const found = typeof source === 'string' ? SCRIPT_DATE.exec(source) : null
    const read = found === null ? null : readStructuredDate(found[1]!)
    if (read !== null && read.length >= 10 && isPlausible(read)) return read
  }
  return null
}

const LONGEST_DATE_ELEMENT = 600

function fromElements(page: Page, words: DateWords, order: Order): string | null {
  const names = nameList(words.classes)
  for (const element of page.elements) {
    if (
      ![
        'span',
        'div',
        'p',
        'li',
        'td',
        'small',
        'em',
        'b',
        'i',
        'abbr',
        'a',
        'dd',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'strong',
        'header',
        'section',
        'ul',
        'time',
        'address',
        'font',
      ].includes(element.tag)
    )
      continue
    if (!names.has(wordsOf(element)) || isAside(element)) continue
    const text = textOf(element, LONGEST_DATE_ELEMENT + 1)
    if (text.length > LONGEST_DATE_ELEMENT) continue
    const found = notOther(text, words, order)
    if (found !== null) return found
  }
  return null
}

/** The first day that no word like "updated" stands before. */
function notOther(text: string, words: DateWords, order: Order): string | null {
  const folded = foldCase(text)
  for (const {day, start} of findWrittenDays(text, words, order, 5)) {
    const before = folded.slice(Math.max(0, start - 24), start)
    if (!words.others.some(word => before.includes(word))) return day
  }
  return null
}

function fromLabel(text: string, words: DateWords, order: Order): string | null {
  const folded = foldCase(text)
  for (const {day, start} of findWrittenDays(text, words, order, 40)) {
    const before = folded.slice(Math.max(0, start - 20), start).replace(/[\s:,(]+$/, '')
    if (words.labels.some(word => before.endsWith(word))) return day
  }
  return null
}

/** A line of the head: a place, a name and a day. Sentences tell of other days. */
const LONGEST_DATE_LINE = 90

function fromShortLines(page: Page, words: DateWords, order: Order): string | null {
  const lines = readBlocks(page.root).filter(block => block.text.length <= LONGEST_DATE_LINE && !isAside(block.owner))
  const head = lines.findIndex(block => block.owner.tag === 'h1')
  for (const block of [...lines.slice(Math.max(0, head)), ...lines.slice(0, Math.max(0, head))]) {
    const found = notOther(block.text, words, order)
    if (found !== null) return found
  }
  return null
}

const SHOWN_DAYS = 60
/** West of Greenwich it is still the day before until then; east of it, the next day from then on. */
const STILL_YESTERDAY = 8
const ALREADY_TOMORROW = 15
const CLOCK = /^\D{0,12}?(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s?([ap]\.?m)?/i

/**
 * Machines stamp in Greenwich's time or the server's. A day and a clock that the page shows, whole hours from the stamp, are the
 * newsroom's own; so is the day before or after, where the stamped one is not shown at all.
 */
function asShown(published: string, text: () => string, words: DateWords, order: Order): string {
  if (!published.endsWith('Z')) return published
  const stamped = published.slice(0, 10)
  const [hour, minute] = [Number(published.slice(11, 13)), Number(published.slice(14, 16))]
  const shown = findWrittenDays(text(), words, order, SHOWN_DAYS)
  for (const {day, end} of shown) {
    const away = daysBetween(stamped, day)
    const clock = Math.abs(away) > 1 ? null : CLOCK.exec(text().slice(end, end + 28))
    if (clock === null || Number(clock[2]) !== minute) continue
    const local = clock[3] ? (Number(clock[1]) % 12) + (/p/i.test(clock[3]) ? 12 : 0) : Number(clock[1])
    const zone = away * 24 + local - hour
    if (zone !== 0 && zone >= -11 && zone <= 13)
      return `${day}T${two(local)}:${published.slice(14, 19)}${zone < 0 ? '-' : '+'}${two(Math.abs(zone))}:00`
    if (zone === 0) return published
  }
  const days = new Set(shown.map(written => written.day))
  if (days.has(stamped) || (hour >= STILL_YESTERDAY && hour < ALREADY_TOMORROW)) return published
  const neighbour = nextDay(stamped, hour < STILL_YESTERDAY ? -1 : 1)
  return days.has(neighbour) ? neighbour : published
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Of two ISO days or moments. */
export function daysBetween(from: string, to: string): number {
  const count = (day: string) => daysSinceEpoch(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
  return count(to) - count(from)
}

function nextDay(day: string, step: 1 | -1): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return dayFromEpoch(daysSinceEpoch(year, month, date) + step)
}
