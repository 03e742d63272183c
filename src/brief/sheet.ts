// What every view is made of: sections of cited lines. One printer sets it for the terminal, another for the page; --json prints it as it is.
import type {Citation, Review} from '../model/record.ts'

export type ViewName =
  | 'briefing'
  | 'timeline'
  | 'positions'
  | 'agreements'
  | 'quotes'
  | 'people'
  | 'sources'
  | 'conflicts'
  | 'chain'
  | 'since'

export interface Sheet {
  readonly schema: 'parley/view@1'
  readonly view: ViewName
  readonly title: string
  /** What was read, what is missing, how to take it: before any line. */
  readonly opening: readonly string[]
  readonly sections: readonly Section[]
  /** The numbered documents, oldest first. */
  readonly sources: readonly NumberedSource[]
  /** How to read the counts, and what was left out. */
  readonly closing: readonly string[]
}

export interface Section {
  readonly heading: string
  readonly lines: readonly Line[]
  readonly grid: Grid | null
  /** How many lines had no room here, and the view that shows them. */
  readonly more?: {readonly count: number; readonly view: ViewName}
  /** Said in place of lines where there are none; null leaves the section out. */
  readonly none: string | null
}

export interface Line {
  /** Id of the entry in the record, for `parley chain`. */
  readonly id: string | null
  readonly when: string | null
  readonly text: string
  /** A document's own characters, shown in quotation marks with the number of the document that carries them. */
  readonly quotes: readonly Cite[]
  /** Who stands behind it and how it is counted. */
  readonly vouch: string | null
  readonly cites: readonly Cite[]
  readonly review: Review | null
  readonly under: readonly Line[]
  /** What the page sets as signs and colours; a terminal says it in words. */
  readonly signs?: Signs
}

export interface Signs {
  /** Party ids, 'third-party' and 'own-reporting', as in Support. */
  readonly sides: readonly string[]
  /** True where these reports show no more than one origin. */
  readonly oneOrigin: boolean
  /** Status, stance or state of the entry. */
  readonly status: string | null
}

export interface Cite {
  readonly number: number
  readonly citation: Citation
}

export interface NumberedSource {
  readonly number: number
  readonly document: string
  readonly publisher: string
  readonly published: string
  readonly title: string
  readonly uri: string | null
  readonly flags: readonly string[]
}

/** A table: a head a row, cells under columns; a cell may hold several lines. */
export interface Grid {
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly {readonly head: string; readonly cells: readonly (readonly Cell[])[]}[]
}

export interface Cell {
  readonly id: string
  readonly text: string
  readonly age: string | null
  readonly cites: readonly Cite[]
}

/** A line with nothing but its words; the parts that a view has are given. */
export function lineOf(text: string, parts: Partial<Line> = {}): Line {
  return {id: null, when: null, text, quotes: [], vouch: null, cites: [], review: null, under: [], ...parts}
}

export function sectionOf(heading: string, lines: readonly Line[], none: string | null = null): Section {
  return {heading, lines, grid: null, none}
}
