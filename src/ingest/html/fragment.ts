// A piece of HTML that is all article: what a feed, a mail or a newsroom format carries. A block a line, without buttons and labels.
import type {HtmlWords} from '../../model/pack-page.ts'
import {readBlocks} from './blocks.ts'
import {keepFragment} from './keep.ts'
import {parsePage, squash, textOf} from './tree.ts'

/** Text without any tag keeps its own lines. */
export function readFragment(markup: string, words: HtmlWords): string {
  if (!/<[a-z!/]/i.test(markup)) return linesOfPlain(plainOf(markup))
  const blocks = readBlocks(parsePage(markup).root)
  const kept = keepFragment(blocks, words)
  // A piece that is one link is still what the feed says.
  return (kept.length > 0 ? kept : blocks.map(block => block.text)).join('\n')
}

/** Markup and entities as one line of plain text: a title. */
export function plainTitle(markup: string): string {
  return /[<&]/.test(markup) ? textOf(parsePage(markup).root) : squash(markup)
}

const plainOf = (text: string): string => {
  if (!text.includes('&')) return text
  const root = parsePage(`<pre>\n${text.replaceAll('<', '&lt;')}</pre>`).elements.find(element => element.tag === 'pre')
  return root?.children.filter(child => typeof child === 'string').join('') ?? text
}

function linesOfPlain(text: string): string {
  return text
    .split(/\r?\n/)
    .map(line => squash(line))
    .filter(line => line !== '')
    .join('\n')
}
