// Scores pairs of names from standard input and prints them with `score` and `because`; with --speed it measures pairs a second, warm.
import {readFileSync} from 'node:fs'
import {readPackFiles} from '../src/edge/files/packs.ts'
import {readNamesPack} from '../src/pack/names.ts'
import {scoreNames} from '../src/text/names/score.ts'

const pack = readNamesPack(readPackFiles())
const pairs = readFileSync(0, 'utf8')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line) as {a: string; b: string})

if (process.argv.includes('--speed')) {
  for (const {a, b} of pairs) scoreNames(a, b, pack)
  const rounds = Math.ceil(100_000 / pairs.length)
  const start = performance.now()
  for (let round = 0; round < rounds; round++) for (const {a, b} of pairs) scoreNames(a, b, pack)
  const seconds = (performance.now() - start) / 1000
  console.log(`${Math.round((rounds * pairs.length) / seconds)} pairs a second, warm`)
} else for (const {a, b} of pairs) process.stdout.write(`${JSON.stringify({a, b, ...scoreNames(a, b, pack)})}\n`)
