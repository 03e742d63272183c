// Shared runs of words outside quotation marks: five-word grams, their winnowed fingerprints, and the tiles that two texts share.
// Winnowing after Schleimer, Wilkerson and Aiken (2003): any run of GRAM + WINDOW - 1 shared words leaves a shared fingerprint.
import type {Span} from '../model/span.ts'
import {mixHashes, type Words} from './similarity-words.ts'

const GRAM = 5
/** 4 finds all 206 measured pairs that share .1 to .2 of their grams, 8 finds 174 of them. */
const WINDOW = 4
/** Official titles make runs of 6 to 9 words; so a tile is 6 words and one tile proves nothing. */
const SHORTEST_TILE = 6
/** A gram that stands in more places of one text is a formula; the first places will do. */
const PLACES = 4

/** Hash of the gram at each word, 0 where a quoted word stands in it. */
export function gramsOf(words: Words): Int32Array {
  const grams = new Int32Array(Math.max(0, words.length - GRAM + 1))
  for (let i = 0; i < grams.length; i++) {
    let hash = 17
    for (let j = i; j < i + GRAM; j++) {
      if (words.quoted[j]) {
        hash = 0
        break
      }
      hash = mixHashes(hash, words.form[j]!) || 1
    }
    grams[i] = hash
  }
  return grams
}

/** Distinct grams, ascending. */
export const gramSet = (grams: Int32Array): Int32Array => Int32Array.from(new Set(grams.filter(gram => gram !== 0))).sort()

/** Winnowed fingerprints: of each window of grams the smallest. */
export function fingerprintsOf(grams: Int32Array): Int32Array {
  const picked = new Set<number>()
  for (let i = 0; i + WINDOW <= grams.length || (i === 0 && grams.length > 0); i++) {
    let least = 0
    for (let j = i; j < Math.min(i + WINDOW, grams.length); j++) {
      const gram = grams[j]!
      if (gram !== 0 && (least === 0 || gram < least)) least = gram
    }
    if (least !== 0) picked.add(least)
  }
  return Int32Array.from(picked).sort()
}

/** How many values two ascending lists share. */
export function countShared(a: Int32Array, b: Int32Array): number {
  let i = 0
  let j = 0
  let shared = 0
  while (i < a.length && j < b.length) {
    if (a[i]! === b[j]!) {
      shared++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return shared
}

export interface Tile {
  readonly a: Span
  readonly b: Span
  readonly words: number
}

/** Common runs of at least six words, left to right in a, each word of a and b used once. */
export function tilesOf(a: Words, gramsA: Int32Array, b: Words, gramsB: Int32Array): Tile[] {
  const places = new Map<number, number[]>()
  for (let j = 0; j < gramsB.length; j++) {
    const gram = gramsB[j]!
    if (gram === 0) continue
    const list = places.get(gram)
    if (list === undefined) places.set(gram, [j])
    else if (list.length < PLACES) list.push(j)
  }
  const used = new Uint8Array(b.length)
  const tiles: Tile[] = []
  for (let i = 0; i < gramsA.length; i++) {
    let best = 0
    let at = -1
    for (const j of places.get(gramsA[i]!) ?? []) {
      let length = 0
      while (
        i + length < a.length &&
        j + length < b.length &&
        a.form[i + length] === b.form[j + length] &&
        !used[j + length] &&
        !a.quoted[i + length] &&
        !b.quoted[j + length]
      )
        length++
      if (length > best) {
        best = length
        at = j
      }
    }
    if (best < SHORTEST_TILE) continue
    used.fill(1, at, at + best)
    tiles.push({
      a: {start: a.start[i]!, end: a.end[i + best - 1]!},
      b: {start: b.start[at]!, end: b.end[at + best - 1]!},
      words: best,
    })
    i += best - 1
  }
  return tiles
}
