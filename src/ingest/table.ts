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
  title: 'title',
  headline: 'title',
  published: 'published',
  date: 'published',
  pubdate: 'published',
  publish_date: 'published',
  published_at: 'published',
  date_published: 'published',
  publisher: 'publisher',
  outlet: 'publisher',
  newspaper: 'publisher',
  source: 'publisher',
  publication: 'publisher',
  domain: 'publisher',
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

/** Objects in the shape of a JSON line; null where no column holds texts. */
export function readTableRows(source: string): {readonly [key: string]: string}[] | null {
  const first = source.slice(0, source.indexOf('\n') < 0 ? source.length : source.indexOf('\n'))
  const separator = ['\t', ';', ','].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best), ',')
  const rows = splitRows(source.replace(/^\ufeff/, ''), separator)
  const keys = (rows[0] ?? []).map(name => COLUMNS[name.trim().toLowerCase().replace(/[ -]+/g, '_')] ?? null)
  if (!keys.includes('text')) return null
  return rows.slice(1).map(row => {
    const document: {[key: string]: string} = Object.create(null)
    for (const [i, key] of keys.entries()) if (key !== null && row[i] !== undefined && row[i] !== '') document[key] ??= row[i]
    return document
  })
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
