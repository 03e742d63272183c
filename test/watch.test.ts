// `parley watch` against a server of our own: what is new once, what it remembers, alerts, and that nothing opens a socket unless it is told to.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {gunzipSync} from 'node:zlib'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest'
import {runWatch, type WatchCommandOptions} from '../src/edge/cli/commands/watch.ts'
import {parseAlert, writeFeed} from '../src/edge/fetch/alert.ts'
import {loadState} from '../src/edge/fetch/feed-state.ts'
import {packagePath} from '../src/edge/files/root.ts'
import {readFeed} from '../src/ingest/feed/feed.ts'
import {parseXml} from '../src/ingest/xml.ts'
import {parleyHere} from './command.ts'
import {testPacks} from './support.ts'

let server: Server
let port = 0
let folder = ''
let answers: Map<string, {status?: number; type?: string; body: string; headers?: Record<string, string>}>
let asked: string[]
let posted: string[]

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.method === 'POST') {
      let body = ''
      request.on('data', chunk => {
        body += String(chunk)
      })
      request.on('end', () => {
        posted.push(body)
        response.writeHead(204).end()
      })
      return
    }
    const answer = answers.get(request.url ?? '')
    if (answer === undefined) response.writeHead(404).end()
    else
      response.writeHead(answer.status ?? 200, {'content-type': answer.type ?? 'application/rss+xml', ...answer.headers}).end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-test-'))
  answers = new Map()
  asked = []
  posted = []
})
afterEach(() => {
  process.exitCode = 0
  rmSync(folder, {recursive: true})
})
afterAll(() => server.close())

const at = (path: string): string => `http://127.0.0.1:${port}${path}`
const item = (n: number, text: string, link = `/story-${n}`): string =>
  `<item><title>Story ${n}</title><link>${link}</link><guid isPermaLink="false">g${n}</guid><pubDate>Fri, 11 Apr 2031 18:00:00 GMT</pubDate><description>${text}</description></item>`
