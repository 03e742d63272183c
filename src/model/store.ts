// The store of a record as a port: what was published and what was read in it, what people ruled, the record as last settled, and the search
// over all of it. One adapter over SQLite stands in edge/store; another may stand beside it and is held to the same tests.
import type {Article, Refusal} from './article.ts'
import type {ReadDocument} from './reading.ts'
import type {Judgement, RecordFile} from './record.ts'

/** Which programs made a layer or a settled record: where one of them changed, it is made again. */
export interface Stamp {
  readonly version: string
  /** SHA-256 of the packs. */
  readonly packs: string
  /** Names and hashes of the model files. */
  readonly engine: string
}

/** What is known of a stored document without unpacking it. */
export interface StoredDocument {
  readonly id: string
  readonly sha256: string
  /** Its address without the fragment, else its guid; null where it has neither. */
  readonly place: string | null
  readonly file: string | null
  readonly publisher: string | null
  readonly published: string | null
  /** ISO date-time at which it was kept. */
  readonly added: string
}

export interface StoreCounts {
  readonly documents: number
  readonly judgements: number
  readonly refused: number
  /** Documents whose layers were made by other packs or another engine. */
  readonly outdated: number
  readonly first: string | null
  readonly last: string | null
  readonly bytes: number
}

export interface Store {
  readonly file: string
  readonly writable: boolean
  /** Grows with every change of documents or rulings, also by another program. */
  revision(): number
  byId(id: string): StoredDocument | null
  /** Documents with this text, at this address, oldest first. */
  bySha256(sha256: string): readonly StoredDocument[]
  byPlace(place: string): readonly StoredDocument[]
  stored(): readonly StoredDocument[]
  /** Keeps an article as it came in, with what was read in it, durably: when this returns it survives a power cut. False where the id is taken. */
  keep(article: Article, read: ReadDocument, stamp: Stamp): boolean
  /** What could not be read, so that no view forgets it; forgotten once the same input is read. */
  keepRefusal(refusal: Refusal): void
  refusals(): readonly Refusal[]
  /** In order of arrival, without tokens and names: linking does not look at them. */
  documents(): IterableIterator<ReadDocument>
  article(id: string): Article | null
  /** Ids of documents whose layers bear another stamp. */
  outdated(stamp: Stamp): readonly string[]
  replaceLayers(id: string, read: ReadDocument, stamp: Stamp): void
  judgements(): readonly Judgement[]
  appendJudgements(judgements: readonly Judgement[]): void
  /** The record as settled at this revision by these programs; null where it must be settled again. */
  settled(stamp: Stamp): RecordFile | null
  /** True where the kept record, and with it the index, is of this revision and these programs. */
  settledAt(stamp: Stamp): boolean
  /** A claim of an entry that the record held at some time: entries change their id when they gain a claim, claims never do. */
  claimOfPast(entry: string): string | null
  keepSettled(record: RecordFile, revision: number, stamp: Stamp): void
  /** Removes documents, their layers, index entries and the rulings that cite only them, so that no byte of them is left in the file. */
  forget(ids: readonly string[]): void
  /** Folders in which watching keeps what it fetched for this record, so that forgetting reaches them. */
  archives(): readonly string[]
  rememberArchive(folder: string): void
  counts(stamp: Stamp): StoreCounts
  /** Writes a copy of everything to a new file. */
  backup(file: string): Promise<void>
  close(): void
}
