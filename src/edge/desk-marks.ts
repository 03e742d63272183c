// Where the words of a search stand in a text: the sentence around the best place, and the stretches to mark in it.
import {foldWord} from '../text/similarity-words.ts'
import {stemOf} from '../text/stem.ts'
import type {Asked, Phrase} from './desk-question.ts'

interface Found {
  readonly start: number
  readonly end: number
  /** Number of the phrase of the question. */
  readonly phrase: number
}

/** A search as stems, compared word for word. */
export interface Stems {
  readonly all: readonly (readonly Phrase[])[]
  readonly none: readonly Phrase[]
}

const stem = (word: string): string => stemOf(foldWord(word))

export const stemsOf = ({all, none}: Pick<Asked, 'all' | 'none'>): Stems => ({
  all: all.map(alternatives => alternatives.map(phrase => phrase.map(stem))),
  none: none.map(phrase => phrase.map(stem)),
})

/** Every stretch that answers a part of the question; null where a part is not answered or an unwanted word stands there. */
export function findAll(text: string, asked: Stems): readonly Found[] | null {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(match => ({
    ...{start: match.index, end: match.index + match[0].length, stem: stem(match[0])},
  }))
  const placesOf = (phrase: Phrase, number: number): Found[] => {
    const places: Found[] = []
    for (let i = 0; i + phrase.length <= words.length; i++)
      if (phrase.every((wanted, k) => words[i + k]!.stem === wanted))
        places.push({start: words[i]!.start, end: words[i + phrase.length - 1]!.end, phrase: number})
    return places
  }
  if (asked.none.some(phrase => placesOf(phrase, 0).length > 0)) return null
  const found: Found[] = []
  for (const [number, alternatives] of asked.all.entries()) {
    const places = alternatives.flatMap(phrase => placesOf(phrase, number))
    if (places.length === 0) return null
    found.push(...places)
  }
  return found.sort((a, b) => a.start - b.start)
}

export interface Excerpt {
  readonly start: number
  readonly end: number
  readonly excerpt: string
  readonly marks: readonly (readonly [number, number])[]
}

/** Longer sentences are cut around their first mark. */
const MAX_EXCERPT = 320

/** The sentence that answers most parts of the question, the first of equals. */
export function excerptOf(text: string, found: readonly Found[]): Excerpt {
  let best = sentenceAround(text, found[0]?.start ?? 0)
  let most = -1
  let last = -1
  for (const {start} of found) {
    if (start < last) continue
    const sentence = sentenceAround(text, start)
    last = sentence.end
    const count = new Set(found.filter(one => one.start >= sentence.start && one.end <= sentence.end).map(one => one.phrase)).size
    if (count > most) [best, most] = [sentence, count]
  }
  return within(text, best.start, best.end, found)
}

/** The stretch with the marks that lie in it. */
export function within(text: string, start: number, end: number, found: readonly Found[]): Excerpt {
  const inside = found.filter(one => one.start >= start && one.end <= end)
  const from = end - start > MAX_EXCERPT && inside[0] ? Math.max(start, inside[0].start - MAX_EXCERPT / 4) : start
  const to = Math.min(end, from + MAX_EXCERPT)
  const marks = inside.filter(one => one.start >= from && one.end <= to).map(one => [one.start - from, one.end - from] as const)
  return {start: from, end: to, excerpt: text.slice(from, to), marks}
}

/** From the sign that ends the sentence before to the one that ends this one; a line break always ends one. */
function sentenceAround(text: string, at: number): {start: number; end: number} {
  let start = at
  while (start > 0 && !endsSentence(text, start - 1)) start--
  while (start < at && /\s/.test(text[start]!)) start++
  let end = at
  while (end < text.length && !endsSentence(text, end)) end++
  return {start, end: text[end] === '\n' || end === text.length ? end : end + 1}
}

const endsSentence = (text: string, at: number): boolean =>
  text[at] === '\n' || (/[.!?”"]/.test(text[at]!) && /[.!?]/.test(text[at]! + (text[at - 1] ?? '')) && /\s/.test(text[at + 1] ?? ' '))
