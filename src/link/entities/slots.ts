// Names that stand in one slot of two sentences that say the same: "talks in Ostrel on Thursday" against "talks in Ostrell on Thursday".
import type {AlignedSentence} from '../../model/alignment.ts'
import type {Mention} from '../../model/mention.ts'
import type {Packs} from '../../model/packs.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Span} from '../../model/span.ts'
import type {Node} from './nodes.ts'
import type {Mangled} from './settle-block.ts'
import {mangledPlace} from './spellings.ts'

export interface Slot {
  readonly a: {readonly document: number; readonly mention: Mention}
  readonly b: {readonly document: number; readonly mention: Mention}
}

// Of the four words around (two before, two after) so many must be equal; three of four is a slot by itself, two need the word before.
const WORDS_EQUAL = 2

export interface Slots {
  /** Takes in the aligned sentences of pairs of documents, in place of those they had. */
  readonly align: (documents: readonly ReadDocument[], aligned: ReadonlyMap<string, readonly AlignedSentence[]>) => Met
  /** Adds slots that stay. */
  readonly add: (slots: readonly Slot[]) => Met
  /** Looks again at what is near to nodes that are read otherwise than before. */
  readonly reread: (nodes: ReadonlySet<number>) => Met
  readonly of: (node: number) => Iterable<number>
  /** Entries that a node is a mangled name of, in the order of documents. */
  readonly mangledOf: (node: number) => readonly Mangled[]
  /** Nodes that are a mangled name of an entry. */
  readonly mangledTo: (pack: string) => Iterable<number>
}

/** What a change of slots may change. */
export interface Met {
  /** Nodes that stand in one slot now. Where they go by one form anyhow, nothing follows from it. */
  readonly pairs: readonly (readonly [number, number])[]
  /** Nodes that lost a slot, are read otherwise, or are a mangled name. */
  readonly nodes: ReadonlySet<number>
}

interface Around {
  readonly nodes: readonly Node[]
  readonly nodeOf: (document: number, somebody: number) => number
  readonly order: (a: number, b: number) => number
  readonly packs: Packs
}

const NOBODY: readonly number[] = []
const NOTHING: readonly Mangled[] = []

export function growSlots({nodes, nodeOf, order, packs}: Around): Slots {
  const byPair = new Map<string, readonly (readonly [number, number])[]>()
  /** Pairs of nodes, each with the number of slots they share; of those the slots of aligned sentences make names alike. */
  const aligned = new Map<number, Map<number, number>>()
  const all = new Map<number, Map<number, number>>()
  const mangled = new Map<number, readonly Mangled[]>()
  const named = new Map<string, Set<number>>()

  return {
    align(documents, pairs) {
      const nodes = new Set<number>()
      const met: (readonly [number, number])[] = []
      for (const [pair, sentences] of pairs) {
        for (const [a, b] of byPair.get(pair) ?? []) {
          count(aligned, a, b, -1)
          count(all, a, b, -1)
          nodes.add(a).add(b)
        }
        const slots = findSlots(documents, sentences).map(toNodes)
        if (slots.length === 0) byPair.delete(pair)
        else byPair.set(pair, slots)
        for (const [a, b] of slots) {
          count(aligned, a, b, 1)
          count(all, a, b, 1)
        }
        met.push(...slots)
      }
      return {pairs: met, nodes: withMangled(nodes, met)}
    },
    add(slots) {
      const met = slots.map(toNodes)
      for (const [a, b] of met) count(all, a, b, 1)
      return {pairs: met, nodes: withMangled(new Set(), met)}
    },
    reread(changed) {
      const near = new Set<number>()
      for (const node of changed) {
        if (!all.has(node)) continue
        near.add(node)
        for (const mate of all.get(node)!.keys()) near.add(mate)
      }
      for (const node of near) readMangled(node)
      return {pairs: [], nodes: near}
    },
    of: node => aligned.get(node)?.keys() ?? NOBODY,
    mangledOf: node => mangled.get(node) ?? NOTHING,
    mangledTo: pack => named.get(pack) ?? NOBODY,
  }

  function toNodes({a, b}: Slot): readonly [number, number] {
    return [nodeOf(a.document, a.mention.entity), nodeOf(b.document, b.mention.entity)]
  }

  /** The nodes, and with them those of the pairs that are or were a mangled name. */
  function withMangled(nodes: Set<number>, met: readonly (readonly [number, number])[]): Set<number> {
    for (const node of new Set([...nodes, ...met.flat()])) if (readMangled(node)) nodes.add(node)
    return nodes
  }

  /** True where the node is a mangled name, or was one. */
  function readMangled(node: number): boolean {
    const before = mangled.get(node) ?? NOTHING
    for (const {pack} of before) named.get(pack)!.delete(node)
    const found: Mangled[] = []
    if (nodes[node]!.type !== 'person')
      for (const known of [...(all.get(node)?.keys() ?? NOBODY)].sort(order)) {
        const pack = nodes[known]!.type === 'person' ? null : mangledPlace(nodes[node]!, nodes[known]!, packs)
        if (pack !== null) found.push({known, pack})
      }
    if (found.length === 0) mangled.delete(node)
    else mangled.set(node, found)
    for (const {pack} of found) named.set(pack, (named.get(pack) ?? new Set()).add(node))
    return before.length + found.length > 0
  }
}

function count(mates: Map<number, Map<number, number>>, a: number, b: number, step: 1 | -1): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const row = mates.get(one) ?? new Map<number, number>()
    mates.set(one, row)
    const left = (row.get(other) ?? 0) + step
    if (left === 0) row.delete(other)
    else row.set(other, left)
  }
}

function findSlots(documents: readonly ReadDocument[], aligned: readonly AlignedSentence[]): Slot[] {
  const slots: Slot[] = []
  for (const {a, b} of aligned) {
    const left = namesIn(documents[a.document]!, a.span)
    const right = namesIn(documents[b.document]!, b.span)
    for (const mine of left)
      for (const theirs of right) {
        if (!mayBeOne(mine.type, theirs.type)) continue
        if (inOneSlot(around(documents[a.document]!, mine), around(documents[b.document]!, theirs)))
          slots.push({a: {document: a.document, mention: mine}, b: {document: b.document, mention: theirs}})
      }
  }
  return slots
}

const mayBeOne = (a: string, b: string): boolean => (a === 'person') === (b === 'person') && isPlace(a) === isPlace(b)

const isPlace = (type: string): boolean => type === 'place' || type === 'country'

const namesIn = (document: ReadDocument, span: Span): Mention[] =>
  document.mentions.filter(mention => mention.level === 'name' && mention.start >= span.start && mention.end <= span.end)

interface Beside {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The two words before, nearest first, and the two after. */
export function around(document: ReadDocument, mention: Mention): Beside {
  const before =
    document.text
      .slice(Math.max(0, mention.start - 60), mention.start)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const after =
    document.text
      .slice(mention.end, mention.end + 60)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return {before: before.slice(-2).reverse(), after: after.slice(0, 2)}
}

function inOneSlot(a: Beside, b: Beside): boolean {
  const before = [0, 1].filter(i => a.before[i] !== undefined && a.before[i] === b.before[i]).length
  const after = [0, 1].filter(i => a.after[i] !== undefined && a.after[i] === b.after[i]).length
  return before + after > WORDS_EQUAL || (before + after === WORDS_EQUAL && a.before[0] === b.before[0] && (before === 2 || after >= 1))
}
