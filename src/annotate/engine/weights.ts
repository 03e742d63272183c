// Trained weights as the run time reads them: hashed feature rows, sixteen bits a weight, most rows absent.
// Eight bits cut the strongest weights off.

/** Adds up the rows of some features. The trainer has its own, with whole numbers that still change. */
export interface Scorer {
  readonly labels: number
  /** Sets scores[0 … labels - 1] to the sums over the feature hashes rows[0 … count - 1]. */
  score(rows: Int32Array, count: number, scores: Int32Array): void
}

/** A table with few labels (transitions): every row lies at its hash, four weights a row. */
function denseScorer(labels: number, bits: number, present: Uint8Array, weights: Int16Array): Scorer {
  const mask = 2 ** bits - 1
  return {
    labels,
    score(rows, count, scores) {
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let i = 0; i < count; i++) {
        const row = rows[i]! & mask
        if ((present[row >> 3]! & (1 << (row & 7))) === 0) continue
        const at = row << 2
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

/** A table with many labels. `stream` holds a row after the other: its number of entries, then label and weight of each, side by side, so
 * that a feature costs three looks into far memory (is it there, where, what) and not five. */
function sparseScorer(labels: number, bits: number, present: Uint8Array, index: Int32Array, stream: Int16Array): Scorer {
  const mask = 2 ** bits - 1
  return {
    labels,
    score(rows, count, scores) {
      scores.fill(0, 0, labels)
      for (let i = 0; i < count; i++) {
        const place = rows[i]! & mask
        if ((present[place >> 3]! & (1 << (place & 7))) === 0) continue
        const from = index[place]!
        const end = from + 2 * stream[from]!
        for (let k = from + 1; k < end; k += 2) scores[stream[k]!]! += stream[k + 1]!
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
  readonly weight: Int16Array
}

export function scorerOf(stored: StoredTable): Scorer {
  const {labels, bits} = stored
  // one bit a row: most features are absent, and this answers so from half a megabyte instead of thirty-two
  const present = new Uint8Array(2 ** bits / 8)
  if (labels <= DENSE_LABELS) {
    const weights = new Int16Array(2 ** bits * 4)
    const kept = stored.weight.length / labels
    readDeltas(stored.rows, (row, n) => {
      present[row >> 3]! |= 1 << (row & 7)
      for (let k = 0; k < labels; k++) weights[row * 4 + k] = stored.weight[k * kept + n]!
    })
    return denseScorer(labels, bits, present, weights)
  }
  const {counts, label, weight} = stored
  const index = new Int32Array(2 ** bits)
  const stream = new Int16Array(counts.length + 2 * weight.length)
  let at = 0
  let entry = 0
  readDeltas(stored.rows, (row, n) => {
    present[row >> 3]! |= 1 << (row & 7)
    index[row] = at
    stream[at++] = counts[n]!
    for (let k = 0; k < counts[n]!; k++, entry++) {
      stream[at++] = label[entry]!
      stream[at++] = weight[entry]!
    }
  })
  return sparseScorer(labels, bits, present, index, stream)
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
