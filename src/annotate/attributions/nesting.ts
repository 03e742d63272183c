// Rule R1: an attribution whose cue lies inside the content of another is nested in the smallest such; walked to any depth.
import type {Span} from '../../model/span.ts'

interface Nestable {
  readonly cue: Span | null
  readonly content: readonly Span[]
}

/** For each attribution the index of the one that it is nested in, null for an outermost one. */
export function nestAttributions(attributions: readonly Nestable[]): (number | null)[] {
  const sizes = attributions.map(sizeOf)
  const parts = attributions
    .flatMap((attribution, index) => attribution.content.map(span => ({start: span.start, end: span.end, index})))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const farthest: number[] = []
  for (const part of parts) farthest.push(Math.max(part.end, farthest.at(-1) ?? 0))
  return attributions.map((attribution, index) => {
    const anchor = attribution.cue ?? attribution.content[0]!
    let best: number | null = null
    for (let i = lastStarting(parts, anchor.start); i >= 0 && farthest[i]! >= anchor.end; i--) {
      const part = parts[i]!
      if (part.end < anchor.end || part.index === index || isOutside(attributions, sizes, part.index, index)) continue
      if (best === null || sizes[part.index]! < sizes[best]!) best = part.index
    }
    return best
  })
}

/** Of two attributions that hold each other's cue only the larger one can be the outer one; of two alike the first. */
function isOutside(_attributions: readonly Nestable[], sizes: readonly number[], outer: number, inner: number): boolean {
  if (sizes[outer]! > sizes[inner]!) return false
  if (sizes[outer] === sizes[inner]) return outer > inner
  return true
}

const sizeOf = (attribution: Nestable): number => attribution.content.reduce((sum, span) => sum + span.end - span.start, 0)

function lastStarting(parts: readonly {readonly start: number}[], offset: number): number {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (parts[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
