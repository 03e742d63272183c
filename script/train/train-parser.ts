// Learns moves and relations of the parser with the dynamic oracle of Goldberg and Nivre (2013): a wrong move is followed now and then,
// and from there on the best that can still be reached counts as right.

import {bestMove} from '../../src/annotate/engine/parse.ts'
import {
  fillParseInput,
  labelFeatures,
  MAX_PARSE_FEATURES,
  newParseInput,
  parseFeatures,
  type TagKinds,
} from '../../src/annotate/engine/parse-features.ts'
import {
  apply,
  canLeft,
  canRight,
  canShift,
  headFor,
  isDone,
  LEFT,
  newParseState,
  type ParseState,
  RIGHT,
  resetParse,
  SHIFT,
} from '../../src/annotate/engine/parse-state.ts'
import {bestOf} from '../../src/annotate/engine/tag.ts'
import {type Learner, newDenseLearner, newLearner, newRandom, shuffle} from './perceptron.ts'
import type {Prepared} from './train-tagger.ts'

const MOVE_BITS = 22
const LABEL_BITS = 21
const MOVES = 3
/** From the second epoch on, the parser goes its own way this often (Goldberg and Nivre). */
const EXPLORE = 0.9

export interface ParserLearners {
  readonly moves: Learner
  readonly labels: Learner
}

export function trainParser(
  prepared: readonly Prepared[],
  tags: readonly Uint8Array[],
  relations: readonly string[],
  kinds: TagKinds,
  epochs: number,
  seed: number,
  onEpoch: (epoch: number) => void,
): ParserLearners {
  const moves = newDenseLearner(MOVES, MOVE_BITS)
  const labels = newLearner(relations.length, LABEL_BITS)
  const random = newRandom(seed)
  const relationIds = new Map(relations.map((relation, i) => [relation, i]))
  const sentences = prepared.flatMap((one, n) => one.document.sentences.map(sentence => ({one, tag: tags[n]!, sentence})))
  const longest = Math.max(...sentences.map(({sentence}) => sentence.end - sentence.first))
  const input = newParseInput(longest)
  const state = newParseState(longest)
  const rows = new Int32Array(MAX_PARSE_FEATURES)
  const labelRows = new Int32Array(MAX_PARSE_FEATURES)
  const scores = new Int32Array(4)
  const labelScores = new Int32Array(relations.length)
  const gold = new Int32Array(longest + 2)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const {one, tag, sentence} of shuffle(sentences, random)) {
      const {first, end} = sentence
      const n = end - first
      const {document} = one
      fillParseInput(input, one.words, tag, kinds, first, end)
      resetParse(state, n)
      for (let i = 0; i < n; i++) gold[i] = document.head[first + i]! < 0 ? n : document.head[first + i]! - first
      while (!isDone(state)) {
        const count = parseFeatures(input, state, rows)
        moves.score(rows, count, scores)
        const guess = bestMove(state, scores)
        const right = bestRight(state, gold, scores)
        if (costOf(state, gold, guess) > costOf(state, gold, right)) {
          moves.update(rows, count, right, 1)
          moves.update(rows, count, guess, -1)
        }
        moves.tick()
        const move = guess !== right && (epoch === 0 || random() > EXPLORE) ? right : guess
        if (move === SHIFT) {
          apply(state, SHIFT, 0)
          continue
        }
        const dependant = state.stack[state.top - 1]!
        const head = headFor(state, move)
        const labelCount = labelFeatures(input, state, head, dependant, labelRows)
        labels.score(labelRows, labelCount, labelScores)
        const label = bestOf(labelScores, relations.length)
        if (gold[dependant] === head) {
          const wanted = relationIds.get(document.deprel[first + dependant]!)!
          if (label !== wanted) {
            labels.update(labelRows, labelCount, wanted, 1)
            labels.update(labelRows, labelCount, label, -1)
          }
          labels.tick()
        }
        apply(state, move, label)
      }
    }
    onEpoch(epoch)
  }
  return {moves, labels}
}

const allowed = (state: ParseState, move: number): boolean =>
  move === SHIFT ? canShift(state) : move === LEFT ? canLeft(state) : canRight(state)

/** Of the moves that lose least, the one that the model likes best. */
function bestRight(state: ParseState, gold: Int32Array, scores: Int32Array): number {
  let best = -1
  let bestCost = 0
  for (let move = SHIFT; move <= RIGHT; move++) {
    if (!allowed(state, move)) continue
    const cost = costOf(state, gold, move)
    if (best < 0 || cost < bestCost || (cost === bestCost && scores[move]! > scores[best]!)) {
      best = move
      bestCost = cost
    }
  }
  return best
}

/** Gold arcs that can no longer be made after the move. */
function costOf(state: ParseState, gold: Int32Array, move: number): number {
  const {n, stack, top, front} = state
  let cost = 0
  if (move === SHIFT) {
    const headOfFront = gold[front]!
    for (let k = 0; k < top; k++) {
      const word = stack[k]!
      if (gold[word] === front) cost++
      if (headOfFront === word && k < top - 1) cost++
    }
    return cost
  }
  const word = stack[top - 1]!
  for (let i = front; i < n; i++) if (gold[i] === word) cost++
  const head = gold[word]!
  if (move === LEFT) {
    if (head === front) return cost
    if (head > front || (top > 1 && head === stack[top - 2])) cost++
  } else if (head >= front) cost++
  return cost
}
