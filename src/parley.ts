// Composition root and public API: the one file that knows all stages.
import {annotate, type Reader} from './annotate/annotate.ts'
import {extractClaims} from './extract/extract.ts'
import {type GrowingRecord, growRecord} from './link/grow.ts'
import {settle} from './link/settle.ts'
import type {Article} from './model/article.ts'
import type {ReadDocument} from './model/reading.ts'
import type {Judgement, RecordFile} from './model/record.ts'
import {findPublished} from './text/time/published.ts'

export const VERSION = '0.1.0'

/** Reads one article: all layers and all claims. Offsets are UTF-16 units into its text, times EDTF. Never throws on text. */
export function read(article: Article, reader: Reader): ReadDocument {
  const document = annotate(dated(article, reader), reader)
  return {...document, claims: extractClaims(document, reader.packs)}
}

/** Links read documents into the record. The order of the documents shows only in `documents`. */
export function link(documents: readonly ReadDocument[], judgements: readonly Judgement[], reader: Reader): RecordFile {
  return settle(documents, judgements, reader.packs, madeBy(reader))
}

/** A record that grows: whatever the order and grouping of what is added, it is the record that `link` gives for all at once. */
export const grow = (reader: Reader): GrowingRecord => growRecord(reader.packs, madeBy(reader))

const madeBy = ({packs, engine}: Reader): RecordFile['made'] => ({version: VERSION, packs: [packs.hash], models: [engine.id]})

/** Fills a missing publication date where dateline, address or text show the day itself, and says so; "near that day" leaves it open. */
function dated(article: Article, {packs}: Reader): Article {
  if (article.published !== null) return article
  const found = findPublished(article, packs.times)
  if (found === null) return article
  const isDay = !found.published.includes('~')
  const message = isDay
    ? `Publication date ${found.published} taken from the ${found.publishedFrom} (${found.rule})`
    : `No publication date; the ${found.publishedFrom} only shows that it is near ${found.published.replace('~', '')}, so relative dates stay open`
  const note = {code: isDay ? 'ingest/date-found' : 'ingest/date-near', message, ...(found.at === null ? {} : {at: found.at})}
  return {...article, ...(isDay ? {published: found.published, publishedFrom: found.publishedFrom} : {}), notes: [...article.notes, note]}
}
