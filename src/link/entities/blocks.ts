// Blocks of names: whatever could influence one another's identity is in one block, by whatever holds it together (a form, an entry of the pack, a weighed
// pair, a slot, a person's word). A change takes apart the blocks that it touches and no other.

export interface Blocks<Settled> {
  /** Takes apart the blocks of these nodes and builds them anew with all that they now hang together with. */
  readonly update: (touched: Iterable<number>) => {readonly gone: readonly Settled[]; readonly made: readonly Settled[]}
  /** What stands of the block of a node; null where it is in none. */
  readonly of: (node: number) => Settled | null
  /** Puts a node beside another whose block it leaves as it is settled. */
  readonly enter: (node: number, beside: number) => void
  readonly all: () => IterableIterator<Settled>
  /** Nodes settled so far. */
  readonly steps: () => number
}

interface Rules<Settled> {
  /** Nodes that hang together with this one; `passed` keeps what has been followed already, so that a name in all reports is followed once. */
  readonly near: (node: number, passed: Set<unknown>) => Iterable<number>
  /** Order of nodes that does not show who came first. */
  readonly order: (a: number, b: number) => number
  readonly settle: (members: readonly number[]) => Settled
}

interface Block<Settled> {
  readonly members: number[]
  readonly settled: Settled
}

export function growBlocks<Settled>({near, order, settle}: Rules<Settled>): Blocks<Settled> {
  const blockOf: (Block<Settled> | undefined)[] = []
  const blocks = new Set<Block<Settled>>()
  let steps = 0

  return {
    update(touched) {
      const stale = new Set<Block<Settled>>()
      const open: number[] = []
      const take = (node: number): void => {
        open.push(node)
        const block = blockOf[node]
        if (block === undefined || stale.has(block)) return
        stale.add(block)
        for (const member of block.members) open.push(member)
      }
      for (const node of touched) take(node)
      const seen = new Set<number>()
      const passed = new Set<unknown>()
      const made: Block<Settled>[] = []
      // `open` grows while it is walked: a new tie leads into blocks that nothing else has touched.
      for (let i = 0; i < open.length; i++) {
        if (seen.has(open[i]!)) continue
        const members = [open[i]!]
        seen.add(open[i]!)
        for (let j = 0; j < members.length; j++)
          for (const other of near(members[j]!, passed)) {
            if (seen.has(other)) continue
            seen.add(other)
            members.push(other)
            take(other)
          }
        members.sort(order)
        steps += members.length
        made.push({members, settled: settle(members)})
      }
      for (const block of stale) blocks.delete(block)
      for (const block of made) {
        blocks.add(block)
        for (const member of block.members) blockOf[member] = block
      }
      return {gone: [...stale].map(block => block.settled), made: made.map(block => block.settled)}
    },
    of: node => blockOf[node]?.settled ?? null,
    enter(node, beside) {
      const block = blockOf[beside]!
      block.members.push(node)
      blockOf[node] = block
      steps++
    },
    *all() {
      for (const {settled} of blocks) yield settled
    },
    steps: () => steps,
  }
}
