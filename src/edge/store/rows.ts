// The index of a record: its entries as rows that a search can narrow, and who is named where. Made anew whenever the record is settled.
import type Sqlite from 'better-sqlite3'
import type {RecordFile} from '../../model/record.ts'
import {foldWord} from '../../text/similarity-words.ts'
import {catalogueOf} from '../desk-catalogue.ts'
import {entryRows} from '../desk-entries.ts'

/** Documents a record can hold, so that day and number fit one row number: rows of the index then stand in the order of publication. */
const ROOM = 2 ** 24
/** Days before 1970 that a publication may have. */
const BEFORE = 800_000
const DAY_MS = 86_400_000

/** Row number in the full text: newest first is the order of the rows, from backwards. Undated ones come last. */
export const rowidOf = (published: string | null, number: number): number => dayNumber(published) * ROOM + number

export const numberOfRow = (rowid: number): number => rowid % ROOM

/** First row number of a day, and the one behind its last. */
export const rowsFrom = (day: string): number => dayNumber(day) * ROOM
export const rowsBehind = (day: string): number => (dayNumber(day) + 1) * ROOM

function dayNumber(day: string | null): number {
  if (day === null) return 0
  const time = Date.parse(day.slice(0, 10))
  return Number.isNaN(time) ? 0 : Math.max(0, Math.floor(time / DAY_MS) + BEFORE)
}

export function indexEntries(database: Sqlite.Database, record: RecordFile): void {
  database.exec("DELETE FROM entries; DELETE FROM named; DELETE FROM people; INSERT INTO entry_words (entry_words) VALUES ('delete-all')")
  const entry = database.prepare(
    'INSERT INTO entries (number, id, kind, status, origins, first, last, names, issues, outlets, citations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const words = database.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)')
  for (const [i, row] of entryRows(record).entries()) {
    if (row.citations.length === 0) continue
    const number = rowidOf(row.printed === '' ? null : row.printed, i)
    const cited = row.citations.map(({document, start, end}) => [document, start, end])
    entry.run(
      ...[number, row.id, row.kind, row.status, row.origins, row.first, row.last],
      ...[row.names.join('\n'), row.issues.join('\n'), row.outlets.join('\n'), JSON.stringify(cited)],
    )
    words.run(number, row.words)
  }
  const past = database.prepare('INSERT OR IGNORE INTO past (entry, claim) VALUES (?, ?)')
  for (const {id, claims} of catalogueOf(record).entries()) if (claims[0] !== undefined) past.run(id, claims[0])
  const numbers = new Map(
    (database.prepare('SELECT number, id FROM documents').all() as {number: number; id: string}[]).map(({number, id}) => [id, number]),
  )
  const named = database.prepare('INSERT OR IGNORE INTO named (document, entity) VALUES (?, ?)')
  const people = database.prepare('INSERT OR REPLACE INTO people (number, names) VALUES (?, ?)')
  for (const [i, {name, aliases, mentions}] of record.entities.entries()) {
    people.run(i, [name, ...aliases].map(foldWord).join('\n'))
    for (const document of new Set(mentions.map(mention => mention.document))) {
      const number = numbers.get(document)
      if (number !== undefined) named.run(number, i)
    }
  }
}
