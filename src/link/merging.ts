// Merges claims that tell one thing: strongest edge first, never across a veto. Where A=B, B=C and A≠C the weakest edge is cut and named.

export interface Edge {
  readonly a: number
  readonly b: number
  readonly score: number
}

export interface Merged {
  /** Members ascending, clusters by first member. */
  readonly clusters: readonly (readonly number[])[]
  readonly cut: readonly Edge[]
}

/** `apart` tells that two items cannot be one, whatever else speaks for it; it is asked of all pairs that a merge would join. */
export function mergeBest(count: number, edges: readonly Edge[], apart: (a: number, b: number) => boolean): Merged {
  const clusterOf = Array.from({length: count}, (_, i) => i)
  const members: number[][] = clusterOf.map(i => [i])
  const cut: Edge[] = []
  for (const edge of [...edges].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const a = clusterOf[edge.a]!
    const b = clusterOf[edge.b]!
    if (a === b) continue
    if (members[a]!.some(i => members[b]!.some(j => apart(i, j)))) {
      cut.push(edge)
      continue
    }
    const [keep, drop] = a < b ? [a, b] : [b, a]
    for (const i of members[drop]!) clusterOf[i] = keep
    members[keep]!.push(...members[drop]!)
    members[drop] = []
  }
  return {clusters: members.filter(list => list.length > 0).map(list => list.sort((x, y) => x - y)), cut}
}

/** Pairs of items that share a blocking key, each once, ascending. A key of too many items blocks nothing. */
export function pairsByKey(keysOf: readonly (readonly string[])[]): [number, number][] {
  const postings = new Map<string, number[]>()
  for (const [index, keys] of keysOf.entries())
    for (const key of new Set(keys)) {
      const list = postings.get(key)
      if (list) list.push(index)
      else postings.set(key, [index])
    }
  const pairs = new Set<number>()
  for (const list of postings.values())
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < Math.min(list.length, i + 1 + MOST_NEIGHBOURS); j++) pairs.add(list[i]! * keysOf.length + list[j]!)
  return [...pairs].sort((x, y) => x - y).map(pair => [Math.floor(pair / keysOf.length), pair % keysOf.length])
}

/** In a block of thousands each item meets this many next ones: clusters still join through their chains, at a cost that does not square. */
const MOST_NEIGHBOURS = 300
