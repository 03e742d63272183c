// How many sentences a second of processor time extraction takes after parsing. `node dist/bench/extract.js [TEXT-FILE…]`
import {readFileSync} from 'node:fs'
import {articleOf} from '../script/cases/article.ts'
import {parseCaseFile} from '../script/cases/file.ts'
import {caseFiles} from '../script/cases/find.ts'
import {annotate} from '../src/annotate/annotate.ts'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {loadPacks} from '../src/edge/files/packs.ts'
import {extractClaims} from '../src/extract/extract.ts'

const ROUNDS = 10
const packs = loadPacks()
const engine = loadEngineFiles()
const given = process.argv.slice(2)
const texts =
  given.length > 0
    ? given.map(path => readFileSync(path, 'utf8'))
    : caseFiles()
        .filter(path => path.includes('extract'))
        .flatMap(path => parseCaseFile(readFileSync(path, 'utf8'), path).cases.map(one => one.text))
const documents = texts.map(text => annotate(articleOf(text, {published: '2031-06-12'}), {packs, engine}))
for (let round = 1; round <= ROUNDS; round++) {
  const started = process.cpuUsage()
  let sentences = 0
  let claims = 0
  for (const document of documents) {
    sentences += document.sentences.length
    claims += extractClaims(document, packs).length
  }
  const {user, system} = process.cpuUsage(started)
  console.log(
    `round ${round}: ${Math.round(sentences / ((user + system) / 1e6))} sentences a CPU-second, ${claims} claims from ${sentences} sentences`,
  )
}
