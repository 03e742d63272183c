// Takes a name apart once, so that it can be compared many times: words without titles and particles, each with its sound and its skeleton.
import type {NamePack} from '../../model/pack-names.ts'
import {foldName} from './fold.ts'
import {romaniseWord, skeletonOf} from './romanise.ts'

export interface NameWord {
  readonly folded: string
  /** Sound-like spelling, of the common form where the given name has one. */
  readonly sound: string
  /** Sounds of the further forms that a short name may stand for. */
  readonly others: readonly string[]
  /** Letters that an initial of it may have. */
  readonly initials: string
  readonly skeleton: string
  readonly weight: number
  readonly patronymic: boolean
}

export interface PreparedName {
  readonly folded: string
  readonly words: readonly NameWord[]
  /** All words joined, as folded: "jongun" for "Jong-un". */
  readonly joined: string
  /** Index of the word after "bin", "ben", "ibn": the father's name; -1 where none stands. */
  readonly father: number
  /** jr, sr, ii …; null where none stands. */
  readonly generation: string | null
}

/** Names that were asked for lately, and those asked for before them: when the first are full, the second are let go. */
interface Remembered {
  late: Map<string, PreparedName>
  early: Map<string, PreparedName>
}

/** The tables of a pack as sets, built once a pack. */
export interface NameTables {
  readonly titles: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly generations: ReadonlySet<string>
  readonly patronymic: RegExp
  readonly equivalents: ReadonlyMap<string, readonly string[]>
  readonly prepared: Remembered
}

// A name takes 0.8 KB, and in "parley add" memory grows by 1.4 MB a thousand reports for as long as new names come (bench/memory.ts): twice
// 50,000 end that at 80 MB. 60,000 names compared with each other (bench/entities.ts): 20 s of processor time with 50,000, 33 s with 25,000.
const MAX_PREPARED = 50_000
const tablesOf = new WeakMap<NamePack, NameTables>()

export function nameTables(pack: NamePack): NameTables {
  const known = tablesOf.get(pack)
  if (known) return known
  const tables: NameTables = {
    titles: new Set(pack.titles),
    particles: new Set(pack.particles),
    generations: new Set(pack.generations),
    patronymic: new RegExp(`.{3}(?:${pack.patronymics.join('|')})$`),
    equivalents: new Map(Object.entries(pack.equivalents)),
    prepared: {late: new Map(), early: new Map()},
  }
  tablesOf.set(pack, tables)
  return tables
}

export function prepareName(name: string, pack: NamePack): PreparedName {
  const tables = nameTables(pack)
  const {prepared} = tables
  const known = prepared.late.get(name)
  if (known) return known
  const found = prepared.early.get(name) ?? takeApart(name, tables)
  if (prepared.late.size >= MAX_PREPARED) {
    prepared.early = prepared.late
    prepared.late = new Map()
  }
  prepared.late.set(name, found)
  return found
}

const JUNIOR: Readonly<Record<string, string>> = {junior: 'jr', senior: 'sr'}

function takeApart(name: string, tables: NameTables): PreparedName {
  const folded = foldName(withoutDescription(name, tables))
  const all = folded === '' ? [] : folded.split(' ')
  let generation: string | null = null
  const bare: string[] = []
  for (const word of all) {
    if (tables.generations.has(word)) generation = JUNIOR[word] ?? word
    else bare.push(word)
  }
  let kept = bare.filter(word => !tables.titles.has(word) && !tables.particles.has(word))
  // "Al Green" and "General Prime" are names though every word is in a list; a name never becomes empty.
  if (kept.length === 0) kept = bare.filter(word => !tables.titles.has(word))
  if (kept.length === 0) kept = bare
  const words = kept.map(word => prepareWord(word, tables))
  return {folded, words, joined: words.map(word => word.folded).join(''), father: fatherOf(bare, kept), generation}
}

// "Ms. Ada Lund, Head of Sales": a courtesy title says that the name runs in natural order, so that what follows the comma is no given name.
function withoutDescription(name: string, tables: NameTables): string {
  const comma = name.indexOf(',')
  if (comma < 0) return name
  const before = foldName(name.slice(0, comma)).split(' ')
  const after = foldName(name.slice(comma + 1)).split(' ')
  const natural = tables.titles.has(before[0] ?? '') && before.length >= 3
  return natural && !after.some(word => tables.generations.has(word)) ? name.slice(0, comma) : name
}

function prepareWord(folded: string, tables: NameTables): NameWord {
  const [common = folded, ...others] = tables.equivalents.get(folded) ?? []
  const sound = romaniseWord(common)
  const initials = folded.slice(0, 1) + common.slice(0, 1) + others.map(other => other.slice(0, 1)).join('')
  return {
    folded,
    sound,
    others: others.map(romaniseWord),
    initials,
    skeleton: skeletonOf(sound),
    weight: Math.log2(1 + sound.length),
    patronymic: tables.patronymic.test(folded),
  }
}

// "X bin Y" names a son and a father: turned round it is another man, where other names may stand in any order.
const SON_OF: ReadonlySet<string> = new Set(['bin', 'ben', 'ibn', 'bint'])

function fatherOf(all: readonly string[], kept: readonly string[]): number {
  const place = all.findIndex(word => SON_OF.has(word))
  return place < 1 ? -1 : kept.indexOf(all[place + 1] ?? '')
}
