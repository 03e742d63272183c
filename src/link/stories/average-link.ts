// Average-link clustering over a sparse graph: the two closest clusters merge until none are close enough. A pair without an edge counts 0.
// Ties fall to the smaller indexes, so callers that number their items by id get one result for any order of arrival.

export interface Edge {
  readonly a: number
  readonly b: number
  readonly score: number
}

interface Merge {
  readonly score: number
  readonly a: number
  readonly b: number
  readonly stamp: number
}

/** A cluster as it grew: of one item, or of two clusters. */
export interface Branch {
  /** Ascending. */
  readonly members: readonly number[]
  readonly parts: readonly [Branch, Branch] | null
  /** Score at which the two parts merged; 1 for one item. Falls from the items to the whole. */
  readonly score: number
}

/** Clusters of 0 … count - 1, members ascending, clusters by first member. E log E in the edges. */
export const averageLink = (count: number, edges: readonly Edge[], least: number): number[][] =>
  averageLinkTrees(count, edges, least).map(({members}) => [...members])

export function averageLinkTrees(count: number, edges: readonly Edge[], least: number): Branch[] {
  const members: number[][] = Array.from({length: count}, (_, i) => [i])
  const branches: Branch[] = members.map(own => ({members: own, parts: null, score: 1}))
  const sums: Map<number, number>[] = Array.from({length: count}, () => new Map())
  const stamps = new Int32Array(count)
  const heap: Merge[] = []
  for (const {a, b, score} of edges) {
    sums[a]!.set(b, score)
    sums[b]!.set(a, score)
    if (score >= least) push(heap, {score, a: Math.min(a, b), b: Math.max(a, b), stamp: 0})
  }
  for (let top = pop(heap); top !== undefined; top = pop(heap)) {
    const {a, b} = top
    if (members[a]!.length === 0 || members[b]!.length === 0 || top.stamp !== stamps[a]! + stamps[b]!) continue
    absorb(a, b, top.score)
  }
  return branches.filter((_, i) => members[i]!.length > 0)

  function absorb(a: number, b: number, score: number): void {
    members[a] = [...members[a]!, ...members[b]!].sort((x, y) => x - y)
    members[b] = []
    branches[a] = {members: members[a]!, parts: [branches[a]!, branches[b]!], score}
    stamps[a]!++
    for (const [other, sum] of sums[b]!) {
      sums[other]!.delete(b)
      if (other === a) continue
      const joined = (sums[a]!.get(other) ?? 0) + sum
      sums[a]!.set(other, joined)
      sums[other]!.set(a, joined)
    }
    sums[b]!.clear()
    for (const [other, sum] of sums[a]!) {
      const score = sum / (members[a]!.length * members[other]!.length)
      if (score >= least) push(heap, {score, a: Math.min(a, other), b: Math.max(a, other), stamp: stamps[a]! + stamps[other]!})
    }
  }
}

const before = (x: Merge, y: Merge): boolean => (x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b)

function push(heap: Merge[], merge: Merge): void {
  let i = heap.length
  heap.push(merge)
  while (i > 0) {
    const parent = (i - 1) >> 1
    if (!before(merge, heap[parent]!)) break
    heap[i] = heap[parent]!
    i = parent
  }
  heap[i] = merge
}

function pop(heap: Merge[]): Merge | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (top === undefined || last === undefined || heap.length === 0) return top
  let i = 0
  for (;;) {
    let child = 2 * i + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
    if (!before(heap[child]!, last)) break
    heap[i] = heap[child]!
    i = child
  }
  heap[i] = last
  return top
}
