// Hashes of words and features. Trainer and run time share this file: a change here makes every trained file worthless.

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193

/** Number of a string, 32 bits (FNV-1a over UTF-16 units). */
export function hashText(text: string): number {
  let hash = FNV_START
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME)
  return spread(hash)
}

/** Last mixing step of MurmurHash3, so that every bit of the input reaches the low bits. */
export function spread(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b | 0)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35 | 0)
  return h ^ (h >>> 16)
}

/** Feature of template `template` with one value. */
export function feature1(template: number, a: number): number {
  const h = Math.imul(a ^ Math.imul(template, 0x9e3779b1 | 0), 0x85ebca6b | 0)
  return h ^ (h >>> 15)
}

/** Feature of two values. */
export function feature2(template: number, a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1 | 0), 0x85ebca6b | 0)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0xc2b2ae35 | 0)
  return h ^ (h >>> 15)
}

/** Feature of three values. */
export function feature3(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1 | 0), 0x85ebca6b | 0)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0xc2b2ae35 | 0)
  h = Math.imul(h ^ (h >>> 13) ^ c, 0x27d4eb2f)
  return h ^ (h >>> 15)
}
