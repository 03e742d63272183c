// From read documents and judgements to the record. Pure: the same documents in any order give the same record.
import type {Packs} from '../model/packs.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, RecordFile} from '../model/record.ts'

export function settle(
  _documents: readonly ReadDocument[],
  _judgements: readonly Judgement[],
  _packs: Packs,
  _made: RecordFile['made'],
): RecordFile {
  throw new Error('not written yet')
}
