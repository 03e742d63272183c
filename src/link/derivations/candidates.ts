// Which pairs of documents are worth a comparison: shared fingerprints (copies), or sentences that share rare keys (rewrites).
// Blocking keys only, never the nearest few: those depend on who came first. The index grows: a newcomer meets those it shares a key with, and
// a key that becomes common by its coming takes back only what rested on it.
import {newPostings, type Postings} from '../growth/postings.ts'
import {newTies} from '../growth/ties.ts'
import type {Profiled} from '../profiles.ts'

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

export interface CandidateIndex {
  /** Adds documents by number; `isBefore` orders them by id. Gives the pairs that are worth a comparison now, and those that no longer are. */
  readonly add: (documents: readonly {readonly number: number; readonly profiled: Profiled}[]) => {
    readonly found: readonly Candidate[]
    readonly lost: readonly Candidate[]
  }
  readonly bytes: () => number
}

/** `profileOf` gives a document's profile again, so that the index holds none. */
export function indexCandidates(isBefore: (a: number, b: number) => boolean, profileOf: (document: number) => Profiled): CandidateIndex {
  const prints = newPostings(MOST_POSTINGS)
  const keys = newPostings(MOST_POSTINGS)
  const partners = newTies()

  return {
    add(documents) {
      const crossed: (readonly number[])[] = []
      for (const {number, profiled} of documents) {
        for (const print of profiled.fingerprints) file(prints, print, number, crossed)
        for (const key of rareable(profiled)) file(keys, key, number, crossed)
      }
      const lost = withoutGround(crossed)
      const found: Candidate[] = []
      for (const {number} of documents)
        for (const other of partnersOf(number)) {
          if (partners.areTied(number, other)) continue
          partners.tie(number, other, 1)
          found.push(isBefore(number, other) ? {a: number, b: other} : {a: other, b: number})
        }
      return {found, lost}
    },
    bytes: () => prints.bytes() + keys.bytes() + partners.bytes(),
  }

  function file(postings: Postings, key: number, number: number, crossed: (readonly number[])[]): void {
    const closed = postings.add(key, number)
    if (closed !== null) crossed.push(closed)
  }

  /** Pairs that rested on keys which have just become common; each is asked once, however many of its keys those were. */
  function withoutGround(crossed: readonly (readonly number[])[]): Candidate[] {
    const asked = new Set<string>()
    const lost: Candidate[] = []
    for (const holders of crossed) {
      const among = new Set(holders)
      for (const a of among)
        for (const [b] of partners.of(a)) {
          if (!among.has(b) || !isBefore(a, b) || asked.has(`${a} ${b}`)) continue
          asked.add(`${a} ${b}`)
          if (isCandidate(a, b)) continue
          partners.untie(a, b)
          lost.push({a, b})
        }
    }
    return lost
  }

  function partnersOf(number: number): number[] {
    const profiled = profileOf(number)
    const shared = new Map<number, number>()
    for (const print of profiled.fingerprints) {
      for (const other of prints.of(print)) if (other !== number) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const found = [...shared].filter(([, count]) => count >= SHARED_FINGERPRINTS).map(([other]) => other)
    const certain = new Set(found)
    const sharedKeys = new Map<number, number>()
    for (const key of rareable(profiled)) {
      for (const other of keys.of(key)) if (other !== number && !certain.has(other)) sharedKeys.set(other, (sharedKeys.get(other) ?? 0) + 1)
    }
    // Two pairs of sentences with two keys each may share both keys.
    for (const [other, count] of sharedKeys) if (count >= SHARED_KEYS && shareSentences(number, other)) found.push(other)
    return found
  }

  function isCandidate(a: number, b: number): boolean {
    const theirs = new Set(profileOf(b).fingerprints)
    let shared = 0
    for (const print of profileOf(a).fingerprints) if (theirs.has(print) && prints.isOpen(print)) shared++
    return shared >= SHARED_FINGERPRINTS || shareSentences(a, b)
  }

  /** Whether enough sentences of the earlier (by id) have a sentence of the other that shares rare keys. */
  function shareSentences(one: number, other: number): boolean {
    const [a, b] = isBefore(one, other) ? [profileOf(one), profileOf(other)] : [profileOf(other), profileOf(one)]
    const places = new Map<number, number[]>()
    for (const [j, sentence] of b.profile.sentences.entries())
      for (const key of sentence.keys)
        if (keys.isOpen(key)) {
          const list = places.get(key)
          if (list) list.push(j)
          else places.set(key, [j])
        }
    let sentences = 0
    for (const sentence of a.profile.sentences) {
      const hits = new Map<number, number>()
      for (const key of sentence.keys) for (const j of keys.isOpen(key) ? (places.get(key) ?? []) : []) hits.set(j, (hits.get(j) ?? 0) + 1)
      for (const count of hits.values())
        if (count >= SHARED_KEYS) {
          sentences++
          break
        }
      if (sentences >= SHARED_SENTENCES) return true
    }
    return false
  }
}

/** Keys of the document's sentences, each once. */
function rareable({profile}: Profiled): ReadonlySet<number> {
  const keys = new Set<number>()
  for (const sentence of profile.sentences) for (const key of sentence.keys) keys.add(key)
  return keys
}
