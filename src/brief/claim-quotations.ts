// The quotations of a draft beside the reports, letter by letter: they stand there as they are, or they do not, and then where they part.
import type {QuotationAnswer} from '../model/claim-answer.ts'
import type {Citation, RecordFile} from '../model/record.ts'
import type {Span} from '../model/span.ts'
import {findQuotations} from '../text/quotations.ts'
import {foldWord} from '../text/similarity-words.ts'

/** Shorter ones are names and single words in marks, found anywhere. */
const LEAST_WORDS = 3
/** Share of the words that must be met in order for a quotation to be a changed wording of a stretch, and no other remark. */
const SAME_REMARK = 0.6

export function checkQuotations(text: string, span: Span, {documents}: RecordFile): QuotationAnswer[] {
  return findQuotations(text)
    .filter(({start, depth}) => depth === 0 && start >= span.start && start < span.end)
    .map(({inner}) => trimmed(text, inner))
    .filter(({start, end}) => (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= LEAST_WORDS)
    .map(({start, end}) => answer(text.slice(start, end), start, end, documents))
}

/** The comma or stop before the closing mark belongs to the sentence around it, not to what was said. */
function trimmed(text: string, {start, end}: Span): Span {
  let last = end
  while (last > start && /[\s,.;:]/.test(text[last - 1]!)) last--
  let first = start
  while (first < last && /\s/.test(text[first]!)) first++
  return {start: first, end: last}
}

function answer(words: string, start: number, end: number, documents: RecordFile['documents']): QuotationAnswer {
  let best: {share: number; citation: Citation; differences: QuotationAnswer['differences']} | null = null
  for (const {id, text} of documents) {
    if (text === null) continue
    const at = text.indexOf(words)
    if (at >= 0) {
      const citation = {document: id, start: at, end: at + words.length, quote: words}
      return {...{start, end, words}, outcome: 'letter-by-letter', citation, differences: []}
    }
    const near = nearest(words, id, text)
    if (near !== null && near.share > (best?.share ?? SAME_REMARK)) best = near
  }
  if (best === null) return {...{start, end, words}, outcome: 'not-found', citation: null, differences: []}
  return {...{start, end, words}, outcome: 'differs', citation: best.citation, differences: best.differences}
}

interface Word extends Span {
  readonly form: string
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    form: foldWord(match[0]),
  }))

/** The stretch of a text with most of the words in their order: windows around each place where a rarer word of the quotation stands. */
function nearest(
  words: string,
  document: string,
  text: string,
): {share: number; citation: Citation; differences: QuotationAnswer['differences']} | null {
  const mine = wordsIn(words)
  const theirs = wordsIn(text)
  const places = new Map<string, number[]>()
  for (const [i, {form}] of theirs.entries()) {
    const list = places.get(form)
    if (list) list.push(i)
    else places.set(form, [i])
  }
  const anchors = mine
    .map(({form}, i) => ({i, at: places.get(form) ?? []}))
    .filter(({at}) => at.length > 0)
    .sort((a, b) => a.at.length - b.at.length)
    .slice(0, ANCHORS)
  let best: {share: number; from: number; to: number} | null = null
  for (const {i, at} of anchors)
    for (const place of at.slice(0, PLACES)) {
      const from = Math.max(0, place - i - SLACK)
      const to = Math.min(theirs.length, place - i + mine.length + SLACK)
      const pairs = align(mine, theirs.slice(from, to))
      const share = pairs.length / mine.length
      if (pairs.length > 0 && share > (best?.share ?? 0)) best = {share, from: from + pairs[0]![1], to: from + pairs.at(-1)![1] + 1}
    }
  if (best === null) return null
  const [first, last] = [theirs[best.from]!, theirs[best.to - 1]!]
  const citation = {document, start: first.start, end: last.end, quote: text.slice(first.start, last.end)}
  return {share: best.share, citation, differences: differencesIn(words, citation.quote)}
}

const ANCHORS = 4
const PLACES = 20
/** Words that may be left out or put in. */
const SLACK = 6

/** Longest run of words in one order, as pairs of positions. The quotation is a sentence or two, so that the table stays small. */
function align(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1
  const table = new Int32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      table[i * width + k] =
        a[i]!.form === b[k]!.form ? table[(i + 1) * width + k + 1]! + 1 : Math.max(table[(i + 1) * width + k]!, table[i * width + k + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    if (a[i]!.form === b[k]!.form) pairs.push([i++, k++])
    else if (table[(i + 1) * width + k]! >= table[i * width + k + 1]!) i++
    else k++
  }
  return pairs
}

/** Stretches in which the two part, each with its words; signs between words count too. */
function differencesIn(here: string, there: string): {here: string; there: string}[] {
  const [a, b] = [wordsIn(here), wordsIn(there)]
  const pairs = [...align(a, b), [a.length, b.length] as [number, number]]
  const found: {here: string; there: string}[] = []
  let [i, k] = [0, 0]
  for (const [x, y] of pairs) {
    const mine = here.slice(a[i]?.start ?? here.length, x > i ? a[x - 1]!.end : (a[i]?.start ?? here.length))
    const theirs = there.slice(b[k]?.start ?? there.length, y > k ? b[y - 1]!.end : (b[k]?.start ?? there.length))
    if (x > i || y > k) found.push({here: mine, there: theirs})
    ;[i, k] = [x + 1, y + 1]
  }
  if (found.length === 0 && here !== there) found.push({here, there})
  return found
}
