// Trained weights as the run time reads them: hashed feature rows, eight bits a weight, most rows absent.

/** Adds up the rows of some features. The trainer has its own, with whole numbers that still change. */
export interface Scorer {
  readonly labels: number
  /** Sets scores[0 … labels - 1] to the sums over the feature hashes rows[0 … count - 1]. */
  score(rows: Int32Array, count: number, scores: Int32Array): void
}

/** A table with few labels (transitions): every row lies at its hash, four weights a row. */
function denseScorer(labels: number, bits: number, weights: Int8Array): Scorer {
  const mask = 2 ** bits - 1
  return {
    labels,
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
  }
}

/** A table with many labels: rows list the labels that they speak of. */
function sparseScorer(labels: number, bits: number, index: Int32Array, from: Int32Array, label: Uint8Array, weight: Int8Array): Scorer {
  const mask = 2 ** bits - 1
  return {
    labels,
    score(rows, count, scores) {
      scores.fill(0, 0, labels)
      for (let i = 0; i < count; i++) {
        const row = index[rows[i]! & mask]!
        if (row < 0) continue
        const end = from[row + 1]!
        for (let k = from[row]!; k < end; k++) scores[label[k]!]! += weight[k]!
      }
    },
  }
}

/** Labels up to this number are kept as dense rows. */
export const DENSE_LABELS = 4

export interface StoredTable {
  readonly labels: number
  readonly bits: number
  /** Varint deltas of row numbers. */
  readonly rows: Uint8Array
  /** Dense: nothing. Sparse: entries of each row. */
  readonly counts: Uint8Array
  readonly label: Uint8Array
  readonly weight: Int8Array
}

export function scorerOf(stored: StoredTable): Scorer {
  const {labels, bits} = stored
  if (labels <= DENSE_LABELS) {
    const weights = new Int8Array(2 ** bits * 4)
    const kept = stored.weight.length / labels
    readDeltas(stored.rows, (row, n) => {
      for (let k = 0; k < labels; k++) weights[row * 4 + k] = stored.weight[k * kept + n]!
    })
    return denseScorer(labels, bits, weights)
  }
  const index = new Int32Array(2 ** bits).fill(-1)
  const from = new Int32Array(stored.counts.length + 1)
  for (let i = 0; i < stored.counts.length; i++) from[i + 1] = from[i]! + stored.counts[i]!
  readDeltas(stored.rows, (row, n) => {
    index[row] = n
  })
  return sparseScorer(labels, bits, index, from, stored.label, stored.weight)
}

/** Numbers stored as varint differences, each with its position. */
export function readDeltas(bytes: Uint8Array, visit: (row: number, n: number) => void): void {
  let row = -1
  for (let at = 0, n = 0; at < bytes.length; n++) {
    let delta = 0
    let shift = 0
    let byte: number
    do {
      byte = bytes[at++]!
      delta += (byte & 127) * 2 ** shift
      shift += 7
    } while (byte > 127)
    row += delta
    visit(row, n)
  }
}
