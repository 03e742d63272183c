// The local page: answers only to its own address, runs no script, shows text as text.
import {describe, expect, it} from 'vitest'
import {buildApplication} from '../src/edge/http/application.ts'
import {serveAtHome} from '../src/edge/http/server.ts'
import {record} from './fixture-record.ts'

const PORT = 7411
const application = buildApplication(record, () => PORT)
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  Promise.resolve(application.request(path, {method, headers: {host: `127.0.0.1:${PORT}`, ...headers}}))

const PATHS = [
  '/',
  '/timeline',
  '/positions',
  '/agreements',
  '/quotes',
  '/people',
  '/sources',
  '/conflicts',
  '/article/1',
  '/chain/event-exchange',
]

describe('who may ask', () => {
  it.each([
    ['another host', 421, {host: 'evil.example'}],
    ['the host without the port', 421, {host: '127.0.0.1'}],
    ['another port', 421, {host: '127.0.0.1:80'}],
    ['another origin', 403, {origin: 'https://evil.example'}],
    ['no origin at all', 403, {origin: 'null'}],
    ['another local port', 403, {origin: 'http://127.0.0.1:9999'}],
    ['another site', 403, {'sec-fetch-site': 'cross-site'}],
  ])('%s is refused with %i', async (_, status, headers) => expect((await ask('/', headers)).status).toBe(status))

  it.each([['localhost'], ['127.0.0.1'], ['[::1]']])('%s is served', async host =>
    expect((await ask('/', {host: `${host}:${PORT}`})).status).toBe(200),
  )

  it('changes nothing', async () => expect((await ask('/', {}, 'POST')).status).toBe(405))
})

describe.each(PATHS)('%s', path => {
  it('is a page without script, under a policy that would run none', async () => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    const text = await response.text()
    expect(text).toMatch(/^<!doctype html>/)
    expect(text).not.toMatch(/<script|\son\w+=|javascript:|\[object|undefined/i)
  })

  it('leads nowhere that is not there', async () => {
    const text = await (await ask(path)).text()
    const links = [...new Set([...text.matchAll(/href="(\/[^"#]*)/g)].map(match => match[1]!))]
    for (const link of links) expect([link, (await ask(link)).status]).toEqual([link, 200])
  })
})

describe('hostile text', () => {
  const EVIL = '<script>window.__xss = 1</script><img src=x onerror=alert(1)> "quoted" & \u202edone'
  const document = {
    ...record.documents[0]!,
    title: EVIL,
    publisher: EVIL,
    byline: [EVIL],
    uri: 'javascript:alert(1)',
    text: `${EVIL}\n${record.documents[0]!.text}`,
  }
  const evil = {
    ...record,
    documents: [document],
    events: record.events.map(event => ({...event, label: EVIL, support: {...event.support, claims: []}})),
    entities: record.entities.map(entity => ({...entity, name: EVIL})),
    notes: [{code: 'ingest/empty', message: EVIL, document: null, at: null}],
  }
  const page = buildApplication(evil, () => PORT)

  it.each([
    '/',
    '/timeline',
    '/people',
    '/sources',
    '/conflicts',
    '/article/1',
    '/chain/event-exchange',
    '/chain/%3Cscript%3E',
    '/article/%3Cb%3E',
  ])('is text at %s', async path => {
    const text = await (await page.request(path, {headers: {host: `127.0.0.1:${PORT}`}})).text()
    expect(text).not.toMatch(/<script>|<img|href="javascript/i)
  })
})

describe('an article', () => {
  it('marks each cited stretch under the address that a citation leads to', async () => {
    const front = await (await ask('/')).text()
    for (const [, number, anchor] of front.matchAll(/href="\/article\/(\d+)#(c\d+-\d+)"/g))
      expect(await (await ask(`/article/${number}`)).text()).toContain(`id="${anchor}"`)
  })

  it('names no attack in its own voice, in the margin and in the heading', async () => {
    const pages = [await (await ask('/article/4')).text(), await (await ask('/chain/event-shots')).text()]
    for (const page of pages) expect(page).toContain('According to Marenia: Orvia attacked Ada Lunde')
    for (const page of pages) expect(page.replaceAll('According to Marenia: Orvia attacked', '')).not.toContain('Orvia attacked')
  })

  it('keeps every character of the text', async () => {
    const text = await (await ask('/article/1')).text()
    const body = text.slice(text.indexOf('<article'), text.indexOf('</article>'))
    const plain = body
      .replace(/<ul class="notes">.*?<\/ul>/gs, '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
    const shown = record.documents.find(({id}) => id === '05')!.text!
    expect(plain.replace(/\s+/g, '')).toBe(shown.replace(/\s+/g, ''))
  })
})

describe('the server', () => {
  it('takes another port where its own is in use, and answers there', async () => {
    const first = await serveAtHome(port => buildApplication(record, port), 0)
    const second = await serveAtHome(port => buildApplication(record, port), first.port)
    expect(second.port).not.toBe(first.port)
    for (const {port} of [first, second]) expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    await Promise.all([first.close(), second.close()])
  })
})
