// The address is the state: which view, of what, filtered how. Views read it here and change it through `go`.

export const VIEWS = [
  ['', 'Talks', 't'],
  ['timeline', 'Timeline', 'l'],
  ['positions', 'Positions', 'p'],
  ['agreements', 'Agreements', 'a'],
  ['quotes', 'Quotes', 'q'],
  ['sources', 'Sources', 's'],
  ['differ', 'Reports differ', 'd'],
  ['people', 'People', 'w'],
  ['places', 'Places', 'm'],
  ['review', 'Review', 'r'],
] as const

export interface Address {
  readonly view: string
  /** What stands behind the view: an id. */
  readonly id: string | null
  readonly query: URLSearchParams
}

let now = $state.raw(read())

function read(): Address {
  const [view = '', id = ''] = location.pathname.slice(1).split('/')
  return {view, id: id === '' ? null : decode(id), query: new URLSearchParams(location.search)}
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const here = (): Address => now

export function go(address: string): void {
  const same = address === location.pathname + location.search
  if (!same) history.pushState(null, '', address)
  const before = now
  now = read()
  if (before.view !== now.view || before.id !== now.id) {
    scrollTo(0, 0)
    requestAnimationFrame(() => document.getElementById('main')?.focus({preventScroll: true}))
  }
}

/** The same place with other choices; an empty one is left out. */
export function withQuery(changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(now.query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return location.pathname + (text === '' ? '' : `?${text}`)
}

export const choose = (changes: Readonly<Record<string, string | null>>): void => go(withQuery(changes))

export const articleAt = (document: string, start?: number, end?: number): string =>
  `/article/${encodeURIComponent(document)}${start === undefined ? '' : `?at=${start}-${end}`}`

export const entryAt = (id: string): string => `/entry/${encodeURIComponent(id)}`
export const personAt = (id: string): string => `/people/${encodeURIComponent(id)}`

/** Links of our own open here; those with a key held, and all others, are the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element | null)?.closest('a')
  if (!link || link.origin !== location.origin || link.target !== '' || link.pathname.startsWith('/api') || link.hasAttribute('download'))
    return
  if (link.hash !== '' && link.pathname === location.pathname) return
  event.preventDefault()
  go(link.pathname + link.search)
}

export function watchHistory(): () => void {
  const onMove = (): void => {
    now = read()
  }
  addEventListener('popstate', onMove)
  return () => removeEventListener('popstate', onMove)
}

/** An outside address may be followed only where it is of the web. */
export const webAddress = (uri: string | null): string | null => (uri !== null && /^https?:\/\/[^\s]+$/i.test(uri) ? uri : null)
