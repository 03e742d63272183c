// Reads a rich text file: one article, or the many that a press database hands out in one.
import {plainRtf} from '../../ingest/rtf.ts'
import {type Carrier, finishBundle, type Item} from './carrier.ts'

export const readRtf = (carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> =>
  finishBundle(carrier, plainRtf(Buffer.from(bytes).toString('latin1')))
