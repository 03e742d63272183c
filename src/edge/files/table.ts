// Reads CSV and TSV, a document a row.
import {readTableRows} from '../../ingest/table.ts'
import {type Carrier, type Item, readLine} from './carrier.ts'
import {decode} from './detectors.ts'
import {ReadFailure} from './read-failure.ts'

export async function* readTable(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const rows = readTableRows(decode(bytes, null).text)
  if (rows === null) throw new ReadFailure('ingest/unsupported', 'no column is named text, body or content')
  for (const [i, row] of rows.entries()) yield await readLine(carrier, JSON.stringify(row), i + 2)
}
