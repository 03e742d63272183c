// Shape of the compiled pack `links`: how common words are, and how reports credit one another.

export interface LinkPack {
  /** Stem of a word written in lower case → in how many of a thousand texts of 400 words it stands. */
  readonly words: Readonly<Record<string, number>>
  /** Wordings before an outlet's name that credit it ("with inputs from"), lower case. */
  readonly creditBefore: readonly string[]
  /** Wordings after an outlet's name that credit it ("contributed to this report"), lower case. */
  readonly creditAfter: readonly string[]
  /** Event kinds that name one doing: a statement of a demand and the demand may be one event. Kind → group. */
  readonly kindGroups: Readonly<Record<string, string>>
  /** Words before a figure that make it a bound or a guess ("about", "at least"). */
  readonly rounding: readonly string[]
  /** Words in the titles of people who sit beside a delegation. */
  readonly adviserTitles: readonly string[]
}
