// Property: the same lines give the byte-identical text, and so the same hash and id, whatever carries them and however it is encoded.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {strToU8, zipSync} from 'fflate'
import {afterAll, describe, expect, it} from 'vitest'
import {readSources} from '../src/edge/files/sources.ts'
import {hashOf} from '../src/ingest/article.ts'
import {isRefusal} from '../src/ingest/refusal.ts'
import {testPacks} from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'carriers-'))
afterAll(() => rmSync(folder, {recursive: true}))

const WHO = [
  'The envoy of Ostrel',
  'A spokesman for Kalvia',
  'Ida Marov, the foreign minister,',
  'The mayor of Sorrend',
  'Zoë Ünlü of Mirvan’s ministry',
]
const DID = [
  'told reporters on Friday that',
  'said “no map & no deadline” had been shown, and that',
  'wrote in a letter – the third this year – that',
  'denied (once more) that',
]
const WHAT = [
  'the two sides would meet again within 14 days',
  '3 < 4 was all the arithmetic the delegation needed',
  'the customs house of São Brás stays open',
  'prices rose by 5 % & wages by less',
]
const END = ['.', ', officials of both sides said.', '; no date was set.', ', the Kalvia news agency reported.']

const sentence = fc
  .tuple(fc.constantFrom(...WHO), fc.constantFrom(...DID), fc.constantFrom(...WHAT), fc.constantFrom(...END))
  .map(([who, did, what, end]) => `${who} ${did} ${what}${end}`)
/** Of two to six different lines: a line that stands twice on a page is a caption or a teaser. */
const report = fc.uniqueArray(sentence, {minLength: 2, maxLength: 6})

const mark = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const numbered = (text: string) => mark(text).replace(/[^\x00-\x7f]/gu, letter => `&#${letter.codePointAt(0)};`)
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map(byte => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)))
    .join('')

const page = (body: string, charset = 'utf-8') =>
  `<!doctype html><html lang="en"><head><meta charset="${charset}"><title>Talks | Mirvan Post</title></head><body><nav><a href="/">Home</a></nav><h1>Talks in Sorrend go on</h1><article>${body}</article><footer>© Mirvan Post</footer></body></html>`
const mail = (body: string, encoding: string) =>
  `From: a@mirvan.example\r\nTo: b@mirvan.example\r\nSubject: Talks\r\nDate: Fri, 11 Apr 2031 18:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`
const answer = (body: Buffer, head: string) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${head}\r\n`), body])
const record = (body: Buffer, path: string) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://mirvan.example/${path}\r\nContent-Length: ${body.length}\r\n\r\n`,
    ),
    body,
    Buffer.from('\r\n\r\n'),
  ])
const word = (lines: readonly string[]) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="w"><w:body>${lines.map(line => `<w:p><w:r><w:t xml:space="preserve">${mark(line)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  })

function carriersOf(lines: readonly string[]): [string, string | Uint8Array][] {
  const text = lines.join('\n')
  const paragraphs = lines.map(line => `<p>${mark(line)}</p>`).join('\n')
  const breaks = `<div>${lines.map(mark).join('<br><br>')}</div>`
  return [
    ['plain.txt', text],
    ['mark.txt', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['wide.txt', utf16(text)],
    ['lines.jsonl', `${JSON.stringify({text})}\n`],
    ['one.json', JSON.stringify([{text}], null, 1)],
    ['table.csv', `id,text\n7,"${text.replaceAll('"', '""')}"\n`],
    ['notes.md', lines.join('\n\n').replaceAll('<', '&lt;')],
    ['page.html', page(paragraphs)],
    ['breaks.html', page(breaks)],
    ['numbers.html', page(lines.map(line => `<p>${numbered(line)}</p>`).join(''), 'us-ascii')],
    ['wide.html', utf16(page(paragraphs, 'utf-16'))],
    [
      'rss.xml',
      `<rss version="2.0"><channel><title>M</title><item><title>A</title><description>${mark(paragraphs)}</description></item></channel></rss>`,
    ],
    [
      'rss-data.xml',
      `<rss version="2.0"><channel><title>M</title><item><title>A</title><description><![CDATA[${paragraphs}]]></description></item></channel></rss>`,
    ],
    [
      'atom.xml',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>M</title><entry><title>A</title><content type="html">${mark(paragraphs)}</content></entry></feed>`,
    ],
    ['feed.json', JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'M', items: [{id: '1', content_html: paragraphs}]})],
    ['ninjs.json', JSON.stringify({uri: 'urn:1', versioncreated: '2031-04-11T18:00:00Z', body_xhtml: paragraphs})],
    [
      'story.nitf',
      `<?xml version="1.0"?><nitf><head><title>A</title></head><body><body.content>${paragraphs}</body.content></body></nitf>`,
    ],
    ['plain.eml', mail(lines.join('\r\n'), '8bit')],
    ['base64.eml', mail(Buffer.from(lines.join('\r\n')).toString('base64'), 'base64')],
    [
      'quoted.eml',
      mail(
        quoted(lines.join('\r\n'))
          .replaceAll('=0D=0A', '\r\n')
          .replace(/(.{1,70})(?![^\r\n])/g, '$1'),
        'quoted-printable',
      ),
    ],
    ['box.mbox', `From a@mirvan.example Fri Apr 11 18:00:00 2031\n${mail(text, '8bit').replaceAll('\r\n', '\n')}\n`],
    ['word.docx', word(lines)],
    ['archive.zip', zipSync({'a.html': strToU8(page(paragraphs))})],
    ['packed.txt.gz', gzipSync(text)],
    ['crawl.warc', record(answer(Buffer.from(page(paragraphs)), ''), 'a')],
    ['packed.warc.gz', gzipSync(record(answer(gzipSync(page(paragraphs)), 'Content-Encoding: gzip\r\n'), 'b'))],
    ['brotli.warc', record(answer(brotliCompressSync(Buffer.from(page(paragraphs))), 'Content-Encoding: br\r\n'), 'c')],
  ]
}

describe('every carrier', () => {
  it('gives the byte-identical article', async () => {
    await fc.assert(
      fc.asyncProperty(report, async lines => {
        const text = lines.join('\n')
        const names = carriersOf(lines).map(([name, content]) => {
          writeFileSync(join(folder, name), content)
          return name
        })
        const found: Record<string, unknown> = {}
        for await (const item of readSources(
          names.map(name => join(folder, name)),
          {packs: testPacks()},
        )) {
          const name = (item.file ?? '').slice(folder.length + 1).split('!')[0]!
          found[name] = isRefusal(item) ? `${item.code}: ${item.message}` : [item.text, item.sha256]
        }
        // A second use of a hash as id is told apart by its place, and never refused.
        expect(found).toEqual(Object.fromEntries(names.map(name => [name, [text, hashOf(text)]])))
      }),
      {numRuns: 8},
    )
  })
})
