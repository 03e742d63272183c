// Walks over the dependency tree of a document: dependants, subtrees, the words of a stretch. No object a token is made.
import {type Tokens, UPOS, type Upos} from '../model/tokens.ts'

/** Universal part of speech of token i. */
export const uposOf = (tokens: Tokens, i: number): Upos => UPOS[tokens.upos[i]!]!

/** Relation of token i to its head without the subtype: `nsubj` for `nsubj:pass`. */
export function relationOf(tokens: Tokens, i: number): string {
  const relation = tokens.relations[tokens.deprel[i]!]!
  const colon = relation.indexOf(':')
  return colon < 0 ? relation : relation.slice(0, colon)
}

/** Relation of token i with its subtype. */
export const fullRelationOf = (tokens: Tokens, i: number): string => tokens.relations[tokens.deprel[i]!]!

export const wordOf = (text: string, tokens: Tokens, i: number): string => text.slice(tokens.start[i], tokens.end[i])

/** Dependants of token i in text order. */
export function* childrenOf(tokens: Tokens, i: number): Generator<number> {
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) yield child
}

/** First and last token of the subtree under i. Iterative, since a broken text may make a tree of any depth. */
export function subtreeOf(tokens: Tokens, i: number): {first: number; last: number} {
  let first = i
  let last = i
  const open = [i]
  while (open.length > 0) {
    const token = open.pop()!
    if (token < first) first = token
    if (token > last) last = token
    for (let child = tokens.firstChild[token]!; child >= 0; child = tokens.nextSibling[child]!) open.push(child)
  }
  return {first, last}
}

/** First token that starts at or after the offset, by binary search; tokens.length where there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.end[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
