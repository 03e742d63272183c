// Learns parts of speech from gold words, following its own guesses from left to right as the run time will.
import {type Gazetteer, gazetteerBits} from '../../src/annotate/engine/gazetteer.ts'
import {FIRST_HASH} from '../../src/annotate/engine/hash-bits.ts'
import {bestAmong, MAX_TAG_FEATURES, tagFeatures, tagSentence} from '../../src/annotate/engine/tag.ts'
import {candidatesOf, type TagDictionary} from '../../src/annotate/engine/tag-dictionary.ts'
import type {Scorer} from '../../src/annotate/engine/weights.ts'
import {type Words, wordsOf} from '../../src/annotate/engine/words.ts'
import {type Learner, newLearner, newRandom, shuffle} from './perceptron.ts'
import {deltas} from './store.ts'
import type {GoldDocument} from './treebank.ts'

const BITS = 22
/** Joint labels seen less often are read as the most frequent one of the same universal tag. */
const MIN_SEEN = 15
const NO_WORD_BEFORE = 101

/** A treebank as columns, made once. */
export interface Columns {
  readonly document: GoldDocument
  readonly words: Words
  /** What the word lists say of each word. */
  readonly bits: Uint16Array
}

export interface Prepared extends Columns {
  readonly labels: Uint8Array
}

export function jointLabels(documents: readonly GoldDocument[]): string[] {
  const counts = new Map<string, number>()
  for (const {upos, xpos} of documents)
    for (const label of upos.map((tag, i) => `${tag}_${xpos[i]}`)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= MIN_SEEN)
    .map(([label]) => label)
    .sort()
}

export function prepare(documents: readonly GoldDocument[], labels: readonly string[], gazetteer: Gazetteer): Prepared[] {
  const ids = new Map(labels.map((label, i) => [label, i]))
  const fallback = new Map<string, number>()
  labels.forEach((label, i) => {
    const [upos] = label.split('_')
    if (!fallback.has(upos!)) fallback.set(upos!, i)
  })
  return documents.map(document => ({
    ...columnsOf(document, gazetteer),
    labels: Uint8Array.from(document.upos, (tag, i) => ids.get(`${tag}_${document.xpos[i]}`) ?? fallback.get(tag) ?? 0),
  }))
}

export function columnsOf(document: GoldDocument, gazetteer: Gazetteer): Columns {
  const {text, start, end} = document
  const words = wordsOf(text, start, end, start.length)
  return {document, words, bits: gazetteerBits(gazetteer, text, words, start, end)}
}

export interface Tagger {
  readonly scorer: Scorer
  readonly dictionary: TagDictionary
}

/** Words seen this often are given only tags that they were seen with. */
const MIN_DICTIONARY = 20
/** …but for tags seen with less than this share of them, which are slips of annotation as often as not. */
const MIN_SHARE = 0.002

/** The tag dictionary of some documents as sections of the model file. */
export function learnDictionary(prepared: readonly Prepared[], labelCount: number): {hashes: Uint8Array; tags: Uint8Array} {
  const counts = new Map<number, Int32Array>()
  for (const {words, labels} of prepared)
    for (let i = 0; i < words.length; i++) {
      let count = counts.get(words.norm[i]!)
      if (count === undefined) {
        count = new Int32Array(labelCount)
        counts.set(words.norm[i]!, count)
      }
      count[labels[i]!]!++
    }
  const sorted: number[] = []
  const tags: number[] = []
  for (const [hash, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    const total = count.reduce((sum, n) => sum + n, 0)
    if (total < MIN_DICTIONARY) continue
    const kept = [...count.keys()].filter(label => count[label]! > 0 && count[label]! >= total * MIN_SHARE)
    sorted.push(hash - FIRST_HASH)
    tags.push(kept.length, ...kept)
  }
  return {hashes: deltas(sorted), tags: Uint8Array.from(tags)}
}

export function trainTagger(
  prepared: readonly Prepared[],
  labelCount: number,
  dictionary: TagDictionary,
  epochs: number,
  seed: number,
  margin: number,
): Learner {
  const learner = newLearner(labelCount, BITS)
  const random = newRandom(seed)
  const rows = new Int32Array(MAX_TAG_FEATURES)
  const scores = new Int32Array(labelCount)
  const sentences = prepared.flatMap(one => one.document.sentences.map(sentence => ({one, sentence})))
  const guesses = new Uint8Array(1000)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const {one, sentence} of shuffle(sentences, random)) {
      const {first, end} = sentence
      for (let i = first; i < end; i++) {
        const at = i - first
        const candidates = candidatesOf(dictionary, one.words, i)
        if (candidates.length === 1) {
          guesses[at] = candidates[0]!
          continue
        }
        const previous = at > 0 ? guesses[at - 1]! : NO_WORD_BEFORE
        const beforePrevious = at > 1 ? guesses[at - 2]! : NO_WORD_BEFORE
        const count = tagFeatures(one.words, one.bits, i, first, end, previous, beforePrevious, rows)
        learner.scoreSome(rows, count, candidates, candidates.length, scores)
        const guess = bestAmong(scores, candidates)
        const gold = one.labels[i]!
        if (candidates === dictionary.all || candidates.includes(gold)) {
          scores[gold]! -= margin
          const rival = bestAmong(scores, candidates)
          if (rival !== gold) learner.correct(rows, count, gold, rival)
        }
        learner.tick()
        guesses[at] = guess
      }
    }
  return learner
}

/** Tags of every word of a treebank by a trained tagger. */
export function tagPrepared(prepared: readonly Columns[], {scorer, dictionary}: Tagger): Uint8Array[] {
  return prepared.map(({document, words, bits}) => {
    const tags = new Uint8Array(words.length)
    for (const {first, end} of document.sentences) tagSentence(words, bits, first, end, scorer, dictionary, tags)
    return tags
  })
}
