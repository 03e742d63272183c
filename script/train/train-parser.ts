// Learns moves and relations of the parser with the dynamic oracle of Goldberg and Nivre (2013): a wrong move is followed now and then,
// and from there on the best that can still be reached counts as right.

import {bestMove, newParser, scoreMoves, scoreRelations, startParse} from '../../src/annotate/engine/parse.ts'
import type {TagKinds} from '../../src/annotate/engine/parse-features.ts'
import {
  apply,
  canLeft,
  canRight,
  canShift,
  headFor,
  isDone,
  LEFT,
  type ParseState,
  RIGHT,
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
  margin: number,
  onEpoch: (epoch: number) => void,
): ParserLearners {
  const moves = newDenseLearner(MOVES, MOVE_BITS)
  const labels = newLearner(relations.length, LABEL_BITS)
  const random = newRandom(seed)
  const relationIds = new Map(relations.map((relation, i) => [relation, i]))
  const sentences = prepared.flatMap((one, n) => one.document.sentences.map(sentence => ({one, tag: tags[n]!, sentence})))
  const longest = Math.max(...sentences.map(({sentence}) => sentence.end - sentence.first))
  const parser = newParser(moves, labels, kinds, relationIds.get('root')!, longest)
  const {state, rows, scores} = parser
  const gold = new Int32Array(longest + 2)
  const costs = new Int32Array(MOVES)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const {one, tag, sentence} of shuffle(sentences, random)) {
      const {first, end} = sentence
      const n = end - first
      const {document} = one
      startParse(parser, one.words, tag, first, end)
      for (let i = 0; i < n; i++) gold[i] = document.head[first + i]! < 0 ? n : document.head[first + i]! - first
      while (!isDone(state)) {
        const count = scoreMoves(parser)
        const guess = bestMove(state, scores)
        fillCosts(state, gold, costs)
        const right = bestRight(costs, scores)
        const rival = rivalOf(costs, scores, costs[right]!)
        if (rival >= 0 && scores[right]! - scores[rival]! <= margin) moves.correct(rows, count, right, rival)
        moves.tick()
        const move = guess !== right && (epoch === 0 || random() > EXPLORE) ? right : guess
        if (move === SHIFT) {
          apply(state, SHIFT, 0)
          continue
        }
        const dependant = state.stack[state.top - 1]!
        const head = headFor(state, move)
        const relationCount = scoreRelations(parser, head, dependant)
        const label = bestOf(scores, relations.length)
        if (gold[dependant] === head && head !== n) {
          const wanted = relationIds.get(document.deprel[first + dependant]!)!
          scores[wanted]! -= margin
          const rival = bestOf(scores, relations.length)
          if (rival !== wanted) labels.correct(rows, relationCount, wanted, rival)
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

const NOT_ALLOWED = -1

function fillCosts(state: ParseState, gold: Int32Array, costs: Int32Array): void {
  for (let move = SHIFT; move <= RIGHT; move++) costs[move] = allowed(state, move) ? costOf(state, gold, move) : NOT_ALLOWED
}

/** Of the moves that lose least, the one that the model likes best. */
function bestRight(costs: Int32Array, scores: Int32Array): number {
  let best = -1
  for (let move = SHIFT; move <= RIGHT; move++) {
    const cost = costs[move]!
    if (cost === NOT_ALLOWED) continue
    if (best < 0 || cost < costs[best]! || (cost === costs[best] && scores[move]! > scores[best]!)) best = move
  }
  return best
}

/** Of the moves that lose more than `least`, the one that the model likes best; -1 where all are as good. */
function rivalOf(costs: Int32Array, scores: Int32Array, least: number): number {
  let best = -1
  for (let move = SHIFT; move <= RIGHT; move++) if (costs[move]! > least && (best < 0 || scores[move]! > scores[best]!)) best = move
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
