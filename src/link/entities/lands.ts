// One name for each country that no pack knows, over all reports: "Kalvian" of one is "Kalvia" of another, and a lone name that one report reads less
// surely than the rest ("Kalvia" as a person, an agency as a place) is read as the surest of them reads it. The table grows with the reports, and tells
// in which of them a newcomer makes a name read otherwise.
import type {Somebody} from '../../model/mention.ts'
import type {ReadDocument} from '../../model/reading.ts'
import {foldName} from '../../text/names/fold.ts'

export interface Reading {
  readonly type: Somebody['type']
  readonly name: string
}

export interface LoneNames {
  /** Adds documents by number. Gives the others of which some name is now read otherwise. */
  readonly add: (documents: readonly {readonly number: number; readonly document: ReadDocument}[]) => ReadonlySet<number>
  readonly read: (somebody: Somebody) => Reading
}

interface Word {
  readonly types: Set<Somebody['type']>
  /** The spelling that sorts first. */
  written: string
  readonly documents: Set<number>
  /** How it was read when last asked. */
  told: string
}

/** Surest first: what makes a country or an outlet is told by the words around it, a lone person's name is the tagger's guess. */
const SUREST: readonly Somebody['type'][] = ['outlet', 'country', 'place']
const ENDINGS = ['n', 'an', 'ian', 'ean', 'i', 'ese', 'ish', 'ic', 'ite']
const VOWELS = ['', 'a', 'o', 'e', 'ia', 'ya']
const MIN_STEM = 4

export function growLoneNames(): LoneNames {
  const words = new Map<string, Word>()
  const surnames = new Set<string>()
  /** Stem → words seen as a country that it would be the land of. */
  const under = new Map<string, Set<string>>()

  return {
    add(documents) {
      const changed = new Set<string>()
      for (const {number, document} of documents) for (const somebody of document.somebodies) take(somebody, number, changed)
      const newcomers = new Set(documents.map(({number}) => number))
      const otherwise = new Set<number>()
      for (const name of nearTo(changed)) {
        const word = words.get(name)
        if (word === undefined) continue
        const told = tell(name, word)
        if (told === word.told) continue
        word.told = told
        for (const document of word.documents) if (!newcomers.has(document)) otherwise.add(document)
      }
      return otherwise
    },
    read(somebody) {
      const name = foldName(somebody.name)
      if (!isLone(somebody) || surnames.has(name)) return {type: somebody.type, name: somebody.name}
      const {types} = words.get(name)!
      if (types.has('outlet')) return {type: 'outlet', name: somebody.name}
      const land = landOf(name, types)
      if (land !== null) return {type: 'country', name: words.get(land)!.written}
      return {type: SUREST.find(type => types.has(type)) ?? somebody.type, name: somebody.name}
    },
  }

  function take(somebody: Somebody, document: number, changed: Set<string>): void {
    const name = foldName(somebody.name)
    if (somebody.type === 'person' && !somebody.unnamed && name.includes(' ')) {
      const surname = name.slice(name.lastIndexOf(' ') + 1)
      if (!surnames.has(surname)) changed.add(surname)
      surnames.add(surname)
    }
    if (!isLone(somebody)) return
    let word = words.get(name)
    if (word === undefined) {
      word = {types: new Set(), written: somebody.name, documents: new Set(), told: ''}
      words.set(name, word)
    }
    if (!word.types.has(somebody.type) || somebody.name < word.written) changed.add(name)
    word.types.add(somebody.type)
    if (somebody.name < word.written) word.written = somebody.name
    word.documents.add(document)
    if (somebody.type === 'country')
      for (const stem of stemsOf(name)) {
        const list = under.get(stem)
        if (list) list.add(name)
        else under.set(stem, new Set([name]))
      }
  }

  /** Whatever is read by one of the names: itself, words that it may be the land of, and the lands of all these. */
  function nearTo(names: ReadonlySet<string>): Set<string> {
    const near = new Set(names)
    for (const name of names) for (const word of under.get(name) ?? []) near.add(word)
    for (const name of [...near]) if (words.get(name)?.types.has('country')) for (const stem of stemsOf(name)) near.add(stem)
    return near
  }

  function tell(name: string, {types}: Word): string {
    if (surnames.has(name)) return 'as it stands'
    if (types.has('outlet')) return 'outlet'
    const land = landOf(name, types)
    return land === null ? `${SUREST.find(type => types.has(type)) ?? ''}` : `country ${words.get(land)!.written}`
  }

  /** The land that a word names: "kalvia" for "kalvian" and for itself; null where no report reads it as one. */
  function landOf(name: string, types: ReadonlySet<string>): string | null {
    if (types.has('country')) return landUnder(name) ?? name
    for (const word of under.get(name) ?? []) if (landUnder(word) === name) return name
    return null
  }

  /** The longest stem that reports name. */
  function landUnder(word: string): string | null {
    let best: string | null = null
    for (const stem of stemsOf(word)) if (words.has(stem) && (best === null || stem.length > best.length)) best = stem
    return best === null || surnames.has(best) ? null : best
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

/** What may be the land of a word, the longer cuts first. */
function stemsOf(word: string): string[] {
  const stems: string[] = []
  for (let length = word.length - 1; length >= MIN_STEM; length--)
    if (ENDINGS.includes(word.slice(length)))
      for (const last of VOWELS) if (word.slice(0, length) + last !== word) stems.push(word.slice(0, length) + last)
  return stems
}
