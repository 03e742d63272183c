// Who is one somebody across documents: pack entries, names with evidence, aligned sentences, and the word of people, which outranks all.
// The order of documents never shows: candidates come from keys, and pairs are joined best first with ties by hash. A newcomer settles anew only the
// blocks of names that its own can influence.
import type {AlignedSentence} from '../model/alignment.ts'
import type {Packs} from '../model/packs.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Citation, Entity, Judgement, Note} from '../model/record.ts'
import {firstWhere} from '../text/first-where.ts'
import {type Blocks, growBlocks} from './entities/blocks.ts'
import {countIn, type Outline, outlineOf, type Resolved, type Tally, tallyOf, writeEntity} from './entities/entry.ts'
import {type Edge, growForms} from './entities/forms.ts'
import {growLoneNames} from './entities/lands.ts'
import {type Node, readNodes} from './entities/nodes.ts'
import {type Cluster, growPairs} from './entities/pairs.ts'
import {growPlaceSlots} from './entities/place-slots.ts'
import {growRulings} from './entities/rulings.ts'
import {type SettledBlock, settleBlock} from './entities/settle-block.ts'
import {growSlots} from './entities/slots.ts'
import {firstCitation, tellSpellings} from './entities/told.ts'
import {compare, idOf} from './identity.ts'

export interface LinkedEntities {
  readonly entities: Entity[]
  /** Entity id of a somebody: index of the document, index in its somebodies. */
  readonly entityOf: (document: number, somebody: number) => string
  readonly judgements: Judgement[]
  readonly notes: Note[]
}

/** What a newcomer or a ruling changes. */
export interface Change {
  /** Documents that came, by number. */
  readonly added: readonly number[]
  /** Sentences that say the same, by pair of documents: those that the pair has now, none where it no longer stands. */
  readonly aligned: ReadonlyMap<string, readonly AlignedSentence[]>
  /** All lines of people that hold. */
  readonly judgements: readonly Judgement[]
}

export interface GrowingEntities {
  /** Gives the documents with a somebody of another id than before, and the outlines that went, came or changed. */
  readonly update: (change: Change) => {
    readonly renamed: ReadonlySet<number>
    readonly before: readonly Outline[]
    readonly after: readonly Outline[]
    /** Entries of the pack that another entity stands for now. */
    readonly packs: ReadonlySet<string>
  }
  readonly entityOf: (document: number, somebody: number) => string
  readonly outline: (id: string) => Outline | undefined
  /** Documents that name an entity. */
  readonly documentsOf: (id: string) => ReadonlySet<number>
  readonly ofPack: (pack: string) => string | null
  readonly entity: (id: string) => Entity | undefined
  readonly entities: () => Entity[]
  readonly judgements: () => Judgement[]
  readonly notes: () => Note[]
  /** Names settled and pairs weighed so far: the work done. */
  readonly steps: () => number
}

interface Settled extends SettledBlock {
  readonly singles: readonly Cluster[]
}

/** All at once. */
export function linkEntities(
  documents: readonly ReadDocument[],
  aligned: readonly AlignedSentence[],
  judgements: readonly Judgement[],
  packs: Packs,
): LinkedEntities {
  const growing = growEntities(documents, packs)
  growing.update({added: documents.map((_, number) => number), aligned: new Map([['all', aligned]]), judgements})
  return {entities: growing.entities(), entityOf: growing.entityOf, judgements: growing.judgements(), notes: growing.notes()}
}

