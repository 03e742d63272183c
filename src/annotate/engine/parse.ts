// The dependency parser: greedy arc-hybrid moves by one perceptron, relations by another at the moment of each attachment.
import {
  fillParseInput,
  labelFeatures,
  MAX_PARSE_FEATURES,
  newParseInput,
  type ParseInput,
  parseFeatures,
  type TagKinds,
} from './parse-features.ts'
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
} from './parse-state.ts'
import {bestOf} from './tag.ts'
import type {Scorer} from './weights.ts'
import type {Words} from './words.ts'

export interface Parser {
  readonly moves: Scorer
  readonly labels: Scorer
  readonly kinds: TagKinds
  readonly rootLabel: number
  readonly input: ParseInput
  readonly state: ParseState
  readonly rows: Int32Array
  readonly scores: Int32Array
}

export function newParser(moves: Scorer, labels: Scorer, kinds: TagKinds, rootLabel: number, longest: number): Parser {
  return {
    moves,
    labels,
    kinds,
    rootLabel,
    input: newParseInput(longest),
    state: newParseState(longest),
    rows: new Int32Array(MAX_PARSE_FEATURES),
    scores: new Int32Array(Math.max(4, labels.labels)),
  }
}

export interface ParseColumns {
  /** Absolute positions, -1 for the root. */
  readonly head: Int32Array
  readonly deprel: Uint8Array
  readonly confidence: Uint8Array
}

/** Margins of move scores (eight-bit units) are halved once to fit into the confidence byte. */
const MARGIN_SHIFT = 1

/** Parses the sentence first … stop - 1 and writes its heads and relations. */
export function parseSentence(
  parser: Parser,
  words: Words,
  tags: ArrayLike<number>,
  first: number,
  stop: number,
  into: ParseColumns,
): void {
  const {state, scores} = parser
  startParse(parser, words, tags, first, stop)
  while (!isDone(state)) {
    scoreMoves(parser)
    const move = bestMove(state, scores)
    const margin = marginOf(state, scores, move)
    if (move === SHIFT) {
      apply(state, SHIFT, 0)
      continue
    }
    const dependant = state.stack[state.top - 1]!
    const head = headFor(state, move)
    scoreRelations(parser, head, dependant)
    const label = bestOf(scores, parser.labels.labels)
    apply(state, move, label)
    into.head[first + dependant] = head === state.n ? -1 : first + head
    into.deprel[first + dependant] = label
    into.confidence[first + dependant] = Math.min(255, margin >> MARGIN_SHIFT)
  }
}

/** Puts a sentence before the parser. */
export function startParse({input, state, kinds}: Parser, words: Words, tags: ArrayLike<number>, first: number, stop: number): void {
  fillParseInput(input, words, tags, kinds, first, stop)
  resetParse(state, stop - first)
}

/** Writes the moves' scores; returns how many features lie in `rows`. */
export function scoreMoves({moves, input, state, rows, scores}: Parser): number {
  const count = parseFeatures(input, state, rows)
  moves.score(rows, count, scores)
  return count
}

/** More than any relation can score. */
const ROOT_SCORE = 1e8

/** Writes the scores of the relations from `head` to `dependant`; that of the root belongs to the root's word and to no other. */
export function scoreRelations({labels, input, state, rows, scores, rootLabel}: Parser, head: number, dependant: number): number {
  const count = labelFeatures(input, state, head, dependant, rows)
  labels.score(rows, count, scores)
  scores[rootLabel] = head === state.n ? ROOT_SCORE : -ROOT_SCORE
  return count
}

export function bestMove(state: ParseState, scores: Int32Array): number {
  let best = -1
  if (canShift(state)) best = SHIFT
  if (canLeft(state) && (best < 0 || scores[LEFT]! > scores[best]!)) best = LEFT
  if (canRight(state) && (best < 0 || scores[RIGHT]! > scores[best]!)) best = RIGHT
  return best
}

function marginOf(state: ParseState, scores: Int32Array, move: number): number {
  let second = Number.NEGATIVE_INFINITY
  if (move !== SHIFT && canShift(state)) second = scores[SHIFT]!
  if (move !== LEFT && canLeft(state) && scores[LEFT]! > second) second = scores[LEFT]!
  if (move !== RIGHT && canRight(state) && scores[RIGHT]! > second) second = scores[RIGHT]!
  return second === Number.NEGATIVE_INFINITY ? 255 * 2 : Math.max(0, scores[move]! - second)
}
