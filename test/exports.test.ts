// Every export is read back as its reader would: nothing that a report brought along becomes a formula, a link or markup, and nothing is re-typed.
import {unzipSync} from 'fflate'
import {parse} from 'parse5'
import readXlsx from 'read-excel-file/node'
import {describe, expect, it} from 'vitest'
import {inert, writeCsv} from '../src/brief/exports/csv.ts'
import {TABLES, tableOf} from '../src/brief/exports/tables.ts'
import {type ExportFormat, type ExportWish, writeExport} from '../src/edge/export/write-export.ts'
import type {RecordFile} from '../src/model/record.ts'
import {record} from './fixture-record.ts'

const HOSTILE = '=HYPERLINK("http://evil.example","a")<script>alert(1)</script>[x](javascript:alert(1))'

const hostile: RecordFile = {
  ...record,
  documents: record.documents.map((document, i) =>
    i === 0 ? {...document, title: HOSTILE, publisher: '@SUM(1,2)', uri: 'javascript:alert(1)'} : document,
  ),
}

const text = async (format: ExportFormat, of: RecordFile = record, view?: ExportWish['view']): Promise<string> =>
  String((await writeExport(of, {format, view})).bytes)

const lines = (jsonl: string): Record<string, unknown>[] =>
  jsonl
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

describe('tables', () => {
  it('have a line an entry and a cell a column, in every view', () => {
    for (const name of TABLES) {
      const {columns, rows} = tableOf(record, name)
      expect(new Set(columns).size, name).toBe(columns.length)
      for (const row of rows) expect(row.length, name).toBe(columns.length)
    }
    expect(tableOf(record, 'events').rows.length).toBe(record.events.length)
  })

  it('give both counts as ranges in columns of their own, sides before counts', () => {
    const {columns, rows} = tableOf(record, 'events')
    const exchange = rows.find(row => row[0] === 'event-exchange')!
    expect(columns.indexOf('sides')).toBeLessThan(columns.indexOf('said_least'))
    expect(exchange[columns.indexOf('said_least')]).toBe(2)
    expect(exchange[columns.indexOf('known_most')]).toBe(2)
  })

  it('tell an attack as the account of whoever tells it', () => {
    const {columns, rows} = tableOf(record, 'events')
    expect(rows.find(row => row[0] === 'event-shots')![columns.indexOf('what')]).toBe('According to Marenia: Orvia attacked Ada Lunde')
  })
})

describe('CSV', () => {
  it('quotes commas, quotation marks and line breaks, and disarms formulas', () => {
    const table = {
      name: 'sources',
      columns: ['a', 'b'],
      rows: [
        ['x, "y"\nz', 3],
        ['=1+1', null],
        ['\tTab', -2],
      ],
    } as const
    expect(writeCsv(table)).toBe('a,b\r\n"x, ""y""\nz",3\r\n\'=1+1,\r\n\'\tTab,-2\r\n')
  })

  it('leaves no cell that a spreadsheet would run', async () => {
    const csv = await text('csv', hostile, 'sources')
    expect(csv).toContain("'=HYPERLINK")
    expect(csv).toContain("'@SUM")
    expect(inert('-5 degrees')).toBe("'-5 degrees")
  })
})

describe('the workbook', () => {
  it('opens with a sheet a view and the same lines as the tables', async () => {
    const {bytes} = await writeExport(hostile, {format: 'xlsx'})
    const sheets = await readXlsx(Buffer.from(bytes as Uint8Array))
    expect(sheets.map(sheet => sheet.sheet)).toEqual([...TABLES])
    const sources = sheets.find(sheet => sheet.sheet === 'sources')!.data
    expect(sources.length).toBe(record.documents.length + 1)
    expect(sources.flat()).toContain(`'${HOSTILE}`)
  })
})

describe('the briefing in Word', () => {
  it('carries each cited sentence in a footnote', async () => {
    const {bytes} = await writeExport(hostile, {format: 'docx'})
    const files = unzipSync(bytes as Uint8Array)
    const decode = (name: string): string => new TextDecoder().decode(files[name]!)
    expect(decode('word/document.xml')).toContain('What happened')
    expect(decode('word/document.xml')).toContain('w:footnoteReference')
    expect(decode('word/footnotes.xml')).toContain('exchanged 64 prisoners at the lighthouse pier')
    expect(decode('word/document.xml')).not.toContain('<script>')
  })
})

describe('Markdown', () => {
  it('has a footnote for each mark, and no link from a report', async () => {
    const markdown = await text('markdown', hostile)
    const marks = new Set([...markdown.matchAll(/\[\^(s\d+)\](?!:)/g)].map(match => match[1]))
    const notes = [...markdown.matchAll(/^\[\^(s\d+)\]:/gm)].map(match => match[1])
    expect(new Set(notes)).toEqual(marks)
    expect(notes.length).toBeGreaterThan(3)
    expect(markdown).toContain('\\<script>')
    expect(markdown).not.toContain('[x](javascript')
  })

  it('sets the matrix of positions as a table', async () => {
    expect(await text('markdown', record, 'positions')).toMatch(/\| issue \| .*Marenia.* \|\n\| --- \|/)
  })
})

