// Settles one block of names, which no name outside it can influence: the word of people first, then entries of the pack, then forms that are alike, best
// first, then mangled places. Names of one form stand or fall together, so a block costs what it has of forms, and not a square of its reports.
import type {Packs} from '../../model/packs.ts'
import {compare} from '../identity.ts'
import {type Clusters, newClusters, TOLD_APART} from './clusters.ts'
import {worldEntries} from './entry.ts'
import {conflict, type Evidence, NEVER} from './evidence.ts'
import type {Edge, Form} from './forms.ts'
import type {Node} from './nodes.ts'
import {scorePair} from './pair-score.ts'

export interface Ruling {
  readonly kind: 'same' | 'different'
  readonly a: number
  readonly b: number
}

/** An unknown place that stands in one slot with a known one and is near in spelling to an entry. */
export interface Mangled {
  readonly known: number
  readonly pack: string
}

export interface Around {
  readonly nodes: readonly Node[]
  readonly formOf: (node: number) => Form | null
  readonly slotsOf: (node: number) => Iterable<number>
  readonly mangledOf: (node: number) => readonly Mangled[]
  readonly packs: Packs
}

export interface SettledBlock {
  readonly clusters: readonly {readonly nodes: number[]; readonly pack: string | null}[]
  readonly applied: readonly Edge[]
  readonly possible: readonly Edge[]
  /** Lines of people that could not both be followed. */
  readonly disputed: number
  /** Names that stay two though nobody spoke of these: each would have joined what a person told apart. */
  readonly torn: readonly (readonly [number, number])[]
  /** A person spoke of some of its names. */
  readonly isRuled: boolean
}

/** `members` in the order of documents. */
export function settleBlock(members: readonly number[], rulings: readonly Ruling[], around: Around): SettledBlock {
  const {nodes} = around
  const units = unitsOf(members, rulings, around)
  const unitOf = new Map(units.flatMap((unit, i) => unit.map(node => [node, i] as const)))
  const heads = units.map(unit => nodes[unit[0]!]!)
  const clusters: Clusters = newClusters(heads, (a, b) => clashOf({heads, units, unitOf, clusters, around}, a, b))
  const disputed = rulePeople(rulings, unitOf, clusters)
  const torn: [number, number][] = []
  const join = (a: number, b: number): string | null => {
    const reason = clusters.join(a, b)
    if (reason === TOLD_APART && !rulings.some(({kind, ...on}) => kind === 'different' && isOn(on, units[a]!, units[b]!)))
      torn.push([units[a]![0]!, units[b]![0]!])
    return reason
  }
  joinPackEntries(heads, join)
  const {told, possible} = joinForms({units, unitOf, clusters, around}, join)
  const {places, told: mangled} = joinMangledPlaces({units, unitOf, clusters, around})

  const groups = new Map<number, number[]>()
  for (const node of members) {
    const root = clusters.find(unitOf.get(node)!)
    const group = groups.get(root)
    if (group) group.push(node)
    else groups.set(root, [node])
  }
  return {
    clusters: [...groups].map(([root, list]) => ({
      nodes: list,
      pack: places.get(root) ?? list.map(node => nodes[node]!.pack).find(pack => pack !== null) ?? null,
    })),
    applied: [...told, ...mangled],
    possible: stillApart(possible, edge => [clusters.find(unitOf.get(edge.a)!), clusters.find(unitOf.get(edge.b)!)]),
    disputed,
    torn,
    isRuled: rulings.length > 0,
  }

  function stillApart(edges: readonly Edge[], rootsOf: (edge: Edge) => [number, number]): Edge[] {
    const best = new Map<string, Edge>()
    for (const edge of [...edges].sort(byScore)) {
      const roots = rootsOf(edge).sort((a, b) => a - b)
      if (roots[0] !== roots[1] && !best.has(roots.join(' '))) best.set(roots.join(' '), edge)
    }
    return [...best.values()]
  }
}

/** True where a line was on these two and nobody else. */
const isOn = ({a, b}: Omit<Ruling, 'kind'>, one: readonly number[], other: readonly number[]): boolean =>
  (one[0] === a && other[0] === b) || (one[0] === b && other[0] === a)

type Join = (a: number, b: number) => string | null

interface Work {
  readonly units: readonly (readonly number[])[]
  readonly unitOf: ReadonlyMap<number, number>
  readonly clusters: Clusters
  readonly around: Around
}

/** Nodes that nothing in the block tells apart: of one form, or of one entry, nation and party. Whom a person told from another stands alone. */
function unitsOf(members: readonly number[], rulings: readonly Ruling[], {nodes, formOf}: Around): number[][] {
  const alone = new Set(rulings.filter(({kind}) => kind === 'different').flatMap(({a, b}) => [a, b]))
  const units = new Map<unknown, number[]>()
  for (const member of members) {
    const {pack, type, prepared, country, party} = nodes[member]!
    const key = alone.has(member)
      ? member
      : (formOf(member) ?? (pack === null ? member : [pack, type, prepared.folded, country, party, prepared.generation].join('|')))
    const unit = units.get(key)
    if (unit) unit.push(member)
    else units.set(key, [member])
  }
  return [...units.values()]
}

