// Word lists of the name tagger: towns, countries, peoples, titles, head words of bodies and places. Hints only, never decisions.
import {hashText} from './hashing.ts'
import {FLAG_CAPITAL, type Words} from './words.ts'

export const BIT_TOWN = 1
export const BIT_COUNTRY = 2
export const BIT_PEOPLE = 4
export const BIT_TITLE = 8
export const BIT_BODY = 16
export const BIT_PLACE = 32
export const BIT_GIVEN = 64
export const BIT_FAMILY = 128
/** Not the first word of its entry. */
export const BIT_INSIDE = 256
export const BIT_BIG_TOWN = 512
/** Known organisations and outlets by their full names. */
export const BIT_BODY_NAME = 1024
export const BIT_REGION = 2048
/** Given and family names of word lists, where BIT_GIVEN and BIT_FAMILY are those of the training sets. */
export const BIT_LISTED_GIVEN = 4096
export const BIT_LISTED_FAMILY = 8192
/** Known people by their full names. */
export const BIT_PERSON = 16384

export interface Gazetteer {
  /** Hash of a single word in lower case → bits. */
  readonly words: ReadonlyMap<number, number>
  /** Hash of an entry of several words in lower case → bits; `starts` holds the hashes of their first words. */
  readonly phrases: ReadonlyMap<number, number>
  readonly starts: ReadonlySet<number>
}

/** Entries as they travel in the model file: bits → words or phrases in lower case, parted by spaces. */
export type GazetteerLists = readonly (readonly [number, readonly string[]])[]

/** The tokeniser's cuts of an entry are not known here, so hyphens and apostrophes end a word as they do in a text. */
export function entryWords(entry: string): string[] {
  const lower = entry.toLowerCase()
  // nine of ten entries are one plain word, and the loading of the engine waits for this
  if (!/[-'’. ]/.test(lower)) return lower === '' ? [] : [lower]
  return lower.split(/ |(?=[-'’.])|(?<=[-])/u).filter(part => part !== '')
}

export function gazetteerOf(lists: GazetteerLists): Gazetteer {
  const words = new Map<number, number>()
  const phrases = new Map<number, number>()
  const starts = new Set<number>()
  for (const [bits, entries] of lists)
    for (const entry of entries) {
      const parts = entryWords(entry)
      // an abbreviation with stops is one word of the tokeniser
      if (parts.length > 1 && !entry.includes(' ') && entry.includes('.'))
        words.set(wordKey(entry), (words.get(wordKey(entry)) ?? 0) | bits)
      if (parts.length === 1) words.set(wordKey(parts[0]!), (words.get(wordKey(parts[0]!)) ?? 0) | bits)
      else {
        starts.add(wordKey(parts[0]!))
        let key = 0
        for (const part of parts) key = chain(key, wordKey(part))
        phrases.set(key, (phrases.get(key) ?? 0) | bits)
      }
    }
  return {words, phrases, starts}
}

const wordKey = (word: string): number => hashText(word)

const chain = (key: number, word: number): number => (Math.imul(key ^ word, 0x01000193) + 0x9e3779b1) | 0

const LONGEST_PHRASE = 6

/** Bits of every token of a document. Towns and countries count only where they are written with a capital. */
export function gazetteerBits(
  gazetteer: Gazetteer,
  text: string,
  words: Words,
  start: ArrayLike<number>,
  end: ArrayLike<number>,
): Uint16Array {
  const bits = new Uint16Array(words.length)
  const keys = new Int32Array(words.length)
  for (let i = 0; i < words.length; i++) {
    keys[i] = wordKey(text.slice(start[i]!, Math.min(end[i]!, start[i]! + 40)).toLowerCase())
    const found = gazetteer.words.get(keys[i]!) ?? 0
    bits[i] = bits[i]! | ((words.flags[i]! & FLAG_CAPITAL) !== 0 ? found : found & (BIT_TITLE | BIT_BODY | BIT_PLACE))
  }
  for (let i = 0; i < words.length; i++) {
    if ((words.flags[i]! & FLAG_CAPITAL) === 0 || !gazetteer.starts.has(keys[i]!)) continue
    let key = chain(0, keys[i]!)
    for (let j = i + 1; j < words.length && j < i + LONGEST_PHRASE; j++) {
      key = chain(key, keys[j]!)
      const found = gazetteer.phrases.get(key)
      if (found === undefined) continue
      bits[i] = bits[i]! | found
      for (let k = i + 1; k <= j; k++) bits[k] = bits[k]! | found | BIT_INSIDE
    }
  }
  return bits
}
