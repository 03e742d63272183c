// Stories of the record: documents on one news event, each document in one story, with what people ruled about documents.
import type {Story} from '../model/record.ts'
import type {EventEntry} from './events.ts'
import {compare, idOf} from './identity.ts'
import type {Comparable} from './profiles.ts'

/** What people said of two documents, by id. */
export interface DocumentRulings {
  readonly same: readonly (readonly [string, string])[]
  readonly different: readonly (readonly [string, string])[]
}

/** Clusters of document indexes after what people ruled: documents that differ are parted (the second leaves), then those that are the same are joined. */
export function ruledClusters(
  clusters: readonly (readonly number[])[],
  indexOf: (id: string) => number | undefined,
  rulings: DocumentRulings,
): number[][] {
  const clusterOf = new Map<number, number>()
  for (const [number, cluster] of clusters.entries()) for (const index of cluster) clusterOf.set(index, number)
  let next = clusters.length
  for (const [first, second] of rulings.different) {
    const [a, b] = [indexOf(first), indexOf(second)]
    if (a !== undefined && b !== undefined && clusterOf.get(a) === clusterOf.get(b)) clusterOf.set(b, next++)
  }
  for (const [first, second] of rulings.same) {
    const [a, b] = [indexOf(first), indexOf(second)]
    if (a === undefined || b === undefined) continue
    const [from, to] = [clusterOf.get(b)!, clusterOf.get(a)!]
    // Of two documents that a person told apart a third cannot make one.
    const parted = rulings.different.some(pair => {
      const [x, y] = pair.map(id => clusterOf.get(indexOf(id) ?? -1))
      return (x === from && y === to) || (x === to && y === from)
    })
    if (parted) continue
    for (const [index, number] of clusterOf) if (number === from) clusterOf.set(index, to)
  }
  const groups = new Map<number, number[]>()
  for (const [index, number] of [...clusterOf].sort((x, y) => x[0] - y[0])) groups.set(number, [...(groups.get(number) ?? []), index])
  return [...groups.values()]
}

/** Story objects in the order of their first document; `talks` is filled in by whoever finds them. */
export function storiesOf(
  clusters: readonly (readonly number[])[],
  documents: readonly Comparable[],
  events: readonly EventEntry[],
): Story[] {
  const labels = eventLabels(clusters, events)
  return clusters.map((cluster, number) => {
    const members = cluster.map(index => documents[index]!)
    const days = members.flatMap(document => document.published?.slice(0, 10) ?? []).sort()
    return {
      id: idOf('story', ...members.map(document => document.id).sort(compare)),
      label: labels.get(number) ?? titleOf(members),
      documents: members.map(document => document.id).sort(compare),
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      talks: null,
    }
  })
}

/** The news event that most of a story's documents tell. */
function eventLabels(clusters: readonly (readonly number[])[], events: readonly EventEntry[]): Map<number, string> {
  const storyOf = new Map<number, number>()
  for (const [number, cluster] of clusters.entries()) for (const index of cluster) storyOf.set(index, number)
  const best = new Map<number, {count: number; label: string}>()
  for (const {event, claims} of events) {
    if (event.background || event.actors.length === 0) continue
    const counts = new Map<number, Set<number>>()
    for (const {document} of claims) {
      const story = storyOf.get(document)!
      counts.set(story, (counts.get(story) ?? new Set()).add(document))
    }
    for (const [story, carriers] of counts)
      if (carriers.size > (best.get(story)?.count ?? 0)) best.set(story, {count: carriers.size, label: event.label})
  }
  return new Map([...best].map(([story, {label}]) => [story, label]))
}

const LONGEST_LABEL = 90

function titleOf(documents: readonly Comparable[]): string {
  const titled = documents.find(document => document.title !== null)
  const text =
    titled?.title ?? documents[0]!.text.slice(documents[0]!.sentences[0]?.start ?? 0, documents[0]!.sentences[0]?.end ?? LONGEST_LABEL)
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`
}
