// How much memory a web archive of a gigabyte takes, and how fast it is read: pictures with a page after every tenth, as crawls have
// them. `node dist/bench/warc.js [MB]`; the archive is written to the temporary folder and removed again.
import {closeSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {loadPacks} from '../src/edge/files/packs.ts'
import {readSources} from '../src/edge/files/sources.ts'

const MEGABYTE = 1024 * 1024
const size = Number(process.argv[2] ?? 1024)
const PICTURES_A_PAGE = 10

const record = (uri: string, type: string, body: Buffer): Buffer => {
  const head = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`)
  const about = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${uri}\r\nContent-Length: ${head.length + body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(about), head, body, Buffer.from('\r\n\r\n')])
}
const picture = record('https://mirvan.example/a.jpg', 'image/jpeg', Buffer.alloc(MEGABYTE, 'jpeg and no text, '))
const page = (n: number) =>
  record(
    `https://mirvan.example/${n}`,
    'text/html',
    Buffer.from(
      `<html><body><article>${`<p>The envoy of Ostrel met the president of Kalvia for the ${n}th time on Friday, officials said.</p>`.repeat(40)}</article></body></html>`,
    ),
  )

const folder = mkdtempSync(join(tmpdir(), 'warc-'))
try {
  const path = join(folder, 'large.warc')
  const file = openSync(path, 'w')
  for (let n = 0; n < size; n++) writeSync(file, n % PICTURES_A_PAGE === 0 ? Buffer.concat([page(n), picture]) : picture)
  closeSync(file)
  const started = performance.now()
  let documents = 0
  for await (const _ of readSources([path], {packs: loadPacks()})) documents++
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${size} MB, ${documents} documents: ${Math.round(size / seconds)} MB a second, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB held`,
  )
} finally {
  rmSync(folder, {recursive: true})
}
