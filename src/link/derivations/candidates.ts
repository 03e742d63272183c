// Which pairs of documents are worth a comparison: shared fingerprints (copies), or sentences that share rare keys (rewrites).
// Blocking keys only, never the nearest few: those depend on who came first.
import type {Profiles} from '../profiles.ts'

/** A fingerprint or key in more documents than this says nothing about any two of them (and would cost a square). */
const MOST_POSTINGS = 64
const SHARED_FINGERPRINTS = 2
/** Rare keys that two sentences must share, and sentences that two documents must share, to be compared in full. */
const SHARED_KEYS = 2
const SHARED_SENTENCES = 2

export interface Candidate {
  readonly a: number
  readonly b: number
}

/** Pairs a < b of document indexes. Time linear in the documents while postings are capped. */
export function findCandidates(profiles: Profiles): Candidate[] {
  const pairs = new Set<number>()
  const size = profiles.of.length
  countTogether(byFingerprint(profiles), size, SHARED_FINGERPRINTS, pairs)
  sharedSentences(profiles, pairs)
  return [...pairs].sort((x, y) => x - y).map(pair => ({a: Math.floor(pair / size), b: pair % size}))
}

function byFingerprint(profiles: Profiles): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  for (const [index, document] of profiles.of.entries())
    for (const print of document.fingerprints) {
      const list = postings.get(print)
      if (list) list.push(index)
      else postings.set(print, [index])
    }
  return postings
}

function countTogether(postings: Map<number, number[]>, size: number, least: number, pairs: Set<number>): void {
  const together = new Map<number, number>()
  for (const list of postings.values()) {
    if (list.length < 2 || list.length > MOST_POSTINGS) continue
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const pair = list[i]! * size + list[j]!
        const count = (together.get(pair) ?? 0) + 1
        together.set(pair, count)
        if (count === least) pairs.add(pair)
      }
  }
}

function sharedSentences(profiles: Profiles, pairs: Set<number>): void {
  const size = profiles.of.length
  const owner: number[] = []
  const postings = new Map<number, number[]>()
  for (const [index, {profile}] of profiles.of.entries())
    for (const sentence of profile.sentences) {
      const number = owner.length
      owner.push(index)
      for (const key of rareKeys(sentence.keys, profiles)) {
        const list = postings.get(key)
        if (list) list.push(number)
        else postings.set(key, [number])
      }
    }
  const together = new Map<number, number>()
  const hits = new Uint8Array(owner.length)
  let number = 0
  for (const [index, {profile}] of profiles.of.entries()) {
    const found = new Map<number, number>()
    for (const sentence of profile.sentences) {
      const touched: number[] = []
      for (const key of rareKeys(sentence.keys, profiles))
        for (const other of postings.get(key) ?? []) {
          if (other <= number || owner[other] === index) continue
          if (hits[other] === 0) touched.push(other)
          if (hits[other]! < 255) hits[other]!++
        }
      const documents = new Set<number>()
      for (const other of touched) {
        if (hits[other]! >= SHARED_KEYS) documents.add(owner[other]!)
        hits[other] = 0
      }
      for (const document of documents) found.set(document, (found.get(document) ?? 0) + 1)
      number++
    }
    for (const [document, count] of found) if (count >= SHARED_SENTENCES) together.set(index * size + document, count)
  }
  for (const pair of together.keys()) pairs.add(pair)
}

function* rareKeys(keys: Int32Array, profiles: Profiles): Generator<number> {
  for (const key of keys) {
    const texts = profiles.texts.get(key) ?? 0
    if (texts >= 2 && texts <= MOST_POSTINGS) yield key
  }
}
