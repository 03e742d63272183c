// A document as a weighted list of keys, for the storyline: words and fuzzy names weighed by rarity, the title's words counted in part once more.

import type {LinkPack} from '../../model/pack-links.ts'
import {profileOf} from '../../text/similarity-keys.ts'
import {type Comparable, keyWeight, type Profiled} from '../profiles.ts'

export interface Vector {
  /** Ascending. */
  readonly keys: Int32Array
  readonly values: Float64Array
}

/** Names and numbers tell a story from the next better than other rare words (.8 and 1 are worse by 2.1 and .5 B-cubed F1 on ECB+). */
const NAME = 1.15
/** The title says again what the text says. */
const TITLE = 0.75

export function vectorOf(document: Comparable, {profile}: Profiled, pack: LinkPack): Vector {
  const values = new Map<number, number>()
  const names = new Set(profile.sentences.flatMap(sentence => [...sentence.marks]))
  for (const [i, key] of profile.keys.entries()) {
    const weight = keyWeight(profile.commonness[i]!) * (names.has(key) ? NAME : 1)
    if (weight > 0) values.set(key, (1 + Math.log(Math.max(1, profile.counts[i]!))) * weight)
  }
  if (document.title !== null) {
    const title = profileOf(document.title, [{start: 0, end: document.title.length}], pack.words)
    for (const [i, key] of title.keys.entries()) {
      const weight = keyWeight(title.commonness[i]!)
      if (weight > 0) values.set(key, (values.get(key) ?? 0) + TITLE * weight)
    }
  }
  return unitVector(values)
}

/** How much a key of every document of a storyline is damped: a cluster of this size halves what all its documents share. */
const HALF_DAMPED = 7

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

export const STRONGEST = 20

/** The keys that a document is filed under. */
export function strongest({keys, values}: Vector): number[] {
  const order = Array.from(keys, (_, i) => i).sort((x, y) => values[y]! - values[x]! || keys[x]! - keys[y]!)
  return order.slice(0, STRONGEST).map(i => keys[i]!)
}
