// CSV and TSV as documents: the first row names the columns, a row is a document.

/** Columns by the names that people give them, beside our own keys. */
const COLUMNS: {readonly [name: string]: string} = {
  text: 'text',
  body: 'text',
  content: 'text',
  article: 'text',
  fulltext: 'text',
  full_text: 'text',
  story: 'text',
  article_text: 'text',
  main_text: 'text',
  maintext: 'text',
  content_text: 'text',
  title: 'title',
  headline: 'title',
  headlines: 'title',
  article_title: 'title',
  published: 'published',
  date: 'published',
  pubdate: 'published',
  publish_date: 'published',
  published_at: 'published',
  date_published: 'published',
  publication_date: 'published',
  day: 'published',
  datum: 'published',
  publisher: 'publisher',
  outlet: 'publisher',
  newspaper: 'publisher',
  source: 'publisher',
  publication: 'publisher',
  domain: 'publisher',
  paper: 'publisher',
  media: 'publisher',
  medium: 'publisher',
  media_name: 'publisher',
  url: 'uri',
  uri: 'uri',
  link: 'uri',
  address: 'uri',
  author: 'byline',
  byline: 'byline',
  authors: 'byline',
  id: 'id',
  doc_id: 'id',
  document_id: 'id',
  language: 'language',
  lang: 'language',
} // prettier-ignore

/** Our key → the name of somebody's column or field, as a sidecar maps them. */
export interface Columns {
  readonly [key: string]: string
}

export type Table = {readonly rows: readonly {readonly [key: string]: string}[]} | {readonly textless: readonly string[]}

/** Rows in the shape of a JSON line; the names of the columns where none of them holds texts. */
export function readTable(source: string, columns: Columns): Table {
  const first = source.slice(0, source.indexOf('\n') < 0 ? source.length : source.indexOf('\n'))
  const separator = ['\t', ';', ','].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best), ',')
  const [head = [], ...rows] = splitRows(source.replace(/^\ufeff/, ''), separator)
  const mapped = new Map(Object.entries(columns).map(([key, name]) => [nameOf(name), key]))
  const keys = head.map(name => mapped.get(nameOf(name)) ?? COLUMNS[nameOf(name)] ?? null)
  // A column that somebody has mapped outranks those that only bear a known name.
  for (const key of mapped.values())
    for (const [i, own] of keys.entries()) if (own === key && mapped.get(nameOf(head[i]!)) !== key) keys[i] = null
  if (!keys.includes('text')) return {textless: head.map(name => name.trim()).filter(name => name !== '')}
  const dated = keys.indexOf('published')
  const writeDay = dayWriter(rows.map(row => row[dated] ?? ''))
  return {
    rows: rows.map(row => {
      const document: {[key: string]: string} = Object.create(null)
      for (const [i, key] of keys.entries())
        if (key !== null && row[i] !== undefined && row[i] !== '') document[key] ??= i === dated ? writeDay(row[i]) : row[i]
      return document
    }),
  }
}

const nameOf = (column: string): string => column.trim().toLowerCase().replace(/[ -]+/g, '_')

const FIGURES = /^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/

/**
 * Spreadsheets write days as 4/11/2031 or 11/4/2031. One day of the column that is no month shows the order of all; with full stops the
 * day comes first everywhere. Where nothing shows it the value stays, and is noted as no date.
 */
function dayWriter(values: readonly string[]): (value: string) => string {
  const read = values.map(value => FIGURES.exec(value)).filter(found => found !== null)
  const isDayFirst = read.some(found => Number(found[1]) > 12)
  const isMonthFirst = read.some(found => Number(found[3]) > 12)
  return value => {
    const found = FIGURES.exec(value)
    if (found === null || (isDayFirst && isMonthFirst)) return value
    const [, first, mark, second, year] = found
    if (mark !== '.' && !isDayFirst && !isMonthFirst) return value
    const [day, month] = isMonthFirst ? [second!, first!] : [first!, second!]
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
}

/** RFC 4180, with line breaks inside quotes. Linear. */
function splitRows(source: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let from = 0
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  while (from <= source.length) {
    let value: string
    if (source[from] === '"') {
      let end = from + 1
      for (;;) {
        end = source.indexOf('"', end)
        if (end < 0) end = source.length
        if (source[end + 1] !== '"') break
        end += 2
      }
      value = source.slice(from + 1, end).replaceAll('""', '"')
      from = end + 1
    } else {
      let end = from
      while (end < source.length && source[end] !== separator && source[end] !== '\n') end++
      value = source.slice(from, end).replace(/\r$/, '')
      from = end
    }
    row.push(value)
    if (source[from] === '\r') from++
    if (source[from] === '\n' || from >= source.length) endRow()
    from++
  }
  return rows
}
