// Rule R4: a speaker who goes on in the same paragraph or the next is still speaking to the same recorder, as long as nobody else recorded in
// between; and a paragraph of bare quotation belongs to whoever spoke last.
import type {ChainLink} from '../../../model/attribution.ts'
import type {Spoke} from './links.ts'

/** What is remembered of a recorder on the way through the document. */
export interface Carried {
  readonly speaker: number
  readonly paragraph: number
  readonly link: ChainLink
}

/** The recorder that this speaker had last, as an inferred link. */
export function carriedRecorder(memory: ReadonlyMap<number, Carried>, spoke: Spoke): ChainLink | null {
  if (spoke.speaker === null) return null
  const carried = memory.get(spoke.speaker)
  if (!carried || spoke.paragraph - carried.paragraph > PARAGRAPHS) return null
  return {...carried.link, status: 'inferred', rule: 'R4'}
}

// Same or next paragraph that holds text; blank lines count as paragraphs of their own, hence two lines.
const PARAGRAPHS = 2
