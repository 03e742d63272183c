// Articles from plain text and JSON lines: ids, dates, languages, flags, and what is refused.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, describe, expect, it} from 'vitest'
import {readSources, SourceError} from '../src/edge/files/sources.ts'
import {readGivenDate, readStructuredDate} from '../src/ingest/dates.ts'
import {decodeBytes} from '../src/ingest/decode.ts'
import {splitFrontMatter} from '../src/ingest/front-matter.ts'
import {isRefusal} from '../src/ingest/refusal.ts'
import type {Article, Refusal} from '../src/model/article.ts'
import {testPacks} from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-ingest-'))
afterAll(() => rmSync(folder, {recursive: true}))

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(path, content)
  return path
}

async function read(
  inputs: readonly string[],
  options: {published?: string; stdin?: string; maxDocument?: number} = {},
): Promise<(Article | Refusal)[]> {
  const {stdin, ...rest} = options
  const items: (Article | Refusal)[] = []
  async function* chunks() {
    for (let i = 0; i < (stdin ?? '').length; i += 7) yield Buffer.from((stdin ?? '').slice(i, i + 7))
  }
  for await (const item of readSources(inputs, {packs: testPacks(), stdin: chunks(), ...rest})) items.push(item)
  return items
}
const articles = (items: readonly (Article | Refusal)[]): Article[] => items.filter((item): item is Article => !isRefusal(item))
const codes = (items: readonly (Article | Refusal)[]): string[] => items.filter(isRefusal).map(item => item.code)

const TEXT = 'The delegation of Ostrel said on Friday that the talks with Kalvia were useful.\n\nIt will be back in May.  \n'

