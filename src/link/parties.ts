// Who stands for whom: rolls people, metonyms and bodies up to the party they act for, and tells which places lie within which.
import type {Entity} from '../model/record.ts'

export interface Parties {
  readonly entities: ReadonlyMap<string, Entity>
  /** The party that an entity acts for, itself where it acts for nobody. */
  readonly partyOf: (id: string) => string
  /** Parties of several entities, each once, ascending. */
  readonly partiesOf: (ids: readonly string[]) => string[]
  /** Parties among several entities: nobody whom the reports only describe ("prisoners", "experts") sits at a table. */
  readonly namedPartiesOf: (ids: readonly string[]) => string[]
  /** Named people among them. */
  readonly peopleOf: (ids: readonly string[]) => string[]
  /** Of several for one party the named people; where nobody is named whoever is described, else the party itself; groups and bodies only where nothing else is. */
  readonly mostTelling: (ids: readonly string[]) => string[]
  /** True where one place is the other or holds it. */
  readonly placesAgree: (a: string, b: string) => boolean
  /** Entity of a country by its ISO code, null where no document names it. */
  readonly countryParty: (code: string) => string | null
  readonly nameOf: (id: string | null) => string
  /** Everything that this table tells of an entity, in one line: where it stays the same, so does what was settled about the entity. */
  readonly viewOf: (id: string) => string
}

/** Chains of offices are short; a longer one is a circle. */
const LONGEST_CHAIN = 5

export function findParties(list: readonly Entity[]): Parties {
  const entities = new Map(list.map(entity => [entity.id, entity]))
  const countries = new Map(list.filter(({type, country}) => type === 'country' && country !== null).map(({id, country}) => [country!, id]))
  const sameName = namesakes(list)
  const partyOf = (id: string): string => {
    let party = id
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const next: string | null | undefined = entities.get(party)?.actsFor
      if (next === null || next === undefined || next === party) break
      party = next
    }
    party = sameName.get(party) ?? party
    const entity = entities.get(party)
    // A government and its country are one party at the table.
    if (entity?.type === 'public-body' && entity.country !== null) return countries.get(entity.country) ?? party
    return party
  }
  const rankOf = (id: string): number => {
    const type = entities.get(sameName.get(id) ?? id)?.type
    if (type === 'person') return isNamedPerson(entities.get(id)) ? PERSON : SOME_PERSON
    return type === 'country' ? 2 : type === 'organization' || type === 'public-body' ? 1 : 0
  }
  /** "64 prisoners" and "the prisoners" of two reports take one seat, whoever they are. */
  const seatOf = (id: string): string => {
    const entity = entities.get(id)
    return entity && isDescribed(entity) ? `the ${entity.name.toLowerCase().split(' ').at(-1)}` : partyOf(id)
  }
  return {
    entities,
    partyOf,
    partiesOf: ids => [...new Set(ids.map(partyOf))].sort(),
    namedPartiesOf: ids => [...new Set(ids.map(partyOf))].filter(id => !isDescribed(entities.get(id))).sort(),
    peopleOf: ids => ids.filter(id => isNamedPerson(entities.get(id)) && !sameName.has(id)),
    mostTelling: ids => {
      const best = new Map<string, number>()
      for (const id of ids) best.set(seatOf(id), Math.max(best.get(seatOf(id)) ?? 0, rankOf(id)))
      const kept = new Set<string>()
      return ids.filter(id => {
        if (rankOf(id) < best.get(seatOf(id))!) return false
        const single = rankOf(id) < SOME_PERSON
        if (single && kept.has(seatOf(id))) return false
        kept.add(seatOf(id))
        return true
      })
    },
    placesAgree: (a, b) =>
      a === b || holds(entities, a, b) || holds(entities, b, a) || countryHolds(entities, a, b) || countryHolds(entities, b, a),
    countryParty: code => countries.get(code) ?? null,
    nameOf: id => (id === null ? '' : (entities.get(id)?.name ?? id)),
    viewOf: id => {
      const entity = entities.get(id)
      if (entity === undefined) return id
      const party = partyOf(id)
      const table = entities.get(party)
      const outlet = entity.outlet
      return [
        ...[
          id,
          entity.type,
          entity.name,
          entity.country,
          isDescribed(entity),
          isNamedPerson(entity),
          sameName.get(id),
          rankOf(id),
          seatOf(id),
        ],
        ...[party, table?.type, table?.name, table?.country, table && isDescribed(table), rankOf(party)],
        ...[outlet?.family, outlet?.state, entity.country === null ? null : countries.get(entity.country)],
        ...holdersOf(entities, id),
      ].join('|')
    },
  }
}

/**
 * One word that some report uses of a country or body and another, read less surely, of a person, is one party at the table: "Ostrel and Mirvan
 * met" in two reports is one meeting. Entity → the one it sits with; the entities themselves stay as they were linked.
 */
function namesakes(list: readonly Entity[]): Map<string, string> {
  const byName = new Map<string, Entity[]>()
  for (const entity of list) {
    const name = entity.name.toLowerCase()
    if (!name.includes(' ') && entity.type !== 'place' && entity.type !== 'outlet') byName.set(name, [...(byName.get(name) ?? []), entity])
  }
  const seats = new Map<string, string>()
  for (const group of byName.values()) {
    const ranked = [...group].sort((a, b) => SEATS.indexOf(a.type) - SEATS.indexOf(b.type) || (a.id < b.id ? -1 : 1))
    if (group.length > 1 && SEATS.indexOf(ranked[0]!.type) < SEATS.indexOf('person')) for (const {id} of group) seats.set(id, ranked[0]!.id)
  }
  return seats
}

const SEATS: readonly Entity['type'][] = ['country', 'public-body', 'organization', 'group', 'person', 'place', 'outlet']

const PERSON = 4
/** "The deputy minister" beside a named minister of the same side is most likely that minister. */
const SOME_PERSON = 3

/** A group without any name of its own that acts for nobody. */
const isDescribed = (entity: Entity | undefined): boolean =>
  entity?.type === 'group' && !entity.mentions.some(mention => mention.level === 'name')

/** "The military commander" is a person without a name: he may be anybody whom another report names. */
const isNamedPerson = (entity: Entity | undefined): boolean =>
  entity?.type === 'person' && (entity.mentions.length === 0 || entity.mentions.some(mention => mention.level === 'name'))

function holdersOf(entities: ReadonlyMap<string, Entity>, id: string): string[] {
  const chain: string[] = []
  for (let place = entities.get(id)?.within, step = 0; step < LONGEST_CHAIN && place; step++, place = entities.get(place)?.within)
    chain.push(place)
  return chain
}

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
