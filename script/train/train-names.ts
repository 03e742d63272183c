// Learns names: a structured perceptron over best paths, then a small second one over the votes of the rest of the document.
import {type Gazetteer, gazetteerBits} from '../../src/annotate/engine/gazetteer.ts'
import {
  MAX_NAME_FEATURES,
  type NameInput,
  nameFeatures,
  nameInput,
  nameLinks,
  type SentenceRange,
  type SmallWord,
  type Votes,
  voteFeatures,
} from '../../src/annotate/engine/name-features.ts'
import {
  addVotes,
  bestPath,
  fillLattice,
  NAME_LABEL_COUNT,
  NAME_LABELS,
  newLattice,
  smallWordTest,
  votesOf,
} from '../../src/annotate/engine/names.ts'
import type {Scorer} from '../../src/annotate/engine/weights.ts'
import {wordsOf} from '../../src/annotate/engine/words.ts'
import {type Learner, newLearner, newRandom, shuffle} from './perceptron.ts'
import type {GoldDocument} from './treebank.ts'

const BITS = 22
const VOTE_BITS = 18
const STARTS = 7

export interface NameDocument {
  readonly input: NameInput
  readonly sentences: readonly SentenceRange[]
  readonly gold: Uint8Array
}

/** Labels of the sets to ours, as ../shared/data/README.md says; everything else is no name. */
const TYPE_OF: Readonly<Record<string, string>> = {
  PER: 'PER',
  LOC: 'LOC',
  ORG: 'ORG',
  person: 'PER',
  politician: 'PER',
  scientist: 'PER',
  writer: 'PER',
  musicalartist: 'PER',
  researcher: 'PER',
  location: 'LOC',
  country: 'LOC',
  organisation: 'ORG',
  politicalparty: 'ORG',
  university: 'ORG',
  band: 'ORG',
  corporation: 'ORG',
  group: 'ORG',
}

/** The names of a document in our three types. */
export function ourLabels(document: GoldDocument): void {
  document.name.forEach((tag, i) => {
    const type = TYPE_OF[tag.slice(2)]
    document.name[i] = type === undefined ? 'O' : `${tag.slice(0, 2)}${type}`
  })
}

export function nameDocument(
  document: GoldDocument,
  tags: Uint8Array,
  coarse: Uint8Array,
  gazetteer: Gazetteer,
  smallWords: ReadonlyMap<string, SmallWord>,
): NameDocument {
  const {text, start, end} = document
  const words = wordsOf(text, start, end, start.length)
  const sentences = document.sentences.map(({first, end: stop}) => ({firstToken: first, endToken: stop}))
  const bits = gazetteerBits(gazetteer, text, words, start, end)
  const input = nameInput(words, tags, coarse, bits, smallWordTest(smallWords, text, start, end), sentences)
  return {input, sentences, gold: Uint8Array.from(document.name, tag => NAME_LABELS.indexOf(tag as (typeof NAME_LABELS)[number]))}
}

export function trainNames(documents: readonly NameDocument[], epochs: number, seed: number): Learner {
  const learner = newLearner(NAME_LABEL_COUNT, BITS)
  const random = newRandom(seed)
  const sentences = documents.flatMap(document =>
    document.sentences.filter(range => hasOpen(document, range)).map(range => ({document, range})),
  )
  const lattice = newLattice(longestOf(documents))
  const rows = new Int32Array(MAX_NAME_FEATURES)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const {document, range} of shuffle(sentences, random)) {
      const {input, gold} = document
      const {firstToken: first, endToken: stop} = range
      const guess = new Uint8Array(gold.length === 0 ? 0 : stop - first)
      fillLattice(input, first, stop, learner, lattice)
      bestPath(lattice, stop - first, guess, 0, null)
      for (let i = first; i < stop; i++) {
        const wanted = gold[i]!
        const got = guess[i - first]!
        const wantedBefore = i === first ? STARTS : gold[i - 1]!
        const gotBefore = i === first ? STARTS : guess[i - first - 1]!
        if (input.open[i] === 0) continue
        if (wanted !== got) {
          const count = nameFeatures(input, i, first, stop, rows)
          learner.update(rows, count, wanted, 1)
          learner.update(rows, count, got, -1)
        }
        if (wanted !== got || wantedBefore !== gotBefore) {
          learner.update(rows, nameLinks(input, i, first, wantedBefore, rows), wanted, 1)
          learner.update(rows, nameLinks(input, i, first, gotBefore, rows), got, -1)
        }
      }
      learner.tick()
    }
  return learner
}

/** First-pass labels of documents by a trained first pass. */
export function firstPass(documents: readonly NameDocument[], scorer: Scorer): Uint8Array[] {
  const lattice = newLattice(longestOf(documents))
  return documents.map(({input, sentences}) => {
    const labels = new Uint8Array(input.words.length)
    for (const {firstToken, endToken} of sentences) {
      fillLattice(input, firstToken, endToken, scorer, lattice)
      bestPath(lattice, endToken - firstToken, labels, firstToken, null)
    }
    return labels
  })
}

/** Eight-bit steps in one update of the second pass, whose weights are added to those of the first. */
const VOTE_STEP = 4

/** The second pass: each document is given with the first pass that has not seen it. */
export function trainVotes(documents: readonly NameDocument[], scorers: readonly Scorer[], epochs: number, seed: number): Learner {
  const learner = newLearner(NAME_LABEL_COUNT, VOTE_BITS)
  const random = newRandom(seed)
  const lattice = newLattice(longestOf(documents))
  const rows = new Int32Array(MAX_NAME_FEATURES)
  const votes: Votes[] = documents.map((document, n) =>
    votesOf(document.input.words, document.sentences, firstPass([document], scorers[n]!)[0]!),
  )
  const sentences = documents.flatMap((document, n) =>
    document.sentences.filter(range => hasOpen(document, range)).map(range => ({document, n, range})),
  )
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const {document, n, range} of shuffle(sentences, random)) {
      const {input, gold} = document
      const {firstToken: first, endToken: stop} = range
      const guess = new Uint8Array(stop - first)
      fillLattice(input, first, stop, scorers[n]!, lattice)
      addVotes(input, votes[n]!, first, stop, learner, lattice)
      bestPath(lattice, stop - first, guess, 0, null)
      for (let i = first; i < stop; i++) {
        if (gold[i] === guess[i - first] || input.open[i] === 0) continue
        const count = voteFeatures(input, votes[n]!, i, first, stop, rows)
        learner.update(rows, count, gold[i]!, VOTE_STEP)
        learner.update(rows, count, guess[i - first]!, -VOTE_STEP)
      }
      learner.tick()
    }
  return learner
}

const longestOf = (documents: readonly NameDocument[]): number =>
  Math.max(1, ...documents.flatMap(document => document.sentences.map(({firstToken, endToken}) => endToken - firstToken)))

const hasOpen = ({input}: NameDocument, {firstToken, endToken}: SentenceRange): boolean =>
  input.open.subarray(firstToken, endToken).includes(1)
