// Items that may be one thing (claims, remarks), kept in groups that cannot influence one another: a change to some items settles the groups that they
// were in or come near to, and no other. Items are filed under blocking keys; two that share a key and join are in one group.

export interface Grouping<Item, Entry> {
  /** Keys under which an item may meet others. */
  readonly keysOf: (item: Item) => readonly string[]
  /** Finer keys that take the place of one that too many items share. */
  readonly refined: (key: string, item: Item) => string | null
  readonly mostShared: number
  /** True where the two would influence one another's entry. */
  readonly joins: (a: Item, b: Item) => boolean
  /** Order of items that does not show who came first. */
  readonly order: (a: Item, b: Item) => number
  /** Settles items that no other influences: entries, each with its items, and which items hang together. */
  readonly settle: (items: readonly Item[], pairs: readonly (readonly [number, number])[]) => Settled<Item, Entry>
}

export interface Settled<Item, Entry> {
  readonly entries: readonly {readonly items: readonly Item[]; readonly entry: Entry}[]
  readonly links: readonly (readonly [number, number])[]
}

export interface Groups<Item, Entry> {
  /** Puts items in the place of all that each document had. Gives every item whose group was settled anew, with those that left, and the new entries. */
  readonly update: (byDocument: ReadonlyMap<number, readonly Item[]>) => {
    readonly touched: ReadonlySet<Item>
    readonly made: readonly Entry[]
  }
  readonly entries: () => IterableIterator<Entry>
  /** Items settled and pairs weighed so far: the work done. */
  readonly steps: () => number
}

interface Group<Item, Entry> {
  readonly items: readonly Item[]
  readonly entries: readonly Entry[]
}

export function growGroups<Item, Entry>({keysOf, refined, mostShared, joins, order, settle}: Grouping<Item, Entry>): Groups<Item, Entry> {
  const itemsOf = new Map<number, readonly Item[]>()
  const keys = new Map<Item, readonly string[]>()
  const holders = new Map<string, Set<Item>>()
  const groupOf = new Map<Item, Group<Item, Entry>>()
  const entries = new Map<Group<Item, Entry>, readonly Entry[]>()
  let steps = 0

  return {
    update(byDocument) {
      const stale = new Set<Group<Item, Entry>>()
      const sizes = new Map<string, number>()
      const gone = new Set<Item>()
      const come = new Set<Item>()
      for (const [document, items] of byDocument) {
        for (const item of itemsOf.get(document) ?? []) {
          gone.add(item)
          const group = groupOf.get(item)
          if (group) stale.add(group)
          for (const key of keys.get(item)!) {
            remember(key, sizes)
            holders.get(key)!.delete(item)
          }
          keys.delete(item)
          groupOf.delete(item)
        }
        itemsOf.set(document, items)
        for (const item of items) {
          come.add(item)
          const own = allKeys(item)
          keys.set(item, own)
          for (const key of own) {
            remember(key, sizes)
            const list = holders.get(key)
            if (list) list.add(item)
            else holders.set(key, new Set([item]))
          }
        }
      }
      // A key that became common, or is no longer, changes what rests on it.
      for (const [key, before] of sizes) {
        const after = holders.get(key)!.size
        if (before > mostShared === after > mostShared) continue
        for (const item of holders.get(key)!) {
          const group = groupOf.get(item)
          if (group) stale.add(group)
        }
      }
      for (const key of sizes.keys()) if (holders.get(key)!.size === 0) holders.delete(key)
      const open: Item[] = [...come]
      const inside = new Set(open)
      const takeIn = (group: Group<Item, Entry>): void => {
        if (!entries.delete(group)) return
        for (const item of group.items) {
          if (gone.has(item) || inside.has(item)) continue
          inside.add(item)
          open.push(item)
        }
      }
      for (const group of stale) takeIn(group)
      for (const item of come) {
        if (inside.size === keys.size) break
        for (const other of metBy(item)) {
          if (inside.has(other)) continue
          steps++
          if (joins(item, other)) takeIn(groupOf.get(other)!)
        }
      }
      const made = regroup(open)
      return {touched: new Set([...open, ...gone]), made}
    },
    *entries() {
      for (const list of entries.values()) yield* list
    },
    steps: () => steps,
  }

  function remember(key: string, sizes: Map<string, number>): void {
    if (!sizes.has(key)) sizes.set(key, holders.get(key)?.size ?? 0)
  }

  function allKeys(item: Item): string[] {
    const own = new Set<string>()
    for (const key of keysOf(item)) {
      own.add(key)
      const finer = refined(key, item)
      if (finer !== null) own.add(finer)
    }
    return [...own]
  }

  function speaks(key: string): boolean {
    return (holders.get(key)?.size ?? 0) <= mostShared
  }

  /** Keys that hold for an item now: its own, and the finer one where its own is common. */
  function speaking(item: Item): string[] {
    return keysOf(item).flatMap(key => {
      if (speaks(key)) return [key]
      const finer = refined(key, item)
      return finer !== null && speaks(finer) ? [finer] : []
    })
  }

  function* metBy(item: Item): Generator<Item> {
    const seen = new Set<Item>([item])
    for (const key of speaking(item))
      for (const other of holders.get(key) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        yield other
      }
  }

  function regroup(open: readonly Item[]): readonly Entry[] {
    const items = [...open].sort(order)
    const place = new Map(items.map((item, i) => [item, i]))
    const pairs: [number, number][] = []
    for (const [i, item] of items.entries())
      for (const other of metBy(item)) {
        const j = place.get(other)
        if (j !== undefined && i < j) pairs.push([i, j])
      }
    pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1])
    steps += items.length + pairs.length
    const settled = settle(items, pairs)
    const root = items.map((_, i) => i)
    const find = (i: number): number => {
      while (root[i] !== i) i = root[i] = root[root[i]!]!
      return i
    }
    for (const [a, b] of settled.links) root[find(a)] = find(b)
    const parts = new Map<number, {items: Item[]; entries: Entry[]}>()
    for (const [i, item] of items.entries()) {
      const part = parts.get(find(i)) ?? {items: [], entries: []}
      part.items.push(item)
      parts.set(find(i), part)
    }
    for (const {items: of, entry} of settled.entries) parts.get(find(place.get(of[0]!)!))!.entries.push(entry)
    for (const part of parts.values()) {
      for (const item of part.items) groupOf.set(item, part)
      entries.set(part, part.entries)
    }
    return settled.entries.map(({entry}) => entry)
  }
}
