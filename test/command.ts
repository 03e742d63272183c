// Runs the built command as a user does, in a process of its own, or the same program in this process, which has its engine loaded already.
// What two tests ask for is made once.
import {spawnSync} from 'node:child_process'
import {vi} from 'vitest'
import {runProgram} from '../src/edge/cli/run.ts'
import {packagePath} from '../src/edge/files/root.ts'
import type {Reading, ReadingError} from '../src/model/reading-file.ts'
import {VERSION} from '../src/parley.ts'

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

/** As `parley`, in this process: for everything but standard input, pipes and the way a process ends. */
export async function parleyHere(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const said = {stdout: '', stderr: ''}
  const held = (name: 'stdout' | 'stderr') =>
    vi.spyOn(process[name], 'write').mockImplementation(((text: string | Uint8Array) => {
      said[name] += typeof text === 'string' ? text : new TextDecoder().decode(text)
      return true
    }) as typeof process.stdout.write)
  const spies = [held('stdout'), held('stderr')]
  const before = {...process.env}
  Object.assign(process.env, environment)
  process.exitCode = 0
  try {
    const status = await runProgram(args, VERSION)
    return {status, ...said}
  } finally {
    process.exitCode = 0
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name]
    Object.assign(process.env, before)
    for (const spy of spies) spy.mockRestore()
  }
}

const exported = new Map<string, string>()

/** `parley export --format json FOLDER`. */
export async function exportOf(folder: string): Promise<string> {
  const known = exported.get(folder)
  if (known !== undefined) return known
  const {status, stdout, stderr} = await parleyHere(['export', '--format', 'json', folder])
  if (status !== 0) throw new Error(`parley export ${folder} ended with ${status}: ${stderr}`)
  exported.set(folder, stdout)
  return stdout
}

export async function readingsOf(folder: string, ...options: string[]): Promise<(Reading | ReadingError)[]> {
  const {stdout} = await parleyHere(['read', '--json', ...options, folder])
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}
