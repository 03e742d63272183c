// Structured data of a page (schema.org as JSON-LD), read as forgivingly as sites write it and never trusted as an object.
import type {PageElement} from './tree.ts'

/** One article as structured data describes it; texts are still to be checked. */
export interface StructuredArticle {
  readonly type: string
  readonly headline: string | null
  readonly published: string | null
  readonly created: string | null
  readonly modified: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly body: string | null
  readonly section: string | null
  readonly language: string | null
  readonly address: string | null
  readonly isFree: boolean | null
}

interface Thing {
  readonly [key: string]: unknown
}

const MOST_BLOCKS = 40
const LONGEST_BLOCK = 2_000_000
const MOST_THINGS = 2000
const ARTICLE = /article|posting|report|liveblog|newsstory|statement/i
const PAGE = /page|creativework|event|videoobject|recipe|product/i

/** The thing that is the article, if one is described: articles before pages. */
export function readStructured(elements: readonly PageElement[]): StructuredArticle | null {
  const things: Thing[] = []
  let blocks = 0
  for (const element of elements) {
    if (element.tag !== 'script' || !/ld\+json/i.test(element.attributes['type'] ?? '') || ++blocks > MOST_BLOCKS) continue
    const source = element.children.filter(child => typeof child === 'string').join('')
    if (source.length <= LONGEST_BLOCK) collect(parseForgiving(source), things)
  }
  const byId = new Map(
    things.flatMap(thing => (typeof thing['@id'] === 'string' && Object.keys(thing).length > 1 ? [[thing['@id'], thing] as const] : [])),
  )
  const described = things.filter(
    thing => ARTICLE.test(typeOf(thing)) && (thing['headline'] ?? thing['datePublished'] ?? thing['articleBody']) !== undefined,
  )
  const best = described[0] ?? things.find(thing => PAGE.test(typeOf(thing)) && thing['datePublished'] !== undefined)
  return best === undefined ? null : describe(best, byId)
}

function describe(thing: Thing, byId: ReadonlyMap<string, Thing>): StructuredArticle {
  const authors = [thing['author'] ?? thing['creator']].flat(2).map(author => namesOf(author, byId))
  const people = authors.filter(author => author.isPerson)
  return {
    type: typeOf(thing),
    headline: textAt(thing, 'headline') ?? textAt(thing, 'name'),
    published: textAt(thing, 'datePublished'),
    created: textAt(thing, 'dateCreated') ?? textAt(thing, 'uploadDate'),
    modified: textAt(thing, 'dateModified'),
    authors: (people.length > 0 ? people : authors).flatMap(author => (author.name === null ? [] : [author.name])),
    publisher: namesOf([thing['publisher']].flat()[0], byId).name,
    body: textAt(thing, 'articleBody'),
    section: textAt(thing, 'articleSection'),
    language: textAt(thing, 'inLanguage'),
    address: textAt(thing, 'url') ?? (typeof thing['mainEntityOfPage'] === 'string' ? thing['mainEntityOfPage'] : null),
    isFree:
      typeof thing['isAccessibleForFree'] === 'boolean'
        ? thing['isAccessibleForFree']
        : /^(true|false)$/i.test(String(thing['isAccessibleForFree']))
          ? /true/i.test(String(thing['isAccessibleForFree']))
          : null,
  }
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Thing>): {name: string | null; isPerson: boolean} {
  if (typeof value === 'string') return {name: byId.get(value) ? textAt(byId.get(value)!, 'name') : value, isPerson: false}
  if (!isThing(value)) return {name: null, isPerson: false}
  const known = typeof value['@id'] === 'string' ? byId.get(value['@id']) : undefined
  const name = textAt(value, 'name') ?? (known ? textAt(known, 'name') : null)
  return {name, isPerson: /person/i.test(typeOf(value) || typeOf(known ?? {}))}
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

const typeOf = (thing: Thing): string =>
  [thing['@type']]
    .flat()
    .filter(type => typeof type === 'string')
    .join(' ')

function textAt(thing: Thing, key: string): string | null {
  const value = Object.hasOwn(thing, key) ? [thing[key]].flat()[0] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** Walks lists, graphs and nested parts breadth first, up to a cap. */
function collect(value: unknown, things: Thing[]): void {
  const open: unknown[] = [value]
  for (let i = 0; i < open.length && things.length < MOST_THINGS; i++) {
    const next = open[i]
    if (Array.isArray(next)) open.push(...next.slice(0, MOST_THINGS))
    else if (isThing(next)) {
      things.push(next)
      open.push(...Object.values(next).filter(part => typeof part === 'object' && part !== null))
    }
  }
}

/** Sites write raw line breaks, HTML comments and trailing commas into it. */
function parseForgiving(source: string): unknown {
  const stripped = source
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*;?\s*$/, '')
  for (const attempt of [
    stripped,
    stripped
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,(\s*[}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return null
}
