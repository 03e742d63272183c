// Who signed a page: names only, without "By", dates, posts and addresses.
import type {PagePack} from '../../model/pack-page.ts'
import {readBlocks} from './blocks.ts'
import type {StructuredArticle} from './json-ld.ts'
import type {PageMeta} from './meta.ts'
import {type Page, type PageElement, textOf, wordsOf} from './tree.ts'

const LONGEST_BYLINE = 160
const MOST_NAMES = 8

export function findByline(
  page: Page,
  meta: PageMeta,
  structured: StructuredArticle | null,
  pack: PagePack,
  site: string | null,
): readonly string[] {
  const candidates: (() => readonly string[])[] = [
    () => structured?.authors ?? [],
    () =>
      [
        'author',
        'article:author',
        'og:article:author',
        'dc.creator',
        'dcterms.creator',
        'dc.creator.creator',
        'parsely-author',
        'sailthru.author',
        'byl',
        'citation_author',
        'article:author_name',
        'cxenseparse:author',
        'authors',
        'twitter:data1',
      ].flatMap(name =>
        name === 'twitter:data1' && !/writ|author|autor|von|by/i.test(meta.first('twitter:label1') ?? '') ? [] : meta.all(name),
      ),
    () => page.elements.filter(isMarkedAuthor).map(element => textOf(element, LONGEST_BYLINE * 2)),
    () => firstSigned(page.elements.filter(isAuthorElement), pack),
    () => firstSigned(page.elements.filter(isAuthorLink), pack),
    () => signedLines(page, pack),
  ]
  const isSite = (name: string) => site !== null && fold(name) === fold(site)
  // A page signed with the name of its site names nobody, but says so: taken where no person is found.
  for (const accept of [(name: string) => !isSite(name), isSite]) {
    for (const candidate of candidates) {
      const all = unique(candidate().flatMap(text => splitByline(text, pack))).filter(accept)
      // A profile tells the name again with more around it.
      const names = all.filter(name => !all.some(other => other !== name && fold(name).includes(fold(other))))
      if (names.length > 0) return names.slice(0, MOST_NAMES)
    }
  }
  return []
}

function isMarkedAuthor(element: PageElement): boolean {
  const {attributes} = element
  if (element.tag === 'meta' || element.tag === 'link') return false
  return /(?:^|\s)author(?:\s|$)/.test(attributes['rel'] ?? '') || /^(?:author|creator)$/i.test(attributes['itemprop'] ?? '')
}

const AUTHOR_WORDS = new Set(['author', 'byline', 'autor', 'authorname', 'auteur', 'writer', 'fn'])
const NOT_AUTHOR = new Set([
  'comment',
  'comments',
  'box',
  'bio',
  'related',
  'image',
  'avatar',
  'img',
  'about',
  'description',
  'social',
  'commentlist',
  'quote',
])

function isAuthorElement(element: PageElement): boolean {
  if (!['span', 'a', 'p', 'div', 'address', 'strong', 'em', 'b', 'i', 'cite', 'li'].includes(element.tag)) return false
  const words = wordsOf(element)
  if (!words.some(word => AUTHOR_WORDS.has(word)) || words.some(word => NOT_AUTHOR.has(word))) return false
  return !hasAncestor(element, words => words.some(word => word.startsWith('comment') || word === 'sidebar'))
}

function hasAncestor(element: PageElement, test: (words: readonly string[]) => boolean): boolean {
  for (let above = element.parent, steps = 0; above !== null && steps < 12; above = above.parent, steps++)
    if (test(wordsOf(above))) return true
  return false
}

const MOST_ELEMENTS = 20

function firstSigned(elements: readonly PageElement[], pack: PagePack): string[] {
  for (const element of elements.slice(0, MOST_ELEMENTS)) {
    const text = textOf(element, LONGEST_BYLINE * 2)
    if (splitByline(text, pack).length > 0) return [text]
  }
  return []
}

const AUTHOR_ADDRESS = /\/(?:authors?|autor(?:en|in)?|profile|people|staff|contributors?|redaktion|reporters?|newsteam|by)\/[^/]/i

const isAuthorLink = (element: PageElement): boolean =>
  element.tag === 'a' &&
  AUTHOR_ADDRESS.test(element.attributes['href'] ?? '') &&
  !hasAncestor(element, words => words.some(word => word.startsWith('comment') || word === 'sidebar' || word === 'related'))

const LONGEST_SIGNATURE = 80
const LINES_AFTER_TITLE = 14

/** "By Ida Orlo" on a line of its own near the heading. */
function signedLines(page: Page, pack: PagePack): string[] {
  const blocks = readBlocks(page.root)
  const head = blocks.findIndex(block => block.owner.tag === 'h1')
  const near = blocks.slice(Math.max(0, head - 3), head + LINES_AFTER_TITLE).filter(block => block.text.length <= LONGEST_SIGNATURE)
  return near
    .filter(block => withoutLead(block.text, pack) !== block.text)
    .slice(0, 1)
    .map(block => block.text)
}

const unique = (names: readonly string[]): string[] => names.filter((name, i) => names.findIndex(other => fold(other) === fold(name)) === i)
const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** "By Ida Orlo and Bo Vash, Kalvia News | 11 April 2031" → the two names. Exported for feeds and mail. */
export function splitByline(text: string, pack: PagePack): string[] {
  if (text.length > LONGEST_BYLINE * 2 || /^https?:|^www\.|\.com\//i.test(text.trim())) return []
  const cut = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\S+@\S+\.\S+/g, ' ')
    .replace(/\([^)]{0,60}\)/g, ' ')
    .replace(/@\w+/g, ' ')
    .split(/\s*[|•·/]\s*|\s+[–—-]\s+|\n|\d{1,2}[.:/]\d{1,2}|\s\d{1,2}\.?\s\p{L}{3,}|\d{4}/u)[0]!
    .trim()
  const body = withoutLead(cut, pack)
  return body
    .split(/\s*(?:;|,|&|\+|\s(?:and|und|et|y)\s)\s*/)
    .map(name => name.replace(/^[\s:,.–-]+|[\s:,–-]+$/g, ''))
    .filter(name => isName(name, pack))
}

function withoutLead(text: string, pack: PagePack): string {
  const lower = text.toLowerCase()
  const lead = pack.bylines.leads
    .filter(word => lower.startsWith(word) && /[^\p{L}]/u.test(lower[word.length] ?? ''))
    .sort((a, b) => b.length - a.length)[0]
  return lead === undefined ? text : withoutLead(text.slice(lead.length).replace(/^[\s:]+/, ''), pack)
}

function isName(name: string, pack: PagePack): boolean {
  if (name.length < 3 || name.length > 60 || /[<>{}[\]_=]|https?:/.test(name)) return false
  if (name.split(/\s+/).length > 5 || /\d/.test(name)) return false
  return !pack.bylines.nobody.includes(name.toLowerCase())
}
