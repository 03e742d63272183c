// What only several reports together show of one: that it carries another house's text, that its words were swapped one by one, that its house writes all
// such reports on one form. Said of the text with the stretches that show it, and never a verdict on truth.
import type {ReadDocument} from '../../model/reading.ts'
import type {Citation, Document} from '../../model/record.ts'
import type {SentenceKeys} from '../../text/similarity-keys.ts'
import {type Compared, houseOf} from '../derivations.ts'
import {cite} from '../identity.ts'
import type {Profiled} from '../profiles.ts'

type Flag = Document['flags'][number]

/** Flags by number of the document. */
export function flagsAmong(
  compared: readonly Compared[],
  documents: readonly ReadDocument[],
  profiles: readonly Profiled[],
): ReadonlyMap<number, readonly Flag[]> {
  const found = new Map<number, Flag[]>()
  const add = (document: number, flag: Flag): void => {
    const flags = found.get(document) ?? []
    found.set(document, flags)
    const known = flags.findIndex(({kind}) => kind === flag.kind)
    if (known < 0) flags.push(flag)
    else if (flag.score > flags[known]!.score) flags[known] = flag
  }
  for (const {comparison, derivation} of compared) {
    if (derivation === null) continue
    const made = derivation.of === documents[comparison.a]!.id ? comparison.a : comparison.b
    const other = made === comparison.a ? comparison.b : comparison.a
    const [house, from] = [houseOf(documents[made]!), houseOf(documents[other]!)]
    const isOther = house !== null && from !== null && house !== from
    if (derivation.kind === 'copy' && derivation.direction !== 'unknown' && isOther)
      add(made, {kind: 'syndicated', score: derivation.score, because: derivation.because.map(([span]) => span)})
    if (derivation.kind === 'rewrite' && derivation.direction !== 'unknown') {
      const swapped = swappedSentences(made, other, {documents, profiles, comparison})
      if (swapped !== null) add(made, {kind: 'machine-paraphrase', ...swapped})
    }
    if (house !== null && house === from && documents[made]!.published !== documents[other]!.published)
      for (const [one, second] of [
        [made, other],
        [other, made],
      ] as const) {
        const frames = sharedForm(one, second, documents, profiles)
        if (frames !== null) add(one, {kind: 'template', ...frames})
      }
  }
  return found
}

/**
 * Who rewrites by hand merges, cuts and turns sentences; who swaps words leaves the frame standing. On eval/derivation: 53 of 60 spun texts, 48 of 60 spun
 * harder and shortened, 2 of 28 rewritten by hand, none of 134 that nobody derived. Where nearly every word is another there is no frame left: 0 of 60.
 */
const FEWEST_SWAPPED = 4
const SWAPPED_SHARE = 0.6
/** Of the words of a swapped sentence at least this share stays in its place. */
const FRAME = 0.5

interface Made {
  readonly documents: readonly ReadDocument[]
  readonly profiles: readonly Profiled[]
  readonly comparison: Compared['comparison']
}

/** Sentences of the first in which words were swapped in place; null where they are few. */
function swappedSentences(made: number, other: number, {documents, profiles, comparison}: Made): Pick<Flag, 'score' | 'because'> | null {
  let changed = 0
  const swapped: Citation[] = []
  for (const {a, b} of comparison.sentences) {
    const [mine, theirs] = made === comparison.a ? [a, b] : [b, a]
    const one = wordsOf(profiles[made]!, mine)
    const two = wordsOf(profiles[other]!, theirs)
    const runs = commonRuns(one, two)
    if (runs.length === one.length && runs.length === two.length) continue
    changed++
    if (runs.length >= FRAME * Math.max(one.length, two.length) && isInPlace(runs, one.length, two.length))
      swapped.push(cite(documents[made]!, documents[made]!.sentences[mine]!))
  }
  const share = swapped.length / Math.max(1, changed)
  return swapped.length >= FEWEST_SWAPPED && share >= SWAPPED_SHARE ? {score: round(share), because: swapped.slice(0, SHOWN)} : null
}

/** A word more or less ("hours" for "hrs", "has" dropped) still leaves the frame. */
const SLACK = 1

/** True where every stretch between the words that stayed is as long as the one it stands for. */
function isInPlace(runs: readonly (readonly [number, number])[], first: number, second: number): boolean {
  let [i, j] = [0, 0]
  for (const [x, y] of [...runs, [first, second] as const]) {
    if (Math.abs(x - i - (y - j)) > SLACK) return false
    ;[i, j] = [x + 1, y + 1]
  }
  return true
}

const FRAME_WORDS = 0.4
const FEWEST_FRAMES = 3
const FRAMES_SHARE = 0.5

/** Sentences of a report that stand on one form with those of another day, filled in with other names and figures; a background repeated as it was is none. */
function sharedForm(
  one: number,
  other: number,
  documents: readonly ReadDocument[],
  profiles: readonly Profiled[],
): Pick<Flag, 'score' | 'because'> | null {
  const mine = profiles[one]!.profile.sentences
  const theirs = profiles[other]!.profile.sentences
  const frames: Citation[] = []
  let filled = 0
  let next = 0
  for (const [i, sentence] of mine.entries())
    for (let j = next; j < theirs.length; j++) {
      const first = wordsOf(profiles[one]!, i)
      const second = wordsOf(profiles[other]!, j)
      const kept = commonRuns(first, second).length
      if (kept === first.length && kept === second.length) break
      if (kept < FRAME_WORDS * Math.max(first.length, second.length)) continue
      frames.push(cite(documents[one]!, documents[one]!.sentences[i]!))
      if (!sameMarks(sentence, theirs[j]!)) filled++
      next = j + 1
      break
    }
  const share = frames.length / Math.max(1, Math.min(mine.length, theirs.length))
  return filled > 0 && frames.length >= FEWEST_FRAMES && share >= FRAMES_SHARE
    ? {score: round(Math.min(1, share)), because: frames.slice(0, SHOWN)}
    : null
}

const sameMarks = (a: SentenceKeys, b: SentenceKeys): boolean =>
  a.marks.length === b.marks.length && a.marks.every((mark, i) => mark === b.marks[i])

function wordsOf({profile}: Profiled, sentence: number): readonly number[] {
  const {firstWord, endWord} = profile.sentences[sentence]!
  return Array.from({length: Math.min(endWord - firstWord, LONGEST)}, (_, k) => profile.words.form[firstWord + k]!)
}

/** Words of a sentence that are compared; what is longer is a list or was never split. */
const LONGEST = 60
const SHOWN = 5

/** Places of a longest common subsequence. */
function commonRuns(a: readonly number[], b: readonly number[]): [number, number][] {
  const width = b.length + 1
  const lengths = new Uint8Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const places: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) places.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  return places
}

const round = (value: number): number => Math.round(value * 1000) / 1000
