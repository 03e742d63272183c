// Marks what is no part of any article: navigation, footers, share buttons, comments, teasers; by tag, role, class and id.
import type {HtmlWords} from '../../model/pack-page.ts'
import {nameList} from './names.ts'
import {type Page, type PageElement, wordsOf} from './tree.ts'

const DROPPED_TAGS = new Set('nav aside footer figcaption dialog menu'.split(' '))
const DROPPED_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog menu menubar alertdialog toolbar tablist tooltip'.split(' '),
)
const NEVER_DROPPED = new Set(['html', 'body', '#document', 'main'])
/** An element with more than this share of the page's text in paragraphs is the page, whatever its class says. */
const TOO_MUCH_TO_DROP = 0.5
/** Threads of comments outgrow their article. */
const TOO_MUCH_OF_COMMENTS = 0.9
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** What is believed of names: all of them, those that never stand on an article, none. */
export type Strictness = 'all-names' | 'sure-names'

/** `weigh` gives the share of the page's prose that stands below an element, 0 to 1. */
export function prune(page: Page, words: HtmlWords, weigh: (element: PageElement) => number, strictness: Strictness): void {
  const names = nameList(strictness === 'all-names' ? words.prune : words.surePrune)
  const comments = nameList(words.comments)
  for (let i = 0; i < page.elements.length; i++) {
    const element = page.elements[i]!
    if (NEVER_DROPPED.has(element.tag)) continue
    const isDropped = isOutside(element) || (element.tag !== 'blockquote' && names.has(wordsOf(element)))
    if (!isDropped || weigh(element) > (comments.has(wordsOf(element)) ? TOO_MUCH_OF_COMMENTS : TOO_MUCH_TO_DROP)) continue
    element.dropped = true
    i = element.last
  }
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

function hasProse(element: PageElement): boolean {
  return element.children.some(child => typeof child === 'object' && ['table', 'pre', 'blockquote'].includes(child.tag))
}
