// Which pairs of nodes are worth weighing: those that share a blocking key. Never the nearest few, since these depend on who came first.
import type {Node} from './nodes.ts'

/** A key held by more distinct names than this says nothing ("Ali", "Kim"); its names then need a second word in common. */
const CROWDED = 400

/** Keys under which a name is filed: skeleton of one end with the first sound of the other, both ways, and all sounds joined. */
export function keysOf(node: Node): string[] {
  const {words} = node.prepared
  const kind = node.type === 'person' ? 'p' : node.type === 'group' ? 'g' : 'o'
  if (node.bodyKey !== null) return [`o ${node.prepared.folded}`, `b ${node.bodyKey}`]
  if (kind === 'g') return [`g ${node.prepared.folded}`]
  if (words.length === 0) return [`${kind} ${node.prepared.folded}`]
  const first = words[0]!
  const last = words.at(-1)!
  if (kind === 'o') return [`o ${node.prepared.folded}`]
  const keys = [`p ${last.skeleton}`, `p ${words.map(word => word.sound).join('')}`]
  if (words.length > 1) keys.push(`p ${last.skeleton} ${first.sound[0]}`, `p ${first.skeleton} ${last.sound[0]}`)
  return [...new Set(keys)]
}

/** Pairs of distinct names (indexes into `forms`) that share a key; each once. */
export function* candidatePairs(forms: readonly Node[]): Generator<readonly [number, number]> {
  const buckets = new Map<string, number[]>()
  forms.forEach((form, index) => {
    for (const key of keysOf(form)) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(index)
      else buckets.set(key, [index])
    }
  })
  const seen = new Set<number>()
  for (const key of [...buckets.keys()].sort()) {
    const bucket = buckets.get(key)!
    const crowded = bucket.length > CROWDED
    for (let i = 0; i < bucket.length; i++)
      for (let j = i + 1; j < bucket.length; j++) {
        const a = bucket[i]!
        const b = bucket[j]!
        if (crowded && !shareWord(forms[a]!, forms[b]!)) continue
        const pair = a * forms.length + b
        if (seen.has(pair)) continue
        seen.add(pair)
        yield [a, b]
      }
  }
}

const shareWord = (a: Node, b: Node): boolean => {
  const mine = a.prepared.words
  const theirs = b.prepared.words
  const first = mine[0]?.skeleton === theirs[0]?.skeleton
  return first && mine.at(-1)?.skeleton === theirs.at(-1)?.skeleton
}
