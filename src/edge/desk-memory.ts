// A desk over reports that were named on the command line: nothing is kept on disk, and it is gone when the program ends.
import type {Reader} from '../annotate/annotate.ts'
import {firstDay} from '../brief/dates.ts'
import type {GrowingRecord} from '../link/grow.ts'
import type {Article, Refusal} from '../model/article.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {Judgement, RecordFile} from '../model/record.ts'
import {grow, link} from '../parley.ts'
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
  // Made when somebody first looks; from then on only what changes is settled anew.
  let growing: GrowingRecord | null = null
  const record = (): RecordFile => {
    growing ??= grown(documents, judgements, contents.reader)
    settled ??= withRefusals(growing.record(), refused)
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
      growing?.judge(made)
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
    before: day =>
      link(
        documents.filter(({published}) => isBefore(published, day)),
        judgements,
        contents.reader,
      ),
    claim: async (text, published) => (await import('./desk-claim.ts')).answerDraft(text, published, record(), contents.reader),
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
    growing?.add([result])
    return {id: result.id, file: result.file, outcome: 'added', code: null, message: null}
  }
}

/** A growing record that holds these documents and rulings. */
export function grown(documents: readonly ReadDocument[], judgements: readonly Judgement[], reader: Reader): GrowingRecord {
  const growing = grow(reader)
  growing.add(documents)
  growing.judge(judgements)
  return growing
}

/** An undated report belongs to every day. */
export const isBefore = (published: string | null, day: string): boolean => {
  const first = firstDay(published)
  return first === null || first < day
}

/** A refused source is no document of the record, so its Note names it in words. */
export const withRefusals = (record: RecordFile, refused: readonly Refusal[]): RecordFile => ({
  ...record,
  notes: [...record.notes, ...refused.map(refusal => ({code: refusal.code, message: refusalWords(refusal), document: null, at: null}))],
})
