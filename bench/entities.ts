// How long 100,000 distinct names in 2,000 documents take to be clustered, and how much memory: `node dist/bench/entities.js [names] [documents]`.
import {readPackFiles} from '../src/edge/files/packs.ts'
import {linkEntities} from '../src/link/entities.ts'
import {compilePacks} from '../src/pack/packs.ts'
import {reportNaming} from './named-report.ts'

const [names = 100_000, documents = 2_000] = process.argv.slice(2).map(Number)
const packs = compilePacks(readPackFiles())
let seed = 7
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((seed / 0x7fffffff) * below)
}
const ONSETS = ['b', 'd', 'dr', 'f', 'g', 'gr', 'h', 'k', 'kr', 'l', 'm', 'n', 'p', 'r', 's', 'sh', 'st', 't', 'tr', 'v', 'z']
const VOWELS = ['a', 'e', 'i', 'o', 'u']
const word = (): string => {
  let made = ''
  for (let i = 0; i < 2 + draw(2); i++) made += ONSETS[draw(ONSETS.length)]! + VOWELS[draw(VOWELS.length)]!
  return made[0]!.toUpperCase() + made.slice(1) + ['n', 'v', 'k', 'ski', ''][draw(5)]!
}
const given = Array.from({length: 400}, word)
const distinct = new Set<string>()
while (distinct.size < names) distinct.add(`${given[draw(given.length)]} ${word()}`)
const all = [...distinct]
const each = Math.ceil(names / documents)
const read = Array.from({length: documents}, (_, d) => reportNaming(`d${d}`, all.slice(d * each, (d + 1) * each)))
const start = performance.now()
const linked = linkEntities(read, [], [], packs)
const seconds = (performance.now() - start) / 1000
console.log(
  `${names} distinct names in ${documents} documents: ${linked.entities.length} entities, ${linked.judgements.length} judgements, ${seconds.toFixed(1)} s, ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB of heap`,
)
