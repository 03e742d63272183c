// Two values that reports give for one thing, before the values of all reports are gathered into one contradiction.
import type {Citation, Contradiction} from '../../model/record.ts'

export interface Conflict {
  readonly kind: Contradiction['kind']
  readonly about: string
  readonly sides: readonly [Side, Side]
  /** Where the reports themselves explain it. */
  readonly explanation?: string | null
}

export interface Side {
  readonly value: string
  readonly citation: Citation
}
