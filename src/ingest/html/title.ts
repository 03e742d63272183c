// The title of a page: what structured data, the head and the first heading agree on, without the name of the site.
import type {StructuredArticle} from './json-ld.ts'
import type {PageMeta} from './meta.ts'
import {type Page, textOf} from './tree.ts'

const SEPARATOR = /\s+[|•·«»–—-]{1,2}\s+|\s+::\s+|\s*\|\s*|:\s+(?=[^:]{1,30}$)/
const LONGEST_TITLE = 400

export function findTitle(page: Page, meta: PageMeta, structured: StructuredArticle | null): string | null {
  const site = meta.first('og:site_name', 'application-name') ?? structured?.publisher ?? null
  const heads = page.elements
    .filter(element => element.tag === 'h1')
    .map(element => textOf(element, 1000))
    .filter(text => text.length > 1 && text.length < LONGEST_TITLE)
  const shared = meta.first('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title')
  const whole = meta.titleElement
  // A heading that the head's title repeats is the title as readers see it.
  const repeated = heads.find(head => [shared, whole, structured?.headline].some(text => text && startsAlike(text, head)))
  if (repeated !== undefined) return repeated
  const candidate = shared ?? structured?.headline ?? whole
  if (candidate) {
    const stripped = withoutSite(candidate, site)
    if (stripped !== '') return stripped
  }
  return heads[0] ?? null
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const startsAlike = (text: string, head: string): boolean => fold(head).length > 3 && fold(text).includes(fold(head))

/** "Talks go on | Mirvan Post" → "Talks go on". */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  if (site !== null) {
    const kept = parts.filter(part => part && fold(part) !== fold(site))
    if (kept.length < parts.length)
      return title.slice(0, title.indexOf(kept.at(-1) ?? '') + (kept.at(-1) ?? '').length).trim() || kept.join(' - ')
  }
  const last = title.split(/\s+[|•·«»–—-]{1,2}\s+|\s+::\s+|\s*\|\s*/)
  const longest = last.reduce((a, b) => (b.length > a.length ? b : a), '')
  return last.length > 1 && longest === last[0] ? longest : last.length > 1 ? longest : title
}
