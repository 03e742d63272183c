// Pages that a script builds often carry their article as data for that script: a tree of paragraphs, or one string of markup. Read only
// where the page itself shows no running text.
import type {PagePack} from '../../model/pack-page.ts'
import {readFragment} from './fragment.ts'
import {type PageElement, squash} from './tree.ts'

const SHORTEST_DATA = 500
const LONGEST_DATA = 4_000_000
const MOST_VALUES = 200_000
/** A stub ("Please turn on scripts") is shorter; an article is longer than one teaser. */
const SHORTEST_ARTICLE = 250
const FEWEST_PARAGRAPHS = 2
const SHORTEST_PARAGRAPH = 60
const PARAGRAPH_TAG = /<p[\s>]/gi
const SENTENCE_END = /[.!?…]["”’»)]?$/
/** Keys under which trees of paragraphs keep their words and their branches. */
const WORDS = ['text', 'data', 'value', 'content', 'html']
const BRANCHES = ['children', 'content', 'nodes', 'items', 'paragraphs', 'text', 'data']
const KINDS = ['type', 'tag', 'tagName', 'kind', 'nodeName', 'name']

type Value = {readonly [key: string]: unknown}

/**
 * Lines of the article; empty where no data holds it. Such data holds other articles too, which are often longer: one is this page's only
 * where its own data or the data around it bears the page's title.
 */
export function readState(elements: readonly PageElement[], titles: readonly (string | null)[], pack: PagePack): readonly string[] {
  const known = new Set(titles.flatMap(title => (title === null || fold(title).length < SHORTEST_TITLE ? [] : [fold(title)])))
  if (known.size === 0) return []
  let best: readonly string[] = []
  let most = SHORTEST_ARTICLE - 1
  for (const element of elements) {
    if (element.tag !== 'script') continue
    const source = element.children.filter(child => typeof child === 'string').join('')
    if (source.length < SHORTEST_DATA || source.length > LONGEST_DATA) continue
    for (const lines of articlesIn(parseData(source), known, pack)) {
      const paragraphs = lines.filter(isParagraph)
      const length = paragraphs.reduce((sum, line) => sum + line.length, 0)
      if (paragraphs.length < FEWEST_PARAGRAPHS || length <= most) continue
      best = lines
      most = length
    }
  }
  return best
}

const isParagraph = (line: string): boolean => line.length >= SHORTEST_PARAGRAPH && SENTENCE_END.test(line) && line.includes(' ')

/** JSON as it stands, or behind the name that a script gives it: `window.state = {…};` */
function parseData(source: string): unknown {
  const start = /^\s*[{[]/.test(source) ? 0 : source.search(/=\s*[{[]/) + 1
  const data = source.slice(start)
  for (const end of [data.length, data.lastIndexOf('}') + 1, data.indexOf('};') + 1]) {
    try {
      return JSON.parse(data.slice(0, end))
    } catch {}
  }
  return null
}

function* articlesIn(root: unknown, titles: ReadonlySet<string>, pack: PagePack): Generator<readonly string[]> {
  const open: {value: unknown; isOurs: boolean}[] = [{value: root, isOurs: false}]
  for (let i = 0; i < open.length && i < MOST_VALUES; i++) {
    const {value, isOurs} = open[i]!
    if (typeof value === 'string') {
      if (isOurs && (value.match(PARAGRAPH_TAG)?.length ?? 0) >= FEWEST_PARAGRAPHS) yield readFragment(value, pack.html).split('\n')
    } else if (Array.isArray(value)) {
      if (isOurs && value.length >= FEWEST_PARAGRAPHS)
        yield value
          .filter(isBlock)
          .map(textBelow)
          .filter(line => line !== '')
      if (open.length + value.length < MOST_VALUES) for (const inner of value) open.push({value: inner, isOurs})
    } else if (isValue(value)) {
      const own = Object.entries(value).flatMap(([key, title]) => (TITLE_KEY.test(key) && typeof title === 'string' ? [fold(title)] : []))
      const bearsTitle = own.length === 0 ? isOurs : own.some(title => titles.has(title))
      for (const inner of Object.values(value)) open.push({value: inner, isOurs: bearsTitle})
    }
  }
}

const TITLE_KEY = /headline$|^title$|title$/i
const SHORTEST_TITLE = 12
const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const isValue = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value)
const isBlock = (value: unknown): value is Value => isValue(value) && KINDS.some(kind => typeof value[kind] === 'string')

/** A paragraph has a few dozen parts. */
const MOST_BELOW = 400

/** The words of one block, in their order. */
function textBelow(block: Value): string {
  const parts: string[] = []
  const open: unknown[] = [block]
  for (let n = 0; open.length > 0 && n < MOST_BELOW; n++) {
    const value = open.pop()
    if (typeof value === 'string') parts.push(value.replace(/<[^<>]{1,300}>/g, ''))
    else if (Array.isArray(value)) open.push(...value.slice(0, MOST_BELOW).reverse())
    else if (isValue(value)) {
      const words = WORDS.map(key => value[key]).find(found => typeof found === 'string')
      const branch = BRANCHES.map(key => value[key]).find(found => Array.isArray(found) || isValue(found))
      if (branch !== undefined) open.push(branch)
      else if (words !== undefined) open.push(words)
    }
  }
  return squash(parts.join(''))
}
