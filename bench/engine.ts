// Tokens a second of one core from raw text, all layers, and the time to load the models; beside wink-nlp and compromise where they are installed.
// node dist/bench/engine.js [file with one {"id","text"} a line]
import {readFileSync} from 'node:fs'
import {loadEngineFiles} from '../src/edge/files/engine.ts'

const SAMPLE =
  '“The delegation is still working,” government spokesman Orlo Vashenko told reporters in Sorrend on Friday. Mirvan and Kalvia agreed to extend the truce by 30 days, but the Kalvian foreign minister, Ada Rennick, said that two of the five points were still open.\n\n'
const texts =
  process.argv[2] === undefined
    ? Array.from({length: 200}, () => SAMPLE.repeat(5))
    : readFileSync(process.argv[2], 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => (JSON.parse(line) as {text: string}).text)

const cpu = (): number => process.cpuUsage().user / 1e6

const beforeLoad = cpu()
const engine = loadEngineFiles()
engine.analyze('Load.')
console.log(`load ${(cpu() - beforeLoad).toFixed(2)} s`)
for (const text of texts.slice(0, 40)) engine.analyze(text)
const ours = measure('parley, all layers', text => engine.analyze(text).tokens.length)

const wink = await optional('wink-nlp')
const winkModel = await optional('wink-eng-lite-web-model')
if (wink !== null && winkModel !== null) {
  const nlp = (wink['default'] as (model: unknown) => {readDoc(text: string): {tokens(): {length(): number}}})(winkModel['default'])
  ratio(measure('wink-nlp', text => nlp.readDoc(text).tokens().length()))
}
const compromise = await optional('compromise')
if (compromise !== null) {
  const nlp = compromise['default'] as (text: string) => {terms(): {length: number}}
  ratio(measure('compromise', text => nlp(text).terms().length))
}

/** Tokens a second; also prints them. */
function measure(name: string, read: (text: string) => number): number {
  const begin = cpu()
  let tokens = 0
  for (const text of texts) tokens += read(text)
  const speed = tokens / (cpu() - begin)
  console.log(`${name}: ${tokens} tokens, ${Math.round(speed)} a CPU second`)
  return speed
}

function ratio(theirs: number): void {
  console.log(`  parley reads ${(ours / theirs).toFixed(2)} times as fast`)
}

async function optional(name: string): Promise<Record<string, unknown> | null> {
  try {
    return (await import(name)) as Record<string, unknown>
  } catch {
    return null
  }
}
