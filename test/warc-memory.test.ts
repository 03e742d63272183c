// A web archive larger than memory is read a record at a time: four times the archive takes no more memory.
import {spawnSync} from 'node:child_process'
import {closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'
import {afterAll, describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'warc-memory-'))
afterAll(() => rmSync(folder, {recursive: true}))

const record = (uri: string, type: string, body: Buffer): Buffer => {
  const head = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`)
  const size = head.length + body.length
  const about = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${uri}\r\nContent-Length: ${size}\r\n\r\n`
  return Buffer.concat([Buffer.from(about), head, body, Buffer.from('\r\n\r\n')])
}
const PICTURE = record('https://mirvan.example/a.jpg', 'image/jpeg', Buffer.alloc(2 * 1024 * 1024, 'jpeg and no text, '))

function writeArchive(name: string, pictures: number, pages: number): string {
  const path = join(folder, name)
  const isPacked = name.endsWith('.gz')
  const picture = isPacked ? gzipSync(PICTURE) : PICTURE
  const file = openSync(path, 'w')
  for (let n = 0; n < pictures; n++) writeSync(file, picture)
  for (let n = 0; n < pages; n++) {
    const body = `<html><body><article><p>The envoy of Ostrel met the president of Kalvia for the ${n}th time on Friday, officials said.</p></article></body></html>`
    const page = record(`https://mirvan.example/${n}`, 'text/html', Buffer.from(body))
    writeSync(file, isPacked ? gzipSync(page) : page)
  }
  closeSync(file)
  return path
}

/** Reads an archive in a process of its own: how many documents, and the most memory that it held, in MB. */
function readArchive(path: string): {documents: number; memory: number} {
  const dist = (...parts: string[]) => pathToFileURL(packagePath('dist', 'src', 'edge', 'files', ...parts)).href
  const script = join(folder, 'read.mjs')
  writeFileSync(
    script,
    `import {readSources} from '${dist('sources.js')}'; import {loadPacks} from '${dist('packs.js')}'
let documents = 0
for await (const _ of readSources([process.argv[2]], {packs: loadPacks()})) documents++
console.log(JSON.stringify({documents, memory: process.resourceUsage().maxRSS / 1024}))`,
  )
  return JSON.parse(spawnSync(process.execPath, [script, path], {encoding: 'utf8'}).stdout)
}

describe('a large archive', () => {
  it.each(['plain.warc', 'packed.warc.gz'])(
    'streams: %s',
    name => {
      const small = readArchive(writeArchive(`small-${name}`, 10, 5))
      const large = readArchive(writeArchive(`large-${name}`, 60, 5))
      expect([small.documents, large.documents]).toEqual([5, 5])
      expect(large.memory).toBeLessThan(512)
      // Six times the bytes; what may differ is when the collector runs.
      expect(large.memory).toBeLessThan(small.memory + 80)
    },
    300_000,
  )
})
