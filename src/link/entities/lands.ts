// One name for each country that no pack knows, over all reports: "Kalvian" of one is "Kalvia" of another, and a lone name that one report reads less
// surely than the rest ("Kalvia" as a person, an agency as a place) is read as the surest of them reads it.
import type {Somebody} from '../../model/mention.ts'
import type {ReadDocument} from '../../model/reading.ts'
import {foldName} from '../../text/names/fold.ts'

export interface Reading {
  readonly type: Somebody['type']
  readonly name: string
}

/** Surest first: what makes a country or an outlet is told by the words around it, a lone person's name is the tagger's guess. */
const SUREST: readonly Somebody['type'][] = ['outlet', 'country', 'place']
const ENDINGS = ['n', 'an', 'ian', 'ean', 'i', 'ese', 'ish', 'ic', 'ite']
const VOWELS = ['', 'a', 'o', 'e', 'ia', 'ya']
const MIN_STEM = 4

export function readLoneNames(documents: readonly ReadDocument[]): (somebody: Somebody) => Reading {
  const types = new Map<string, Set<Somebody['type']>>()
  const written = new Map<string, string>()
  const surnames = new Set<string>()
  for (const somebody of documents.flatMap(document => document.somebodies)) {
    const name = foldName(somebody.name)
    if (somebody.type === 'person' && !somebody.unnamed && name.includes(' ')) surnames.add(name.slice(name.lastIndexOf(' ') + 1))
    if (!isLone(somebody)) continue
    types.set(name, (types.get(name) ?? new Set()).add(somebody.type))
    const known = written.get(name)
    if (known === undefined || somebody.name < known) written.set(name, somebody.name)
  }
  const landOf = new Map<string, string>()
  for (const [name, seen] of types) {
    if (!seen.has('country')) continue
    const stem = stemOf(name, types)
    if (stem !== null && !surnames.has(stem)) {
      landOf.set(name, stem)
      landOf.set(stem, stem)
    } else landOf.set(name, landOf.get(name) ?? name)
  }
  return somebody => {
    const name = foldName(somebody.name)
    if (!isLone(somebody) || surnames.has(name)) return {type: somebody.type, name: somebody.name}
    const land = landOf.get(name)
    const seen = types.get(name)!
    if (seen.has('outlet')) return {type: 'outlet', name: somebody.name}
    if (land !== undefined) return {type: 'country', name: written.get(land)!}
    return {type: SUREST.find(type => seen.has(type)) ?? somebody.type, name: somebody.name}
  }
}

/** One word, in no pack, of which the report tells no post. */
const isLone = (somebody: Somebody): boolean =>
  somebody.pack === null &&
  somebody.country === null &&
  !somebody.unnamed &&
  somebody.members.length === 0 &&
  somebody.type !== 'group' &&
  somebody.type !== 'public-body' &&
  (somebody.type !== 'person' || somebody.roles.length === 0) &&
  !somebody.name.includes(' ')

function stemOf(word: string, names: ReadonlyMap<string, unknown>): string | null {
  let best: string | null = null
  for (let length = word.length - 1; length >= MIN_STEM; length--) {
    if (!ENDINGS.includes(word.slice(length))) continue
    for (const last of VOWELS) {
      const place = word.slice(0, length) + last
      if (place !== word && names.has(place) && (best === null || place.length > best.length)) best = place
    }
  }
  return best
}
