// Runs the cases and prints what differs; `--update` writes today's lines into the files, new ones marked `!` until a person signs them.
// `npm run cases -- [--update] [PATH-PART…]`
import {readFileSync, writeFileSync} from 'node:fs'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {loadPacks} from '../src/edge/files/packs.ts'
import {articleOf} from './cases/article.ts'
import {judge, parseCaseFile, updateExpected, writeCaseFile} from './cases/file.ts'
import {caseFiles} from './cases/find.ts'
import {linesOf} from './cases/said.ts'

const words = process.argv.slice(2)
const isUpdate = words.includes('--update')
const wanted = words.filter(word => !word.startsWith('--'))
const reader = {packs: loadPacks(), engine: loadEngineFiles()}
let plain = 0
let missed = 0
let wrong = 0

for (const path of caseFiles().filter(path => wanted.length === 0 || wanted.some(part => path.includes(part)))) {
  const file = parseCaseFile(readFileSync(path, 'utf8'), path)
  const updated = file.cases.map(one => {
    const said = linesOf(articleOf(one.text, one.known), file.layers, reader)
    const verdict = judge(one.expected, said)
    const differences = [
      ...verdict.lost.map(line => `  lost      ${line}`),
      ...verdict.unsigned.map(line => `  unsigned  ${line}`),
      ...verdict.improved.map(line => `  improved  ${line}`),
    ]
    if (differences.length > 0) console.log(`${path} # ${one.title}\n${differences.join('\n')}`)
    const expected = isUpdate ? updateExpected(one.expected, said) : one.expected
    for (const line of expected) {
      if (line.mark === 'plain') plain++
      else if (line.mark === 'missed') missed++
      else wrong++
    }
    return {...one, expected}
  })
  if (isUpdate) writeFileSync(path, writeCaseFile({...file, cases: updated}))
}
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))
console.log(
  `${plain} right, ${missed} missed (?), ${wrong} wrong (!): precision ${percent(plain, plain + wrong)}, recall ${percent(plain, plain + missed)}`,
)
