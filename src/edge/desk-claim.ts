// Reads a draft as any report is read, puts it to the record, and lets it go: it enters nothing.
import type {Reader} from '../annotate/annotate.ts'
import {checkDraft} from '../brief/claim.ts'
import {MAX_DOCUMENT} from '../ingest/article.ts'
import {readGivenDate} from '../ingest/dates.ts'
import {splitFrontMatter} from '../ingest/front-matter.ts'
import type {ClaimAnswers} from '../model/claim-answer.ts'
import type {RecordFile} from '../model/record.ts'
import {read} from '../parley.ts'
import {claimTools} from './claim-tools.ts'
import {finish} from './files/carrier.ts'
import {ParleyError} from './parley-error.ts'
import {isRefusal} from './read-safely.ts'

/** Throws ParleyError with the code of the refusal, such as `ingest/empty`. */
export async function answerDraft(text: string, published: string | null, record: RecordFile, reader: Reader): Promise<ClaimAnswers> {
  const split = splitFrontMatter(text)
  const carrier = {file: null, given: split.given, page: reader.packs.page, maxDocument: MAX_DOCUMENT, depth: 0}
  const article = await finish(carrier, split.text)
  if (isRefusal(article)) throw new ParleyError(article.code, article.message)
  const date = published ?? article.published
  const dated = {
    ...article,
    published: date === null ? null : readGivenDate(date),
    publishedFrom: date === null ? null : ('given' as const),
  }
  return checkDraft(read(dated, reader), record, claimTools(reader))
}
