// Storylines that grow: average link over all documents, settled anew only where a newcomer could have changed a merge. Two clusters merge when each is the
// other's nearest, so what stands is still right as long as no cluster outside the region that was settled anew, and none inside it, were nearer to one another
// than either was to what it merged with. Where they were, the region grows by that storyline, and no further. A war that hangs together for months by single
// strong edges costs a newcomer its own storyline and those beside it.
import {averageLinkTrees, type Branch, type Edge} from './average-link.ts'

export interface Storylines {
  /** `lost` are pairs of older documents without an edge from now on. Gives the storylines that are no more and those in their place. */
  readonly update: (
    added: readonly number[],
    lost: readonly (readonly [number, number])[],
  ) => {readonly gone: readonly Storyline[]; readonly made: readonly Storyline[]}
  /** Documents grouped so far: the work done. */
  readonly steps: () => number
}

export interface Storyline {
  /** In the order of their ids. */
  readonly members: readonly number[]
  /** Some pair inside lost its edge when it was settled. */
  readonly isThinned: boolean
}

interface Around {
  readonly edgesOf: (number: number) => readonly (readonly [number, number])[]
  readonly byId: (a: number, b: number) => number
  readonly least: number
}

/** A cluster on the way to its storyline. */
interface Twig {
  readonly size: number
  /** Score at which it became part of a larger one; the least of all where it never did. */
  readonly until: number
  readonly above: Twig | null
}

/** Sums of one pair may differ in their last digits by the order in which they were added. */
const ROUNDING = 1e-9

export function growStorylines({edgesOf, byId, least}: Around): Storylines {
  const storylineOf = new Map<number, Storyline>()
  const twigOf = new Map<number, Twig>()
  let steps = 0

  return {
    update(added, lost) {
      const thinned = new Set(lost.flatMap(([a, b]) => (storylineOf.get(a) === storylineOf.get(b) ? (storylineOf.get(a) ?? []) : [])))
      const gone = new Set(thinned)
      const region = new Set([...added, ...[...gone].flatMap(({members}) => [...members])])
      let grown = settle(region)
      for (let beside = nearer(region, grown.twigs); beside.size > 0; beside = nearer(region, grown.twigs)) {
        for (const storyline of beside) {
          gone.add(storyline)
          for (const member of storyline.members) region.add(member)
        }
        grown = settle(region)
      }
      for (const [number, twig] of grown.twigs) twigOf.set(number, twig)
      const touched = new Set(lost.flat())
      const made = grown.clusters.map((members): Storyline => ({members, isThinned: members.some(number => touched.has(number))}))
      for (const storyline of made) for (const member of storyline.members) storylineOf.set(member, storyline)
      return {gone: [...gone], made}
    },
    steps: () => steps,
  }

  function settle(region: ReadonlySet<number>): {clusters: number[][]; twigs: Map<number, Twig>} {
    const members = [...region].sort(byId)
    steps += members.length
    const place = new Map(members.map((number, i) => [number, i]))
    const edges: Edge[] = []
    for (const [i, number] of members.entries())
      for (const [other, score] of edgesOf(number)) {
        const j = place.get(other)
        if (j !== undefined && i < j) edges.push({a: i, b: j, score})
      }
    edges.sort((x, y) => x.a - y.a || x.b - y.b)
    const trees = averageLinkTrees(members.length, edges, least)
    const twigs = new Map<number, Twig>()
    for (const tree of trees) grow(tree, members, twigs)
    return {clusters: trees.map(tree => tree.members.map(i => members[i]!)), twigs}
  }

  function grow(tree: Branch, members: readonly number[], twigs: Map<number, Twig>): void {
    const open: {branch: Branch; until: number; above: Twig | null}[] = [{branch: tree, until: least, above: null}]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const {branch, until, above} = next
      const twig = {size: branch.members.length, until, above}
      if (branch.parts === null) twigs.set(members[branch.members[0]!]!, twig)
      else for (const part of branch.parts) open.push({branch: part, until: branch.score, above: twig})
    }
  }

  /** Storylines outside the region with a part that is nearer to a part of the region than either was to what it merged with. */
  function nearer(region: ReadonlySet<number>, twigs: ReadonlyMap<number, Twig>): ReadonlySet<Storyline> {
    const beside = new Set<Storyline>()
    const crossing: [number, number, number][] = []
    for (const number of region)
      for (const [other, score] of edgesOf(number)) {
        if (region.has(other)) continue
        crossing.push([number, other, score])
        // An average is at most its strongest edge.
        if (score >= least - ROUNDING) beside.add(storylineOf.get(other)!)
      }
    const sums = new Map<Twig, Map<Twig, number>>()
    const found = new Set<Storyline>()
    const owner = new Map<Twig, Storyline>()
    for (const [number, other, score] of crossing) {
      const storyline = storylineOf.get(other)!
      if (!beside.has(storyline)) continue
      for (let outer: Twig | null = twigOf.get(other)!; outer !== null; outer = outer.above) {
        owner.set(outer, storyline)
        const row = sums.get(outer) ?? new Map<Twig, number>()
        sums.set(outer, row)
        for (let inner: Twig | null = twigs.get(number)!; inner !== null; inner = inner.above) row.set(inner, (row.get(inner) ?? 0) + score)
      }
    }
    for (const [outer, row] of sums)
      for (const [inner, sum] of row)
        if (sum / (outer.size * inner.size) >= Math.max(outer.until, inner.until) - ROUNDING) found.add(owner.get(outer)!)
    return found
  }
}
