// `parley add`: reads reports and keeps each in the record before the next; a line tells each that is on the disk.
import type {Kept} from '../../desk.ts'
import {type InputOptions, type RecordOptions, recordFileOf} from '../inputs.ts'
import {openRecord} from '../open-desk.ts'
import {goOnUnheard, harmless, print} from '../output.ts'
import {startProgress} from '../progress.ts'
import {readAhead} from '../read-ahead.ts'
import {openSources} from '../reader.ts'
import {EXIT} from '../wrong-call.ts'

interface AddOptions extends InputOptions, Pick<RecordOptions, 'record'> {
  readonly json?: true
  readonly jobs: number
}

export async function runAdd(named: readonly string[], options: AddOptions): Promise<void> {
  goOnUnheard()
  const sources = openSources(named, options)
  const desk = await openRecord(recordFileOf(options), 'make')
  const counts = {added: 0, known: 0, version: 0, refused: 0}
  const progress = startProgress(null)
  let printing: Promise<void> = Promise.resolve()
  try {
    const tell = (kept: Kept): void => {
      counts[kept.outcome]++
      if (kept.outcome === 'refused') {
        progress.end()
        process.stderr.write(`parley: not read: ${harmless(kept.message ?? kept.id)} (${kept.code})\n`)
      }
      if (options.json) printing = printing.then(() => print(JSON.stringify(kept)))
      else if (kept.outcome !== 'refused') printing = printing.then(() => print(lineOf(kept)))
      progress.step(counts.added + counts.known + counts.version + counts.refused, kept.id)
    }
    if (options.jobs > 1) await desk.addRead(readAhead(sources, desk, options.jobs), tell)
    else await desk.add(sources, tell)
  } finally {
    progress.end()
    desk.close()
  }
  await printing
  const versions = counts.version > 0 ? `, ${counts.version} as another version` : ''
  process.stderr.write(`parley: ${counts.added} added${versions}, ${counts.known} known, ${counts.refused} not read\n`)
  process.exitCode = counts.refused > 0 ? EXIT.someNotRead : EXIT.allRead
}

const lineOf = ({outcome, id, file}: Kept): string => harmless(`${outcome.padEnd(8)} ${id.slice(0, SHORT)}  ${file ?? ''}`.trimEnd())

/** First letters of an id: enough to name a report by. */
const SHORT = 16