export function growEntities(documents: readonly ReadDocument[], packs: Packs): GrowingEntities {
  const nodes: Node[] = []
  /** Number of a document's first node. */
  const base: number[] = []
  const casts: (ReadonlySet<string> | undefined)[] = []
  const many: (readonly number[])[] = []
  const packHolders = new Map<string, Set<number>>()
  const clusterOf: Cluster[] = []
  const ids: string[] = []
  const clusters = new Map<string, Cluster>()
  const outlines = new Map<string, Outline>()
  /** Counts of the entities that newcomers entered. */
  const tallies = new Map<string, Tally>()
  const written = new Map<string, Entity>()
  const ofPackIds = new Map<string, Set<string>>()
  let outlined = 0

  const order = (a: number, b: number): number =>
    a === b ? 0 : compare(documents[nodes[a]!.document]!.id, documents[nodes[b]!.document]!.id) || nodes[a]!.somebody - nodes[b]!.somebody
  const nodeOf = (document: number, somebody: number): number => base[document]! + somebody
  const loneNames = growLoneNames()
  const placeSlots = growPlaceSlots()
  const rulings = growRulings(nodes, order)
  const slots = growSlots({nodes, nodeOf, order, packs})
  const forms = growForms({nodes, order, castOf, slotsOf: slots.of, packs})
  const around = {nodes, formOf: forms.formOf, slotsOf: slots.of, mangledOf: slots.mangledOf, packs}
  const blocks: Blocks<Settled> = growBlocks({near, order, settle})
  const pairs = growPairs({
    nodes,
    order,
    clusterOf: node => clusterOf[node]!,
    manyIn: document => many[document]!,
    nodeOf,
    rulingsOn: rulings.on,
    join: parts => clusterFrom(parts.flatMap(part => [...part.nodes]).sort(order), parts.find(part => part.pack !== null)?.pack ?? null),
  })
  const entityOf = (document: number, somebody: number): string => ids[nodeOf(document, somebody)]!
  const ofPack = (pack: string): string | null => {
    let first: string | null = null
    for (const id of ofPackIds.get(pack) ?? []) if (first === null || id < first) first = id
    return first
  }
  const resolved: Resolved = {documents, packs, entityOf, ofPack}

  return {
    update({added, aligned, judgements}) {
      const changed = read(added)
      const isNew = (node: number): boolean => clusterOf[node] === undefined
      const met = [
        slots.align(documents, aligned),
        ...added.map(number => slots.add(placeSlots.add(number, documents[number]!))),
        slots.reread(new Set([...changed].filter(node => !isNew(node)))),
      ]
      const touched = new Set([...forms.update(changed, met), ...rulings.update(judgements, changed)])
      const entering = new Set([...touched].filter(node => isNew(node) && mayEnter(node)))
      const {gone, made} = blocks.update([...touched].filter(node => !entering.has(node)))
      const newSingles = made.flatMap(({singles}) => [...singles])
      const entered = [...entering].filter(node => blocks.of(node) === null)
      for (const node of entered) enter(node)
      const moved = newSingles.flatMap(single =>
        single.nodes.filter(node => {
          const isMoved = clusterOf[node]?.id !== single.id || nodes[node]!.members.length > 0
          clusterOf[node] = single
          return isMoved
        }),
      )
      const changedClusters = pairs.update({
        ...{changed: [...moved, ...entered], gone: gone.flatMap(({singles}) => [...singles]), made: newSingles},
      })
      return stand({...changedClusters, entered})
    },
    entityOf,
    outline: id => outlines.get(id),
    documentsOf: id => new Set((clusters.get(id)?.nodes ?? []).map(node => nodes[node]!.document)),
    ofPack,
    entity,
    entities: () => [...clusters.keys()].map(id => entity(id)!),
    judgements: () => {
      const all: Judgement[] = []
      for (const {applied, possible} of blocks.all()) {
        for (const edge of applied) all.push(judge(edge, nodes, documents, 'applied'))
        for (const edge of possible) all.push(judge(edge, nodes, documents, 'possible'))
      }
      for (const id of clusters.keys()) all.push(...tellSpellings(entity(id)!, packs.names))
      return distinct(all)
    },
    notes: () => [
      ...rulings.notes(),
      ...[...blocks.all()].flatMap(({disputed}) => Array.from({length: disputed}, () => DISPUTED)),
      ...[...blocks.all()]
        .flatMap(({torn}) => [...torn])
        .sort(([a, b], [c, d]) => order(a, c) || order(b, d))
        .map(tornNote),
    ],
    steps: () => forms.steps() + blocks.steps() + outlined,
  }

  function tornNote([a, b]: readonly [number, number]): Note {
    const [one, other] = [nodes[a]!, nodes[b]!]
    return {
      code: 'link/cut-by-person',
      message: `“${one.name}” and “${other.name}” look like one somebody, but a person told apart what they would join; they stay two. Where that is wrong, say of them too who is who.`,
      document: documents[one.document]!.id,
      at: firstCitation(documents[other.document]!, other.somebody),
    }
  }

  /** Reads the names of newcomers, and of documents in which a name is read otherwise for their coming. */
  function read(added: readonly number[]): ReadonlySet<number> {
    const otherwise = loneNames.add(added.map(number => ({number, document: documents[number]!})))
    const changed = new Set<number>()
    for (const number of [...added, ...otherwise]) {
      base[number] ??= nodes.length
      const own = readNodes(documents[number]!, number, loneNames.read, packs)
      for (const [somebody, node] of own.entries()) {
        const at = nodeOf(number, somebody)
        nodes[at] = node
        changed.add(at)
        if (node.pack === null) continue
        const holders = packHolders.get(node.pack)
        if (holders) holders.add(at)
        else packHolders.set(node.pack, new Set([at]))
      }
      casts[number] = undefined
      many[number] = own.flatMap((node, somebody) => (node.members.length > 0 && !node.unnamed ? [nodeOf(number, somebody)] : []))
    }
    return changed
  }

  function castOf(document: number): ReadonlySet<string> {
    let cast = casts[document]
    if (cast === undefined) {
      const own = documents[document]!.somebodies.map((_, somebody) => nodes[nodeOf(document, somebody)]!)
      cast = new Set(own.filter(node => node.named && !node.unnamed).map(node => node.pack ?? node.prepared.folded))
      casts[document] = cast
    }
    return cast
  }

  /** True where a newcomer's name is one of many that go by one form: whoever that is settled to be, nothing about it hangs on one name more. */
  function mayEnter(node: number): boolean {
    const form = forms.formOf(node)
    if (form === null || form.lead === node || form.first === node || clusterOf[form.lead] === undefined) return false
    const isPlain = nodes[node]!.members.length === 0 && rulings.on(node).length === 0 && slots.mangledOf(node).length === 0
    return isPlain && !blocks.of(form.lead)!.isRuled && pairs.standsAlone(clusterOf[form.lead]!)
  }

  function enter(node: number): void {
    const {lead} = forms.formOf(node)!
    blocks.enter(node, lead)
    const cluster = clusterOf[lead]!
    const {nodes: beside} = cluster
    beside.splice(
      firstWhere(beside.length, i => order(beside[i]!, node) > 0),
      0,
      node,
    )
    clusterOf[node] = cluster
  }

  function* near(node: number, passed: Set<unknown>): Generator<number> {
    const form = forms.formOf(node)
    if (form !== null && !passed.has(form)) {
      passed.add(form)
      yield* form.nodes
      for (const other of form.edges.keys()) yield other.first
    }
    for (const pack of [nodes[node]!.pack, ...slots.mangledOf(node).map(mangled => mangled.pack)]) {
      if (pack === null || passed.has(pack)) continue
      passed.add(pack)
      yield* packHolders.get(pack) ?? []
      yield* slots.mangledTo(pack)
    }
    for (const {a, b} of rulings.on(node)) yield a === node ? b : a
  }

  function settle(members: readonly number[]): Settled {
    const settled = settleBlock(members, rulings.among(members), around)
    return {...settled, singles: settled.clusters.map(({nodes: list, pack}) => clusterFrom(list, pack))}
  }

  function clusterFrom(list: number[], pack: string | null): Cluster {
    return {nodes: list, pack, id: list.map(node => nodes[node]!.hash).sort(compare)[0]!}
  }

  /** Puts clusters in the place of those that are no more, and outlines them, whatever newcomers entered, and whatever refers to somebody of another id. */
  function stand({gone, made, entered}: {gone: readonly Cluster[]; made: readonly Cluster[]; entered: readonly number[]}) {
    const renamed = new Set<number>()
    const renamedBefore = new Set<number>()
    const before = new Map<string, Outline>()
    const packsBefore = new Map<string, string | null>()
    const stale = new Set<string>()
    const forget = (id: string): void => {
      const outline = outlines.get(id)
      if (outline && !before.has(id)) before.set(id, outline)
      stale.add(id)
      written.delete(id)
      tallies.delete(id)
    }
    for (const cluster of [...gone, ...made])
      if (cluster.pack !== null && !packsBefore.has(cluster.pack)) packsBefore.set(cluster.pack, ofPack(cluster.pack))
    for (const {id, pack} of gone) {
      forget(id)
      clusters.delete(id)
      if (pack !== null) ofPackIds.get(pack)!.delete(id)
    }
    for (const cluster of made) {
      const {id, pack} = cluster
      forget(id)
      clusters.set(id, cluster)
      if (pack !== null) ofPackIds.set(pack, (ofPackIds.get(pack) ?? new Set()).add(id))
      for (const node of cluster.nodes) {
        if (ids[node] === id) continue
        if (ids[node] !== undefined) renamedBefore.add(nodes[node]!.document)
        ids[node] = id
        renamed.add(nodes[node]!.document)
      }
    }
    for (const node of entered) {
      ids[node] = clusterOf[node]!.id
      renamed.add(nodes[node]!.document)
    }
    for (const document of renamedBefore)
      for (const [somebody, {actsFor, roles}] of documents[document]!.somebodies.entries())
        if (actsFor !== null || roles.some(role => role.of !== null)) forget(ids[nodeOf(document, somebody)]!)
    const after: Outline[] = []
    const outline = ({id, nodes: list, pack}: Cluster, known?: Tally): Tally => {
      const tally = known ?? tallyOf(named(list), resolved)
      if (known === undefined) outlined += list.length
      const told = outlineOf(id, tally, pack, resolved)
      outlines.set(id, told)
      after.push(told)
      return tally
    }
    for (const id of stale) {
      const cluster = clusters.get(id)
      if (cluster === undefined) outlines.delete(id)
      else outline(cluster)
    }
    const joinedBy = new Map<Cluster, number[]>()
    for (const node of entered) {
      const cluster = clusterOf[node]!
      if (!stale.has(cluster.id)) joinedBy.set(cluster, [...(joinedBy.get(cluster) ?? []), node])
    }
    for (const [cluster, newcomers] of joinedBy) {
      const {id} = cluster
      before.set(id, outlines.get(id)!)
      written.delete(id)
      const tally = tallies.get(id)
      if (tally !== undefined) for (const node of newcomers) countIn(tally, nodes[node]!, resolved)
      tallies.set(id, outline(cluster, tally))
    }
    const moved = new Set([...packsBefore].filter(([pack, id]) => ofPack(pack) !== id).map(([pack]) => pack))
    return {renamed, before: [...before.values()], after, packs: moved}
  }

  function* named(list: readonly number[]): Generator<Node> {
    for (const node of list) yield nodes[node]!
  }

  function entity(id: string): Entity | undefined {
    const outline = outlines.get(id)
    if (outline === undefined) return undefined
    const within = outline.withinPack === null ? null : ofPack(outline.withinPack)
    let known = written.get(id)
    if (known === undefined) known = writeEntity(outline, [...named(clusters.get(id)!.nodes)], resolved)
    else if (known.within !== within) known = {...known, within}
    written.set(id, known)
    return known
  }
}

const DISPUTED: Note = {
  code: 'judgement/contradiction',
  message: 'People said of the same names that they are one and that they are two; the first stands.',
  document: null,
  at: null,
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

/** Each line once, whichever slot it was seen in. */
function distinct(judgements: readonly Judgement[]): Judgement[] {
  const byReason = [...judgements].sort((a, b) => compare(a.reason ?? '', b.reason ?? ''))
  return [...new Map(byReason.map(judgement => [judgement.id, judgement])).values()].sort((a, b) => compare(a.id, b.id))
}
