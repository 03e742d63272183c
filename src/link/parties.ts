// Who stands for whom: rolls people, metonyms and bodies up to the party they act for, and tells which places lie within which.
import type {Entity} from '../model/record.ts'
import type {Outline} from './entities/entry.ts'

export interface Parties {
  readonly entities: Lookup<Outline>
  /** With all mentions and posts: written when asked for. */
  readonly written: Written
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

export interface Lookup<Value> {
  readonly get: (key: string) => Value | undefined
}

export interface Written extends Lookup<Entity> {
  readonly values: () => Iterable<Entity>
}

/** What a table of parties rests on; each lookup tells how things stand now. */
export interface Seats {
  readonly outlines: Lookup<Outline>
  /** Entity of a country by its ISO code. */
  readonly countries: Lookup<string>
  /** Entity of the same word that sits at the table for this one. */
  readonly namesakes: Lookup<string>
  /** Entity that a pack entry is in these reports. */
  readonly entries: Lookup<string>
}

/** Chains of offices are short; a longer one is a circle. */
const LONGEST_CHAIN = 5

export function partiesOver({outlines, countries, namesakes, entries}: Seats, written: Written): Parties {
  const partyOf = (id: string): string => {
    let party = id
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const next: string | null | undefined = outlines.get(party)?.actsFor
      if (next === null || next === undefined || next === party) break
      party = next
    }
    party = namesakes.get(party) ?? party
    const outline = outlines.get(party)
    // A government and its country are one party at the table.
    if (outline?.type === 'public-body' && outline.country !== null) return countries.get(outline.country) ?? party
    return party
  }
  const rankOf = (id: string): number => {
    const type = outlines.get(namesakes.get(id) ?? id)?.type
    if (type === 'person') return isNamedPerson(outlines.get(id)) ? PERSON : SOME_PERSON
    return type === 'country' ? 2 : type === 'organization' || type === 'public-body' ? 1 : 0
  }
  /** "64 prisoners" and "the prisoners" of two reports take one seat, whoever they are. */
  const seatOf = (id: string): string => {
    const outline = outlines.get(id)
    return outline && isDescribed(outline) ? `the ${outline.name.toLowerCase().split(' ').at(-1)}` : partyOf(id)
  }
  const holderOf = (id: string): string | null => {
    const entry = outlines.get(id)?.withinPack ?? null
    return entry === null ? null : (entries.get(entry) ?? null)
  }
  return {
    entities: outlines,
    written,
    partyOf,
    partiesOf: ids => [...new Set(ids.map(partyOf))].sort(),
    namedPartiesOf: ids => [...new Set(ids.map(partyOf))].filter(id => !isDescribed(outlines.get(id))).sort(),
    peopleOf: ids => ids.filter(id => isNamedPerson(outlines.get(id)) && namesakes.get(id) === undefined),
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
    placesAgree: (a, b) => a === b || holds(a, b) || holds(b, a) || countryHolds(a, b) || countryHolds(b, a),
    countryParty: code => countries.get(code) ?? null,
    nameOf: id => (id === null ? '' : (outlines.get(id)?.name ?? id)),
    viewOf: id => {
      const outline = outlines.get(id)
      if (outline === undefined) return id
      const party = partyOf(id)
      const table = outlines.get(party)
      const {outlet} = outline
      return [
        ...[id, outline.type, outline.name, outline.country, isDescribed(outline), isNamedPerson(outline)],
        ...[namesakes.get(id), rankOf(id), seatOf(id)],
        ...[party, table?.type, table?.name, table?.country, table && isDescribed(table), rankOf(party)],
        ...[outlet?.family, outlet?.state, outline.country === null ? null : countries.get(outline.country)],
        ...holdersOf(id),
      ].join('|')
    },
  }

  function holdersOf(id: string): string[] {
    const chain: string[] = []
    for (let place = holderOf(id); place !== null && chain.length < LONGEST_CHAIN; place = holderOf(place)) chain.push(place)
    return chain
  }

  function holds(outer: string, inner: string): boolean {
    return holdersOf(inner).includes(outer)
  }

  function countryHolds(outer: string, inner: string): boolean {
    const country = outlines.get(outer)
    const place = outlines.get(inner)
    return country?.type === 'country' && country.country !== null && place?.country === country.country
  }
}

/**
 * One word that some report uses of a country or body and another, read less surely, of a person, is one party at the table: "Ostrel and Mirvan
 * met" in two reports is one meeting. Of the bearers of a name, the one that sits for all; the entities themselves stay as they were linked.
 */
export function seatAmong(bearers: readonly Outline[]): string | null {
  const ranked = [...bearers].sort((a, b) => SEATS.indexOf(a.type) - SEATS.indexOf(b.type) || (a.id < b.id ? -1 : 1))
  return ranked.length > 1 && SEATS.indexOf(ranked[0]!.type) < SEATS.indexOf('person') ? ranked[0]!.id : null
}

/** The word by which an outline may have namesakes; null for places, outlets and names of several words. */
export const wordOf = ({name, type}: Outline): string | null =>
  name.includes(' ') || type === 'place' || type === 'outlet' ? null : name.toLowerCase()

const SEATS: readonly Entity['type'][] = ['country', 'public-body', 'organization', 'group', 'person', 'place', 'outlet']

const PERSON = 4
/** "The deputy minister" beside a named minister of the same side is most likely that minister. */
const SOME_PERSON = 3

/** A group without any name of its own that acts for nobody. */
const isDescribed = (outline: Outline | undefined): boolean => outline?.type === 'group' && !outline.named

/** "The military commander" is a person without a name: he may be anybody whom another report names. */
const isNamedPerson = (outline: Outline | undefined): boolean => outline?.type === 'person' && (!outline.mentioned || outline.named)
