// Finds the names that packs/world knows, as written there: countries, seats, bodies, outlets, people, territories, towns.

import type {WorldEntry, WorldPack} from '../../model/pack-world.ts'
import type {Packs} from '../../model/packs.ts'
import {readTowns, type Town} from '../../text/names/towns.ts'

export interface KnownName {
  readonly written: string
  /** What may be meant, likeliest first. */
  readonly entries: readonly WorldEntry[]
  readonly towns: readonly Town[]
}

export interface Gazetteer {
  /** Names by the first run of letters in lower case; longest first. */
  readonly byFirst: ReadonlyMap<string, readonly KnownName[]>
  readonly byId: ReadonlyMap<string, WorldEntry>
  readonly bySurname: ReadonlyMap<string, readonly WorldEntry[]>
  readonly townsFor: Readonly<Record<string, string>>
}

const gazetteers = new WeakMap<WorldPack, Gazetteer>()
const FIRST_RUN = /^[\p{L}\p{N}]+/u

export function gazetteerOf(packs: Packs): Gazetteer {
  const known = gazetteers.get(packs.world)
  if (known) return known
  const built = buildGazetteer(packs.world, new Set(packs.names.articledOutlets))
  gazetteers.set(packs.world, built)
  return built
}

/** Names begin without an article: "The Hague" keeps it, since no name is left without. */
const withoutArticle = (name: string, articled: ReadonlySet<string>): string =>
  /^The \p{Lu}\p{L}+ \p{L}/u.test(name) || articled.has(name) ? name.slice(4) : name

function buildGazetteer(world: WorldPack, articled: ReadonlySet<string>): Gazetteer {
  const names = new Map<string, {entries: WorldEntry[]; towns: Town[]}>()
  const slot = (written: string): {entries: WorldEntry[]; towns: Town[]} => {
    const found = names.get(written) ?? {entries: [], towns: []}
    names.set(written, found)
    return found
  }
  const byId = new Map<string, WorldEntry>()
  const bySurname = new Map<string, WorldEntry[]>()
  const othersOf = new Map<string, string[]>()
  for (const [other, name] of Object.entries(world.exonyms)) othersOf.set(name, [...(othersOf.get(name) ?? []), other])
  for (const entry of world.entries) {
    byId.set(entry.id, byId.get(entry.id) ?? entry)
    const forms = [entry.name, ...entry.aliases]
    if (entry.type === 'place' || entry.type === 'country') forms.push(...(othersOf.get(entry.name) ?? []))
    for (const form of new Set(forms.map(form => withoutArticle(form.replaceAll('’', "'"), articled)))) slot(form).entries.push(entry)
    if (entry.type === 'person') {
      const surname = entry.name.split(' ').at(-1)!
      bySurname.set(surname, [...(bySurname.get(surname) ?? []), entry])
    }
  }
  for (const town of readTowns(world)) {
    for (const form of new Set([town.name, ...(othersOf.get(town.name) ?? [])])) slot(form.replaceAll('’', "'")).towns.push(town)
  }
  const byFirst = new Map<string, KnownName[]>()
  for (const [written, {entries, towns}] of names) {
    const first = FIRST_RUN.exec(written)?.[0].toLowerCase()
    if (first === undefined) continue
    const list = byFirst.get(first)
    const name = {written, entries, towns}
    if (list) list.push(name)
    else byFirst.set(first, [name])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.written.length - a.written.length)
  return {byFirst, byId, bySurname, townsFor: world.townsFor}
}

const LETTER = /[\p{L}\p{N}]/u

/** Longest known name that begins at the offset of the plain text; null where none does. */
export function knownNameAt(gazetteer: Gazetteer, plain: string, start: number): KnownName | null {
  const run = FIRST_RUN.exec(plain.slice(start, start + 24))?.[0]
  if (run === undefined) return null
  for (const name of gazetteer.byFirst.get(run.toLowerCase()) ?? []) {
    const end = start + name.written.length
    if (!plain.startsWith(name.written, start)) continue
    const next = plain.charAt(end)
    if (LETTER.test(next) && LETTER.test(name.written.at(-1)!)) continue
    return name
  }
  return null
}
