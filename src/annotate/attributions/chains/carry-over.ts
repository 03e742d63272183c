// Rule R4: a speaker who goes on in the same paragraph or the next is still speaking to the same recorder, as long as nobody else recorded in
// between; and a paragraph of bare quotation belongs to whoever spoke last.
import type {ChainLink} from '../../../model/attribution.ts'
import {tokenAt, uposOf} from '../../../text/tree.ts'
import type {ChainScene, Spoke} from './links.ts'

/** What is remembered of a recorder on the way through the document. */
export interface Carried {
  readonly speaker: number
  readonly paragraph: number
  readonly link: ChainLink
  /** The recorder is the speaker's own outlet: a correspondent speaks through it wherever the document quotes her. */
  readonly lasting: boolean
}

export interface Memory {
  readonly bySpeaker: Map<number, Carried>
  /** The recorder named last, whoever spoke. */
  latest: ChainLink | null
}

/** The recorder that this speaker had last, as an inferred link. */
export function carriedRecorder(memory: Memory, spoke: Spoke): ChainLink | null {
  // What somebody wants or thinks is told by the page; only what was said was said to somebody.
  if (spoke.speaker === null || (spoke.draft.class !== 'speech' && spoke.draft.class !== 'writing')) return null
  const carried = memory.bySpeaker.get(spoke.speaker)
  if (!carried || !(carried.lasting || spoke.paragraph - carried.paragraph <= PARAGRAPHS)) return null
  // Another recorder in between: nobody says which of the two wrote this down.
  const isLatest = memory.latest === null || (memory.latest.agent === carried.link.agent && memory.latest.name === carried.link.name)
  if (!carried.lasting && !isLatest) return null
  return {...carried.link, status: 'inferred', rule: 'R4'}
}

// Same or next paragraph that holds text; blank lines count as paragraphs of their own, hence two lines.
const PARAGRAPHS = 2

/**
 * "She added that Kalvia's demands would not change. It opposes the plan.": what a pronoun wants or opposes, right behind a remark that
 * names it, is still that remark's account. The remark's index, null where there is none.
 */
export function goesOnFrom({scene, speakers}: ChainScene, spokes: readonly Spoke[], index: number): number | null {
  const spoke = spokes[index]!
  const {draft} = spoke
  if (draft.class === 'speech' && !OWN_STANCE.has(draft.act)) return null
  if (draft.token < 0 || draft.source === null || uposOf(scene.tokens, draft.source.head) !== 'PRON') return null
  const sentence = scene.tokens.sentence[draft.token]!
  for (let at = index - 1; at >= 0 && at >= index - FARTHEST; at--) {
    const earlier = spokes[at]!
    if (earlier.nestedIn !== null || earlier.draft.token < 0) continue
    const gap = sentence - scene.tokens.sentence[earlier.draft.token]!
    // Another stance in the same sentence is passed over: both follow what was said before.
    if (gap !== 1 || earlier.draft.class !== 'speech') continue
    if (earlier.speaker === spoke.speaker || earlier.speaker === null || spoke.speaker === null) return null
    const named = earlier.draft.content.some(span =>
      speakers
        .within(tokenAt(scene.tokens, span.start), tokenAt(scene.tokens, span.end) - 1)
        .some(mention => mention.entity === spoke.speaker),
    )
    return named ? at : null
  }
  return null
}

const OWN_STANCE = new Set(['reject', 'accept', 'want', 'demand', 'offer'])
const FARTHEST = 8
