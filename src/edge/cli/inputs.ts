// What every command that reads has in common: which inputs, with which date, up to which size; and what counts as a wrong call.
import {type Command, InvalidArgumentError, Option} from 'commander'
import {WrongCall} from './wrong-call.ts'

export interface InputOptions {
  readonly published?: string
  readonly maxDoc?: number
  /** Folder of one's own packs. */
  readonly pack?: string
}

export function addInputOptions(command: Command): Command {
  return command
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .addOption(new Option('--published <date>', 'publication date of the inputs that have none').argParser(parseDate))
    .addOption(new Option('--max-doc <size>', 'largest text that is read, such as 5MB').argParser(parseSize))
    .option('--pack <folder>', 'issues and words of your own (else the packs/ beside the record, or PARLEY_PACK)')
}

/** What commands over a record have in common: inputs that are read now, or a record file. */
export interface RecordOptions extends InputOptions {
  readonly record?: string
  readonly judgements?: string
  /** Leaves out internal reports and every line that rests only on them. */
  readonly public?: true
}

export function addRecordOptions(command: Command): Command {
  return addRecordFile(
    addInputOptions(command)
      .option('--judgements <file>', "people's yes and no, as JSON lines")
      .option('--public', 'without internal reports and the lines that rest only on them'),
  )
}

export const addRecordFile = (command: Command): Command =>
  command.option('--record <file>', 'a record that was made with "parley add" (PARLEY_RECORD names one for every command)')

/** The record file of a command that needs one. */
export function recordFileOf({record}: Pick<RecordOptions, 'record'>): string {
  const file = record ?? process.env['PARLEY_RECORD']
  if (file === undefined || file === '') throw new WrongCall('call/no-record', 'which record? add --record FILE, or set PARLEY_RECORD')
  return file
}

/** Inputs as named; standard input where nothing is named and something is piped in. */
export function inputsOf(named: readonly string[]): readonly string[] {
  if (named.length > 0) return named
  if (!process.stdin.isTTY) return ['-']
  throw new WrongCall('call/no-input', 'nothing to read: name files or folders, or pipe documents in (see --help)')
}

/** YYYY, YYYY-MM, YYYY-MM-DD or a date-time; the day must exist. */
export function parseDate(value: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(value)
  if (!match) throw new InvalidArgumentError(`"${value}" is no date: write 2031-03-04.`)
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) throw new InvalidArgumentError(`there is no ${value}.`)
  return value
}

const UNITS: Readonly<Record<string, number>> = {'': 1, b: 1, kb: 1e3, k: 1e3, mb: 1e6, m: 1e6}

/** A size in bytes: `5000000`, `5MB`, `500k`. */
export function parseSize(value: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(value)
  const unit = match && UNITS[match[2]!.toLowerCase()]
  if (!match || unit === undefined || unit === null || Number(match[1]) <= 0)
    throw new InvalidArgumentError(`"${value}" is no size: write 5MB.`)
  return Math.round(Number(match[1]) * unit)
}

export function parseJobs(value: string): number {
  const jobs = Number(value)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) throw new InvalidArgumentError(`"${value}" is no number of jobs: write 4.`)
  return jobs
}
