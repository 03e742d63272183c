// Markdown as plain lines: marks of headings, emphasis, links and images go, what they mark stays.

import {decodeXml} from './xml.ts'

/** A line a block. The text of links stays; images, rules and raw HTML tags go. */
export function plainMarkdown(source: string): {text: string; title: string | null} {
  const lines: string[] = []
  let paragraph: string[] = []
  let title: string | null = null
  let fence: string | null = null
  const flush = () => {
    if (paragraph.length > 0) lines.push(inline(paragraph.join(' ')))
    paragraph = []
  }
  for (const raw of source.split(/\r?\n/)) {
    const line = raw.trim()
    const mark = /^(?:```|~~~)/.exec(line)?.[0] ?? null
    if (mark !== null && (fence === null || fence === mark)) {
      flush()
      fence = fence === null ? mark : null
    } else if (fence !== null) lines.push(raw)
    else if (line === '' || /^(?:[-*_] ?){3,}$/.test(line) || /^\|?[ :|-]{3,}\|?$/.test(line)) flush()
    else if (/^#{1,6} /.test(line)) {
      flush()
      const heading = inline(line.replace(/^#{1,6} +/, '').replace(/ +#+$/, ''))
      if (title === null && line.startsWith('# ')) title = heading
      else lines.push(heading)
    } else if (/^(?:[-*+]|\d{1,3}[.)]) /.test(line)) {
      flush()
      paragraph.push(line.replace(/^[*+] /, '- '))
    } else if (line.startsWith('|')) {
      flush()
      lines.push(
        inline(
          line
            .replace(/^\||\|$/g, '')
            .split('|')
            .map(cell => cell.trim())
            .join(' | '),
        ),
      )
    } else {
      if (line.startsWith('>') && paragraph.length === 0) flush()
      paragraph.push(line.replace(/^(?:> ?)+/, ''))
    }
  }
  flush()
  return {text: lines.filter(line => line.trim() !== '').join('\n'), title}
}

function inline(text: string): string {
  const plain = text
    .replace(/!\[[^\]]{0,400}\]\([^)]{0,800}\)/g, '')
    .replace(/\[([^\]]{1,400})\]\([^)]{0,800}\)/g, '$1')
    .replace(/\[([^\]]{1,400})\]\[[^\]]{0,100}\]/g, '$1')
    .replace(/(\*\*|__)(\S[^*_]{0,400}\S|\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(\S[^*_]{0,400}\S|\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`([^`]{1,400})`/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1')
  // The text behind an entity is no markup any more.
  return decodeXml(plain).replaceAll('&nbsp;', ' ').trim()
}
