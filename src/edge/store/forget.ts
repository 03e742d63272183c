// Forgets documents for good: rows, index, settled record, and the rulings that cite only them; then the file is written anew, so that no
// byte of them is left in free pages or in the log.
import type Sqlite from 'better-sqlite3'
import type {Judgement} from '../../model/record.ts'
import {rowidOf} from './rows.ts'

export function forgetDocuments(database: Sqlite.Database, ids: readonly string[]): void {
  database.pragma('secure_delete = ON')
  const gone = new Set(ids)
  database
    .transaction(() => {
      const find = database.prepare('SELECT number, published, file FROM documents WHERE id = ?')
      const unword = database.prepare('DELETE FROM words WHERE rowid = ?')
      const remove = database.prepare('DELETE FROM documents WHERE id = ?')
      for (const id of ids) {
        const row = find.get(id) as {number: number; published: string | null; file: string | null} | undefined
        if (row === undefined) continue
        unword.run(rowidOf(row.published, row.number))
        remove.run(id)
      }
      forgetRulings(database, gone)
      // What was settled quotes them, and so does its index; both are made again from what is left.
      database.exec(
        "DELETE FROM settled; DELETE FROM entries; DELETE FROM named; DELETE FROM people; DELETE FROM past; INSERT INTO entry_words (entry_words) VALUES ('delete-all')",
      )
      // Merging all parts of the index into one drops the words of what was deleted.
      database.exec("INSERT INTO words (words) VALUES ('optimize'); INSERT INTO entry_words (entry_words) VALUES ('optimize')")
      database.exec("UPDATE state SET value = value + 1 WHERE key = 'revision'")
    })
    .immediate()
  database.exec('VACUUM')
  database.pragma('wal_checkpoint(TRUNCATE)')
}

/** Citations of what is gone leave the rulings; a line that was added to it goes with it. */
function forgetRulings(database: Sqlite.Database, gone: ReadonlySet<string>): void {
  const remove = database.prepare('DELETE FROM judgements WHERE number = ?')
  const change = database.prepare('UPDATE judgements SET body = ? WHERE number = ?')
  for (const {number, body} of database.prepare('SELECT number, body FROM judgements').all() as {number: number; body: string}[]) {
    const judgement = JSON.parse(body) as Judgement
    const because = judgement.because.filter(citation => !gone.has(citation.document))
    const isOnly = judgement.because.length > 0 && because.length === 0 && judgement.kind === 'add'
    if (isOnly || (judgement.of.length > 0 && judgement.of.every(id => gone.has(id)))) remove.run(number)
    else if (because.length < judgement.because.length) change.run(JSON.stringify({...judgement, because}), number)
  }
}