describe('the page that opens from a disk', () => {
  interface Node {
    readonly nodeName: string
    readonly attrs?: readonly {readonly name: string; readonly value: string}[]
    readonly childNodes?: readonly Node[]
  }
  const walk = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(walk)]

  it('holds no script, no foreign address and no unsafe link', async () => {
    const html = await text('html', hostile)
    const nodes = walk(parse(html) as unknown as Node)
    expect(nodes.filter(node => ['script', 'img', 'link', 'iframe', 'object'].includes(node.nodeName))).toEqual([])
    const attributes = nodes.flatMap(node => node.attrs ?? [])
    expect(attributes.filter(({name, value}) => name.startsWith('on') || /^\s*javascript:/i.test(value))).toEqual([])
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('&#60;script&#62;')
  })

  it('leads from each number to its source', async () => {
    const html = await text('html')
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(match => match[1]))
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(match => match[1])
    expect(targets.length).toBeGreaterThan(8)
    expect(targets.filter(target => !ids.has(target!))).toEqual([])
  })
})

describe('PLOVER', () => {
  const typed: RecordFile = {
    ...record,
    events: record.events.map(event =>
      event.id === 'event-exchange'
        ? {...event, plover: {type: 'RETREAT', mode: 'release', context: ['military']}}
        : event.id === 'event-visit'
          ? {...event, plover: {type: 'AGREE', mode: null, context: []}, time: null}
          : {...event, plover: null},
    ),
  }

  it('copies the type of the record, has the fields that the format asks for, and leaves out what has no type', async () => {
    const events = lines(await text('plover', typed))
    expect(events.map(event => event['id'])).toEqual(['event-exchange'])
    expect(events[0]).toMatchObject({date: '2031-03-15', event: ['RETREAT'], mode: ['release'], context: ['military'], quad_code: 2})
    expect(events[0]!['actor']).toMatchObject([
      {name: 'Marenia', sector: ['GOV']},
      {name: 'Orvia', sector: ['GOV']},
    ])
    expect(JSON.stringify(events)).not.toMatch(/scale|intensity/i)
  })

  it('makes up no day, and says how many events have none', async () => {
    expect((await writeExport(typed, {format: 'plover'})).remarks).toEqual(['1 event has no day and stands only in the other exports'])
  })
})

describe('FollowTheMoney', () => {
  /** What the published schemas ask for (followthemoney/schema/*.yaml). */
  const REQUIRED: Readonly<Record<string, readonly string[]>> = {
    ...{Person: ['name'], Organization: ['name'], PublicBody: ['name'], Event: ['name'], Position: ['name'], Article: [], Address: []},
    ...{
      Mention: ['document', 'name'],
      Representation: ['agent', 'client'],
      Occupancy: ['holder', 'post'],
      Call: [],
      Similar: [],
      Project: [],
    },
    ProjectParticipant: [],
  }

  it('gives each entity the properties that its schema requires, as lists of text', async () => {
    const entities = lines(await text('ftm')) as unknown as {id: string; schema: string; properties: Record<string, string[]>}[]
    expect(new Set(entities.map(entity => entity.id)).size).toBe(entities.length)
    for (const {schema, properties} of entities) {
      expect(REQUIRED, schema).toHaveProperty(schema)
      for (const name of REQUIRED[schema]!) expect(properties[name]?.length, `${schema}.${name}`).toBeGreaterThan(0)
      for (const values of Object.values(properties)) for (const value of values) expect(typeof value).toBe('string')
    }
    expect(entities.filter(entity => entity.schema === 'Representation').map(entity => entity.properties['client'])).toContainEqual([
      'marenia',
    ])
  })

  it('refers only to entities that it holds', async () => {
    const entities = lines(await text('ftm')) as unknown as {id: string; properties: Record<string, string[]>}[]
    const ids = new Set(entities.map(entity => entity.id))
    const links = [
      'involved',
      'organizer',
      'agent',
      'client',
      'holder',
      'post',
      'document',
      'resolved',
      'caller',
      'receiver',
      'organization',
    ]
    for (const {properties} of entities) for (const link of links) for (const id of properties[link] ?? []) expect(ids, link).toContain(id)
  })
})

describe('TimelineJS', () => {
  it('has dates as numbers and its text as harmless markup', async () => {
    const timeline = JSON.parse(await text('timelinejs', hostile)) as {events: {start_date: {year: number}; text: {headline: string}}[]}
    expect(timeline.events.length).toBe(record.events.filter(event => event.time !== null).length)
    for (const event of timeline.events) expect(event.start_date.year).toBe(2031)
    expect(JSON.stringify(timeline)).not.toContain('<script')
  })
})

describe('GraphML', () => {
  it('joins only nodes that it has', async () => {
    const graph = await text('graphml', hostile)
    const nodes = new Set([...graph.matchAll(/<node id="([^"]+)"/g)].map(match => match[1]))
    const ends = [...graph.matchAll(/source="([^"]+)" target="([^"]+)"/g)].flatMap(match => [match[1]!, match[2]!])
    expect(nodes.size).toBe(record.entities.length + record.events.length + record.documents.length)
    expect(ends.length).toBeGreaterThan(10)
    expect(ends.filter(end => !nodes.has(end))).toEqual([])
    expect(graph).not.toContain('<script>')
  })
})

describe('the bibliography', () => {
  it('has an entry a report with a key of its own, in BibTeX and CSL', async () => {
    const bibtex = await text('bibtex', hostile)
    const keys = [...bibtex.matchAll(/^@article\{([^,]+),$/gm)].map(match => match[1])
    const items = JSON.parse(await text('csl', hostile)) as {id: string; type: string; title: string}[]
    expect(keys).toEqual(items.map(item => item.id))
    expect(new Set(keys).size).toBe(record.documents.length)
    for (const item of items) expect(item.type).toBe('article-newspaper')
    expect(bibtex.split('{').length).toBe(bibtex.split('}').length)
  })
})
