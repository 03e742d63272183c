// The title of a page: what structured data, the head and the first heading agree on, without the name of the site.
import type {StructuredArticle} from './json-ld.ts'
import type {PageMeta} from './meta.ts'
import {type Page, type PageElement, squash, textOf, wordsOf} from './tree.ts'

const LONGEST_TITLE = 400
/** Shorter ones are names of sections: "Home", "Opinion". */
const SHORTEST_TITLE = 10
/** A heading that covers less of the head's title is a section or the site. */
const COVERED = 0.5
const SHORTEST_PART = 5
const PARTS = /\s+[|•·«»│–—-]{1,2}\s+|\s*[|│]\s*|\s+::?\s+|:\s/

export function findTitle(page: Page, meta: PageMeta, structured: StructuredArticle | null): string | null {
  const told = [meta.first('og:site_name', 'application-name'), structured?.publisher ?? null, ...siteHeadings(page, meta)]
  const sites = told.flatMap(site => (site ? [fold(site)] : []))
  const isSite = (text: string) => sites.includes(fold(text))
  const shared = meta.first('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title')
  // "Talks go on | Mirvan Post" in a heading, where the page shares it as "Talks go on".
  const bare = (text: string) => (shared !== null && fold(text.split(HARD)[0]!) === fold(shared) ? text.split(HARD)[0]! : text)
  const heads = page.elements
    .filter(element => element.tag === 'h1' && !wordsOf(element).some(word => SITE_WORDS.has(word)))
    .map(element => bare(headingText(element)))
    .filter(text => text.length > 1 && text.length < LONGEST_TITLE && !isSite(text))
  const withoutDay = (text: string) => text.replace(/^\d{1,2}\.\d{1,2}\.\d{2,4}\s*[-–|:]\s*/, '')
  const stripped = [shared, structured?.headline ?? null, meta.titleElement].flatMap(text =>
    text ? [withoutSite(withoutDay(text), sites)] : [],
  )
  // A kicker in the heading ("Energy: Talks go on"): what the page shares is the end of the heading.
  const own = shared ? withoutSite(withoutDay(shared), sites) : ''
  if (own.length >= SHORTEST_TITLE && heads.some(head => fold(head) !== fold(own) && fold(head).endsWith(fold(own)))) return own
  // A heading that the head's title repeats is the title as readers see it.
  const repeated = heads.filter(head =>
    stripped.some(text => fold(text).includes(fold(head)) && fold(head).length >= fold(text).length * COVERED),
  )
  const longest = repeated.reduce((a, b) => (b.length > a.length ? b : a), '')
  // "Row before the vote:" is the first line of a title that goes on below it.
  const whole = longest.endsWith(':') ? stripped.find(text => fold(text).startsWith(fold(longest)) && !text.endsWith('…')) : undefined
  if (longest !== '') return whole ?? longest
  // The only heading of its rank is what readers see, whatever the page is called elsewhere.
  if (heads.length === 1 && heads[0]!.length >= SHORTEST_TITLE) return heads[0]!
  // A heading that says what it is.
  const marked = page.elements.find(
    element => ['h1', 'h2', 'h3'].includes(element.tag) && isMarkedTitle(element) && !isSite(textOf(element, LONGEST_TITLE)),
  )
  if (marked !== undefined && textOf(marked, LONGEST_TITLE).length >= SHORTEST_PART) return headingText(marked)
  // Heads cut long titles, or lose them behind a quotation mark: the heading goes on where they end.
  const longer = heads.find(head =>
    stripped.some(
      text => text.length >= SHORTEST_TITLE && fold(head).startsWith(fold(text)) && fold(text).length >= fold(head).length * COVERED,
    ),
  )
  if (longer !== undefined) return longer
  // Without shared titles: the part of the head's title that is a heading of the page, word for word.
  const parts = stripped.length === 0 ? [] : [meta.titleElement ?? '', shared ?? ''].flatMap(text => text.split(PARTS)).map(fold)
  const named = page.elements
    .filter(element => ['h1', 'h2', 'h3'].includes(element.tag))
    .map(element => textOf(element, LONGEST_TITLE))
    .find(text => text.length >= SHORTEST_PART && !isSite(text) && parts.includes(fold(text)))
  if (named !== undefined) return named
  const candidates = [...(heads.length === 1 ? heads : []), ...stripped, ...heads]
  return (
    candidates.find(text => text.length >= SHORTEST_TITLE && !isSite(text)) ?? candidates.find(text => text !== '' && !isSite(text)) ?? null
  )
}

