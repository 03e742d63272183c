// Tokens a second of one core from raw text, all layers, and the time to load the models; beside wink-nlp (sentences, tags, lemmas, names of
// its own) and compromise (tags, lemmas, people, places) on the same text in the same process. `node dist/bench/engine.js [FILE]`,
// FILE with one {"id","text"} a line.
import {readFileSync} from 'node:fs'
import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP, {type ItsFunction} from 'wink-nlp'
import {loadEngineFiles} from '../src/edge/files/engine.ts'

const SAMPLE =
  '“The delegation is still working,” government spokesman Orlo Vashenko told reporters in Sorrend on Friday. Mirvan and Kalvia agreed to extend the truce by 30 days, but the Kalvian foreign minister, Ada Rennick, said that two of the five points were still open.\n\n'
/** The generated text is read this often by each program; the best round counts, since other processes only ever make one slower. */
const ROUNDS = 3
const WARM = 40

const file = process.argv[2]
const texts =
  file === undefined
    ? Array.from({length: 200}, () => SAMPLE.repeat(5))
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => (JSON.parse(line) as {text: string}).text)

const cpu = (): number => process.cpuUsage().user / 1e6

const beforeLoad = cpu()
const engine = loadEngineFiles()
engine.analyze('Load.')
console.log(`load ${(cpu() - beforeLoad).toFixed(2)} s`)

const ours = measure('parley, all layers', text => engine.analyze(text).tokens.length)
const wink = winkNLP(model)
const {its} = wink
ratio(
  'wink-nlp',
  measure('wink-nlp, sentences, tags, lemmas, entities', text => {
    const document = wink.readDoc(text)
    document.sentences().out()
    document.entities().out()
    document.tokens().out(its.pos)
    document.tokens().out(its.lemma as ItsFunction<string>)
    return document.tokens().length()
  }),
)
ratio(
  'compromise',
  measure('compromise, tags, people, places, organizations', text => {
    const document = nlp(text)
    document.topics().out('array')
    return document.terms().length
  }),
)

/** Tokens of the program's own cutting that it reads a second. */
function measure(name: string, read: (text: string) => number): number {
  for (const text of texts.slice(0, WARM)) read(text)
  let best = 0
  let tokens = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begin = cpu()
    tokens = 0
    for (const text of texts) tokens += read(text)
    best = Math.max(best, tokens / (cpu() - begin))
  }
  console.log(`${name}: ${tokens} tokens, ${Math.round(best)} a CPU second`)
  return best
}

function ratio(name: string, theirs: number): void {
  console.log(`  parley reads ${(ours / theirs).toFixed(2)} times as fast as ${name}`)
}
