// Runs the built command as a user does, in a process of its own. What two tests ask for is made once.
import {spawnSync} from 'node:child_process'
import {packagePath} from '../src/edge/files/root.ts'
import type {Reading, ReadingError} from '../src/model/reading-file.ts'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const TIMEOUT_MS = 120_000
const MAX_OUTPUT = 1 << 28

export function parley(args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}): Ran {
  const command = packagePath('dist', 'src', 'edge', 'cli', 'parley.js')
  const options = {encoding: 'utf8', input, timeout: TIMEOUT_MS, maxBuffer: MAX_OUTPUT, env: {...process.env, ...environment}} as const
  const {status, stdout, stderr} = spawnSync(process.execPath, [command, ...args], options)
  return {status, stdout, stderr}
}

const exported = new Map<string, string>()

/** `parley export --format json FOLDER`. */
export function exportOf(folder: string): string {
  const known = exported.get(folder)
  if (known !== undefined) return known
  const {status, stdout, stderr} = parley(['export', '--format', 'json', folder])
  if (status !== 0) throw new Error(`parley export ${folder} ended with ${status}: ${stderr}`)
  exported.set(folder, stdout)
  return stdout
}

export function readingsOf(folder: string, ...options: string[]): (Reading | ReadingError)[] {
  const {stdout} = parley(['read', '--json', ...options, folder])
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}