const rss = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>Mirvan Post</title><link>/</link>${items.join('')}</channel></rss>`

async function watch(
  feeds: readonly string[],
  options: Partial<WatchCommandOptions> = {},
): Promise<{lines: Record<string, unknown>[]; told: string}> {
  const printed: string[] = []
  const told: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(((text: string, done?: () => void) => {
    printed.push(String(text))
    if (typeof done === 'function') done()
    return true
  }) as typeof process.stdout.write)
  const error = vi.spyOn(process.stderr, 'write').mockImplementation(((text: string) => {
    told.push(String(text))
    return true
  }) as typeof process.stderr.write)
  let clock = Date.UTC(2031, 3, 12)
  const time = {
    now: () => clock,
    chance: () => 1,
    pause: async (milliseconds: number) => {
      clock += milliseconds
    },
  }
  try {
    const defaults = {allowNetwork: true, once: true, keep: join(folder, 'kept'), every: 30, alert: []} as const
    await runWatch(feeds, {...defaults, ...options}, {rules: {resolve: async () => [], loopbackPorts: [port]}, time})
  } finally {
    out.mockRestore()
    error.mockRestore()
  }
  const text = printed.join('')
  return {
    lines: text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
    told: told.join(''),
  }
}

describe('what comes', () => {
  it('is handed on once, with whole addresses, and again where it was changed', async () => {
    answers.set('/rss', {body: rss(item(1, 'The envoy came to Sorrend.'), item(2, 'The talks went on.')), headers: {etag: '"1"'}})
    const first = await watch([at('/rss')])
    expect(first.lines).toMatchObject([
      {
        text: 'The envoy came to Sorrend.',
        title: 'Story 1',
        uri: at('/story-1'),
        publisher: 'Mirvan Post',
        published: '2031-04-11T18:00:00Z',
      },
      {text: 'The talks went on.'},
    ])
    expect((await watch([at('/rss')])).lines).toEqual([])
    answers.set('/rss', {body: rss(item(1, 'The envoy came to Sorrend and left.'), item(2, 'The talks went on.'))})
    expect((await watch([at('/rss')])).lines).toMatchObject([{text: 'The envoy came to Sorrend and left.'}])
  })

  it('is read from the page behind the entry with --pages, and from the feed where the page cannot be had', async () => {
    const page =
      '<html><body><article><h1>Story 1</h1><p>The envoy of Ostrel came to Sorrend on Friday and stayed for four hours, officials said.</p></article></body></html>'
    answers.set('/rss', {body: rss(item(1, 'The envoy came …'), item(2, 'The talks went on.'))})
    answers.set('/story-1', {body: page, type: 'text/html'})
    const {lines} = await watch([at('/rss')], {pages: true})
    expect(lines.map(line => line['text'])).toEqual([
      'The envoy of Ostrel came to Sorrend on Friday and stayed for four hours, officials said.',
      'The talks went on.',
    ])
    expect(lines[0]).toMatchObject({title: 'Story 1', published: '2031-04-11T18:00:00Z', publisher: 'Mirvan Post'})
  })

  it('is added to a record, and known reports are left alone', async () => {
    answers.set('/rss', {body: rss(item(1, 'The envoy of Ostrel came to Sorrend on Friday, officials of both sides said.'))})
    const record = join(folder, 'talks.parley')
    expect((await watch([at('/rss')], {record})).told).toContain('1 new')
    rmSync(join(folder, 'kept', 'feeds.json'))
    expect((await watch([at('/rss')], {record})).told).toContain('0 new')
  })

  it('names feeds by lists as well', async () => {
    answers.set('/rss', {body: rss(item(1, 'The envoy came.'))})
    writeFileSync(join(folder, 'feeds.opml'), `<opml version="2.0"><body><outline text="a" xmlUrl="${at('/rss')}"/></body></opml>`)
    writeFileSync(join(folder, 'feeds.txt'), `${at('/rss')}\nnot an address\n`)
    expect((await watch([join(folder, 'feeds.opml'), join(folder, 'feeds.txt')])).lines).toHaveLength(1)
  })
})

describe('what is forgotten', () => {
  /** Everything in a folder, as it lies there and unpacked. */
  const bytesIn = (kept: string): string =>
    readdirSync(kept)
      .map(name => readFileSync(join(kept, name)))
      .flatMap(bytes => [bytes, bytes[0] === 0x1f ? gunzipSync(bytes) : Buffer.alloc(0)])
      .map(bytes => bytes.toString('latin1').toLowerCase())
      .join('\n')

  it('leaves the archive and the alerts too, and what came beside it stays', async () => {
    const page = (words: string): string =>
      `<html><body><article><h1>Story</h1><p>${words} Officials gave no more details.</p></article></body></html>`
    const secret = 'The envoy Quillaby <b>Zanthorpe</b> of Ostrel came to Sorrend on Friday &amp; stayed for four hours.'
    answers.set('/rss', {body: rss(item(1, 'Zanthorpe came …'), item(2, 'The talks went on.'))})
    answers.set('/other', {body: rss(item(3, 'Mirvan and Kalvia agreed on the grain corridor, officials of both sides said.'))})
    answers.set('/story-1', {body: page(secret), type: 'text/html'})
    answers.set('/story-2', {body: page('The talks of Mirvan and Kalvia went on in Port Tallin until the evening.'), type: 'text/html'})
    const record = join(folder, 'talks.parley')
    const kept = join(folder, 'kept')
    await watch([at('/rss'), at('/other')], {record, pages: true, alert: [join(folder, 'new.xml')]})
    expect(bytesIn(kept)).toContain('zanthorpe')
    const {status, stdout} = await parleyHere(['forget', at('/story-1'), '--record', record])
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^1 report forgotten; 2 fetched answers removed from the archive/)])
    for (const word of ['zanthorpe', 'quillaby', 'story-1', 'stayed for four']) expect(bytesIn(kept)).not.toContain(word)
    expect(bytesIn(kept)).toContain('in port tallin until')
    expect(bytesIn(kept)).toContain('agreed on the grain corridor')
    expect((await parleyHere(['read', '--json', join(kept, 'fetched-20310412.warc.gz')])).status).toBe(0)
    for (const name of readdirSync(kept)) expect(statSync(join(kept, name)).mode & 0o077).toBe(0)
  }, 60_000)
})

describe('what it keeps', () => {
  it('every fetched byte as a web archive, for its owner only', async () => {
    answers.set('/rss', {body: rss(item(1, 'The envoy came to Sorrend.'))})
    await watch([at('/rss')])
    const kept = readdirSync(join(folder, 'kept')).sort()
    expect(kept).toEqual(['feeds.json', 'fetched-20310412.warc.gz'])
    for (const name of kept) expect(statSync(join(folder, 'kept', name)).mode & 0o077).toBe(0)
    const line = JSON.parse((await parleyHere(['read', '--json', '--with-text', join(folder, 'kept', kept[1]!)])).stdout.split('\n')[0]!)
    expect(line).toMatchObject({text: 'The envoy came to Sorrend.', uri: at('/story-1')})
  })

  it('which feeds are gone: they are asked no more', async () => {
    answers.set('/gone', {status: 410, body: ''})
    expect((await watch([at('/gone')])).told).toContain('fetch/gone')
    asked = []
    await watch([at('/gone')])
    expect(asked).toEqual([])
  })

  it('when a feed that failed is asked again: later each time', async () => {
    answers.set('/broken', {status: 403, body: ''})
    await watch([at('/broken')])
    const first = loadState(join(folder, 'kept', 'feeds.json')).feeds[at('/broken')]!
    await watch([at('/broken')])
    const second = loadState(join(folder, 'kept', 'feeds.json')).feeds[at('/broken')]!
    expect([first.failures, second.failures]).toEqual([1, 2])
    expect(second.nextAt).toBeGreaterThan(first.nextAt)
    expect(process.exitCode).toBe(1)
  })
})

describe('alerts', () => {
  it('write a feed that feed readers read, whatever stands in a title', async () => {
    answers.set('/rss', {body: rss(item(1, 'The envoy came.').replace('Story 1', '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; tea'))})
    const path = join(folder, 'new.xml')
    await watch([at('/rss')], {alert: [path]})
    const entries = readFeed(parseXml(readFileSync(path, 'utf8')), null, testPacks().page)
    expect(entries).toMatchObject([{found: {uri: at('/story-1'), published: '2031-04-11T18:00:00Z'}}])
    expect(readFileSync(path, 'utf8')).not.toContain('<script>')
  })

  it('run a command that gets what is new on its standard input, and never as words of it', async () => {
    answers.set('/rss', {body: rss(item(1, 'The envoy came.').replace('Story 1', '$(touch broken); `touch broken`'))})
    const path = join(folder, 'alert.json')
    await watch([at('/rss')], {alert: [`cat > ${path}`]})
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({schema: 'parley/alert@1', new: [{uri: at('/story-1')}]})
    expect(existsSync('broken')).toBe(false)
  })

  it('post to an address, under the same checks', async () => {
    answers.set('/rss', {body: rss(item(1, 'The envoy came.'))})
    await watch([at('/rss')], {alert: [at('/hook')]})
    expect(JSON.parse(posted[0]!)).toMatchObject({new: [{title: 'Story 1'}]})
    answers.set('/rss', {body: rss(item(3, 'The envoy left.'))})
    expect((await watch([at('/rss')], {alert: ['http://169.254.169.254/hook']})).told).toContain('no public address')
  })

  it('say nothing where nothing is new', async () => {
    answers.set('/rss', {body: rss()})
    await watch([at('/rss')], {alert: [at('/hook')]})
    expect(posted).toEqual([])
  })

  it('are told apart by their look', () => {
    expect(parseAlert('new.xml')).toEqual({kind: 'feed', path: 'new.xml'})
    expect(parseAlert('https://mirvan.example/hook')).toMatchObject({kind: 'webhook'})
    expect(parseAlert('mail -s new desk@mirvan.example')).toMatchObject({kind: 'command'})
    expect(writeFeed([])).toContain('<rss')
  })
})

describe('without --allow-network', () => {
  // Loaded before the program: writes down every address that a socket is opened to and every name that is looked up.
  const spy = `const net=require('node:net'),dns=require('node:dns'),fs=require('node:fs');const log=x=>fs.appendFileSync(process.env.SOCKETS,x+'\\n');
