// An attribution while it is being found: tokens instead of people, no nesting and no chain yet.
import type {Act} from '../../model/attribution.ts'
import type {CueClass} from '../../model/pack-cues.ts'
import type {Span} from '../../model/span.ts'

/** Tokens first … last, both included. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

export interface Source extends TokenRange {
  /** Token that heads the source. */
  readonly head: number
}

export interface Draft {
  readonly rule: string
  readonly act: Act
  readonly class: CueClass
  /** Token of the cue word, -1 where a colon, a dash or nothing but quotation marks tells it. */
  readonly token: number
  readonly cue: Span | null
  readonly source: Source | null
  readonly content: readonly Span[]
  readonly polarity: 'positive' | 'negated' | 'conditional'
  /** Token that heads the person or body spoken to, -1 where there is none. */
  readonly hearer: number
  /** Indexes of the quotations that are content by themselves. */
  readonly quotations: readonly number[]
  readonly unclosed: boolean
}
