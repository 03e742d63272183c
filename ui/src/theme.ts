// Light, dark, or as the system has it; kept in this browser.

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'parley.theme'

export function theme(): Theme {
  const kept = localStorage.getItem(KEY)
  return THEMES.find(one => one === kept) ?? 'system'
}

export function applyTheme(next: Theme = theme()): void {
  localStorage.setItem(KEY, next)
  if (next === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = next
}
