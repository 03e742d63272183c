// Marks what is no part of any article: navigation, footers, share buttons, comments, teasers; by tag, role, class and id.
import type {HtmlWords} from '../../model/pack-page.ts'
import {nameList} from './names.ts'
import {type Page, type PageElement, textOf, wordsOf} from './tree.ts'

const DROPPED_TAGS = new Set('nav aside footer figcaption dialog menu'.split(' '))
const DROPPED_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog menu menubar alertdialog toolbar tablist tooltip'.split(' '),
)
const NEVER_DROPPED = new Set(['html', 'body', '#document', 'main'])
/** An element with more than this share of the page's text in paragraphs is the page, whatever its class says. */
const TOO_MUCH_TO_DROP = 0.5
/** Threads of comments outgrow their article. */
const TOO_MUCH_OF_COMMENTS = 0.9
/** Captions, labels and credits inside of a paragraph are shorter. */
const LONGEST_PIECE = 200
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** The share of a page's prose that stands below an element, 0 to 1. */
export type Weigh = (element: PageElement) => number

/** What no article holds, whatever the page: side columns, threads of comments, consent forms, what readers do not see. */
export function pruneSure(page: Page, words: HtmlWords, weigh: Weigh): void {
  const names = nameList(words.surePrune)
  const comments = nameList(words.comments)
  dropWhere(page, element => {
    const isThread = comments.has(wordsOf(element))
    if (!isOutside(element) && (element.tag === 'blockquote' || !(isThread || names.has(wordsOf(element))))) return false
    return weigh(element) <= (isThread ? TOO_MUCH_OF_COMMENTS : TOO_MUCH_TO_DROP)
  })
}

/**
 * What the names of a page say is none of its article, weighed against the prose that `pruneSure` has left: a thread of comments no
 * longer makes the article look small. A name that stands on much of a page in many small pieces names its way of telling, a gallery.
 */
export function pruneNamed(page: Page, words: HtmlWords, weigh: Weigh): void {
  const names = nameList(words.prune)
  const found = page.elements.filter(
    element => element.tag !== 'blockquote' && !NEVER_DROPPED.has(element.tag) && names.has(wordsOf(element)) && !isPasted(element),
  )
  const shares = new Map<string, number>()
  let end = -1
  for (const element of found) {
    if (element.dropped || element.order <= end || weigh(element) > TOO_MUCH_TO_DROP) continue
    end = element.last
    const name = names.first(wordsOf(element))
    shares.set(name, (shares.get(name) ?? 0) + weigh(element))
  }
  const candidates = new Set(found.filter(element => (shares.get(names.first(wordsOf(element))) ?? 0) <= TOO_MUCH_TO_DROP))
  dropWhere(page, element => candidates.has(element) && weigh(element) <= TOO_MUCH_TO_DROP)
}

function dropWhere(page: Page, isFurniture: (element: PageElement) => boolean): void {
  for (let i = 0; i < page.elements.length; i++) {
    const element = page.elements[i]!
    if (!element.dropped && (NEVER_DROPPED.has(element.tag) || !isFurniture(element))) continue
    element.dropped = true
    i = element.last
  }
}

/** A stretch of a paragraph with names of its own came along when somebody copied it from another page. */
function isPasted(element: PageElement): boolean {
  return element.tag === 'span' && element.parent?.tag === 'p' && textOf(element, LONGEST_PIECE + 1).length > LONGEST_PIECE
}

function isOutside(element: PageElement): boolean {
  const {attributes, tag} = element
  if (DROPPED_TAGS.has(tag)) return true
  if (tag === 'figure') return !hasProse(element)
  const role = attributes['role']
  if (role !== undefined && DROPPED_ROLES.has(role)) return true
  if ('hidden' in attributes && attributes['hidden'] !== 'until-found') return true
  if (attributes['style'] !== undefined && HIDDEN_STYLE.test(attributes['style'].slice(0, 400))) return true
  return attributes['itemprop'] === 'comment' || attributes['aria-modal'] === 'true'
}

/** Sites that scroll their tables wrap them once or twice. */
const DEEPEST_TABLE = 3

function hasProse(element: PageElement, depth = 1): boolean {
  return element.children.some(
    child =>
      typeof child === 'object' &&
      (['table', 'pre', 'blockquote'].includes(child.tag) || (depth < DEEPEST_TABLE && hasProse(child, depth + 1))),
  )
}
