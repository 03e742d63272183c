// Which blocks of the container are text of the article: not links, labels, captions, calls to read on, nor what stands before its
// first sentence and after its last.
import type {HtmlWords} from '../../model/pack-page.ts'
import {foldCase} from '../lines.ts'
import type {Block} from './blocks.ts'
import {isCaption} from './caption.ts'
import {isStamp} from './stamp.ts'
import {type PageElement, wordsOf} from './tree.ts'

/** A block that is mostly links is a list of links; a long one is a paragraph with many sources. */
const MOSTLY_LINKS = 0.6
const LONG_PARAGRAPH = 220
/** "Read more: …" is short; a paragraph that begins so and goes on for three lines is text. */
const LONGEST_LABEL = 180
const SHORT_LINE = 60
const SENTENCE_END = /[.!?…:;"”’»)\]。！？）」』]$/
const LETTER = /\p{L}/u

/** In the head of an article stand its lead and much else. */
const SHORTEST_IN_HEAD = 70

/** What the page says of its article elsewhere, to know it again. */
export interface KnownWords {
  readonly title: string | null
  /** Names in full. */
  readonly authors: readonly string[]
}

export function keepLines(blocks: readonly Block[], words: HtmlWords, {title, authors}: KnownWords): string[] {
  const kept = blocks.filter(block => isText(block, words, title))
  const inside = withoutPortraits(withoutEdges(kept, words), authors, words)
  return withoutRepeats(withoutLooseHeadings(inside)).map(writeLine)
}

/** Everything but labels and lists of links: for markup that is all article. */
export function keepFragment(blocks: readonly Block[], words: HtmlWords): string[] {
  return withoutRepeats(blocks.filter(block => isText(block, words, null))).map(writeLine)
}

const writeLine = (block: Block): string => (block.kind === 'item' ? `- ${block.text}` : block.text)

const isText = (block: Block, words: HtmlWords, title: string | null): boolean => whyNoText(block, words, title) === null

/** Why a block of the container is none of the article's text, in plain words; null where it is. */
export function whyNoText(block: Block, words: HtmlWords, title: string | null): string | null {
  const {text, linked} = block
  if (!LETTER.test(text) && block.kind !== 'row') return 'no letters'
  if (linked > text.length * MOSTLY_LINKS && (text.length < LONG_PARAGRAPH || block.kind === 'item')) return 'links'
  if (text.length < SHORTEST_IN_HEAD && isInHead(block.owner)) return 'short line of a header'
  if (title !== null && text.length < title.length * 2 && sameWords(text, title)) return 'the title'
  if (isStamp(text, words)) return 'time stamp'
  if (block.kind !== 'row' && isCaption(text, words)) return 'caption'
  if (isNotice(text, words)) return 'notice of the site'
  return text.length > LONGEST_LABEL || !isLabel(text, words) ? null : 'label'
}

function isInHead(owner: PageElement): boolean {
  for (let element: PageElement | null = owner, steps = 0; element !== null && steps < 6; element = element.parent, steps++)
    if (element.tag === 'header' || (element.tag !== 'body' && wordsOf(element).includes('header'))) return true
  return false
}

function isLabel(text: string, words: HtmlWords): boolean {
  const folded = foldCase(text).replace(/^[\s>»«›→▶►•|*#-]+/, '')
  return (
    words.lineStarts.some(start => folded.startsWith(start) && !/\p{L}/u.test(folded[start.length] ?? ' ')) ||
    words.wholeLines.includes(folded.replace(/[\s:.…!]+$/, '')) ||
    words.lineHolds.some(part => folded.includes(part))
  )
}

/** "Be there.", "Yours, Ida": a text may close with a few short lines, set as its paragraphs are. */
const MOST_CLOSING = 3

function countClosing(blocks: readonly Block[], last: number): number {
  const {owner, kind} = blocks[last]!
  const from = last + 1
  const isClosing = (block: Block | undefined) =>
    block !== undefined && block.owner.parent === owner.parent && block.owner.tag === owner.tag && block.kind === kind && block.linked === 0
  let to = from
  while (isClosing(blocks[to])) to++
  if (to - from > MOST_CLOSING) return 0
  // "Also of interest:" headed what was left out.
  while (to > from && blocks[to - 1]!.text.endsWith(':')) to--
  return to - from
}

/** A site explains its cookies or its newsletter in two or three sentences. */
const LONGEST_NOTICE = 450

function isNotice(text: string, words: HtmlWords): boolean {
  if (text.length > LONGEST_NOTICE) return false
  const folded = foldCase(text)
  return words.notices.some(wording => folded.includes(wording))
}

/** "Additional reporting by Ida Orlo; Editing by Bo Vash" is a line. */
const LONGEST_CONTRIBUTION = 260

function isContribution({text}: Block, words: HtmlWords): boolean {
  if (text.length > LONGEST_CONTRIBUTION) return false
  const folded = foldCase(text)
  return words.contributions.some(wording => folded.includes(wording))
}

/** Before the first whole sentence stand labels, dates and names; after the last, tags and links. */
function withoutEdges(blocks: readonly Block[], words: HtmlWords): readonly Block[] {
  let first = blocks.findIndex(isSentence)
  if (first < 0) return blocks
  let last = blocks.length - 1
  while (last > first && !isSentence(blocks[last]!) && !isContribution(blocks[last]!, words)) last--
  last += countClosing(blocks, last)
  while (first > 0 && (blocks[first - 1]!.kind === 'heading' || blocks[first - 1]!.text.length > SHORT_LINE)) first--
  return blocks.slice(first, last + 1)
}

/** Who wrote it stands last, in a line or two of its own: "Ida Orlo is our correspondent in Sorrend." */
const LONGEST_PORTRAIT = 400
const MOST_PORTRAITS = 3

function withoutPortraits(blocks: readonly Block[], authors: readonly string[], words: HtmlWords): readonly Block[] {
  const names = authors.map(foldCase).filter(name => name.includes(' '))
  const from = blocks.findIndex(
    (block, i) =>
      i > 0 &&
      i >= blocks.length - MOST_PORTRAITS &&
      block.text.length <= LONGEST_PORTRAIT &&
      !isContribution(block, words) &&
      names.some(name => foldCase(block.text).startsWith(`${name} `)),
  )
  return from < 0 ? blocks : blocks.slice(0, from)
}

const isSentence = (block: Block): boolean =>
  block.kind !== 'heading' &&
  ((block.text.length >= SHORT_LINE && (SENTENCE_END.test(block.text) || block.text.length > 2 * SHORT_LINE)) ||
    (block.kind !== 'row' && block.text.length > 25 && /[.!?。！？]["”’»)）」』]?$/.test(block.text)))

/** A heading over nothing headed what was left out. */
function withoutLooseHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block, i) => block.kind !== 'heading' || (i + 1 < blocks.length && !(blocks[i + 1]!.kind === 'heading' && i + 2 >= blocks.length)),
  )
}

/** Hoisted subheads and captions told twice. */
function withoutRepeats(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>()
  return blocks.filter(({text, kind}) => {
    if (kind === 'row' || kind === 'preformatted') return true
    const key = text.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export function sameWords(a: string, b: string): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return fold(a) === fold(b)
}
