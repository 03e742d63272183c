// XML as a light tree, read as forgivingly as feeds are written: unclosed and crossed elements, stray ampersands, any case.
// Nothing is expanded or fetched: no document type, no entity but the five of XML and numbers.

export interface XmlElement {
  /** Lower case, with the canonical prefix of its namespace: `atom:link` is `link`, `dc:date` whatever its prefix was. */
  readonly name: string
  readonly attributes: {readonly [name: string]: string}
  readonly children: (XmlElement | string)[]
  readonly parent: XmlElement | null
}

export class XmlTooDeep extends Error {}

/** Newsroom formats nest 30 deep; deeper ones are an attack (field/security.md). */
const DEEPEST = 400
/** How far back a closing tag looks for its element. */
const LOOK_BACK = 12

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns#?.*)$/i, ''],
  [
    /^https?:\/\/(?:purl\.org\/rss\/1\.0\/?|my\.netscape\.com\/rdf\/simple\/0\.9\/|channel\.netscape\.com\/rdf\/simple\/0\.9\/|backend\.userland\.com\/.*|blogs\.law\.harvard\.edu\/tech\/rss.*|cyber\.law\.harvard\.edu\/rss\/.*)$/i,
    '',
  ],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/i, 'dc:'],
  [/^https?:\/\/purl\.org\/dc\/terms\/?$/i, 'dcterms:'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, 'content:'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml$/i, 'xhtml:'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/i, 'rdf:'],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/i, 'media:'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes:'],
  [/^http:\/\/iptc\.org\/std\/nar\/2006-10-01\/?$/i, 'nar:'],
]

interface Frame {
  readonly element: XmlElement
  /** Prefix → canonical prefix, as declared on the way here. */
  readonly prefixes: ReadonlyMap<string, string>
  readonly rawName: string
}

/** The document's elements below a nameless root. Linear; throws XmlTooDeep only. */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = {name: '', attributes: {}, children: [], parent: null}
  const open: Frame[] = [{element: root, prefixes: new Map(), rawName: ''}]
  let at = 0
  while (at < source.length) {
    const start = source.indexOf('<', at)
    const top = open.at(-1)!.element
    if (start < 0) {
      addText(top, decodeXml(source.slice(at)))
      break
    }
    if (start > at) addText(top, decodeXml(source.slice(at, start)))
    if (source.startsWith('<!--', start)) at = after(source, '-->', start + 4)
    else if (source.startsWith('<![CDATA[', start)) {
      const end = source.indexOf(']]>', start)
      addText(top, source.slice(start + 9, end < 0 ? source.length : end))
      at = end < 0 ? source.length : end + 3
    } else if (source.startsWith('<?', start)) at = after(source, '>', start)
    else if (source.startsWith('<!', start)) at = afterDoctype(source, start)
    else if (source[start + 1] === '/') at = close(source, start, open)
    else if (/[\p{L}_]/u.test(source[start + 1] ?? '')) at = openElement(source, start, open)
    else {
      addText(top, '<')
      at = start + 1
    }
  }
  return root
}

function addText(element: XmlElement, text: string): void {
  const last = element.children.length - 1
  if (typeof element.children[last] === 'string') element.children[last] += text
  else if (text !== '') element.children.push(text)
}

function after(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from)
  return end < 0 ? source.length : end + mark.length
}

function afterDoctype(source: string, start: number): number {
  const end = source.indexOf('>', start)
  const bracket = source.indexOf('[', start)
  if (bracket < 0 || end < bracket) return end < 0 ? source.length : end + 1
  const inner = source.indexOf(']', bracket)
  return inner < 0 ? source.length : after(source, '>', inner)
}

function close(source: string, start: number, open: Frame[]): number {
  const end = source.indexOf('>', start)
  const name = source
    .slice(start + 2, end < 0 ? source.length : end)
    .trim()
    .toLowerCase()
  for (let i = open.length - 1; i > 0 && i >= open.length - LOOK_BACK; i--) {
    if (open[i]!.rawName !== name) continue
    open.length = i
    break
  }
  return end < 0 ? source.length : end + 1
}

