// Shape of the compiled pack `times`: the words of the calendar, of amounts, of vagueness and of tense.

export interface CalendarName {
  readonly names: readonly string[]
  /** Abbreviations that are also plain words: they count only with a full stop or a day beside them. */
  readonly weak: readonly string[]
  /** True where the name is also a plain word ("may"): it counts only with a capital letter. */
  readonly plain?: boolean | undefined
}

/** A feast: a fixed day, the nth weekday of a month (-1 the last), or days from Easter. */
export interface Holiday {
  readonly names: readonly string[]
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly weekday?: number | undefined
  readonly nth?: number | undefined
  readonly easter?: number | undefined
  readonly orthodoxEaster?: number | undefined
}

export type UnitName =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

export type TimeRole =
  | 'ago'
  | 'earlier'
  | 'later'
  | 'hence'
  | 'onward'
  | 'same'
  | 'only'
  | 'fiscal'
  | 'half'
  | 'overnight'
  | 'period'
  | 'sometime'
  | 'pair'
  | 'filler'
  | 'age'
  | 'local'
  | 'matching'
  | 'epithet'
  | 'stamp'
  | 'spend'

/** What a word can stand straight before, so that it is a time and nothing else. */
export const TIME_CONTEXTS = [
  'bareUnit',
  'rate',
  'month',
  'season',
  'plainSeason',
  'clockWord',
  'runningUnit',
  'shortYear',
  'shortDecade',
] as const
export type TimeContext = (typeof TIME_CONTEXTS)[number]

export interface TimePack {
  readonly months: readonly CalendarName[]
  readonly weekdays: readonly CalendarName[]
  readonly seasons: Readonly<Record<string, string>>
  /** Seasons whose names are also plain words. */
  readonly plainSeasons: readonly string[]
  readonly dayParts: Readonly<Record<string, string>>
  readonly clockWords: Readonly<Record<string, number>>
  /** Minutes east of Greenwich. */
  readonly zones: Readonly<Record<string, number>>
  readonly holidays: readonly Holiday[]
  readonly units: Readonly<Partial<Record<UnitName, readonly string[]>>>
  readonly numbers: Readonly<Record<string, number>>
  readonly scales: Readonly<Record<string, number>>
  readonly ordinals: Readonly<Record<string, number>>
  readonly decadeNames: Readonly<Record<string, number>>
  readonly vague: readonly string[]
  readonly soften: readonly {readonly words: readonly string[]; readonly mod: string}[]
  readonly present: readonly string[]
  readonly past: readonly string[]
  readonly future: readonly string[]
  readonly prepositions: readonly string[]
  readonly back: readonly string[]
  readonly ahead: readonly string[]
  readonly here: readonly string[]
  /** Words of `back` and `ahead` that count from the date spoken of, not from publication. */
  readonly spokenOf: readonly string[]
  readonly start: readonly string[]
  readonly middle: readonly string[]
  readonly end: readonly string[]
  readonly nearby: Readonly<Record<string, number>>
  readonly nights: Readonly<Record<string, number>>
  readonly sets: Readonly<Record<string, string>>
  readonly every: readonly string[]
  /** Words with a part to play in an expression, by that part. */
  readonly roles: Readonly<Partial<Record<TimeRole, readonly string[]>>>
  readonly tense: {
    readonly future: readonly string[]
    readonly past: readonly string[]
    readonly said: readonly string[]
    readonly toward: readonly string[]
    readonly arranged: readonly string[]
  }
  /** Words that show a bare number to be a count or a label, never a year: after it, and before it. */
  /** Words that make a time of what stands behind them. */
  readonly before: Readonly<Record<TimeContext, readonly string[]>>
  readonly counted: readonly string[]
  readonly label: readonly string[]
}
