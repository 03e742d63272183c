// What was published: the text as it is stored, and what is known about where and when it stood.
import type {DocumentNote, Span} from './span.ts'

export type Genre =
  | 'report'
  | 'wire'
  | 'transcript'
  | 'readout'
  | 'statement'
  | 'agreement-text'
  | 'analysis'
  | 'opinion'
  | 'live-blog'
  | 'aggregate'
  | 'other'

export type DateSource = 'given' | 'metadata' | 'dateline' | 'address' | 'text'

export type FlagKind =
  | 'machine-paraphrase'
  | 'machine-translation'
  | 'aggregate'
  | 'template'
  | 'truncated'
  | 'no-attribution'
  | 'syndicated'
  | 'opinion'
  | 'live-blog'
  | 'correction'
  | 'withdrawn'

/** A property of the text that a reader should know, with the stretches that show it. Never a verdict on truth. */
export interface Flag {
  readonly kind: FlagKind
  readonly score: number
  readonly because: readonly Span[]
}

/** An agency that the text itself credits: in its dateline, its byline or a line at its end. Kept in the text; never dropped as boilerplate. */
export interface Credit {
  readonly agency: string
  /** The agency's name. */
  readonly span: Span
  readonly kind: 'dateline' | 'line'
}

export interface Article {
  readonly id: string
  /** Path or archive member as given. */
  readonly file: string | null
  readonly uri: string | null
  readonly guid: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: readonly string[]
  /** EDTF date or date-time; null where unknown, never today. */
  readonly published: string | null
  readonly publishedFrom: DateSource | null
  readonly modified: string | null
  readonly retrieved: string | null
  readonly versionOf: string | null
  readonly genre: Genre
  readonly handling: 'public' | 'internal'
  /** BCP 47. */
  readonly language: string
  readonly sha256: string
  /** Exactly what every offset refers to: no trimming, no cleaning. */
  readonly text: string
  readonly flags: readonly Flag[]
  /** Absent where nobody looked. */
  readonly credits?: readonly Credit[]
  readonly feed: {readonly title: string | null; readonly link: string | null; readonly language: string | null} | null
  readonly notes: readonly DocumentNote[]
}

/** Why a source was not read. */
export interface Refusal {
  readonly refused: true
  readonly id: string
  readonly file: string | null
  readonly code: string
  readonly message: string
}
