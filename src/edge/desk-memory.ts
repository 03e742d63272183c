// A desk over reports that were named on the command line: nothing is kept on disk, and it is gone when the program ends.
import type {Reader} from '../annotate/annotate.ts'
import type {Article, Refusal} from '../model/article.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, RecordFile} from '../model/record.ts'
import {link} from '../parley.ts'
import type {Desk, Kept} from './desk.ts'
import {locate} from './desk-catalogue.ts'
import {prepareJudgements} from './desk-rulings.ts'
import {scanRecord} from './desk-scan.ts'
import {isRefusal, readSafely, refusalWords} from './read-safely.ts'

export interface MemoryContents {
  readonly name: string
  readonly documents: readonly ReadDocument[]
  readonly judgements: readonly Judgement[]
  /** What could not be read: kept as Notes, so that no view forgets it. */
  readonly refused: readonly Refusal[]
  readonly reader: Reader
  /** An ISO date-time, for the rulings of people. */
  readonly now: () => string
  /** Who rules, where a line does not say. */
  readonly who: string | null
}

export function memoryDesk(contents: MemoryContents): Desk {
  const documents = [...contents.documents]
  const judgements = [...contents.judgements]
  const refused = [...contents.refused]
  let changes = 0
  let settled: RecordFile | null = null
  const record = (): RecordFile => {
    settled ??= withRefusals(link(documents, judgements, contents.reader), refused)
    return settled
  }
  const change = (): void => {
    changes++
    settled = null
  }
  return {
    name: contents.name,
    writable: true,
    revision: () => String(changes),
    record,
    judge(lines) {
      const made = prepareJudgements(lines, record(), {at: contents.now(), who: contents.who})
      judgements.push(...made)
      change()
      return made
    },
    async add(articles, onEach) {
      for await (const article of articles) {
        const kept = keep(article)
        if (kept.outcome !== 'known') change()
        onEach(kept)
      }
    },
    find: question => scanRecord(record(), question),
    locate: id => locate(record(), id),
    close() {},
  }

  function keep(article: Article | Refusal): Kept {
    const result = isRefusal(article)
      ? article
      : documents.some(known => known.id === article.id)
        ? null
        : readSafely(article, contents.reader)
    if (result === null) return {id: article.id, file: article.file, outcome: 'known', code: null, message: null}
    if (isRefusal(result)) {
      refused.push(result)
      return {id: result.id, file: result.file, outcome: 'refused', code: result.code, message: refusalWords(result)}
    }
    documents.push(result)
    return {id: result.id, file: result.file, outcome: 'added', code: null, message: null}
  }
}

/** A refused source is no document of the record, so its Note names it in words. */
export const withRefusals = (record: RecordFile, refused: readonly Refusal[]): RecordFile => ({
  ...record,
  notes: [...record.notes, ...refused.map(refusal => ({code: refusal.code, message: refusalWords(refusal), document: null, at: null}))],
})
