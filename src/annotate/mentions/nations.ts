// Finds nationality words: "Russian", "Americans", and by their stem the adjectives of places that this document names ("Kalvian" where Kalvia is).
import type {Packs} from '../../model/packs.ts'
import {uposOf} from '../../text/tree.ts'
import type {NameHit} from './hits.ts'
import type {Lands} from './lands.ts'
import {isCapital, isRead, type Sheet, wordAt} from './sheet.ts'

export interface Nation {
  readonly token: number
  /** ISO code; '' for a people without a country, or of a place the pack does not know. */
  readonly code: string
  /** Name of the place in this document, for adjectives the pack does not know. */
  readonly place: string | null
  /** "Americans": people, not the country. */
  readonly people: boolean
}

const UNKNOWN = /.{3}(?:ian|ese|ish)$/

export function findNations(sheet: Sheet, hits: readonly NameHit[], lands: Lands, packs: Packs): ReadonlyMap<number, Nation> {
  const nations = new Map<number, Nation>()
  const taken = new Set<number>()
  for (const hit of hits) for (let i = hit.first; i < hit.endToken; i++) taken.add(i)
  const peoples = new Set(packs.world.peoples)
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (taken.has(i) || !isCapital(sheet, i) || !isRead(sheet, i)) continue
    const two = i + 1 < sheet.tokens.length ? packs.world.demonyms[`${sheet.lower[i]} ${sheet.lower[i + 1]}`] : undefined
    if (two !== undefined && isCapital(sheet, i + 1)) {
      const people = sheet.lower[i + 1]!.endsWith('s')
      nations.set(i, {token: i, code: two, place: null, people})
      nations.set(i + 1, {token: i + 1, code: two, place: null, people})
      i++
      continue
    }
    const word = sheet.lower[i]!
    const code = packs.world.demonyms[word]
    if (code !== undefined) nations.set(i, {token: i, code, place: null, people: isPlural(word)})
    else if (peoples.has(word)) nations.set(i, {token: i, code: '', place: null, people: isPlural(word)})
    else {
      const place = lands.get(wordAt(sheet, i)) ?? lands.get(wordAt(sheet, i).replace(/s$/, '')) ?? null
      // "Kalvian officials" where no report names Kalvia: a nationality all the same, of nobody known.
      const upos = uposOf(sheet.tokens, i)
      if (place === null && UNKNOWN.test(word) && (upos === 'ADJ' || upos === 'PROPN') && !isCapital(sheet, i + 1))
        nations.set(i, {token: i, code: '', place: null, people: false})
      if (place !== null) nations.set(i, {token: i, code: '', place, people: isPlural(word)})
    }
  }
  return nations
}

const isPlural = (word: string): boolean => word.endsWith('s') && !word.endsWith('ss')
