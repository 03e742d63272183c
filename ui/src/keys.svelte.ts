// The keyboard: from line to line, into the evidence and back, from view to view; each key also has something to see and click.
import {go, here, VIEWS} from './address.svelte.ts'

let overlay = $state<'none' | 'keys'>('none')
export const keysShown = (): boolean => overlay === 'keys'
export const hideKeys = (): void => {
  overlay = 'none'
}
export const showKeys = (): void => {
  overlay = 'keys'
}

/** After g the next letter names a view. */
let isGoing = false
const GOING_MS = 1500

export function onKeys(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    go('/search')
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if ((event.target as Element).closest('input, textarea, select, [role="slider"], dialog')) return
  if (isGoing) {
    isGoing = false
    const view = VIEWS.find(([, , key]) => key === event.key)
    if (view) go(`/${view[0]}`)
    return
  }
  const act = ACTS[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

const ACTS: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  o: () => open(),
  '[': () => turn(-1),
  ']': () => turn(1),
  '/': () => go('/search'),
  '?': () => {
    overlay = overlay === 'keys' ? 'none' : 'keys'
  },
  c: () => document.querySelector<HTMLButtonElement>('[data-copy-link]')?.click(),
  b: () => history.back(),
  g: () => {
    isGoing = true
    setTimeout(() => {
      isGoing = false
    }, GOING_MS)
  },
}

function step(by: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')].filter(item => item.offsetParent !== null)
  const at = items.findIndex(item => item === document.activeElement || item.contains(document.activeElement))
  const next = at < 0 ? (by > 0 ? firstInSight(items) : items.length - 1) : at + by
  const item = items[next]
  item?.focus({preventScroll: true})
  item?.scrollIntoView({block: 'nearest'})
}

const firstInSight = (items: readonly HTMLElement[]): number =>
  Math.max(
    0,
    items.findIndex(item => item.getBoundingClientRect().top > 60),
  )

function open(): void {
  const item = document.activeElement?.closest<HTMLElement>('[data-item]')
  const link = item?.querySelector<HTMLElement>('[data-open]') ?? item?.querySelector<HTMLElement>('a')
  link?.click()
}

/** The report before or after; elsewhere the view before or after. */
function turn(by: 1 | -1): void {
  const link = document.querySelector<HTMLAnchorElement>(by > 0 ? 'main a[rel~="next"]' : 'main a[rel~="prev"]')
  if (link) {
    link.click()
    return
  }
  const at = VIEWS.findIndex(([view]) => view === here().view)
  const next = VIEWS[(at + by + VIEWS.length) % VIEWS.length]
  if (at >= 0 && next) go(`/${next[0]}`)
}
