// `parley verify`: a shared record against the reader's own copies of the reports.
import {readFileSync} from 'node:fs'
import {verifyCitations} from '../../../brief/verify.ts'
import {counted} from '../../../brief/words.ts'
import type {RecordFile} from '../../../model/record.ts'
import {isRefusal} from '../../read-safely.ts'
import {whyNot} from '../../why-not.ts'
import type {InputOptions} from '../inputs.ts'
import {harmless, print} from '../output.ts'
import {openSources} from '../reader.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

export async function runVerify(file: string, named: readonly string[], options: InputOptions): Promise<void> {
  const record = readRecord(file)
  const texts = new Map<string, string>()
  if (named.length > 0)
    for await (const source of openSources(named, options)) if (!isRefusal(source)) texts.set(source.sha256, source.text)
  const {checked, wrong, missing} = verifyCitations(record, texts)
  const words = [
    `${counted(checked, 'citation')} checked, ${wrong.length} wrong; ${counted(record.documents.length - missing.length, 'report')} of ${record.documents.length} at hand`,
    ...wrong
      .slice(0, SHOWN)
      .map(({document, start, end, quote}) => `  ${document.slice(0, 16)}:${start}-${end} is not “${quote.slice(0, 80)}”`),
  ]
  await print(harmless(words.join('\n')))
  process.exitCode = wrong.length > 0 || missing.length > 0 ? EXIT.someNotRead : EXIT.allRead
}

const SHOWN = 10

function readRecord(file: string): RecordFile {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as RecordFile
    if (record.schema === 'parley/record@1') return record
  } catch (error) {
    throw new WrongCall('verify/unreadable', `${file}: ${whyNot(error)}`)
  }
  throw new WrongCall('verify/no-record', `${file}: it is no record; "parley export --no-text" writes one`)
}
