// Groups documents in two levels: the storyline (one war, one negotiation) by words and dates, then the events inside it, where what
// the whole storyline shares is weighed down. Measured: one level gives 87.4 / 80.3 / 82.7 B-cubed F1 on the three story sets, two 90.1 / 82.4 / 83.4.

import type {LinkPack} from '../../model/pack-links.ts'
import {alignSentences} from '../../text/similarity-alignment.ts'
import {dayOf} from '../../text/similarity-days.ts'
import type {Comparable, Profiles} from '../profiles.ts'
import {averageLink, type Edge} from './average-link.ts'
import {contrasted, cosine, pairsSharing, type Vector, vectorsOf} from './vectors.ts'

/** Documents of one storyline: looser than any event (.18 to .22 alone is best for events). */
const STORYLINE = 0.12
const EVENT = 0.155
/** Share of the aligned sentences' mass that is added: reports of one event say the same things (median .10), of other events not (< .01). */
const SAME_SENTENCES = 0.3
/** Days over which two reports drift apart (sigma). */
const SIGMA = 4
const FARTHEST_DAYS = 20
const WEAKEST_EDGE = 0.03
const MOST_COMPARED = 200

/** Clusters of indexes. Documents must be numbered by id where the order of arrival must not show. */
export function clusterDocuments(documents: readonly Comparable[], profiles: Profiles, pack: LinkPack): number[][] {
  const vectors = vectorsOf(documents, profiles, pack)
  const days = documents.map(document => dayOf(document.published))
  const edges: Edge[] = []
  for (const pair of [...pairsSharing(vectors, (a, b) => nearness(days[a]!, days[b]!) > 0)].sort((x, y) => x - y)) {
    const a = Math.floor(pair / documents.length)
    const b = pair % documents.length
    const near = nearness(days[a]!, days[b]!)
    if (near === 0) continue
    const score = cosine(vectors[a]!, vectors[b]!) * near
    if (score >= WEAKEST_EDGE) edges.push({a, b, score})
  }
  const storylines = averageLink(documents.length, edges, STORYLINE)
  return storylines.flatMap(storyline => (storyline.length === 1 ? [storyline] : eventsIn(storyline)))

  function eventsIn(storyline: readonly number[]): number[][] {
    const local = contrasted(storyline.map(index => vectors[index]!))
    const localEdges: Edge[] = []
    for (const [i, j] of pairsIn(local, (i, j) => nearness(days[storyline[i]!]!, days[storyline[j]!]!) > 0)) {
      const a = storyline[i]!
      const b = storyline[j]!
      const near = nearness(days[a]!, days[b]!)
      if (near === 0) continue
      const words = cosine(local[i]!, local[j]!)
      const {mass} = alignSentences(profiles.of[a]!.alignable, profiles.of[b]!.alignable)
      localEdges.push({a: i, b: j, score: (words + SAME_SENTENCES * mass) * near})
    }
    return averageLink(storyline.length, localEdges, EVENT).map(cluster => cluster.map(i => storyline[i]!))
  }
}

/** All pairs of a small storyline; of a large one those that share a strong key, so that a long war costs no square. */
function pairsIn(vectors: readonly Vector[], mayBeNear: (a: number, b: number) => boolean): [number, number][] {
  const count = vectors.length
  if (count > MOST_COMPARED)
    return [...pairsSharing(vectors, mayBeNear)].sort((x, y) => x - y).map(pair => [Math.floor(pair / count), pair % count])
  return vectors.flatMap((_, i) => vectors.slice(i + 1).map((_, j): [number, number] => [i, i + 1 + j]))
}

function nearness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1
  const apart = Math.abs(a - b)
  return apart > FARTHEST_DAYS ? 0 : Math.exp(-(apart * apart) / (2 * SIGMA * SIGMA))
}
