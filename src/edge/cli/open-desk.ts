// The record that a command works on: the inputs that were named, read and linked in memory.
import type {Refusal} from '../../model/article.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Desk} from '../desk.ts'
import {memoryDesk} from '../desk-memory.ts'
import {isRefusal, readSafely, refusalWords} from '../read-safely.ts'
import type {InputOptions} from './inputs.ts'
import {readJudgements} from './judgements.ts'
import {harmless} from './output.ts'
import {startProgress} from './progress.ts'
import {installedReader, openSources} from './reader.ts'

export interface DeskOptions extends InputOptions {
  readonly judgements?: string
}

export interface OpenDesk {
  readonly desk: Desk
  /** Inputs that could not be read: told on standard error, and Notes of the record. */
  readonly refused: readonly Refusal[]
}

export async function openDesk(named: readonly string[], options: DeskOptions): Promise<OpenDesk> {
  const judgements = options.judgements === undefined ? [] : readJudgements(options.judgements)
  const {documents, refused} = await readInputs(named, options)
  const name = named.length === 0 ? 'standard input' : named.join(', ')
  return {desk: memoryDesk({name, documents, judgements, refused, reader: installedReader(), now, who: whoRules()}), refused}
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
export const whoRules = (): string | null => process.env['PARLEY_WHO'] ?? process.env['USER'] ?? null
