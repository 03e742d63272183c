// A document as a weighted list of keys, for the storyline: words and fuzzy names weighed by rarity, the title's words counted once more.

import type {LinkPack} from '../../model/pack-links.ts'
import {profileOf} from '../../text/similarity-keys.ts'
import type {Comparable, Profiles} from '../profiles.ts'

export interface Vector {
  /** Ascending. */
  readonly keys: Int32Array
  readonly values: Float64Array
}

export function vectorsOf(documents: readonly Comparable[], profiles: Profiles, pack: LinkPack): Vector[] {
  return documents.map((document, index) => {
    const {keys, counts} = profiles.of[index]!.profile
    const values = new Map<number, number>()
    for (let i = 0; i < keys.length; i++) {
      const weight = profiles.weight(keys[i]!)
      if (weight > 0) values.set(keys[i]!, (1 + Math.log(Math.max(1, counts[i]!))) * weight)
    }
    if (document.title !== null)
      for (const key of profileOf(document.title, [{start: 0, end: document.title.length}], pack.words).keys) {
        const weight = profiles.weight(key)
        if (weight > 0) values.set(key, (values.get(key) ?? 0) + weight)
      }
    return unitVector(values)
  })
}

/** How much a key of every document of a storyline is damped: a cluster of this size halves what all its documents share. */
const HALF_DAMPED = 8

/** The same vectors with what all of them share weighed down: inside one war or one round of talks its names tell no event apart. */
export function contrasted(vectors: readonly Vector[]): Vector[] {
  const holders = new Map<number, number>()
  for (const {keys} of vectors) for (const key of keys) holders.set(key, (holders.get(key) ?? 0) + 1)
  const trust = vectors.length / (vectors.length + HALF_DAMPED)
  return vectors.map(({keys, values}) => {
    const damped = new Map<number, number>()
    for (let i = 0; i < keys.length; i++) damped.set(keys[i]!, values[i]! * (1 - (holders.get(keys[i]!)! / vectors.length) * trust))
    return unitVector(damped)
  })
}

export function cosine(a: Vector, b: Vector): number {
  let i = 0
  let j = 0
  let dot = 0
  while (i < a.keys.length && j < b.keys.length) {
    if (a.keys[i]! === b.keys[j]!) dot += a.values[i++]! * b.values[j++]!
    else if (a.keys[i]! < b.keys[j]!) i++
    else j++
  }
  return dot
}

function unitVector(values: ReadonlyMap<number, number>): Vector {
  let sum = 0
  for (const value of values.values()) sum += value * value
  const norm = Math.sqrt(sum) || 1
  const keys = Int32Array.from(values.keys()).sort()
  return {keys, values: Float64Array.from(keys, key => values.get(key)! / norm)}
}

/** Pairs of vectors that share one of their strongest keys and may be near in time. A key of too many documents blocks nothing. */
export function pairsSharing(vectors: readonly Vector[], mayBeNear: (a: number, b: number) => boolean): Set<number> {
  const postings = new Map<number, number[]>()
  for (const [index, vector] of vectors.entries())
    for (const key of strongest(vector)) {
      const list = postings.get(key)
      if (list) list.push(index)
      else postings.set(key, [index])
    }
  const pairs = new Set<number>()
  for (const list of postings.values()) {
    if (list.length > MOST_POSTINGS) continue
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) if (mayBeNear(list[i]!, list[j]!)) pairs.add(list[i]! * vectors.length + list[j]!)
  }
  return pairs
}

const STRONGEST = 20
const MOST_POSTINGS = 120

function strongest({keys, values}: Vector): number[] {
  const order = Array.from(keys, (_, i) => i).sort((x, y) => values[y]! - values[x]! || keys[x]! - keys[y]!)
  return order.slice(0, STRONGEST).map(i => keys[i]!)
}
