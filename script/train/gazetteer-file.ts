// Turns the word lists of the name tagger into the sections of a model file: sorted hashes with their bits, no strings.
import {chain, GAZETTEER_TABLES, wordKey} from '../../src/annotate/engine/gazetteer.ts'
import {FIRST_HASH} from '../../src/annotate/engine/hash-bits.ts'
import {deltas} from './store.ts'

/** Bits → words or phrases in lower case, parted by spaces. */
export type GazetteerLists = readonly (readonly [number, readonly string[]])[]

export function gazetteerSections(lists: GazetteerLists): Map<string, Uint8Array> {
  const tables = {words: new Map<number, number>(), phrases: new Map<number, number>(), starts: new Map<number, number>()}
  const add = (table: Map<number, number>, key: number, bits: number): void => {
    table.set(key, (table.get(key) ?? 0) | bits)
  }
  for (const [bits, entries] of lists)
    for (const entry of entries) {
      const parts = entryWords(entry)
      // an abbreviation with stops is one word of the tokeniser
      if (parts.length > 1 && !entry.includes(' ') && entry.includes('.')) add(tables.words, wordKey(entry), bits)
      if (parts.length === 1) add(tables.words, wordKey(parts[0]!), bits)
      else {
        add(tables.starts, wordKey(parts[0]!), 1)
        add(
          tables.phrases,
          parts.reduce((key, part) => chain(key, wordKey(part)), 0),
          bits,
        )
      }
    }
  const sections = new Map<string, Uint8Array>()
  for (const name of GAZETTEER_TABLES) {
    const sorted = [...tables[name]].sort((a, b) => a[0] - b[0])
    sections.set(`gazetteer.${name}`, deltas(sorted.map(([key]) => key - FIRST_HASH)))
    sections.set(
      `gazetteer.${name}.bits`,
      Uint8Array.from([...sorted.map(([, bits]) => bits & 255), ...sorted.map(([, bits]) => bits >> 8)]),
    )
  }
  return sections
}

/** The tokeniser's cuts of an entry are not known here, so hyphens and apostrophes end a word as they do in a text. */
const entryWords = (entry: string): string[] =>
  entry
    .toLowerCase()
    .split(/ |(?=[-'’.])|(?<=[-])/u)
    .filter(part => part !== '')
