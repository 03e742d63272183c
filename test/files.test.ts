// The same text in every carrier gives the same article: text, JSON, HTML, feeds, mail, Word, PDF, archives.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {strToU8, zipSync} from 'fflate'
import {afterAll, describe, expect, it} from 'vitest'
import {readSources} from '../src/edge/files/sources.ts'
import {isRefusal} from '../src/ingest/refusal.ts'
import type {Article, Refusal} from '../src/model/article.ts'
import {testPacks} from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-files-'))
afterAll(() => rmSync(folder, {recursive: true}))

async function readFile(name: string, content: string | Uint8Array): Promise<(Article | Refusal)[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const items: (Article | Refusal)[] = []
  for await (const item of readSources([path], {packs: testPacks()})) items.push(item)
  return items
}
const textsOf = (items: readonly (Article | Refusal)[]): string[] =>
  items.map(item => (isRefusal(item) ? `${item.code}: ${item.message}` : item.text))

const LINES = [
  'The foreign minister of Ostrel, Ida Marov, said on Friday that her government would send a delegation to the talks in Sorrend next week.',
  '“We are ready to discuss every question & every map,” she told the Kalvia news agency, adding that no date had been set for the signing.',
  'A spokesman for Kalvia declined to comment on the offer. He said the two sides had exchanged letters in March and would do so again.',
]
const TEXT = LINES.join('\n')
const escapeMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const PARAGRAPHS = LINES.map(line => `<p>${escapeMarkup(line)}</p>`).join('\n')

const pageOf = (inner: string) =>
  `<!doctype html><html lang="en"><head><title>Ostrel sends a delegation | Mirvan Post</title><meta property="og:site_name" content="Mirvan Post">
<meta property="article:published_time" content="2031-04-11T18:00:00+02:00"><link rel="canonical" href="https://mirvan.example/a?utm_source=x"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><header><h1>Ostrel sends a delegation</h1><p class="byline">By Bo Vashenko</p></header>
<article><div class="article-body">${inner}<p>Read more: <a href="/b">Kalvia waits</a></p></div><aside>Sign up for our newsletter</aside></article>
<footer>© 2031 Mirvan Post. All rights reserved.</footer></body></html>`

