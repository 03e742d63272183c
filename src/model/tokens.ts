// The words of a document as columns in typed arrays, with part of speech, lemma and dependency: no object a token.
import type {Span} from './span.ts'

export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof UPOS)[number]

/** How a sentence stands on the page. Annotators read prose, headings and list items; table rows and rules are kept apart. */
export type SentenceKind = 'prose' | 'heading' | 'list' | 'table' | 'dateline'

export interface Sentence extends Span {
  readonly kind: SentenceKind
  /** Index of the paragraph (line of text) that the sentence stands in. */
  readonly paragraph: number
  /** Its tokens are firstToken … endToken - 1. */
  readonly firstToken: number
  readonly endToken: number
}

/** Columns over the tokens of one document, in text order. `text.slice(start[i], end[i])` is the token. */
export interface Tokens {
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Index into Document.sentences. */
  readonly sentence: Int32Array
  /** Index into UPOS. */
  readonly upos: Uint8Array
  /** Penn tag, such as VBD; index into `tags`. */
  readonly xpos: Uint8Array
  readonly tags: readonly string[]
  /** Lower-case lemma of token i (as written for proper nouns). */
  lemma(i: number): string
  /** Index of the head in this document, -1 for a root. */
  readonly head: Int32Array
  /** Universal Dependencies relation with its subtype; index into `relations`. */
  readonly deprel: Uint8Array
  readonly relations: readonly string[]
  /** First dependant and next dependant of the same head, -1 where there is none; dependants in text order. */
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  /** Margin of the attachment decision, 0 (a guess) to 255. */
  readonly confidence: Uint8Array
}

/** A name as the name tagger sees it, before anybody knows who it is. */
export interface NameSpan extends Span {
  readonly type: 'person' | 'place' | 'organization' | 'other'
  readonly firstToken: number
  readonly endToken: number
  /** 0 to 1. */
  readonly confidence: number
}
