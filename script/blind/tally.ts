// Counts per kind of line what was said, right, coded and found, and which kinds may be printed without a look (DESIGN, rule 11).
import type {Claim} from '../../src/model/claim.ts'
import type {Coded} from './match.ts'

export interface Count {
  said: number
  right: number
  coded: number
  found: number
}

export type Tally = Map<string, Count>

/** Rule 11: so many measured lines, and right nine times in ten. */
export const FIRM_LINES = 30
export const FIRM_PRECISION = 0.9
/** Beside the event of kind `agreement`: that they agreed, against what stands agreed. */
export const AGREEMENT_LINE = 'agreement (line)'
/** Two-sided 95 % of the normal distribution. */
const Z = 1.96

export const kindOf = (claim: Claim): string =>
  claim.claim === 'event' ? claim.kind : claim.claim === 'agreement' ? AGREEMENT_LINE : claim.claim

/** A coded event that may be of several kinds is counted under the first. */
export const codedKind = (line: Coded): string =>
  'kind' in line ? line.kind[0]! : 'stance' in line ? 'position' : 'state' in line ? AGREEMENT_LINE : 'assessment'

export function countOf(tally: Tally, kind: string): Count {
  const count = tally.get(kind) ?? {said: 0, right: 0, coded: 0, found: 0}
  tally.set(kind, count)
  return count
}

export const isFirm = ({said, right}: Count): boolean => said >= FIRM_LINES && right / said >= FIRM_PRECISION

/** Wilson's interval for `right` of `said`. */
export function wilson(right: number, said: number): [number, number] {
  if (said === 0) return [0, 1]
  const share = right / said
  const middle = share + Z ** 2 / (2 * said)
  const half = Z * Math.sqrt((share * (1 - share)) / said + Z ** 2 / (4 * said ** 2))
  const scale = 1 + Z ** 2 / said
  // rounding leaves a hair outside 0 and 1 where none or all are right
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}

export function sumOf(tally: Tally): Count {
  const sum = {said: 0, right: 0, coded: 0, found: 0}
  for (const count of tally.values()) for (const key of ['said', 'right', 'coded', 'found'] as const) sum[key] += count[key]
  return sum
}

export function rowOf(name: string, count: Count): string {
  const [low, high] = wilson(count.right, count.said)
  const share = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))
  const interval = count.said === 0 ? '' : `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`
  const cells = [
    count.said,
    count.right,
    share(count.right, count.said),
    interval,
    count.coded,
    count.found,
    share(count.found, count.coded),
  ]
  return name.padEnd(18) + cells.map(cell => String(cell).padStart(10)).join('') + (isFirm(count) ? '  firm' : '')
}

export const HEAD =
  'kind'.padEnd(18) + ['said', 'right', 'precision', '95 %', 'coded', 'found', 'recall'].map(cell => cell.padStart(10)).join('')
