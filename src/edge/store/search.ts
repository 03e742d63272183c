// A search through the index of a store: the same question and the same answers as looking at everything, in milliseconds. Every word that
// was typed reaches the database as a bound value, never as part of a statement.
import type Sqlite from 'better-sqlite3'
import type {Citation} from '../../model/record.ts'
import {foldWord} from '../../text/similarity-words.ts'
import type {Findings, Hit, Question} from '../desk.ts'
import {excerptOf, findAll, type Stems, stemsOf} from '../desk-marks.ts'
import {type Asked, asksForEntries, isEmpty, type Phrase, readQuestion} from '../desk-question.ts'
import {SHOWN_CITATIONS, shownHit} from '../desk-scan.ts'
import {rowsBehind, rowsFrom} from './rows.ts'

type TextOf = (document: string) => string | null

export function searchStore(database: Sqlite.Database, question: Question, textOf: TextOf): Findings {
  const asked = readQuestion(question.words)
  if (isEmpty(asked)) return {total: 0, hits: [], notes: [...asked.notes, 'nothing was asked for']}
  const stems = stemsOf(asked)
  const entries = count(database, entryQuery(asked))
  const sentences = asksForEntries(asked) || asked.all.length === 0 ? null : sentenceQuery(asked)
  const total = entries + (sentences === null ? 0 : count(database, sentences))
  const hits = entryHits(database, entryQuery(asked), question, stems, textOf)
  const left = question.limit - hits.length
  if (sentences !== null && left > 0) {
    const offset = Math.max(0, question.offset - entries)
    hits.push(...sentenceHits(database, sentences, {offset, limit: left}, stems, textOf))
  }
  const many = Math.max(entries, total - entries) > MOST ? [`more than ${MOST} were found: narrow the question to reach them all`] : []
  return {total, hits, notes: [...asked.notes, ...many]}
}

interface Query {
  readonly from: string
  readonly where: readonly string[]
  readonly values: readonly (string | number)[]
  readonly order: string
}

