// What the database reports, in words that say what to do. Anything it reports that is not listed is a bug and keeps its stack.
import {ParleyError} from '../parley-error.ts'

const WORDS: readonly (readonly [code: RegExp, name: string, message: string])[] = [
  [/^SQLITE_BUSY/, 'store/busy', 'another program is writing to it; try again when that has ended'],
  [/^SQLITE_LOCKED/, 'store/busy', 'another program is writing to it; try again when that has ended'],
  [/^SQLITE_FULL/, 'store/disk-full', 'there is no room left on the disk; what was acknowledged is kept, nothing after it'],
  [/^SQLITE_READONLY/, 'store/read-only', 'it may only be read; copy it to where you may write, or ask for the right to write'],
  [/^SQLITE_PERM/, 'store/read-only', 'it may only be read; copy it to where you may write, or ask for the right to write'],
  [/^SQLITE_NOTADB/, 'store/foreign', 'it is no record of Parley; it was left as it is'],
  [/^SQLITE_CANTOPEN/, 'store/unreadable', 'it cannot be opened; does its folder exist, and may you write there?'],
  [/^SQLITE_IOERR/, 'store/unreadable', 'the disk reports an error; check the disk, then the backup'],
]

/** Runs a step on the file, turning what the database reports into a ParleyError that names the file. */
export function onFile<Result>(file: string, step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    throw told(file, error)
  }
}

export function told(file: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return damaged(file)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  // A page that does not fit, or what was kept and cannot be unpacked.
  if (/^Z_|^SQLITE_CORRUPT/.test(code)) return damaged(file)
  const known = WORDS.find(([pattern]) => pattern.test(code))
  return known ? new ParleyError(known[1], `${file}: ${known[2]}`) : error
}

const damaged = (file: string): ParleyError =>
  new ParleyError('store/damaged', `${file}: it is damaged; take the last backup, or read the reports again into a new file`)
