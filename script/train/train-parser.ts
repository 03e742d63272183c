// Learns moves and relations of the parser: a structured perceptron over a beam. The right derivation comes from the cost function of the
// dynamic oracle of Goldberg and Nivre (2013), so that trees with crossing arcs teach what can be reached.

import {type Beam, makeMove, newBeam, newParser, type Parser, startBeam, stepBeam} from '../../src/annotate/engine/parse.ts'
import {fillParseInput, labelFeatures, parseFeatures, type TagKinds} from '../../src/annotate/engine/parse-features.ts'
import {
  apply,
  canLeft,
  canRight,
  canShift,
  headFor,
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

export interface ParserLearners {
  readonly moves: Learner
  readonly labels: Learner
}

/** Sentences of one word teach nothing; longer ones than this cost more than they teach (three of 18,369). */
const LONGEST_LESSON = 130

export function trainParser(
  prepared: readonly Prepared[],
  tags: readonly Uint8Array[],
  relations: readonly string[],
  kinds: TagKinds,
  {epochs, width, seed}: {readonly epochs: number; readonly width: number; readonly seed: number},
  onEpoch: (epoch: number) => void,
): ParserLearners {
  const moves = newDenseLearner(MOVES, MOVE_BITS)
  const labels = newLearner(relations.length, LABEL_BITS)
  const random = newRandom(seed)
  const relationIds = new Map(relations.map((relation, i) => [relation, i]))
  const sentences = prepared.flatMap((one, n) =>
    one.document.sentences
      .filter(({first, end}) => end - first > 1 && end - first <= LONGEST_LESSON)
      .map(sentence => ({one, tag: tags[n]!, sentence})),
  )
  const parser = newParser(moves, labels, kinds, newBeam(width, Number.POSITIVE_INFINITY, LONGEST_LESSON), LONGEST_LESSON)
  const lesson = newLesson(LONGEST_LESSON)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const {one, tag, sentence} of shuffle(sentences, random)) {
      const {first, end} = sentence
      const n = end - first
      fillParseInput(parser.input, one.words, tag, kinds, first, end)
      for (let i = 0; i < n; i++) {
        const head = one.document.head[first + i]!
        lesson.gold[i] = head < 0 ? n : head - first
        lesson.relation[i] = relationIds.get(one.document.deprel[first + i]!)!
      }
      learnSentence(parser, moves, labels, lesson, n)
    }
    onEpoch(epoch)
  }
  return {moves, labels}
}

interface Lesson {
  readonly gold: Int32Array
  readonly relation: Int32Array
  readonly goldMoves: Uint8Array
  readonly guessMoves: Uint8Array
  readonly state: ParseState
}

const newLesson = (longest: number): Lesson => ({
  gold: new Int32Array(longest + 2),
  relation: new Int32Array(longest + 2),
  goldMoves: new Uint8Array(2 * longest + 2),
  guessMoves: new Uint8Array(2 * longest + 2),
  state: newParseState(longest),
})

/** Max-violation update (Huang, Fayong and Guo 2012): where the best wrong derivation leads the right one by most, both are told so. */
function learnSentence(parser: Parser, moves: Learner, labels: Learner, lesson: Lesson, n: number): void {
  const {beam} = parser
  const {gold, goldMoves, guessMoves, state} = lesson
  const steps = 2 * n
  // the right derivation under the present weights: of the moves that lose no gold arc, the one that the model likes best
  resetParse(state, n)
  startBeam(beam, n)
  let goldScore = 0
  let worst = 0
  let worstStep = -1
  for (let step = 0; step < steps; step++) {
    moves.score(parser.rows, parseFeatures(parser.input, state, parser.rows), parser.scores)
    const right = bestRight(state, gold, parser.scores)
    goldScore += parser.scores[right]!
    goldMoves[step] = right
    makeMove(parser, state, right, 0)
    stepBeam(parser, step)
    const violation = beam.scores[0]! - goldScore
    if (violation >= worst) {
      if (trace(beam, step, 0, guessMoves, goldMoves)) {
        worst = violation
        worstStep = step
      }
    }
  }
  if (worstStep >= 0) {
    trace(beam, worstStep, 0, guessMoves, goldMoves)
    replay(parser, moves, state, goldMoves, guessMoves, worstStep, n, 1)
    replay(parser, moves, state, guessMoves, goldMoves, worstStep, n, -1)
  }
  moves.tick()
  // relations are learned along the right derivation, and along the best one where its arcs are right
  teachLabels(parser, labels, lesson, goldMoves, n)
  if (trace(beam, steps - 1, 0, guessMoves, goldMoves)) teachLabels(parser, labels, lesson, guessMoves, n)
}

/** Writes the moves that led to a place of the beam; false where they are the right ones. */
function trace(beam: Beam, step: number, place: number, into: Uint8Array, right: Uint8Array): boolean {
  let differs = false
  let at = place
  for (let k = step; k >= 0; k--) {
    into[k] = beam.moves[k * beam.width + at]!
    if (into[k] !== right[k]) differs = true
    at = beam.parents[k * beam.width + at]!
  }
  return differs
}

/** Updates along a derivation from the first step at which it differs from the other. */
function replay(
  parser: Parser,
  moves: Learner,
  state: ParseState,
  path: Uint8Array,
  other: Uint8Array,
  last: number,
  n: number,
  amount: number,
): void {
  resetParse(state, n)
  let apart = false
  for (let step = 0; step <= last; step++) {
    apart ||= path[step] !== other[step]
    if (apart) moves.update(parser.rows, parseFeatures(parser.input, state, parser.rows), path[step]!, amount)
    makeMove(parser, state, path[step]!, 0)
  }
}

function teachLabels(parser: Parser, labels: Learner, {gold, relation, state}: Lesson, path: Uint8Array, n: number): void {
  const {input, rows, scores} = parser
  resetParse(state, n)
  for (let step = 0; step < 2 * n; step++) {
    const move = path[step]!
    if (move === SHIFT) {
      apply(state, SHIFT, 0)
      continue
    }
    const dependant = state.stack[state.top - 1]!
    const head = headFor(state, move)
    const count = labelFeatures(input, state, head, dependant, rows)
    labels.score(rows, count, scores)
    const label = bestOf(scores, labels.labels)
    if (gold[dependant] === head) {
      if (label !== relation[dependant]) {
        labels.update(rows, count, relation[dependant]!, 1)
        labels.update(rows, count, label, -1)
      }
      labels.tick()
    }
    apply(state, move, label)
  }
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
