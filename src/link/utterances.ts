// One remark, however many reports carry it, and how its wording drifts between them. A number, negation, quantifier or name that differs is
// a contradiction of wording. Pure: the documents in any order give the same utterances.
import type {ReadDocument} from '../model/reading.ts'
import type {Citation, Contradiction, Judgement, Note, Utterance} from '../model/record.ts'
import {type Grouping, growGroups} from './growth/groups.ts'
import {cite, idOf} from './identity.ts'
import {keysOf, type Pair, pairOf, WIDEST_BLOCK} from './utterances/pairing.ts'
import {type Remark, remarksOf} from './utterances/remarks.ts'

export interface LinkedUtterances {
  readonly utterances: readonly Utterance[]
  readonly contradictions: readonly Contradiction[]
}

const REFERENCE_GENRES = new Set(['transcript', 'statement', 'readout'])

/** `entityOf` maps an index into a document's somebodies to the entity id in the record. */
export function linkUtterances(
  documents: readonly ReadDocument[],
  entityOf: (document: number, somebody: number) => string,
  judgements: readonly Judgement[],
): LinkedUtterances {
  const groups = growGroups(remarkGrouping({documents: () => documents, judgements: () => judgements}))
  groups.update(new Map(documents.map((document, index) => [index, remarksOf(document, index, entityOf)])))
  return inOrder(groups.entries())
}

/** Utterances and contradictions in the order of their first remark's id, so that the order of the documents cannot show. */
export function inOrder(entries: Iterable<LinkedUtterance>): LinkedUtterances {
  const sorted = [...entries].sort((a, b) => (a.first < b.first ? -1 : 1))
  return {
    utterances: sorted.map(({utterance}) => utterance),
    contradictions: sorted.flatMap(({contradictions}) => contradictions),
  }
}

export interface LinkedUtterance {
  /** Smallest id of its remarks. */
  readonly first: string
  readonly utterance: Utterance
  readonly contradictions: readonly Contradiction[]
  /** Where a person’s word on two remarks keeps others apart too. */
  readonly notes: readonly Note[]
}

