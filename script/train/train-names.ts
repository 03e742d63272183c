// Learns names: a structured perceptron over best paths that has to win by a margin.
import {
  MAX_NAME_FEATURES,
  type NameInput,
  nameFeatures,
  nameInput,
  nameLinks,
  type SmallWord,
} from '../../src/annotate/engine/name-features.ts'
import type {SentenceRange} from '../../src/annotate/engine/name-places.ts'
import {bestPath, fillLattice, NAME_LABEL_COUNT, NAME_LABELS, newLattice, smallWordTest} from '../../src/annotate/engine/names.ts'
import {type Learner, newLearner, newRandom, shuffle} from './perceptron.ts'
import type {Columns} from './train-tagger.ts'
import type {GoldDocument} from './treebank.ts'

const BITS = 22
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
  {document, words, bits}: Columns,
  tags: Uint8Array,
  coarse: Uint8Array,
  smallWords: ReadonlyMap<string, SmallWord>,
): NameDocument {
  const {text, start, end} = document
  const sentences = document.sentences.map(({first, end: stop}) => ({firstToken: first, endToken: stop}))
  const input = nameInput({text, start, end, words, tags, coarse, bits}, smallWordTest(smallWords, text, start, end), sentences)
  return {input, sentences, gold: Uint8Array.from(document.name, tag => NAME_LABELS.indexOf(tag as (typeof NAME_LABELS)[number]))}
}

/** By how much the right label has to win at a word of a name of each kind, and at a word outside of names. */
export interface NameMargin {
  readonly person: number
  readonly place: number
  readonly organization: number
  readonly outside: number
}

export function trainNames(documents: readonly NameDocument[], epochs: number, seed: number, margin: NameMargin): Learner {
  const {person, place, organization, outside} = margin
  const marginOf = [outside, person, person, place, place, organization, organization]
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
      for (let i = first; i < stop; i++) if (input.open[i] === 1) lattice.emission[(i - first) * 7 + gold[i]!]! -= marginOf[gold[i]!]!
      bestPath(lattice, stop - first, guess, 0, null)
      for (let i = first; i < stop; i++) {
        const wanted = gold[i]!
        const got = guess[i - first]!
        const wantedBefore = i === first ? STARTS : gold[i - 1]!
        const gotBefore = i === first ? STARTS : guess[i - first - 1]!
        if (input.open[i] === 0) continue
        if (wanted !== got) learner.correct(rows, nameFeatures(input, i, first, stop, rows), wanted, got)
        if (wanted !== got || wantedBefore !== gotBefore) {
          learner.add(rows, nameLinks(input, i, first, wantedBefore, rows), wanted, 1)
          learner.add(rows, nameLinks(input, i, first, gotBefore, rows), got, -1)
        }
      }
      learner.tick()
    }
  return learner
}

const longestOf = (documents: readonly NameDocument[]): number =>
  Math.max(1, ...documents.flatMap(document => document.sentences.map(({firstToken, endToken}) => endToken - firstToken)))

const hasOpen = ({input}: NameDocument, {firstToken, endToken}: SentenceRange): boolean =>
  input.open.subarray(firstToken, endToken).includes(1)
