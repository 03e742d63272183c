// The text of printed pages from pieces with their places: lines, columns, paragraphs; running heads and page numbers left out,
// words that a line cut put together again.

export interface PagePiece {
  readonly text: string
  readonly x: number
  /** From the bottom of the page, as PDF counts. */
  readonly y: number
  readonly width: number
  readonly size: number
}

interface PageLine {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** A gap of more than this many letter heights parts two columns. */
const COLUMN_GAP = 1.6
/** A running head stands on this share of the pages. */
const RUNNING_SHARE = 0.5
const PAGES_TO_TELL = 3
const RUNNING_LINES = 2
/** Lines further apart than this many letter heights are paragraphs. */
const PARAGRAPH_GAP = 1.75
/** A line that ends before this share of the column ended its paragraph. */
const SHORT_LINE = 0.85

/** A paragraph a line. */
export function readPages(pages: readonly (readonly PagePiece[])[]): string {
  const lines = pages.map(page => orderColumns(linesOf(page)))
  const running = findRunning(lines)
  const paragraphs = lines.flatMap(page =>
    paragraphsOf(
      page.filter(
        line => !running.has(keyOf(line.text)) && !/^[-–—\s]*(?:page |p\. ?)?\d{1,4}(?: (?:of|\/) \d{1,4})?[-–—\s]*$/i.test(line.text),
      ),
    ),
  )
  return joinAcrossPages(paragraphs).join('\n')
}

/** Pieces on one height, split where a gutter lies between them. */
function linesOf(pieces: readonly PagePiece[]): PageLine[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: PagePiece[][] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    if (row !== undefined && Math.abs(row[0]!.y - piece.y) <= Math.max(2, row[0]!.size * 0.4)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap(row => {
    const parts: PagePiece[][] = []
    for (const piece of [...row].sort((a, b) => a.x - b.x)) {
      const before = parts.at(-1)?.at(-1)
      if (before !== undefined && piece.x - (before.x + before.width) <= Math.max(piece.size, 4) * COLUMN_GAP) parts.at(-1)!.push(piece)
      else parts.push([piece])
    }
    return parts.map(lineOf)
  })
}

function lineOf(pieces: readonly PagePiece[]): PageLine {
  let text = ''
  let right = pieces[0]!.x
  for (const piece of pieces) {
    const isApart = piece.x - right > piece.size * 0.15
    text += isApart && text !== '' && !text.endsWith(' ') && !piece.text.startsWith(' ') ? ` ${piece.text}` : piece.text
    right = piece.x + piece.width
  }
  const size = Math.max(...pieces.map(piece => piece.size))
  return {text: text.replace(/\s+/g, ' ').trim(), x: pieces[0]!.x, right, y: pieces[0]!.y, size}
}

/** Two columns where many lines begin right of a common gutter that few lines cross. */
function orderColumns(lines: readonly PageLine[]): PageLine[] {
  if (lines.length < 12) return [...lines]
  const left = Math.min(...lines.map(line => line.x))
  const right = Math.max(...lines.map(line => line.right))
  let gutter = -1
  for (let step = 35; step <= 65; step++) {
    const at = left + ((right - left) * step) / 100
    const crossing = lines.filter(line => line.x < at && line.right > at).length
    const beyond = lines.filter(line => line.x >= at).length
    const before = lines.filter(line => line.right <= at).length
    if (crossing <= lines.length * 0.15 && beyond >= lines.length * 0.25 && before >= lines.length * 0.25) gutter = at
    if (gutter >= 0) break
  }
  if (gutter < 0) return [...lines]
  const ordered: PageLine[] = []
  let band: PageLine[] = []
  const flush = () => {
    ordered.push(...band.filter(line => line.x < gutter), ...band.filter(line => line.x >= gutter))
    band = []
  }
  for (const line of lines) {
    if (line.x < gutter && line.right > gutter) {
      flush()
      ordered.push(line)
    } else band.push(line)
  }
  flush()
  return ordered
}

const keyOf = (text: string): string => text.replace(/\d+/g, '#').toLowerCase()

function findRunning(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  if (pages.length < PAGES_TO_TELL) return new Set()
  const counts = new Map<string, number>()
  for (const page of pages) {
    const byHeight = [...page].sort((a, b) => b.y - a.y)
    const edges = new Set([...byHeight.slice(0, RUNNING_LINES), ...byHeight.slice(-RUNNING_LINES)].map(line => keyOf(line.text)))
    for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= pages.length * RUNNING_SHARE).map(([key]) => key))
}

function paragraphsOf(lines: readonly PageLine[]): string[] {
  const paragraphs: string[] = []
  const width = Math.max(0, ...lines.map(line => line.right - line.x))
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    const isNew =
      before === undefined ||
      before.y < line.y ||
      before.y - line.y > Math.max(before.size, line.size) * PARAGRAPH_GAP ||
      Math.abs(before.size - line.size) > line.size * 0.2 ||
      (before.right - before.x < width * SHORT_LINE && /[.!?:”"’)]$/.test(before.text)) ||
      /^(?:[-•*▪–] |\d{1,3}[.)] )/.test(line.text)
    const isSameColumn = before !== undefined && before.y < line.y && !/[.!?:”"’)]$/.test(before.text)
    if ((isNew && !isSameColumn) || paragraphs.length === 0) paragraphs.push(line.text)
    else paragraphs[paragraphs.length - 1] = joinLines(paragraphs.at(-1)!, line.text)
  }
  return paragraphs
}

/** "negotia-" + "tions" is one word; "ex-" + "Minister" keeps its hyphen. */
function joinLines(first: string, second: string): string {
  if (/\p{Ll}[-\u00ad]$/u.test(first) && /^\p{Ll}/u.test(second)) return first.slice(0, -1) + second
  return first.endsWith('-') ? first + second : `${first} ${second}`
}

/** A paragraph that a page's end cut goes on with a small letter. */
function joinAcrossPages(paragraphs: readonly string[]): string[] {
  const joined: string[] = []
  for (const paragraph of paragraphs) {
    const before = joined.at(-1)
    if (before !== undefined && /[\p{Ll},-]$/u.test(before) && /^\p{Ll}/u.test(paragraph))
      joined[joined.length - 1] = joinLines(before, paragraph)
    else joined.push(paragraph)
  }
  return joined
}
