// The dependency parser: a beam of arc-hybrid derivations scored by one perceptron, relations named by another at each attachment.
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
  copyParse,
  headFor,
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
  readonly input: ParseInput
  readonly rows: Int32Array
  readonly scores: Int32Array
  readonly beam: Beam
}

/** Derivations kept side by side. All derivations of n words have 2n moves, so they can be compared at every step. */
export interface Beam {
  readonly width: number
  /** Derivations further behind the best than this are given up. */
  readonly reach: number
  current: ParseState[]
  next: ParseState[]
  scores: Float64Array
  nextScores: Float64Array
  size: number
  /** parents[step * width + place], moves[…]: how each derivation came about; kept for the trainer. */
  readonly parents: Uint8Array
  readonly moves: Uint8Array
  readonly candidateScore: Float64Array
  readonly candidatePlace: Uint8Array
  readonly candidateMove: Uint8Array
  readonly candidateMargin: Float64Array
}

export function newBeam(width: number, reach: number, longest: number): Beam {
  return {
    width,
    reach,
    current: Array.from({length: width}, () => newParseState(longest)),
    next: Array.from({length: width}, () => newParseState(longest)),
    scores: new Float64Array(width),
    nextScores: new Float64Array(width),
    size: 0,
    parents: new Uint8Array((2 * longest + 2) * width),
    moves: new Uint8Array((2 * longest + 2) * width),
    candidateScore: new Float64Array(width * 3),
    candidatePlace: new Uint8Array(width * 3),
    candidateMove: new Uint8Array(width * 3),
    candidateMargin: new Float64Array(width * 3),
  }
}

export function newParser(moves: Scorer, labels: Scorer, kinds: TagKinds, beam: Beam, longest: number): Parser {
  return {
    moves,
    labels,
    kinds,
    input: newParseInput(longest),
    rows: new Int32Array(MAX_PARSE_FEATURES),
    scores: new Int32Array(Math.max(4, labels.labels)),
    beam,
  }
}

export interface ParseColumns {
  /** Absolute positions, -1 for the root. */
  readonly head: Int32Array
  readonly deprel: Uint8Array
  readonly confidence: Uint8Array
}

/** Parses the sentence first … stop - 1 and writes its heads and relations. */
export function parseSentence(
  parser: Parser,
  words: Words,
  tags: ArrayLike<number>,
  first: number,
  stop: number,
  into: ParseColumns,
): void {
  const n = stop - first
  fillParseInput(parser.input, words, tags, parser.kinds, first, stop)
  startBeam(parser.beam, n)
  for (let step = 0; step < 2 * n; step++) stepBeam(parser, step)
  const best = parser.beam.current[0]!
  for (let i = 0; i < n; i++) {
    const head = best.head[i]!
    into.head[first + i] = head === n ? -1 : first + head
    into.deprel[first + i] = best.label[i]!
    into.confidence[first + i] = best.margin[i]!
  }
}

export function startBeam(beam: Beam, n: number): void {
  resetParse(beam.current[0]!, n)
  for (const state of beam.next) state.n = n
  beam.scores[0] = 0
  beam.size = 1
}

/** Extends every derivation by one move and keeps the best, the very best first. */
export function stepBeam(parser: Parser, step: number): void {
  const {beam, input, rows, scores} = parser
  const {candidateScore, candidatePlace, candidateMove, candidateMargin, width} = beam
  let count = 0
  for (let place = 0; place < beam.size; place++) {
    const state = beam.current[place]!
    const shift = canShift(state)
    const left = canLeft(state)
    const right = canRight(state)
    parser.moves.score(rows, parseFeatures(input, state, rows), scores)
    for (let move = SHIFT; move <= RIGHT; move++) {
      if (!(move === SHIFT ? shift : move === LEFT ? left : right)) continue
      let second = Number.NEGATIVE_INFINITY
      if (shift && move !== SHIFT) second = scores[SHIFT]!
      if (left && move !== LEFT && scores[LEFT]! > second) second = scores[LEFT]!
      if (right && move !== RIGHT && scores[RIGHT]! > second) second = scores[RIGHT]!
      candidateScore[count] = beam.scores[place]! + scores[move]!
      candidatePlace[count] = place
      candidateMove[count] = move
      candidateMargin[count] = scores[move]! - second
      count++
    }
  }
  let best = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) if (candidateScore[k]! > best) best = candidateScore[k]!
  let size = 0
  while (size < width) {
    let chosen = -1
    for (let k = 0; k < count; k++)
      if (candidateScore[k]! >= best - beam.reach && (chosen < 0 || candidateScore[k]! > candidateScore[chosen]!)) chosen = k
    if (chosen < 0) break
    const place = candidatePlace[chosen]!
    const move = candidateMove[chosen]!
    const state = beam.next[size]!
    copyParse(beam.current[place]!, state)
    makeMove(parser, state, move, candidateMargin[chosen]!)
    beam.nextScores[size] = candidateScore[chosen]!
    beam.parents[step * width + size] = place
    beam.moves[step * width + size] = move
    candidateScore[chosen] = Number.NEGATIVE_INFINITY
    size++
  }
  const states = beam.current
  beam.current = beam.next
  beam.next = states
  const sums = beam.scores
  beam.scores = beam.nextScores
  beam.nextScores = sums
  beam.size = size
}

/** Score units (eight-bit steps) of a margin are halved once to fit into the confidence byte. */
const MARGIN_SHARE = 0.5

/** Applies a move; an attachment gets its relation. */
export function makeMove(parser: Parser, state: ParseState, move: number, margin: number): void {
  if (move === SHIFT) {
    apply(state, SHIFT, 0)
    return
  }
  const {labels, input, rows, scores} = parser
  const dependant = state.stack[state.top - 1]!
  labels.score(rows, labelFeatures(input, state, headFor(state, move), dependant, rows), scores)
  state.margin[dependant] = Math.max(0, Math.min(255, margin * MARGIN_SHARE))
  apply(state, move, bestOf(scores, labels.labels))
}
