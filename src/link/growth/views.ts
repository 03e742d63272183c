// What the record tells of each entity (`viewOf`), kept up as entities come and go. A view is made anew only where something that it looked at has
// changed: another entity in its chain, a namesake, the country of its code.
import type {Outline} from '../entities/entry.ts'
import {type Lookup, type Parties, partiesOver, type Seats, seatAmong, type Written, wordOf} from '../parties.ts'

export interface Views {
  /** Gives the entities that are told otherwise than before. */
  readonly update: (change: {
    readonly before: readonly Outline[]
    readonly after: readonly Outline[]
    readonly packs: ReadonlySet<string>
  }) => ReadonlySet<string>
  readonly parties: Parties
}

interface Around {
  readonly outline: (id: string) => Outline | undefined
  readonly ofPack: (pack: string) => string | null
  readonly written: Written
}

export function growViews({outline, ofPack, written}: Around): Views {
  const bearers = new Map<string, Set<string>>()
  const countries = new Map<string, Set<string>>()
  const seats: Seats = {
    outlines: {get: outline},
    countries: {get: countryOf},
    namesakes: {get: seatOf},
    entries: {get: pack => ofPack(pack) ?? undefined},
  }
  const views = new Map<string, string>()
  const lookedAt = new Map<string, ReadonlySet<string>>()
  const lookersAt = new Map<string, Set<string>>()
  let looking = new Set<string>()
  const watched = <Value>(kind: string, {get}: Lookup<Value>): Lookup<Value> => ({
    get(key) {
      looking.add(`${kind} ${key}`)
      return get(key)
    },
  })
  const watching = partiesOver(
    {
      outlines: watched('entity', seats.outlines),
      countries: watched('country', seats.countries),
      // Who sits for an entity depends on all that bear its word.
      namesakes: {
        get(id) {
          const own = outline(id)
          const word = own ? wordOf(own) : null
          looking.add(`entity ${id}`)
          if (word !== null) looking.add(`word ${word}`)
          return seatOf(id)
        },
      },
      entries: watched('entry', seats.entries),
    },
    written,
  )

  return {
    update({before, after, packs}) {
      const changed = new Set([...packs].map(pack => `entry ${pack}`))
      const now = new Map(after.map(one => [one.id, one]))
      const was = new Map(before.map(one => [one.id, one]))
      for (const one of before) if (!isSame(one, now.get(one.id))) note(one, changed)
      for (const one of after) if (!isSame(one, was.get(one.id))) note(one, changed)
      for (const one of before) file(one, 'out')
      for (const one of after) file(one, 'in')
      const stale = new Set(after.filter(one => !views.has(one.id)).map(({id}) => id))
      for (const key of changed) for (const id of lookersAt.get(key) ?? []) stale.add(id)
      const told = new Set<string>()
      for (const id of stale) if (look(id)) told.add(id)
      return told
    },
    parties: partiesOver(seats, written),
  }

  /** True where the view is another than before. */
  function look(id: string): boolean {
    looking = new Set()
    const view = outline(id) === undefined ? undefined : watching.viewOf(id)
    for (const key of lookedAt.get(id) ?? []) lookersAt.get(key)!.delete(id)
    for (const key of lookedAt.get(id) ?? []) if (lookersAt.get(key)!.size === 0) lookersAt.delete(key)
    if (view === undefined) {
      lookedAt.delete(id)
      views.delete(id)
      return false
    }
    lookedAt.set(id, looking)
    for (const key of looking) lookersAt.set(key, (lookersAt.get(key) ?? new Set()).add(id))
    const isOther = views.get(id) !== view
    views.set(id, view)
    return isOther
  }

  function file(one: Outline, way: 'in' | 'out'): void {
    const word = wordOf(one)
    if (word !== null) put(bearers, word, one.id, way)
    if (one.type === 'country' && one.country !== null) put(countries, one.country, one.id, way)
  }

  /** The entity of the pack's own entry before any other that some report calls a country of that code. */
  function countryOf(code: string): string | undefined {
    let first: string | undefined
    for (const id of countries.get(code) ?? []) if (first === undefined || isBefore(id, first)) first = id
    return first
  }

  function isBefore(a: string, b: string): boolean {
    const [one, other] = [outline(a)?.pack ?? null, outline(b)?.pack ?? null]
    return (one === null) !== (other === null) ? one !== null : a < b
  }

  function seatOf(id: string): string | undefined {
    const own = outline(id)
    const word = own ? wordOf(own) : null
    if (word === null) return undefined
    return seatAmong([...(bearers.get(word) ?? [])].flatMap(bearer => outline(bearer) ?? [])) ?? undefined
  }
}

function put(lists: Map<string, Set<string>>, key: string, id: string, way: 'in' | 'out'): void {
  const list = lists.get(key) ?? new Set<string>()
  if (way === 'in') list.add(id)
  else list.delete(id)
  if (list.size === 0) lists.delete(key)
  else lists.set(key, list)
}

/** Keys of everything by which others may know of an outline. */
function note(one: Outline, changed: Set<string>): void {
  changed.add(`entity ${one.id}`)
  const word = wordOf(one)
  if (word !== null) changed.add(`word ${word}`)
  if (one.type === 'country' && one.country !== null) changed.add(`country ${one.country}`)
}

const isSame = (a: Outline, b: Outline | undefined): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b)
