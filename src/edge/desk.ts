// The one port between the outside (page, API, MCP, commands) and a record: what is in it, what people rule, what is found, what a claim meets.
// A desk in memory serves named inputs; a desk over a store keeps what it is given. Nobody outside `edge/store` knows which one it talks to.
import type {Article, Refusal} from '../model/article.ts'
import type {ClaimAnswers} from '../model/claim-answer.ts'
import type {Judgement, RecordFile} from '../model/record.ts'

export interface Desk {
  /** The record file's path, or what was named on the command line. */
  readonly name: string
  /** False for a record that may only be read. */
  readonly writable: boolean
  /** Changes whenever the record does: an ETag. */
  revision(): string
  /** The settled record, the same object until the revision changes. */
  record(): RecordFile
  /** Appends people's judgements, settles again, and gives them back with id, who and when. Throws ParleyError `judgement/…` for an unknown id, kind or field. */
  judge(lines: readonly NewJudgement[]): readonly Judgement[]
  /** Reads and keeps articles; known ones are left alone. Reports each as it is kept. */
  add(articles: AsyncIterable<Article | Refusal>, onEach: (kept: Kept) => void): Promise<void>
  find(question: Question): Findings
  /** The record of the reports that were published before a day (ISO); undated ones belong to it. */
  before(day: string): RecordFile
  /** Puts a sentence or a draft to the record: carried by, in conflict with, or not found. The draft enters nothing. */
  claim(text: string, published: string | null): Promise<ClaimAnswers>
  /** The entry that now holds a claim, or that an entry of an earlier state of the record has become: links and bookmarks stay good. Null if unknown. */
  locate(id: string): string | null
  close(): void
}

export type NewJudgement = Pick<Judgement, 'kind' | 'of'> & Partial<Pick<Judgement, 'field' | 'value' | 'reason' | 'because' | 'who'>>

export interface Kept {
  readonly id: string
  /** Path as given; null for a report from a stream. */
  readonly file: string | null
  readonly outcome: 'added' | 'known' | 'version' | 'refused'
  readonly code: string | null
  readonly message: string | null
}

/** A search: the words as typed (phrases in quotation marks, OR, -word, and fields such as person: issue: outlet: from: to: status: origins:), and a page of it. */
export interface Question {
  readonly words: string
  readonly offset: number
  readonly limit: number
}

export interface Findings {
  readonly total: number
  readonly hits: readonly Hit[]
  /** What of the words could not be understood, in plain words. */
  readonly notes: readonly string[]
}

/** A sentence of a document or an entry of the record. Marks are offsets into `excerpt`, UTF-16 units. */
export interface Hit {
  readonly kind: 'sentence' | 'event' | 'position' | 'agreement' | 'utterance' | 'entity'
  /** Id of the entry, null for a sentence that no entry rests on. */
  readonly id: string | null
  readonly document: string
  readonly start: number
  readonly end: number
  readonly excerpt: string
  readonly marks: readonly (readonly [number, number])[]
}
