// What the name tagger looks at: the word, its neighbours, the run of capitals it stands in, word lists, and the rest of the document.
import {BIT_TITLE} from './gazetteer.ts'
import {feature1, feature2, feature3} from './hashing.ts'
import {BEFORE, BEHIND, type NamePlaces, namePlaces, type SentenceRange} from './name-places.ts'
import {FLAG_ALL_CAPS, FLAG_CAPITAL, FLAG_LETTER, type Words} from './words.ts'

export const MAX_NAME_FEATURES = 112

/** Columns over a document for the name tagger. */
export interface NameInput {
  readonly words: Words
  readonly tags: ArrayLike<number>
  readonly coarse: Uint8Array
  readonly bits: Uint16Array
  /** First and last token of the run of capitals around each token; -1 where it stands in none. */
  readonly runFirst: Int32Array
  readonly runLast: Int32Array
  /** 1 for a token that may stand in a name: capitals, and small words that join capitals. All others are outside without a look. */
  readonly open: Uint8Array
  /** What the document says of the word: written small somewhere, with a capital inside a sentence, behind a title. */
  readonly seen: Uint8Array
  /** Sentences written in capitals only. */
  readonly shouted: Uint8Array
  readonly places: NamePlaces
}

const SEEN_SMALL = 1
const SEEN_CAPITAL = 2
const SEEN_TITLED = 4

/** How a small word may stand in a name: not at all, between two words of one run, between two runs, before the first word. */
export const NO_PART = 0
export const JOINS_RUN = 1
export const JOINS_RUNS = 2
export const LEADS = 3
export type SmallWord = 0 | 1 | 2 | 3

/** A document as far as the name tagger reads it. */
export interface NameColumns {
  readonly text: string
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
  readonly words: Words
  /** Joint tags, and the universal tag of each joint tag. */
  readonly tags: ArrayLike<number>
  readonly coarse: Uint8Array
  /** What the word lists say of each word. */
  readonly bits: Uint16Array
}

export function nameInput(
  {text, start, end, words, tags, coarse, bits}: NameColumns,
  small: (i: number) => SmallWord,
  sentences: readonly SentenceRange[],
): NameInput {
  const {length, flags, norm} = words
  const runFirst = new Int32Array(length).fill(-1)
  const runLast = new Int32Array(length).fill(-1)
  const shouted = new Uint8Array(length)
  const open = new Uint8Array(length)
  const facts = new Map<number, number>()
  const isCapital = (i: number): boolean => (flags[i]! & FLAG_CAPITAL) !== 0
  for (const {firstToken, endToken} of sentences) {
    let letters = 0
    let capitals = 0
    for (let i = firstToken; i < endToken; i++) {
      if ((flags[i]! & FLAG_LETTER) === 0) continue
      letters++
      if ((flags[i]! & FLAG_ALL_CAPS) !== 0) capitals++
    }
    if (letters > 3 && capitals > letters * 0.7) shouted.fill(1, firstToken, endToken)
    for (let i = firstToken; i < endToken; i++) {
      let fact = 0
      if (isCapital(i)) {
        if (i > firstToken && shouted[i] === 0 && (flags[i - 1]! & FLAG_LETTER) !== 0) fact = SEEN_CAPITAL
        if (i > firstToken && (bits[i - 1]! & BIT_TITLE) !== 0 && isCapital(i - 1)) fact |= SEEN_TITLED
      } else if ((flags[i]! & FLAG_LETTER) !== 0) fact = SEEN_SMALL
      if (fact > 0) facts.set(norm[i]!, (facts.get(norm[i]!) ?? 0) | fact)
    }
    fillRuns(runFirst, runLast, open, isCapital, small, firstToken, endToken)
  }
  const seen = new Uint8Array(length)
  for (let i = 0; i < length; i++) seen[i] = facts.get(norm[i]!) ?? 0
  const places = namePlaces(text, start, end, words, bits, runFirst, runLast, sentences)
  return {words, tags, coarse, bits, runFirst, runLast, open, seen, shouted, places}
}

