// What every part of this stage looks at: the words, the tree with the reach of each subtree, the quotation marks and the lexicon.
import type {With} from '../../model/document.ts'
import type {Span} from '../../model/span.ts'
import type {Sentence, Tokens} from '../../model/tokens.ts'
import {findQuotations, type Quotation} from '../../text/quotations.ts'
import {fullRelationOf, relationOf, uposOf} from '../../text/tree.ts'
import type {Lexicon} from './lexicon.ts'

export interface Scene {
  readonly text: string
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  readonly lexicon: Lexicon
  readonly quotations: readonly Quotation[]
  /** Index of the outermost quotation that token i stands in (marks included), -1 where in none. */
  readonly quoteOf: Int32Array
  /** 1 where token i stands in a time expression. */
  readonly timed: Uint8Array
  /** First and last token of the subtree under token i. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** Lower-case word of token i. */
  word(i: number): string
}

export function setScene(document: With<'sentences' | 'tokens' | 'times'>, lexicon: Lexicon): Scene {
  const {text, tokens, sentences} = document
  const quotations = findQuotations(text)
  const words: string[] = new Array(tokens.length)
  return {
    text,
    tokens,
    sentences,
    lexicon,
    quotations,
    quoteOf: quotesOfTokens(tokens, quotations),
    timed: tokensInTimes(document),
    ...reachOfSubtrees(tokens),
    word: i => {
      words[i] ??= text.slice(tokens.start[i], tokens.end[i]).toLowerCase()
      return words[i]!
    },
  }
}

function quotesOfTokens(tokens: Tokens, quotations: readonly Quotation[]): Int32Array {
  const quoteOf = new Int32Array(tokens.length).fill(-1)
  let token = 0
  quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return
    while (token < tokens.length && tokens.start[token]! < quotation.start) token++
    while (token < tokens.length && tokens.start[token]! < quotation.end) quoteOf[token++] = index
  })
  return quoteOf
}

function tokensInTimes({tokens, times}: With<'tokens' | 'times'>): Uint8Array {
  const timed = new Uint8Array(tokens.length)
  let token = 0
  for (const time of times) {
    while (token < tokens.length && tokens.end[token]! <= time.start) token++
    for (let i = token; i < tokens.length && tokens.start[i]! < time.end; i++) timed[i] = 1
  }
  return timed
}

function reachOfSubtrees(tokens: Tokens): {left: Int32Array; right: Int32Array} {
  const left = Int32Array.from({length: tokens.length}, (_, i) => i)
  const right = Int32Array.from(left)
  const order: number[] = []
  for (let i = 0; i < tokens.length; i++) if (tokens.head[i]! < 0) order.push(i)
  for (let at = 0; at < order.length; at++)
    for (let child = tokens.firstChild[order[at]!]!; child >= 0; child = tokens.nextSibling[child]!) order.push(child)
  for (let at = order.length - 1; at >= 0; at--) {
    const token = order[at]!
    const head = tokens.head[token]!
    if (head < 0) continue
    if (left[token]! < left[head]!) left[head] = left[token]!
    if (right[token]! > right[head]!) right[head] = right[token]!
  }
  return {left, right}
}

/** First dependant of i with one of the relations (subtype ignored), -1 where there is none. */
export function childOf({tokens}: Scene, i: number, ...relations: readonly string[]): number {
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!)
    if (relations.includes(relationOf(tokens, child))) return child
  return -1
}

/** First dependant of i with exactly this relation. */
export function exactChildOf({tokens}: Scene, i: number, relation: string): number {
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!)
    if (fullRelationOf(tokens, child) === relation) return child
  return -1
}

/** The preposition of a nominal ("for" in "for a truce"), lower case, "" where there is none. */
export function prepositionOf(scene: Scene, i: number): string {
  const marker = childOf(scene, i, 'case')
  return marker < 0 ? '' : scene.word(marker)
}

export const isVerb = ({tokens}: Scene, i: number): boolean => {
  const upos = uposOf(tokens, i)
  return upos === 'VERB' || upos === 'AUX'
}

export const isPunctuation = ({tokens}: Scene, i: number): boolean => uposOf(tokens, i) === 'PUNCT'

export const tagOf = ({tokens}: Scene, i: number): string => tokens.tags[tokens.xpos[i]!]!

/** Base form of a verb: the lemma where the lexicon knows it, else the base of its regular form. */
export function baseOf({tokens, lexicon, word}: Scene, i: number): string {
  const lemma = tokens.lemma(i)
  return lexicon.verbs.has(lemma) ? lemma : (lexicon.baseForms.get(word(i)) ?? lemma)
}

/** Characters of tokens first … last. */
export const spanOf = ({tokens}: Scene, first: number, last: number): Span => ({start: tokens.start[first]!, end: tokens.end[last]!})
