// Who took from whom: a credit or a stored version says it; dates and length make it likely; else the edge has no direction.
import type {Article} from '../../model/article.ts'
import type {Derivation} from '../../model/record.ts'
import type {Span} from '../../model/span.ts'
import {foldOutlet} from './outlets.ts'

type Side = Pick<Article, 'id' | 'text' | 'publisher' | 'published' | 'versionOf' | 'credits'>

export interface Direction {
  /** Which of the two was made from the other. */
  readonly of: 'a' | 'b'
  readonly certainty: Derivation['direction']
  readonly credit: {readonly in: 'a' | 'b'; readonly span: Span} | null
}

/** Shortening is what desks do with agency copy; a tenth more or less is noise. */
const CLEARLY_LONGER = 1.1

export function directionOf({a, b}: {readonly a: Side; readonly b: Side}): Direction {
  if (a.versionOf === b.id) return {of: 'a', certainty: 'known', credit: null}
  if (b.versionOf === a.id) return {of: 'b', certainty: 'known', credit: null}
  const inA = creditTo(a, b.publisher)
  const inB = creditTo(b, a.publisher)
  if (inA !== null && inB === null) return {of: 'a', certainty: 'known', credit: {in: 'a', span: inA}}
  if (inB !== null && inA === null) return {of: 'b', certainty: 'known', credit: {in: 'b', span: inB}}
  const earlier = earlierOf(a.published, b.published)
  if (earlier !== null) return {of: earlier === 'a' ? 'b' : 'a', certainty: 'likely', credit: null}
  if (a.text.length > b.text.length * CLEARLY_LONGER) return {of: 'b', certainty: 'likely', credit: null}
  if (b.text.length > a.text.length * CLEARLY_LONGER) return {of: 'a', certainty: 'likely', credit: null}
  return {of: 'b', certainty: 'unknown', credit: null}
}

function creditTo({credits}: Side, publisher: string | null): Span | null {
  if (publisher === null) return null
  const name = foldOutlet(publisher)
  return credits?.find(credit => foldOutlet(credit.agency) === name)?.span ?? null
}

/** "With reporting by …" names a house; where no text is shared, a report of that house that came out later is not the one that was used. */
export const creditsEarlier = ({of}: Direction, {a, b}: {readonly a: Side; readonly b: Side}): boolean =>
  earlierOf(a.published, b.published) !== of

/** Compares as far as both dates are known: a day against a time on that day says nothing. */
function earlierOf(a: string | null, b: string | null): 'a' | 'b' | null {
  if (a === null || b === null) return null
  const length = Math.min(a.length, b.length)
  const first = a.slice(0, length)
  const second = b.slice(0, length)
  return first === second ? null : first < second ? 'a' : 'b'
}
