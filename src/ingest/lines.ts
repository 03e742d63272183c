// A text seen as lines, and folded to lower case without moving an offset.
import type {Span} from '../model/span.ts'

export type Line = Span

/** Lines that hold something, without the white space at their edges. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let from = 0; from <= text.length; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 ? text.length : feed
    let start = from
    let end = to
    while (start < end && isBlank(text.charCodeAt(start))) start++
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    if (end > start) lines.push({start, end})
    from = to + 1
  }
  return lines
}

/** Lower case of the same length: the few letters whose lower case is longer ("İ") keep theirs. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({length: text.length}, (_, i) => {
    const small = text[i]!.toLowerCase()
    return small.length === 1 ? small : text[i]!
  }).join('')
}

const isBlank = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0
