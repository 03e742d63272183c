// Who is one somebody across documents: pack entries, names with evidence, aligned sentences, and the word of people, which outranks all.
// The order of documents never shows: candidates come from keys, and pairs are joined best first with ties by hash.
import type {AlignedSentence} from '../model/alignment.ts'
import type {Packs} from '../model/packs.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Citation, Entity, Judgement, Note} from '../model/record.ts'
import {candidatePairs} from './entities/candidates.ts'
import {type Clusters, newClusters} from './entities/clusters.ts'
import {worldEntries, writeEntity} from './entities/entry.ts'
import {conflict, type Evidence, NEVER, surnameOf, type Witness, weighOthers, weighPeople} from './entities/evidence.ts'
import {type Node, readNodes} from './entities/nodes.ts'
import {scorePair} from './entities/pair-score.ts'
import {findPlaceSlots} from './entities/place-slots.ts'
import {rulePeople} from './entities/rulings.ts'
import {findSlots, type Slot} from './entities/slots.ts'
import {mangledPlace} from './entities/spellings.ts'
import {firstCitation, tellSpellings} from './entities/told.ts'
import {compare, idOf} from './identity.ts'

export interface LinkedEntities {
  readonly entities: Entity[]
  /** Entity id of a somebody: index of the document, index in its somebodies. */
  readonly entityOf: (document: number, somebody: number) => string
  readonly judgements: Judgement[]
  readonly notes: Note[]
}

interface Edge {
  readonly a: number
  readonly b: number
  readonly evidence: Evidence
  readonly key: string
  /** Name of the entry that the second node turned out to be. */
  readonly otherName?: string
}

export function linkEntities(
  documents: readonly ReadDocument[],
  aligned: readonly AlignedSentence[],
  judgements: readonly Judgement[],
  packs: Packs,
): LinkedEntities {
  const byDocument = readNodes(documents, packs)
  const nodes = byDocument.flat()
  const numberOf = new Map(nodes.map((node, index) => [`${node.document} ${node.somebody}`, index]))
  const number = (document: number, somebody: number): number => numberOf.get(`${document} ${somebody}`)!
  const slots = findSlots(documents, aligned)
  const slotPairs = new Set(slots.flatMap(slot => slotKeys(slot, number)))
  const clusters = newClusters(nodes, (a, b) => clashOf(nodes, clusters, slotPairs, a, b, packs))
  const notes: Note[] = rulePeople(judgements, nodes, clusters)
  joinPackEntries(nodes, clusters)
  const {told, possible} = joinNames(nodes, byDocument, slotPairs, clusters, packs)
  const {places, told: mangled} = joinMangledPlaces([...slots, ...findPlaceSlots(documents)], nodes, number, clusters, packs)
  joinPairs(nodes, number, clusters)

  const groups = new Map<number, number[]>()
  nodes.forEach((_, index) => {
    const root = clusters.find(index)
    const group = groups.get(root)
    if (group) group.push(index)
    else groups.set(root, [index])
  })
  const idOfRoot = new Map([...groups].map(([root, members]) => [root, members.map(member => nodes[member]!.hash).sort(compare)[0]!]))
  const entityOf = (document: number, somebody: number): string => idOfRoot.get(clusters.find(number(document, somebody)))!
  const packOfRoot = new Map(
    [...groups].map(([root, members]) => [
      root,
      places.get(root) ?? members.map(member => nodes[member]!.pack).find(pack => pack !== null) ?? null,
    ]),
  )
  const ofPack = new Map([...packOfRoot].flatMap(([root, pack]) => (pack === null ? [] : [[pack, idOfRoot.get(root)!] as const])))
  const resolved = {documents, packs, entityOf, ofPack}
  const entities = [...groups].map(([root, members]) =>
    writeEntity(
      idOfRoot.get(root)!,
      members.map(member => nodes[member]!),
      packOfRoot.get(root)!,
      resolved,
    ),
  )
  const machine = [
    ...[...told, ...mangled].map(edge => judge(edge, nodes, documents, 'applied')),
    ...stillApart(possible, clusters).map(edge => judge(edge, nodes, documents, 'possible')),
    ...entities.flatMap(entity => tellSpellings(entity, packs.names)),
  ]
  return {entities, entityOf, judgements: distinct(machine), notes}
}

const slotKeys = ({a, b}: Slot, number: (document: number, somebody: number) => number): string[] => {
  const first = number(a.document, a.mention.entity)
  const second = number(b.document, b.mention.entity)
  return [`${first} ${second}`, `${second} ${first}`]
}

