// Reads a stream of sources in input order, inline or on worker threads. A document whose reading fails is one refusal; the run goes on.
import type {Reader} from '../annotate/annotate.ts'
import type {Article, Refusal} from '../model/article.ts'
import type {ReadDocument} from '../model/reading.ts'
import {read} from '../parley.ts'

export const isRefusal = (source: object): source is Refusal => 'refused' in source

/** Text must never throw; where it does all the same, the document is refused with the reason and the others are unharmed. */
export function readSafely(article: Article, reader: Reader): ReadDocument | Refusal {
  try {
    return read(article, reader)
  } catch (error) {
    const message = `${article.file ?? article.id}: could not be read (${error instanceof Error ? error.message : String(error)}); please report it`
    return {refused: true, id: article.id, file: article.file, code: 'read/failed', message}
  }
}

/** Of a document that its thread gave back unread. */
export function refuseUnread({id, file}: Article | Refusal, code: string, reason: string): Refusal {
  return {refused: true, id, file, code, message: `${file ?? id}: could not be read (${reason})`}
}

/** What was not read and why, always with the name of the input. */
export const refusalWords = ({file, id, message}: Refusal): string => (message.includes(file ?? id) ? message : `${file ?? id}: ${message}`)
