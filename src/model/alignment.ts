// Sentences of two documents that say the same: what derivation finds and linking names uses.
import type {Span} from './span.ts'

/** `document` is an index into the documents that are linked. */
export interface AlignedSentence {
  readonly a: {readonly document: number; readonly span: Span}
  readonly b: {readonly document: number; readonly span: Span}
  /** Cosine of what the sentences say, 0 to 1. */
  readonly score: number
}
