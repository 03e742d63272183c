// Rules R6 and R8: what nobody is named for. "Reportedly", "it is said" and "officials said" give an unnamed link, never a guess at a name.
import {relationOf} from '../../../text/tree.ts'
import type {Source} from '../draft.ts'
import type {Agent, ChainScene, Spoke} from './links.ts'

/** The speaker's link as an agent, and whether it has a name. */
export function speakerAgent(chain: ChainScene, {draft, speaker}: Spoke): {agent: Agent; named: boolean} {
  const {scene, document} = chain
  if (draft.source === null && speaker === null)
    return {agent: {agent: null, name: 'unnamed', evidence: draft.cue ? [draft.cue] : []}, named: false}
  const span = draft.source === null ? null : {start: scene.tokens.start[draft.source.first]!, end: scene.tokens.end[draft.source.last]!}
  const somebody = speaker === null ? null : document.somebodies[speaker]!
  const words = span === null ? '' : scene.text.slice(span.start, span.end)
  const head = draft.source === null ? '' : scene.tokens.lemma(draft.source.head).toLowerCase()
  const anonymous = somebody === null ? scene.lexicon.anonymous.has(head) || scene.lexicon.reports.has(head) : somebody.unnamed
  const evidence = span === null ? [] : [span]
  if (draft.source !== null && isJoint(chain, draft.source)) return {agent: {agent: null, name: words, evidence}, named: !anonymous}
  const members = somebody?.members ?? []
  const name = members.length > 0 ? members.map(member => document.somebodies[member]!.name).join(' and ') : (somebody?.name ?? words)
  return {agent: {agent: speaker, name, evidence}, named: members.length > 0 || !anonymous}
}

/** "Mirvan and Kalvia said": two who speak at once, each with a mention of its own. */
function isJoint({scene, speakers}: ChainScene, {head}: Source): boolean {
  const {tokens} = scene
  const own = speakers.mentionAt(head)
  if (own === null) return false
  for (let child = tokens.firstChild[head]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (relationOf(tokens, child) !== 'conj') continue
    const other = speakers.mentionAt(child)
    if (other !== null && other.entity !== own.entity && other.start > own.end) return true
  }
  return false
}
