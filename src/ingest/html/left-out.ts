// What of a page did not become text of the article, and why: for `parley check`, and for whoever wonders where a sentence went.
import type {PagePack} from '../../model/pack-page.ts'
import {type Block, readBlocks} from './blocks.ts'
import {extractBody} from './body.ts'
import {findByline} from './byline.ts'
import {readStructured} from './json-ld.ts'
import {whyNoText} from './keep.ts'
import {readMeta} from './meta.ts'
import {findTitle} from './title.ts'
import {linesTold} from './told.ts'
import {isBelow, type PageElement, parsePage} from './tree.ts'

export interface LeftOut {
  /** In plain words. */
  readonly why: string
  /** Lines of the page, in their order. */
  readonly lines: readonly string[]
}

/** Reads the page once more, as `readPage` does. Neighbours that were left out for one reason come together. */
export function explainPage(html: string, address: string | null, pack: PagePack): readonly LeftOut[] {
  const page = parsePage(html)
  const meta = readMeta(page, address)
  const structured = readStructured(page.elements)
  const title = findTitle(page, meta, structured)
  const authors = findByline(page, meta, structured, pack, structured?.publisher ?? meta.first('og:site_name', 'application-name'))
  const description = meta.first('og:description', 'description', 'twitter:description')
  const {lines, container} = extractBody(page, pack.html, {title, authors, description})
  const dropped = new Set(page.elements.filter(element => element.dropped))
  for (const element of dropped) element.dropped = false
  const left = new Set(linesTold(lines, structured?.body ?? null, pack).map(withoutDash))
  const strays = new Set(lines.map(withoutDash).filter(line => !left.has(line)))
  const seen = new Set<string>()
  const found: {why: string; lines: string[]}[] = []
  for (const block of readBlocks(page.root)) {
    if (left.has(block.text) && !seen.has(block.text)) {
      seen.add(block.text)
      continue
    }
    const why =
      whyLeftOut(block, dropped, container, seen) ??
      (strays.has(block.text) ? 'not in the structured data' : null) ??
      whyNoText(block, pack.html, title) ??
      'before the first sentence or after the last'
    const last = found.at(-1)
    if (last?.why === why) last.lines.push(block.text)
    else found.push({why, lines: [block.text]})
  }
  return found
}

const withoutDash = (line: string): string => line.replace(/^- /, '')

function whyLeftOut(
  block: Block,
  dropped: ReadonlySet<PageElement>,
  container: PageElement | null,
  seen: ReadonlySet<string>,
): string | null {
  for (let element: PageElement | null = block.owner; element !== null; element = element.parent)
    if (dropped.has(element)) return `part of the page: ${nameOf(element)}`
  if (container !== null && !isBelow(block.owner, container)) return 'outside of what holds the article'
  return seen.has(block.text) ? 'told before' : null
}

const nameOf = ({tag, attributes}: PageElement): string => {
  const name = (attributes['class'] ?? attributes['id'] ?? attributes['role'] ?? '').trim().split(/\s+/)[0]!.slice(0, 40)
  return name === '' ? tag : `${tag} “${name}”`
}
