// From inputs to the record, for commands that only show it.
import type {Refusal} from '../../model/article.ts'
import type {RecordFile} from '../../model/record.ts'
import {type DeskOptions, openDesk} from './open-desk.ts'

export type GatherOptions = DeskOptions

export interface Gathered {
  readonly record: RecordFile
  readonly refused: readonly Refusal[]
}

export async function gather(named: readonly string[], options: GatherOptions): Promise<Gathered> {
  const {desk, refused} = await openDesk(named, options)
  const record = desk.record()
  desk.close()
  return {record, refused}
}
