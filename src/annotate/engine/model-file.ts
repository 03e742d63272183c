// The container of a trained file: a magic line, a JSON header with sets, licence and scores, then byte sections by name.

const MAGIC = 'parley-model-1\n'

export interface ModelFile {
  readonly header: ModelHeader
  readonly sections: ReadonlyMap<string, Uint8Array>
}

export interface ModelHeader {
  readonly name: string
  readonly licence: string
  readonly sets: readonly string[]
  readonly scores: Readonly<Record<string, number>>
  /** What the part itself needs: label lists, table sizes. */
  readonly setup: Readonly<Record<string, unknown>>
  readonly sections: readonly {readonly name: string; readonly length: number}[]
}

/** Reads an unpacked model file. Throws where it is none. */
export function readModelFile(bytes: Uint8Array): ModelFile {
  const decoder = new TextDecoder()
  if (decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('this is no model file of this version: run "npm run train"')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerLength = view.getUint32(MAGIC.length, true)
  let at = MAGIC.length + 4
  const header = JSON.parse(decoder.decode(bytes.subarray(at, at + headerLength))) as ModelHeader
  at += headerLength
  const sections = new Map<string, Uint8Array>()
  for (const {name, length} of header.sections) {
    sections.set(name, bytes.subarray(at, at + length))
    at += length
  }
  return {header, sections}
}

/** The bytes of a model file, unpacked; the same input gives the same bytes everywhere. */
export function writeModelFile(header: Omit<ModelHeader, 'sections'>, sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const encoder = new TextEncoder()
  const list = [...sections].map(([name, bytes]) => ({name, length: bytes.length}))
  const head = encoder.encode(JSON.stringify({...header, sections: list}))
  const magic = encoder.encode(MAGIC)
  const total = magic.length + 4 + head.length + list.reduce((sum, section) => sum + section.length, 0)
  const out = new Uint8Array(total)
  out.set(magic, 0)
  new DataView(out.buffer).setUint32(magic.length, head.length, true)
  let at = magic.length + 4
  out.set(head, at)
  at += head.length
  for (const bytes of sections.values()) {
    out.set(bytes, at)
    at += bytes.length
  }
  return out
}

/** A table of the file by its name: `trees` finds the sections trees.rows, trees.counts, trees.label, trees.weight. */
export function storedTable(
  file: ModelFile,
  name: string,
): {labels: number; bits: number; rows: Uint8Array; counts: Uint8Array; label: Uint8Array; weight: Int16Array} {
  const [labels, bits] = file.header.setup[`${name}.table`] as [number, number]
  const section = (part: string): Uint8Array => file.sections.get(`${name}.${part}`) ?? new Uint8Array(0)
  return {
    labels,
    bits,
    rows: section('rows'),
    counts: section('counts'),
    label: section('label'),
    weight: joinBytes(section('weight')),
  }
}

/** Numbers of sixteen bits as two planes, all low bytes and then all high bytes: the second is nearly all zeros and packs to nothing. */
export function splitBytes(numbers: Int16Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 2)
  for (let i = 0; i < numbers.length; i++) {
    // zigzag: small negative numbers have an empty high byte too
    const folded = (numbers[i]! << 1) ^ (numbers[i]! >> 15)
    bytes[i] = folded & 255
    bytes[numbers.length + i] = (folded >> 8) & 255
  }
  return bytes
}

function joinBytes(bytes: Uint8Array): Int16Array {
  const numbers = new Int16Array(bytes.length / 2)
  for (let i = 0; i < numbers.length; i++) {
    const folded = bytes[i]! | (bytes[numbers.length + i]! << 8)
    numbers[i] = (folded >>> 1) ^ -(folded & 1)
  }
  return numbers
}
