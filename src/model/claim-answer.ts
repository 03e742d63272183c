// What a record answers when it is asked about a sentence: who carries it, what stands against it, or that nothing was found. Never true or false.
import type {Citation} from './record.ts'
import type {Span} from './span.ts'

/** Parts in which a sentence and the reports can differ; `stronger` and `weaker` are the sentence against the reports. */
export type DifferingPart = 'number' | 'date' | 'place' | 'person' | 'polarity' | 'stronger' | 'weaker' | 'wording'

export interface Difference {
  readonly part: DifferingPart | 'not-there'
  /** Words of the sentence. */
  readonly here: string
  /** What the reports have in its place; null where they have nothing. */
  readonly there: string | null
}

/** An entry of the record, or a sentence of a report that no entry rests on (`entry` null), beside the sentence that was asked about. */
export interface Beside {
  readonly entry: string | null
  readonly kind: 'event' | 'position' | 'agreement' | 'assessment' | 'sentence'
  readonly citation: Citation
  /** Documents that carry the entry. */
  readonly documents: readonly string[]
  /** Null where no entry rests on the sentence: then nobody has counted. */
  readonly origins: number | null
  readonly said: readonly [number, number] | null
  readonly known: readonly [number, number] | null
  /** Whose account it is, where the reports do not tell it in their own voice. */
  readonly accordingTo: readonly string[]
  readonly differences: readonly Difference[]
}

export interface QuotationAnswer extends Span {
  /** Without the marks. */
  readonly words: string
  readonly outcome: 'letter-by-letter' | 'differs' | 'not-found'
  readonly citation: Citation | null
  /** Where it differs: the words here and there; either may be empty. */
  readonly differences: readonly {readonly here: string; readonly there: string}[]
}

export interface SentenceAnswer extends Span {
  readonly text: string
  readonly outcome: 'carried' | 'in-conflict' | 'not-found'
  /** Best first. Of what was not found: the nearest, with what is not in it. */
  readonly beside: readonly Beside[]
  readonly quotations: readonly QuotationAnswer[]
}

export interface ClaimAnswers {
  readonly schema: 'parley/claim@1'
  readonly sentences: readonly SentenceAnswer[]
  /** What was looked through: a "not found" says nothing beyond it. */
  readonly reports: number
  readonly from: string | null
  readonly to: string | null
}
