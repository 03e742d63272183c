// "Both sides" of two reports are one where the same two are meant: whoever stands for several others joins those that stand for the same ones.
// It comes after everybody else is settled, since it rests on who the members are.
import type {Node} from './nodes.ts'
import type {Ruling} from './settle-block.ts'

/** Somebody, as the names of some reports: what becomes an entity of the record. */
export interface Cluster {
  /** In the order of documents. */
  readonly nodes: number[]
  readonly pack: string | null
  /** The smallest hash of its mentions. */
  readonly id: string
}

export interface Pairs {
  /**
   * `changed` are nodes that stand in another cluster than before. Gives the clusters that are no more and those in their place, single ones with them.
   */
  readonly update: (change: {
    readonly changed: readonly number[]
    readonly gone: readonly Cluster[]
    readonly made: readonly Cluster[]
  }) => {readonly gone: readonly Cluster[]; readonly made: readonly Cluster[]}
  /** True where no other cluster is joined to this one. */
  readonly standsAlone: (cluster: Cluster) => boolean
}

interface Around {
  readonly nodes: readonly Node[]
  readonly order: (a: number, b: number) => number
  readonly clusterOf: (node: number) => Cluster
  /** Nodes of one document that stand for several others. */
  readonly manyIn: (document: number) => readonly number[]
  /** Node of a somebody. */
  readonly nodeOf: (document: number, somebody: number) => number
  readonly rulingsOn: (node: number) => readonly Ruling[]
  readonly join: (clusters: readonly Cluster[]) => Cluster
}

export function growPairs({nodes, order, clusterOf, manyIn, nodeOf, rulingsOn, join}: Around): Pairs {
  const keyOf: (string | undefined)[] = []
  const holders = new Map<string, Set<number>>()
  /** Clusters that were joined, and what they are now. */
  const joinedTo = new Map<Cluster, Cluster>()
  const standing = new Set<Cluster>()

  return {
    update({changed, gone, made}) {
      const before = new Set(gone.map(cluster => joinedTo.get(cluster) ?? cluster))
      for (const cluster of gone) joinedTo.delete(cluster)
      const after = new Set<Cluster>(made)
      const seen = new Set<Cluster>()
      for (const node of refiled(changed)) {
        if (seen.has(clusterOf(node))) continue
        const together = connected(node, seen)
        for (const cluster of together) {
          before.add(joinedTo.get(cluster) ?? cluster)
          joinedTo.delete(cluster)
          after.delete(cluster)
        }
        for (const parts of joinedBy(together)) {
          const whole = parts.length === 1 ? parts[0]! : join(parts)
          if (parts.length > 1) for (const part of parts) joinedTo.set(part, whole)
          after.add(whole)
        }
      }
      const left = [...before].filter(cluster => standing.has(cluster) && !after.has(cluster))
      const come = [...after].filter(cluster => !standing.has(cluster))
      for (const cluster of left) standing.delete(cluster)
      for (const cluster of come) standing.add(cluster)
      return {gone: left, made: come}
    },
    standsAlone: cluster => !joinedTo.has(cluster),
  }

  /** Files those that stand for others by who these are now. Gives whoever may be joined otherwise than before. */
  function refiled(changed: readonly number[]): Set<number> {
    const open = new Set<number>()
    for (const document of new Set(changed.map(node => nodes[node]!.document)))
      for (const node of manyIn(document)) {
        const key = membersKey(nodes[node]!)
        const known = keyOf[node]
        if (known !== undefined && known !== key) {
          holders.get(known)!.delete(node)
          for (const other of holders.get(known)!) open.add(other)
          if (holders.get(known)!.size === 0) holders.delete(known)
        }
        keyOf[node] = key
        const list = holders.get(key)
        if (list) list.add(node)
        else holders.set(key, new Set([node]))
        open.add(node)
      }
    return open
  }

  function membersKey({document, members}: Node): string {
    return members
      .map(member => clusterOf(nodeOf(document, member)).id)
      .sort()
      .join(' ')
  }

  /** Clusters that hang together by nodes which stand for the same ones. */
  function connected(start: number, seen: Set<Cluster>): Cluster[] {
    const list = [clusterOf(start)]
    seen.add(list[0]!)
    for (let i = 0; i < list.length; i++)
      for (const node of list[i]!.nodes) {
        const key = keyOf[node]
        if (key === undefined) continue
        for (const other of holders.get(key)!) {
          const cluster = clusterOf(other)
          if (seen.has(cluster)) continue
          seen.add(cluster)
          list.push(cluster)
        }
      }
    return list
  }

  /** Joins in the order of documents; two entries of the pack, or what a person told apart, stay two. */
  function joinedBy(clusters: readonly Cluster[]): Cluster[][] {
    const groups: {parts: Cluster[]; pack: string | null; keys: Set<string>; nodes: Set<number>}[] = []
    for (const cluster of [...clusters].sort((a, b) => order(a.nodes[0]!, b.nodes[0]!))) {
      const keys = new Set(cluster.nodes.flatMap(node => keyOf[node] ?? []))
      const told = cluster.nodes.flatMap(node => rulingsOn(node).filter(({kind}) => kind === 'different'))
      const group = groups.find(
        known =>
          (known.pack === null || cluster.pack === null || known.pack === cluster.pack) &&
          [...keys].some(key => known.keys.has(key)) &&
          !told.some(({a, b}) => known.nodes.has(a) || known.nodes.has(b)),
      )
      if (group === undefined) {
        groups.push({parts: [cluster], pack: cluster.pack, keys, nodes: new Set(cluster.nodes)})
        continue
      }
      group.parts.push(cluster)
      group.pack ??= cluster.pack
      for (const key of keys) group.keys.add(key)
      for (const node of cluster.nodes) group.nodes.add(node)
    }
    return groups.map(({parts}) => parts)
  }
}
