// What a sentence is about, as weighted keys: stems of its words, fuzzy keys of its names, its numbers. Quoted words are left out,
// since a shared quotation shows a shared utterance and nothing about who read whom.
import type {Span} from '../model/span.ts'
import {fuzzyKey} from './similarity-names.ts'
import {foldWord, hashOf, mixHashes, type Words, wordsOf} from './similarity-words.ts'
import {stemOf} from './stem.ts'

/** Stem → texts in a thousand that hold it (packs/links/words.yaml). */
export type Commonness = Readonly<Record<string, number>>

export interface SentenceKeys extends Span {
  /** Words of the sentence: firstWord … endWord - 1. */
  readonly firstWord: number
  readonly endWord: number
  /** Distinct keys, ascending. */
  readonly keys: Int32Array
  /** Names and numbers in text order, neighbours of equal key once. */
  readonly marks: Int32Array
}

export interface Profile {
  readonly words: Words
  readonly sentences: readonly SentenceKeys[]
  /** Distinct keys of the document, ascending, with how often each stands. */
  readonly keys: Int32Array
  readonly counts: Float64Array
  /** Share of a thousand texts that hold the key, in the order of `keys`; 0 where the list does not know it. */
  readonly commonness: Float64Array
}

/** A stem that stands in every third text says nothing about what a sentence is about. */
const EMPTY_WORD = 330
const NAME_SEED = hashOf('name')
const NUMBER_SEED = hashOf('number')

/** Keys of each sentence and of the whole text. Linear. */
export function profileOf(text: string, sentences: readonly Span[], commonness: Commonness): Profile {
  const words = wordsOf(text)
  const counts = new Map<number, number>()
  const common = new Map<number, number>()
  const result: SentenceKeys[] = []
  let word = 0
  for (const sentence of sentences) {
    while (word < words.length && words.end[word]! <= sentence.start) word++
    const firstWord = word
    const keys = new Set<number>()
    const marks: number[] = []
    for (; word < words.length && words.start[word]! < sentence.end; word++) {
      const key = keyOf(text, words, word, word === firstWord, commonness)
      if (key === null) continue
      counts.set(key.hash, (counts.get(key.hash) ?? 0) + (words.quoted[word] ? 0.5 : 1))
      common.set(key.hash, key.commonness)
      if (words.quoted[word]) continue
      keys.add(key.hash)
      if (key.mark && marks.at(-1) !== key.hash) marks.push(key.hash)
    }
    result.push({
      start: sentence.start,
      end: sentence.end,
      firstWord,
      endWord: word,
      keys: Int32Array.from(keys).sort(),
      marks: Int32Array.from(marks),
    })
  }
  const keys = Int32Array.from(counts.keys()).sort()
  return {
    words,
    sentences: result,
    keys,
    counts: Float64Array.from(keys, key => counts.get(key)!),
    commonness: Float64Array.from(keys, key => common.get(key)!),
  }
}

interface Key {
  readonly hash: number
  /** True for names and numbers. */
  readonly mark: boolean
  readonly commonness: number
}

function keyOf(text: string, words: Words, i: number, first: boolean, commonness: Commonness): Key | null {
  const word = text.slice(words.start[i], words.end[i])
  const folded = foldWord(word)
  if (/^\p{N}/u.test(folded)) return {hash: mixHashes(NUMBER_SEED, hashOf(folded)), mark: folded.length > 1, commonness: 0}
  const stem = stemOf(folded)
  const known = Object.hasOwn(commonness, stem) ? commonness[stem]! : 0
  const capital = word[0] !== word[0]!.toLowerCase()
  if (capital && (known === 0 || (!first && known < EMPTY_WORD && /^\p{Lu}\p{Ll}/u.test(word) && known < COMMON_CAPITAL))) {
    if (folded.length < 2) return null
    return {hash: mixHashes(NAME_SEED, hashOf(fuzzyKey(word))), mark: true, commonness: 0}
  }
  if (known >= EMPTY_WORD || folded.length < 2) return null
  return {hash: hashOf(stem), mark: false, commonness: known}
}

/** A capitalised word that stands lower case in more texts than this is a word of a title or headline ("Foreign Minister"), no name. */
const COMMON_CAPITAL = 3

/** Weight of a key: rare words tell, common ones do not. `texts` hold it of `all`; the list of common words stands for 1,000 texts more. */
export const weightOf = (commonness: number, texts: number, all: number): number =>
  Math.log((LISTED_TEXTS + all + 1) / ((LISTED_TEXTS * commonness) / 1000 + texts + 1))

const LISTED_TEXTS = 1000
