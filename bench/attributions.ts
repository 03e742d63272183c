// Reads documents (JSON lines with id and text) through engine, mentions and attributions, prints one reading a document and, to standard
// error, how fast the attributions were found after parsing. `node dist/bench/attributions.js FILE.jsonl > reading.jsonl`
import {readFileSync} from 'node:fs'
import {findAttributions} from '../src/annotate/attributions.ts'
import {findMentions} from '../src/annotate/mentions.ts'
import {findTimes} from '../src/annotate/times.ts'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {readPackFiles} from '../src/edge/files/packs.ts'
import type {Span} from '../src/model/span.ts'
import {compilePacks} from '../src/pack/packs.ts'
import {articleOf} from '../test/support.ts'

interface Line {
  readonly id: string
  readonly text: string
  readonly published?: string | null
  readonly publisher?: string | null
}

const packs = compilePacks(readPackFiles())
const engine = loadEngineFiles()
const pair = (span: Span): [number, number] => [span.start, span.end]
let characters = 0
let milliseconds = 0

const file = readFileSync(process.argv[2]!, 'utf8').trim()
const lines = (process.argv[2]!.endsWith('.json') ? JSON.parse(file).documents : file.split('\n').map(line => JSON.parse(line))) as Line[]
for (const {id, text, published, publisher} of lines) {
  const d1 = {...articleOf(text, {id, ...(published ? {published} : {}), ...(publisher ? {publisher} : {})}), ...engine.analyze(text)}
  const d2 = {...d1, times: findTimes(d1, packs)}
  const d3 = {...d2, ...findMentions(d2, packs)}
  const started = process.cpuUsage().user
  const attributions = findAttributions(d3, packs)
  milliseconds += (process.cpuUsage().user - started) / 1000
  characters += text.length
  const found = attributions.map(attribution => ({
    ...attribution,
    source: attribution.source.map(pair),
    cue: attribution.cue && pair(attribution.cue),
    content: attribution.content.map(pair),
    chain: attribution.chain.map(link => ({...link, evidence: link.evidence.map(pair)})),
  }))
  console.log(JSON.stringify({schema: 'parley/reading@1', id, attributions: found}))
}
console.error(`attributions: ${(characters / 1000 / milliseconds).toFixed(2)} million characters/s after parsing`)
