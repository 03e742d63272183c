// A page as a light tree: what parse5 reads, without positions, comments and the depth that only hostile pages have.
import {type DefaultTreeAdapterTypes, parse} from 'parse5'

export interface PageElement {
  readonly tag: string
  readonly attributes: {readonly [name: string]: string}
  readonly parent: PageElement | null
  readonly children: (PageElement | string)[]
  /** Place in document order; everything below has orders up to and including `last`. */
  readonly order: number
  last: number
  /** Set where the element and all below it are no part of the article. */
  dropped: boolean
  /** Class and id as words: `postContent post-1` → `post content post 1`. */
  words: readonly string[] | null
}

export interface Page {
  readonly root: PageElement
  readonly elements: readonly PageElement[]
  /** The href of `base`, if there is one. */
  readonly base: string | null
}

/** Deeper elements are hung on the last level: pages nest 30 deep, and 20,000 levels are an attack (field/security.md). */
const DEEPEST = 512

type Source = DefaultTreeAdapterTypes.ChildNode

/** Linear in the length of the source and without recursion. Never throws on text. */
export function parsePage(html: string): Page {
  const document = parse(html, {scriptingEnabled: false})
  const elements: PageElement[] = []
  const root = makeElement('#document', {}, null, elements)
  const open: {source: Source; parent: PageElement; depth: number}[] = []
  const queue = (nodes: readonly Source[], parent: PageElement, depth: number) => {
    for (let i = nodes.length - 1; i >= 0; i--) open.push({source: nodes[i]!, parent, depth})
  }
  queue(document.childNodes, root, 0)
  while (open.length > 0) {
    const {source, parent, depth} = open.pop()!
    if (source.nodeName === '#text') {
      parent.children.push((source as DefaultTreeAdapterTypes.TextNode).value)
      continue
    }
    if (!('tagName' in source)) continue
    const attributes: {[name: string]: string} = Object.create(null)
    for (const {name, value} of source.attrs) attributes[name] = value
    const element = makeElement(source.tagName, attributes, parent, elements)
    parent.children.push(element)
    queue(source.childNodes, depth < DEEPEST ? element : parent, depth + 1)
  }
  for (let i = elements.length - 1; i > 0; i--) {
    const element = elements[i]!
    if (element.last > element.parent!.last) element.parent!.last = element.last
  }
  return {root, elements, base: elements.find(element => element.tag === 'base')?.attributes['href'] ?? null}
}

function makeElement(tag: string, attributes: PageElement['attributes'], parent: PageElement | null, elements: PageElement[]): PageElement {
  const element: PageElement = {
    tag,
    attributes,
    parent,
    children: [],
    order: elements.length,
    last: elements.length,
    dropped: false,
    words: null,
  }
  elements.push(element)
  return element
}

/** Longest class list that is looked at. */
const LONGEST_NAMES = 400

export function wordsOf(element: PageElement): readonly string[] {
  element.words ??= [
    ...splitNames(ownTag(element.tag)),
    ...splitNames(element.attributes['class']),
    ...splitNames(element.attributes['id']),
  ]
  return element.words
}

/** Elements that a site has made itself are named after what they hold: `<inline-teaser>`. */
const ownTag = (tag: string): string => (tag.includes('-') ? tag : '')

/**
 * WordPress writes an article's categories and tags among its classes, themes what a page has or has not ("section--has-ads"), and
 * Drupal that the label of a field is hidden. What is hidden on one kind of screen only ("hidden-xs") is read on the others.
 */
const ABOUT_OTHERS =
  /(?<=^|\s)(?:category|tag|post_tag|has|no|with|without|not|is|js|tax)-\S+|-label-hidden\b|--(?:has|with|without|no)-[\w-]+|\bhidden-(?:xs|sm|md|lg|xl|phone|mobile|tablet|desktop|print)\b/g
/** Stands between the words of class, id and tag: "main content" is one name, the end of a class and the start of an id are none. */
const BETWEEN = ''

function splitNames(names: string | undefined): readonly string[] {
  if (names === undefined || names === '') return []
  const words = names
    .slice(0, LONGEST_NAMES)
    .replace(ABOUT_OTHERS, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  return words.length === 0 ? words : [...words, BETWEEN]
}

/** Elements that stand inside a line. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Text below an element, white space collapsed; what was dropped is left out. */
export function textOf(element: PageElement, limit = 100_000): string {
  const parts: string[] = []
  let length = 0
  const open: (PageElement | string)[] = [element]
  while (open.length > 0 && length < limit) {
    const node = open.pop()!
    if (typeof node === 'string') {
      parts.push(node)
      length += node.length
      continue
    }
    if (node.dropped || node.tag === 'script' || node.tag === 'style') continue
    if (!INLINE.has(node.tag)) {
      parts.push(' ')
      open.push(' ')
    }
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!)
  }
  return squash(parts.join(''))
}

/** White space of every kind becomes one space. */
export const squash = (text: string): string =>
  text.replace(/[\s\u00a0\u200b\u00ad]+/g, run => (/^[\u200b\u00ad]+$/.test(run) ? '' : ' ')).trim()

export function isBelow(element: PageElement, ancestor: PageElement): boolean {
  return element.order >= ancestor.order && element.order <= ancestor.last
}
