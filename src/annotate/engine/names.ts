// The name tagger: labels a sentence by the best path (Viterbi) through begin, inside and outside.
import type {NameSpan} from '../../model/tokens.ts'
import type {Gazetteer} from './gazetteer.ts'
import {MAX_NAME_FEATURES, type NameInput, NO_PART, nameFeatures, nameInput, nameLinks, type SmallWord} from './name-features.ts'
import type {SentenceRange} from './name-places.ts'
import type {Scorer} from './weights.ts'
import {FLAG_DIGIT, FLAG_LETTER, type Words} from './words.ts'

export const NAME_LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'] as const
export const NAME_LABEL_COUNT = NAME_LABELS.length
const TYPES = ['person', 'place', 'organization'] as const
const LOWEST = -1e9
/** Score of a name at a word that cannot be in one. */
const CLOSED = -1e6

export interface NameTagger {
  readonly emissions: Scorer
  readonly gazetteer: Gazetteer
  /** Small words that may stand in a name ("of", "and", "al"), in lower case. */
  readonly smallWords: ReadonlyMap<string, SmallWord>
}

/** An inside label needs a begin or inside of its type before it. */
export const follows = (label: number, previous: number): boolean =>
  label === 0 || label % 2 === 1 || (previous > 0 && (previous - 1) >> 1 === (label - 1) >> 1)

/** Scores of one sentence: emission[i * 7 + label], link[(i * 8 + previous) * 7 + label], previous 7 at the start. */
export interface Lattice {
  readonly emission: Int32Array
  readonly link: Int32Array
}

const STARTS = 7

export function newLattice(capacity: number): Lattice {
  return {emission: new Int32Array(capacity * 7), link: new Int32Array(capacity * 8 * 7)}
}

export function fillLattice(input: NameInput, first: number, stop: number, scorer: Scorer, lattice: Lattice): void {
  const rows = new Int32Array(MAX_NAME_FEATURES)
  const scores = new Int32Array(NAME_LABEL_COUNT)
  for (let i = first; i < stop; i++) {
    const at = i - first
    if (input.open[i] === 0) {
      lattice.emission.fill(CLOSED, at * 7, at * 7 + 7)
      lattice.emission[at * 7] = 0
      lattice.link.fill(0, at * 56, at * 56 + 56)
      continue
    }
    scorer.score(rows, nameFeatures(input, i, first, stop, rows), scores)
    lattice.emission.set(scores, at * 7)
    for (let previous = 0; previous < 8; previous++) {
      if ((at === 0) !== (previous === STARTS) || (previous > 0 && at > 0 && input.open[i - 1] === 0)) continue
      scorer.score(rows, nameLinks(input, i, first, previous, rows), scores)
      lattice.link.set(scores, (at * 8 + previous) * 7)
    }
  }
}

/** Writes the best labels; `margin` gets by how much each label wins over the best path without it. */
export function bestPath(lattice: Lattice, n: number, labels: Uint8Array, from: number, margin: Int32Array | null): void {
  const forward = new Int32Array(n * 7).fill(LOWEST)
  const back = new Uint8Array(n * 7)
  for (let i = 0; i < n; i++)
    for (let label = 0; label < 7; label++) {
      const emission = lattice.emission[i * 7 + label]!
      if (i === 0) {
        if (follows(label, 0)) forward[label] = emission + lattice.link[STARTS * 7 + label]!
        continue
      }
      for (let previous = 0; previous < 7; previous++) {
        if (!follows(label, previous)) continue
        const score = forward[(i - 1) * 7 + previous]! + emission + lattice.link[(i * 8 + previous) * 7 + label]!
        if (score > forward[i * 7 + label]!) {
          forward[i * 7 + label] = score
          back[i * 7 + label] = previous
        }
      }
    }
  let best = 0
  for (let label = 1; label < 7; label++) if (forward[(n - 1) * 7 + label]! > forward[(n - 1) * 7 + best]!) best = label
  for (let i = n - 1; i >= 0; i--) {
    labels[from + i] = best
    best = back[i * 7 + best]!
  }
  if (margin === null) return
  let behind = new Int32Array(7)
  for (let i = n - 1; i >= 0; i--) {
    const chosen = labels[from + i]!
    let other = LOWEST
    for (let label = 0; label < 7; label++) if (label !== chosen) other = Math.max(other, forward[i * 7 + label]! + behind[label]!)
    margin[from + i] = forward[i * 7 + chosen]! + behind[chosen]! - other
    const next = new Int32Array(7).fill(LOWEST)
    if (i > 0)
      for (let previous = 0; previous < 7; previous++)
        for (let label = 0; label < 7; label++)
          if (follows(label, previous))
            next[previous] = Math.max(
              next[previous]!,
              lattice.emission[i * 7 + label]! + lattice.link[(i * 8 + previous) * 7 + label]! + behind[label]!,
            )
    behind = next
  }
}

/** Margin, in score units, at which the confidence is one half: nearly a fifth of the names of the development sets lie below. It orders names,
 * it is no probability. */
const MARGIN_SCALE = 150

export function findNames(
  tagger: NameTagger,
  text: string,
  words: Words,
  bits: Uint16Array,
  start: Int32Array,
  end: Int32Array,
  tags: Uint8Array,
  coarse: Uint8Array,
  sentences: readonly SentenceRange[],
  longest: number,
): NameSpan[] {
  const small = smallWordTest(tagger.smallWords, text, start, end)
  const input = nameInput({text, start, end, words, tags, coarse, bits}, small, sentences)
  const labels = new Uint8Array(words.length)
  const margin = new Int32Array(words.length)
  const lattice = newLattice(longest)
  for (const {firstToken, endToken} of sentences) {
    fillLattice(input, firstToken, endToken, tagger.emissions, lattice)
    bestPath(lattice, endToken - firstToken, labels, firstToken, margin)
  }
  const names: NameSpan[] = []
  for (const {firstToken, endToken} of sentences)
    for (let i = firstToken; i < endToken; ) {
      if (labels[i] === 0) {
        i++
        continue
      }
      let stop = i + 1
      let least = margin[i]!
      while (stop < endToken && labels[stop]! > 0 && labels[stop]! % 2 === 0) least = Math.min(least, margin[stop++]!)
      // signs at the edges are never part of a name
      let from = i
      let to = stop
      while (from < to && isSign(words, from)) from++
      while (to > from && isSign(words, to - 1)) to--
      if (from < to)
        names.push({
          start: start[from]!,
          end: end[to - 1]!,
          type: TYPES[(labels[i]! - 1) >> 1]!,
          firstToken: from,
          endToken: to,
          confidence: least / (least + MARGIN_SCALE),
        })
      i = stop
    }
  return names
}

const isSign = (words: Words, i: number): boolean => (words.flags[i]! & (FLAG_LETTER | FLAG_DIGIT)) === 0

/** The kinds of a document's small words, by position. */
export function smallWordTest(
  smallWords: ReadonlyMap<string, SmallWord>,
  text: string,
  start: ArrayLike<number>,
  end: ArrayLike<number>,
): (i: number) => SmallWord {
  return i => (end[i]! - start[i]! <= 4 ? (smallWords.get(text.slice(start[i]!, end[i]!).toLowerCase()) ?? NO_PART) : NO_PART)
}
