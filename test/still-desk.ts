// A desk over a record that nobody changes: what an exported record file is opened with. Its search is a walk through the sentences.
import {lookUp} from '../src/brief/lookup.ts'
import {registerOf} from '../src/brief/pages/register.ts'
import type {Desk, Findings, Hit, Question} from '../src/edge/desk.ts'
import type {RecordFile} from '../src/model/record.ts'

export function stillDesk(name: string, record: RecordFile): Desk {
  const refuse = (): never => {
    throw Object.assign(new Error('This record may only be read.'), {code: 'judgement/read-only'})
  }
  return {
    ...{name, writable: false, judge: refuse, add: async () => refuse(), close: () => {}},
    revision: () => `still-${record.documents.length}-${record.judgements.length}`,
    record: () => record,
    before: refuse,
    claim: async () => refuse(),
    locate: id => registerOf(record).entryOfClaim.get(id) ?? (registerOf(record).entries.has(id) ? id : null),
    find: question => findWords(question, record),
  }
}

/** Every sentence of an entry that holds all the words, in the order of the reports. */
function findWords({words, offset, limit}: Question, record: RecordFile): Findings {
  const wanted = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (wanted.length === 0) return {total: 0, hits: [], notes: ['Nothing to search for.']}
  const register = registerOf(record)
  const hits = lookUp(record).documents.flatMap(({id}) =>
    register.inDocument(id).claims.flatMap(({entry, claim: {citation}}): Hit[] => {
      const text = citation.quote.toLowerCase()
      if (!wanted.every(word => text.includes(word))) return []
      const marks = wanted.map((word): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length])
      const kind = register.entries.get(entry)?.kind
      const {start, end, quote} = citation
      return [
        {
          kind: kind === 'conflict' || kind === 'assessment' || kind === undefined ? 'sentence' : kind,
          id: entry,
          document: id,
          start,
          end,
          excerpt: quote,
          marks: marks.sort((a, b) => a[0] - b[0]),
        },
      ]
    }),
  )
  return {total: hits.length, hits: hits.slice(offset, offset + limit), notes: []}
}
