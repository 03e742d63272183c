// The cast of a document while it is being filled: who has been met so far, and which spans name them.
import type {EntityType, Role} from '../../model/mention.ts'
import type {WorldEntry, WorldRole} from '../../model/pack-world.ts'
import type {Packs} from '../../model/packs.ts'
import type {Span} from '../../model/span.ts'
import {gazetteerOf} from './gazetteer.ts'

/** A role while its citations are being gathered; they are added in place, since one role may be told thousands of times. */
export type CastRole = Omit<Role, 'citations'> & {readonly citations: Span[]}

export interface Member {
  type: EntityType
  name: string
  readonly aliases: Set<string>
  pack: string | null
  country: string | null
  readonly roles: CastRole[]
  actsFor: number | null
  members: readonly number[]
  unnamed: boolean
  gender: 'f' | 'm' | null
}

export interface Naming {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly endToken: number
  type: EntityType
  readonly level: 'name' | 'nominal' | 'pronoun'
  readonly who: number
  readonly metonym: boolean
  readonly rule: string
}

export interface Cast {
  readonly members: Member[]
  readonly namings: Naming[]
  readonly packs: Packs
  readonly published: string | null
  readonly byPack: Map<string, number>
}

export const newCast = (packs: Packs, published: string | null): Cast => ({members: [], namings: [], packs, published, byPack: new Map()})

export function addMember(cast: Cast, type: EntityType, name: string, known: Partial<Member> = {}): number {
  cast.members.push({
    type,
    name,
    aliases: new Set(),
    pack: null,
    country: null,
    roles: [],
    actsFor: null,
    members: [],
    unnamed: false,
    gender: null,
    ...known,
  })
  return cast.members.length - 1
}

/** The member that a pack entry stands for; added where it is new, and with it the party it speaks for. */
export function memberOfPack(cast: Cast, id: string): number | null {
  const met = cast.byPack.get(id)
  if (met !== undefined) return met
  const entry = gazetteerOf(cast.packs).byId.get(id)
  if (!entry) return null
  const index = addMember(cast, entry.type, entry.name, {pack: id, country: entry.country, gender: entry.gender})
  cast.byPack.set(id, index)
  cast.members[index]!.actsFor = partyOfEntry(cast, entry)
  return index
}

/** The last one on the way from a post to its government to its country: the party. */
function partyOfEntry(cast: Cast, entry: WorldEntry): number | null {
  const {byId} = gazetteerOf(cast.packs)
  let next = entry.type === 'person' ? (roleAt(entry, cast.published)?.of ?? null) : entry.type === 'place' ? null : entry.actsFor
  for (let steps = 0; next !== null && steps < 6; steps++) {
    const found = byId.get(next)
    if (!found) return null
    const further = found.id.startsWith('country/') ? null : found.actsFor
    if (further === null) return memberOfPack(cast, found.id)
    next = further
  }
  return null
}

/** The office held on the day; the last open one where the day is unknown; none where all have ended. */
export function roleAt(entry: WorldEntry, day: string | null): WorldRole | null {
  const date = day?.slice(0, 10) ?? null
  const held = entry.roles.filter(role =>
    date === null ? role.to === null : isFrom(role.from, date) && (role.to === null || date <= `${role.to}~`),
  )
  return held.at(-1) ?? null
}

const isFrom = (from: string | null, date: string): boolean => from === null || from <= date

/** The party somebody speaks for, or is. */
export const partyOf = (cast: Cast, who: number): number => cast.members[who]!.actsFor ?? who

export function countryMember(cast: Cast, code: string): number | null {
  return code === '' ? null : memberOfPack(cast, `country/${code.toLowerCase()}`)
}

/** Namings before a token, nearest first. */
export function* namingsBefore(ordered: readonly Naming[], token: number): Generator<Naming> {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ordered[middle]!.first < token) low = middle + 1
    else high = middle
  }
  for (let i = low - 1; i >= 0; i--) yield ordered[i]!
}
