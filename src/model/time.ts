// A time expression and what it stands for.
import type {Span} from './span.ts'

export interface TimeExpression extends Span {
  readonly type: 'date' | 'time' | 'duration' | 'set'
  /** TIMEX3 value such as 2025-04-11, P2D, XXXX-WXX-5, PAST_REF; null where it cannot be told. */
  readonly timex: string | null
  readonly mod: string | null
  /** EDTF date or interval; null for durations, sets and open dates. */
  readonly value: string | null
  /** First and last day, ISO; null where open. */
  readonly from: string | null
  readonly to: string | null
  readonly anchor: 'publication' | 'explicit' | 'previous' | 'dateline' | 'utterance' | null
  readonly rule: string
  /** 0 to 1. */
  readonly certainty: number
}
