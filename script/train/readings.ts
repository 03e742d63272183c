// Reads {"id","text"} lines from standard input and prints readings straight from the engine, in the shape that ../shared/eval/nlp scores.
import {createInterface} from 'node:readline'
import {loadEngineFiles} from '../../src/edge/files/engine.ts'
import {UPOS} from '../../src/model/tokens.ts'

const engine = loadEngineFiles(process.argv[2])
for await (const line of createInterface({input: process.stdin})) {
  const {id, text} = JSON.parse(line) as {id: string; text: string}
  const {sentences, tokens, names} = engine.analyze(text)
  const rows = Array.from({length: tokens.length}, (_, i) => [
    tokens.start[i],
    tokens.end[i],
    UPOS[tokens.upos[i]!],
    tokens.lemma(i),
    tokens.head[i],
    tokens.relations[tokens.deprel[i]!],
  ])
  const mentions = names
    .filter(name => name.type !== 'other')
    .map(({start, end, type}, entity) => ({start, end, type, entity, level: 'name'}))
  console.log(
    JSON.stringify({
      schema: 'parley/reading@1',
      id,
      text,
      sentences: sentences.map(({start, end}) => [start, end]),
      tokens: rows,
      mentions,
    }),
  )
}
