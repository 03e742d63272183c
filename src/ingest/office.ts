// Word and OpenDocument texts as lines: paragraphs, table rows, footnotes at the end; deleted revisions and fields left out.
import type {Found} from './article.ts'
import {readStructuredDate} from './dates.ts'
import {below, parseXml, type XmlElement, xmlText} from './xml.ts'

/** Reads a member of the archive as text; null where there is none. */
type Open = (name: string) => string | null

export interface OfficeText {
  readonly text: string
  readonly found: Found
}

export function readDocx(open: Open): OfficeText {
  const lines = linesOf(parseXml(open('word/document.xml') ?? ''))
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const source = open(name)
    if (source === null) continue
    const notes = [...below(parseXml(source))].filter(
      element => /^w:(?:foot|end)note$/.test(element.name) && element.attributes['w:type'] === undefined,
    )
    for (const note of notes) lines.push(...linesOf(note).map((line, i) => (i === 0 ? `[${note.attributes['w:id'] ?? ''}] ${line}` : line)))
  }
  return {text: lines.join('\n'), found: properties(open('docProps/core.xml'))}
}

export function readOdt(open: Open): OfficeText {
  return {text: linesOf(parseXml(open('content.xml') ?? '')).join('\n'), found: properties(open('meta.xml'))}
}

/** When the file was made is no date of publication: only the last change is taken. */
function properties(source: string | null): Found {
  if (source === null) return {}
  const elements = [...below(parseXml(source))]
  const text = (name: string): string | null => xmlText(elements.find(element => element.name === name) ?? null).trim() || null
  return {
    title: text('dc:title'),
    modified: readStructuredDate(text('dcterms:modified') ?? text('dc:date') ?? ''),
    declaredLanguage: text('dc:language'),
  }
}

const SKIPPED = new Set([
  'w:del',
  'w:instrtext',
  'w:fldsimple',
  'mc:fallback',
  'text:tracked-changes',
  'office:annotation',
  'w:pict',
  'text:index-body',
  'text:sequence-decls',
])
const PARAGRAPHS = new Set(['w:p', 'text:p', 'text:h'])
const ROWS = new Set(['w:tr', 'table:table-row'])

function linesOf(root: XmlElement): string[] {
  const lines: string[] = []
  const open: XmlElement[] = [root]
  while (open.length > 0) {
    const element = open.pop()!
    if (SKIPPED.has(element.name)) continue
    if (PARAGRAPHS.has(element.name)) {
      for (const line of textOf(element).split('\n')) if (line.trim() !== '') lines.push(line.trim())
      continue
    }
    if (ROWS.has(element.name)) {
      const cells = element.children.filter(
        (child): child is XmlElement => typeof child === 'object' && /^(?:w:tc|table:table-cell)$/.test(child.name),
      )
      const texts = cells.map(cell => textOf(cell).replace(/\s+/g, ' ').trim()).filter(text => text !== '')
      if (texts.length > 0) lines.push(texts.join(' | '))
      continue
    }
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (typeof child === 'object') open.push(child)
    }
  }
  return lines
}

/** Text of runs; in OpenDocument the text stands between the elements themselves. */
function textOf(element: XmlElement): string {
  const isWord = element.name.startsWith('w:')
  const parts: string[] = []
  const open: (XmlElement | string)[] = [...element.children].reverse()
  while (open.length > 0) {
    const next = open.pop()!
    if (typeof next === 'string') {
      if (!isWord) parts.push(next.replace(/\s+/g, ' '))
      continue
    }
    if (SKIPPED.has(next.name)) continue
    if (next.name === 'w:t') parts.push(xmlText(next))
    else if (next.name === 'w:tab' || next.name === 'text:tab' || next.name === 'text:s') parts.push(' ')
    else if (
      next.name === 'w:br' ||
      next.name === 'w:cr' ||
      next.name === 'text:line-break' ||
      next.name === 'w:p' ||
      next.name === 'text:p'
    ) {
      parts.push(next.name.endsWith(':p') ? ' ' : '\n')
      if (next.name.endsWith(':p')) open.push(...[...next.children].reverse())
    } else if (next.name === 'w:nobreakhyphen') parts.push('-')
    else if (next.name === 'text:note') continue
    else open.push(...[...next.children].reverse())
  }
  return parts.join('')
}
