// The learner: an averaged perceptron over hashed rows that exist only once an error has touched them. Whole numbers only, so that
// every machine learns the same weights to the bit.
import type {Scorer} from '../../src/annotate/engine/weights.ts'

export interface Learner extends Scorer {
  readonly bits: number
  /** One decision has been made, right or wrong: the clock of the average. */
  tick(): void
  /** Adds `amount` to the weight of `label` in the rows of all features. */
  update(rows: Int32Array, count: number, label: number, amount: number): void
  /** Rows in use by hash, with their averaged weights. */
  averaged(): {readonly row: number; readonly weights: Float64Array}[]
  /** Forgets single rows: see finish in store.ts. */
  readonly rowCount: () => number
}

const FIRST_ROWS = 1 << 14

export function newLearner(labels: number, bits: number): Learner {
  const mask = 2 ** bits - 1
  const index = new Int32Array(2 ** bits).fill(-1)
  let weights = new Int32Array(FIRST_ROWS * labels)
  /** Sum of update × time (Daumé): the average is weight − late / time. */
  let late = new Float64Array(FIRST_ROWS * labels)
  let used = 0
  let time = 1

  function rowOf(hash: number): number {
    const place = hash & mask
    let row = index[place]!
    if (row >= 0) return row
    row = used++
    index[place] = row
    if (used * labels > weights.length) {
      const wider = new Int32Array(weights.length * 2)
      wider.set(weights)
      weights = wider
      const later = new Float64Array(late.length * 2)
      later.set(late)
      late = later
    }
    return row
  }

  return {
    labels,
    bits,
    tick() {
      time++
    },
    score(rows, count, scores) {
      scores.fill(0, 0, labels)
      const table = weights
      for (let i = 0; i < count; i++) {
        const row = index[rows[i]! & mask]!
        if (row < 0) continue
        const at = row * labels
        for (let k = 0; k < labels; k++) scores[k]! += table[at + k]!
      }
    },
    update(rows, count, label, amount) {
      for (let i = 0; i < count; i++) {
        const at = rowOf(rows[i]!) * labels + label
        weights[at]! += amount
        late[at]! += amount * time
      }
    },
    averaged() {
      const list: {row: number; weights: Float64Array}[] = []
      for (let place = 0; place < index.length; place++) {
        const row = index[place]!
        if (row < 0) continue
        const averages = new Float64Array(labels)
        for (let k = 0; k < labels; k++) averages[k] = weights[row * labels + k]! - late[row * labels + k]! / time
        list.push({row: place, weights: averages})
      }
      return list
    },
    rowCount: () => used,
  }
}

/** A seeded generator (mulberry32): the same numbers on every machine. */
export function newRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Fisher-Yates with the given generator, in place. */
export function shuffle<Item>(items: Item[], random: () => number): Item[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = items[i]!
    items[i] = items[j]!
    items[j] = kept
  }
  return items
}
