// Does `parley add` hold on to what it has read? Memory after a forced collection at each step of a long run of short generated reports, and
// how fast it grows over the second half, when everything that is filled once has been. `node --expose-gc dist/bench/memory.js [COUNT] [STEP]`
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {installedReader} from '../src/edge/cli/reader.ts'
import {storeDesk} from '../src/edge/desk-store.ts'
import {readSources} from '../src/edge/files/sources.ts'
import {shortReports} from './short-reports.ts'

const count = Number(process.argv[2] ?? 20_000)
const step = Number(process.argv[3] ?? 2000)
const MEGABYTE = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'parley-memory-'))
const reader = installedReader()
const desk = storeDesk(join(folder, 'record.parley'), 'make', {reader, now: () => '2031-04-01T09:00:00Z', who: null})
const collect = (globalThis as {gc?: () => void}).gc
if (collect === undefined) throw new Error('run with node --expose-gc')

interface Reading {
  readonly reports: number
  readonly heap: number
  readonly outside: number
  readonly resident: number
}
const readings: Reading[] = []
const look = (reports: number): void => {
  collect()
  collect()
  const {heapUsed, external, rss} = process.memoryUsage()
  const [heap, outside, resident] = [heapUsed / MEGABYTE, external / MEGABYTE, rss / MEGABYTE]
  readings.push({reports, heap, outside, resident})
  const at = (process.cpuUsage().user / 1e6).toFixed(0)
  console.log(
    `${String(reports).padStart(7)} reports  heap ${heap.toFixed(1).padStart(7)} MB  outside ${outside.toFixed(1).padStart(6)} MB  resident ${resident.toFixed(0).padStart(5)} MB  ${at} s of processor time`,
  )
}

async function* lines(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const report of shortReports(count)) yield encoder.encode(`${JSON.stringify(report)}\n`)
}

let kept = 0
look(0)
await desk.add(readSources(['-'], {packs: reader.packs, stdin: lines()}), () => {
  kept++
  if (kept % step === 0) look(kept)
})
desk.close()
rmSync(folder, {recursive: true, force: true})
const half = readings[Math.floor(readings.length / 2)]!
const last = readings.at(-1)!
const per = (name: 'heap' | 'resident'): string => (((last[name] - half[name]) / (last.reports - half.reports)) * 1000).toFixed(2)
console.log(`second half: heap ${per('heap')} MB and resident ${per('resident')} MB a thousand reports`)
