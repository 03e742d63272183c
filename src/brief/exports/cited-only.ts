// A record to be handed on: of each text only what the record cites is left, everything else is blank. Offsets stay, so that every citation
// still slices true; who has the reports checks the rest with `parley verify`.
import type {Citation, RecordFile} from '../../model/record.ts'

export function citedOnly(record: RecordFile): RecordFile {
  const stretches = new Map<string, Citation[]>()
  eachCitation({...record, documents: record.documents.map(({flags}) => flags)}, citation => {
    const known = stretches.get(citation.document)
    if (known) known.push(citation)
    else stretches.set(citation.document, [citation])
  })
  return {
    ...record,
    documents: record.documents.map(document => ({
      ...document,
      text: document.text === null ? null : blanked(document.text, stretches.get(document.id) ?? []),
    })),
  }
}

/** Every citation below a value, in the order in which they stand. */
export function eachCitation(value: unknown, see: (citation: Citation) => void): void {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (one === null || typeof one !== 'object') continue
    if (isCitation(one)) see(one)
    open.push(...Object.values(one))
  }
}

const isCitation = (value: object): value is Citation => 'quote' in value && 'document' in value && 'start' in value && 'end' in value

/** Line breaks stay where they are: the paragraphs can still be seen. */
function blanked(text: string, stretches: readonly Citation[]): string {
  let out = ''
  let at = 0
  for (const {start, end} of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start > at) out += blank(text.slice(at, start))
    if (end > at) out += text.slice(Math.max(at, start), end)
    at = Math.max(at, end)
  }
  return out + blank(text.slice(at))
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
