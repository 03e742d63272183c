// Reads CSV and TSV, a document a row.
import {basename} from 'node:path'
import {refuse} from '../../ingest/refusal.ts'
import {readTable} from '../../ingest/table.ts'
import {type Carrier, type Item, readLine} from './carrier.ts'
import {decode} from './detectors.ts'
import {ReadFailure} from './read-failure.ts'

const SHOWN_COLUMNS = 12

export async function* readTableFile(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const table = readTable(decode(bytes, null).text, carrier.columns ?? {})
  if ('textless' in table) {
    const file = carrier.file === null ? 'FILE' : basename(carrier.file)
    throw new ReadFailure(
      'ingest/unsupported',
      `no column is known to hold texts (${table.textless.slice(0, SHOWN_COLUMNS).join(', ')}): name it "text", or map it in meta.yaml as ${file}: {columns: {text: NAME}}`,
    )
  }
  for (const [i, row] of table.rows.entries()) {
    if (row['text'] === undefined) yield refuse({id: row['id'] ?? null, file: carrier.file}, 'ingest/empty', `row ${i + 2} has no text`)
    else yield await readLine(carrier, JSON.stringify(row), i + 2)
  }
}
