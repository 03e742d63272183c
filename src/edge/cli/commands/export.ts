// `parley export`: the whole record as one JSON object.
import {type GatherOptions, gather} from '../gather.ts'
import {print} from '../output.ts'
import {EXIT} from '../wrong-call.ts'

export interface ExportOptions extends GatherOptions {
  readonly format: 'json'
  /** False with --no-text. */
  readonly text: boolean
}

export async function runExport(named: readonly string[], options: ExportOptions): Promise<void> {
  const {record, refused} = await gather(named, options)
  const documents = options.text ? record.documents : record.documents.map(document => ({...document, text: null}))
  await print(JSON.stringify({...record, documents}))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
}
