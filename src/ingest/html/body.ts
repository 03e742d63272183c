// The running text of an article page, and nothing else: prune what no article holds, weigh the prose, find the container, keep its
// blocks, leave out the lines that are not its text. In the way of trafilatura (Apache-2.0), whose ideas are followed and no code taken.
import type {HtmlWords} from '../../model/pack-page.ts'
import {type Block, readBlocks} from './blocks.ts'
import {type KnownWords, keepLines, sameWords} from './keep.ts'
import {nameList} from './names.ts'
import {pruneNamed, pruneSure} from './prune.ts'
import {isStamp} from './stamp.ts'
import {isBelow, type Page, type PageElement, textOf, wordsOf} from './tree.ts'

export interface Body {
  /** A block a line. */
  readonly lines: readonly string[]
  readonly text: string
  /** What holds the article; null where that is the whole page. */
  readonly container: PageElement | null
  /** Bare times of day in it: live blogs carry one over each entry. */
  readonly stamps: number
}

/** Prose has a length and a sentence end, and is not a link. Measured on pages of many kinds: shorter blocks are labels as often as text. */
const PROSE_LENGTH = 50
const PROSE_LINKED = 0.35
/** A named container is trusted when it holds this share of the page's prose. */
const TRUSTED_SHARE = 0.45
/** Without a named one, the deepest element that holds this share. */
const DEEPEST_SHARE = 0.8
/** Below this the names have dropped the article itself, and only sure ones are trusted. */
const SHORT_TEXT = 250
/** Pages that are written for readers without scripts hold their text in `noscript`: taken where it is this many times what stands outside. */
const MUCH_MORE = 2

/** What the page says of itself, to know title, lead and signature again. */
export interface PageWords extends KnownWords {
  readonly description: string | null
}

export function extractBody(page: Page, words: HtmlWords, head: PageWords): Body {
  const strict = extractOnce(page, words, head, 'all-names')
  if (strict.text.length >= SHORT_TEXT || textOf(page.root).length <= strict.text.length * MUCH_MORE) return strict
  let best = strict
  for (const again of [page, withoutScripts(page)]) {
    const loose = again === null ? null : extractOnce(again, words, head, 'sure-names')
    if (loose !== null && loose.text.length > best.text.length * MUCH_MORE) best = loose
  }
  // The marks of what is dropped are those of the last reading.
  const body = best === strict ? extractOnce(page, words, head, 'all-names') : best
  return body.text === '' ? ofTables(page, body) : body
}

/** Results of a match or a vote: a page that has no sentence may be all table. */
function ofTables(page: Page, body: Body): Body {
  const lines = readBlocks(page.root)
    .filter(({kind}) => kind === 'row')
    .map(({text}) => text)
  return {...body, lines, text: lines.join('\n')}
}

/** The page as a reader without scripts sees it; null where that is the same. */
function withoutScripts(page: Page): Page | null {
  if (!page.elements.some(element => element.tag === 'noscript')) return null
  return {...page, elements: page.elements.map(element => (element.tag === 'noscript' ? Object.assign(element, {tag: 'div'}) : element))}
}

/** What is believed of names: all of them, or those that never stand on an article. */
type Strictness = 'all-names' | 'sure-names'

function extractOnce(page: Page, words: HtmlWords, head: PageWords, strictness: Strictness): Body {
  for (const element of page.elements) element.dropped = false
  pruneSure(page, words, proseOf(readBlocks(page.root)).share)
  if (strictness === 'all-names') pruneNamed(page, words, proseOf(readBlocks(page.root)).share)
  const blocks = readBlocks(page.root)
  const container = findContainer(page, words, proseOf(blocks))
  const inside = container === null ? blocks : blocks.filter(block => isBelow(block.owner, container))
  const lines = keepLines([...findLead(blocks, container, head, words), ...inside], words, head)
  const stamps = inside.filter(({text}) => BARE_CLOCK.test(text) || isStamp(text, words)).length
  return {lines, text: lines.join('\n'), container, stamps}
}

const BARE_CLOCK = /^\d{1,2}[:.]\d{2}$/

/** A lead is a sentence or two. */
const SHORTEST_LEAD = 70
const MOST_LEADS = 2
/** A description that is only a name or a label shows nothing. */
const SHORTEST_DESCRIPTION = 40
/** Descriptions are cut at about 155 signs. */
const COMPARED_DESCRIPTION = 60

/**
 * The lead stands between the title and the container of the body, in a head of its own; it is often what the head of the page gives
 * as its description.
 */
function findLead(
  blocks: readonly Block[],
  container: PageElement | null,
  {title, description}: PageWords,
  words: HtmlWords,
): readonly Block[] {
  if (container === null || title === null) return []
  const before = blocks.filter(block => block.owner.order < container.order && block.kind !== 'item' && !isMostlyLink(block))
  const described = description === null ? [] : before.filter(block => isDescription(block.text, description)).slice(-1)
  const from = blocks.findLastIndex(block => block.owner.order < container.order && isHeadline(block, title))
  if (from < 0) return described
  const between = before.filter(block => block.owner.order >= blocks[from]!.owner.order && block !== blocks[from])
  const leads = between.filter(block => block.text.length >= SHORTEST_LEAD)
  const named = leads.length <= MOST_LEADS || leads.every(block => nameList(words.leads).has(wordsOf(block.owner))) ? leads : []
  return named.length > 0 ? named : described
}

