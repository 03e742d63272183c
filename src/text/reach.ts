// Asks of any place in a document: which attribution is it in, and does it stand between quotation marks? Needs the finished layer only.
import type {Attribution} from '../model/attribution.ts'
import type {Document} from '../model/document.ts'
import {findQuotations, type Quotation} from './quotations.ts'

export interface Reach {
  /** Index of the innermost attribution whose content holds the offset, null where none does. */
  attributionAt(offset: number): number | null
  /** True where the offset stands between quotation marks of speech or of a few quoted words. */
  isQuoted(offset: number): boolean
}

interface Part {
  readonly start: number
  readonly end: number
  readonly size: number
  readonly attribution: number
}

const made = new WeakMap<readonly Attribution[], Reach>()

/** Made once a document. */
export function reachOf(document: Pick<Document, 'text' | 'attributions'>): Reach {
  const known = made.get(document.attributions)
  if (known) return known
  const quotations = findQuotations(document.text).filter(quotation => quotation.depth === 0)
  const find = findInnermost(document.attributions)
  const reach: Reach = {attributionAt: find, isQuoted: offset => isInside(quotations, offset)}
  made.set(document.attributions, reach)
  return reach
}

/** Looks up the smallest content at an offset. Contents mostly lie side by side, so that a look back over a few parts is enough. */
export function findInnermost(attributions: readonly Pick<Attribution, 'content'>[]): (offset: number) => number | null {
  const parts: Part[] = attributions.flatMap((attribution, index) => {
    const size = attribution.content.reduce((sum, span) => sum + span.end - span.start, 0)
    return attribution.content.map(span => ({start: span.start, end: span.end, size, attribution: index}))
  })
  parts.sort((a, b) => a.start - b.start || b.size - a.size || a.attribution - b.attribution)
  const farthest: number[] = []
  for (const part of parts) farthest.push(Math.max(part.end, farthest.at(-1) ?? 0))
  return offset => {
    let best: Part | null = null
    for (let i = lastStarting(parts, offset); i >= 0 && farthest[i]! > offset; i--) {
      const part = parts[i]!
      if (part.end > offset && (best === null || part.size < best.size)) best = part
    }
    return best === null ? null : best.attribution
  }
}

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

function isInside(quotations: readonly Quotation[], offset: number): boolean {
  const index = lastStarting(quotations, offset)
  return index >= 0 && quotations[index]!.end > offset
}