describe('plain text and JSON lines', () => {
  it('takes the text as it is and names it by its hash', async () => {
    const [article] = articles(await read([write('plain.txt', TEXT)]))
    expect(article!.text).toBe(TEXT)
    expect(article!.id).toBe(article!.sha256)
    expect(article).toMatchObject({published: null, publishedFrom: null, language: 'en', genre: 'report', handling: 'public'})
  })

  it('reads a folder with its sidecar, in order of names, and files named directly', async () => {
    write('desk/b.txt', `${TEXT}B`)
    write('desk/a.txt', `${TEXT}A`)
    write('desk/deep/c.txt', `${TEXT}C`)
    write(
      'desk/meta.yaml',
      'a.txt:\n  published: 2031-04-11\n  publisher: Mirvan Post\n  url: https://mirvan.example/a\n  handling: internal\n',
    )
    const all = articles(await read([join(folder, 'desk')], {published: '2031-05'}))
    expect(all.map(article => article.text.at(-1))).toEqual(['A', 'B', 'C'])
    expect(all[0]).toMatchObject({
      published: '2031-04-11',
      publishedFrom: 'given',
      publisher: 'Mirvan Post',
      uri: 'https://mirvan.example/a',
      handling: 'internal',
    })
    expect(all[1]).toMatchObject({published: '2031-05', publishedFrom: 'given'})
    expect(articles(await read([join(folder, 'desk', 'a.txt')]))[0]).toMatchObject({published: '2031-04-11'})
  })

  it('maps the columns of a table and the fields of JSON lines by the sidecar', async () => {
    write('foreign/export.csv', 'Nr,Tag,Artikel\n1,2031-04-11,The delegation of Ostrel left.\n2,2031-04-12,The talks go on.\n')
    write('foreign/dump.jsonl', '{"full":"The envoy of Kalvia arrived.","when":"2031-04-10"}\n{"other":"x"}\n')
    write(
      'foreign/meta.yaml',
      'export.csv: {columns: {text: Artikel, published: Tag}}\ndump.jsonl: {columns: {text: full, published: when}}\n',
    )
    const items = await read([join(folder, 'foreign')])
    expect(articles(items).map(({text, published}) => [text, published])).toEqual([
      ['The envoy of Kalvia arrived.', '2031-04-10'],
      ['The delegation of Ostrel left.', '2031-04-11'],
      ['The talks go on.', '2031-04-12'],
    ])
    expect(items.filter(isRefusal).map(({message}) => message)).toEqual([
      'line 2: "text" is missing (it has other; meta.yaml maps fields: columns: {text: NAME})',
    ])
  })

  it('says which columns a table has where none is known to hold texts', async () => {
    const [item] = (await read([write('odd.csv', 'a,b\nx,The delegation left Sorrend.\n')])) as Refusal[]
    expect(item!.message).toBe(
      'no column is known to hold texts (a, b): name it "text", or map it in meta.yaml as odd.csv: {columns: {text: NAME}}',
    )
  })

  it('reads front matter, and leaves hyphens that are none', async () => {
    const [article] = articles(await read([write('front.txt', `---\npublished: 2031-04-11\nbyline: [Orlo Vashenko]\n---\n${TEXT}`)]))
    expect(article).toMatchObject({text: TEXT, published: '2031-04-11', byline: ['Orlo Vashenko']})
    expect(splitFrontMatter('---\nNo key that is known: 1\n---\nText').text).toContain('---')
  })

  it('numbers a bad line, reads the others, and refuses a second use of an id', async () => {
    const lines = [
      '{"id":"a","text":"One report."}',
      'no json',
      '{"id":"b"}',
      '{"id":"a","text":"Another."}',
      '{"__proto__":{"x":1},"text":"Two reports."}',
    ]
    const items = await read([write('lines.jsonl', lines.join('\n'))])
    expect(articles(items).map(article => article.text)).toEqual(['One report.', 'Two reports.'])
    expect(codes(items)).toEqual(['ingest/bad-json', 'ingest/bad-json', 'ingest/duplicate-id'])
    expect(items.filter(isRefusal)[0]!.message).toContain('line 2')
    expect(({} as {x?: number}).x).toBeUndefined()
  })

  it('reads standard input as JSON lines where it begins with a brace, else as one text', async () => {
    const lines = await read(['-'], {stdin: '\n{"id":"1","text":"“Ä” one"}\n{"id":"2","text":"two"}'})
    expect(articles(lines).map(article => article.id)).toEqual(['1', '2'])
    expect(articles(await read(['-'], {stdin: TEXT}))[0]).toMatchObject({text: TEXT, file: null})
  })

  it('keeps two outlets with the same words apart', async () => {
    const items = articles(await read([write('one.txt', TEXT), write('two.txt', TEXT)]))
    expect(new Set(items.map(article => article.id)).size).toBe(2)
    expect(codes(await read([join(folder, 'one.txt'), join(folder, 'one.txt')]))).toEqual(['ingest/duplicate-id'])
  })

  it('refuses what is empty, too large, binary or not there', async () => {
    const items = await read(
      [
        write('empty.txt', ' \n'),
        write('large.txt', 'a '.repeat(600)),
        write('binary.txt', Buffer.from([1, 2, 3, 4, 5, 65])),
        join(folder, 'none.txt'),
      ],
      {maxDocument: 1000},
    )
    expect(codes(items)).toEqual(['ingest/empty', 'ingest/too-large', 'ingest/binary', 'ingest/unreadable'])
  })

  it('calls a folder without documents and a wrong date wrong calls', async () => {
    mkdirSync(join(folder, 'void'))
    await expect(read([join(folder, 'void')])).rejects.toBeInstanceOf(SourceError)
    await expect(read([join(folder, 'plain.txt')], {published: '31 February 2031'})).rejects.toBeInstanceOf(SourceError)
  })

  it('says which text is not English, and leaves short ones alone', async () => {
    const german =
      'Die Delegation sagte am Freitag, die Gespräche seien nützlich gewesen und würden im Mai in der Hauptstadt fortgesetzt, sofern beide Seiten zustimmen.'
    const [long, short] = articles(await read([write('de.txt', german), write('de-short.txt', 'Guten Tag.')]))
    expect(long!.language).toBe('de')
    expect(long!.notes.map(note => note.code)).toContain('ingest/not-english')
    expect(short!.language).toBe('en')
  })
})

