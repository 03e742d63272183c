// Opens a record file, or makes one: never a new one beside or over something else, never one that a newer program has written.
import {accessSync, closeSync, constants, existsSync, openSync, readFileSync, statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import Sqlite from 'better-sqlite3'
import {ParleyError} from '../parley-error.ts'
import {whyNot} from '../why-not.ts'
import {onFile} from './failure.ts'
import {APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION} from './schema.ts'

/** `make` creates the file where there is none. A file that may not be written is read all the same. */
export type Purpose = 'make' | 'open'

/** How long a writer waits for another one (stack.md 2: two writers with 5 s, no SQLITE_BUSY in 80,000 rows). */
const BUSY_MS = 5000
/** Only the user: a record may hold internal reports. */
const MODE = 0o600

export interface OpenFile {
  readonly database: Sqlite.Database
  readonly writable: boolean
}

/** Throws ParleyError `store/missing`, `store/foreign`, `store/newer`, `store/older`, `store/read-only`, `store/busy`, `store/damaged`. */
export function openFile(file: string, purpose: Purpose): OpenFile {
  if (!existsSync(file)) {
    if (purpose !== 'make')
      throw new ParleyError('store/missing', `${file}: there is no such record; "parley add --record ${file} INPUT" makes one`)
    onFile(file, () => create(file))
  }
  return onFile(file, () => {
    const status = statSync(file)
    if (status.isDirectory()) throw new ParleyError('store/foreign', `${file}: it is a folder, no record`)
    const writable = mayWrite(file, status.mode)
    const database = writable ? new Sqlite(file, {timeout: BUSY_MS}) : openLocked(file)
    try {
      check(database, file, status.size)
      if (writable) prepare(database, file)
      if (versionOf(database) < SCHEMA_VERSION)
        throw new ParleyError(
          'store/older',
          `${file}: it was written by an older version and may not be written; copy it to where it may be`,
        )
      return {database, writable}
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** Where nobody may write, not even the account that could all the same, nothing is written. The log beside it needs the folder. */
function mayWrite(file: string, mode: number): boolean {
  if ((mode & 0o222) === 0) return false
  try {
    accessSync(file, constants.W_OK)
    accessSync(dirname(resolve(file)), constants.W_OK)
    return true
  } catch {
    return false
  }
}

function create(file: string): void {
  try {
    closeSync(openSync(file, 'wx', MODE))
  } catch (error) {
    if ((error as {code?: string}).code === 'EEXIST') return
    throw new ParleyError('store/unreadable', `${file}: it cannot be made (${whyNot(error)})`)
  }
}

/** A file that cannot be written is read through memory: a log beside it could not be made. Bytes 18 and 19 say "no log". */
function openLocked(file: string): Sqlite.Database {
  const bytes = readFileSync(file)
  if (bytes.length > 20 && !existsSync(`${file}-wal`)) bytes[18] = bytes[19] = 1
  return new Sqlite(bytes, {readonly: true})
}

const versionOf = (database: Sqlite.Database): number => database.pragma('user_version', {simple: true}) as number

function check(database: Sqlite.Database, file: string, size: number): void {
  const application = database.pragma('application_id', {simple: true}) as number
  if (application !== APPLICATION_ID && size > 0) {
    // A file that was made and never filled, because the program was killed in between, has no tables.
    const tables = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as {tables: number}
    if (tables.tables > 0 || application !== 0)
      throw new ParleyError('store/foreign', `${file}: it is no record of Parley; it was left as it is`)
  }
  const version = versionOf(database)
  if (version > SCHEMA_VERSION)
    throw new ParleyError(
      'store/newer',
      `${file}: it was written by a newer version of Parley (schema ${version}, this one knows ${SCHEMA_VERSION}); update the program. It was left as it is`,
    )
}

function prepare(database: Sqlite.Database, file: string): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const bring = database.transaction(() => {
    for (let version = versionOf(database); version < SCHEMA_VERSION; version++) {
      database.exec(MIGRATIONS[version]!)
      database.pragma(`user_version = ${version + 1}`)
    }
    database.pragma(`application_id = ${APPLICATION_ID}`)
  })
  if (versionOf(database) < SCHEMA_VERSION) onFile(file, () => bring.immediate())
}