const SITE_WORDS = new Set(['site', 'logo', 'sitename', 'sitetitle', 'brand', 'masthead'])
/** A link to the front page: its root, or the folder of one language. */
const FRONT_PAGE = /^(?:https?:\/\/[^/?#]+)?\/?(?:[a-z]{2}\/?)?(?:(?:index|home|default|startseite)(?:\.\w{2,5})?)?$/i

/** First headings that are no title: those that lead to the front page, and those that the site's own host spells. */
function siteHeadings(page: Page, meta: PageMeta): string[] {
  const host = meta.canonical === null ? '' : fold(new URL(meta.canonical).hostname.replace(/^www\./, '').replace(/\.\w+$/, ''))
  return page.elements.flatMap(element => {
    if (element.tag !== 'h1') return []
    const text = textOf(element, LONGEST_TITLE)
    const link = [element.parent, ...elementsBelow(element)].find(near => near?.tag === 'a' && near.attributes['href'] !== undefined)
    const leadsHome = link != null && link.attributes['href'] !== '' && FRONT_PAGE.test(link.attributes['href']!.trim())
    return leadsHome || (host.length > 3 && fold(text) === host) ? [text] : []
  })
}

const OWNERS = ['entry', 'post', 'page', 'article', 'story', 'news', 'artikel']

function isMarkedTitle(element: PageElement): boolean {
  if (/^headline$/i.test(element.attributes['itemprop'] ?? '')) return true
  const words = wordsOf(element)
  return (words.includes('title') || words.includes('headline')) && words.some(word => OWNERS.includes(word))
}

const KICKERS = [
  'kicker',
  'topline',
  'overline',
  'dachzeile',
  'spitzmarke',
  'suptitle',
  'roofline',
  'pretitle',
  'rubrik',
  'hidden',
  'visuallyhidden',
]

const OTHER_TITLES = ['sub', 'subtitle', 'super', 'over', 'pre', 'section', 'category', 'kicker', 'roof']

/** "span.title" inside a heading, beside its kicker. */
function isOwnTitle(element: PageElement): boolean {
  const words = wordsOf(element)
  return (words.includes('title') || words.includes('headline')) && !words.some(word => OTHER_TITLES.includes(word))
}

function elementsBelow(head: PageElement): PageElement[] {
  const children = head.children.filter((child): child is PageElement => typeof child === 'object')
  return [...children, ...children.flatMap(child => child.children.filter((inner): inner is PageElement => typeof inner === 'object'))]
}

/** Without the kicker that some sites set inside the heading. */
function headingText(head: PageElement): string {
  const whole = wholeHeading(head)
  const dates = head.children.filter((child): child is PageElement => typeof child === 'object' && child.tag === 'time')
  return dates.reduce((text, date) => squash(text.replace(textOf(date, 100), ' ')), whole) || whole
}

function wholeHeading(head: PageElement): string {
  const own = elementsBelow(head)
    .filter(isOwnTitle)
    .map(element => textOf(element, 1000))
  const longestOwn = own.reduce((a, b) => (b.length > a.length ? b : a), '')
  if (longestOwn.length >= SHORTEST_TITLE) return longestOwn
  const kickers = head.children.filter(
    (child): child is PageElement => typeof child === 'object' && wordsOf(child).some(word => KICKERS.includes(word)),
  )
  const whole = textOf(head, 1000)
  const rest = kickers.reduce((text, kicker) => text.replace(textOf(kicker, 1000), ''), whole).replace(/^[\s:|–-]+/, '')
  return rest.length >= SHORTEST_TITLE ? squash(rest) : whole
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const HARD = /\s+::\s+|\s*[|│]\s*|\s+[»«]\s+/
const SOFT = /\s+[•·–—-]{1,2}\s+/
/** "– Mirvan Daily Post": the name of a site behind a dash is short; the second half of a title is not. */
const LONGEST_SITE = 24

/** "Talks go on | Mirvan Post" → "Talks go on". */
function withoutSite(title: string, sites: readonly string[]): string {
  const hard = title.split(HARD).filter(part => part !== '' && !sites.includes(fold(part)))
  const main = hard.length === 0 ? title : hard.reduce((a, b) => (b.length > a.length ? b : a))
  const parts = main.split(SOFT)
  const tail = parts.at(-1)!
  if (parts.length < 2) return main
  if (sites.includes(fold(parts[0]!))) return main.slice(parts[0]!.length).replace(/^[\s•·–—-]+/, '')
  const isTail = sites.includes(fold(tail)) || (tail.length <= LONGEST_SITE && tail.split(' ').length <= 3 && /^[\p{Lu}\d]/u.test(tail))
  return isTail ? main.slice(0, main.lastIndexOf(tail)).replace(/[\s•·–—-]+$/, '') : main
}
