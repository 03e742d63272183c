// Whatever bytes come, a source gives articles or one refusal with a code: it never throws, and no span leaves its text.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {strToU8, zipSync} from 'fflate'
import {afterAll, describe, expect, it} from 'vitest'
import {readForeign} from '../src/edge/files/foreign.ts'
import {ReadFailure} from '../src/edge/files/read-failure.ts'
import {readSources} from '../src/edge/files/sources.ts'
import {plainMarkdown} from '../src/ingest/markdown.ts'
import {isRefusal} from '../src/ingest/refusal.ts'
import {plainRtf} from '../src/ingest/rtf.ts'
import {sniffKind} from '../src/ingest/sniff.ts'
import {readTable} from '../src/ingest/table.ts'
import type {Article, Refusal} from '../src/model/article.ts'
import {testPacks} from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-hostile-'))
afterAll(() => rmSync(folder, {recursive: true}))

const TEXT =
  'The envoy of Ostrel met the president of Kalvia in Sorrend on Friday.\n“The talks were useful,” spokesman Orlo Vashenko said.\n(With inputs from Kalvia News)'
const BODY = TEXT.split('\n')
  .map(line => `<p>${line}</p>`)
  .join('')
const CARRIERS: readonly (readonly [string, Uint8Array])[] = [
  ['a.txt', Buffer.from(TEXT)],
  ['a.jsonl', Buffer.from(`${JSON.stringify({id: 'a', text: TEXT})}\n${JSON.stringify({id: 'b', text: TEXT})}`)],
  [
    'a.html',
    Buffer.from(
      `<!doctype html><html><head><title>T</title><meta property="article:published_time" content="2031-04-11"></head><body><article>${BODY}</article></body></html>`,
    ),
  ],
  [
    'a.xml',
    Buffer.from(
      `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>M</title><item><title>T</title><description><![CDATA[${BODY}]]></description><pubDate>Fri, 11 Apr 2031 18:00:00 GMT</pubDate></item></channel></rss>`,
    ),
  ],
  [
    'a.eml',
    Buffer.from(
      `From: a@b.example\r\nSubject: T\r\nDate: Fri, 11 Apr 2031 18:00:00 +0200\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${BODY}`,
    ),
  ],
  [
    'a.docx',
    zipSync({
      'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${TEXT}</w:t></w:r></w:p></w:body></w:document>`),
    }),
  ],
  [
    'a.warc',
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://m.example/a\r\nContent-Length: ${BODY.length + 50}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${BODY}\r\n\r\n`,
    ),
  ],
  ['a.rtf', Buffer.from(`{\\rtf1\\ansi ${TEXT.replaceAll('\n', '\\par ')}}`)],
]

/** Cut, spliced, flipped, repeated, with control characters put in; the same for one seed on every machine. */
function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed + 1
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % Math.max(1, below)
  }
  let out = Buffer.from(bytes)
  for (let step = 0; step <= random(3); step++) {
    const at = random(out.length)
    const kind = random(5)
    if (kind === 0) out = out.subarray(0, at)
    else if (kind === 1) out = Buffer.concat([out.subarray(at), out.subarray(0, at)])
    else if (kind === 2) for (let i = 0; i < 8; i++) out[random(out.length)] = random(256)
    else if (kind === 3)
      out = Buffer.concat([out.subarray(0, at), ...Array.from({length: 20}, () => out.subarray(at, at + 40)), out.subarray(at)])
    else out = Buffer.concat([out.subarray(0, at), Buffer.from([0, 27, 0xe2, 0x80, 0xae, 0xed, 0xa0, 0x80]), out.subarray(at)])
  }
  return out
}

function checkItem(item: Article | Refusal): void {
  if (isRefusal(item)) {
    expect(item.code).toMatch(/^ingest\//)
    expect(item.message).not.toBe('')
    return
  }
  expect(item.text).not.toMatch(/\p{Surrogate}/u)
  const spans = [
    ...item.flags.flatMap(flag => flag.because),
    ...(item.credits ?? []).map(credit => credit.span),
    ...item.notes.flatMap(note => (note.at ? [note.at] : [])),
  ]
  for (const {start, end} of spans) expect(start >= 0 && start <= end && end <= item.text.length).toBe(true)
}

describe('mutated carriers', () => {
  it.each(CARRIERS)('%s', async (name, bytes) => {
    for (let seed = 0; seed < 70; seed++) {
      const path = join(folder, name)
      const content = mutate(bytes, seed)
      writeFileSync(path, content)
      try {
        const carrier = {file: path, given: {}, page: testPacks().page, maxDocument: 1_000_000, depth: 0}
        for await (const item of readForeign(sniffKind(content.subarray(0, 8192), name), path, carrier)) checkItem(item)
      } catch (error) {
        if (!(error instanceof ReadFailure)) throw new Error(`${name}, seed ${seed}: ${error}`)
      }
    }
  })
})

describe('the worker', () => {
  it('outlives what it cannot read, and reads the next source', async () => {
    const paths = [
      ['deep.xml', '<a>'.repeat(100_000)],
      ['deep.html', `${'<div>'.repeat(20_000)}The envoy of Ostrel met the president of Kalvia in Sorrend on Friday.`],
      ['broken.docx', 'PK\u0003\u0004 not really'],
      ['good.html', `<html><body><article>${BODY}</article></body></html>`],
    ].map(([name, content]) => {
      writeFileSync(join(folder, name!), content!)
      return join(folder, name!)
    })
    const items: (Article | Refusal)[] = []
    for await (const item of readSources(paths, {packs: testPacks()})) items.push(item)
    expect(items.map(item => (isRefusal(item) ? item.code : 'read'))).toEqual(['ingest/corrupt', 'read', 'ingest/corrupt', 'read'])
  })

  it('ends when its reader stops early', async () => {
    writeFileSync(join(folder, 'lines.jsonl'), '{"text":"One report."}\n'.repeat(3))
    for await (const item of readSources([join(folder, 'a.html'), join(folder, 'lines.jsonl')], {packs: testPacks()})) {
      checkItem(item)
      break
    }
  })
})

describe('readers of plain formats', () => {
  it('never throw', () => {
    const source = fc.oneof(
      fc.string({unit: 'binary'}),
      fc
        .array(
          fc.constantFrom(
            '[',
            '](',
            ')',
            '**',
            '_',
            '`',
            '|',
            '\n',
            '"',
            ',',
            '{\\rtf1',
            '\\par',
            '\\u-9',
            "\\'e4",
            '}',
            '# ',
            '- ',
            'a b',
          ),
        )
        .map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(source, text => {
        plainMarkdown(text)
        plainRtf(text)
        readTable(`text,title\n${text}`, {})
      }),
    )
  })
})
