// Rule R5: a credit for the whole document ("…, Mirvan Times reports" in the lead, "With inputs from X" at the end) makes X the inferred relay
// of every attribution that has no outlet of its own.
import type {Mention} from '../../../model/mention.ts'
import {type Agent, agentOf, type ChainScene, isOutlet} from './links.ts'

/** The outlet that the document as a whole is credited to, null where none is. */
export function creditOf(chain: ChainScene, outlets: readonly Mention[]): Agent | null {
  return trailingCredit(chain, outlets)
}

/** "(With inputs from X)", "Source: X" at the beginning of a sentence or bracket. */
function trailingCredit(chain: ChainScene, outlets: readonly Mention[]): Agent | null {
  const {scene} = chain
  const lower = scene.text.toLowerCase()
  let best: Agent | null = null
  for (const words of scene.lexicon.credits) {
    for (let at = lower.lastIndexOf(words); at >= 0; at = -1) {
      const before = lower.slice(0, at).trimEnd().at(-1) ?? '\n'
      const opens = /[([.!?\n”"]/.test(before) || lower.slice(0, at).trimEnd().length === 0 || lower[at - 1] === '\n'
      if (!opens) continue
      const end = at + words.length
      const named = outlets.find(mention => mention.start >= end && mention.start <= end + NEAR)
      if (named) best = {...agentOf(chain, named.entity, named), evidence: [{start: at, end: named.end}]}
    }
  }
  return best
}

// "With inputs from the Mirvan news agency": the outlet follows at once.
const NEAR = 40

/** True where a lead ends in "…, X reports": the attribution's source is an outlet and its clause is the whole first sentence. */
export function isLeadCredit(chain: ChainScene, token: number, speaker: number | null): boolean {
  const {scene} = chain
  if (token < 0 || !isOutlet(chain, speaker)) return false
  const {tokens} = scene
  const sentence = tokens.sentence[token]!
  const first = scene.sentences.findIndex(candidate => candidate.kind === 'prose')
  if (sentence !== first || !scene.lexicon.creditVerbs.has(tokens.lemma(token))) return false
  // "Reuters reports" at the end is taken for a noun in the plural as often as for a verb.
  return ['VBZ', 'VBP', 'VBD', 'NNS'].includes(tokens.tags[tokens.xpos[token]!]!)
}
