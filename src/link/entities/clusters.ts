// Groups of nodes that are one somebody, grown pair by pair. A group remembers what may never join it.
import type {Node} from './nodes.ts'

export interface Clusters {
  /** Number of the group of a node. */
  find(node: number): number
  /** Nodes of the group that holds the node. */
  membersOf(node: number): readonly number[]
  /** Joins two groups; the reason where they may not be one, null where they are. */
  join(a: number, b: number): string | null
  /** Joins two groups on a person's word. */
  force(a: number, b: number): void
  /** Two nodes that a person told apart. */
  part(a: number, b: number): void
}

export const TOLD_APART = 'a person told them apart'

export function newClusters(nodes: readonly Node[], clash: (a: number, b: number) => string | null): Clusters {
  const parent = Int32Array.from(nodes, (_, i) => i)
  const groups = new Map<number, number[]>()
  const packOf = new Map<number, string>()
  const apart = new Map<number, Set<number>>()
  nodes.forEach((node, i) => {
    if (node.pack !== null) packOf.set(i, node.pack)
  })
  const find = (node: number): number => {
    let root = node
    while (parent[root] !== root) root = parent[root]!
    for (let next = node; parent[next] !== root; ) {
      const above = parent[next]!
      parent[next] = root
      next = above
    }
    return root
  }
  const membersOf = (node: number): readonly number[] => groups.get(find(node)) ?? [find(node)]
  const merge = (a: number, b: number): void => {
    const [root, other] = a < b ? [a, b] : [b, a]
    groups.set(root, [...membersOf(root), ...membersOf(other)])
    groups.delete(other)
    parent[other] = root
    const pack = packOf.get(root) ?? packOf.get(other)
    if (pack !== undefined) packOf.set(root, pack)
    const parted = apart.get(other)
    if (parted) apart.set(root, new Set([...(apart.get(root) ?? []), ...parted]))
  }
  const arePart = (a: number, b: number): boolean => {
    const mine = apart.get(a)
    if (!mine) return false
    for (const node of mine) if (find(node) === b) return true
    return false
  }
  return {
    find,
    membersOf,
    join(first, second) {
      const a = find(first)
      const b = find(second)
      if (a === b) return null
      if (arePart(a, b) || arePart(b, a)) return TOLD_APART
      const packA = packOf.get(a)
      const packB = packOf.get(b)
      if (packA !== undefined && packB !== undefined && packA !== packB) return 'two entries of the pack'
      const reason = clash(a, b)
      if (reason !== null) return reason
      merge(a, b)
      return null
    },
    force(first, second) {
      const a = find(first)
      const b = find(second)
      if (a !== b) merge(a, b)
    },
    part(first, second) {
      for (const [a, b] of [
        [first, second],
        [second, first],
      ] as const)
        apart.set(find(a), new Set([...(apart.get(find(a)) ?? []), b]))
    },
  }
}