/** Complete link: no two names of one entity may be further apart than NEVER, and no two of its members may conflict. */
function clashOf({heads, units, unitOf, clusters, around}: Work & {readonly heads: readonly Node[]}, a: number, b: number): string | null {
  for (const first of distinctForms(clusters.membersOf(a), heads))
    for (const second of distinctForms(clusters.membersOf(b), heads)) {
      const one = heads[first]!
      const other = heads[second]!
      if (one.type === 'person' && conflict(one, other)) return 'posts or nationalities that do not go together'
      if (one.pack !== null && one.pack === other.pack) continue
      if (one.type === 'person' && scorePair(one, other, around.packs.names) < NEVER && !standInOneSlot(units[first]!, second))
        return 'two names too far apart'
    }
  return null

  function standInOneSlot(unit: readonly number[], other: number): boolean {
    for (const node of unit) for (const mate of around.slotsOf(node)) if (unitOf.get(mate) === other) return true
    return false
  }
}

/** One member for each spelling and country: what a group of many reports is compared by. */
function distinctForms(members: readonly number[], heads: readonly Node[]): number[] {
  if (members.length === 1) return [...members]
  const forms = new Map<string, number>()
  for (const member of members) {
    const node = heads[member]!
    const key = `${node.prepared.folded} ${node.country} ${node.party} ${node.prepared.generation}`
    if (!forms.has(key)) forms.set(key, member)
  }
  return [...forms.values()]
}

/** People outrank every machine edge; of two lines that cannot both hold the "same" stands. Gives the number of those that could not. */
function rulePeople(rulings: readonly Ruling[], unitOf: ReadonlyMap<number, number>, clusters: Clusters): number {
  const on = (kind: Ruling['kind']): [number, number][] =>
    rulings.filter(ruling => ruling.kind === kind).map(({a, b}) => [unitOf.get(a)!, unitOf.get(b)!])
  let disputed = 0
  for (const [a, b] of on('same')) clusters.force(a, b)
  for (const [a, b] of on('different'))
    if (clusters.find(a) === clusters.find(b)) disputed++
    else clusters.part(a, b)
  return disputed
}

function joinPackEntries(heads: readonly Node[], join: Join): void {
  const first = new Map<string, number>()
  for (const [unit, {pack}] of heads.entries()) {
    if (pack === null) continue
    const known = first.get(pack)
    if (known === undefined) first.set(pack, unit)
    else join(known, unit)
  }
}

/** Joins what has one form, then alike forms, best first. */
function joinForms({units, unitOf, clusters, around: {nodes, formOf}}: Work, join: Join): {told: Edge[]; possible: Edge[]} {
  const forms = new Map<Form, number[]>()
  for (const [unit, list] of units.entries()) {
    const form = formOf(list[0]!)
    if (form !== null) forms.set(form, [...(forms.get(form) ?? []), unit])
  }
  // Several units of one form: a person spoke of some of its names. Each is tried with each, so that what is kept apart by it shows.
  for (const own of forms.values()) for (const [i, unit] of own.entries()) for (const other of own.slice(i + 1)) join(unit, other)
  const all = new Set([...forms.keys()].flatMap(form => [...form.edges.values()]))
  const possible = [...all].filter(({evidence}) => evidence.verdict !== 'same')
  const told: Edge[] = []
  for (const edge of [...all].filter(({evidence}) => evidence.verdict === 'same').sort(byScore)) {
    const [a, b] = [unitOf.get(edge.a)!, unitOf.get(edge.b)!]
    if (clusters.find(a) === clusters.find(b)) continue
    const reason = join(a, b)
    if (reason === null) {
      if (nodes[edge.a]!.name !== nodes[edge.b]!.name) told.push(edge)
    } else if (reason !== TOLD_APART)
      possible.push({...edge, evidence: {...edge.evidence, support: [...edge.evidence.support, `but: ${reason}`]}})
  }
  return {told, possible}
}

const byScore = (x: Edge, y: Edge): number => y.evidence.score - x.evidence.score || compare(x.key, y.key)

/** A mangled place joins the entity of the entry that its slot and the country of its neighbour give away. Gives the entry of each group so named. */
function joinMangledPlaces({units, unitOf, clusters, around: {nodes, mangledOf, packs}}: Work): {
  places: Map<number, string>
  told: Edge[]
} {
  const placed: [number, string][] = []
  const told: Edge[] = []
  const holderOf = new Map<string, number>()
  for (const unit of units) {
    const {pack} = nodes[unit[0]!]!
    if (pack !== null && !holderOf.has(pack)) holderOf.set(pack, unit[0]!)
  }
  for (const unit of units)
    for (const unknown of unit)
      for (const {known, pack} of mangledOf(unknown)) {
        const same = holderOf.get(pack)
        if (same !== undefined) clusters.join(unitOf.get(unknown)!, unitOf.get(same)!)
        placed.push([unitOf.get(unknown)!, pack])
        const entry = worldEntries(packs).get(pack)!
        const evidence: Evidence = {
          verdict: 'same',
          score: scorePair(nodes[unknown]!, {...nodes[known]!, name: entry.name}, packs.names),
          rule: 'mangled place in a slot',
          support: [
            `it stands in one place of two sentences with ${nodes[known]!.name}`,
            `${nodes[known]!.name} is there`,
            `near in spelling to ${entry.name}`,
          ],
        }
        told.push({a: unknown, b: same ?? known, evidence, key: pack, otherName: entry.name})
      }
  return {places: new Map(placed.map(([unit, pack]) => [clusters.find(unit), pack])), told}
}
