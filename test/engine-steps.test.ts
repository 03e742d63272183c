// What each layer of the engine costs, counted in steps and not in seconds: per unit of text it must be the same for a text and for four of them.
import {describe, expect, test} from 'vitest'
import {nameInput} from '../src/annotate/engine/name-features.ts'
import {fillLattice, newLattice} from '../src/annotate/engine/names.ts'
import {newParser, parseSentence} from '../src/annotate/engine/parse.ts'
import {MAX_SENTENCE, splitParagraph} from '../src/annotate/engine/split.ts'
import {tagSentence} from '../src/annotate/engine/tag.ts'
import {type Lexicon, type TokenSink, tokeniseLine} from '../src/annotate/engine/tokenise.ts'
import type {Scorer} from '../src/annotate/engine/weights.ts'
import {wordsOf} from '../src/annotate/engine/words.ts'

const LEXICON: Lexicon = {
  abbreviations: new Set(['mr', 'gen']),
  casedAbbreviations: new Set(['Jan']),
  prefixes: new Set(['non', 'a']),
  contractions: new Map([['cannot', 3]]),
  units: new Set(['km']),
  endings: new Set(['com']),
}

const LABELS = 7

interface Steps {
  taken: number
}

/** Knows nothing and never ends a sentence; counts the features it is asked about. */
const countingScorer = (labels: number, steps: Steps): Scorer => ({
  labels,
  score(rows, count, scores) {
    steps.taken += count
    scores.fill(0, 0, labels)
    if (labels > 2) scores[(rows[0]! >>> 3) % labels] = 1
  },
})

/** A text that counts how many of its units are looked at. */
function countedText(text: string, steps: Steps): string {
  const counted = {
    charCodeAt(at: number): number {
      steps.taken++
      return text.charCodeAt(at)
    },
    slice(from?: number, to?: number): string {
      const part = text.slice(from, to)
      steps.taken += part.length
      return part
    },
  }
  return Object.assign(new String(text), counted) as unknown as string
}

function tokenised(text: string, steps: Steps): {start: Int32Array; end: Int32Array} {
  const sink: TokenSink = {start: [], end: []}
  tokeniseLine(countedText(text, steps), 0, text.length, LEXICON, sink)
  return {start: Int32Array.from(sink.start), end: Int32Array.from(sink.end)}
}

const LAYERS = ['tokeniser', 'splitter', 'tagger', 'parser', 'names'] as const

/** Steps of each layer over one line. */
function stepsOver(text: string): Record<(typeof LAYERS)[number], number> {
  const [tokeniser, splitter, tagger, parser, names] = LAYERS.map((): Steps => ({taken: 0})) as [Steps, Steps, Steps, Steps, Steps]
  const {start, end} = tokenised(text, tokeniser)
  const n = start.length
  const words = wordsOf(text, start, end, n)
  const bits = new Uint16Array(n)
  const starts: number[] = []
  splitParagraph(text, words, start, end, 0, n, countingScorer(2, splitter), starts)
  const kinds = Uint8Array.from({length: LABELS}, (_, k) => k)
  const none = new Uint8Array(LABELS)
  const dictionary = {words: new Map<number, number>(), lists: [], all: kinds}
  const tags = new Uint8Array(n)
  const columns = {head: new Int32Array(n).fill(-1), deprel: new Uint8Array(n), confidence: new Uint8Array(n)}
  const tagKinds = {coarse: kinds, verb: none, comma: none, sign: none, quote: none, join: none}
  const parse = newParser(countingScorer(3, parser), countingScorer(LABELS, parser), tagKinds, 0, MAX_SENTENCE + 1)
  const sentences = starts.map((firstToken, k) => ({firstToken, endToken: starts[k + 1] ?? n}))
  const input = nameInput({text, start, end, words, tags, coarse: kinds, bits}, () => 0, sentences)
  const lattice = newLattice(MAX_SENTENCE)
  for (const {firstToken, endToken} of sentences) {
    tagSentence(words, bits, firstToken, endToken, countingScorer(LABELS, tagger), dictionary, tags)
    parseSentence(parse, words, tags, firstToken, endToken, columns)
    fillLattice(input, firstToken, endToken, countingScorer(LABELS, names), lattice)
  }
  return {tokeniser: tokeniser.taken, splitter: splitter.taken, tagger: tagger.taken, parser: parser.taken, names: names.taken}
}

/** The longer text is allowed to cost this much more for each of its units: its edges weigh less. */
const SLACK = 1.15

describe('steps grow with the length and no faster', () => {
  const pieces: Readonly<Record<string, string>> = {
    'words without a full stop': 'the Talks of Mirvan went on and On, ',
    'sentences of a report': 'Gen. Orlo Vashenko told Kalvia on 3 Jan. that the truce “will hold”. ',
    'one word': 'abc',
    'stops inside one word': 'a.b.',
    hyphens: 'non-a1-',
    apostrophes: "a'b's",
    'addresses without an end': 'a@b.com/',
    'signs only': '.-=*',
    'joiners and lone surrogates': 'a\u200d\ud83d ',
  }
  for (const [name, piece] of Object.entries(pieces))
    test(name, () => {
      const many = Math.ceil(6_000 / piece.length)
      const [one, two, four] = [many, many * 2, many * 4].map(times => stepsOver(piece.repeat(times)))
      for (const layer of LAYERS) {
        expect(two![layer], `${layer}, twice the text`).toBeLessThanOrEqual(one![layer] * 2 * SLACK + 200)
        expect(four![layer], `${layer}, four times the text`).toBeLessThanOrEqual(one![layer] * 4 * SLACK + 200)
      }
    })
})