const NAME = /[^\s/>=]+/y
const ATTRIBUTE = /\s*([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y

function openElement(source: string, start: number, open: Frame[]): number {
  NAME.lastIndex = start + 1
  const rawName = NAME.exec(source)![0].toLowerCase()
  let at = NAME.lastIndex
  const raw: [string, string][] = []
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(source)
    if (found === null) break
    at = ATTRIBUTE.lastIndex
    raw.push([found[1]!.toLowerCase(), decodeXml(found[2] ?? found[3] ?? found[4] ?? '')])
  }
  const end = source.indexOf('>', at)
  const isEmpty = source[(end < 0 ? source.length : end) - 1] === '/'
  const frame = makeFrame(rawName, raw, open.at(-1)!)
  open.at(-1)!.element.children.push(frame.element)
  if (!isEmpty) {
    if (open.length >= DEEPEST) throw new XmlTooDeep(`its elements nest more than ${DEEPEST} deep`)
    open.push(frame)
  }
  return end < 0 ? source.length : end + 1
}

function makeFrame(rawName: string, raw: readonly (readonly [string, string])[], above: Frame): Frame {
  const declared = raw.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  let prefixes = above.prefixes
  if (declared.length > 0) {
    const own = new Map(prefixes)
    for (const [name, uri] of declared) own.set(name === 'xmlns' ? '' : name.slice(6), canonical(uri, name))
    prefixes = own
  }
  const attributes: {[name: string]: string} = Object.create(null)
  for (const [name, value] of raw) attributes[name.includes(':') && !name.startsWith('xml') ? renamed(name, prefixes) : name] ??= value
  return {element: {name: renamed(rawName, prefixes), attributes, children: [], parent: above.element}, prefixes, rawName}
}

function canonical(uri: string, name: string): string {
  const known = PREFIXES.find(([pattern]) => pattern.test(uri.trim()))
  return known ? known[1] : name === 'xmlns' ? '' : `${name.slice(6)}:`
}

function renamed(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  const known = prefixes.get(prefix)
  return known === undefined ? name : `${known}${name.slice(colon + 1)}`
}

const ENTITIES: {readonly [name: string]: string} = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** The five entities of XML and numbers; whatever else stands there stays as it is. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()]!
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000) || point === 0) return whole
    // Feeds number their characters by windows-1252.
    return point >= 0x80 && point < 0xa0 ? new TextDecoder('windows-1252').decode(Uint8Array.of(point)) : String.fromCodePoint(point)
  })
}

/** First child element of one of the names, in the order of the names. */
export function childOf(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) for (const child of element.children) if (typeof child === 'object' && child.name === name) return child
  return null
}

export const childrenOf = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child === 'object' && names.includes(child.name))

/** Every element below, in document order. */
export function* below(element: XmlElement): Generator<XmlElement> {
  const open: XmlElement[] = [element]
  while (open.length > 0) {
    const next = open.pop()!
    if (next !== element) yield next
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i]!
      if (typeof child === 'object') open.push(child)
    }
  }
}

/** All text below, as it stands. */
export function xmlText(element: XmlElement | null): string {
  if (element === null) return ''
  const parts: string[] = []
  const open: (XmlElement | string)[] = [element]
  while (open.length > 0) {
    const next = open.pop()!
    if (typeof next === 'string') parts.push(next)
    else for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i]!)
  }
  return parts.join('')
}

/** What stands inside an element as markup again, for XHTML inside feeds. */
export function innerMarkup(element: XmlElement): string {
  const parts: string[] = []
  const open: (XmlElement | string | {close: string})[] = [...element.children].reverse()
  while (open.length > 0) {
    const next = open.pop()!
    if (typeof next === 'string') parts.push(next.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    else if ('close' in next) parts.push(`</${next.close}>`)
    else {
      const name = next.name.replace(/^.*:/, '')
      const href = next.attributes['href']
      parts.push(`<${name}${href === undefined ? '' : ` href="${href.replaceAll('"', '&quot;')}"`}>`)
      open.push({close: name})
      for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i]!)
    }
  }
  return parts.join('')
}
