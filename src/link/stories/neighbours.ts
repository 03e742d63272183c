// Which documents may stand in one storyline: they share one of their strongest keys and lie near in time. The index grows; a key that too many
// documents of one stretch of time hold says nothing there, and takes back the edges that rested on it alone.
import {mixHashes} from '../../text/similarity-words.ts'
import {newPostings} from '../growth/postings.ts'
import {newTies} from '../growth/ties.ts'
import {cosine, STRONGEST, strongest, type Vector} from './vectors.ts'

/** Days over which two reports drift apart (sigma). */
const SIGMA = 4
const FARTHEST_DAYS = 20
/** A key in more documents of one stretch (or, for reports without a date, of all) blocks nothing. */
const MOST_POSTINGS = 120
const WEAKEST_EDGE = 0.03

export interface Placed {
  readonly number: number
  /** Day number of publication, null where unknown. */
  readonly day: number | null
}

export interface NeighbourIndex {
  /** Adds documents by number. Gives every document of which an edge came or went. */
  readonly add: (documents: readonly Placed[]) => ReadonlySet<number>
  /** Likeness times nearness, for all documents that share enough with this one. */
  readonly edgesOf: (number: number) => readonly (readonly [number, number])[]
  readonly dayOf: (number: number) => number | null
  readonly bytes: () => number
}

/** What a missing date costs: nothing speaks against one event, and nothing for it. */
const UNDATED = 0.95

/**
 * From 1 for one day to 0 for more than FARTHEST_DAYS. The settings of a storyline and an event here, in `vectors.ts` and in `clusters.ts` were chosen
 * together on the sets of eval/stories (ECB+, Wikinews with and without dates); hundreds of others lie within a point of them.
 */
export function nearness(a: number | null, b: number | null): number {
  if (a === null || b === null) return UNDATED
  const apart = Math.abs(a - b)
  return apart > FARTHEST_DAYS ? 0 : Math.exp(-(apart * apart) / (2 * SIGMA * SIGMA))
}

/** Stretches are as long as two reports may lie apart, so that a document's own and the next ones hold all it may meet. */
const stretchOf = (day: number): number => Math.floor(day / (FARTHEST_DAYS + 1))
/** Lists beside those of the stretches: all documents, and those without a date. */
const ANY = -1
const OPEN = -2

const listOf = (key: number, stretch: number): number => mixHashes(key, mixHashes(STRETCH, stretch))
const STRETCH = 77

/** `vectorOf` gives a document's vector again whenever it is asked, so that the index holds none. */
export function indexNeighbours(vectorOf: (number: number) => Vector): NeighbourIndex {
  const days: (number | null)[] = []
  let strong = new Int32Array(STRONGEST << 10)
  const lists = newPostings(MOST_POSTINGS)
  const edges = newTies()
  const dayOf = (number: number): number | null => days[number] ?? null

  return {
    add(documents) {
      const touched = new Set<number>()
      const crossed: (readonly number[])[] = []
      for (const {number, day} of documents) {
        days[number] = day
        keepStrong(number, strongest(vectorOf(number)))
        for (const key of keysOf(number))
          for (const stretch of [ANY, day === null ? OPEN : stretchOf(day)]) {
            const closed = lists.add(listOf(key, stretch), number)
            if (closed !== null) crossed.push(closed)
          }
        touched.add(number)
      }
      for (const list of crossed) for (const number of dropped(list)) touched.add(number)
      for (const {number} of documents)
        for (const other of metBy(number)) {
          const near = nearness(dayOf(number), dayOf(other))
          if (near === 0 || edges.areTied(number, other)) continue
          const score = cosine(vectorOf(number), vectorOf(other)) * near
          if (score < WEAKEST_EDGE) continue
          edges.tie(number, other, score)
          touched.add(other)
        }
      return touched
    },
    edgesOf: edges.of,
    dayOf,
    bytes: () => lists.bytes() + edges.bytes() + strong.length * 4,
  }

  /** Keys are hashes; 0 fills the room of a document that has fewer. */
  function keepStrong(number: number, keys: readonly number[]): void {
    if ((number + 1) * STRONGEST > strong.length) {
      const longer = new Int32Array(Math.max(strong.length * 2, (number + 1) * STRONGEST))
      longer.set(strong)
      strong = longer
    }
    strong.set(keys, number * STRONGEST)
  }

  function keysOf(number: number): Int32Array {
    const keys = strong.subarray(number * STRONGEST, (number + 1) * STRONGEST)
    const end = keys.indexOf(0)
    return end < 0 ? keys : keys.subarray(0, end)
  }

  function* metBy(number: number): Generator<number> {
    const day = dayOf(number)
    const seen = new Set([number])
    for (const key of keysOf(number))
      for (const list of listsFor(key, day))
        for (const other of lists.of(list)) {
          if (seen.has(other) || !meetUnder(key, number, other)) continue
          seen.add(other)
          yield other
        }
  }

  function listsFor(key: number, day: number | null): number[] {
    const stretch = day === null ? null : stretchOf(day)
    return (stretch === null ? [ANY] : [stretch - 1, stretch, stretch + 1, OPEN]).map(at => listOf(key, at))
  }

  /** Dated documents meet under the stretches of both, a document without a date meets others under the whole list. */
  function meetUnder(key: number, a: number, b: number): boolean {
    const [first, second] = [dayOf(a), dayOf(b)]
    if (first === null || second === null) return lists.isOpen(listOf(key, ANY))
    return lists.isOpen(listOf(key, stretchOf(first))) && lists.isOpen(listOf(key, stretchOf(second)))
  }

  /** Documents that lost an edge, since the key that this list is of no longer speaks. */
  function dropped(list: readonly number[]): number[] {
    const lost: number[] = []
    for (const a of list)
      for (const [b] of edges.of(a)) {
        const theirs = new Set(keysOf(b))
        if (keysOf(a).some(key => theirs.has(key) && meetUnder(key, a, b))) continue
        edges.untie(a, b)
        lost.push(a, b)
      }
    return lost
  }
}
