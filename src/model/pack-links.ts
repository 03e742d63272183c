// Shape of the compiled pack `links`: how common words are, which kinds of event are one doing, which figures are bounds.

export interface LinkPack {
  /** Stem of a word written in lower case → in how many of a thousand texts of 400 words it stands. */
  readonly words: Readonly<Record<string, number>>
  /** Event kinds that name one doing: a statement of a demand and the demand may be one event. Kind → group. */
  readonly kindGroups: Readonly<Record<string, string>>
  /** Words before a figure that make it a bound or a guess ("about", "at least"). */
  readonly rounding: readonly string[]
  /** Words in the titles of people who sit beside a delegation. */
  readonly adviserTitles: readonly string[]
  /** Words that count people, plural, lower case. */
  readonly people: readonly string[]
  /** "one", "two" … in their order: the first is 1. */
  readonly smallNumbers: readonly string[]
  /** Words that put an office behind its holder ("former"). */
  readonly formerly: readonly string[]
  /** Names of an agreement that tell no two apart ("document"), singular. */
  readonly agreementWords: readonly string[]
  /** Words of a short line that says a text is a translation, lower case. */
  readonly translated: readonly string[]
}
