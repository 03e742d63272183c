// `parley export`: the record in the format that another program reads, to standard output, a file or, view by view, a folder.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {citedOnly} from '../../../brief/exports/cited-only.ts'
import {inCodePoints} from '../../../brief/exports/code-points.ts'
import {TABLES} from '../../../brief/exports/tables.ts'
import {VIEWS} from '../../../brief/views.ts'
import type {RecordFile} from '../../../model/record.ts'
import {type Exported, type ExportWish, writeExport} from '../../export/write-export.ts'
import {whyNot} from '../../why-not.ts'
import {type GatherOptions, gather} from '../gather.ts'
import {print} from '../output.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

export interface ExportOptions extends GatherOptions, ExportWish {
  /** False with --no-text. */
  readonly text: boolean
  readonly citedOnly?: true
  readonly wholeTexts?: true
  readonly offsets: 'utf-16' | 'code-points'
  readonly out?: string
}

export async function runExport(named: readonly string[], options: ExportOptions): Promise<void> {
  if (options.offsets === 'code-points' && options.format !== 'json')
    throw new WrongCall('export/offsets', `${options.format} holds no offsets: --offsets is for --format json`)
  const {record, refused} = await gather(named, options)
  const shared = shareable(record, options)
  if (options.out === undefined) await printExport(shared, options)
  else if (options.view === undefined && (options.format === 'csv' || options.format === 'markdown'))
    await writeFolder(shared, options.format, options.out)
  else writeTo(options.out, await reported(shared, options))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
}

/** What is made for everybody carries the cited sentences, not the texts: unless it is asked for. */
function shareable(record: RecordFile, {text, citedOnly: isCitedOnly, wholeTexts, public: isPublic, offsets}: ExportOptions): RecordFile {
  const counted = offsets === 'code-points' ? inCodePoints(record) : record
  if (!text) return {...counted, documents: counted.documents.map(document => ({...document, text: null}))}
  if (!isCitedOnly && (!isPublic || wholeTexts)) return counted
  const cited = citedOnly(record)
  return {...counted, documents: counted.documents.map((document, i) => ({...document, text: cited.documents[i]!.text}))}
}

async function printExport(record: RecordFile, wish: ExportWish): Promise<void> {
  if ((wish.format === 'xlsx' || wish.format === 'docx') && process.stdout.isTTY)
    throw new WrongCall('export/no-terminal', `${wish.format} is not for a terminal: add --out briefing.${wish.format}`)
  const {bytes} = await reported(record, wish)
  if (typeof bytes === 'string') await print(bytes)
  else process.stdout.write(bytes)
}

/** Every view in a file of its own. */
async function writeFolder(record: RecordFile, format: 'csv' | 'markdown', folder: string): Promise<void> {
  try {
    mkdirSync(folder, {recursive: true})
  } catch (error) {
    throw cannotWrite(folder, error)
  }
  for (const view of format === 'csv' ? TABLES : (Object.keys(VIEWS) as (keyof typeof VIEWS)[])) {
    const exported = await reported(record, {format, view})
    writeTo(join(folder, `${view}.${exported.extension}`), exported)
  }
}

async function reported(record: RecordFile, wish: ExportWish): Promise<Exported> {
  const exported = await writeExport(record, wish)
  for (const remark of exported.remarks) process.stderr.write(`parley: ${remark}\n`)
  return exported
}

function writeTo(file: string, {bytes}: Exported): void {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    throw cannotWrite(file, error)
  }
}

const cannotWrite = (path: string, error: unknown): WrongCall =>
  new WrongCall('export/cannot-write', `${path}: it cannot be written: ${whyNot(error)}`)