const whereOf = ({where}: Query): string => (where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`)

/** Nobody pages through more; counting them all costs a tenth of a second in a large record, whatever is shown. */
const MOST = 1000

function count(database: Sqlite.Database, query: Query): number {
  const sql = `SELECT count(*) AS total FROM (SELECT 1 FROM ${query.from}${whereOf(query)} LIMIT ${MOST + 1})`
  return (database.prepare(sql).get(...query.values) as {total: number}).total
}

/** Phrases in quotation marks: inside them FTS5 knows no operators. They hold letters and digits only. */
const quoted = (phrase: Phrase): string => `"${phrase.join(' ')}"`

function matchOf({all, none}: Asked): string {
  const wanted = all.map(alternatives => `(${alternatives.map(quoted).join(' OR ')})`).join(' AND ')
  return none.length === 0 ? wanted : `(${wanted}) NOT (${none.map(quoted).join(' OR ')})`
}

function entryQuery(asked: Asked): Query {
  const where: string[] = []
  const values: (string | number)[] = []
  const hasWords = asked.all.length > 0
  if (hasWords) {
    where.push('entry_words MATCH ?')
    values.push(matchOf(asked))
  } else if (asked.none.length > 0) {
    where.push('number NOT IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)')
    values.push(asked.none.map(quoted).join(' OR '))
  }
  for (const [column, wanted] of [
    ['names', asked.person],
    ['issues', asked.issue],
    ['outlets', asked.outlet],
  ] as const)
    for (const value of wanted) {
      where.push(`instr(${column}, ?) > 0`)
      values.push(folded(value))
    }
  if (asked.status.length > 0) {
    where.push(`status IN (${asked.status.map(() => '?').join(', ')})`)
    values.push(...asked.status.map(status => status.toLowerCase()))
  }
  if (asked.origins !== null) {
    where.push('origins >= ?')
    values.push(asked.origins)
  }
  const days = [...(asked.from === null ? [] : ['last >= ?']), ...(asked.to === null ? [] : ['first <= ?'])]
  if (days.length > 0) {
    // Beside words the days are looked up first, in their index, and what has the words is held against them: a row of an entry is wide, and
    // reading one for each of 100,000 places where a common word stands took 56 ms. The + keeps the words from being asked once a row.
    const own = days.join(' AND ')
    where.push(hasWords ? `+entry_words.rowid IN (SELECT number FROM entries WHERE ${own})` : own)
    values.push(...(asked.from === null ? [] : [asked.from]), ...(asked.to === null ? [] : [`${asked.to}${BEHIND_ALL_DAYS}`]))
  }
  const from = hasWords ? 'entry_words JOIN entries ON entries.number = entry_words.rowid' : 'entries'
  return {from, where, values, order: hasWords ? 'entry_words.rowid DESC' : 'number DESC'}
}

function sentenceQuery(asked: Asked): Query {
  const where = ['words MATCH ?']
  const values: (string | number)[] = [matchOf(asked)]
  if (asked.from !== null || asked.to !== null) {
    where.push('words.rowid >= ? AND words.rowid < ?')
    values.push(asked.from === null ? rowsBehind('0000') : rowsFrom(firstDayOf(asked.from)))
    values.push(asked.to === null ? Number.MAX_SAFE_INTEGER : rowsBehind(lastDayOf(asked.to)))
  }
  for (const outlet of asked.outlet) {
    where.push(`instr((SELECT outlet FROM documents WHERE number = ${DOCUMENT}), ?) > 0`)
    values.push(folded(outlet))
  }
  for (const person of asked.person) {
    where.push(
      `EXISTS (SELECT 1 FROM named WHERE document = ${DOCUMENT} AND entity IN (SELECT number FROM people WHERE instr(names, ?) > 0))`,
    )
    values.push(folded(person))
  }
  return {from: 'words', where, values, order: 'words.rowid DESC'}
}

/** Sorts behind "-" and every figure: a month holds its days, a year its months. */
const BEHIND_ALL_DAYS = '~'

/** The number of the document in a row number of the index. */
const DOCUMENT = 'words.rowid % 16777216'

const folded = (value: string): string => foldWord(value.replaceAll('-', ' '))

const firstDayOf = (day: string): string => (day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day)

function lastDayOf(day: string): string {
  if (day.length === 10) return day
  const year = Number(day.slice(0, 4))
  const month = day.length === 7 ? Number(day.slice(5, 7)) : 12
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

type Page = Pick<Question, 'offset' | 'limit'>

function entryHits(database: Sqlite.Database, query: Query, page: Page, stems: Stems, textOf: TextOf): Hit[] {
  const sql = `SELECT id, kind, citations FROM ${query.from}${whereOf(query)} ORDER BY ${query.order} LIMIT ? OFFSET ?`
  const rows = database.prepare(sql).all(...query.values, page.limit, page.offset) as {id: string; kind: Hit['kind']; citations: string}[]
  return rows.flatMap(({id, kind, citations}) => {
    const cited = (JSON.parse(citations) as [string, number, number][]).slice(0, SHOWN_CITATIONS)
    const quotes = cited.flatMap(([document, start, end]): Citation[] => {
      const text = textOf(document)
      return text === null ? [] : [{document, start, end, quote: text.slice(start, end)}]
    })
    return quotes.length === 0 ? [] : [shownHit({kind, id}, quotes, stems)]
  })
}

function sentenceHits(database: Sqlite.Database, query: Query, page: Page, stems: Stems, textOf: TextOf): Hit[] {
  const sql = `SELECT ${DOCUMENT} AS number FROM words${whereOf(query)} ORDER BY ${query.order} LIMIT ? OFFSET ?`
  const rows = database.prepare(sql).all(...query.values, page.limit, page.offset) as {number: number}[]
  const idOf = database.prepare('SELECT id FROM documents WHERE number = ?')
  return rows.flatMap(({number}) => {
    const {id} = idOf.get(number) as {id: string}
    const text = textOf(id)
    if (text === null) return []
    // The index cuts words to stems by its own rules; where ours differ, the beginning is shown without marks.
    return [{kind: 'sentence', id: null, document: id, ...excerptOf(text, findAll(text, stems) ?? [])} satisfies Hit]
  })
}