const wordOf = () =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${LINES.map(line => `<w:p><w:r><w:t>${escapeMarkup(line.slice(0, 30))}</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">${escapeMarkup(line.slice(30))}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  })

/** A one-page PDF in WinAnsi, lines of at most 70 characters. */
function pdfOf(lines: readonly string[]): Uint8Array {
  const rows: string[] = []
  let y = 780
  for (const line of lines) {
    for (const row of line.match(/.{1,78}(?: |$)/g) ?? []) {
      rows.push(`1 0 0 1 50 ${y} Tm (${row.trim().replace(/[()\\]/g, mark => `\\${mark}`)}) Tj`)
      y -= 13
    }
    y -= 16
  }
  const stream = Buffer.from(`BT /F1 11 Tf ${rows.join(' ')} ET`.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = file.length
  file += `xref\n0 6\n0000000000 65535 f \n${places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(file, 'latin1')
}

const MAIL = `From: Mirvan Desk <desk@mirvan.example>\r\nTo: a@b.example\r\nSubject: Talks in Sorrend\r\nDate: Fri, 11 Apr 2031 18:00:00 +0200\r\nMessage-ID: <1@mirvan.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${LINES.join('\r\n')}\r\n`

const record = (type: string, uri: string, body: Buffer) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2031-04-12T08:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${body.length}\r\n\r\n`,
    ),
    body,
    Buffer.from('\r\n\r\n'),
  ])
const answer = (page: string) => Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`)

const rtf = (text: string) =>
  `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 ${text.replace(/[“”]/g, mark => `\\u${mark.charCodeAt(0)}?`).replaceAll('\n', '\\par\n')}}`

describe('the same text in every carrier', () => {
  it.each<[string, string | Uint8Array]>([
    ['plain.txt', TEXT],
    ['lines.jsonl', JSON.stringify({text: TEXT})],
    ['one.json', JSON.stringify({text: TEXT}, null, 2)],
    ['page.html', pageOf(PARAGRAPHS)],
    ['page-by-breaks.html', pageOf(`<div>${LINES.map(escapeMarkup).join('<br><br>')}</div>`)],
    [
      'feed.xml',
      `<rss version="2.0"><channel><title>Mirvan Post</title><item><title>A</title><description><![CDATA[${PARAGRAPHS}]]></description></item></channel></rss>`,
    ],
    [
      'atom.xml',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Mirvan Post</title><entry><title>A</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${PARAGRAPHS}</div></content></entry></feed>`,
    ],
    [
      'feed.json',
      JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Mirvan Post', items: [{id: '1', content_html: PARAGRAPHS}]}),
    ],
    [
      'story.nitf',
      `<?xml version="1.0"?><nitf><head><title>A</title></head><body><body.content>${PARAGRAPHS}</body.content></body></nitf>`,
    ],
    [
      'g2.xml',
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><versionCreated>2031-04-11T18:00:00Z</versionCreated></itemMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${PARAGRAPHS}</body></html></inlineXML></contentSet></newsItem>`,
    ],
    ['ninjs.json', JSON.stringify({uri: 'urn:1', versioncreated: '2031-04-11T18:00:00Z', body_xhtml: PARAGRAPHS})],
    ['mail.eml', MAIL],
    ['box.mbox', `From desk@mirvan.example Fri Apr 11 18:00:00 2031\n${MAIL.replaceAll('\r\n', '\n')}\n`],
    ['word.docx', wordOf()],
    ['print.pdf', pdfOf(LINES)],
    ['rich.rtf', rtf(TEXT)],
    ['notes.md', LINES.join('\n\n')],
    ['table.csv', `id,text\n7,"${TEXT.replaceAll('"', '""')}"\n`],
    ['archive.zip', zipSync({'folder/a.html': strToU8(pageOf(PARAGRAPHS))})],
    ['packed.txt.gz', gzipSync(TEXT)],
    ['crawl.warc', record('response', 'https://mirvan.example/a', answer(pageOf(PARAGRAPHS)))],
    ['crawl.warc.gz', gzipSync(record('response', 'https://mirvan.example/a', answer(pageOf(PARAGRAPHS))))],
    ['wrong-ending.txt', pageOf(PARAGRAPHS)],
    ['wrong-ending.pdf', wordOf()],
  ])('%s', async (name, content) => expect(textsOf(await readFile(name, content))).toEqual([TEXT]))
})

describe('what carriers know', () => {
  it('reads the metadata of a page', async () => {
    const [article] = await readFile('meta.html', pageOf(PARAGRAPHS))
    expect(article).toMatchObject({
      title: 'Ostrel sends a delegation',
      byline: ['Bo Vashenko'],
      publisher: 'Mirvan Post',
      published: '2031-04-11T18:00:00+02:00',
      publishedFrom: 'metadata',
      uri: 'https://mirvan.example/a',
      language: 'en',
    })
  })

  it('reads the head of a mail and where an archived page stood', async () => {
    expect((await readFile('head.eml', MAIL))[0]).toMatchObject({
      title: 'Talks in Sorrend',
      publisher: 'Mirvan Desk',
      published: '2031-04-11T18:00:00+02:00',
      guid: '<1@mirvan.example>',
    })
    expect((await readFile('where.warc', record('response', 'https://mirvan.example/x', answer(pageOf(PARAGRAPHS)))))[0]).toMatchObject({
      uri: 'https://mirvan.example/x',
      retrieved: '2031-04-12T08:00:00Z',
    })
  })

  it('marks a story that its agency took back', async () => {
    const [article] = await readFile(
      'kill.json',
      JSON.stringify({uri: 'urn:1', versioncreated: '2031-04-11T18:00:00Z', pubstatus: 'canceled', body_xhtml: PARAGRAPHS}),
    )
    expect((article as Article).flags.map(flag => flag.kind)).toContain('withdrawn')
  })

  it('reads records around damage and says where it is', async () => {
    const good = (n: number) => record('response', `https://mirvan.example/${n}`, answer(pageOf(PARAGRAPHS.replace('Friday', `day ${n}`))))
    const items = await readFile(
      'damaged.warc',
      Buffer.concat([good(1), Buffer.from('garbage in between'), good(2), good(3).subarray(0, 300)]),
    )
    expect(items.filter(item => !isRefusal(item))).toHaveLength(2)
    expect(items.filter(isRefusal).map(item => item.message)).toEqual([
      expect.stringContaining('no record'),
      expect.stringContaining('cut'),
    ])
    const packed = await readFile(
      'damaged.warc.gz',
      Buffer.concat([gzipSync(good(1)), Buffer.from('garbage in between'), gzipSync(good(2)), gzipSync(good(3)).subarray(0, 90)]),
    )
    expect(packed.filter(item => !isRefusal(item))).toHaveLength(2)
  })

  it('reads a file of a press database as its articles', async () => {
    const bundle = [
      'Ostrel sends a delegation',
      'Mirvan Post',
      'April 11, 2031 Friday',
      'Copyright 2031 Mirvan Post',
      'Length: 90 words',
      'Byline: IDA ORLO; BO VASH',
      'Body',
      ...LINES,
      'Load-Date: April 12, 2031',
      'End of Document',
    ]
    const other = [
      'Kalvia waits',
      '61 words',
      '12 April 2031',
      '08:00',
      'Kalvia News',
      'KALNW',
      'English',
      '(c) 2031 Kalvia News',
      LINES[1]!,
      'Document KALNW00020310412e74c00001',
    ]
    const items = await readFile('bundle.rtf', rtf([...bundle, ...other].join('\n')))
    expect(items).toMatchObject([
      {text: TEXT, title: 'Ostrel sends a delegation', publisher: 'Mirvan Post', published: '2031-04-11', byline: ['IDA ORLO', 'BO VASH']},
      {text: LINES[1], title: 'Kalvia waits', publisher: 'Kalvia News', published: '2031-04-12'},
    ])
  })

  it('refuses bombs, nested archives, encrypted and cut files, each with its reason', async () => {
    const code = async (name: string, content: string | Uint8Array) =>
      (await readFile(name, content)).map(item => (isRefusal(item) ? item.code : 'read'))
    expect(await code('bomb.gz', gzipSync(Buffer.alloc(20_000_000, 97)))).toEqual(['ingest/too-large'])
    expect(await code('bomb.zip', zipSync({'a.txt': new Uint8Array(20_000_000)}))).toEqual(['ingest/too-large'])
    expect(await code('cut.zip', zipSync({'a.txt': strToU8(TEXT)}).subarray(0, 60))).toEqual(['ingest/corrupt'])
    expect(await code('cut.pdf', pdfOf(LINES).subarray(0, 80))).toEqual(['ingest/corrupt'])
    expect(await code('slip.zip', zipSync({'../../a.txt': strToU8(TEXT)}))).toEqual(['ingest/unsupported'])
    const nested = zipSync({'b.zip': zipSync({'c.zip': zipSync({'a.txt': strToU8(TEXT)})})})
    expect(await code('nested.zip', nested)).toEqual(['ingest/unsupported'])
  })
})
