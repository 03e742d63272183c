// Every export by its name: which view or record it shows, and the bytes it gives. Heavy libraries are loaded by the format that needs them.
import {createRequire} from 'node:module'
import {writeBibtex, writeCsl} from '../../brief/exports/bibliography.ts'
import {writeCsv} from '../../brief/exports/csv.ts'
import {writeMoney} from '../../brief/exports/follow-the-money.ts'
import {writeGraphml} from '../../brief/exports/graphml.ts'
import {writeMarkdown} from '../../brief/exports/markdown.ts'
import {writePageFile} from '../../brief/exports/page-file.ts'
import {writePlover} from '../../brief/exports/plover.ts'
import {type TableName, tableOf} from '../../brief/exports/tables.ts'
import {writeTimelineJs} from '../../brief/exports/timelinejs.ts'
import {VIEWS} from '../../brief/views.ts'
import type {RecordFile} from '../../model/record.ts'

export const FORMATS = [
  'json',
  'csv',
  'xlsx',
  'markdown',
  'html',
  'docx',
  'plover',
  'ftm',
  'timelinejs',
  'graphml',
  'bibtex',
  'csl',
] as const
export type ExportFormat = (typeof FORMATS)[number]

export interface ExportWish {
  readonly format: ExportFormat
  /** For csv and markdown: the one view that is written. */
  readonly view?: TableName | keyof typeof VIEWS | undefined
}

export interface Exported {
  readonly bytes: string | Uint8Array
  readonly mediaType: string
  readonly extension: string
  /** What was left out and why, in plain words. */
  readonly remarks: readonly string[]
}

const TEXT_TYPE = 'text/plain; charset=utf-8'
const JSON_TYPE = 'application/json'

export async function writeExport(record: RecordFile, {format, view}: ExportWish): Promise<Exported> {
  const made = (bytes: string | Uint8Array, mediaType: string, extension: string, remarks: readonly string[] = []): Exported => ({
    ...{bytes, mediaType, extension, remarks},
  })
  switch (format) {
    case 'json':
      return made(JSON.stringify(record), JSON_TYPE, 'json')
    case 'csv':
      return made(writeCsv(tableOf(record, tableNamed(view))), 'text/csv; charset=utf-8', 'csv')
    case 'xlsx': {
      const {writeXlsx} = await import('./workbook.ts')
      return made(await writeXlsx(record), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx')
    }
    case 'markdown':
      return made(writeMarkdown(VIEWS[viewNamed(view)](record)), 'text/markdown; charset=utf-8', 'md')
    case 'html':
      return made(writePageFile(record), 'text/html; charset=utf-8', 'html')
    case 'docx': {
      const {writeDocx} = await import('./word.ts')
      const bytes = await writeDocx(VIEWS.briefing(record))
      return made(bytes, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx')
    }
    case 'plover': {
      const {text, undated} = writePlover(record, alpha3)
      const remarks =
        undated === 0
          ? []
          : [`${undated === 1 ? '1 event has no day and stands' : `${undated} events have no day and stand`} only in the other exports`]
      return made(text, 'application/x-ndjson', 'jsonl', remarks)
    }
    case 'ftm':
      return made(writeMoney(record), 'application/x-ndjson', 'ftm.json')
    case 'timelinejs':
      return made(writeTimelineJs(record), JSON_TYPE, 'json')
    case 'graphml':
      return made(writeGraphml(record), 'application/xml', 'graphml')
    case 'bibtex':
      return made(writeBibtex(record), TEXT_TYPE, 'bib')
    case 'csl':
      return made(writeCsl(record), 'application/vnd.citationstyles.csl+json', 'json')
  }
}

const VIEW_OF_TABLE: Readonly<Record<TableName, keyof typeof VIEWS>> = {
  ...{events: 'timeline', positions: 'positions', agreements: 'agreements', quotes: 'quotes', people: 'people', sources: 'sources'},
  conflicts: 'conflicts',
}

/** The views that have a table of their own; the timeline is the table of events. */
function tableNamed(view: ExportWish['view']): TableName {
  if (view === undefined || view === 'timeline' || view === 'briefing') return 'events'
  return view
}

const viewNamed = (view: ExportWish['view']): keyof typeof VIEWS =>
  view === undefined ? 'briefing' : view in VIEWS ? (view as keyof typeof VIEWS) : VIEW_OF_TABLE[view as TableName]

let codes: ReadonlyMap<string, string> | undefined

/** ISO 3166-1 alpha-2 to alpha-3, from i18n-iso-countries. */
function alpha3(code: string): string | null {
  codes ??= new Map(
    (createRequire(import.meta.url)('i18n-iso-countries/codes.json') as [string, string, string, string][]).map(([two, three]) => [
      two,
      three,
    ]),
  )
  return codes.get(code) ?? null
}
