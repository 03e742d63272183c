// Rules R6 and R8: what nobody is named for. "Reportedly", "it is said" and "officials said" give an unnamed link, never a guess at a name.
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
  return {agent: {agent: speaker, name: somebody?.name ?? words, evidence: span === null ? [] : [span]}, named: !anonymous}
}
