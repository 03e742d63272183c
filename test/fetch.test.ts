// The safe fetcher, row by row of its rules (field/security.md 3), against a server of our own at 127.0.0.1 that only these tests may dial.
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {isPublicAddress} from '../src/edge/fetch/address.ts'
import {openArchive} from '../src/edge/fetch/archive.ts'
import {checkedAddress} from '../src/edge/fetch/dial.ts'
import {checkedRedirect, type Fetcher, type FetcherOptions, openFetcher} from '../src/edge/fetch/fetcher.ts'
import {freshFor, retryAfter, type Time} from '../src/edge/fetch/retry.ts'
import {readSources} from '../src/edge/files/sources.ts'
import {testPacks} from './support.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const servers: Server[] = []
let answers: Map<string, Answer>
let asked: {path: string; headers: IncomingMessage['headers']}[]
let pauses: number[]
let clock: number
const folder = mkdtempSync(join(tmpdir(), 'fetch-test-'))

const listen = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer((request, response) => {
      asked.push({path: request.url ?? '', headers: request.headers})
      const answer = answers.get(request.url ?? '')
      if (answer) answer(request, response)
      else response.writeHead(404).end()
    })
    servers.push(server)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

let port = 0
let otherPort = 0
const fetchers: Fetcher[] = []
const time: Time = {
  now: () => clock,
  pause: async milliseconds => {
    pauses.push(milliseconds)
    clock += milliseconds
  },
  chance: () => 1,
}

function open(options: Partial<FetcherOptions> = {}): Fetcher {
  const rules = {resolve: async () => ['93.184.216.34'], loopbackPorts: [port, otherPort]}
  const fetcher = openFetcher({userAgent: 'Parley-test/0 (+mailto:desk@mirvan.example)', rules, time, archive: null, ...options})
  fetchers.push(fetcher)
  return fetcher
}

const at = (path: string): string => `http://127.0.0.1:${port}${path}`
const say =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, {'content-type': 'application/rss+xml', ...headers}).end(body)
  }

beforeAll(async () => {
  port = await listen()
  otherPort = await listen()
})
beforeEach(() => {
  answers = new Map()
  asked = []
  pauses = []
  clock = Date.UTC(2031, 3, 11)
})
afterEach(async () => {
  for (const fetcher of fetchers.splice(0)) await fetcher.close()
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, {recursive: true})
})

describe('addresses', () => {
  it.each([
    ...[
      '127.0.0.1',
      '127.8.8.8',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '192.0.0.8',
      '198.18.0.1',
    ],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '2130706433',
      '0x7f000001',
      '[::1]',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      'fe80::1',
      'fc00::1',
    ],
    ...['fec0::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'ff02::1', 'localhost', ''],
  ])('never dials %s', literal => expect(isPublicAddress(literal)).toBe(false))

  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])('dials %s', literal =>
    expect(isPublicAddress(literal)).toBe(true),
  )

  it.each([
    ['http://127.0.0.1/', 'fetch/private-address'],
    ['http://2130706433/', 'fetch/private-address'],
    ['http://0x7f.1/', 'fetch/private-address'],
    ['http://[::1]/', 'fetch/private-address'],
    ['http://[::ffff:127.0.0.1]/', 'fetch/private-address'],
    ['http://169.254.169.254/latest/meta-data/', 'fetch/private-address'],
    ['http://desk:secret@mirvan.example/', 'fetch/bad-address'],
    ['file:///etc/passwd', 'fetch/bad-address'],
    ['gopher://mirvan.example/', 'fetch/bad-address'],
    ['http://mirvan.example:8080/', 'fetch/bad-address'],
    ['//localhost', 'fetch/bad-address'],
    ['no address', 'fetch/bad-address'],
  ])('refuses %s', async (url, code) => {
    await expect(open().fetch(url)).rejects.toMatchObject({code})
    expect(asked).toEqual([])
  })

  it('refuses a name where one of its addresses is private, and asks the resolver once', async () => {
    let calls = 0
    const resolve = async () => (calls++ === 0 ? ['93.184.216.34', '10.0.0.1'] : ['93.184.216.34'])
    await expect(checkedAddress('mirvan.example', 443, {resolve, loopbackPorts: []})).rejects.toMatchObject({code: 'fetch/private-address'})
    expect(calls).toBe(1)
  })

  it('dials the address that was checked, whatever the resolver says next', async () => {
    let calls = 0
    const resolve = async () => (calls++ === 0 ? ['93.184.216.34'] : ['127.0.0.1'])
    expect(await checkedAddress('mirvan.example', 80, {resolve, loopbackPorts: []})).toBe('93.184.216.34')
    expect(calls).toBe(1)
  })

  it('refuses a name that leads to this machine, though the name looks foreign', async () => {
    const rules = {resolve: async () => ['127.0.0.1'], loopbackPorts: []}
    await expect(open({rules}).fetch('http://mirvan.example/feed')).rejects.toMatchObject({code: 'fetch/private-address'})
  })

  it('tells a name without an address', async () => {
    const rules = {resolve: async () => Promise.reject(new Error('ENOTFOUND')), loopbackPorts: []}
    await expect(open({rules}).fetch('http://mirvan.example/')).rejects.toMatchObject({code: 'fetch/unresolved'})
  })
})

