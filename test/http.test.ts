// The local server: answers only to its own address, changes only with the token, and gives everything under a policy that runs no foreign script.
import {connect} from 'node:net'
import {describe, expect, it} from 'vitest'
import {MAX_BODY_BYTES} from '../src/edge/http/guard.ts'
import {serveAtHome} from '../src/edge/http/server.ts'
import {applicationFar, applicationOf, still, TOKEN} from './desk-of.ts'
import {record} from './fixture-record.ts'

const PORT = 7411
const application = applicationOf(still(record), () => PORT)
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Response> =>
  Promise.resolve(
    application.request(path, {method, headers: {host: `127.0.0.1:${PORT}`, ...headers}, ...(body === undefined ? {} : {body})}),
  )
const JSON_TYPE = {'content-type': 'application/json'}
const WITH_TOKEN = {...JSON_TYPE, authorization: `Bearer ${TOKEN}`}
const CONFIRM = JSON.stringify({lines: [{kind: 'confirm', of: ['event-exchange']}]})

describe('who may ask', () => {
  it.each([
    ['as it should be', 200, {}],
    ['another host', 421, {host: 'evil.example'}],
    ['the host without the port', 421, {host: '127.0.0.1'}],
    ['another port', 421, {host: '127.0.0.1:80'}],
    ['another origin', 403, {origin: 'https://evil.example'}],
    ['no origin at all', 403, {origin: 'null'}],
    ['another local port', 403, {origin: 'http://127.0.0.1:9999'}],
    ['another site', 403, {'sec-fetch-site': 'cross-site'}],
    ['a site beside ours', 403, {'sec-fetch-site': 'same-site'}],
  ])('%s: %i', async (_, status, headers) => expect((await ask('/api/status', headers)).status).toBe(status))

  it.each([['localhost'], ['127.0.0.1'], ['[::1]']])('%s is served', async host =>
    expect((await ask('/api/status', {host: `${host}:${PORT}`})).status).toBe(200),
  )
})

describe('who may change', () => {
  it.each([
    ['a form', 415, {'content-type': 'application/x-www-form-urlencoded'}],
    ['plain text', 415, {'content-type': 'text/plain'}],
    ['JSON without the token', 401, JSON_TYPE],
    ['JSON with another token', 401, {...JSON_TYPE, authorization: 'Bearer not-this-one'}],
    ['JSON with the token behind another scheme', 401, {...JSON_TYPE, authorization: `Basic ${TOKEN}`}],
    ['JSON with the token from another site', 403, {...WITH_TOKEN, origin: 'https://evil.example'}],
    ['JSON with the token, for a record that may only be read', 409, WITH_TOKEN],
  ])('%s: %i', async (_, status, headers) => expect((await ask('/api/judgements', headers, 'POST', CONFIRM)).status).toBe(status))

  it.each(['PUT', 'DELETE', 'PATCH'])('%s needs the token too', async method =>
    expect((await ask('/api/judgements', JSON_TYPE, method, '{}')).status).toBe(401),
  )

  it('takes no token out of the address', async () =>
    expect((await ask(`/api/judgements?token=${TOKEN}`, JSON_TYPE, 'POST', CONFIRM)).status).toBe(401))

  it('refuses a body of more than 32 MB by its announced length', async () =>
    expect((await ask('/api/documents', {...WITH_TOKEN, 'content-length': String(MAX_BODY_BYTES + 1)}, 'POST', '{}')).status).toBe(413))
})

describe('what is not there', () => {
  it.each([
    ['/api/nothing', 404],
    ['/api/documents/nothing', 404],
    ['/api/entries/nothing', 404],
    ['/api/entities/nothing', 404],
    ['/api/documents/%3Cscript%3E', 404],
    ['/../../etc/passwd', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/package.json', 404],
    ['/%E0%A4%A', 400],
    ['/api/timeline?limit=0', 400],
    ['/api/timeline?limit=100000', 400],
    ['/api/timeline?from=yesterday', 400],
  ])('%s: %i, as a problem', async (path, status) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({status, title: expect.any(String), code: expect.stringMatching(/^http\//)})
  })
})

describe('every answer', () => {
  it.each(['/', '/timeline', '/entry/event-exchange', '/api', '/api/status', '/api/briefing', '/api/nothing'])(
    '%s carries the headers',
    async path => {
      const {headers} = await ask(path)
      const policy = headers.get('content-security-policy')!
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ])
        expect(policy).toContain(rule)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('set-cookie')).toBeNull()
    },
  )

  it('is not sent again where nothing has changed', async () => {
    const tag = (await ask('/api/briefing')).headers.get('etag')!
    const again = await ask('/api/briefing', {'if-none-match': tag})
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await ask('/api/briefing', {'if-none-match': '"other"'})).status).toBe(200)
  })

  it('holds the page and its files, with no script inside it', async () => {
    const text = await (await ask('/')).text()
    expect(text).toMatch(/^<!doctype html>/i)
    for (const [tag] of text.matchAll(/<script[^>]*>/g)) expect(tag).toContain('src="/assets/')
    const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(match => match[1]!)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) expect((await ask(file)).status).toBe(200)
  })
})

describe('beyond this machine', () => {
  const far = applicationFar(still(record), () => PORT)
  it('reads need the token too', async () => {
    const headers = {host: `desk.example:${PORT}`}
    expect((await far.request('/api/status', {headers})).status).toBe(401)
    expect((await far.request('/api/status', {headers: {...headers, authorization: `Bearer ${TOKEN}`}})).status).toBe(200)
    expect((await far.request('/', {headers})).status).toBe(200)
  })
})

describe('the server', () => {
  it('takes another port where its own is in use, and answers there', async () => {
    const first = await serveAtHome(port => applicationOf(still(record), port), 0)
    const second = await serveAtHome(port => applicationOf(still(record), port), first.port)
    expect(second.port).not.toBe(first.port)
    for (const {port} of [first, second]) expect((await fetch(`http://127.0.0.1:${port}/api/status`)).status).toBe(200)
    await Promise.all([first.close(), second.close()])
  })

  it('answers others while a slow one keeps it waiting, and bears a request that is none', async () => {
    const served = await serveAtHome(port => applicationOf(still(record), port), 0)
    const slow = connect(served.port, '127.0.0.1')
    slow.on('error', () => {})
    slow.write('POST /api/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Le')
    const rubbish = await new Promise<string>(resolve => {
      const socket = connect(served.port, '127.0.0.1', () => socket.write('GET http:// HTTP/1.1\r\nHost: \u0001\r\n\r\n'))
      let said = ''
      socket.on('data', chunk => (said += chunk.toString()))
      socket.on('close', () => resolve(said))
      socket.on('error', () => resolve(said))
    })
    expect(rubbish).toMatch(/^(HTTP\/1\.1 4\d\d|)/)
    const large = await new Promise<string>(resolve => {
      const socket = connect(served.port, '127.0.0.1', () =>
        socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
      )
      let said = ''
      socket.on('data', chunk => (said += chunk.toString()))
      socket.on('close', () => resolve(said))
      socket.on('error', () => resolve(said))
    })
    expect(large).toMatch(/^HTTP\/1\.1 431/)
    expect((await fetch(`http://127.0.0.1:${served.port}/api/status`)).status).toBe(200)
    slow.destroy()
    await served.close()
  })
})
