// Looks up the words of a class or an id in a list of the pack: single words, two or three in a row, beginnings.

export interface NameList {
  /** True where the words hold one of the list's entries. */
  has(words: readonly string[]): boolean
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
  const built: NameList = {
    has(words) {
      for (let i = 0; i < words.length; i++) {
        if (beginnings.get(words[i]!.slice(0, 2))?.some(start => words[i]!.startsWith(start))) return true
        for (let run = words[i]!, length = 1; length <= LONGEST_RUN; run = `${run} ${words[i + length]}`, length++) {
          if (whole.has(run)) return true
          if (i + length >= words.length) break
        }
      }
      return false
    },
  }
  lists.set(entries, built)
  return built
}
