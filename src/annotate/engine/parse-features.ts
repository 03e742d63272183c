// What the parser looks at before a move and before it names a relation. After Zhang and Nivre (2011), with counts of what stands between.
import {feature1, feature2, feature3} from './hashing.ts'
import {NO_LABEL, type ParseState} from './parse-state.ts'
import {FLAG_CAPITAL, type Words} from './words.ts'

export const MAX_PARSE_FEATURES = 160

/** Columns of one sentence in its own positions; n is the root, n + 1 nothing. */
export interface ParseInput {
  n: number
  readonly word: Int32Array
  /** Joint tag. */
  readonly tag: Int32Array
  readonly coarse: Int32Array
  readonly wordTag: Int32Array
  readonly suffix: Int32Array
  readonly capital: Uint8Array
  /** How many commas, verbs, other signs, quotation marks and coordinating words stand before a position. */
  readonly commas: Int32Array
  readonly verbs: Int32Array
  readonly signs: Int32Array
  readonly quotes: Int32Array
  readonly joins: Int32Array
}

/** Joint tags by what the counts need: their universal tag, whether they are finite verbs, commas, other signs, quotation marks, "and". */
export interface TagKinds {
  readonly coarse: Uint8Array
  readonly verb: Uint8Array
  readonly comma: Uint8Array
  readonly sign: Uint8Array
  readonly quote: Uint8Array
  readonly join: Uint8Array
}

const ROOT_WORD = 11
const NO_WORD = 12
const ROOT_TAG = 250
const NO_TAG = 251

export function newParseInput(capacity: number): ParseInput {
  const size = capacity + 3
  return {
    n: 0,
    word: new Int32Array(size),
    tag: new Int32Array(size),
    coarse: new Int32Array(size),
    wordTag: new Int32Array(size),
    suffix: new Int32Array(size),
    capital: new Uint8Array(size),
    commas: new Int32Array(size),
    verbs: new Int32Array(size),
    signs: new Int32Array(size),
    quotes: new Int32Array(size),
    joins: new Int32Array(size),
  }
}

export function fillParseInput(
  input: ParseInput,
  words: Words,
  tags: ArrayLike<number>,
  kinds: TagKinds,
  first: number,
  stop: number,
): void {
  const n = stop - first
  input.n = n
  let commas = 0
  let verbs = 0
  let signs = 0
  let quotes = 0
  let joins = 0
  for (let i = 0; i < n; i++) {
    const tag = tags[first + i]!
    input.word[i] = words.norm[first + i]!
    input.tag[i] = tag
    input.coarse[i] = kinds.coarse[tag]!
    input.suffix[i] = words.suffixes[2]![first + i]!
    input.capital[i] = words.flags[first + i]! & FLAG_CAPITAL
    input.commas[i] = commas
    input.verbs[i] = verbs
    input.signs[i] = signs
    input.quotes[i] = quotes
    input.joins[i] = joins
    commas += kinds.comma[tag]!
    verbs += kinds.verb[tag]!
    signs += kinds.sign[tag]!
    quotes += kinds.quote[tag]!
    joins += kinds.join[tag]!
  }
  for (let i = n; i < n + 3; i++) {
    input.word[i] = i === n ? ROOT_WORD : NO_WORD
    input.tag[i] = i === n ? ROOT_TAG : NO_TAG
    input.coarse[i] = input.tag[i]!
    input.suffix[i] = 0
    input.capital[i] = 0
    input.commas[i] = commas
    input.verbs[i] = verbs
    input.signs[i] = signs
    input.quotes[i] = quotes
    input.joins[i] = joins
  }
  for (let i = 0; i < n + 2; i++) input.wordTag[i] = feature1(input.tag[i]!, input.word[i]!)
}

const distance = (d: number): number => (d < 7 ? d : d < 10 ? 7 : d < 15 ? 8 : d < 30 ? 9 : 10)

const few = (count: number): number => Math.min(count, 3)

