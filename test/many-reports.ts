// A record of thousands of reports, made of a small one: for lists that must stay slices and pages that must stay short.
import type {RecordFile} from '../src/model/record.ts'

/** The record over and over, each time under ids, days and texts of its own. */
export function manyTimes(record: RecordFile, times: number): RecordFile {
  const ids = new Set([
    ...[
      record.documents,
      record.entities,
      record.attributions,
      record.events,
      record.positions,
      record.agreements,
      record.assessments,
    ].flatMap(list => list.map(({id}) => id)),
    ...[record.utterances, record.contradictions, record.origins, record.stories, record.talks].flatMap(list => list.map(({id}) => id)),
    ...record.events
      .flatMap(({support, history}) => [support, ...history.map(step => step.support)])
      .flatMap(({claims}) => claims.map(({id}) => id)),
    ...record.positions.flatMap(({support}) => support.claims.map(({id}) => id)),
  ])
  const text = JSON.stringify({...record, documents: record.documents.map(document => ({...document, text: null}))})
  const parts = text.split(/"([0-9a-f]{16,64}|2031-03-\d\d)"/)
  const copies = Array.from({length: times}, (_, i) => {
    const day = new Date(Date.UTC(2000, 0, 1 + i * 10)).toISOString().slice(0, 10)
    const copied = (part: string): string => (part.startsWith('2031') ? day : ids.has(part) ? part + i : part)
    return JSON.parse(parts.map((part, at) => (at % 2 === 0 ? part : `"${copied(part)}"`)).join('')) as RecordFile
  })
  const lists = Object.entries(record).filter(([name, value]) => Array.isArray(value) && name !== 'made')
  return {...record, ...Object.fromEntries(lists.map(([name]) => [name, copies.flatMap(copy => copy[name as 'events'])]))}
}
