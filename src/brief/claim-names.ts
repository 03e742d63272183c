// Whom the record knows by the names of a sentence that is not in it. Only a whole name, an alias, or a surname that one person bears counts:
// a name that is nearly right is somebody else until the reports say otherwise.
import type {Document} from '../model/document.ts'
import type {Somebody} from '../model/mention.ts'
import type {Entity, RecordFile} from '../model/record.ts'
import {foldWord} from '../text/similarity-words.ts'

export interface KnownNames {
  /** Entities that a somebody of the sentence can be; empty where the record knows nobody of that name. */
  entitiesOf(somebody: number): readonly string[]
  /** Each of these must be met: one group for a name, one a member for a pair of names. */
  groupsOf(somebody: number): readonly (readonly string[])[]
  /** Whoever bears a single word as surname or whole name. */
  bearersOf(word: string): readonly string[]
  /** The entity itself, the party it speaks for, and what holds it. */
  circleOf(entity: string): ReadonlySet<string>
  /** True for both sides, the two delegations and the like. */
  isJoint(entity: string): boolean
  nameOf(entity: string): string
}

export function knownNames(draft: Pick<Document, 'somebodies'>, record: RecordFile): KnownNames {
  const byName = new Map<string, Set<string>>()
  const bySurname = new Map<string, Set<string>>()
  const byId = new Map(record.entities.map(entity => [entity.id, entity]))
  for (const entity of record.entities) for (const name of [entity.name, ...entity.aliases]) enter(name, entity, byName, bySurname)
  const found = draft.somebodies.map(somebody => lookUp(somebody, byName, bySurname, byId))
  // "Korrell and Solmin" may come as one name: then both of its parts are meant.
  const groups = draft.somebodies.map((somebody, i) => {
    if (found[i]!.length > 0) return [found[i]!]
    if (somebody.members.length > 0) return somebody.members.map(member => found[member] ?? [])
    const parts = somebody.name.split(/ and |, /)
    return parts.length < 2 ? [[]] : parts.map(name => lookUp({...somebody, type: 'person', name, aliases: []}, byName, bySurname, byId))
  })
  return {
    entitiesOf: somebody => found[somebody] ?? [],
    groupsOf: somebody => groups[somebody] ?? [],
    isJoint: id => byId.get(id)?.type === 'group' && /^(?:the )?(?:both|two) /i.test(byId.get(id)!.name),
    bearersOf: word => [...(bySurname.get(keyOf(word)) ?? byName.get(keyOf(word)) ?? [])],
    nameOf: id => byId.get(id)?.name ?? id,
    circleOf: id => {
      const circle = new Set([id])
      for (let at = byId.get(id); at !== undefined; ) {
        const next: string | null = at.actsFor ?? at.within
        if (next === null || circle.has(next)) break
        circle.add(next)
        at = byId.get(next)
      }
      return circle
    },
  }
}

const keyOf = (name: string): string =>
  foldWord(name)
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function enter(name: string, entity: Entity, byName: Map<string, Set<string>>, bySurname: Map<string, Set<string>>): void {
  const key = keyOf(name)
  if (key === '') return
  byName.set(key, (byName.get(key) ?? new Set()).add(entity.id))
  if (entity.type !== 'person') return
  const surname = key.split(' ').at(-1)!
  bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(entity.id))
}

function lookUp(
  {name, aliases, type, unnamed}: Somebody,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  bySurname: ReadonlyMap<string, ReadonlySet<string>>,
  byId: ReadonlyMap<string, Entity>,
): readonly string[] {
  if (unnamed) return []
  const fits = (id: string): boolean => (byId.get(id)!.type === 'person') === (type === 'person') || byId.get(id)!.type === 'group'
  for (const known of [name, ...aliases]) {
    const ids = [...(byName.get(keyOf(known)) ?? [])].filter(fits)
    if (ids.length > 0) return ids
  }
  if (type !== 'person' || keyOf(name).includes(' ')) return []
  const bearers = bySurname.get(keyOf(name))
  return bearers?.size === 1 ? [...bearers] : []
}
