// The running text of a page as blocks, one for each paragraph, heading, list item and table row, with how much of it is links.
import {INLINE, type PageElement, squash} from './tree.ts'

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'row' | 'preformatted'

export interface Block {
  readonly text: string
  readonly kind: BlockKind
  /** The block-level element that the text stands in. */
  readonly owner: PageElement
  /** Characters of the text that stand in links. */
  readonly linked: number
}

const SILENT = new Set(
  'script style noscript template svg math iframe object embed applet canvas audio video map head button input select textarea option datalist img picture source track link meta title'.split(
    ' ',
  ),
)
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Cells that hold paragraphs are layout, not data. */
const CELL_BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'article', 'section'])
const LONGEST_CELL = 200
/** A sentence that ends before a single line break ends its line; a line cut for its looks goes on. */
const SENTENCE_END = /[.!?:;…"”’»)\]]$/

type Step = {readonly enter: PageElement | string; readonly linked: boolean; readonly index: number} | {readonly leave: PageElement}

/** Blocks in document order. What is dropped is passed over. Iterative: depth costs no stack. */
export function readBlocks(root: PageElement): Block[] {
  const blocks: Block[] = []
  const owners: PageElement[] = [root]
  let parts: string[] = []
  let linked = 0
  const flush = () => {
    const owner = owners.at(-1)!
    const raw = parts.join('')
    const kind = kindOf(owner)
    const text = kind === 'preformatted' ? raw.trim() : squash(raw)
    if (text !== '') blocks.push({text, kind, owner, linked: Math.min(linked, text.length)})
    parts = []
    linked = 0
  }
  const open: Step[] = [{enter: root, linked: false, index: 0}]
  while (open.length > 0) {
    const step = open.pop()!
    if ('leave' in step) {
      flush()
      owners.pop()
      continue
    }
    const {enter: node} = step
    if (typeof node === 'string') {
      parts.push(node)
      if (step.linked) linked += squash(node).length
      continue
    }
    if (node.dropped || SILENT.has(node.tag)) continue
    if (node.tag === 'br') {
      if (isLineEnd(node.parent!.children, step.index, parts)) flush()
      else parts.push(' ')
      continue
    }
    if (node.tag === 'hr') {
      flush()
      continue
    }
    if (node.tag === 'tr' && isDataRow(node)) {
      flush()
      const row = readRow(node)
      if (row.text !== '') blocks.push(row)
      continue
    }
    const isBlock = !INLINE.has(node.tag)
    if (isBlock) {
      flush()
      owners.push(node)
      open.push({leave: node})
    }
    const inLink = step.linked || node.tag === 'a'
    for (let i = node.children.length - 1; i >= 0; i--) open.push({enter: node.children[i]!, linked: inLink, index: i})
  }
  flush()
  return blocks
}

function kindOf(owner: PageElement): BlockKind {
  for (let element: PageElement | null = owner, steps = 0; element !== null && steps < 3; element = element.parent, steps++) {
    if (HEADINGS.has(element.tag)) return 'heading'
    if (element.tag === 'li' || element.tag === 'dd' || element.tag === 'dt') return 'item'
    if (element.tag === 'pre') return 'preformatted'
    if (element.tag === 'td' || element.tag === 'th') return steps === 0 ? 'row' : 'paragraph'
  }
  return 'paragraph'
}

/** Two breaks in a row end a paragraph; one ends a line that is a whole sentence. */
function isLineEnd(siblings: PageElement['children'], at: number, parts: readonly string[]): boolean {
  const next = siblings.slice(at + 1, at + 3).find(node => typeof node !== 'string' || node.trim() !== '')
  if (typeof next === 'object' && next.tag === 'br') return true
  for (let i = parts.length - 1; i >= Math.max(0, parts.length - 4); i--) {
    const before = parts[i]!.trimEnd()
    if (before !== '') return SENTENCE_END.test(before)
  }
  return parts.length === 0
}

function isDataRow(row: PageElement): boolean {
  const cells = row.children.filter(
    (child): child is PageElement => typeof child === 'object' && (child.tag === 'td' || child.tag === 'th'),
  )
  if (cells.length < 2) return false
  return cells.every(cell => {
    const blocks = cell.children.filter(child => typeof child === 'object' && CELL_BLOCKS.has(child.tag))
    return blocks.length <= 1 && lengthBelow(cell, LONGEST_CELL) < LONGEST_CELL
  })
}

function readRow(row: PageElement): Block {
  const cells = row.children.filter(
    (child): child is PageElement => typeof child === 'object' && (child.tag === 'td' || child.tag === 'th'),
  )
  let linked = 0
  const texts = cells.map(cell => {
    const inner = readBlocks(cell)
    for (const block of inner) linked += block.linked
    return inner.map(block => block.text).join(' ')
  })
  return {text: texts.filter(text => text !== '').join(' | '), kind: 'row', owner: row, linked}
}

/** Length of the text below, counted no further than the limit. */
function lengthBelow(element: PageElement, limit: number): number {
  let length = 0
  const open: (PageElement | string)[] = [element]
  while (open.length > 0 && length < limit) {
    const node = open.pop()!
    if (typeof node === 'string') length += squash(node).length
    else if (!node.dropped && !SILENT.has(node.tag)) open.push(...node.children.slice(0, limit))
  }
  return length
}
