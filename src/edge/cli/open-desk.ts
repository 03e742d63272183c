// The record that a command works on: a record file, or the inputs that were named, read and linked in memory.
import type {Refusal} from '../../model/article.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Desk} from '../desk.ts'
import {isRefusal, readSafely, refusalWords} from '../read-safely.ts'
import type {Purpose} from '../store/open.ts'
import type {InputOptions, RecordOptions} from './inputs.ts'
import {readJudgements} from './judgements.ts'
import {harmless} from './output.ts'
import {startProgress} from './progress.ts'
import {installedReader, openSources} from './reader.ts'
import {WrongCall} from './wrong-call.ts'

export type DeskOptions = RecordOptions

export interface OpenDesk {
  readonly desk: Desk
  /** Inputs that could not be read: told on standard error, and Notes of the record. */
  readonly refused: readonly Refusal[]
}

/** Named inputs outrank PARLEY_RECORD; --record beside them is a wrong call. */
export async function openDesk(named: readonly string[], options: DeskOptions, purpose: Purpose = 'open'): Promise<OpenDesk> {
  if (options.record !== undefined && named.length > 0)
    throw new WrongCall(
      'call/record-and-inputs',
      'name either a record or inputs; "parley add --record FILE INPUTS" adds inputs to a record',
    )
  const record = options.record ?? (named.length === 0 ? process.env['PARLEY_RECORD'] : undefined)
  if (record !== undefined && record !== '') return {desk: await openRecord(record, purpose), refused: []}
  const judgements = options.judgements === undefined ? [] : readJudgements(options.judgements)
  const {documents, refused} = await readInputs(named, options)
  const name = named.length === 0 ? 'standard input' : named.join(', ')
  const {memoryDesk} = await import('../desk-memory.ts')
  return {desk: memoryDesk({name, documents, judgements, refused, reader: installedReader(), now, who: whoRules()}), refused}
}

/** Loaded only here: a command over inputs never waits for the database. */
export async function openRecord(file: string, purpose: Purpose) {
  const {storeDesk} = await loadStore()
  return storeDesk(file, purpose, {reader: installedReader(), now, who: whoRules()})
}

async function loadStore() {
  try {
    return await import('../desk-store.ts')
  } catch (error) {
    if (error instanceof Error && /better.sqlite3|bindings/i.test(error.message))
      throw new WrongCall('store/not-built', 'the database module was not built at installation; run "npm rebuild better-sqlite3"')
    throw error
  }
}

async function readInputs(
  named: readonly string[],
  options: InputOptions,
): Promise<{documents: readonly ReadDocument[]; refused: readonly Refusal[]}> {
  const documents: ReadDocument[] = []
  const refused: Refusal[] = []
  const progress = startProgress(null)
  for await (const source of openSources(named, options)) {
    const result = isRefusal(source) ? source : readSafely(source, installedReader())
    if (isRefusal(result)) refused.push(result)
    else documents.push(result)
    progress.step(documents.length + refused.length, source.file ?? source.id)
  }
  progress.end()
  for (const refusal of refused) process.stderr.write(`parley: not read: ${harmless(refusalWords(refusal))} (${refusal.code})\n`)
  return {documents, refused}
}

const now = (): string => new Date().toISOString()

/** The name under which rulings are kept: PARLEY_WHO, else the name of the account. */
const whoRules = (): string | null => process.env['PARLEY_WHO'] ?? process.env['USER'] ?? null
