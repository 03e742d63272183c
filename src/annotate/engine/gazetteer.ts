// Word lists of the name tagger: towns, countries, peoples, titles, head words of bodies and places. Hints only, never decisions.
import {bitsOf, type HashBits, hashBitsOf} from './hash-bits.ts'
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
  /** Single words in lower case. */
  readonly words: HashBits
  /** Entries of several words in lower case, by `chain`; `starts` holds their first words. */
  readonly phrases: HashBits
  readonly starts: HashBits
}

export const GAZETTEER_TABLES = ['words', 'phrases', 'starts'] as const

/** The lists of a model file. They travel as numbers: hashing thirty thousand entries anew took a sixth of the whole time of loading. */
export function gazetteerOf(sections: ReadonlyMap<string, Uint8Array>): Gazetteer {
  const table = (name: (typeof GAZETTEER_TABLES)[number]): HashBits =>
    hashBitsOf(sections.get(`gazetteer.${name}`)!, sections.get(`gazetteer.${name}.bits`)!)
  return {words: table('words'), phrases: table('phrases'), starts: table('starts')}
}

export const wordKey = (word: string): number => hashText(word)

/** Number of a phrase, from that of its words so far and the next word's. */
export const chain = (key: number, word: number): number => (Math.imul(key ^ word, 0x01000193) + 0x9e3779b1) | 0

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
    const found = bitsOf(gazetteer.words, keys[i]!)
    bits[i] = bits[i]! | ((words.flags[i]! & FLAG_CAPITAL) !== 0 ? found : found & (BIT_TITLE | BIT_BODY | BIT_PLACE))
  }
  for (let i = 0; i < words.length; i++) {
    if ((words.flags[i]! & FLAG_CAPITAL) === 0 || bitsOf(gazetteer.starts, keys[i]!) === 0) continue
    let key = chain(0, keys[i]!)
    for (let j = i + 1; j < words.length && j < i + LONGEST_PHRASE; j++) {
      key = chain(key, keys[j]!)
      const found = bitsOf(gazetteer.phrases, key)
      if (found === 0) continue
      bits[i] = bits[i]! | found
      for (let k = i + 1; k <= j; k++) bits[k] = bits[k]! | found | BIT_INSIDE
    }
  }
  return bits
}
