// Turns learned weights into the bytes of a model file: weak rows dropped, eight bits a weight, row numbers as varint differences.
import {DENSE_LABELS, type Scorer, type StoredTable, scorerOf} from '../../src/annotate/engine/weights.ts'
import type {Learner} from './perceptron.ts'

export interface Thrift {
  /** Rows whose largest weight stays below this are dropped. */
  readonly keep: number
  /** Steps of one unit of weight. */
  readonly scale: number
}

export function storeLearner(learner: Learner, {keep, scale}: Thrift): StoredTable {
  const {labels, bits} = learner
  const kept: {row: number; values: Int8Array}[] = []
  learner.averaged((row, weights) => {
    let largest = 0
    for (let k = 0; k < labels; k++) largest = Math.max(largest, Math.abs(weights[k]!))
    if (largest < keep) return
    const values = new Int8Array(labels)
    for (let k = 0; k < labels; k++) values[k] = Math.max(-127, Math.min(127, Math.round(weights[k]! * scale)))
    kept.push({row, values})
  })
  const rows = deltas(kept.map(({row}) => row))
  if (labels <= DENSE_LABELS) {
    const weight = new Int8Array(kept.length * labels)
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
    weight: Int8Array.from(weight),
  }
}

/** The learner as the run time will see it. */
export const stored = (learner: Learner, thrift: Thrift): {table: StoredTable; scorer: Scorer} => {
  const table = storeLearner(learner, thrift)
  return {table, scorer: scorerOf(table)}
}

/** Adds the sections of a table to a model file under a name. */
export function addTable(sections: Map<string, Uint8Array>, setup: Record<string, unknown>, name: string, table: StoredTable): void {
  setup[`${name}.table`] = [table.labels, table.bits]
  sections.set(`${name}.rows`, table.rows)
  sections.set(`${name}.counts`, table.counts)
  sections.set(`${name}.label`, table.label)
  sections.set(`${name}.weight`, new Uint8Array(table.weight.buffer))
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
