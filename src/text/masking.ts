// Finds what stands in quotation marks, so that text can be compared without it: two reports that quote one remark share words
// and need not know each other (measured: independent reports share quoted runs of up to 43 words).
import type {Span} from '../model/span.ts'

const OPENING = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ['‘', '’'],
])

/** Past this many characters an open mark was not the start of a quotation; then it reaches to the end of its line or sentence at most. */
const LONGEST_QUOTATION = 1500
/** A mark that nobody closes covers at most this much, so that one stray mark cannot hide a report. */
const LONGEST_UNCLOSED = 300

/** Stretches inside quotation marks, marks included, in text order and without overlap. Linear in the text's length. */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = []
  const marks = quotationMarks(text)
  for (let i = 0; i < marks.length; i++) {
    const open = marks[i]!
    if (open.closes && !open.opens) continue
    const close = closingOf(marks, i, text)
    if (close < 0) {
      if (open.mark === '‘' || open.mark === '"') continue
      const line = text.indexOf('\n', open.at)
      spans.push({start: open.at, end: Math.min(line < 0 ? text.length : line, open.at + LONGEST_UNCLOSED)})
      continue
    }
    spans.push({start: open.at, end: marks[close]!.at + 1})
    i = close
  }
  return joined(spans)
}

interface Mark {
  readonly at: number
  readonly mark: string
  readonly opens: boolean
  readonly closes: boolean
}

function quotationMarks(text: string): Mark[] {
  const marks: Mark[] = []
  for (const match of text.matchAll(/[“”„«»"‘’]/g)) {
    const at = match.index
    const mark = match[0]
    const before = at === 0 ? ' ' : text[at - 1]!
    const after = text[at + 1] ?? ' '
    const leftOpen = /[\s([—–-]/.test(before)
    const rightOpen = /[\s.,;:!?)\]—–-]/.test(after)
    if (mark === '‘' && !leftOpen) continue
    if (mark === '’' && /[\p{L}\p{N}]/u.test(after)) continue
    marks.push({
      at,
      mark,
      opens: mark === '"' ? leftOpen && !(rightOpen && !/\s/.test(before)) : OPENING.has(mark),
      closes: mark === '"' ? rightOpen : !OPENING.has(mark) || mark === '“',
    })
  }
  return marks
}

/** Index of the mark that closes mark i, -1 where there is none near enough. */
function closingOf(marks: readonly Mark[], i: number, text: string): number {
  const open = marks[i]!
  const wanted = OPENING.get(open.mark)
  for (let j = i + 1; j < marks.length; j++) {
    const mark = marks[j]!
    if (mark.at - open.at > LONGEST_QUOTATION) return -1
    if (mark.mark === wanted && mark.closes && (mark.mark !== '“' || open.mark === '„')) return j
    // A paragraph that opens the same mark again goes on with the same remark; the line before had no closing mark.
    if (mark.mark === open.mark && mark.opens && open.mark === '“' && text.slice(open.at, mark.at).includes('\n')) return -1
  }
  return -1
}

function joined(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && span.start <= last.end) result[result.length - 1] = {start: last.start, end: Math.max(last.end, span.end)}
    else result.push(span)
  }
  return result
}
