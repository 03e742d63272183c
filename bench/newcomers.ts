// What it costs to settle who is who in one newcomer beside a growing collection: `node dist/bench/newcomers.js [most]`. Each generated report names six
// people: three that many reports name (by Zipf's law, the first of them in every third report), two of its story, and one of its own. Flat lines are the point.
import {readPackFiles} from '../src/edge/files/packs.ts'
import {growCast} from '../src/link/growth/cast.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {compilePacks} from '../src/pack/packs.ts'
import {reportNaming} from './named-report.ts'

const most = Number(process.argv[2] ?? 30_000)
const NEWCOMERS = 400
const STORY = 8
const POPULAR = 2_000
const SYLLABLES = 'ba ke lo mir tan vos rel hin dor sa pel gru fet zon wik cal dru nash qui jem ost urb ygo plim'.split(' ')

/** A first and a last name of four syllables each, one for each number. */
function nameOf(number: number): string {
  const word = (rest: number): string => {
    let made = ''
    for (let i = 0, left = rest; i < 4; i++, left = Math.floor(left / SYLLABLES.length)) made += SYLLABLES[left % SYLLABLES.length]!
    return made[0]!.toUpperCase() + made.slice(1)
  }
  return `${word(Math.imul(number, 7_919) >>> 0)} ${word(Math.imul(number + 1, 104_729) >>> 0)}`
}

let seed = 7
const draw = (): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return seed / 0x7fffffff
}

function reportOf(number: number): ReadDocument {
  const story = POPULAR + Math.floor(number / STORY) * (STORY + 2)
  const popular = [0, 1, 2].map(() => Math.floor(POPULAR ** draw()))
  const names = [...new Set([...popular, story, story + 1, story + 2 + (number % STORY)])].map(nameOf)
  return reportNaming(`d${number}`, names)
}

const documents: ReadDocument[] = []
const cast = growCast(documents, compilePacks(readPackFiles()))
const cpu = (): number => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
const at = (values: readonly number[], share: number): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0).toFixed(2).padStart(8)

let next = 1_000
let times: number[] = []
console.log('    beside   median      p95      p99    resident')
for (let number = 0; number < most + NEWCOMERS; number++) {
  documents.push(reportOf(number))
  const begin = cpu()
  cast.update([number], new Map(), [])
  if (number < next) continue
  times.push(cpu() - begin)
  if (times.length < NEWCOMERS) continue
  const resident = `${Math.round(process.memoryUsage().rss / 1e6)} MB`
  console.log([String(next).padStart(10), at(times, 0.5), at(times, 0.95), at(times, 0.99), resident.padStart(11)].join(' '))
  times = []
  next = next >= most ? Number.POSITIVE_INFINITY : Math.min(most, String(next)[0] === '1' ? next * 3 : (next / 3) * 10)
}
