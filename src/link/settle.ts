// From read documents and judgements to the record: a record that grows once. Pure: the same documents in any order give the same record, apart
// from the list of documents, which keeps the order in which they were given.
import type {Packs} from '../model/packs.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, RecordFile} from '../model/record.ts'
import {growRecord} from './grow.ts'

export function settle(
  documents: readonly ReadDocument[],
  judgements: readonly Judgement[],
  packs: Packs,
  made: RecordFile['made'],
): RecordFile {
  const growing = growRecord(packs, made)
  growing.judge(judgements)
  growing.add(documents)
  return growing.record()
}
