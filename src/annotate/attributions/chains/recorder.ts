// Rules R2 and R3: who took a remark down. "told X", "in an interview with X", "wrote on X", "X correspondent", where X is an outlet or a
// platform; "the newspaper" is the outlet named last. Anybody else who is told something is a hearer, no recorder.
import type {Mention} from '../../../model/mention.ts'
import {relationOf, uposOf} from '../../../text/tree.ts'
import type {Source} from '../draft.ts'
import {prepositionOf} from '../scene.ts'
import {type Agent, agentOf, type ChainScene, isOutlet, type Spoke} from './links.ts'

/** R2: an outlet or platform in the frame of the cue. */
export function recorderOf(chain: ChainScene, spoke: Spoke): Agent | null {
  const framed = recorderInFrame(chain, spoke) ?? employerOf(chain, spoke)
  return framed === null && spoke.nestedIn === null ? recorderInPreamble(chain, spoke) : framed
}

function recorderInFrame(chain: ChainScene, {draft, speaker}: Spoke): Agent | null {
  const {scene} = chain
  const {tokens} = scene
  if (draft.token >= 0)
    for (let child = tokens.firstChild[draft.token]!; child >= 0; child = tokens.nextSibling[child]!) {
      const relation = relationOf(tokens, child)
      if (!['obl', 'obj', 'iobj', 'advcl', 'xcomp', 'nmod'].includes(relation)) continue
      if (isContent(chain, draft.content, child)) continue
      if (relation === 'obl' && !RECORDING.has(prepositionOf(scene, child))) continue
      const agent = carrierIn(chain, scene.left[child]!, scene.right[child]!, speaker) ?? unnamedCarrier(chain, child)
      if (agent) return agent
    }
  return null
}

/** "Mirvan Times correspondent Orlo Vashenko": the outlet stands in the source, beside its head. */
export function employerOf(chain: ChainScene, {draft, speaker}: Spoke): Agent | null {
  if (draft.source === null) return null
  for (const mention of chain.speakers.within(draft.source.first, draft.source.last))
    if (mention.entity !== speaker && isOutlet(chain, mention.entity) && !isInClause(chain, mention.head, draft.source))
      return agentOf(chain, mention.entity, mention)
  return null
}

/** "Vashenko, who reads the Mirvan Times, said": what a clause about the speaker names is no employer. */
function isInClause({scene}: ChainScene, token: number, {head, last}: Source): boolean {
  const {tokens} = scene
  for (let at = token, steps = 0; at > head && at <= last && steps < LONGEST_WAY; steps++) {
    if (relationOf(tokens, at) === 'acl' || uposOf(tokens, at) === 'VERB') return true
    at = tokens.head[at]!
  }
  return false
}

const LONGEST_WAY = 8

/** "Speaking to the Mirvan Times in the capital, the envoy said": an outlet behind a preposition, before the speaker, in the same sentence. */
function recorderInPreamble(chain: ChainScene, {draft, speaker}: Spoke): Agent | null {
  const {scene, speakers} = chain
  if (draft.source === null || draft.token < draft.source.first) return null
  const {firstToken} = scene.sentences[scene.tokens.sentence[draft.token]!]!
  for (const mention of speakers.within(firstToken, draft.source.first - 1)) {
    if (mention.entity === speaker || !isOutlet(chain, mention.entity) || isContent(chain, draft.content, mention.head)) continue
    const preposition = prepositionOf(scene, mention.head)
    if (PREAMBLE.has(preposition)) return agentOf(chain, mention.entity, mention)
  }
  return null
}

const PREAMBLE = new Set(['to', 'with', 'on', 'in'])

/** "told Kalvian state media": a carrier that has no name but its description; "the newspaper" alone is left to R3. */
function unnamedCarrier({scene, speakers}: ChainScene, head: number): Agent | null {
  const {tokens, lexicon} = scene
  if (!lexicon.outletNouns.has(tokens.lemma(head).toLowerCase()) && !lexicon.outletNouns.has(scene.word(head))) return null
  let first = scene.left[head]!
  while (first < head && ['case', 'det'].includes(relationOf(tokens, first))) first++
  if (first === head) return null
  const span = {start: tokens.start[first]!, end: tokens.end[head]!}
  return {agent: speakers.mentionAt(head)?.entity ?? null, name: scene.text.slice(span.start, span.end), evidence: [span]}
}

const RECORDING = new Set(['in', 'to', 'on', 'with', 'by', 'via', 'for', 'from', 'through', 'during', 'at'])

function isContent({scene}: ChainScene, content: Spoke['draft']['content'], token: number): boolean {
  const at = scene.tokens.start[token]!
  return content.some(span => at >= span.start && at < span.end)
}

/** The outlet or platform named in a stretch of words. */
function carrierIn(chain: ChainScene, first: number, last: number, speaker: number | null): Agent | null {
  const {scene, speakers} = chain
  for (const mention of speakers.within(first, last))
    if (mention.entity !== speaker && isOutlet(chain, mention.entity)) return agentOf(chain, mention.entity, mention)
  for (let i = first; i <= last; i++) {
    const end = platformAt(chain, i, last)
    if (end < 0) continue
    const span = {start: scene.tokens.start[i]!, end: scene.tokens.end[end]!}
    const known = speakers.mentionAt(i)
    return {agent: known?.entity ?? null, name: scene.text.slice(span.start, span.end), evidence: [span]}
  }
  return null
}

/** Last token of a platform's name that begins at token i, -1 where none does. */
function platformAt({scene}: ChainScene, i: number, last: number): number {
  const {platforms} = scene.lexicon
  if (uposOf(scene.tokens, i) !== 'PROPN' && uposOf(scene.tokens, i) !== 'NOUN' && uposOf(scene.tokens, i) !== 'ADJ') return -1
  const one = scene.word(i)
  if (i < last && platforms.has(`${one} ${scene.word(i + 1)}`)) return i + 1
  return platforms.has(one) ? i : -1
}

/** R3: "told the newspaper": the outlet named nearest before. */
export function outletBefore(chain: ChainScene, {draft}: Spoke, outlets: readonly Mention[]): Agent | null {
  const {scene} = chain
  const {tokens, lexicon} = scene
  if (draft.token < 0) return null
  for (let child = tokens.firstChild[draft.token]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (!['obl', 'obj', 'iobj'].includes(relationOf(tokens, child))) continue
    if (!lexicon.outletNouns.has(tokens.lemma(child)) || scene.word(scene.left[child]!) !== 'the') continue
    const span = {start: tokens.start[scene.left[child]!]!, end: tokens.end[child]!}
    const named = outlets[lastBefore(outlets, span.start)]
    if (named) return {...agentOf(chain, named.entity, named), evidence: [named, span]}
  }
  return null
}

/** Index of the last of some mentions, in text order, that begins before an offset; -1 where none does. */
export function lastBefore(mentions: readonly Mention[], offset: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
