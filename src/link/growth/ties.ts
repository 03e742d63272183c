// Ties between documents, each with a strength, in typed arrays: 16 bytes for each end of a tie, where a map of maps takes hundreds.

export interface Ties {
  /** Ties two documents, or changes the strength of their tie. */
  readonly tie: (a: number, b: number, strength: number) => void
  /** False where there was none. */
  readonly untie: (a: number, b: number) => boolean
  readonly areTied: (a: number, b: number) => boolean
  /** Documents tied to one, with the strength. */
  readonly of: (document: number) => readonly (readonly [number, number])[]
  readonly bytes: () => number
}

const NONE = -1

export function newTies(): Ties {
  let heads = new Int32Array(1 << 10).fill(NONE)
  let others = new Int32Array(1 << 10)
  let nexts = new Int32Array(1 << 10)
  let strengths = new Float64Array(1 << 10)
  let ends = 0
  let free = NONE

  return {
    tie(a, b, strength) {
      put(a, b, strength)
      put(b, a, strength)
    },
    untie(a, b) {
      const was = drop(a, b)
      drop(b, a)
      return was
    },
    areTied: (a, b) => endOf(a, b) !== NONE,
    of(document) {
      const list: [number, number][] = []
      for (let end = headOf(document); end !== NONE; end = nexts[end]!) list.push([others[end]!, strengths[end]!])
      return list
    },
    bytes: () => heads.length * 4 + others.length * 16,
  }

  function headOf(document: number): number {
    return document < heads.length ? heads[document]! : NONE
  }

  function endOf(from: number, to: number): number {
    let end = headOf(from)
    while (end !== NONE && others[end] !== to) end = nexts[end]!
    return end
  }

  function put(from: number, to: number, strength: number): void {
    let end = endOf(from, to)
    if (end === NONE) {
      end = newEnd()
      if (from >= heads.length) {
        const longer = new Int32Array(Math.max(heads.length * 2, from + 1)).fill(NONE)
        longer.set(heads)
        heads = longer
      }
      others[end] = to
      nexts[end] = heads[from]!
      heads[from] = end
    }
    strengths[end] = strength
  }

  function newEnd(): number {
    if (free !== NONE) {
      const end = free
      free = nexts[end]!
      return end
    }
    if (ends === others.length) {
      const [oldOthers, oldNexts, oldStrengths] = [others, nexts, strengths]
      others = new Int32Array(ends * 2)
      nexts = new Int32Array(ends * 2)
      strengths = new Float64Array(ends * 2)
      others.set(oldOthers)
      nexts.set(oldNexts)
      strengths.set(oldStrengths)
    }
    return ends++
  }

  function drop(from: number, to: number): boolean {
    const end = endOf(from, to)
    if (end === NONE) return false
    if (heads[from] === end) heads[from] = nexts[end]!
    else {
      let before = heads[from]!
      while (nexts[before] !== end) before = nexts[before]!
      nexts[before] = nexts[end]!
    }
    nexts[end] = free
    free = end
    return true
  }
}