describe('redirects', () => {
  it('follows few, and says where it came to', async () => {
    answers.set('/a', say('', {location: '/b'}, 301))
    answers.set('/b', say('<rss/>'))
    expect(await open().fetch(at('/a'))).toMatchObject({url: at('/b')})
  })

  it('checks each again: none leads inside', async () => {
    answers.set('/a', say('', {location: 'http://169.254.169.254/'}, 302))
    await expect(open().fetch(at('/a'))).rejects.toMatchObject({code: 'fetch/private-address'})
    answers.set('/b', say('', {location: 'file:///etc/passwd'}, 302))
    await expect(open().fetch(at('/b'))).rejects.toMatchObject({code: 'fetch/bad-address'})
  })

  it('ends a circle after five', async () => {
    answers.set('/a', say('', {location: '/a'}, 302))
    await expect(open().fetch(at('/a'))).rejects.toMatchObject({code: 'fetch/redirect'})
    expect(asked.filter(({path}) => path === '/a')).toHaveLength(6)
  })

  it('never goes from https to http', () => {
    expect(() => checkedRedirect('http://mirvan.example/', new URL('https://mirvan.example/'))).toThrow(/https to http/)
    expect(checkedRedirect('/b', new URL('https://mirvan.example/a')).href).toBe('https://mirvan.example/b')
  })

  it('takes what proves an answer of one host to no other', async () => {
    answers.set('/a', say('', {location: `http://127.0.0.1:${otherPort}/b`, 'set-cookie': 'a=1'}, 302))
    answers.set('/b', say('<rss/>'))
    await open().fetch(at('/a'), {etag: '"secret"', lastModified: null})
    const last = asked.at(-1)!
    expect(last.path).toBe('/b')
    expect(last.headers['if-none-match']).toBeUndefined()
    expect(last.headers['cookie']).toBeUndefined()
  })
})

