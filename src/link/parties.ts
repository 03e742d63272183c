// Who stands for whom: rolls people, metonyms and bodies up to the party they act for, and tells which places lie within which.
import type {Entity} from '../model/record.ts'

export interface Parties {
  readonly entities: ReadonlyMap<string, Entity>
  /** The party that an entity acts for, itself where it acts for nobody. */
  readonly partyOf: (id: string) => string
  /** Parties of several entities, each once, ascending. */
  readonly partiesOf: (ids: readonly string[]) => string[]
  /** Named people among them. */
  readonly peopleOf: (ids: readonly string[]) => string[]
  /** Of several for one party the people; where no people are named the party itself; groups and bodies only where nothing else is. */
  readonly mostTelling: (ids: readonly string[]) => string[]
  /** True where one place is the other or holds it. */
  readonly placesAgree: (a: string, b: string) => boolean
  /** Entity of a country by its ISO code, null where no document names it. */
  readonly countryParty: (code: string) => string | null
  readonly nameOf: (id: string | null) => string
}

/** Chains of offices are short; a longer one is a circle. */
const LONGEST_CHAIN = 5

export function findParties(list: readonly Entity[]): Parties {
  const entities = new Map(list.map(entity => [entity.id, entity]))
  const countries = new Map(list.filter(({type, country}) => type === 'country' && country !== null).map(({id, country}) => [country!, id]))
  const partyOf = (id: string): string => {
    let party = id
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const next: string | null | undefined = entities.get(party)?.actsFor
      if (next === null || next === undefined || next === party) break
      party = next
    }
    const entity = entities.get(party)
    // A government and its country are one party at the table.
    if (entity?.type === 'public-body' && entity.country !== null) return countries.get(entity.country) ?? party
    return party
  }
  const rankOf = (id: string): number => {
    const type = entities.get(id)?.type
    return type === 'person' ? PERSON : type === 'country' ? 2 : type === 'organization' || type === 'public-body' ? 1 : 0
  }
  return {
    entities,
    partyOf,
    partiesOf: ids => [...new Set(ids.map(partyOf))].sort(),
    peopleOf: ids => ids.filter(id => isNamedPerson(entities.get(id))),
    mostTelling: ids => {
      const best = new Map<string, number>()
      for (const id of ids) best.set(partyOf(id), Math.max(best.get(partyOf(id)) ?? 0, rankOf(id)))
      const kept = new Set<string>()
      return ids.filter(id => {
        if (rankOf(id) < best.get(partyOf(id))!) return false
        const single = rankOf(id) < PERSON
        if (single && kept.has(partyOf(id))) return false
        kept.add(partyOf(id))
        return true
      })
    },
    placesAgree: (a, b) =>
      a === b || holds(entities, a, b) || holds(entities, b, a) || countryHolds(entities, a, b) || countryHolds(entities, b, a),
    countryParty: code => countries.get(code) ?? null,
    nameOf: id => (id === null ? '' : (entities.get(id)?.name ?? id)),
  }
}

const PERSON = 3

/** "The military commander" is a person without a name: he may be anybody whom another report names. */
const isNamedPerson = (entity: Entity | undefined): boolean =>
  entity?.type === 'person' && (entity.mentions.length === 0 || entity.mentions.some(mention => mention.level === 'name'))

function holds(entities: ReadonlyMap<string, Entity>, outer: string, inner: string): boolean {
  let place: string | null | undefined = inner
  for (let step = 0; step < LONGEST_CHAIN && place !== null && place !== undefined; step++) {
    if (place === outer) return true
    place = entities.get(place)?.within
  }
  return false
}

function countryHolds(entities: ReadonlyMap<string, Entity>, outer: string, inner: string): boolean {
  const country = entities.get(outer)
  const place = entities.get(inner)
  return country?.type === 'country' && country.country !== null && place?.country === country.country
}
