// What an expression says before anybody knows when it was written: "last Friday" is a weekday looked for backwards.
import type {Holiday, UnitName} from '../../model/pack-times.ts'
import type {Grain} from './period.ts'

export type Shift = -1 | 0 | 1

/** A year as the text gives it: a number, one counted from the writer's, the one spoken of, or not at all. */
export type YearReference = number | {readonly shift: Shift; readonly spokenOf: boolean} | null

export type Cut = 'START' | 'MID' | 'END'

export type Meaning =
  | {readonly kind: 'day'; readonly year: YearReference; readonly month: number; readonly day: number; readonly weekday: number | null}
  | {readonly kind: 'month'; readonly year: YearReference; readonly month: number; readonly shift: Shift | null}
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly shift: Shift | null
      readonly week: Shift | null
      readonly spokenOf: boolean
    }
  /** today, yesterday, tomorrow: days from publication. */
  | {readonly kind: 'nearby'; readonly days: number}
  /** last month, this year; `rolling` where it is the unit that ends at publication ("the past year"). */
  | {readonly kind: 'unit'; readonly grain: Grain; readonly shift: Shift | null; readonly rolling: boolean}
  /** The third quarter, the first half, spring. */
  | {
      readonly kind: 'part'
      readonly grain: 'quarter' | 'half' | 'season'
      readonly number: number | null
      readonly year: YearReference
      readonly shift: Shift | null
    }
  | {readonly kind: 'week'; readonly year: number; readonly week: number}
  | {readonly kind: 'period'; readonly grain: 'year' | 'decade' | 'century'; readonly index: number}
  /** Two weeks ago, three days later; a vague amount is null. `unit` null: as coarse as the date it counts from. */
  | {readonly kind: 'away'; readonly amount: number | null; readonly unit: UnitName; readonly sign: 1 | -1; readonly spokenOf: boolean}
  | {readonly kind: 'duration'; readonly parts: readonly DurationPart[]; readonly window: 'back' | 'ahead' | null}
  | {readonly kind: 'set'; readonly timex: string}
  | {readonly kind: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'}
  | {readonly kind: 'clock'; readonly minutes: number; readonly zone: number | null; readonly on: Meaning | null}
  | {readonly kind: 'dayPart'; readonly part: string; readonly on: Meaning | null}
  | {readonly kind: 'holiday'; readonly holiday: Holiday; readonly year: YearReference; readonly shift: Shift | null}
  /** The same day, that year, the next day: counted from the date spoken of before. */
  | {readonly kind: 'same'; readonly grain: Grain; readonly shift: Shift}
  | {readonly kind: 'cut'; readonly cut: Cut; readonly of: Meaning}
  /** Earlier this month, later this year: the part before, or after, publication. */
  | {readonly kind: 'side'; readonly side: 'before' | 'after'; readonly of: Meaning}
  | {readonly kind: 'span'; readonly first: Meaning; readonly last: Meaning}
  /** The week of 6 March; the last week of March. */
  | {readonly kind: 'weekOf'; readonly of: Meaning; readonly number: number | null}
  | {readonly kind: 'impossible'}

export interface DurationPart {
  /** Null where the text does not say how many. */
  readonly amount: number | null
  readonly unit: UnitName
}

export interface Found {
  /** Words [from, to) of the line. */
  readonly from: number
  readonly to: number
  readonly meaning: Meaning
  readonly mod: string | null
  readonly rule: string
}
