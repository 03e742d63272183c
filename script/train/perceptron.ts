// The learner: an averaged perceptron over hashed rows that exist only once an error has touched them. Whole numbers only, so that
// every machine learns the same weights to the bit.
import type {Scorer} from '../../src/annotate/engine/weights.ts'

/** What has been learned, whether by one learner or by several. */
export interface Learned {
  readonly labels: number
  readonly bits: number
  /** Visits the rows in use by rising hash with their averaged weights, in one array that is written over each time. */
  averaged(visit: (row: number, weights: Float64Array) => void): void
}

export interface Learner extends Scorer, Learned {
  readonly labels: number
  /** One decision has been made, right or wrong: the clock of the average. */
  tick(): void
  /** One step towards `wanted` and away from `rival` in the rows of all features. */
  correct(rows: Int32Array, count: number, wanted: number, rival: number): void
  /** Like score, but only for the labels candidates[0 … some - 1]; the other scores are left as they were. */
  scoreSome(rows: Int32Array, count: number, candidates: ArrayLike<number>, some: number, scores: Int32Array): void
}

/** A learner that can also move a label by itself: what goes with the label before has other features on the wrong path. */
export interface PathLearner extends Learner {
  add(rows: Int32Array, count: number, label: number, amount: number): void
}

const FIRST_ROWS = 1 << 14

export function newLearner(labels: number, bits: number): PathLearner {
  const mask = 2 ** bits - 1
  const index = new Int32Array(2 ** bits).fill(-1)
  let weights = new Int16Array(FIRST_ROWS * labels)
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
      const wider = new Int16Array(weights.length * 2)
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
    correct(rows, count, wanted, rival) {
      for (let i = 0; i < count; i++) {
        const at = rowOf(rows[i]!) * labels
        weights[at + wanted]! += 1
        late[at + wanted]! += time
        weights[at + rival]! -= 1
        late[at + rival]! -= time
      }
    },
    add(rows, count, label, amount) {
      for (let i = 0; i < count; i++) {
        const at = rowOf(rows[i]!) * labels + label
        weights[at]! += amount
        late[at]! += amount * time
      }
    },
    averaged(visit) {
      const averages = new Float64Array(labels)
      for (let place = 0; place < index.length; place++) {
        const row = index[place]!
        if (row < 0) continue
        for (let k = 0; k < labels; k++) averages[k] = weights[row * labels + k]! - late[row * labels + k]! / time
        visit(place, averages)
      }
    },
    scoreSome(rows, count, candidates, some, scores) {
      const table = weights
      for (let k = 0; k < some; k++) scores[candidates[k]!] = 0
      for (let i = 0; i < count; i++) {
        const row = index[rows[i]! & mask]!
        if (row < 0) continue
        const at = row * labels
        for (let k = 0; k < some; k++) scores[candidates[k]!]! += table[at + candidates[k]!]!
      }
    },
  }
}

/** A learner with few labels whose rows all exist: one look into memory a feature instead of two. */
export function newDenseLearner(labels: number, bits: number): Learner {
  const mask = 2 ** bits - 1
  const weights = new Int16Array(2 ** bits * 4)
  const late = new Float64Array(2 ** bits * 4)
  let time = 1
  return {
    labels,
    bits,
    tick() {
      time++
    },
    score(rows, count, scores) {
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let i = 0; i < count; i++) {
        const at = (rows[i]! & mask) << 2
        a += weights[at]!
        b += weights[at + 1]!
        c += weights[at + 2]!
        d += weights[at + 3]!
      }
      scores[0] = a
      scores[1] = b
      scores[2] = c
      scores[3] = d
    },
    scoreSome(rows, count, _candidates, _some, scores) {
      this.score(rows, count, scores)
    },
    correct(rows, count, wanted, rival) {
      for (let i = 0; i < count; i++) {
        const at = (rows[i]! & mask) << 2
        weights[at + wanted]! += 1
        late[at + wanted]! += time
        weights[at + rival]! -= 1
        late[at + rival]! -= time
      }
    },
    averaged(visit) {
      const averages = new Float64Array(labels)
      for (let row = 0; row <= mask; row++) {
        let some = false
        for (let k = 0; k < labels; k++) {
          averages[k] = weights[row * 4 + k]! - late[row * 4 + k]! / time
          if (averages[k] !== 0) some = true
        }
        if (some) visit(row, averages)
      }
    },
  }
}

/** The mean of several learners of one kind: what chance has put into each of them weighs less. */
export function meanOf(learners: readonly Learner[]): Learned {
  const {labels, bits} = learners[0]!
  const sums = new Map<number, Float64Array>()
  for (const learner of learners)
    learner.averaged((row, weights) => {
      const sum = sums.get(row)
      if (sum === undefined) sums.set(row, weights.slice())
      else for (let k = 0; k < labels; k++) sum[k]! += weights[k]!
    })
  const rising = [...sums.keys()].sort((a, b) => a - b)
  const mean = new Float64Array(labels)
  return {
    labels,
    bits,
    averaged(visit) {
      for (const row of rising) {
        const sum = sums.get(row)!
        for (let k = 0; k < labels; k++) mean[k] = sum[k]! / learners.length
        visit(row, mean)
      }
    },
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
