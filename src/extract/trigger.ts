// A word that tells an event, with the pattern that found it.
import type {EventPattern} from '../model/pack-talks.ts'

export type Form = 'verb' | 'noun' | 'adjective'

export interface Trigger {
  readonly token: number
  /** Last token of the expression, for its span. */
  readonly last: number
  readonly form: Form
  readonly pattern: EventPattern
}