const isMostlyLink = (block: Block): boolean => block.linked > block.text.length * PROSE_LINKED
const isHeadline = (block: Block, title: string): boolean => block.text.length < title.length * 2 && sameWords(block.text, title)

function isDescription(text: string, description: string): boolean {
  if (text.length < SHORTEST_DESCRIPTION || description.length < SHORTEST_DESCRIPTION) return false
  return sameWords(text.slice(0, COMPARED_DESCRIPTION), description.slice(0, COMPARED_DESCRIPTION))
}

export const isProse = (block: Block): boolean =>
  block.kind !== 'heading' &&
  block.kind !== 'row' &&
  block.text.length >= PROSE_LENGTH &&
  block.linked <= block.text.length * PROSE_LINKED &&
  /[.!?:;…。！？]/.test(block.text)

/** Prose by place, so that the share below any element is two look-ups. */
function proseOf(blocks: readonly Block[]): {share(element: PageElement): number; readonly total: number} {
  const prose = blocks.filter(isProse)
  const orders = prose.map(block => block.owner.order)
  const sums = [0]
  // Blocks come in order of the page, but a block after an inner one belongs to the outer owner: sorted by owner.
  const byOwner = orders.map((order, i) => [order, prose[i]!.text.length - prose[i]!.linked] as const).sort((a, b) => a[0] - b[0])
  for (const [, mass] of byOwner) sums.push(sums.at(-1)! + mass)
  const upTo = (order: number): number => {
    let low = 0
    let high = byOwner.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (byOwner[middle]![0] <= order) low = middle + 1
      else high = middle
    }
    return sums[low]!
  }
  const total = sums.at(-1)!
  return {total, share: element => (total === 0 ? 0 : (upTo(element.last) - upTo(element.order - 1)) / total)}
}

function findContainer(page: Page, words: HtmlWords, prose: ReturnType<typeof proseOf>): PageElement | null {
  if (prose.total === 0) return null
  const marked = page.elements.filter(element => !element.dropped && /articlebody/i.test(element.attributes['itemprop'] ?? ''))
  if (marked.some(element => prose.share(element) >= TRUSTED_SHARE))
    return around(marked.filter(element => prose.share(element) >= SHARE_OF_A_PART))
  for (const group of words.content) {
    const names = nameList(group)
    const found = bestOf(
      page.elements.filter(element => !element.dropped && isContainer(element) && names.has(wordsOf(element))),
      prose,
    )
    if (found) return withItsParts(page, found, prose)
    if (group === words.content[1]) {
      const article = bestOf(
        page.elements.filter(element => element.tag === 'article'),
        prose,
      )
      if (article) return article
    }
  }
  const main = bestOf(
    page.elements.filter(element => element.tag === 'main' || element.attributes['role'] === 'main'),
    prose,
  )
  return main ?? deepest(page, prose)
}

/** A container that stands several times on a page, between advertisements, is one article in parts. */
const SHARE_OF_A_PART = 0.04

function withItsParts(page: Page, container: PageElement, prose: ReturnType<typeof proseOf>): PageElement {
  const names = container.attributes['class'] ?? ''
  if (names === '' || prose.share(container) > 1 - SHARE_OF_A_PART) return container
  const parts = page.elements.filter(
    element => element.attributes['class'] === names && !element.dropped && prose.share(element) >= SHARE_OF_A_PART,
  )
  return around([container, ...parts])
}

/** The innermost element that holds them all. */
function around(parts: readonly PageElement[]): PageElement {
  const first = Math.min(...parts.map(part => part.order))
  const last = Math.max(...parts.map(part => part.last))
  let common = parts[0]!
  while (common.parent !== null && (common.last < last || common.order > first)) common = common.parent
  return common
}

const isContainer = (element: PageElement): boolean => ['div', 'section', 'article', 'main', 'td', 'span', 'p'].includes(element.tag)

/** The one with the most prose; of two that hold the same, the inner one. */
function bestOf(candidates: readonly PageElement[], prose: ReturnType<typeof proseOf>): PageElement | null {
  let best: PageElement | null = null
  let share = TRUSTED_SHARE
  for (const candidate of candidates) {
    const own = prose.share(candidate)
    if (own >= share) {
      best = candidate
      share = own
    }
  }
  return best
}

function deepest(page: Page, prose: ReturnType<typeof proseOf>): PageElement | null {
  let found: PageElement | null = null
  for (let i = 0; i < page.elements.length; i++) {
    const element = page.elements[i]!
    if (prose.share(element) >= DEEPEST_SHARE) found = element
    else i = element.last
  }
  return found
}
