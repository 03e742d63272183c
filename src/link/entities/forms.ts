// Names in the forms in which reports write them, with the pairs of forms that may be one: those that share a blocking key, each weighed once and again only
// where what it was weighed by has changed. A newcomer weighs its own names, not those of the record.
import type {Packs} from '../../model/packs.ts'
import {compare} from '../identity.ts'
import {CROWDED, keysOf, shareWord} from './candidates.ts'
import {type Evidence, surnameOf, type Witness, weighOthers, weighPeople} from './evidence.ts'
import type {Node} from './nodes.ts'
import type {Met} from './slots.ts'

export interface Edge {
  readonly a: number
  readonly b: number
  readonly evidence: Evidence
  readonly key: string
  /** Name of the entry that the second node turned out to be. */
  readonly otherName?: string
}

export interface Form {
  readonly key: string
  readonly nodes: ReadonlySet<number>
  /** The node with the smallest hash speaks for all. */
  readonly lead: number
  /** The earliest in the order of documents. */
  readonly first: number
  readonly edges: ReadonlyMap<Form, Edge>
}

export interface Forms {
  /** Files nodes that came or are read otherwise, and weighs anew what slots changed. Gives nodes near which something changed. */
  readonly update: (changed: ReadonlySet<number>, met: readonly Met[]) => ReadonlySet<number>
  /** null where a node has no name of its own. */
  readonly formOf: (node: number) => Form | null
  /** Pairs weighed so far. */
  readonly steps: () => number
}

interface Around {
  readonly nodes: readonly Node[]
  /** Order of nodes that does not show who came first. */
  readonly order: (a: number, b: number) => number
  /** Named entities of a document, as keys. */
  readonly castOf: (document: number) => ReadonlySet<string>
  /** Nodes that stand in one slot with this one. */
  readonly slotsOf: (node: number) => Iterable<number>
  readonly packs: Packs
}

type Mutable = {-readonly [Key in keyof Form]: Form[Key]} & {
  nodes: Set<number>
  edges: Map<Form, Edge>
  filed: readonly string[]
  surname: string | null
}