describe('bytes', () => {
  it('reads a byte order mark, strict UTF-8 before a label, then the label', () => {
    expect(decodeBytes(Buffer.from('\ufeffTalks', 'utf16le'), null)).toMatchObject({text: 'Talks', encoding: 'utf-16le'})
    expect(decodeBytes(Buffer.from('“Talks”'), 'windows-1252')).toMatchObject({text: '“Talks”'})
    expect(decodeBytes(Buffer.from([0x93, 0x54, 0x94]), 'windows-1252')).toMatchObject({text: '“T”'})
    expect(decodeBytes(Buffer.from([0x93, 0x54, 0x94]), null)).toBeNull()
  })

  it('repairs a text that was encoded twice', () => {
    const twice = new TextDecoder('windows-1252').decode(Buffer.from('“Früher” sagte „Müller“'))
    expect(decodeBytes(Buffer.from(twice), null)).toMatchObject({text: '“Früher” sagte „Müller“', notes: [{code: 'ingest/encoding'}]})
  })
})

describe('dates that machines write', () => {
  it.each([
    ['2031-04-11', '2031-04-11'],
    ['20310411', '2031-04-11'],
    ['2031-04', '2031-04'],
    ['2031-04-11T18:00:00Z', '2031-04-11T18:00:00Z'],
    ['2031-04-11T18:00:00+0200', '2031-04-11T18:00:00+02:00'],
    ['2031-04-11 18:00', '2031-04-11T18:00:00'],
    ['Fri, 11 Apr 2031 18:00:00 GMT', '2031-04-11T18:00:00Z'],
    ['Fri, 11 Apr 31 6:05 PM EDT', '2031-04-11T18:05:00-04:00'],
    ['Fri Apr 11 18:00:00 MET 2031', '2031-04-11T18:00:00+01:00'],
    ['April 11, 2031', '2031-04-11'],
    ['2031년 4월 11일 오후 6:00', '2031-04-11T18:00:00+09:00'],
    ['Παρ, 11 Απρ 2031 18:00:00 EET', '2031-04-11T18:00:00+02:00'],
    ['2031-április-11T18:00+02:00', '2031-04-11T18:00:00+02:00'],
    ['2031-101', '2031-04-11'],
    ['2031-W15-5', '2031-04-11'],
  ])('%s', (written, edtf) => expect(readStructuredDate(written)).toBe(edtf))

  it.each(['2031-02-31', '0000-00-00', '9999-12-31', '-0044-03-15', '2031-13-01', '1e400', 'yesterday', ''])('%s is no date', written =>
    expect(readGivenDate(written)).toBeNull(),
  )

  it('never throws, and gives nothing but EDTF', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 :TZ.+-]{1,30}$/)), written => {
        expect(readStructuredDate(written) ?? '2031').toMatch(/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?)?)?$/)
      }),
    )
  })
})

describe('flags and credits', () => {
  it('points at the words that show them', async () => {
    const text = `SORREND, April 11 (Kalvia News) - The envoy of Ostrel said the talks went on.\n\nSubscribe to continue reading.\n\n(With inputs from Mirvan Press and Ostrel Wire)`
    const [article] = articles(await read([write('wire.txt', text)]))
    expect(article!.genre).toBe('wire')
    expect(article!.credits!.map(credit => text.slice(credit.span.start, credit.span.end))).toEqual([
      'Kalvia News',
      'Mirvan Press',
      'Ostrel Wire',
    ])
    const cut = article!.flags.find(flag => flag.kind === 'truncated')!
    expect(text.slice(cut.because[0]!.start, cut.because[0]!.end)).toBe('Subscribe to continue')
  })

  it('keeps every flag and note inside the text, whatever it is', async () => {
    const source = fc.array(
      fc.constantFrom('“', '(Kalvia) - ', 'Correction: ', '\n', 'Preface', 'İ', ' ', 'I think', '12:30 pm', 'source: Ostrel', '\ud800'),
      {maxLength: 40},
    )
    await fc.assert(
      fc.asyncProperty(source, async parts => {
        for (const item of await read(['-'], {stdin: JSON.stringify({text: `x${parts.join('')}`})})) {
          if (isRefusal(item)) continue
          const spans = [
            ...item.flags.flatMap(flag => flag.because),
            ...item.credits!.map(credit => credit.span),
            ...item.notes.flatMap(note => (note.at ? [note.at] : [])),
          ]
          for (const span of spans) expect(span.start >= 0 && span.start < span.end && span.end <= item.text.length).toBe(true)
        }
      }),
      {numRuns: 60},
    )
  })
})
