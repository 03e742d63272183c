// What people said about who is who: "same" joins, "different" keeps apart, and both outrank every machine edge. They point at mentions by hash, of which
// some may belong to documents that are still to come.
import type {Judgement, Note} from '../../model/record.ts'
import type {Node} from './nodes.ts'
import type {Ruling} from './settle-block.ts'

export interface Rulings {
  /** Takes in the lines that hold now, and names that came. Gives the nodes of which a line came or went. */
  readonly update: (judgements: readonly Judgement[], changed: ReadonlySet<number>) => readonly number[]
  readonly on: (node: number) => readonly Ruling[]
  /** Lines on two of some nodes. */
  readonly among: (members: readonly number[]) => readonly Ruling[]
  readonly notes: () => readonly Note[]
}

const NONE: readonly Ruling[] = []

export function growRulings(nodes: readonly Node[], order: (a: number, b: number) => number): Rulings {
  let lines: readonly Judgement[] = []
  /** Hashes that lines name, and whose they are. */
  let named = new Map<string, number | null>()
  let held: readonly Ruling[] = []
  let byNode = new Map<number, Ruling[]>()
  let inOneDocument = 0

  return {
    update(judgements, changed) {
      const now = withoutUndone(judgements)
      const isNew = now.length !== lines.length || now.some((line, i) => line !== lines[i])
      if (isNew) {
        lines = now
        named = new Map(lines.flatMap(line => line.of.map(hash => [hash, null])))
        for (const node of nodes.keys()) find(node)
      } else {
        if (named.size === 0) return []
        let found = false
        for (const node of changed) if (find(node)) found = true
        if (!found) return []
      }
      const before = held
      resolve()
      return [...before, ...held].flatMap(({a, b}) => [a, b])
    },
    on: node => byNode.get(node) ?? NONE,
    among(members) {
      if (byNode.size === 0) return NONE
      const mine = new Set(members.flatMap(member => byNode.get(member) ?? NONE))
      return held.filter(ruling => mine.has(ruling))
    },
    notes: () => Array.from({length: inOneDocument}, () => IN_ONE_DOCUMENT),
  }

  function find(node: number): boolean {
    let found = false
    for (const hash of [nodes[node]!.hash, ...nodes[node]!.hashes]) {
      const known = named.get(hash)
      if (known === undefined || (known !== null && order(known, node) <= 0)) continue
      named.set(hash, node)
      found = true
    }
    return found
  }

  /** The later line outranks the earlier. */
  function resolve(): void {
    const rulings = new Map<string, Ruling>()
    inOneDocument = 0
    for (const {kind, of} of lines) {
      if (kind !== 'same' && kind !== 'different') continue
      const known = of.flatMap(hash => named.get(hash) ?? [])
      for (let i = 0; i < known.length; i++)
        for (let j = i + 1; j < known.length; j++) {
          const [a, b] = order(known[i]!, known[j]!) < 0 ? [known[i]!, known[j]!] : [known[j]!, known[i]!]
          if (a !== b) rulings.set(`${a} ${b}`, {kind, a, b})
          else if (kind === 'different') inOneDocument++
        }
    }
    held = [...rulings.values()]
    byNode = new Map()
    for (const ruling of held)
      for (const node of [ruling.a, ruling.b]) {
        const list = byNode.get(node)
        if (list) list.push(ruling)
        else byNode.set(node, [ruling])
      }
  }
}

const IN_ONE_DOCUMENT: Note = {
  code: 'judgement/one-in-document',
  message: 'Two mentions that one document names as one somebody cannot be split yet.',
  document: null,
  at: null,
}

function withoutUndone(judgements: readonly Judgement[]): Judgement[] {
  const undone = new Set<string>()
  for (const judgement of [...judgements].reverse())
    if (judgement.kind === 'undo' && !undone.has(judgement.id)) for (const id of judgement.of) undone.add(id)
  return judgements.filter(judgement => judgement.by === 'person' && judgement.kind !== 'undo' && !undone.has(judgement.id))
}
