// From inputs to the record: reads all documents, links them, and keeps what could not be read as Notes, so that no view forgets it.
import type {Refusal} from '../../model/article.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {RecordFile} from '../../model/record.ts'
import {link} from '../../parley.ts'
import type {InputOptions} from './inputs.ts'
import {readJudgements} from './judgements.ts'
import {harmless} from './output.ts'
import {startProgress} from './progress.ts'
import {isRefusal, readSafely, refusalWords} from './read-documents.ts'
import {installedReader, openSources} from './reader.ts'

export interface GatherOptions extends InputOptions {
  readonly judgements?: string
}

export interface Gathered {
  readonly record: RecordFile
  readonly refused: readonly Refusal[]
}

export async function gather(named: readonly string[], options: GatherOptions): Promise<Gathered> {
  const judgements = options.judgements === undefined ? [] : readJudgements(options.judgements)
  const documents: ReadDocument[] = []
  const refused: Refusal[] = []
  const progress = startProgress(null)
  for await (const source of openSources(named, options)) {
    const result = isRefusal(source) ? source : readSafely(source, installedReader())
    if (isRefusal(result)) refused.push(result)
    else documents.push(result)
    progress.step(documents.length + refused.length, source.file ?? source.id)
  }
  const record = link(documents, judgements, installedReader())
  progress.end()
  for (const refusal of refused) process.stderr.write(`parley: not read: ${harmless(refusalWords(refusal))} (${refusal.code})\n`)
  return {record: {...record, notes: [...record.notes, ...refused.map(noteOf)]}, refused}
}

// A refused source is no document of the record, so its Note names it in words.
const noteOf = (refusal: Refusal) => ({code: refusal.code, message: refusalWords(refusal), document: null, at: null})
