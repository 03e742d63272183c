// Turns learned weights into the bytes of a model file: weak rows dropped, sixteen bits a weight, row numbers as varint differences.
import {splitBytes} from '../../src/annotate/engine/model-file.ts'
import {DENSE_LABELS, type Scorer, type StoredTable, scorerOf} from '../../src/annotate/engine/weights.ts'
import type {Learned} from './perceptron.ts'

export interface Thrift {
  /** Rows whose largest weight stays below this are dropped. */
  readonly keep: number
  /** No more rows are kept than this, the strongest: it bounds the size of the file. */
  readonly most: number
  /** Steps of one unit of weight. */
  readonly scale: number
}

const LARGEST = 32767

export function storeLearner(learner: Learned, thrift: Thrift): StoredTable {
  const {labels, bits} = learner
  const {scale} = thrift
  const least = leastStrength(learner, thrift)
  const kept: {row: number; values: Int16Array}[] = []
  learner.averaged((row, weights) => {
    if (!isStrong(weights, labels, thrift, least)) return
    const values = new Int16Array(labels)
    for (let k = 0; k < labels; k++) values[k] = Math.max(-LARGEST, Math.min(LARGEST, Math.round(weights[k]! * scale)))
    kept.push({row, values})
  })
  const rows = deltas(kept.map(({row}) => row))
  if (labels <= DENSE_LABELS) {
    const weight = new Int16Array(kept.length * labels)
    kept.forEach(({values}, n) => {
      for (let k = 0; k < labels; k++) weight[k * kept.length + n] = values[k]!
    })
    return {labels, bits, rows, counts: new Uint8Array(0), label: new Uint8Array(0), weight}
  }
  const counts: number[] = []
  const label: number[] = []
  const weight: number[] = []
  for (const {values} of kept) {
    let count = 0
    for (let k = 0; k < labels; k++)
      if (values[k] !== 0) {
        label.push(k)
        weight.push(values[k]!)
        count++
      }
    counts.push(count)
  }
  return {
    labels,
    bits,
    rows,
    counts: Uint8Array.from(counts),
    label: Uint8Array.from(label),
    weight: Int16Array.from(weight),
  }
}

function largestOf(weights: Float64Array, labels: number): number {
  let largest = 0
  for (let k = 0; k < labels; k++) largest = Math.max(largest, Math.abs(weights[k]!))
  return largest
}

/** The largest weight of a row in whole steps, as it will be stored. */
function stepsOf(weights: Float64Array, labels: number, scale: number): number {
  let largest = 0
  for (let k = 0; k < labels; k++) largest = Math.max(largest, Math.abs(Math.round(weights[k]! * scale)))
  return largest
}

/** How strong a row must be to be among those that are kept: rows of one strength are kept or dropped together. */
function leastStrength(learner: Learned, thrift: Thrift): number {
  const counts: number[] = []
  learner.averaged((_, weights) => {
    if (!isStrong(weights, learner.labels, thrift, 0)) return
    const strength = stepsOf(weights, learner.labels, thrift.scale)
    counts[strength] = (counts[strength] ?? 0) + 1
  })
  let kept = 0
  for (let strength = counts.length - 1; strength >= 0; strength--) {
    kept += counts[strength] ?? 0
    if (kept > thrift.most) return strength + 1
  }
  return 0
}

const isStrong = (weights: Float64Array, labels: number, {keep, scale}: Thrift, least: number): boolean =>
  largestOf(weights, labels) >= keep && stepsOf(weights, labels, scale) >= least

/** The learner as the run time will see it. */
export const stored = (learner: Learned, thrift: Thrift): {table: StoredTable; scorer: Scorer} => {
  const table = storeLearner(learner, thrift)
  return {table, scorer: scorerOf(table)}
}

/** Adds the sections of a table to a model file under a name. */
export function addTable(sections: Map<string, Uint8Array>, setup: Record<string, unknown>, name: string, table: StoredTable): void {
  setup[`${name}.table`] = [table.labels, table.bits]
  sections.set(`${name}.rows`, table.rows)
  sections.set(`${name}.counts`, table.counts)
  sections.set(`${name}.label`, table.label)
  sections.set(`${name}.weight`, splitBytes(table.weight))
}

/** Rising numbers as varint differences, the first from -1. */
export function deltas(rising: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let last = -1
  for (const number of rising) {
    let delta = number - last
    last = number
    while (delta > 127) {
      bytes.push((delta % 128) | 128)
      delta = Math.floor(delta / 128)
    }
    bytes.push(delta)
  }
  return Uint8Array.from(bytes)
}
