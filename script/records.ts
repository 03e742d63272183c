// Prints how the records of cases/records differ from what their record.md expects; `--update` writes today's lines into the files, new ones
// marked `!` until a person signs them. `node dist/script/records.js [--update]`
import {readFileSync, writeFileSync} from 'node:fs'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {loadPacks} from '../src/edge/files/packs.ts'
import {packagePath} from '../src/edge/files/root.ts'
import {readSources} from '../src/edge/files/sources.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {link, read} from '../src/parley.ts'
import {writeRecord} from '../src/text/record-notation.ts'
import {judge, updateExpected, writeExpected} from './cases/file.ts'
import {parseRecordCase, recordCaseFiles} from './cases/record-file.ts'

const reader = {packs: loadPacks(), engine: loadEngineFiles()}
for (const path of recordCaseFiles()) {
  const one = parseRecordCase(readFileSync(path, 'utf8'), path)
  const documents: ReadDocument[] = []
  for await (const source of readSources([packagePath(one.inputs)], {packs: reader.packs}))
    if (!('refused' in source)) documents.push(read(source, reader))
  const said = writeRecord(link(documents, [], reader), one.layers)
  const verdict = judge(one.expected, said)
  for (const line of verdict.lost) console.log(`lost      ${line}`)
  for (const line of verdict.unsigned) console.log(`unsigned  ${line}`)
  for (const line of verdict.improved) console.log(`improved  ${line}`)
  console.log(`${path}: ${verdict.plain} right, ${verdict.missed} missed (?), ${verdict.wrong} wrong (!)`)
  if (process.argv.includes('--update')) writeFileSync(path, `${one.head}\n${writeExpected(updateExpected(one.expected, said))}`)
}