/** Complete link: no two names of one entity may be further apart than NEVER, and no two of its members may conflict. */
function clashOf(
  nodes: readonly Node[],
  clusters: Clusters,
  slots: ReadonlySet<string>,
  a: number,
  b: number,
  packs: Packs,
): string | null {
  const mine = distinctForms(clusters.membersOf(a), nodes)
  const theirs = distinctForms(clusters.membersOf(b), nodes)
  for (const first of mine)
    for (const second of theirs) {
      const one = nodes[first]!
      const other = nodes[second]!
      if (one.type === 'person' && conflict(one, other)) return 'posts or nationalities that do not go together'
      if (one.pack !== null && one.pack === other.pack) continue
      if (one.type === 'person' && !slots.has(`${first} ${second}`) && scorePair(one, other, packs.names) < NEVER)
        return 'two names too far apart'
    }
  return null
}

/** One member for each spelling and country: what a group of many reports is compared by. */
function distinctForms(members: readonly number[], nodes: readonly Node[]): number[] {
  if (members.length === 1) return [...members]
  const forms = new Map<string, number>()
  for (const member of members) {
    const node = nodes[member]!
    const key = `${node.prepared.folded} ${node.country} ${node.party} ${node.prepared.generation}`
    if (!forms.has(key)) forms.set(key, member)
  }
  return [...forms.values()]
}

function joinPackEntries(nodes: readonly Node[], clusters: Clusters): void {
  const first = new Map<string, number>()
  nodes.forEach((node, index) => {
    if (node.pack === null) return
    const known = first.get(node.pack)
    if (known === undefined) first.set(node.pack, index)
    else clusters.join(known, index)
  })
}

/** Weighs distinct names once, then joins best first. */
function joinNames(
  nodes: readonly Node[],
  byDocument: readonly (readonly Node[])[],
  slots: ReadonlySet<string>,
  clusters: Clusters,
  packs: Packs,
): {told: Edge[]; possible: Edge[]} {
  const bearers = bearersOf(nodes)
  const forms = new Map<string, number[]>()
  nodes.forEach((node, index) => {
    if (
      node.unnamed ||
      node.members.length > 0 ||
      (!node.named && node.type !== 'group' && node.type !== 'public-body') ||
      node.prepared.folded === ''
    )
      return
    forms.set(...formOf(node, index, bearers, forms))
  })
  for (const same of forms.values()) for (const other of same.slice(1)) clusters.join(same[0]!, other)
  const lead = [...forms.values()].map(same => same.reduce((a, b) => (nodes[a]!.hash < nodes[b]!.hash ? a : b)))
  const others = byDocument.map(
    list => new Set(list.filter(node => node.named && !node.unnamed).map(node => node.pack ?? node.prepared.folded)),
  )
  const edges: Edge[] = []
  const possible: Edge[] = []
  for (const [x, y] of candidatePairs(lead.map(index => nodes[index]!))) {
    const a = lead[x]!
    const b = lead[y]!
    const one = nodes[a]!
    const other = nodes[b]!
    if (clusters.find(a) === clusters.find(b) || one.document === other.document) continue
    if (one.pack !== null && other.pack !== null) continue
    const witness: Witness = {
      shared: sharedBy(others[one.document]!, others[other.document]!, one, other),
      slot: slots.has(`${a} ${b}`),
      onlyBearer: (bearers.get(surnameOf(one))?.size ?? 0) <= 1,
    }
    const evidence =
      one.type === 'person' && other.type === 'person'
        ? weighPeople(one, other, witness, packs.names)
        : weighOthers(one, other, witness, packs.names)
    if (evidence.verdict === 'none') continue
    const edge = {a, b, evidence, key: [one.hash, other.hash].sort().join(' ')}
    ;(evidence.verdict === 'same' ? edges : possible).push(edge)
  }
  edges.sort((a, b) => b.evidence.score - a.evidence.score || compare(a.key, b.key))
  const told: Edge[] = []
  for (const edge of edges) {
    if (clusters.find(edge.a) === clusters.find(edge.b)) continue
    const reason = clusters.join(edge.a, edge.b)
    if (reason === null) {
      if (nodes[edge.a]!.name !== nodes[edge.b]!.name) told.push(edge)
    } else if (reason !== 'a person told them apart')
      possible.push({...edge, evidence: {...edge.evidence, support: [...edge.evidence.support, `but: ${reason}`]}})
  }
  return {told, possible}
}

/** Key of the name that a node goes by, with the nodes that have it. One key: joined without weighing. A bare surname is kept by document
 * unless its party has one bearer of it; a group is always kept by document. */
function formOf(
  node: Node,
  index: number,
  bearers: ReadonlyMap<string, ReadonlySet<string>>,
  forms: ReadonlyMap<string, number[]>,
): [string, number[]] {
  const isPerson = node.type === 'person'
  const alone = isPerson && node.lone && node.pack === null && (node.party === '' || (bearers.get(surnameOf(node))?.size ?? 0) > 1)
  const kept = node.type === 'group' || alone ? node.document : ''
  const key = [
    isPerson ? 'person' : node.type,
    node.prepared.folded,
    node.pack,
    node.country,
    node.party,
    node.prepared.generation,
    kept,
  ].join('|')
  const same = forms.get(key) ?? []
  same.push(index)
  return [key, same]
}

