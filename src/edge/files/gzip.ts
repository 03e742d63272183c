// Reads one gzipped file as what it holds.
import type {Carrier, Item} from './carrier.ts'
import type {MemberReader} from './foreign.ts'
import {inflate} from './inflate.ts'

export async function* readGzip(carrier: Carrier, bytes: Uint8Array, readMember: MemberReader): AsyncGenerator<Item> {
  const name = (carrier.file ?? 'gzip').replace(/^.*[\\/]/, '').replace(/\.(?:gz|gzip)$/i, '')
  yield* readMember(name, inflate(bytes, 'gzip'), {given: carrier.given})
}
