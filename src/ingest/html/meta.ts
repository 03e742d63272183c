// The meta elements and links of a page's head by name, and the address that the page gives itself.
import {canonicalLanguage} from '../language.ts'
import type {Page} from './tree.ts'
import {squash, textOf} from './tree.ts'

export interface PageMeta {
  /** First value of each name, property or itemprop in lower case. */
  first(...names: readonly string[]): string | null
  all(name: string): readonly string[]
  readonly titleElement: string | null
  readonly canonical: string | null
  readonly language: string | null
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmp|cmpid|ns_\w+|at_\w+)$/i

export function readMeta(page: Page, address: string | null): PageMeta {
  const values = new Map<string, string[]>()
  let canonical: string | null = null
  let titleElement: string | null = null
  let language: string | null = null
  for (const element of page.elements) {
    const {attributes, tag} = element
    if (tag === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null
    if (tag === 'title' && titleElement === null && element.parent?.tag !== 'svg') titleElement = textOf(element)
    if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes['rel'] ?? '')) canonical ??= attributes['href'] ?? null
    if (tag !== 'meta') continue
    const content = squash(attributes['content'] ?? '')
    if (content === '') continue
    for (const name of new Set([attributes['property'], attributes['name'], attributes['itemprop'], attributes['http-equiv']]))
      if (name) values.set(name.toLowerCase(), [...(values.get(name.toLowerCase()) ?? []), content])
  }
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const found = values.get(name)?.[0]
      if (found !== undefined) return found
    }
    return null
  }
  const declared = language ?? first('og:locale', 'content-language', 'language', 'dc.language', 'inlanguage')
  const own = cleanAddress(canonical ?? first('og:url', 'twitter:url'), address ?? page.base)
  return {
    first,
    all: name => values.get(name) ?? [],
    titleElement,
    canonical: own,
    language: declared === null ? null : canonicalLanguage(declared.split(/[,;]/)[0]!),
  }
}

/** An absolute http address without tracking and fragment; null for anything else. */
export function cleanAddress(href: string | null, base: string | null): string | null {
  if (href === null || href.trim() === '') return null
  let url: URL
  try {
    url = base === null ? new URL(href.trim()) : new URL(href.trim(), base)
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  url.hash = ''
  return url.href
}