/** Full names by surname: where there are two, a bare surname is nobody's for sure. */
function bearersOf(nodes: readonly Node[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bearers = new Map<string, Set<string>>()
  for (const node of nodes) {
    if (node.type !== 'person' || node.lone || node.unnamed) continue
    const full = node.prepared.words.map(word => word.sound).join(' ')
    bearers.set(surnameOf(node), (bearers.get(surnameOf(node)) ?? new Set()).add(full))
  }
  return bearers
}

function sharedBy(mine: ReadonlySet<string>, theirs: ReadonlySet<string>, a: Node, b: Node): number {
  const [small, large] = mine.size < theirs.size ? [mine, theirs] : [theirs, mine]
  let shared = 0
  for (const name of small) if (large.has(name) && name !== a.prepared.folded && name !== b.prepared.folded) shared++
  return shared
}

/** A mangled place joins the entity of the entry that its slot and the country of its neighbour give away. Gives the entry of each group so named. */
function joinMangledPlaces(
  slots: readonly Slot[],
  nodes: readonly Node[],
  number: (document: number, somebody: number) => number,
  clusters: Clusters,
  packs: Packs,
): {places: Map<number, string>; told: Edge[]} {
  const places = new Map<number, string>()
  const told: Edge[] = []
  for (const {a, b} of slots) {
    const first = number(a.document, a.mention.entity)
    const second = number(b.document, b.mention.entity)
    for (const [unknown, known] of [
      [first, second],
      [second, first],
    ] as const) {
      if (nodes[unknown]!.type === 'person' || nodes[known]!.type === 'person') continue
      const id = mangledPlace(nodes[unknown]!, nodes[known]!, packs)
      if (id === null) continue
      const same = nodes.findIndex(node => node.pack === id)
      if (same >= 0) clusters.join(unknown, same)
      places.set(clusters.find(unknown), id)
      const entry = worldEntries(packs).get(id)!
      const support = [
        `it stands in one place of two sentences with ${nodes[known]!.name}`,
        `${nodes[known]!.name} is there`,
        `near in spelling to ${entry.name}`,
      ]
      const evidence: Evidence = {
        verdict: 'same',
        score: scorePair(nodes[unknown]!, {...nodes[known]!, name: entry.name}, packs.names),
        rule: 'mangled place in a slot',
        support,
      }
      told.push({a: unknown, b: same >= 0 ? same : known, evidence, key: id, otherName: entry.name})
    }
  }
  return {places, told}
}

/** "both sides" of two reports are one where the same two are meant. */
function joinPairs(nodes: readonly Node[], number: (document: number, somebody: number) => number, clusters: Clusters): void {
  const first = new Map<string, number>()
  nodes.forEach((node, index) => {
    if (node.members.length === 0 || node.unnamed) return
    const key = node.members
      .map(member => clusters.find(number(node.document, member)))
      .sort((a, b) => a - b)
      .join(' ')
    const known = first.get(key)
    if (known === undefined) first.set(key, index)
    else clusters.join(known, index)
  })
}

const stillApart = (edges: readonly Edge[], clusters: Clusters): Edge[] => {
  const best = new Map<string, Edge>()
  for (const edge of [...edges].sort((a, b) => b.evidence.score - a.evidence.score || compare(a.key, b.key))) {
    const roots = [clusters.find(edge.a), clusters.find(edge.b)].sort((a, b) => a - b)
    if (roots[0] !== roots[1] && !best.has(roots.join(' '))) best.set(roots.join(' '), edge)
  }
  return [...best.values()]
}

function judge(edge: Edge, nodes: readonly Node[], documents: readonly ReadDocument[], verdict: 'applied' | 'possible'): Judgement {
  const pair = [nodes[edge.a]!, nodes[edge.b]!].sort((a, b) => compare(a.hash, b.hash)) as [Node, Node]
  const because = pair
    .map(node => firstCitation(documents[node.document]!, node.somebody))
    .filter((citation): citation is Citation => citation !== null)
  const sign = verdict === 'applied' ? '=' : 'may be'
  return {
    id: idOf('same', pair[0].hash, pair[1].hash, edge.evidence.rule),
    by: 'machine',
    who: null,
    at: null,
    kind: 'same',
    of: pair.map(node => node.hash),
    field: null,
    value: null,
    verdict,
    reason: `${edge.otherName ? nodes[edge.a]!.name : pair[0].name} ${sign} ${edge.otherName ?? pair[1].name} because ${edge.evidence.support.join('; ') || edge.evidence.rule}`,
    rule: `entities/${edge.evidence.rule}`,
    score: Math.round(edge.evidence.score * 1000) / 1000,
    because,
  }
}

const distinct = (judgements: readonly Judgement[]): Judgement[] =>
  [...new Map(judgements.map(judgement => [judgement.id, judgement])).values()].sort((a, b) => compare(a.id, b.id))
