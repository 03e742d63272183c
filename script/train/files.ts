// Writes model files: a gzip made in plain JavaScript without a time stamp, so that the same training gives the same bytes on every machine.
import {createHash} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'fflate'
import {writeModelFile} from '../../src/annotate/engine/model-file.ts'

export const MODEL_LICENCE = 'CC-BY-SA-4.0'

export interface TrainedFile {
  readonly name: string
  readonly sets: readonly string[]
  readonly scores: Readonly<Record<string, number>>
  readonly setup: Readonly<Record<string, unknown>>
  readonly sections: ReadonlyMap<string, Uint8Array>
}

export function saveModelFile(
  folder: string,
  {name, sets, scores, setup, sections}: TrainedFile,
): {path: string; bytes: number; sha256: string} {
  const plain = writeModelFile({name, licence: MODEL_LICENCE, sets, scores, setup}, sections)
  const packed = gzipSync(plain, {level: 9, mtime: 0})
  mkdirSync(folder, {recursive: true})
  const path = join(folder, `${name}.bin`)
  writeFileSync(path, packed)
  return {path, bytes: packed.length, sha256: createHash('sha256').update(packed).digest('hex')}
}

export const jsonSection = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
