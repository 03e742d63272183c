// Reads an HTML page in the worker.
import type {Decoded} from '../../ingest/decode.ts'
import {readPage} from '../../ingest/html/page.ts'
import {type Carrier, finish, type Item} from './carrier.ts'
import {decode} from './detectors.ts'
import {ReadFailure} from './read-failure.ts'

/** Where browsers look for the label. */
const LABEL_WITHIN = 4096
const LABEL = /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,30})/i
/** A page above it is no report; Node's parser needs 60 times its size. */
const LARGEST_PAGE = 5 * 1024 * 1024

export const readHtmlPage = (carrier: Carrier, bytes: Uint8Array): Promise<Item> => readHtml(carrier, bytes)

/** The page's characters. `declared` is the label of its carrier, which outranks its own. */
export function decodePage(bytes: Uint8Array, declared: string | null): Decoded {
  return decode(bytes, declared ?? LABEL.exec(Buffer.from(bytes.subarray(0, LABEL_WITHIN)).toString('latin1'))?.[1] ?? null)
}

export async function readHtml(carrier: Carrier, bytes: Uint8Array, declared: string | null = null): Promise<Item> {
  if (bytes.length > LARGEST_PAGE)
    throw new ReadFailure('ingest/too-large', `the page has ${bytes.length} bytes, more than ${LARGEST_PAGE}`)
  const {text: html, notes} = decodePage(bytes, declared)
  if (html.trim() === '') throw new ReadFailure('ingest/empty', 'there is nothing in it')
  const page = readPage(html, carrier.address ?? carrier.given.uri ?? null, carrier.page)
  if (page.text === '')
    throw new ReadFailure('ingest/no-text', 'the page holds no running text; it may be built by a script, which is not run')
  return finish(carrier, page.text, page.found, [...notes, ...page.notes])
}
