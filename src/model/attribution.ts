// Who said it, with which word, what: source, cue and content as in PARC and PolNeAR, nested, with the chain to the page.
import type {Span} from './span.ts'

export type Act =
  | 'say'
  | 'report'
  | 'claim'
  | 'deny'
  | 'demand'
  | 'offer'
  | 'accept'
  | 'reject'
  | 'agree'
  | 'threaten'
  | 'want'
  | 'believe'
  | 'expect'
  | 'decree'
  | 'describe'
  | 'show'
  | 'decline'

export type LinkRole = 'speaker' | 'recorder' | 'relay' | 'page'
export type LinkStatus = 'explicit' | 'inferred' | 'unnamed'

export interface ChainLink {
  /** Index into Document.somebodies; null for the page and for sources nobody names. */
  readonly agent: number | null
  readonly name: string
  readonly role: LinkRole
  readonly status: LinkStatus
  /** Rule that made the link (R1 … R8), null where the text says it outright. */
  readonly rule: string | null
  readonly evidence: readonly Span[]
}

export interface Attribution {
  readonly kind: 'direct' | 'indirect' | 'mixed'
  /** Empty where no source is named ("reportedly"). */
  readonly source: readonly Span[]
  readonly cue: Span | null
  readonly content: readonly Span[]
  /** Index into Document.somebodies. */
  readonly speaker: number | null
  readonly addressee: number | null
  readonly act: Act
  readonly polarity: 'positive' | 'negated' | 'conditional'
  /** Index into Document.attributions. */
  readonly nestedIn: number | null
  /** Origin first, page last. */
  readonly chain: readonly ChainLink[]
  /** EDTF: when it was said. */
  readonly time: string | null
  readonly rule: string
  /** True where a quotation mark was never closed and the paragraph's end closed it. */
  readonly unclosed: boolean
}
