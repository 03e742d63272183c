// State of the arc-hybrid parser over one sentence (Kuhlmann, Gómez-Rodríguez, Satta 2011), the root behind the last word.
// Positions are those of the sentence: 0 … n - 1 are words, n is the root, n + 1 stands for "nothing there".

export const SHIFT = 0
/** The word on top of the stack becomes a dependant of the next word. */
export const LEFT = 1
/** The word on top of the stack becomes a dependant of the word below it. */
export const RIGHT = 2
export const NO_LABEL = 255

export interface ParseState {
  n: number
  readonly stack: Int32Array
  top: number
  /** Next word. */
  front: number
  /** -1 where none is chosen yet. */
  readonly head: Int32Array
  readonly label: Uint8Array
  /** Outermost and second outermost dependants on each side; n + 1 where there is none. */
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
  /** Relations of the dependants so far, as bits: two may share one. */
  readonly relations: Int32Array
}

export function newParseState(capacity: number): ParseState {
  const size = capacity + 2
  return {
    n: 0,
    stack: new Int32Array(size),
    top: 0,
    front: 0,
    head: new Int32Array(size),
    label: new Uint8Array(size),
    left1: new Int32Array(size),
    left2: new Int32Array(size),
    right1: new Int32Array(size),
    right2: new Int32Array(size),
    leftCount: new Uint8Array(size),
    rightCount: new Uint8Array(size),
    relations: new Int32Array(size),
  }
}

export function resetParse(state: ParseState, n: number): void {
  state.n = n
  state.top = 0
  state.front = 0
  const size = n + 2
  state.head.fill(-1, 0, size)
  state.label.fill(NO_LABEL, 0, size)
  for (const children of [state.left1, state.left2, state.right1, state.right2]) children.fill(n + 1, 0, size)
  state.leftCount.fill(0, 0, size)
  state.rightCount.fill(0, 0, size)
  state.relations.fill(0, 0, size)
}

export const isDone = (state: ParseState): boolean => state.top === 0 && state.front === state.n

export const canShift = (state: ParseState): boolean => state.front < state.n

/** The root takes one word only: the last that is left. */
export const canLeft = (state: ParseState): boolean => state.top > 0 && (state.front < state.n || state.top === 1)

export const canRight = (state: ParseState): boolean => state.top > 1

export const headFor = (state: ParseState, transition: number): number => (transition === LEFT ? state.front : state.stack[state.top - 2]!)

/** Makes a move; `label` is that of the new arc. */
export function apply(state: ParseState, transition: number, label: number): void {
  if (transition === SHIFT) {
    state.stack[state.top++] = state.front++
    return
  }
  const dependant = state.stack[state.top - 1]!
  const head = headFor(state, transition)
  state.top--
  state.head[dependant] = head
  state.label[dependant] = label
  state.relations[head]! |= 1 << (label % 31)
  if (transition === LEFT) {
    state.left2[head] = state.left1[head]!
    state.left1[head] = dependant
    if (state.leftCount[head]! < 255) state.leftCount[head]!++
  } else {
    state.right2[head] = state.right1[head]!
    state.right1[head] = dependant
    if (state.rightCount[head]! < 255) state.rightCount[head]!++
  }
}
