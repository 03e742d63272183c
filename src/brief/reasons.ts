// Reasons are written for the program: they name reports by their ids, which may be paths of somebody's disk, fold names to small letters and
// carry scores. A reader gets numbers of reports, names as they are written, and no score.
import type {Lookup} from './lookup.ts'

/** "02.txt shares text with 05.txt" becomes "report 2 shares text with report 5". */
export function inNumbers(reason: string, lookup: Lookup): string {
  const numbers = numbersByName(lookup)
  const words = reason.split(' ')
  const out: string[] = []
  for (let at = 0; at < words.length; ) {
    const length = lengthOfName(words, at, numbers)
    out.push(length === 0 ? words[at]! : `report ${numbers.get(words.slice(at, at + length).join(' '))}`)
    at += Math.max(length, 1)
  }
  return out.join(' ')
}

/** Paths with more spaces stay as they are. */
const MOST_WORDS = 8

function lengthOfName(words: readonly string[], at: number, numbers: ReadonlyMap<string, number>): number {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--)
    if (numbers.has(words.slice(at, at + length).join(' '))) return length
  return 0
}

const named = new WeakMap<Lookup, Map<string, number>>()

function numbersByName(lookup: Lookup): ReadonlyMap<string, number> {
  let numbers = named.get(lookup)
  if (!numbers) {
    numbers = new Map(
      lookup.documents.flatMap(({id, file}, i) => [[id, i + 1] as const, ...(file === null ? [] : [[file, i + 1] as const])]),
    )
    named.set(lookup, numbers)
  }
  return numbers
}

/** "corell and korrell are one name in two spellings (0.88)" becomes "Corell and Korrell are one name in two spellings". */
export function asWritten(reason: string, names: readonly string[]): string {
  const written = new Map<string, string>()
  for (const word of names.flatMap(name => name.split(/\s+/))) if (!written.has(word.toLowerCase())) written.set(word.toLowerCase(), word)
  return reason.replace(/ \(\d\.\d{1,3}\)/g, '').replace(/[\p{L}\p{M}'’-]+/gu, word => written.get(word) ?? word)
}
