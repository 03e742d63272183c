// Shape of the compiled pack `cues`: the words that introduce what somebody said, wrote, thinks or wants, and those that carry it to the page.
import type {Act} from './attribution.ts'

export type CueClass = 'speech' | 'writing' | 'thought' | 'stance' | 'show'

/**
 * What a cue takes as content: `quote`, `that` (finite clause), `to` (infinitive), `object-to` ("urge X to go"), `ing`, `noun` (object),
 * `as` ("call X Y"), `footage`, `on-to` ("call on X to go"; any preposition before `-to`), else a preposition ("for" in "call for").
 */
export type CueFrame = string

export interface VerbCue {
  readonly act: Act
  readonly class: CueClass
  readonly particle: string | null
  readonly takes: readonly CueFrame[]
  readonly hearer: 'object' | 'to' | null
  /** A common word of many senses: a cue only with a clause or quotation and a subject that can speak. */
  readonly loose: boolean
  /** "doubts that …": what follows is held to be untrue. */
  readonly negative: boolean
}

export interface WordCue {
  readonly act: Act
  readonly takes: readonly CueFrame[]
  /** "doubts about the deal": the belief or wish is that it is not so. */
  readonly negative: boolean
}

export interface Carriers {
  readonly outletNouns: readonly string[]
  readonly nameEndings: readonly string[]
  readonly platforms: readonly string[]
  readonly settings: readonly string[]
  readonly footage: readonly string[]
  readonly pictures: readonly string[]
  readonly anonymousHearers: readonly string[]
  readonly anonymousSources: readonly string[]
  readonly anonymousReports: readonly string[]
  readonly credits: readonly string[]
  readonly creditVerbs: readonly string[]
}

export interface CuePack {
  readonly entries: number
  /** By lemma. */
  readonly verbs: Readonly<Record<string, readonly VerbCue[]>>
  readonly nouns: Readonly<Record<string, readonly WordCue[]>>
  readonly adjectives: Readonly<Record<string, readonly WordCue[]>>
  /** "according to": the source stands to the right. */
  readonly beforeSource: readonly {readonly words: readonly string[]; readonly act: Act}[]
  /** "reportedly". */
  readonly unnamed: Readonly<Record<string, Act>>
  /** "In X's account, …". */
  readonly possessed: Readonly<Record<string, Act>>
  /** Verbs of "is expected to". */
  readonly raising: readonly string[]
  /** Verbs of "seems to". */
  readonly seeming: readonly string[]
  /** "made a claim that", "issued a statement": the noun is the cue, the verb's subject its source. */
  readonly lightVerbs: readonly string[]
  /** "faced criticism for": the verb's subject is whom the noun is aimed at, its source stays open. */
  readonly aimingVerbs: readonly string[]
  readonly carriers: Carriers
}
