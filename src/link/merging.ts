// Merges claims that tell one thing: strongest edge first, never across a veto. Where A=B, B=C and A≠C the weakest edge is cut and named.
import type {Note} from '../model/record.ts'
import {dayOf} from '../text/similarity-days.ts'
import type {LinkedClaim} from './claims.ts'
import type {Grouping} from './growth/groups.ts'
import {byCitation, compare} from './identity.ts'
import type {Linking} from './linking.ts'

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

/** Pairs of items that share a blocking key, each once, ascending. */
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

/** What decides whether two claims of one kind are one entry. */
export interface ClaimMerging<Claim extends LinkedClaim, Entry> {
  readonly keysOf: (claim: Claim) => readonly string[]
  readonly apart: (a: Claim, b: Claim) => boolean
  /** Asked only of claims that are not apart. */
  readonly likeness: (a: Claim, b: Claim) => number
  readonly least: number
  /** `cut` are the edges that could not be followed, each with its first claim among the members; `notes` tell of those that a person cut. */
  readonly entryOf: (members: readonly Claim[], cut: readonly (readonly [Claim, Claim])[], notes: readonly Note[]) => Entry
}

/** A block of more claims than this is split by the day on which their reports came out. */
const MOST_SHARED = 300

/** Claims grown group by group; what a person called the same meets whatever its keys. */
export function claimGrouping<Claim extends LinkedClaim, Entry>(
  merging: ClaimMerging<Claim, Entry>,
  linking: Linking,
): Grouping<Claim, Entry> {
  const score = (a: Claim, b: Claim): number => (merging.apart(a, b) ? 0 : linking.ruled(a, b) === 'same' ? PERSON : merging.likeness(a, b))
  return {
    keysOf: claim => [...merging.keysOf(claim), ...linking.ruledKeys(claim)],
    refined: (key, claim) => `${key} @${dayOf(linking.documents[claim.document]!.published) ?? '-'}`,
    mostShared: MOST_SHARED,
    joins: (a, b) => score(a, b) >= merging.least,
    order: byPlace,
    settle(items, pairs) {
      const edges: Edge[] = []
      for (const [a, b] of pairs) {
        const likeness = score(items[a]!, items[b]!)
        if (likeness >= merging.least) edges.push({a, b, score: likeness})
      }
      const {clusters, cut} = mergeBest(items.length, edges, (a, b) => merging.apart(items[a]!, items[b]!))
      const numberOf = new Map(clusters.flatMap((cluster, number) => cluster.map(i => [i, number] as const)))
      const isPersons = ({a, b}: Edge): boolean =>
        clusters[numberOf.get(a)!]!.some(i => clusters[numberOf.get(b)!]!.some(j => linking.ruled(items[i]!, items[j]!) === 'different'))
      const entries = clusters.map(cluster => {
        const inside = new Set(cluster)
        const mine = cut.filter(edge => inside.has(edge.a))
        const lost = mine.filter(edge => !isPersons(edge)).map(({a, b}): [Claim, Claim] => [items[a]!, items[b]!])
        const notes = mine.filter(isPersons).map(({a, b}) => partedNote(items[a]!, items[b]!))
        const members = cluster.map(i => items[i]!).sort((a, b) => byCitation(a.citation, b.citation))
        return {items: members, entry: merging.entryOf(members, lost, notes)}
      })
      return {entries, links: edges.map(({a, b}) => [a, b] as const)}
    },
  }
}

const partedNote = (a: LinkedClaim, b: LinkedClaim): Note => ({
  code: 'link/cut-by-person',
  message:
    'Two lines look like one thing, but a person told apart what they would join; the weakest link between them was cut, and they stay two entries.',
  document: a.citation.document,
  at: b.citation,
})

/** A person's "same" is joined before anything that a machine found. */
const PERSON = 2

/** Document, then place in it as the document was read. */
const byPlace = (a: LinkedClaim, b: LinkedClaim): number => compare(a.citation.document, b.citation.document) || a.place - b.place
