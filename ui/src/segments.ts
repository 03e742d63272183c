// A text cut at every edge of every mark, so that marks may overlap freely and each piece is set once.

export interface Mark {
  readonly start: number
  readonly end: number
}

export interface Segment<M extends Mark> {
  readonly start: number
  readonly text: string
  readonly marks: readonly M[]
}

export interface Paragraph<M extends Mark> {
  readonly start: number
  readonly segments: readonly Segment<M>[]
}

/** Paragraphs are lines that hold more than space. Linear in text and marks, as long as few marks cover one place. */
export function paragraphsOf<M extends Mark>(text: string, marks: readonly M[]): Paragraph<M>[] {
  const sorted = marks.filter(mark => mark.end > mark.start).sort((a, b) => a.start - b.start || b.end - a.end)
  const paragraphs: Paragraph<M>[] = []
  let next = 0
  let open: M[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    const [from, to] = [match.index, match.index + match[0].length]
    open = open.filter(mark => mark.end > from)
    const here = [...open]
    while (next < sorted.length && sorted[next]!.start < to) here.push(sorted[next++]!)
    open = here
    if (match[0].trim() !== '') paragraphs.push({start: from, segments: segmentsOf(text, from, to, here)})
  }
  return paragraphs
}

function segmentsOf<M extends Mark>(text: string, from: number, to: number, marks: readonly M[]): Segment<M>[] {
  const edges = new Set([from, to])
  for (const {start, end} of marks) {
    if (start > from && start < to) edges.add(start)
    if (end > from && end < to) edges.add(end)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  let active: M[] = []
  let next = 0
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!
    active = active.filter(mark => mark.end > start)
    while (next < marks.length && marks[next]!.start <= start) {
      if (marks[next]!.end > start) active.push(marks[next]!)
      next++
    }
    return {start, text: text.slice(start, end), marks: [...active]}
  })
}
