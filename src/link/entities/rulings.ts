// What people said about who is who: "same" joins, "different" keeps apart, and both outrank every machine edge. They point at mentions by hash.
import type {Judgement, Note} from '../../model/record.ts'
import type {Clusters} from './clusters.ts'
import type {Node} from './nodes.ts'

/** Applies people's lines, the later over the earlier, undone ones left out. Lines on other things (claims, documents) are not for here. */
export function rulePeople(judgements: readonly Judgement[], nodes: readonly Node[], clusters: Clusters): Note[] {
  const nodeOf = new Map<string, number>()
  nodes.forEach((node, index) => {
    nodeOf.set(node.hash, index)
    for (const hash of node.hashes) nodeOf.set(hash, index)
  })
  const notes: Note[] = []
  const ruling = new Map<string, {kind: 'same' | 'different'; a: number; b: number}>()
  for (const judgement of withoutUndone(judgements)) {
    if (judgement.kind !== 'same' && judgement.kind !== 'different') continue
    const named = judgement.of.map(id => nodeOf.get(id)).filter((index): index is number => index !== undefined)
    for (let i = 0; i < named.length; i++)
      for (let j = i + 1; j < named.length; j++) {
        const [a, b] = named[i]! < named[j]! ? [named[i]!, named[j]!] : [named[j]!, named[i]!]
        if (a === b) {
          if (judgement.kind === 'different')
            notes.push({
              code: 'judgement/one-in-document',
              message: 'Two mentions that one document names as one somebody cannot be split yet.',
              document: null,
              at: null,
            })
          continue
        }
        ruling.set(`${a} ${b}`, {kind: judgement.kind, a, b})
      }
  }
  for (const {kind, a, b} of ruling.values()) if (kind === 'same') clusters.force(a, b)
  for (const {kind, a, b} of ruling.values()) {
    if (kind !== 'different') continue
    if (clusters.find(a) === clusters.find(b))
      notes.push({
        code: 'judgement/contradiction',
        message: 'People said of the same names that they are one and that they are two; the first stands.',
        document: null,
        at: null,
      })
    else clusters.part(a, b)
  }
  return notes
}

function withoutUndone(judgements: readonly Judgement[]): Judgement[] {
  const undone = new Set<string>()
  for (const judgement of [...judgements].reverse())
    if (judgement.kind === 'undo' && !undone.has(judgement.id)) for (const id of judgement.of) undone.add(id)
  return judgements.filter(judgement => judgement.by === 'person' && judgement.kind !== 'undo' && !undone.has(judgement.id))
}