const connect=net.Socket.prototype.connect;net.Socket.prototype.connect=function(...a){log('connect '+JSON.stringify(a[0]));return connect.apply(this,a)};
for(const o of [dns,dns.promises])for(const k of ['lookup','resolve','resolve4','resolve6'])if(o[k]){const f=o[k];o[k]=function(h,...a){log('look up '+h);return f.call(this,h,...a)}}
const bind=require('node:dgram').Socket.prototype.send;require('node:dgram').Socket.prototype.send=function(...a){log('datagram');return bind.apply(this,a)}`

  it('no command opens a socket, whatever its input names', () => {
    const sockets = join(folder, 'sockets')
    writeFileSync(join(folder, 'spy.cjs'), spy)
    writeFileSync(sockets, '')
    writeFileSync(
      join(folder, 'feed.xml'),
      rss(item(1, 'The envoy came to &lt;img src="http://192.0.2.1/a.png"&gt; Sorrend.', 'http://192.0.2.1/story')),
    )
    writeFileSync(
      join(folder, 'page.html'),
      '<!DOCTYPE html SYSTEM "http://192.0.2.1/a.dtd"><html><head><link rel="canonical" href="http://192.0.2.1/a"><script src="http://192.0.2.1/a.js"></script></head><body><article><p>The envoy of Ostrel came to Sorrend on Friday, officials of both sides said at noon. <img src="http://192.0.2.1/a.png"></p></article></body></html>',
    )
    writeFileSync(
      join(folder, 'laughs.xml'),
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://192.0.2.1/x">]><rss><channel><item><title>&x;</title><description>The envoy came.</description></item></channel></rss>',
    )
    writeFileSync(join(folder, 'feeds.opml'), '<opml version="2.0"><body><outline xmlUrl="http://192.0.2.1/rss"/></body></opml>')
    const names = ['feed.xml', 'page.html', 'laughs.xml', 'feeds.opml'].map(name => join(folder, name))
    // One process runs them all, and its engine is loaded once; NODE_OPTIONS brings the spy into its threads as well.
    const all = join(folder, 'all.mjs')
    writeFileSync(
      all,
      `import {runProgram} from '${pathToFileURL(packagePath('dist', 'src', 'edge', 'cli', 'run.js')).href}'
