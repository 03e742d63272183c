// Where the seeds and evaluation sets lie beside the clone. Without them their tests are left out, and say so.
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {packagePath} from '../src/edge/files/root.ts'

/** Absolute path inside ../shared (or PARLEY_SHARED), null where there is none; the first miss is told on the terminal. */
export function sharedPath(...parts: readonly string[]): string | null {
  const path = join(resolve(process.env['PARLEY_SHARED'] ?? packagePath('..', 'shared')), ...parts)
  if (existsSync(path)) return path
  console.warn(`LEFT OUT: ${path} is not there (set PARLEY_SHARED)`)
  return null
}
