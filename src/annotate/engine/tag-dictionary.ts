// The tags that frequent words were seen with: the tagger chooses among them only, which makes it faster and spares it odd guesses.
import {FIRST_HASH} from './hash-bits.ts'
import {readDeltas} from './weights.ts'
import type {Words} from './words.ts'

export interface TagDictionary {
  /** Hash of the word in lower case → position in `lists`. */
  readonly words: ReadonlyMap<number, number>
  readonly lists: readonly Uint8Array[]
  /** For words that are not in it. */
  readonly all: Uint8Array
}

export const candidatesOf = (dictionary: TagDictionary, words: Words, i: number): Uint8Array => {
  const list = dictionary.words.get(words.norm[i]!)
  return list === undefined ? dictionary.all : dictionary.lists[list]!
}

/** From its sections: sorted hashes as differences, and for each its number of labels and the labels. */
export function tagDictionaryOf(labels: number, hashes: Uint8Array, tags: Uint8Array): TagDictionary {
  const words = new Map<number, number>()
  const lists: Uint8Array[] = []
  let at = 0
  readDeltas(hashes, (hash, n) => {
    words.set((hash + FIRST_HASH) | 0, n)
    const count = tags[at++]!
    lists.push(tags.subarray(at, at + count))
    at += count
  })
  return {words, lists, all: Uint8Array.from({length: labels}, (_, k) => k)}
}
