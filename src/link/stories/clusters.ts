// Groups documents in two levels: the storyline (one war, one negotiation) by words and dates, then the events inside it, where what
// the whole storyline shares is weighed down. Clusters can only grow along edges of a storyline's strength, so a newcomer changes nothing but the
// group that it is connected with; the others stand as they are.

import type {LinkPack} from '../../model/pack-links.ts'
import {alignSentences} from '../../text/similarity-alignment.ts'
import {dayOf} from '../../text/similarity-days.ts'
import {keepRecent} from '../growth/recent.ts'
import {compare} from '../identity.ts'
import type {Comparable, Profiled, Profiles} from '../profiles.ts'
import {averageLink, type Edge} from './average-link.ts'
import {indexNeighbours, nearness} from './neighbours.ts'
import {contrasted, cosine, type Vector, vectorOf} from './vectors.ts'

/** Documents of one storyline: looser than any event (.18 to .22 alone is best for events). */
const STORYLINE = 0.12
const EVENT = 0.165
/** Share of the aligned sentences' mass that is added: reports of one event say the same things (median .10), of other events not (< .01). */
const SAME_SENTENCES = 0.1
const MOST_COMPARED = 200

/** What a story needs of a document. */
export interface Report {
  readonly document: Comparable
  readonly profiled: Profiled
}

/** Vectors of a hot window of six weeks at some hundred reports a day; older ones are made again where a late report asks for them. */
const KEPT_VECTORS = 20_000
const KEPT_MASSES = 1_000_000

export interface StoryIndex {
  /** Adds documents by number. Gives the clusters that are no more and those in their place, members in the order of their ids. */
  readonly add: (numbers: readonly number[]) => {
    readonly gone: readonly (readonly number[])[]
    readonly made: readonly (readonly number[])[]
  }
  /** Documents that were grouped anew so far: the work done. */
  readonly steps: () => number
  /** Room that keys and edges take; the vectors of a window and the lists of groups come on top. */
  readonly bytes: () => number
}

interface Group {
  readonly members: readonly number[]
  readonly clusters: readonly (readonly number[])[]
  /** Members of a storyline, joined → its events. */
  readonly storylines: ReadonlyMap<string, readonly (readonly number[])[]>
}

/** Clusters of indexes, all documents at once. */
export function clusterDocuments(documents: readonly Comparable[], profiles: Profiles, pack: LinkPack): number[][] {
  const index = indexStories(
    pack,
    (a, b) => compare(documents[a]!.id, documents[b]!.id),
    number => ({document: documents[number]!, profiled: profiles.of[number]!}),
  )
  const {made} = index.add(documents.map((_, number) => number))
  return made.map(cluster => [...cluster]).sort((a, b) => a[0]! - b[0]!)
}

/**
 * `byId` orders the numbers of documents by their ids, so that the order of arrival cannot show; `reportOf` gives a document and its profile again, so that
 * the index holds neither.
 */
