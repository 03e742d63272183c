// Checks a record that was shared without texts against the reader's own copies: every citation must stand there, letter by letter.
import type {Citation, RecordFile} from '../model/record.ts'

export interface Verified {
  readonly checked: number
  readonly wrong: readonly Citation[]
  /** Documents of the record that no file has. */
  readonly missing: readonly string[]
}

/** `texts` by SHA-256. */
export function verifyCitations(record: RecordFile, texts: ReadonlyMap<string, string>): Verified {
  const textOf = new Map(record.documents.map(({id, sha256, text}) => [id, texts.get(sha256) ?? text]))
  const missing = record.documents.filter(({id}) => textOf.get(id) == null).map(({id}) => id)
  const wrong: Citation[] = []
  let checked = 0
  // Whatever has a document, a start, an end and a quote is a citation, wherever it stands.
  const open: unknown[] = [{...record, documents: []}]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    if (isCitation(value)) {
      const text = textOf.get(value.document)
      if (text == null) continue
      checked++
      if (text.slice(value.start, value.end) !== value.quote) wrong.push(value)
    } else open.push(...Object.values(value))
  }
  return {checked, wrong, missing}
}

const isCitation = (value: object): value is Citation =>
  'document' in value && 'start' in value && 'end' in value && 'quote' in value && typeof value.document === 'string'