describe('time and size', () => {
  it('ends an answer that drips', async () => {
    answers.set('/drip', (_, response) => {
      response.writeHead(200, {'content-type': 'text/html'})
      const timer = setInterval(() => response.write('a'), 40)
      response.on('close', () => clearInterval(timer))
    })
    await expect(open({deadline: 400}).fetch(at('/drip'))).rejects.toMatchObject({code: 'fetch/deadline'})
  })

  it('takes in no more than the limit', async () => {
    answers.set('/large', say(Buffer.alloc(300_000, 97)))
    await expect(open({limits: {raw: 100_000, decoded: 200_000}}).fetch(at('/large'))).rejects.toMatchObject({code: 'fetch/too-large'})
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(40_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(40_000_000))],
  ])('refuses a bomb (%s)', async (encoding, body) => {
    answers.set('/bomb', say(body, {'content-encoding': encoding}))
    await expect(open().fetch(at('/bomb'))).rejects.toMatchObject({code: 'fetch/bomb'})
  })

  it('refuses an answer that is packed again and again', async () => {
    answers.set('/chain', say(gzipSync('a'), {'content-encoding': 'gzip, gzip, gzip, gzip'}))
    await expect(open().fetch(at('/chain'))).rejects.toMatchObject({code: 'fetch/bomb'})
  })

  it('unpacks what is packed as asked', async () => {
    answers.set('/packed', say(gzipSync('<rss>text</rss>'), {'content-encoding': 'gzip'}))
    expect((await open().fetch(at('/packed'))).body?.toString()).toBe('<rss>text</rss>')
  })

  it('refuses a head above 16 KB', async () => {
    answers.set('/head', say('a', {'x-long': 'a'.repeat(20_000)}))
    await expect(open().fetch(at('/head'))).rejects.toMatchObject({code: 'fetch/too-large'})
  })

  it('takes in no film', async () => {
    answers.set('/film', say('a', {'content-type': 'video/mp4'}))
    await expect(open().fetch(at('/film'))).rejects.toMatchObject({code: 'fetch/type'})
  })
})

