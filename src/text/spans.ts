// Stretches of a text: their hull, and trimming.
import type {Span} from '../model/span.ts'

/** The smallest span that covers all of them. */
export function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return {start, end}
}

/** The span without white space at its edges. */
export function trimSpan(text: string, span: Span): Span {
  let {start, end} = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return {start, end}
}

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x2028 || unit === 0x2029
