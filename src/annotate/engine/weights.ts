// Trained weights as the run time reads them: hashed feature rows, sixteen bits a weight, most rows absent.
// Eight bits cut the strongest weights off.

/** Adds up the rows of some features. The trainer has its own, with whole numbers that still change. */
export interface Scorer {
  readonly labels: number
  /** Sets scores[0 … labels - 1] to the sums over the feature hashes rows[0 … count - 1]. */
  score(rows: Int32Array, count: number, scores: Int32Array): void
}

/** Which rows a table has, of the millions that a hash may ask for, and the number of each among them: one bit a row, and how many rows
 * stand before each thirty-two. Half a megabyte each, where a table by hash took sixteen: most features are absent, the first alone answers so,
 * and loading touches no memory that is not used. */
interface RowMarks {
  readonly present: Int32Array
  readonly before: Int32Array
}

function marksOf(rows: Uint8Array, bits: number): RowMarks {
  const present = new Int32Array(2 ** bits / 32)
  readDeltas(rows, row => {
    present[row >>> 5]! |= 1 << (row & 31)
  })
  const before = new Int32Array(present.length)
  let count = 0
  for (let block = 0; block < present.length; block++) {
    before[block] = count
    if (present[block] !== 0) count += ones(present[block]!)
  }
  return {present, before}
}

/** How many bits of a number are set. */
function ones(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Writes the numbers of the rows that some features have and returns how many there are. Without a branch, since which feature has a row
 * cannot be foreseen: that is a fifth faster. */
function findRows(rows: Int32Array, count: number, mask: number, {present, before}: RowMarks, hits: Int32Array): number {
  let found = 0
  for (let i = 0; i < count; i++) {
    const place = rows[i]! & mask
    hits[found] = place
    found += (present[place >>> 5]! >>> (place & 31)) & 1
  }
  for (let i = 0; i < found; i++) {
    const place = hits[i]!
    hits[i] = before[place >>> 5]! + ones(present[place >>> 5]! & ((1 << (place & 31)) - 1))
  }
  return found
}

/** More features than any decision has. */
const MOST_FEATURES = 1024

/** A table with few labels (transitions): four weights a row. */
function denseScorer(labels: number, bits: number, marks: RowMarks, weights: Int16Array): Scorer {
  const mask = 2 ** bits - 1
  const hits = new Int32Array(MOST_FEATURES)
  return {
    labels,
    score(rows, count, scores) {
      const found = findRows(rows, count, mask, marks, hits)
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let i = 0; i < found; i++) {
        const at = hits[i]! << 2
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

/** A table with many labels. `stream` holds a row after the other: its number of entries, then label and weight of each, side by side. */
function sparseScorer(labels: number, bits: number, marks: RowMarks, index: Int32Array, stream: Int16Array): Scorer {
  const mask = 2 ** bits - 1
  const hits = new Int32Array(MOST_FEATURES)
  return {
    labels,
    score(rows, count, scores) {
      const found = findRows(rows, count, mask, marks, hits)
      for (let k = 0; k < labels; k++) scores[k] = 0
      for (let i = 0; i < found; i++) {
        const from = index[hits[i]!]!
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

export function scorerOf({labels, bits, rows, counts, label, weight}: StoredTable): Scorer {
  const marks = marksOf(rows, bits)
  if (labels <= DENSE_LABELS) {
    const kept = weight.length / labels
    const weights = new Int16Array(kept * 4)
    for (let k = 0; k < labels; k++) for (let n = 0; n < kept; n++) weights[n * 4 + k] = weight[k * kept + n]!
    return denseScorer(labels, bits, marks, weights)
  }
  const index = new Int32Array(counts.length)
  const stream = new Int16Array(counts.length + 2 * weight.length)
  let at = 0
  let entry = 0
  for (let n = 0; n < counts.length; n++) {
    index[n] = at
    stream[at++] = counts[n]!
    for (let k = 0; k < counts[n]!; k++, entry++) {
      stream[at++] = label[entry]!
      stream[at++] = weight[entry]!
    }
  }
  return sparseScorer(labels, bits, marks, index, stream)
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
