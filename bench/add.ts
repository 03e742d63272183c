// How fast reports are read and kept: `parley read --json` beside `parley add`, on one thread and on several, with the memory that each took.
// Short generated reports of fictional talks; the machine may be busy, so processor time stands beside the clock.
// `node dist/bench/add.js [COUNT] [JOBS]`
import {spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {packagePath} from '../src/edge/files/root.ts'
import {shortReports} from './short-reports.ts'

const count = Number(process.argv[2] ?? 1000)
const jobs = process.argv[3] ?? '2'
const folder = mkdtempSync(join(tmpdir(), 'parley-add-'))
const COMMAND = packagePath('dist', 'src', 'edge', 'cli', 'parley.js')
/** Clock ticks of /proc are hundredths of a second on Linux. */
const TICK_MS = 10

interface Ran {
  readonly seconds: number
  readonly processor: number
  /** Megabytes at each tenth of the way. */
  readonly memory: readonly number[]
}

function run(args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, [COMMAND, ...args], {stdio: ['pipe', 'pipe', 'ignore']})
    const memory: number[] = []
    let processor = 0
    let lines = 0
    const look = (): void => {
      const status = read(`/proc/${child.pid}/status`)
      const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
      if (megabytes > 0) memory.push(Math.round(megabytes))
    }
    child.stdout!.on('data', (chunk: Buffer) => {
      const before = lines
      for (const byte of chunk) if (byte === 10) lines++
      if (Math.floor((lines * 10) / count) > Math.floor((before * 10) / count)) look()
      const fields = read(`/proc/${child.pid}/stat`).split(') ')[1]?.split(' ') ?? []
      if (fields.length > 12) processor = ((Number(fields[11]) + Number(fields[12])) * TICK_MS) / 1000
    })
    child.on('close', code => {
      if (code === 0 && lines >= count) resolve({seconds: (performance.now() - started) / 1000, processor, memory})
      else reject(new Error(`parley ${args.join(' ')} ended with ${code} after ${lines} lines`))
    })
    child.stdin!.end(`${[...shortReports(count)].map(report => JSON.stringify(report)).join('\n')}\n`)
  })
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function tell(name: string, {seconds, processor, memory}: Ran): void {
  const rate = (of: number): string => (of === 0 ? '-' : `${(count / of).toFixed(1)}/s`)
  console.log(
    `${name.padEnd(14)} ${rate(seconds).padStart(9)} by the clock, ${rate(processor).padStart(9)} of processor time, MB ${memory.join(' ')}`,
  )
}

tell('read', await run(['read', '--json', '-']))
tell('add', await run(['add', '--json', '--record', join(folder, 'one.parley'), '-']))
tell(`read --jobs ${jobs}`, await run(['read', '--json', '--jobs', jobs, '-']))
tell(`add --jobs ${jobs}`, await run(['add', '--json', '--jobs', jobs, '--record', join(folder, 'several.parley'), '-']))
rmSync(folder, {recursive: true, force: true})
