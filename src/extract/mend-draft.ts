// The tree of a document while it is being mended: its columns as plain lists, and the small questions that every mend asks of them.
import type {Document} from '../model/document.ts'
import {firstWhere} from '../text/first-where.ts'
import type {Lexicon} from './lexicon.ts'

export interface Draft {
  readonly document: Document
  readonly lexicon: Lexicon
  readonly mentionAt: Int32Array
  readonly lemmas: readonly string[]
  readonly tags: string[]
  readonly heads: Int32Array
  readonly relations: string[]
  changed: number
}

export const hang = (draft: Draft, token: number, head: number, relation: string): void => {
  draft.heads[token] = head
  draft.relations[token] = relation
  draft.changed++
}

/** Words of a sentence that a mend looks at on either side; longer stretches are lists. */
export const WINDOW = 60

export function childWhere(draft: Draft, head: number, keeps: (child: number) => boolean): number {
  const end = Math.min(draft.tags.length, head + WINDOW)
  for (let child = Math.max(0, head - WINDOW); child < end; child++) if (draft.heads[child] === head && keeps(child)) return child
  return -1
}

export const isAuxiliary = (draft: Draft, token: number): boolean => draft.lemmas[token] === 'have' || draft.lemmas[token] === 'be'

export const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

export const isState = (draft: Draft, token: number): boolean => {
  const words = draft.lexicon.governingAdjectives.get(draft.lemmas[token]!)
  return words?.some(each => each.entry.class === 'planned' && each.after.length === 0) ?? false
}

/** True inside a time expression: a day is when, and no subject or object. */
export function isTime(draft: Draft, token: number): boolean {
  const start = draft.document.tokens.start[token]!
  const time = firstEnding(draft.document.times, start)
  return time !== undefined && time.start <= start
}

/** The first of a list in text order that ends behind an offset. */
export function firstEnding<Item extends {readonly end: number}>(items: readonly Item[], offset: number): Item | undefined {
  return items[firstWhere(items.length, i => items[i]!.end > offset)]
}