const [inputs, feeds] = [process.argv.slice(2), process.argv.at(-1)]
const calls = [['read', '--json', ...inputs], ['check', ...inputs], ['brief', ...inputs], ['export', ...inputs], ['watch', feeds]]
const statuses = []
for (const words of calls) statuses.push(await runProgram(words, '0'))
process.stderr.write(JSON.stringify(statuses))
process.exitCode = 0`,
    )
    const ran = spawnSync(process.execPath, [all, ...names], {
      encoding: 'utf8',
      env: {...process.env, SOCKETS: sockets, NODE_OPTIONS: `--require ${join(folder, 'spy.cjs')}`},
    })
    expect([ran.status, ran.stderr]).toEqual([0, expect.stringMatching(/--allow-network.*\n\[0,0,0,0,2\]$/s)])
    expect(readFileSync(sockets, 'utf8')).toBe('')
    // The spy sees what is there to be seen.
    spawnSync(
      process.execPath,
      ['--require', join(folder, 'spy.cjs'), '-e', `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit())`],
      {env: {...process.env, SOCKETS: sockets}, timeout: 5000},
    )
    expect(readFileSync(sockets, 'utf8')).toContain('connect')
  })

  it('nothing but src/edge/fetch can open one outwards', () => {
    const outward = /from '(?:node:(?:net|tls|http|https|http2|dgram|dns|dns\/promises)|undici)'|\bfetch\(/
    const files = readdirSync(packagePath('src'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'))
    const found = files.filter(name =>
      outward.test(readFileSync(packagePath('src', name), 'utf8').replace(/\bfetcher\.fetch\(|^\s*(?:async )?fetch\(/gm, '')),
    )
    // The server at this machine listens and never dials.
    expect(found.filter(name => !name.startsWith('edge/fetch/') && !name.startsWith('edge/http/'))).toEqual([])
  })
})
