// Why a source gives no article: one line with a code and what to do, so that the others of a run are unaffected.
import type {Article, Refusal} from '../model/article.ts'

export type RefusalCode =
  | 'ingest/bad-json'
  | 'ingest/bad-sidecar'
  | 'ingest/binary'
  | 'ingest/corrupt'
  | 'ingest/deadline'
  | 'ingest/duplicate-id'
  | 'ingest/empty'
  | 'ingest/encrypted'
  | 'ingest/memory'
  | 'ingest/no-text'
  | 'ingest/pdf-encrypted'
  | 'ingest/pdf-no-text-layer'
  | 'ingest/too-large'
  | 'ingest/too-many'
  | 'ingest/unreadable'
  | 'ingest/unsupported'

export interface Place {
  readonly id?: string | null
  readonly file: string | null
}

/** A refusal names its document by the id given, else by its file, else `-` for standard input. */
export function refuse(place: Place, code: RefusalCode, message: string): Refusal {
  return {refused: true, id: place.id ?? place.file ?? '-', file: place.file, code, message}
}

export const isRefusal = (item: Article | Refusal): item is Refusal => 'refused' in item
