// The store over one SQLite file. Each document is one transaction that is on the disk when it returns; what can be made again is written
// with the rest of it, so that a file is never half changed.
import {statSync} from 'node:fs'
import type Sqlite from 'better-sqlite3'
import {firstDay} from '../../brief/dates.ts'
import type {Article, Refusal} from '../../model/article.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Judgement} from '../../model/record.ts'
import type {Stamp, Store, StoreCounts, StoredDocument} from '../../model/store.ts'
import {foldWord} from '../../text/similarity-words.ts'
import {addressOf} from './admit.ts'
import {backUp} from './backup.ts'
import {onFile} from './failure.ts'
import {forgetDocuments} from './forget.ts'
import {type FrozenReading, freezeLayers, freezeReading, freezeRecord, thawArticle, thawDocument, thawRecord} from './freeze.ts'
import {openFile, type Purpose} from './open.ts'
import {indexEntries, rowidOf} from './rows.ts'

/** A store, and the database under it for the search, which reads its tables directly. */
export interface OpenStore extends Store {
  readonly database: Sqlite.Database
  /** As `keep`, of what another thread has read and packed. */
  keepFrozen(article: Article, frozen: FrozenReading, stamp: Stamp): boolean
}

export function openStore(file: string, purpose: Purpose): OpenStore {
  const {database, writable} = openFile(file, purpose)
  const guarded = <Result>(step: () => Result): Result => onFile(file, step)
  const write = <Result>(step: () => Result): Result => guarded(() => database.transaction(step).immediate())
  const sql = statements(database)
  const bump = (): void => {
    sql.bump().run()
  }
  const revision = (): number => guarded(() => (sql.revision().get() as {value: number}).value)
  const numberOf = (id: string): number | null => (sql.number().get(id) as {number: number} | undefined)?.number ?? null

  const keepFrozen = (article: Article, frozen: FrozenReading, stamp: Stamp): boolean =>
    write(() => {
      if (numberOf(article.id) !== null) return false
      const {id, sha256, file: path, publisher, text} = article
      const published = firstDay(frozen.published)
      const known = {id, sha256, place: addressOf(article), file: path, publisher, outlet: foldWord(publisher ?? ''), published}
      const row = {...known, added: new Date().toISOString(), article: frozen.article}
      const number = Number(sql.insert().run(row).lastInsertRowid)
      sql.insertLayers().run(number, stamp.packs, stamp.engine, frozen.layers)
      sql.insertWords().run(rowidOf(published, number), text)
      sql.unrefuse().run(path ?? id)
      bump()
      return true
    })

  return {
    ...{file, writable, database, revision},
    byId: id => guarded(() => (sql.byId().get(id) as StoredDocument | undefined) ?? null),
    bySha256: sha256 => guarded(() => sql.bySha256().all(sha256) as StoredDocument[]),
    byPlace: place => guarded(() => sql.byPlace().all(place) as StoredDocument[]),
    stored: () => guarded(() => sql.stored().all() as StoredDocument[]),
    keep: (article, read, stamp) => keepFrozen(article, freezeReading(article, read), stamp),
    keepFrozen,
    keepRefusal: refusal =>
      write(() => {
        sql.refuse().run(refusal.file ?? refusal.id, JSON.stringify(refusal))
        bump()
      }),
    refusals: () => guarded(() => (sql.refusals().all() as {body: string}[]).map(({body}) => JSON.parse(body) as Refusal)),
    *documents() {
      let after = 0
      for (;;) {
        const row = guarded(() => sql.next().get(after)) as {number: number; article: Buffer; body: Buffer} | undefined
        if (row === undefined) return
        after = row.number
        yield guarded(() => withoutDangling(thawDocument(row.article, row.body), numberOf))
      }
    },
    article: id =>
      guarded(() => {
        const row = sql.article().get(id) as {article: Buffer} | undefined
        return row ? thawArticle(row.article) : null
      }),
    outdated: ({packs, engine}) => guarded(() => (sql.outdated().all(packs, engine) as {id: string}[]).map(({id}) => id)),
    replaceLayers: (id, read, stamp) =>
      write(() => {
        const number = numberOf(id)
        if (number === null) return
        const before = sql.byId().get(id) as StoredDocument
        const published = firstDay(read.published)
        sql.insertLayers().run(number, stamp.packs, stamp.engine, freezeLayers(read))
        if (published !== before.published) {
          sql.unword().run(rowidOf(before.published, number))
          sql.insertWords().run(rowidOf(published, number), read.text)
          sql.redate().run(published, number)
        }
        bump()
      }),
    judgements: () => guarded(() => (sql.judgements().all() as {body: string}[]).map(({body}) => JSON.parse(body) as Judgement)),
    appendJudgements: lines =>
      write(() => {
        for (const line of lines) sql.judge().run(line.id, JSON.stringify(line))
        bump()
      }),
    settled: stamp =>
      guarded(() => {
        const row = sql.settled().get(revision(), stampOf(stamp)) as {body: Buffer} | undefined
        if (row === undefined) return null
        const texts = sql.article()
        return thawRecord(row.body, id => {
          const found = texts.get(id) as {article: Buffer} | undefined
          return found ? thawArticle(found.article).text : null
        })
      }),
    settledAt: stamp => guarded(() => sql.isSettled().get(revision(), stampOf(stamp)) !== undefined),
    claimOfPast: id => guarded(() => (sql.past().get(id) as {claim: string} | undefined)?.claim ?? null),
    keepSettled: (record, at, stamp) =>
      write(() => {
        if (revision() !== at) return
        sql.settle().run(at, stampOf(stamp), freezeRecord(record))
        indexEntries(database, record)
      }),
    forget: ids => guarded(() => forgetDocuments(database, ids)),
    archives: () => guarded(() => archivesOf(sql.archives().get())),
    rememberArchive: folder => {
      const known = guarded(() => archivesOf(sql.archives().get()))
      if (!known.includes(folder)) write(() => sql.keepArchives().run(JSON.stringify([...known, folder])))
    },
    counts: stamp => guarded(() => countAll(database, file, stamp)),
    backup: copy => backUp(database, copy),
    close: () => database.close(),
  }
}

