// Prints what ingest makes of its inputs, one line a document in the shape of a reading without layers: for measuring ingest alone.
// With --each every input is a run of its own, so that two feeds that carry the same entry are both read.
import {loadPacks} from '../src/edge/files/packs.ts'
import {readSources, SourceError} from '../src/edge/files/sources.ts'
import {isRefusal} from '../src/ingest/refusal.ts'

const CONTROLS = /[\u007f-\u009f]/g

const inputs = process.argv.slice(2).filter(argument => !argument.startsWith('--') || argument === '--')
const runs = process.argv.includes('--each') ? inputs.map(input => [input]) : [inputs.length === 0 ? ['-'] : inputs]

async function* readRuns() {
  for (const run of runs) yield* readSources(run, {packs: loadPacks()})
}

try {
  for await (const item of readRuns()) {
    const line = isRefusal(item)
      ? {schema: 'parley/reading@1', id: item.id, file: item.file, error: {code: item.code, message: item.message}}
      : {schema: 'parley/reading@1', ...item}
    if (isRefusal(item)) process.exitCode = 1
    process.stdout.write(`${JSON.stringify(line).replace(CONTROLS, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`)
  }
} catch (error) {
  if (!(error instanceof SourceError)) throw error
  process.stderr.write(`${error.code}: ${error.message}\n`)
  process.exitCode = 2
}