export function indexStories(pack: LinkPack, byId: (a: number, b: number) => number, reportOf: (number: number) => Report): StoryIndex {
  const vectors = keepRecent(KEPT_VECTORS, (number): Vector => {
    const {document, profiled} = reportOf(number)
    return vectorOf(document, profiled, pack)
  })
  const neighbours = indexNeighbours(vectors)
  const groupOf = new Map<number, Group>()
  const masses = new Map<number, number>()
  let steps = 0

  return {
    add(numbers) {
      const touched = neighbours.add(numbers.map(number => ({number, day: dayOf(reportOf(number).document.published)})))
      const old = new Set<Group>()
      const open = new Set<number>(touched)
      for (const number of touched) {
        const group = groupOf.get(number)
        if (group) old.add(group)
      }
      for (const group of old) for (const member of group.members) open.add(member)
      const made: Group[] = []
      const seen = new Set<number>()
      for (const start of [...open].sort(byId)) {
        if (seen.has(start)) continue
        const members = connectedWith(start, seen)
        for (const member of members) {
          const group = groupOf.get(member)
          if (group) old.add(group)
        }
        made.push(regroup(members.sort(byId), old))
      }
      for (const group of made) for (const member of group.members) groupOf.set(member, group)
      const before = new Map([...old].flatMap(group => group.clusters.map(cluster => [cluster.join(' '), cluster] as const)))
      const after = new Map(made.flatMap(group => group.clusters.map(cluster => [cluster.join(' '), cluster] as const)))
      return {
        gone: [...before].filter(([key]) => !after.has(key)).map(([, cluster]) => cluster),
        made: [...after].filter(([key]) => !before.has(key)).map(([, cluster]) => cluster),
      }
    },
    steps: () => steps,
    bytes: neighbours.bytes,
  }

  /** Everybody whom edges of a storyline's strength lead to: two clusters whose edges are all weaker never merge. */
  function connectedWith(start: number, seen: Set<number>): number[] {
    const members = [start]
    seen.add(start)
    for (let i = 0; i < members.length; i++)
      for (const [other, score] of neighbours.edgesOf(members[i]!)) {
        if (score < STORYLINE || seen.has(other)) continue
        seen.add(other)
        members.push(other)
      }
    return members
  }

  function regroup(members: readonly number[], old: ReadonlySet<Group>): Group {
    steps += members.length
    if (members.length === 1) return {members, clusters: [members], storylines: NO_STORYLINES}
    const place = new Map(members.map((number, i) => [number, i]))
    const edges: Edge[] = []
    for (const [i, number] of members.entries())
      for (const [other, score] of neighbours.edgesOf(number)) {
        const j = place.get(other)
        if (j !== undefined && i < j) edges.push({a: i, b: j, score})
      }
    edges.sort((x, y) => x.a - y.a || x.b - y.b)
    const storylines = new Map<string, readonly (readonly number[])[]>()
    for (const cluster of averageLink(members.length, edges, STORYLINE)) {
      const storyline = cluster.map(i => members[i]!)
      const key = storyline.join(' ')
      storylines.set(key, known(key, old) ?? eventsIn(storyline))
    }
    return {members, clusters: [...storylines.values()].flat(), storylines}
  }

  function known(key: string, old: ReadonlySet<Group>): readonly (readonly number[])[] | null {
    for (const group of old) {
      const events = group.storylines.get(key)
      if (events) return events
    }
    return null
  }

  function eventsIn(storyline: readonly number[]): number[][] {
    if (storyline.length === 1) return [[...storyline]]
    const local = contrasted(storyline.map(vectors))
    const edges: Edge[] = []
    for (const [i, j] of pairsIn(storyline)) {
      const near = nearness(neighbours.dayOf(storyline[i]!), neighbours.dayOf(storyline[j]!))
      if (near === 0) continue
      const score = (cosine(local[i]!, local[j]!) + SAME_SENTENCES * massOf(storyline[i]!, storyline[j]!)) * near
      edges.push({a: i, b: j, score})
    }
    return averageLink(storyline.length, edges, EVENT).map(cluster => cluster.map(i => storyline[i]!))
  }

  /** All pairs of a small storyline; of a large one those with an edge, so that a long war costs no square. */
  function pairsIn(storyline: readonly number[]): [number, number][] {
    if (storyline.length <= MOST_COMPARED)
      return storyline.flatMap((_, i) => storyline.slice(i + 1).map((_, j): [number, number] => [i, i + 1 + j]))
    const place = new Map(storyline.map((number, i) => [number, i]))
    return storyline.flatMap((number, i) =>
      neighbours
        .edgesOf(number)
        .flatMap(([other]): [number, number][] => {
          const j = place.get(other)
          return j !== undefined && i < j ? [[i, j]] : []
        })
        .sort((x, y) => x[1] - y[1]),
    )
  }

  function massOf(a: number, b: number): number {
    const pair = a * PAIR + b
    let mass = masses.get(pair)
    if (mass === undefined) {
      mass = alignSentences(reportOf(a).profiled.alignable, reportOf(b).profiled.alignable).mass
      if (masses.size >= KEPT_MASSES) masses.clear()
      masses.set(pair, mass)
    }
    return mass
  }
}

/** Two numbers of documents in one. */
const PAIR = 2 ** 26
const NO_STORYLINES: Group['storylines'] = new Map()