export function growForms({nodes, order, castOf, slotsOf, packs}: Around): Forms {
  const forms = new Map<string, Mutable>()
  const formOf: (Mutable | undefined)[] = []
  const buckets = new Map<string, Set<Mutable>>()
  /** Surname → full names that bear it, each with the number of nodes. */
  const bearers = new Map<string, Map<string, number>>()
  const fullOf: ({readonly surname: string; readonly full: string} | undefined)[] = []
  /** Surname → what is filed by how many bear it. */
  const loneOf = new Map<string, Set<number>>()
  const loneAs: (string | undefined)[] = []
  const ofSurname = new Map<string, Set<Mutable>>()
  let steps = 0

  return {
    update(changed, met) {
      const touched = new Set(changed)
      const dirty = new Set<Mutable>()
      for (const node of recount(changed, dirty)) touched.add(node)
      for (const node of touched) refile(node, dirty)
      for (const {pairs, nodes: seen} of met) {
        const apart = pairs.filter(([a, b]) => formOf[a] === undefined || formOf[a] !== formOf[b])
        for (const node of new Set([...seen, ...apart.flat()])) {
          touched.add(node)
          const form = formOf[node]
          if (form) dirty.add(form)
        }
      }
      rebucket(dirty)
      for (const form of dirty) {
        for (const other of form.edges.keys()) {
          ;(other as Mutable).edges.delete(form)
          touched.add(other.first)
        }
        form.edges.clear()
      }
      for (const form of dirty) {
        if (form.nodes.size === 0) continue
        touched.add(form.first)
        for (const other of metBy(form)) {
          if (form.edges.has(other)) continue
          const edge = weigh(form, other)
          if (edge === null) continue
          form.edges.set(other, edge)
          other.edges.set(form, edge)
          touched.add(other.first)
        }
      }
      return touched
    },
    formOf: node => formOf[node] ?? null,
    steps: () => steps,
  }

  /** Counts who bears a surname. Where there is a second bearer now, or only one is left, all of that surname are weighed anew. */
  function recount(changed: ReadonlySet<number>, dirty: Set<Mutable>): number[] {
    const before = new Map<string, boolean>()
    const count = (surname: string, full: string, step: 1 | -1): void => {
      if (!before.has(surname)) before.set(surname, isShared(surname))
      const names = bearers.get(surname) ?? new Map<string, number>()
      bearers.set(surname, names)
      const left = (names.get(full) ?? 0) + step
      if (left === 0) names.delete(full)
      else names.set(full, left)
    }
    for (const node of changed) {
      const known = fullOf[node]
      if (known) count(known.surname, known.full, -1)
      const {type, lone, unnamed, prepared} = nodes[node]!
      if (type !== 'person' || lone || unnamed) fullOf[node] = undefined
      else {
        const now = {surname: surnameOf(nodes[node]!), full: prepared.words.map(word => word.sound).join(' ')}
        fullOf[node] = now
        count(now.surname, now.full, 1)
      }
    }
    const crossed = [...before].filter(([surname, was]) => was !== isShared(surname)).map(([surname]) => surname)
    for (const surname of crossed) for (const form of ofSurname.get(surname) ?? []) dirty.add(form)
    return crossed.flatMap(surname => [...(loneOf.get(surname) ?? [])])
  }

  function isShared(surname: string): boolean {
    return (bearers.get(surname)?.size ?? 0) > 1
  }

  function refile(node: number, dirty: Set<Mutable>): void {
    const known = formOf[node]
    const key = hasName(nodes[node]!) ? keyOf(nodes[node]!) : null
    if (known && known.key !== key) {
      known.nodes.delete(node)
      if (known.lead === node || known.first === node) {
        if (known.nodes.size > 0) {
          known.lead = [...known.nodes].reduce((a, b) => (byHash(a, b) < 0 ? a : b))
          known.first = [...known.nodes].reduce((a, b) => (order(a, b) < 0 ? a : b))
        }
        dirty.add(known)
      }
    }
    loneOf.get(loneAs[node] ?? '')?.delete(node)
    loneAs[node] = undefined
    if (key === null) {
      formOf[node] = undefined
      return
    }
    const {type, lone, pack} = nodes[node]!
    let form = forms.get(key)
    if (form === undefined || form.nodes.size === 0) {
      form = {
        key,
        nodes: new Set([node]),
        lead: node,
        first: node,
        edges: new Map(),
        filed: [],
        surname: type === 'person' ? surnameOf(nodes[node]!) : null,
      }
      forms.set(key, form)
      dirty.add(form)
    } else {
      form.nodes.add(node)
      if (byHash(node, form.lead) < 0) form.lead = node
      if (order(node, form.first) < 0) form.first = node
      if (form.lead === node || form.first === node) dirty.add(form)
    }
    formOf[node] = form
    if (type !== 'person' || !lone || pack !== null) return
    loneAs[node] = surnameOf(nodes[node]!)
    listUnder(loneOf, loneAs[node]).add(node)
  }

  function byHash(a: number, b: number): number {
    return compare(nodes[a]!.hash, nodes[b]!.hash) || order(a, b)
  }

  /** Key of the name that a node goes by. One key: joined without weighing. A bare surname is kept by document unless its party has one bearer of it; a
   * group is always kept by document. */
  function keyOf(node: Node): string {
    const isPerson = node.type === 'person'
    const alone = isPerson && node.lone && node.pack === null && (node.party === '' || isShared(surnameOf(node)))
    return [
      isPerson ? 'person' : node.type,
      node.prepared.folded,
      node.pack,
      node.country,
      node.party,
      node.prepared.generation,
      node.type === 'group' || alone ? node.document : '',
    ].join('|')
  }

  /** Files forms under their blocking keys; a key that became common, or is no longer, draws in all that are filed under it. */
  function rebucket(dirty: Set<Mutable>): void {
    const sizes = new Map<string, number>()
    const open = [...dirty]
    for (const form of open) {
      const keys = form.nodes.size === 0 ? [] : keysOf(nodes[form.lead]!)
      for (const key of form.filed) {
        if (!sizes.has(key)) sizes.set(key, buckets.get(key)!.size)
        buckets.get(key)!.delete(form)
      }
      for (const key of keys) {
        const bucket = listUnder(buckets, key)
        if (!sizes.has(key)) sizes.set(key, bucket.size)
        bucket.add(form)
      }
      form.filed = keys
      if (form.surname !== null) {
        if (form.nodes.size === 0) ofSurname.get(form.surname)?.delete(form)
        else listUnder(ofSurname, form.surname).add(form)
      }
      if (form.nodes.size === 0 && forms.get(form.key) === form) forms.delete(form.key)
    }
    for (const [key, before] of sizes) {
      const bucket = buckets.get(key)!
      if (before > CROWDED !== bucket.size > CROWDED) for (const form of bucket) dirty.add(form)
      if (bucket.size === 0) buckets.delete(key)
    }
  }

  function* metBy(form: Mutable): Generator<Mutable> {
    const met = new Set<Mutable>([form])
    for (const key of form.filed) {
      const bucket = buckets.get(key)!
      for (const other of bucket) {
        if (met.has(other) || (bucket.size > CROWDED && !shareWord(nodes[form.lead]!, nodes[other.lead]!))) continue
        met.add(other)
        yield other
      }
    }
  }

  function weigh(x: Mutable, y: Mutable): Edge | null {
    const [a, b] = order(x.first, y.first) < 0 ? [x.lead, y.lead] : [y.lead, x.lead]
    const one = nodes[a]!
    const other = nodes[b]!
    if (one.document === other.document || (one.pack !== null && other.pack !== null)) return null
    steps++
    const witness: Witness = {
      shared: () => sharedBy(castOf(one.document), castOf(other.document), one, other),
      slot: () => standInOneSlot(x, y),
      onlyBearer: () => !isShared(surnameOf(one)),
    }
    const evidence =
      one.type === 'person' && other.type === 'person'
        ? weighPeople(one, other, witness, packs.names)
        : weighOthers(one, other, witness, packs.names)
    return evidence.verdict === 'none' ? null : {a, b, evidence, key: [one.hash, other.hash].sort().join(' ')}
  }

  function standInOneSlot(x: Mutable, y: Mutable): boolean {
    const [small, large] = x.nodes.size < y.nodes.size ? [x, y] : [y, x]
    for (const node of small.nodes) for (const mate of slotsOf(node)) if (formOf[mate] === large) return true
    return false
  }
}

const hasName = (node: Node): boolean =>
  !node.unnamed &&
  node.members.length === 0 &&
  (node.named || node.type === 'group' || node.type === 'public-body') &&
  node.prepared.folded !== ''

function sharedBy(mine: ReadonlySet<string>, theirs: ReadonlySet<string>, a: Node, b: Node): number {
  const [small, large] = mine.size < theirs.size ? [mine, theirs] : [theirs, mine]
  let shared = 0
  for (const name of small) if (large.has(name) && name !== a.prepared.folded && name !== b.prepared.folded) shared++
  return shared
}

function listUnder<Key, Item>(lists: Map<Key, Set<Item>>, key: Key): Set<Item> {
  const known = lists.get(key)
  if (known) return known
  const made = new Set<Item>()
  lists.set(key, made)
  return made
}