/** Features of the whole configuration. */
export function parseFeatures(input: ParseInput, state: ParseState, out: Int32Array): number {
  const {n, word, tag, wordTag, coarse} = input
  const {stack, top, front, label, left1, left2, right1, right2, leftCount, rightCount, relations} = state
  const none = n + 1
  const s0 = top > 0 ? stack[top - 1]! : none
  const s1 = top > 1 ? stack[top - 2]! : none
  const s2 = top > 2 ? stack[top - 3]! : none
  const b0 = front
  const b1 = front + 1 <= n ? front + 1 : none
  const b2 = front + 2 <= n ? front + 2 : none
  const b3 = front + 3 <= n ? front + 3 : none
  const s0w = word[s0]!
  const s1w = word[s1]!
  const b0w = word[b0]!
  const b1w = word[b1]!
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const s2t = tag[s2]!
  const b0t = tag[b0]!
  const b1t = tag[b1]!
  const b2t = tag[b2]!
  const s0wt = wordTag[s0]!
  const s1wt = wordTag[s1]!
  const b0wt = wordTag[b0]!
  const l0 = left1[s0]!
  const r0 = right1[s0]!
  const lb = left1[b0]!
  const lb2 = left2[b0]!
  const l1 = left1[s1]!
  const r1 = right1[s1]!
  const r02 = right2[s0]!
  const l02 = left2[s0]!
  const r12 = right2[s1]!
  const gap = s0 === none ? 0 : distance(b0 - s0)
  const gap1 = s1 === none ? 0 : distance(s0 - s1)
  const tags = (s0t << 8) | b0t
  const stackTags = (s1t << 8) | s0t
  const commas = s0 === none ? 0 : few(input.commas[b0]! - input.commas[s0]!)
  const verbs = s0 === none ? 0 : few(input.verbs[b0]! - input.verbs[s0]! - (input.verbs[s0 + 1]! - input.verbs[s0]!))
  const signs = s0 === none ? 0 : few(input.signs[b0]! - input.signs[s0]!)
  const commas1 = s1 === none ? 0 : few(input.commas[b0]! - input.commas[s1]!)
  const verbs1 = s1 === none ? 0 : few(input.verbs[s0]! - input.verbs[s1 + 1]!)
  const quoted = s0 === none ? 0 : (input.quotes[b0]! - input.quotes[s0]!) & 1
  const joins = s0 === none ? 0 : few(input.joins[b0]! - input.joins[s0]!)
  const verbsLeft = few(input.verbs[n]! - input.verbs[b0]!)
  let k = 0
  // single words
  out[k++] = feature1(1, s0wt)
  out[k++] = feature1(2, s0t)
  out[k++] = feature1(3, s0w)
  out[k++] = feature1(4, b0wt)
  out[k++] = feature1(5, b0t)
  out[k++] = feature1(6, b0w)
  out[k++] = feature1(7, wordTag[b1]!)
  out[k++] = feature1(8, b1t)
  out[k++] = feature1(9, b1w)
  out[k++] = feature1(10, s1wt)
  out[k++] = feature1(11, s1t)
  out[k++] = feature1(12, s1w)
  out[k++] = feature1(13, b2t)
  out[k++] = feature1(14, wordTag[b2]!)
  out[k++] = feature1(15, s2t)
  out[k++] = feature1(16, tag[b3]!)
  // pairs
  out[k++] = feature2(20, s0wt, b0wt)
  out[k++] = feature2(21, s0wt, b0t)
  out[k++] = feature2(22, s0t, b0wt)
  out[k++] = feature2(23, s0w, b0w)
  out[k++] = feature1(24, tags)
  out[k++] = feature2(25, b0t, b1t)
  out[k++] = feature2(26, b0w, b1w)
  out[k++] = feature2(27, b0wt, b1t)
  out[k++] = feature1(28, stackTags)
  out[k++] = feature2(29, s1w, s0w)
  out[k++] = feature2(30, s1wt, s0t)
  out[k++] = feature2(31, s1t, s0wt)
  out[k++] = feature2(32, s1t, b0t)
  out[k++] = feature2(33, s1wt, b0t)
  out[k++] = feature2(34, s1t, b0wt)
  out[k++] = feature2(35, s1w, b0w)
  out[k++] = feature2(36, s0w, b1w)
  out[k++] = feature2(37, s0wt, b1t)
  // triples
  out[k++] = feature2(40, tags, b1t)
  out[k++] = feature2(41, stackTags, b0t)
  out[k++] = feature2(42, stackTags, s2t)
  out[k++] = feature3(43, b0t, b1t, b2t)
  out[k++] = feature3(44, s0wt, b0t, b1t)
  out[k++] = feature3(45, s0t, b0wt, b1t)
  out[k++] = feature3(46, s1wt, s0t, b0t)
  out[k++] = feature3(47, s1t, s0wt, b0t)
  out[k++] = feature2(48, stackTags, b0wt)
  out[k++] = feature3(49, stackTags, b0t, b1t)
  out[k++] = feature3(50, s1wt, s0wt, b0t)
  out[k++] = feature3(51, s1t, s0wt, b0wt)
  out[k++] = feature3(52, s1wt, s0t, b0wt)
  out[k++] = feature3(53, tags, b1t, b2t)
  out[k++] = feature3(54, stackTags, s2t, b0t)
  // distance
  out[k++] = feature2(60, s0wt, gap)
  out[k++] = feature2(61, s0t, gap)
  out[k++] = feature2(62, b0wt, gap)
  out[k++] = feature2(63, b0t, gap)
  out[k++] = feature2(64, tags, gap)
  out[k++] = feature3(65, s0w, b0w, gap)
  out[k++] = feature2(66, stackTags, gap1)
  out[k++] = feature2(67, s1wt, gap1)
  out[k++] = feature2(68, s0wt, gap1)
  // valency
  out[k++] = feature2(70, s0wt, rightCount[s0]!)
  out[k++] = feature2(71, s0t, rightCount[s0]!)
  out[k++] = feature2(72, s0wt, leftCount[s0]!)
  out[k++] = feature2(73, s0t, leftCount[s0]!)
  out[k++] = feature2(74, b0wt, leftCount[b0]!)
  out[k++] = feature2(75, b0t, leftCount[b0]!)
  out[k++] = feature2(76, s1wt, rightCount[s1]!)
  out[k++] = feature3(77, s1t, s0t, rightCount[s1]!)
  out[k++] = feature3(78, tags, leftCount[b0]!, rightCount[s0]!)
  // dependants
  out[k++] = feature2(80, s0t, wordTag[l0]!)
  out[k++] = feature2(81, s0t, wordTag[r0]!)
  out[k++] = feature2(82, b0t, wordTag[lb]!)
  out[k++] = feature2(83, s1t, wordTag[r1]!)
  out[k++] = feature2(84, s1t, wordTag[l1]!)
  out[k++] = feature3(85, s0t, tag[l0]!, b0t)
  out[k++] = feature3(86, s0t, tag[r0]!, b0t)
  out[k++] = feature3(87, s0t, tag[lb]!, b0t)
  out[k++] = feature3(88, s1t, tag[r1]!, s0t)
  out[k++] = feature3(89, s1t, tag[r0]!, s0t)
  out[k++] = feature3(90, s1t, tag[l0]!, s0t)
  out[k++] = feature3(91, stackTags, b0t, tag[lb]!)
  out[k++] = feature3(92, s0t, tag[r0]!, tag[r02]!)
  out[k++] = feature3(93, s0t, tag[l0]!, tag[l02]!)
  out[k++] = feature3(94, b0t, tag[lb]!, tag[lb2]!)
  out[k++] = feature3(95, s1t, tag[r1]!, tag[r12]!)
  // relations of dependants
  const labelsRight = (label[r0]! << 8) | label[r02]!
  const labelsLeft = (label[l0]! << 8) | label[l02]!
  const labelsNext = (label[lb]! << 8) | label[lb2]!
  const labelsBelow = (label[r1]! << 8) | label[r12]!
  out[k++] = feature2(100, s0wt, labelsRight)
  out[k++] = feature2(101, s0t, labelsRight)
  out[k++] = feature2(102, s0wt, labelsLeft)
  out[k++] = feature2(103, s0t, labelsLeft)
  out[k++] = feature2(104, b0wt, labelsNext)
  out[k++] = feature2(105, b0t, labelsNext)
  out[k++] = feature2(106, s1wt, labelsBelow)
  out[k++] = feature3(107, tags, labelsNext, label[r0]!)
  out[k++] = feature3(108, tags, labelsRight, labelsLeft)
  out[k++] = feature3(109, stackTags, labelsLeft, label[r1]!)
  out[k++] = feature3(110, stackTags, labelsBelow, b0t)
  out[k++] = feature3(111, stackTags, labelsNext, b0t)
  out[k++] = feature3(112, stackTags, labelsLeft, labelsRight)
  out[k++] = feature3(113, s1wt, s0wt, label[l0]!)
  // what stands between, and what is still to come
  out[k++] = feature2(120, tags, commas * 4 + verbs)
  out[k++] = feature2(121, stackTags, commas1 * 4 + verbs1)
  out[k++] = feature3(122, stackTags, b0t, commas1 * 4 + verbs)
  out[k++] = feature2(123, tags, verbsLeft * 4 + verbs)
  out[k++] = feature2(124, s0wt, commas * 4 + verbs)
  out[k++] = feature3(125, stackTags, b0t, verbsLeft)
  out[k++] = feature2(126, tags, signs)
  out[k++] = feature2(127, tags, input.capital[s0]! * 2 + input.capital[b0]!)
  out[k++] = feature3(128, s0t, input.suffix[s0]!, b0t)
  out[k++] = feature3(129, s0t, input.suffix[b0]!, b0t)
  out[k++] = feature3(130, coarse[s1]!, coarse[s0]!, coarse[b0]!)
  out[k++] = feature3(131, (coarse[s2]! << 8) | coarse[s1]!, coarse[s0]!, (coarse[b0]! << 8) | coarse[b1]!)
  out[k++] = feature3(132, tags, joins, commas)
  out[k++] = feature3(133, tags, quoted, verbs)
  out[k++] = feature3(134, s0w, b0t, quoted)
  // all relations of the dependants so far
  const have0 = relations[s0]!
  const have1 = relations[s1]!
  out[k++] = feature2(140, s0t, have0)
  out[k++] = feature2(141, tags, have0)
  out[k++] = feature2(142, stackTags, have1)
  out[k++] = feature3(143, tags, relations[b0]!, joins)
  out[k++] = feature3(144, s0w, b0t, have0)
  out[k++] = feature3(145, s1w, s0t, have1)
  return k
}

