// Writes one entity of the record from the nodes that are it: name, aliases, posts with citations and dates, place on the map, mentions.

import type {WorldEntry} from '../../model/pack-world.ts'
import type {Packs} from '../../model/packs.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Citation, Entity} from '../../model/record.ts'
import {placeOfTown} from '../../text/names/towns.ts'
import {byCitation, cite, compare} from '../identity.ts'
import type {Node} from './nodes.ts'

const entriesOf = new WeakMap<Packs['world'], ReadonlyMap<string, WorldEntry>>()

export function worldEntries(packs: Packs): ReadonlyMap<string, WorldEntry> {
  let index = entriesOf.get(packs.world)
  if (!index) {
    index = new Map(packs.world.entries.map(entry => [entry.id, entry]))
    entriesOf.set(packs.world, index)
  }
  return index
}

export interface Resolved {
  readonly documents: readonly ReadDocument[]
  readonly packs: Packs
  readonly entityOf: (document: number, somebody: number) => string
  /** Entity of a pack entry, where the documents have it. */
  readonly ofPack: (pack: string) => string | null
}

/** What others rest on of an entity: enough to tell who sits at which table, without its mentions. */
export interface Outline extends Pick<Entity, 'id' | 'type' | 'name' | 'country' | 'actsFor' | 'outlet'> {
  readonly pack: string | null
  /** Entry that holds it, where it is a place or a body. */
  readonly withinPack: string | null
  /** Mentioned at all, and by a name. */
  readonly mentioned: boolean
  readonly named: boolean
}

/** What an outline rests on, counted, so that one more name costs one count. */
export interface Tally {
  readonly countries: Map<string, number>
  readonly types: Map<string, number>
  readonly parties: Map<string, number>
  readonly fullNames: Map<string, number>
  readonly loneNames: Map<string, number>
  mentioned: boolean
  named: boolean
}

export function tallyOf(nodes: Iterable<Node>, resolved: Resolved): Tally {
  const tally: Tally = {
    ...{countries: new Map(), types: new Map(), parties: new Map(), fullNames: new Map(), loneNames: new Map()},
    ...{mentioned: false, named: false},
  }
  for (const node of nodes) countIn(tally, node, resolved)
  return tally
}

export function countIn(tally: Tally, node: Node, {documents, entityOf}: Resolved): void {
  const {country, actsFor} = documents[node.document]!.somebodies[node.somebody]!
  increase(tally.countries, country)
  increase(tally.types, node.type)
  increase(tally.parties, actsFor === null ? null : entityOf(node.document, actsFor))
  increase(node.lone ? tally.loneNames : tally.fullNames, node.name)
  tally.mentioned ||= node.hashes.length > 0
  tally.named ||= node.byName
}

function increase(counts: Map<string, number>, value: string | null): void {
  if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
}

export function outlineOf(id: string, tally: Tally, pack: string | null, {packs}: Resolved): Outline {
  const entry = pack === null ? null : (worldEntries(packs).get(pack) ?? null)
  const country = entry ? entry.country : mostCommon(tally.countries)
  const told = entry?.type ?? mostCommon(tally.types)
  const isSeatAsPlace = entry?.stands === 'seat' && [...tally.types.keys()].every(type => type === 'place')
  const actsFor = mostCommon(tally.parties)
  const type = (isSeatAsPlace ? 'place' : told) as Entity['type']
  return {
    id,
    type,
    name: entry?.name ?? commonName(tally),
    country,
    actsFor: actsFor === id ? null : actsFor,
    outlet: told === 'outlet' ? (entry?.outlet ? {...entry.outlet} : {wire: false, state: null, family: null}) : null,
    pack,
    withinPack: entry ? entry.within : told === 'place' && country !== null ? `country/${country.toLowerCase()}` : null,
    mentioned: tally.mentioned,
    named: tally.named,
  }
}

export function writeEntity(outline: Outline, nodes: readonly Node[], resolved: Resolved): Entity {
  const {documents, packs, ofPack} = resolved
  const {id, type, name, country, pack} = outline
  const entry = pack === null ? null : (worldEntries(packs).get(pack) ?? null)
  const somebodies = nodes.map(node => ({node, somebody: documents[node.document]!.somebodies[node.somebody]!}))
  const aliases = new Set(somebodies.flatMap(({somebody}) => [somebody.name, ...somebody.aliases]))
  aliases.delete(name)
  return {
    id,
    type,
    name,
    aliases: [...aliases].sort(compare),
    country,
    claims: (entry?.claims ?? []).map(claim => ({party: nameOfParty(claim.party, packs), since: claim.since, citation: null})),
    roles: rolesOf(somebodies, entry, resolved),
    actsFor: outline.actsFor,
    mentions: mentionsOf(nodes, documents),
    at: pointOf(entry?.at ?? ((entry?.type ?? type) === 'place' && country !== null ? placeOfTown(packs.world, name, country) : null)),
    within: outline.withinPack === null ? null : ofPack(outline.withinPack),
    outlet: outline.outlet,
  }
}

const pointOf = (at: readonly [number, number] | null): [number, number] | null => (at === null ? null : [at[0], at[1]])

const nameOfParty = (party: string, packs: Packs): string =>
  /^[A-Z]{2}$/.test(party) ? (worldEntries(packs).get(`country/${party.toLowerCase()}`)?.name ?? party) : party

function mentionsOf(nodes: readonly Node[], documents: readonly ReadDocument[]): Entity['mentions'] {
  const mentions: Entity['mentions'] = []
  for (const node of nodes) {
    const document = documents[node.document]!
    for (const mention of document.mentions)
      if (mention.entity === node.somebody) mentions.push({...cite(document, mention), level: mention.level})
  }
  return mentions.sort(byCitation)
}

/** The form most documents use, a full name before a lone one; the longer, then the earlier in the alphabet. */
function commonName({fullNames, loneNames}: Tally): string {
  const counts = fullNames.size > 0 ? fullNames : loneNames
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || compare(a[0], b[0]))[0]?.[0] ?? ''
}

function mostCommon(counts: ReadonlyMap<string, number>): string | null {
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? null
}

function rolesOf(
  somebodies: readonly {node: Node; somebody: ReadDocument['somebodies'][number]}[],
  entry: WorldEntry | null,
  {documents, packs, entityOf}: Resolved,
): Entity['roles'] {
  const roles = new Map<string, Entity['roles'][number]>()
  for (const {node, somebody} of somebodies)
    for (const role of somebody.roles) {
      const of = role.of === null ? null : entityOf(node.document, role.of)
      const key = `${role.title} ${of}`
      const citations: Citation[] = role.citations.map(span => cite(documents[node.document]!, span))
      const known = roles.get(key)
      if (known) known.citations.push(...citations)
      else {
        // "former president" is no term that lasts, whatever the pack knows of the office.
        const isPast = packs.names.pastWords.some(word => role.title.startsWith(`${word} `))
        const held = isPast
          ? undefined
          : entry?.roles.findLast(office => office.title === role.title || role.title.endsWith(` ${office.title}`))
        roles.set(key, {kind: role.kind, title: role.title, of, from: held?.from ?? null, to: held?.to ?? null, citations})
      }
    }
  for (const role of roles.values()) role.citations.sort(byCitation)
  return [...roles.values()].sort(
    (a, b) =>
      (a.citations[0] && b.citations[0] ? byCitation(a.citations[0], b.citations[0]) : 0) ||
      compare(a.title, b.title) ||
      compare(a.of ?? '', b.of ?? ''),
  )
}
