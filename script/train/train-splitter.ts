// Learns where sentences end, from the gaps between gold words of the treebanks' paragraphs.
import {MAX_SPLIT_FEATURES, mayEnd, passToken, SPLIT_LABELS, type SplitState, splitFeatures} from '../../src/annotate/engine/split.ts'
import {type Words, wordsOf} from '../../src/annotate/engine/words.ts'
import {type Learner, newLearner, newRandom, shuffle} from './perceptron.ts'
import type {GoldDocument} from './treebank.ts'

const BITS = 20

interface Paragraph {
  readonly document: GoldDocument
  readonly words: Words
  readonly first: number
  readonly stop: number
  readonly starts: ReadonlySet<number>
}

export function trainSplitter(documents: readonly GoldDocument[], epochs: number): Learner {
  const paragraphs = documents.flatMap(paragraphsOf)
  const learner = newLearner(SPLIT_LABELS, BITS)
  const random = newRandom(11)
  const rows = new Int32Array(MAX_SPLIT_FEATURES)
  const scores = new Int32Array(4)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const {document, words, first, stop, starts} of shuffle(paragraphs, random)) {
      const {text, start, end} = document
      const state: SplitState = {first, quotes: 0, brackets: 0}
      passToken(state, text, start[first]!)
      for (let next = first + 1; next < stop; next++) {
        const gold = starts.has(next) ? 1 : 0
        if (mayEnd(text, words, start, end, next)) {
          const count = splitFeatures(text, words, start, end, state, next, first, stop, rows)
          learner.score(rows, count, scores)
          const guess = scores[1]! > scores[0]! ? 1 : 0
          if (guess !== gold) learner.correct(rows, count, gold, guess)
          learner.tick()
        }
        if (gold === 1) {
          state.first = next
          state.quotes = 0
          state.brackets = 0
        }
        passToken(state, text, start[next]!)
      }
    }
  }
  return learner
}

function paragraphsOf(document: GoldDocument): Paragraph[] {
  const words = wordsOf(document.text, document.start, document.end, document.start.length)
  const starts = new Set(document.sentences.map(sentence => sentence.first))
  const list: Paragraph[] = []
  let first = 0
  for (let i = 1; i <= document.start.length; i++) {
    const isBreak = i === document.start.length || document.text.slice(document.end[i - 1]!, document.start[i]!).includes('\n')
    if (!isBreak) continue
    list.push({document, words, first, stop: i, starts})
    first = i
  }
  return list
}