/** Runs of capitals with the small words inside them, and what lies between two runs of one possible name. */
function fillRuns(
  runFirst: Int32Array,
  runLast: Int32Array,
  open: Uint8Array,
  isCapital: (i: number) => boolean,
  small: (i: number) => SmallWord,
  firstToken: number,
  endToken: number,
): void {
  let lastRun = -1
  for (let i = firstToken; i < endToken; ) {
    if (!isCapital(i)) {
      i++
      continue
    }
    let from = i
    let last = i
    while (from > firstToken && from > lastRun + 1 && from > i - 3) {
      const kind = small(from - 1)
      if (kind === LEADS || (kind === JOINS_RUN && from - 1 > firstToken && from - 2 > lastRun && small(from - 2) === LEADS)) from--
      else break
    }
    for (let j = i + 1; j < endToken && j <= last + 3; j++) {
      if (isCapital(j)) last = j
      else if (small(j) !== JOINS_RUN && small(j) !== LEADS) break
    }
    runFirst.fill(from, from, last + 1)
    runLast.fill(last, from, last + 1)
    open.fill(1, from, last + 1)
    // two runs with one or two joining words between them may be one name
    if (lastRun >= firstToken && from - lastRun <= 3) {
      let joined = true
      for (let k = lastRun + 1; k < from; k++) if (small(k) === NO_PART) joined = false
      if (joined) open.fill(1, lastRun + 1, from)
    }
    lastRun = last
    i = last + 1
  }
}

/** Bits of hand-made words and of towns and countries; the wider lists above them have features of their own, or each pair would be rare. */
const LIST_SHIFT = 10
const HINTS = 2 ** LIST_SHIFT - 1

