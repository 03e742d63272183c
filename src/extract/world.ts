// Where an event stands in the world, as the walk over the clauses finds it.
import type {Status} from '../model/claim.ts'

export interface World {
  readonly status: Status | 'open' | 'present' | 'would'
  /** Somebody will not: "refused to meet", "will not accept". */
  readonly refused: boolean
  readonly denied: boolean
  readonly speculated: boolean
  readonly unconfirmed: boolean
  /** Told with the past perfect. */
  readonly pluperfect: boolean
  /** Head of the clause that states the condition, -1 where there is none. */
  readonly condition: number
  /** Nearest speech word above, -1 where there is none. */
  readonly speech: number
  /** What somebody must or should do. */
  readonly obliged: boolean
}

export const NOWHERE: World = {
  status: 'unknown',
  refused: false,
  denied: false,
  speculated: false,
  unconfirmed: false,
  pluperfect: false,
  condition: -1,
  speech: -1,
  obliged: false,
}