/** Features of the arc from `head` to `dependant`, at the moment it is made. */
export function labelFeatures(input: ParseInput, state: ParseState, head: number, dependant: number, out: Int32Array): number {
  const {n, word, tag, wordTag} = input
  const {label, left1, left2, right1, relations} = state
  const none = n + 1
  const before = dependant > 0 ? dependant - 1 : none
  const after = dependant + 1 < n ? dependant + 1 : none
  const headBefore = head > 0 && head < n ? head - 1 : none
  const headAfter = head + 1 < n ? head + 1 : none
  const ht = tag[head]!
  const dt = tag[dependant]!
  const hw = word[head]!
  const dw = word[dependant]!
  const side = head > dependant ? 1 : 0
  const gap = distance(Math.abs(head - dependant)) * 2 + side
  const tags = (ht << 9) | (dt << 1) | side
  const lc = left1[dependant]!
  const lc2 = left2[dependant]!
  const rc = right1[dependant]!
  const low = Math.min(head, dependant)
  const high = Math.max(head, dependant)
  const commas = few(input.commas[high]! - input.commas[low]!)
  const verbs = few(input.verbs[high]! - input.verbs[Math.min(low + 1, n)]!)
  const hl = label[left1[head]!]!
  const hr = label[right1[head]!]!
  let k = 0
  out[k++] = feature1(1, tags)
  out[k++] = feature2(2, tags, gap)
  out[k++] = feature2(3, hw, side)
  out[k++] = feature2(4, dw, side)
  out[k++] = feature2(5, wordTag[head]!, dt)
  out[k++] = feature2(6, wordTag[dependant]!, ht)
  out[k++] = feature3(7, hw, dw, side)
  out[k++] = feature2(8, wordTag[dependant]!, gap)
  out[k++] = feature3(9, tags, tag[before]!, tag[after]!)
  out[k++] = feature3(10, tags, tag[headBefore]!, tag[headAfter]!)
  out[k++] = feature2(11, tags, tag[before]!)
  out[k++] = feature2(12, tags, tag[after]!)
  out[k++] = feature2(13, tags, word[lc]!)
  out[k++] = feature2(14, tags, label[lc]!)
  out[k++] = feature3(15, tags, label[lc]!, label[lc2]!)
  out[k++] = feature2(16, tags, label[rc]!)
  out[k++] = feature2(17, tags, word[rc]!)
  out[k++] = feature3(18, hw, dt, word[lc]!)
  out[k++] = feature3(19, hw, dt, label[lc]!)
  out[k++] = feature3(20, tags, hl, hr)
  out[k++] = feature2(21, tags, hl)
  out[k++] = feature2(22, tags, hr)
  out[k++] = feature3(23, hw, dt, hl)
  out[k++] = feature3(24, hw, dt, hr)
  out[k++] = feature2(25, tags, input.suffix[dependant]!)
  out[k++] = feature2(26, tags, input.suffix[head]!)
  out[k++] = feature3(27, tags, input.suffix[head]!, input.suffix[dependant]!)
  out[k++] = feature2(28, tags, commas * 4 + verbs)
  out[k++] = feature3(29, tags, input.capital[dependant]! * 2 + input.capital[head]!, commas)
  out[k++] = feature3(30, dw, ht, tag[after]!)
  out[k++] = feature3(31, dw, ht, tag[before]!)
  out[k++] = feature3(32, hw, dw, dt)
  out[k++] = feature2(33, tags, word[before]!)
  out[k++] = feature2(34, tags, word[after]!)
  out[k++] = feature3(35, tags, state.leftCount[head]!, state.rightCount[head]!)
  out[k++] = feature3(36, tags, state.leftCount[dependant]!, state.rightCount[dependant]!)
  out[k++] = feature3(37, wordTag[dependant]!, label[lc]!, side)
  out[k++] = feature3(38, tags, label[lc]! === NO_LABEL ? 1 : 0, dependant === 0 ? 1 : 0)
  const quoted = (input.quotes[high]! - input.quotes[low]!) & 1
  const joins = few(input.joins[high]! - input.joins[low]!)
  const have = relations[head]!
  out[k++] = feature2(39, tags, have)
  out[k++] = feature3(40, hw, dt, have)
  out[k++] = feature2(41, tags, relations[dependant]!)
  out[k++] = feature3(42, tags, quoted, verbs)
  out[k++] = feature3(43, hw, dt, quoted)
  out[k++] = feature3(44, tags, joins, commas)
  return k
}
