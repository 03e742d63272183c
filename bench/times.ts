// Reads documents (JSON lines with id, text and published) into time expressions alone, prints one reading a document and, to standard error,
// how fast they were found after parsing. `node dist/bench/times.js FILE.jsonl > reading.jsonl`
import {readFileSync} from 'node:fs'
import {findTimes} from '../src/annotate/times.ts'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {readPackFiles} from '../src/edge/files/packs.ts'
import {compilePacks} from '../src/pack/packs.ts'
import {articleOf} from '../test/support.ts'

interface Line {
  readonly id: string
  readonly text: string
  readonly published?: string | null
}

const ROUNDS = 5
const packs = compilePacks(readPackFiles())
const engine = loadEngineFiles()
const file = readFileSync(process.argv[2]!, 'utf8').trim()
const lines = (process.argv[2]!.endsWith('.json') ? JSON.parse(file).documents : file.split('\n').map(line => JSON.parse(line))) as Line[]
const documents = lines.map(({id, text, published}) => ({...articleOf(text), id, published: published ?? null, ...engine.analyze(text)}))

for (const document of documents) console.log(JSON.stringify({id: document.id, text: document.text, times: findTimes(document, packs)}))
const characters = documents.reduce((sum, document) => sum + document.text.length, 0)
for (let round = 0; round < ROUNDS; round++) {
  const before = process.cpuUsage()
  for (const document of documents) findTimes(document, packs)
  const {user, system} = process.cpuUsage(before)
  console.error(`${Math.round(characters / ((user + system) / 1000))} thousand characters a second of processor time`)
}
