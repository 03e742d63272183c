// From tokens of the tree to the stretches of text that are attributed: the frame of the cue cut out, edges trimmed, quotation marks kept whole.
import type {Span} from '../../model/span.ts'
import type {TokenRange} from './draft.ts'
import {isPunctuation, type Scene} from './scene.ts'

const BRACKETS = '()[]{}'

/** The subtree under a token. */
export const reachOf = (scene: Scene, head: number): TokenRange => ({first: scene.left[head]!, last: scene.right[head]!})

/** What is left of a range when the frame is cut out of it. */
export function without(range: TokenRange, cut: TokenRange): TokenRange[] {
  if (cut.last < range.first || cut.first > range.last) return [range]
  const parts: TokenRange[] = []
  if (cut.first > range.first) parts.push({first: range.first, last: cut.first - 1})
  if (cut.last < range.last) parts.push({first: cut.last + 1, last: range.last})
  return parts
}

/**
 * The stretches of text of some ranges: no punctuation at the edges, no empty part, quotations whole, except the one that the cue itself stands in
 * (“I hope he stays.” holds the words of hoping as well).
 */
export function stretchesOf(scene: Scene, ranges: readonly TokenRange[], cue = -1): Span[] {
  const own = cue < 0 ? -1 : scene.quoteOf[cue]!
  const spans: Span[] = []
  for (const range of ranges) {
    const trimmed = trimRange(scene, range, own)
    if (trimmed === null) continue
    const span = wholeQuotations(scene, {start: scene.tokens.start[trimmed.first]!, end: scene.tokens.end[trimmed.last]!}, own)
    const previous = spans.at(-1)
    if (previous && span.start <= previous.end) spans[spans.length - 1] = {start: previous.start, end: Math.max(previous.end, span.end)}
    else spans.push(span)
  }
  return spans
}

/** Null where nothing but punctuation is left. */
function trimRange(scene: Scene, range: TokenRange, own: number): TokenRange | null {
  let {first, last} = range
  while (first <= last && isEdge(scene, first, own)) first++
  while (last >= first && isEdge(scene, last, own)) last--
  return first > last ? null : {first, last}
}

/** Punctuation and conjunctions at an edge belong to no content, quotation marks and brackets do. */
function isEdge(scene: Scene, i: number, own: number): boolean {
  if (!isPunctuation(scene, i)) return false
  const word = scene.word(i)
  if (BRACKETS.includes(word)) return false
  const quotation = scene.quoteOf[i]!
  return quotation < 0 || quotation === own || !touchesMark(scene, i, quotation)
}

function touchesMark(scene: Scene, i: number, index: number): boolean {
  const quotation = scene.quotations[index]!
  return scene.tokens.start[i]! < quotation.inner.start || scene.tokens.end[i]! > quotation.inner.end
}

/** A span that takes in one mark of a quotation and stops inside it is drawn out to the other mark, but for the quotation `own`. */
function wholeQuotations(scene: Scene, span: Span, own: number): Span {
  let {start, end} = span
  const {quotations} = scene
  const firstQuote = quoteAt(scene, start)
  const lastQuote = quoteAt(scene, end - 1)
  if (lastQuote >= 0 && lastQuote !== own) {
    const quotation = quotations[lastQuote]!
    if (start <= quotation.start && end < quotation.end) end = quotation.end
  }
  if (firstQuote >= 0 && firstQuote !== own) {
    const quotation = quotations[firstQuote]!
    if (end >= quotation.end && start > quotation.start) start = quotation.start
  }
  return {start, end}
}

/** The outermost quotation that holds an offset, by binary search. */
export function quoteAt({quotations}: Scene, offset: number): number {
  let low = 0
  let high = quotations.length - 1
  let best = -1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (quotations[middle]!.start <= offset) {
      best = middle
      low = middle + 1
    } else high = middle - 1
  }
  while (best >= 0 && quotations[best]!.depth > 0) best--
  return best >= 0 && quotations[best]!.end > offset ? best : -1
}
