// Looks up the words of a class or an id in a list of the pack: single words, two or three in a row, beginnings.

export interface NameList {
  /** True where the words hold one of the list's entries. */
  has(words: readonly string[]): boolean
  /** The entry that is found first; empty where there is none. */
  first(words: readonly string[]): string
}

const lists = new WeakMap<readonly string[], NameList>()
const LONGEST_RUN = 3

/** Built at first use, once for each list. */
export function nameList(entries: readonly string[]): NameList {
  const known = lists.get(entries)
  if (known) return known
  const whole = new Set(entries.filter(entry => !entry.endsWith('*')))
  const beginnings = new Map<string, string[]>()
  for (const entry of entries) {
    if (!entry.endsWith('*')) continue
    const start = entry.slice(0, -1)
    beginnings.set(start.slice(0, 2), [...(beginnings.get(start.slice(0, 2)) ?? []), start])
  }
  const first = (words: readonly string[]): string => {
    for (let i = 0; i < words.length; i++) {
      const beginning = beginnings.get(words[i]!.slice(0, 2))?.find(start => words[i]!.startsWith(start))
      if (beginning !== undefined) return beginning
      for (let run = words[i]!, length = 1; length <= LONGEST_RUN; run = `${run} ${words[i + length]}`, length++) {
        if (whole.has(run)) return run
        if (i + length >= words.length) break
      }
    }
    return ''
  }
  const built: NameList = {first, has: words => first(words) !== ''}
  lists.set(entries, built)
  return built
}
