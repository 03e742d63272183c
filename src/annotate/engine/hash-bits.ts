// Bits known of hashed words: a table that is filled from sorted numbers in a few milliseconds and holds no strings.
import {readDeltas} from './weights.ts'

export interface HashBits {
  readonly keys: Int32Array
  /** 0 where the place is free. */
  readonly bits: Uint16Array
}

/** Hashes are stored from the lowest 32-bit number up. */
export const FIRST_HASH = -(2 ** 31)

/** From sorted hashes as differences and their bits, all low bytes and then all high bytes. */
export function hashBitsOf(hashes: Uint8Array, bits: Uint8Array): HashBits {
  const count = bits.length / 2
  let places = 2
  while (places < 2 * count) places *= 2
  const table = {keys: new Int32Array(places), bits: new Uint16Array(places)}
  readDeltas(hashes, (hash, n) => {
    const key = (hash + FIRST_HASH) | 0
    const at = placeOf(table, key)
    table.keys[at] = key
    table.bits[at] = bits[n]! | (bits[count + n]! << 8)
  })
  return table
}

/** Bits of a hash, 0 where it is unknown. */
export const bitsOf = (table: HashBits, key: number): number => table.bits[placeOf(table, key)]!

/** Where a hash stands or would stand. */
function placeOf({keys, bits}: HashBits, key: number): number {
  const mask = keys.length - 1
  let at = key & mask
  while (bits[at] !== 0 && keys[at] !== key) at = (at + 1) & mask
  return at
}
