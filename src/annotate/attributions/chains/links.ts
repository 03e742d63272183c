// What a chain rule sees of an attribution, and how it makes a link.
import type {ChainLink, LinkRole, LinkStatus} from '../../../model/attribution.ts'
import type {With} from '../../../model/document.ts'
import type {Span} from '../../../model/span.ts'
import type {Draft} from '../draft.ts'
import type {Scene} from '../scene.ts'
import type {Speakers} from '../speakers.ts'

/** An attribution with its speaker and its place, before its chain is known. */
export interface Spoke {
  readonly draft: Draft
  readonly speaker: number | null
  readonly hearer: number | null
  readonly nestedIn: number | null
  readonly paragraph: number
}

export interface ChainScene {
  readonly scene: Scene
  readonly document: With<'mentions' | 'somebodies' | 'times'>
  readonly speakers: Speakers
}

/** An agent with the words that show it. */
export interface Agent {
  readonly agent: number | null
  readonly name: string
  readonly evidence: readonly Span[]
}

export const linkOf = ({agent, name, evidence}: Agent, role: LinkRole, status: LinkStatus, rule: string | null): ChainLink => ({
  agent,
  name,
  role,
  status,
  rule,
  evidence,
})

/** Somebody of the document as an agent. */
export const agentOf = ({document}: ChainScene, index: number, evidence: Span): Agent => ({
  agent: index,
  name: document.somebodies[index]!.name,
  evidence: [evidence],
})

/** An outlet that the packs know, or an organization whose name ends as an outlet's does. */
export function isOutlet({document, scene}: ChainScene, index: number | null): boolean {
  const somebody = index === null ? undefined : document.somebodies[index]
  if (!somebody) return false
  if (somebody.type !== 'organization') return somebody.type === 'outlet'
  const words = somebody.name.toLowerCase().split(/\s+/)
  return words.length > 1 && (scene.lexicon.nameEndings.has(words.at(-1)!) || scene.lexicon.nameEndings.has(words.slice(-2).join(' ')))
}
