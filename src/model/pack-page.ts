// Shape of the compiled pack `page`: the words, class names and labels by which pages, feeds and texts mark what is not the article.
import type {FlagKind, Genre} from './article.ts'

export interface PagePack {
  /** Wordings that show a property of the text. */
  readonly flags: readonly FlagWording[]
  readonly genres: readonly GenreWording[]
  /** Words of reporting; a long text without one of them and without a quotation mark names no source. */
  readonly reporting: readonly string[]
  readonly credits: CreditWords
}

export interface FlagWording {
  readonly kind: FlagKind
  /** text: anywhere; line: a line begins with it; heading: a line is just it. */
  readonly where: 'text' | 'line' | 'heading'
  /** How many different wordings of the group it takes. */
  readonly atLeast: number
  /** 0 to 1. */
  readonly score: number
  /** Lower case. */
  readonly words: readonly string[]
}

export interface GenreWording {
  readonly genre: Genre
  readonly where: 'opening' | 'lines'
  readonly atLeast: number
  readonly words: readonly string[]
}

export interface CreditWords {
  /** Lower case: what stands before the agency in a line of credit ("with inputs from"). */
  readonly lines: readonly string[]
}
