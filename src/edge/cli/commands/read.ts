// `parley read`: documents one by one, without state, as soon as each is done.
import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {describeDocument} from '../../../brief/layers.ts'
import {type ReadingParts, writeReading, writeRefusal} from '../../../brief/reading.ts'
import type {Article, Refusal} from '../../../model/article.ts'
import {countFiles} from '../../files/sources.ts'
import {isRefusal, readSafely, refusalWords, refuseUnread} from '../../read-safely.ts'
import type {InputOptions} from '../inputs.ts'
import {harmless, print} from '../output.ts'
import {type Progress, startProgress} from '../progress.ts'
import {installedReader, openSources} from '../reader.ts'
import {type Done as DoneBefore, openDone} from '../resume.ts'
import {readOnThreads} from '../threads.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

export interface ReadOptions extends InputOptions {
  readonly json?: true
  readonly tokens?: true
  readonly withText?: true
  readonly jobs: number
  /** Readings that an ended run has written: what is in it is not read again, what is new is appended. */
  readonly resume?: string
  readonly strict?: true
}

export async function runRead(named: readonly string[], options: ReadOptions): Promise<void> {
  if (options.resume !== undefined && !options.json)
    throw new WrongCall('call/resume-json', '--resume goes on with a file of JSON lines: add --json')
  const done = options.resume === undefined ? null : await openDone(options.resume)
  if (done !== null && done.count > 0) process.stderr.write(`parley: ${done.count} done before, going on\n`)
  const out = options.resume === undefined ? null : createWriteStream(options.resume, {flags: 'a'})
  const all = openSources(named, options)
  const sources = done === null ? all : withoutDone(all, done)
  const files = await countFiles(named)
  const progress = startProgress(files !== null && files > 1 && done === null ? files : null)
  const ask = {json: options.json === true, text: options.withText, tokens: options.tokens}
  const lines = options.jobs > 1 ? readBeside(sources, options.jobs, ask) : readInline(sources, ask)
  let read = 0
  let refused = 0
  let file: string | null = null
  for await (const line of lines) {
    if (line.refusal) refused++
    if (line.refusal && !options.json) tell(progress, line.refusal)
    else if (out === null) await print(line.text)
    else if (!out.write(`${line.text}\n`)) await once(out, 'drain')
    // Several documents of one archive are one file of the bar.
    if (fileOf(line) !== file) progress.step(++read, line.file ?? line.id)
    file = fileOf(line)
    if (options.strict && line.refusal) {
      progress.end()
      if (options.json) tell(progress, line.refusal)
      break
    }
  }
  progress.end()
  if (out !== null) {
    out.end()
    await once(out, 'close')
  }
  process.exitCode = refused > 0 ? EXIT.someNotRead : EXIT.allRead
}

const fileOf = ({file, id}: Done): string => file?.split('!')[0] ?? id

async function* withoutDone(sources: AsyncIterable<Article | Refusal>, done: DoneBefore): AsyncGenerator<Article | Refusal> {
  for await (const source of sources) if (!done.has(source)) yield source
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

// The built file: threads run what `npm run build` made, since Node 20 reads no TypeScript.
async function* readBeside(sources: AsyncIterable<Article | Refusal>, jobs: number, ask: Ask): AsyncGenerator<Done> {
  const script = new URL('../read-thread.js', import.meta.url)
  const errand = {script, ask, messageOf: (source: Article | Refusal) => source, lengthOf, refuse: lineOfRefusal}
  for await (const {answer} of readOnThreads<Article | Refusal, Done>(sources, jobs, errand)) yield answer
}

const lengthOf = (source: Article | Refusal): number => ('text' in source ? source.text.length : 0)

function lineOfRefusal(source: Article | Refusal, code: string, reason: string): Done {
  const refusal = refuseUnread(source, code, reason)
  return {id: source.id, file: source.file, text: JSON.stringify(writeRefusal(refusal)), refusal}
}

export function finish(source: Article | Refusal, ask: Ask): Done {
  const result = isRefusal(source) ? source : readSafely(source, installedReader())
  const {id, file} = result
  if (isRefusal(result)) return {id, file, text: JSON.stringify(writeRefusal(result)), refusal: result}
  const text = ask.json ? JSON.stringify(writeReading(result, ask)) : harmless(describeDocument(result, {rules: false}))
  return {id, file, text, refusal: null}
}
