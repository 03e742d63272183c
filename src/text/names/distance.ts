// Edits between two short words: insertion, deletion, replacement, swapped neighbours.

const MAX_LENGTH = 64
let before = new Uint8Array(MAX_LENGTH + 2)
let last = new Uint8Array(MAX_LENGTH + 2)
let row = new Uint8Array(MAX_LENGTH + 2)

/** Optimal string alignment distance; words are cut at 64 letters, which no name reaches. Beyond `limit` any larger number may come back. */
export function editDistance(a: string, b: string, limit = MAX_LENGTH): number {
  const rows = Math.min(a.length, MAX_LENGTH)
  const columns = Math.min(b.length, MAX_LENGTH)
  if (Math.abs(rows - columns) > limit) return limit + 1
  let leastBefore = 0
  for (let j = 0; j <= columns; j++) last[j] = j
  for (let i = 1; i <= rows; i++) {
    row[0] = i
    const letter = a.charCodeAt(i - 1)
    let least = i
    for (let j = 1; j <= columns; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1))
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    // A row's least can fall below the last one's only by a swap, which costs one and starts two rows above.
    if (least > limit && leastBefore >= limit) return least
    leastBefore = least
    const spare = before
    before = last
    last = row
    row = spare
  }
  return last[columns]!
}