const stampOf = ({version, packs, engine}: Stamp): string => `${version}\n${packs}\n${engine}`

const archivesOf = (row: unknown): string[] => (row === undefined ? [] : (JSON.parse((row as {value: string}).value) as string[]))

/** The earlier version may have been forgotten. */
function withoutDangling(document: ReadDocument, numberOf: (id: string) => number | null): ReadDocument {
  const {versionOf} = document
  return versionOf === null || numberOf(versionOf) !== null ? document : {...document, versionOf: null}
}

function countAll(database: Sqlite.Database, file: string, {packs, engine}: Stamp): StoreCounts {
  const row = database
    .prepare(`
SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM judgements) AS judgements,
  (SELECT count(*) FROM refused) AS refused, (SELECT count(*) FROM layers WHERE packs <> ? OR engine <> ?) AS outdated,
  (SELECT min(published) FROM documents) AS first, (SELECT max(published) FROM documents) AS last`)
    .get(packs, engine) as Omit<StoreCounts, 'bytes'>
  return {...row, bytes: statSync(file).size}
}

const COLUMNS = 'id, sha256, place, file, publisher, published, added'

/** Prepared once each, when first used: a start that only reads the record needs two of them. */
function statements(database: Sqlite.Database) {
  const lazy = (text: string): (() => Sqlite.Statement<unknown[], unknown>) => {
    let made: Sqlite.Statement<unknown[], unknown> | undefined
    return () => {
      made ??= database.prepare(text)
      return made
    }
  }
  return {
    revision: lazy("SELECT value FROM state WHERE key = 'revision'"),
    bump: lazy("UPDATE state SET value = value + 1 WHERE key = 'revision'"),
    archives: lazy("SELECT value FROM state WHERE key = 'archives'"),
    keepArchives: lazy("INSERT OR REPLACE INTO state (key, value) VALUES ('archives', ?)"),
    number: lazy('SELECT number FROM documents WHERE id = ?'),
    byId: lazy(`SELECT ${COLUMNS} FROM documents WHERE id = ?`),
    bySha256: lazy(`SELECT ${COLUMNS} FROM documents WHERE sha256 = ? ORDER BY number`),
    byPlace: lazy(`SELECT ${COLUMNS} FROM documents WHERE place = ? ORDER BY number`),
    stored: lazy(`SELECT ${COLUMNS} FROM documents ORDER BY number`),
    insert: lazy(
      'INSERT INTO documents (id, sha256, place, file, publisher, outlet, published, added, article) VALUES (@id, @sha256, @place, @file, @publisher, @outlet, @published, @added, @article)',
    ),
    insertLayers: lazy('INSERT OR REPLACE INTO layers (document, packs, engine, body) VALUES (?, ?, ?, ?)'),
    insertWords: lazy('INSERT INTO words (rowid, text) VALUES (?, ?)'),
    unword: lazy('DELETE FROM words WHERE rowid = ?'),
    redate: lazy('UPDATE documents SET published = ? WHERE number = ?'),
    next: lazy('SELECT number, article, body FROM documents JOIN layers ON document = number WHERE number > ? ORDER BY number LIMIT 1'),
    article: lazy('SELECT article FROM documents WHERE id = ?'),
    outdated: lazy(
      'SELECT id FROM documents LEFT JOIN layers ON document = number WHERE body IS NULL OR packs <> ? OR engine <> ? ORDER BY number',
    ),
    judgements: lazy('SELECT body FROM judgements ORDER BY number'),
    judge: lazy('INSERT OR IGNORE INTO judgements (id, body) VALUES (?, ?)'),
    refuse: lazy('INSERT OR REPLACE INTO refused (place, body) VALUES (?, ?)'),
    unrefuse: lazy('DELETE FROM refused WHERE place = ?'),
    refusals: lazy('SELECT body FROM refused ORDER BY place'),
    settled: lazy('SELECT body FROM settled WHERE revision = ? AND stamp = ?'),
    past: lazy('SELECT claim FROM past WHERE entry = ?'),
    isSettled: lazy('SELECT 1 FROM settled WHERE revision = ? AND stamp = ?'),
    settle: lazy('INSERT OR REPLACE INTO settled (one, revision, stamp, body) VALUES (1, ?, ?, ?)'),
  }
}