/** Remarks that may be one, found by speaker and words; documents and judgements as they stand when a group is settled. */
export function remarkGrouping(known: {
  readonly documents: () => readonly ReadDocument[]
  readonly judgements: () => readonly Judgement[]
}): Grouping<Remark, LinkedUtterance> {
  return {
    keysOf: remark => [...keysOf(remark), ...sameByPerson(remark, known.judgements())],
    refined: () => null,
    mostShared: WIDEST_BLOCK,
    joins: (a, b) => sharesRuling(a, b, known.judgements()) || pairOf([a, b], 0, 1) !== null,
    order: (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    settle(remarks, near) {
      const documents = known.documents()
      const {forced, forbidden} = verdictsOf(remarks, known.judgements())
      const found = near.flatMap(([a, b]) => pairOf(remarks, a, b) ?? [])
      const pairs = found.filter(pair => !forbidden.has(keyOf(pair.a, pair.b)))
      const entries: {items: Remark[]; entry: LinkedUtterance}[] = []
      const {groups, torn} = group(remarks, pairs, forced, forbidden)
      for (const members of groups) {
        if (members.length === 1 && !remarks[members[0]!]!.isQuoted) continue
        const inside = new Set(members)
        const own = pairs.filter(pair => inside.has(pair.a) && inside.has(pair.b) && remarks[pair.a]!.isQuoted && remarks[pair.b]!.isQuoted)
        const utterance = utteranceOf(documents, remarks, members, own)
        const contradictions = own.flatMap(pair => contradictionOf(documents, remarks, pair, utterance.id) ?? [])
        const notes = torn.filter(({a}) => inside.has(a)).map(({a, b}) => tornNote(documents, remarks[a]!, remarks[b]!))
        entries.push({items: members.map(i => remarks[i]!), entry: {first: remarks[members[0]!]!.id, utterance, contradictions, notes}})
      }
      return {entries, links: [...found.map(({a, b}) => [a, b] as const), ...forced]}
    },
  }
}

/** A key for each line in which a person called this remark the same as others. */
const sameByPerson = ({id}: Remark, judgements: readonly Judgement[]): string[] =>
  judgements.filter(({by, kind, of}) => by === 'person' && kind === 'same' && of.includes(id)).map(judgement => `person ${judgement.id}`)

const sharesRuling = (a: Remark, b: Remark, judgements: readonly Judgement[]): boolean =>
  judgements.some(({by, kind, of}) => by === 'person' && kind === 'same' && of.includes(a.id) && of.includes(b.id))

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** What people said about pairs of remarks; the last word counts. */
function verdictsOf(remarks: readonly Remark[], judgements: readonly Judgement[]): {forced: [number, number][]; forbidden: Set<string>} {
  const indexOf = new Map(remarks.map((remark, index) => [remark.id, index]))
  const last = new Map<string, {pair: [number, number]; same: boolean}>()
  for (const judgement of judgements) {
    if (judgement.by !== 'person' || (judgement.kind !== 'same' && judgement.kind !== 'different')) continue
    const known = judgement.of.map(id => indexOf.get(id)).filter(index => index !== undefined)
    for (let i = 0; i < known.length; i++)
      for (let k = i + 1; k < known.length; k++)
        last.set(keyOf(known[i]!, known[k]!), {pair: [known[i]!, known[k]!], same: judgement.kind === 'same'})
  }
  const forced: [number, number][] = []
  const forbidden = new Set<string>()
  for (const [key, {pair, same}] of last) {
    if (same) forced.push(pair)
    else forbidden.add(key)
  }
  return {forced, forbidden}
}

/** Joins the surest pairs first; a join that would bring together two remarks that a person keeps apart, or two speakers, is not made. */
function group(
  remarks: readonly Remark[],
  pairs: readonly Pair[],
  forced: readonly [number, number][],
  forbidden: ReadonlySet<string>,
): {groups: number[][]; torn: Pair[]} {
  const torn: Pair[] = []
  const parent = remarks.map((_, index) => index)
  const members = remarks.map((_, index) => [index])
  const find = (index: number): number => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const join = (x: number, y: number): void => {
    const a = find(x)
    const b = find(y)
    if (a === b) return
    const [keep, drop] = a < b ? [a, b] : [b, a]
    parent[drop] = keep
    members[keep]!.push(...members[drop]!)
    members[drop] = []
  }
  for (const [a, b] of forced) join(a, b)
  const sure = [...pairs].sort((p, q) => q.comparison.containment - p.comparison.containment || p.a - q.a || p.b - q.b)
  for (const pair of sure) {
    const {a, b} = pair
    const left = members[find(a)]!
    const right = members[find(b)]!
    if (left === right) continue
    const names = new Set([...left, ...right].map(index => remarks[index]!.speaker).filter(speaker => speaker !== null))
    if (names.size > 1) continue
    if (forbidden.size > 0 && left.some(x => right.some(y => forbidden.has(keyOf(x, y))))) {
      torn.push(pair)
      continue
    }
    join(a, b)
  }
  return {
    groups: members.filter(list => list.length > 0).map(list => list.sort((a, b) => a - b)),
    torn: torn.filter(({a, b}) => find(a) !== find(b)),
  }
}

const tornNote = (documents: readonly ReadDocument[], a: Remark, b: Remark): Note => ({
  code: 'link/cut-by-person',
  message: 'Two reports carry what looks like one remark, but a person told apart remarks that these would join; they stay two.',
  document: documents[a.document]!.id,
  at: cite(documents[b.document]!, b.attribution.content[0]!),
})

function utteranceOf(
  documents: readonly ReadDocument[],
  remarks: readonly Remark[],
  members: readonly number[],
  pairs: readonly Pair[],
): Utterance {
  const speakers = [...new Set(members.map(index => remarks[index]!.speaker).filter(speaker => speaker !== null))].sort()
  const reference = members
    .map(index => remarks[index]!)
    .find(remark => REFERENCE_GENRES.has(documents[remark.document]!.genre) && remark.isQuoted)
  return {
    id: idOf('utterance', ...members.map(index => remarks[index]!.id)),
    speaker: speakers[0] ?? null,
    attributions: members.map(index => remarks[index]!.id),
    reference: reference ? cite(documents[reference.document]!, reference.attribution.content[0]!) : null,
    pairs: pairs.map(pair => ({
      a: remarks[pair.a]!.id,
      b: remarks[pair.b]!.id,
      drift: pair.comparison.drift,
      because: [bothSides(documents, remarks, pair)],
    })),
  }
}

const bothSides = (documents: readonly ReadDocument[], remarks: readonly Remark[], {a, b}: Pair): [Citation, Citation] => [
  cite(documents[remarks[a]!.document]!, remarks[a]!.attribution.content[0]!),
  cite(documents[remarks[b]!.document]!, remarks[b]!.attribution.content[0]!),
]

function contradictionOf(documents: readonly ReadDocument[], remarks: readonly Remark[], pair: Pair, about: string): Contradiction | null {
  const {conflict} = pair.comparison
  if (!conflict) return null
  const [left, right] = bothSides(documents, remarks, pair)
  return {
    id: idOf('contradiction', 'wording', remarks[pair.a]!.id, remarks[pair.b]!.id),
    kind: 'wording',
    about,
    sides: [
      {value: conflict.a, citations: [left]},
      {value: conflict.b, citations: [right]},
    ],
    explanation: null,
  }
}
