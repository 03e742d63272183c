// Searches that a reader keeps, in this browser.

const KEY = 'parley.searches'
const MOST = 40

const read = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(one => typeof one === 'string') : []
  } catch {
    return []
  }
}

let kept = $state.raw(read())

export const savedSearches = (): readonly string[] => kept

export function saveSearch(words: string): void {
  kept = [words, ...kept.filter(one => one !== words)].slice(0, MOST)
  localStorage.setItem(KEY, JSON.stringify(kept))
}

export function dropSearch(words: string): void {
  kept = kept.filter(one => one !== words)
  localStorage.setItem(KEY, JSON.stringify(kept))
}
