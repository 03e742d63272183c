// A copy of the whole record, also while others write to it: made beside its place and put there when it is complete.
import {closeSync, existsSync, openSync, renameSync, rmSync} from 'node:fs'
import type Sqlite from 'better-sqlite3'
import {ParleyError} from '../parley-error.ts'
import {told} from './failure.ts'

/** Throws ParleyError `store/exists`: a backup never replaces a file. */
export async function backUp(database: Sqlite.Database, copy: string): Promise<void> {
  if (existsSync(copy)) throw new ParleyError('store/exists', `${copy}: there is a file of this name; a backup never replaces one`)
  const part = `${copy}.part`
  try {
    rmSync(part, {force: true})
    closeSync(openSync(part, 'wx', 0o600))
    await database.backup(part)
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, {force: true})
    if (error instanceof Error && /^E[A-Z]+$/.test((error as {code?: string}).code ?? ''))
      throw new ParleyError('store/unreadable', `${copy}: it cannot be written (${error.message})`)
    throw told(copy, error)
  }
}
