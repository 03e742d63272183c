// The record case: which layers, which inputs, `==>`, and the lines that the record of those inputs must hold, with the marks of every case.
import {readdirSync} from 'node:fs'
import {packagePath} from '../../src/edge/files/root.ts'
import {RECORD_LAYERS, type RecordLayer} from '../../src/text/record-notation.ts'
import {type ExpectedLine, readLine} from './file.ts'

export interface RecordCase {
  readonly layers: readonly RecordLayer[]
  /** Folder of the reports, below the package. */
  readonly inputs: string
  /** Everything up to and with `==>`, kept as it is. */
  readonly head: string
  readonly expected: readonly ExpectedLine[]
}

/** Absolute paths of cases/records/NAME/record.md, sorted. */
export function recordCaseFiles(): string[] {
  return readdirSync(packagePath('cases', 'records'))
    .sort()
    .map(name => packagePath('cases', 'records', name, 'record.md'))
}

/** Throws where the head names no layers or no inputs. */
export function parseRecordCase(source: string, path: string): RecordCase {
  const end = source.indexOf('\n==>\n') + 5
  const head = source.slice(0, end)
  const layers = (/^layers: (.+)$/m.exec(head)?.[1] ?? '').split(', ') as RecordLayer[]
  const inputs = /^inputs: (.+)$/m.exec(head)?.[1]
  const unknown = layers.find(layer => !RECORD_LAYERS.includes(layer))
  if (end < 5 || !inputs || unknown !== undefined)
    throw new Error(`${path}: wanted are "layers: …", "inputs: …" and ==>; found "${unknown ?? ''}"`)
  const expected = source
    .slice(end)
    .split('\n')
    .map(readLine)
    .filter(line => line !== null)
  return {layers, inputs, head, expected}
}