describe('manners', () => {
  it('says who it is', async () => {
    answers.set('/a', say('<rss/>'))
    await open().fetch(at('/a'))
    expect(asked.every(({headers}) => headers['user-agent']?.includes('mailto:'))).toBe(true)
  })

  it('asks robots.txt once a day, and does as it says', async () => {
    answers.set('/robots.txt', say('User-agent: *\nDisallow: /private\n', {'content-type': 'text/plain'}))
    answers.set('/a', say('<rss/>'))
    answers.set('/private/b', say('<rss/>'))
    const fetcher = open()
    await fetcher.fetch(at('/a'))
    await expect(fetcher.fetch(at('/private/b'))).rejects.toMatchObject({code: 'fetch/robots'})
    expect(asked.map(({path}) => path)).toEqual(['/robots.txt', '/a'])
    clock += 25 * 3_600_000
    await fetcher.fetch(at('/a'))
    expect(asked.filter(({path}) => path === '/robots.txt')).toHaveLength(2)
  })

  it('fetches nothing where robots.txt cannot be had for a fault of the server', async () => {
    answers.set('/robots.txt', say('', {}, 503))
    answers.set('/a', say('<rss/>'))
    await expect(open().fetch(at('/a'))).rejects.toMatchObject({code: 'fetch/robots'})
  })

  it('waits a second between two requests to a host, or as long as it asks for', async () => {
    answers.set('/a', say('<rss/>'))
    const usual = open()
    await usual.fetch(at('/a'))
    await usual.fetch(at('/a'))
    expect(pauses).toContain(1000)
    answers.set('/robots.txt', say('User-agent: *\nCrawl-delay: 7\n', {'content-type': 'text/plain'}))
    const asking = open()
    await asking.fetch(at('/a'))
    expect(pauses).toContain(7000)
  })

  it('never has two requests at one host at a time', async () => {
    let now = 0
    let most = 0
    answers.set('/slow', (_, response) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now--
        response.writeHead(200, {'content-type': 'text/html'}).end('a')
      }, 30)
    })
    const fetcher = open()
    await Promise.all([1, 2, 3, 4].map(() => fetcher.fetch(at('/slow'))))
    expect(most).toBe(1)
  })

  it('asks whether something has changed, and takes no for an answer', async () => {
    answers.set('/a', (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : say('<rss/>', {etag: '"1"', 'last-modified': 'Fri, 11 Apr 2031 00:00:00 GMT'})(request, response),
    )
    const fetcher = open()
    const first = await fetcher.fetch(at('/a'))
    expect(first).toMatchObject({etag: '"1"', lastModified: 'Fri, 11 Apr 2031 00:00:00 GMT'})
    expect(await fetcher.fetch(at('/a'), first)).toMatchObject({body: null, etag: '"1"'})
  })

  it('waits as long as a busy server says, and tries again', async () => {
    let tries = 0
    answers.set('/busy', (request, response) => (++tries < 3 ? say('', {'retry-after': '7'}, 503) : say('<rss/>'))(request, response))
    expect((await open().fetch(at('/busy'))).body?.toString()).toBe('<rss/>')
    expect(pauses.filter(pause => pause === 7000)).toHaveLength(2)
  })

  it('leaves a server that asks for an hour for the next round, and tells the hour', async () => {
    answers.set('/busy', say('', {'retry-after': '3600'}, 429))
    await expect(open().fetch(at('/busy'))).rejects.toMatchObject({code: 'fetch/busy', waitFor: 3_600_000})
    expect(asked.filter(({path}) => path === '/busy')).toHaveLength(1)
  })

  it('tries five times, longer and longer, and then leaves the host alone', async () => {
    answers.set('/broken', say('', {}, 500))
    const fetcher = open()
    await expect(fetcher.fetch(at('/broken'))).rejects.toMatchObject({code: 'fetch/busy'})
    expect(asked.filter(({path}) => path === '/broken')).toHaveLength(5)
    expect(pauses.filter(pause => pause > 1000)).toEqual([2000, 4000, 8000, 16_000])
    await expect(fetcher.fetch(at('/broken'))).rejects.toThrow(/left alone/)
    expect(asked.filter(({path}) => path === '/broken')).toHaveLength(5)
  })

  it('does not ask again for what is gone or forbidden', async () => {
    answers.set('/gone', say('', {}, 410))
    await expect(open().fetch(at('/gone'))).rejects.toMatchObject({code: 'fetch/gone'})
    answers.set('/no', say('', {}, 403))
    await expect(open().fetch(at('/no'))).rejects.toMatchObject({code: 'fetch/status'})
    expect(asked.filter(({path}) => path === '/gone' || path === '/no')).toHaveLength(2)
  })

  it('reads pauses and freshness in both spellings', () => {
    const now = Date.UTC(2031, 3, 11)
    expect(retryAfter('120', now)).toBe(120_000)
    expect(retryAfter('Fri, 11 Apr 2031 00:02:00 GMT', now)).toBe(120_000)
    expect(retryAfter('soon', now)).toBeNull()
    expect(freshFor({'cache-control': 'public, max-age=600'}, now)).toBe(600_000)
    expect(freshFor({expires: 'Fri, 11 Apr 2031 01:00:00 GMT'}, now)).toBe(3_600_000)
    expect(freshFor({'cache-control': 'no-store'}, now)).toBe(0)
    expect(freshFor({}, now)).toBeNull()
  })
})

describe('what was fetched is kept', () => {
  it('as a web archive that gives the same articles, with every request and answer', async () => {
    const path = join(folder, 'fetched.warc.gz')
    answers.set(
      '/page',
      say(
        gzipSync(
          `<html><head><title>Envoy arrives in Sorrend</title></head><body><article><h1>Envoy arrives in Sorrend</h1><p>The envoy of Ostrel arrived in Sorrend on Friday, officials of both sides said at noon.</p></article></body></html>`,
        ),
        {'content-type': 'text/html', 'content-encoding': 'gzip'},
      ),
    )
    await open({archive: openArchive(path, 'test')}).fetch(at('/page'))
    expect(existsSync(path)).toBe(true)
    const items = []
    for await (const item of readSources([path], {packs: testPacks()})) items.push(item)
    expect(items).toMatchObject([
      {
        uri: at('/page'),
        title: 'Envoy arrives in Sorrend',
        text: 'The envoy of Ostrel arrived in Sorrend on Friday, officials of both sides said at noon.',
        retrieved: '2031-04-11T00:00:01Z',
      },
    ])
  })
})
