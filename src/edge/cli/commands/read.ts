// `parley read`: documents one by one, without state, as soon as each is done.
import {describeDocument} from '../../../brief/layers.ts'
import {type ReadingParts, writeReading, writeRefusal} from '../../../brief/reading.ts'
import type {Article, Refusal} from '../../../model/article.ts'
import {isRefusal, readSafely, refusalWords} from '../../read-safely.ts'
import type {InputOptions} from '../inputs.ts'
import {harmless, print} from '../output.ts'
import {type Progress, startProgress} from '../progress.ts'
import {installedReader, openSources} from '../reader.ts'
import {readOnThreads} from '../threads.ts'
import {EXIT} from '../wrong-call.ts'

export interface ReadOptions extends InputOptions {
  readonly json?: true
  readonly tokens?: true
  readonly withText?: true
  readonly jobs: number
}

export async function runRead(named: readonly string[], options: ReadOptions): Promise<void> {
  const sources = openSources(named, options)
  const progress = startProgress(null)
  const ask = {json: options.json === true, text: options.withText, tokens: options.tokens}
  const lines = options.jobs > 1 ? readOnThreads(sources, options.jobs, ask) : readInline(sources, ask)
  let done = 0
  let refused = 0
  for await (const line of lines) {
    if (line.refusal) refused++
    if (line.refusal && !options.json) tell(progress, line.refusal)
    else await print(line.text)
    progress.step(++done, line.file ?? line.id)
  }
  progress.end()
  process.exitCode = refused > 0 ? EXIT.someNotRead : EXIT.allRead
}

function tell(progress: Progress, refusal: Refusal): void {
  progress.end()
  process.stderr.write(`parley: not read: ${harmless(refusalWords(refusal))} (${refusal.code})\n`)
}

/** How a document is to be printed. */
export interface Ask extends ReadingParts {
  readonly json: boolean
}

/** A document that is done: what to print, and why it was not read where it was not. */
export interface Done {
  readonly id: string
  readonly file: string | null
  readonly text: string
  readonly refusal: Refusal | null
}

async function* readInline(sources: AsyncIterable<Article | Refusal>, ask: Ask): AsyncGenerator<Done> {
  for await (const source of sources) yield finish(source, ask)
}

export function finish(source: Article | Refusal, ask: Ask): Done {
  const result = isRefusal(source) ? source : readSafely(source, installedReader())
  const {id, file} = result
  if (isRefusal(result)) return {id, file, text: JSON.stringify(writeRefusal(result)), refusal: result}
  const text = ask.json ? JSON.stringify(writeReading(result, ask)) : harmless(describeDocument(result, {rules: false}))
  return {id, file, text, refusal: null}
}
