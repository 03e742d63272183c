// Groups the nodes of one line by who recorded it (or who could know it): equal names are one, and a node without a name, or one in a
// document that carries another's text, joins the node whose text it carries.
import type {OriginNode} from './nodes.ts'

interface Link {
  readonly a: number
  readonly b: number
  readonly rule: string
}

/** Groups in the order of their first node. `nameOf` is null for what the document does not name. */
export function joinGroups(
  nodes: readonly OriginNode[],
  links: readonly Link[],
  nameOf: (node: OriginNode) => string | null,
): (readonly OriginNode[])[] {
  const parent = nodes.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]!
    for (let at = i; parent[at] !== root; ) {
      const next = parent[at]!
      parent[at] = root
      at = next
    }
    return root
  }
  const join = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y)
    parent[high!] = low!
  }
  const byName = new Map<string, number>()
  for (const [i, node] of nodes.entries()) {
    const name = nameOf(node)
    if (name === null) continue
    const first = byName.get(name)
    if (first === undefined) byName.set(name, i)
    else join(first, i)
  }
  joinUnnamed()
  joinRenamed()
  const groups = new Map<number, OriginNode[]>()
  for (const [i, node] of nodes.entries()) groups.set(find(i), [...(groups.get(find(i)) ?? []), node])
  return [...groups.values()]

  /** What names nobody never adds to what the same text names elsewhere. */
  function joinUnnamed(): void {
    for (const {a, b} of links) if (nameOf(nodes[a]!) === null && nameOf(nodes[b]!) === null) join(a, b)
    const settled = new Set<number>()
    for (const {a, b} of links) {
      const [open, named] = nameOf(nodes[a]!) === null ? [a, b] : [b, a]
      if (nameOf(nodes[open]!) !== null || nameOf(nodes[named]!) === null) continue
      // One open node joins one named node only: else it would join two recorders that are two.
      if (settled.has(find(open))) continue
      join(open, named)
      settled.add(find(open))
    }
  }

  /** A copy that gives another name than its source (spinners rename outlets word by word) is still that copy. */
  function joinRenamed(): void {
    const namesIn = new Map<number, Set<string>>()
    for (const node of nodes) {
      const name = nameOf(node)
      if (name !== null) namesIn.set(node.document, (namesIn.get(node.document) ?? new Set()).add(name))
    }
    for (const {a, b, rule} of links) {
      if (rule === 'one-document' || rule === 'one-publisher') continue
      const nameA = nameOf(nodes[a]!)
      const nameB = nameOf(nodes[b]!)
      if (nameA === null || nameB === null || nameA === nameB) continue
      const unmatchedA = !namesIn.get(nodes[b]!.document)!.has(nameA)
      const unmatchedB = !namesIn.get(nodes[a]!.document)!.has(nameB)
      if (unmatchedA && unmatchedB) join(a, b)
    }
  }
}