/** Features of token i that do not depend on the labels around it. */
export function nameFeatures(input: NameInput, i: number, first: number, stop: number, out: Int32Array): number {
  const {words, tags, coarse, bits, runFirst, runLast, seen, shouted, places} = input
  const {norm, exact, shape, suffixes, prefixes} = words
  const w = norm[i]!
  const s = shape[i]!
  const t = tags[i]!
  const g = bits[i]! & HINTS
  const list = bits[i]! >> LIST_SHIFT
  const a = i > first ? norm[i - 1]! : BEFORE
  const aa = i > first + 1 ? norm[i - 2]! : BEFORE
  const b = i + 1 < stop ? norm[i + 1]! : BEHIND
  const bb = i + 2 < stop ? norm[i + 2]! : BEHIND
  const as = i > first ? shape[i - 1]! : BEFORE
  const aas = i > first + 1 ? shape[i - 2]! : BEFORE
  const bs = i + 1 < stop ? shape[i + 1]! : BEHIND
  const bbs = i + 2 < stop ? shape[i + 2]! : BEHIND
  const at = i > first ? tags[i - 1]! : BEFORE
  const aat = i > first + 1 ? tags[i - 2]! : BEFORE
  const bt = i + 1 < stop ? tags[i + 1]! : BEHIND
  const bbt = i + 2 < stop ? tags[i + 2]! : BEHIND
  const ag = i > first ? bits[i - 1]! & HINTS : 0
  const bg = i + 1 < stop ? bits[i + 1]! & HINTS : 0
  const al = i > first ? bits[i - 1]! >> LIST_SHIFT : 0
  const bl = i + 1 < stop ? bits[i + 1]! >> LIST_SHIFT : 0
  const d = seen[i]! + shouted[i]! * 8 + (i === first ? 16 : 0)
  let n = 0
  out[n++] = feature2(1, w, shouted[i]!)
  out[n++] = feature1(2, exact[i]!)
  out[n++] = feature2(3, s, i === first ? 1 : 0)
  out[n++] = feature1(4, t)
  out[n++] = feature2(5, s, g)
  out[n++] = feature2(6, s, d)
  out[n++] = feature3(7, s, g, d)
  out[n++] = feature1(8, a)
  out[n++] = feature1(9, aa)
  out[n++] = feature1(10, b)
  out[n++] = feature1(11, bb)
  out[n++] = feature2(12, a, s)
  out[n++] = feature2(13, s, b)
  out[n++] = feature2(14, a, w)
  out[n++] = feature2(15, w, b)
  out[n++] = feature3(16, as, s, bs)
  out[n++] = feature3(17, aas, as, s)
  out[n++] = feature3(18, s, bs, bbs)
  out[n++] = feature3(19, at, t, bt)
  out[n++] = feature2(20, at, t)
  out[n++] = feature2(21, t, bt)
  out[n++] = feature2(22, ag, s)
  out[n++] = feature2(23, bg, s)
  out[n++] = feature3(24, ag, g, bg)
  for (let k = 1; k < 5; k++) out[n++] = feature2(25 + k, suffixes[k]![i]!, s)
  for (let k = 0; k < 3; k++) out[n++] = feature2(31 + k, prefixes[k]![i]!, s)
  out[n++] = feature3(35, a, s, b)
  out[n++] = feature3(36, aa, a, s)
  out[n++] = feature3(37, s, b, bb)
  out[n++] = feature2(38, aat, at)
  out[n++] = feature2(39, bt, bbt)
  out[n++] = feature2(40, t, g)
  out[n++] = feature3(41, suffixes[2]![i]!, a, s)
  out[n++] = feature3(42, suffixes[2]![i]!, bs, s)
  out[n++] = feature2(43, i > first ? suffixes[2]![i - 1]! : BEFORE, s)
  out[n++] = feature2(44, i + 1 < stop ? suffixes[2]![i + 1]! : BEHIND, s)
  out[n++] = feature3(45, list, s, d)
  out[n++] = feature3(46, al, list, bl)
  out[n++] = feature3(47, list, g, s)
  for (let rest = bits[i]!; rest !== 0; rest &= rest - 1) out[n++] = feature2(84, rest & -rest, s)
  const from = runFirst[i]!
  if (from >= 0) {
    const to = runLast[i]!
    const size = Math.min(5, to - from)
    const place = i === from ? (i === to ? 3 : 0) : i === to ? 2 : 1
    const before = from > first ? norm[from - 1]! : BEFORE
    const behind = to + 1 < stop ? norm[to + 1]! : BEHIND
    const beforeTag = from > first ? tags[from - 1]! : BEFORE
    const behindTag = to + 1 < stop ? tags[to + 1]! : BEHIND
    const beforeTwo = from > first + 1 ? norm[from - 2]! : BEFORE
    let runBits = 0
    for (let k = from; k <= to && k < from + 10; k++) runBits |= bits[k]!
    out[n++] = feature2(50, size, place)
    out[n++] = feature3(51, before, size, place)
    out[n++] = feature3(52, behind, size, place)
    out[n++] = feature2(53, norm[to]!, place)
    out[n++] = feature2(54, norm[from]!, place)
    out[n++] = feature3(55, suffixes[2]![to]!, size, place)
    out[n++] = feature3(56, beforeTag, behindTag, size * 4 + place)
    out[n++] = feature3(57, before, behind, place)
    const runLists = runBits >> LIST_SHIFT
    runBits &= HINTS
    out[n++] = feature3(58, runBits, size, place)
    out[n++] = feature3(59, bits[to]! & HINTS, bits[from]! & HINTS, size * 4 + place)
    out[n++] = feature3(66, runLists, size, place)
    out[n++] = feature3(67, bits[to]! >> LIST_SHIFT, bits[from]! >> LIST_SHIFT, size * 4 + place)
    out[n++] = feature3(60, beforeTwo, before, place)
    out[n++] = feature3(61, coarse[tags[to]!]!, before, place)
    out[n++] = feature3(62, from > first ? bits[from - 1]! & HINTS : 0, size, place)
    out[n++] = feature3(63, behind, to + 2 < stop ? norm[to + 2]! : BEHIND, place)
    out[n++] = feature3(64, seen[from]!, seen[to]!, size * 4 + place)
    out[n++] = feature3(65, w, runBits, place)
    const hints = places.hints[i]!
    out[n++] = feature2(80, hints, s)
    out[n++] = feature3(81, hints, g, from === to ? 1 : 0)
    if ((words.flags[i]! & FLAG_CAPITAL) !== 0)
      for (const other of places.of.get(w)!) {
        if (other === i) continue
        out[n++] = feature1(82, places.before[other]!)
        out[n++] = feature1(83, places.behind[other]!)
      }
  }
  return n
}

/** Features that go with the label before: shared by all seven, told apart by `previous`. */
export function nameLinks(input: NameInput, i: number, first: number, previous: number, out: Int32Array): number {
  const {words, tags, bits} = input
  const a = i > first ? words.norm[i - 1]! : BEFORE
  out[0] = feature1(70, previous)
  out[1] = feature2(71, previous, words.norm[i]!)
  out[2] = feature2(72, previous, words.shape[i]!)
  out[3] = feature2(73, previous, tags[i]!)
  out[4] = feature2(74, previous, a)
  out[5] = feature3(75, previous, bits[i]! & HINTS, words.shape[i]!)
  return 6
}
