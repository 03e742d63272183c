// Reads a rich text file.
import {plainRtf} from '../../ingest/rtf.ts'
import {type Carrier, finish, type Item} from './carrier.ts'

export const readRtf = (carrier: Carrier, bytes: Uint8Array): Promise<Item> =>
  finish(carrier, plainRtf(Buffer.from(bytes).toString('latin1')))
