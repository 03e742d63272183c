// The stories of a growing record: clusters that the machine finds, after what people ruled about documents. Each story has a number of its own for as
// long as exactly these documents are in it.
import type {LinkPack} from '../../model/pack-links.ts'
import {indexStories, type Report} from '../stories/clusters.ts'
import {type DocumentRulings, ruledClusters} from '../stories.ts'

export interface Threads {
  /** Adds documents and takes in rulings. Gives the documents that stand in another story than before. */
  readonly update: (numbers: readonly number[], rulings: DocumentRulings) => readonly number[]
  readonly storyOf: readonly number[]
  readonly membersOf: (story: number) => readonly number[]
  /** Stories by their first document's id. */
  readonly clusters: () => (readonly number[])[]
  readonly steps: () => number
}

const NOBODY: readonly number[] = []

export function growThreads(
  pack: LinkPack,
  byId: (a: number, b: number) => number,
  indexOf: (id: string) => number | undefined,
  reportOf: (number: number) => Report,
): Threads {
  const index = indexStories(pack, byId, reportOf)
  const found = new Map<number, readonly number[]>()
  const storyOf: number[] = []
  const members = new Map<number, readonly number[]>()
  let ruled: readonly (readonly number[])[] = []
  let next = 0

  return {
    update(numbers, rulings) {
      const {gone, made} = index.add(numbers)
      for (const cluster of made) for (const document of cluster) found.set(document, cluster)
      const pool = new Set([...rulings.same, ...rulings.different].flat().map(id => found.get(indexOf(id) ?? -1) ?? NOBODY))
      pool.delete(NOBODY)
      const before = [...gone, ...ruled]
      // What a ruling no longer holds together falls back to what the machine found.
      const released = new Set(ruled.flat())
      ruled = ruledClusters([...pool], indexOf, rulings).map(cluster => cluster.sort(byId))
      const fallen = new Set([...released].map(document => found.get(document)!))
      const after = [...new Set([...made, ...fallen])].filter(cluster => !pool.has(cluster)).concat(ruled)
      return renumber(before, after)
    },
    storyOf,
    membersOf: story => members.get(story) ?? [],
    clusters: () => [...members.values()].sort((a, b) => byId(a[0]!, b[0]!)),
    steps: index.steps,
  }

  function renumber(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number[] {
    const wanted = new Map(after.map(cluster => [cluster.join(' '), cluster]))
    const stale = new Set(
      before
        .flat()
        .concat(after.flat())
        .flatMap(document => storyOf[document] ?? []),
    )
    for (const story of stale) {
      const key = members.get(story)!.join(' ')
      if (wanted.has(key)) wanted.delete(key)
      else members.delete(story)
    }
    const moved: number[] = []
    for (const cluster of wanted.values()) {
      members.set(next, cluster)
      for (const document of cluster) {
        storyOf[document] = next
        moved.push(document)
      }
      next++
    }
    return moved
  }
}
