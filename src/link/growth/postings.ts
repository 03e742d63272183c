// Lists of documents by key, in typed arrays: about 15 to 30 bytes for a key of one document
// (which needs no list), where a map of lists takes a hundred. A list that grows past
// its limit is closed for good, and its room used again: such a key says nothing about any two documents.

export interface Postings {
  /** Files a document under a key. Where that closes the list, the documents that it held, this one with them. */
  readonly add: (key: number, document: number) => readonly number[] | null
  /** Documents under a key; none where the list is closed. */
  readonly of: (key: number) => readonly number[]
  readonly isOpen: (key: number) => boolean
  readonly bytes: () => number
}

const FULL = 0.6
const NONE = -1

/** Lists of up to `most` documents each, 2 to 250. */
export function newPostings(most: number): Postings {
  let size = 1 << 10
  let used = 0
  let keys = new Int32Array(size)
  let heads = new Int32Array(size)
  let counts = new Uint8Array(size)
  let documents: Int32Array = new Int32Array(1 << 10)
  let nexts: Int32Array = new Int32Array(1 << 10)
  let entries = 0
  let free = NONE

  return {
    add(key, document) {
      if (used > size * FULL) widen()
      const at = placeOf(key)
      if (counts[at] === 0) {
        used++
        keys[at] = key
        counts[at] = 1
        heads[at] = document
        return null
      }
      if (counts[at]! > most) return null
      if (counts[at] === 1) heads[at] = entryFor(heads[at]!, NONE)
      counts[at]!++
      if (counts[at]! <= most) {
        heads[at] = entryFor(document, heads[at]!)
        return null
      }
      const held = listAt(at)
      release(at)
      return [...held, document]
    },
    of: key => listAt(placeOf(key)),
    isOpen: key => counts[placeOf(key)]! <= most,
    bytes: () => size * 9 + documents.length * 8,
  }

  function placeOf(key: number): number {
    // All 32 bits must count: with 25 of them a table of more than 33 million places fills its first eighth only, and a search becomes a walk.
    let at = Math.imul(key ^ (key >>> 16), 0x9e3779b1)
    at = (at ^ (at >>> 15)) & (size - 1)
    while (counts[at] !== 0 && keys[at] !== key) at = (at + 1) & (size - 1)
    return at
  }

  /** Oldest first. */
  function listAt(at: number): number[] {
    const list: number[] = []
    if (counts[at] === 0) return list
    if (counts[at] === 1) return [heads[at]!]
    for (let entry = heads[at]!; entry !== NONE; entry = nexts[entry]!) list.push(documents[entry]!)
    return list.reverse()
  }

  function entryFor(document: number, next: number): number {
    let entry = free
    if (entry !== NONE) free = nexts[entry]!
    else {
      entry = entries++
      if (entry === documents.length) {
        documents = longer(documents)
        nexts = longer(nexts)
      }
    }
    documents[entry] = document
    nexts[entry] = next
    return entry
  }

  function release(at: number): void {
    let last = heads[at]!
    if (last === NONE) return
    const first = last
    while (nexts[last] !== NONE) last = nexts[last]!
    nexts[last] = free
    free = first
    heads[at] = NONE
  }

  function widen(): void {
    const [oldKeys, oldHeads, oldCounts] = [keys, heads, counts]
    size *= 2
    keys = new Int32Array(size)
    heads = new Int32Array(size)
    counts = new Uint8Array(size)
    for (let i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] === 0) continue
      const at = placeOf(oldKeys[i]!)
      keys[at] = oldKeys[i]!
      heads[at] = oldHeads[i]!
      counts[at] = oldCounts[i]!
    }
  }
}

const longer = (list: Int32Array): Int32Array => {
  const made = new Int32Array(list.length * 2)
  made.set(list)
  return made
}
