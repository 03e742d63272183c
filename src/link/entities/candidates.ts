// Which pairs of nodes are worth weighing: those that share a blocking key. Never the nearest few, since these depend on who came first.
import type {Node} from './nodes.ts'

/** A key held by more distinct names than this says nothing ("Ali", "Kim"); its names then need a second word in common. */
export const CROWDED = 400

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

/** First and last word alike. */
export const shareWord = (a: Node, b: Node): boolean => {
  const mine = a.prepared.words
  const theirs = b.prepared.words
  const first = mine[0]?.skeleton === theirs[0]?.skeleton
  return first && mine.at(-1)?.skeleton === theirs.at(-1)?.skeleton
}
