// Shape of the compiled pack `page`: the words, class names and labels by which pages, feeds and texts mark what is not the article.
import type {FlagKind, Genre} from './article.ts'

export interface PagePack {
  /** Wordings that show a property of the text. */
  readonly flags: readonly FlagWording[]
  readonly genres: readonly GenreWording[]
  /** Words of reporting; a long text without one of them and without a quotation mark names no source. */
  readonly reporting: readonly string[]
  readonly credits: CreditWords
  readonly bylines: {
    /** What stands before a name: "by". */
    readonly leads: readonly string[]
    /** Signatures that name nobody: "admin". */
    readonly nobody: readonly string[]
  }
  readonly dates: DateWords
  readonly html: HtmlWords
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

/** Words of classes and ids: `x y` stands for two words in a row, `x*` for a word that begins so. All lower case. */
export interface HtmlWords {
  /** Names of the article's own container, group after group, surest first. */
  readonly content: readonly (readonly string[])[]
  readonly prune: readonly string[]
  /** Those of them that never stand on an article, whatever the site: trusted where all of them together leave no text. */
  readonly surePrune: readonly string[]
  /** Names of threads of comments, which may be longer than the article. */
  readonly comments: readonly string[]
  /** Names of what holds a lead. */
  readonly leads: readonly string[]
  /** Words of a stamp, names of months among them, and those of them that make a date a stamp. */
  readonly stampWords: readonly string[]
  readonly stampLabels: readonly string[]
  /** Wordings of a line that says who else worked on the text: provenance, and text of the article wherever it stands. */
  readonly contributions: readonly string[]
  /** Wordings by which a site speaks of itself, its offers or its technique to whoever reads: no paragraph of an article holds them. */
  readonly notices: readonly string[]
  /** What stands before the name of whoever took a picture, at the end of its caption. */
  readonly pictureCredits: readonly string[]
  /** Whose pictures papers print. */
  readonly pictureAgencies: readonly string[]
  /** How a short line begins that is no text of the article. */
  readonly lineStarts: readonly string[]
  readonly lineHolds: readonly string[]
  /** Lines that are no text where they are all of the line. */
  readonly wholeLines: readonly string[]
}

/** How pages write dates. All lower case. */
export interface DateWords {
  /** Twelve lists: the names of each month in the languages that pages write. */
  readonly months: readonly (readonly string[])[]
  /** Before a date of publication ("posted"), and before one that is none ("updated"). */
  readonly labels: readonly string[]
  readonly others: readonly string[]
  /** Words of classes and ids of elements that hold a date. */
  readonly classes: readonly string[]
}
