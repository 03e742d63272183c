// The API: every answer has the shape that its OpenAPI document tells, lists are paged, rulings and reports change the record and its revision.
import {beforeAll, describe, expect, it} from 'vitest'
import type {z} from 'zod'
import {recordSchema} from '../src/brief/schema/record.ts'
import type {Desk} from '../src/edge/desk.ts'
import {FORMATS} from '../src/edge/export/write-export.ts'
import * as shapes from '../src/edge/http/shapes.ts'
import {idOf} from '../src/link/identity.ts'
import {applicationOf, TOKEN} from './desk-of.ts'
import {exampleDesk} from './example-desk.ts'

const PORT = 7411
const HOME = {host: `127.0.0.1:${PORT}`}

let desk: Desk
let application: ReturnType<typeof applicationOf>
/** Whatever an answer may hold that these tests look at. */
interface Body {
  readonly id: string
  readonly title: string
  readonly review: string
  readonly total: number
  readonly items: readonly {readonly id: string; readonly part: string; readonly from: string; readonly to: string}[]
  readonly parts: readonly {readonly value: string; readonly count: number}[]
  readonly openapi: string
  readonly paths: Readonly<Record<string, {readonly post: {readonly security: unknown}}>>
  readonly components: {readonly schemas: object}
  readonly kept: readonly {readonly id: string; readonly outcome: string}[]
}

const bodyOf = async (response: Response): Promise<Body> => (await response.json()) as Body
const get = async (path: string): Promise<Body> => bodyOf(await application.request(path, {headers: HOME}))
const post = (path: string, body: unknown): Promise<Response> =>
  Promise.resolve(
    application.request(path, {
      method: 'POST',
      headers: {...HOME, 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`},
      body: JSON.stringify(body),
    }),
  )

beforeAll(async () => {
  desk = await exampleDesk()
  application = applicationOf(desk, () => PORT)
})

describe('what can be asked', () => {
  const asked: readonly (readonly [string, z.ZodType])[] = [
    ['/api/status', shapes.status],
    ['/api/marks', shapes.marks],
    ['/api/briefing', shapes.sheet],
    ['/api/timeline', shapes.timeline],
    ['/api/positions', shapes.positions],
    ['/api/agreements', shapes.sheetPage],
    ['/api/quotes', shapes.sheetPage],
    ['/api/people', shapes.people],
    ['/api/sources', shapes.sources],
    ['/api/shared-texts', shapes.sharedTexts],
    ['/api/conflicts', shapes.differences],
    ['/api/places', shapes.places],
    ['/api/review', shapes.review],
    ['/api/documents', shapes.page(shapes.articleHead)],
    ['/api/search?q=prisoners', shapes.findings],
    ['/api/record.json', recordSchema],
  ]
  // What a schema does not know it drops, so that equality means: nothing is said that the document does not tell.
  it.each(asked)('%s has its shape, and no field beyond it', async (path, shape) => {
    const body = await get(path)
    expect(shape.parse(body)).toEqual(body)
  })

  it('opens every report, entry and name', async () => {
    const record = desk.record()
    for (const {id} of record.documents) {
      const body = await get(`/api/documents/${id}`)
      expect(shapes.article.parse(body)).toEqual(body)
    }
    const entries = [
      ...record.events,
      ...record.positions,
      ...record.agreements,
      ...record.assessments,
      ...record.utterances,
      ...record.contradictions,
    ]
    for (const {id} of entries) {
      const body = await get(`/api/entries/${id}`)
      expect(shapes.evidence.parse(body)).toEqual(body)
      expect(body.id).toBe(id)
    }
    for (const {id} of record.entities) {
      const body = await get(`/api/entities/${id}`)
      expect(shapes.entity.parse(body)).toEqual(body)
    }
  })

  it('finds an entry by any of its claims', async () => {
    for (const {id, support} of desk.record().events.slice(0, 10))
      for (const claim of support.claims) expect((await get(`/api/entries/${claim.id}`)).id).toBe(id)
  })

  it('gives citations that slice true', async () => {
    const texts = new Map(desk.record().documents.map(({id, text}) => [id, text!]))
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      const {document, start, end, quote} = value as {document?: string; start?: number; end?: number; quote?: string}
      if (typeof quote === 'string' && typeof document === 'string') expect(texts.get(document)!.slice(start, end)).toBe(quote)
      for (const part of Object.values(value)) walk(part)
    }
    for (const path of ['/api/briefing', '/api/timeline', '/api/sources', '/api/conflicts', `/api/entries/${desk.record().events[0]!.id}`])
      walk(await get(path))
  })

  it('pages through a list without loss, and names the next page', async () => {
    const ids: string[] = []
    let path: string | null = '/api/timeline?limit=7'
    while (path !== null) {
      const response: Response = await application.request(path, {headers: HOME})
      ids.push(...((await response.json()) as {items: {id: string}[]}).items.map(({id}) => id))
      path = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual((await get('/api/timeline?limit=500')).items.map(({id}) => id))
  })

  it('filters the timeline, and says how much each choice would leave', async () => {
    const ahead = await get('/api/timeline?part=ahead&limit=500')
    expect(ahead.items.every(item => item.part === 'ahead')).toBe(true)
    expect(ahead.parts.find(facet => facet.value === 'ahead')!.count).toBe(ahead.total)
    const march = await get('/api/timeline?from=2031-03-13&to=2031-03-13&limit=500')
    expect(march.items.every(item => item.from <= '2031-03-13' && item.to >= '2031-03-13')).toBe(true)
  })

  it.each(FORMATS.filter(format => format !== 'xlsx' && format !== 'docx'))('saves %s as a file, never shows it', async format => {
    const response = await application.request(`/api/export/${format}`, {headers: HOME})
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="parley-[\w.-]+"$/)
  })
})

describe('the document of the API', () => {
  it('tells every operation, and every reference in it leads somewhere', async () => {
    const document = await get('/api/openapi.json')
    expect(document.openapi).toBe('3.1.0')
    for (const path of [
      'briefing',
      'timeline',
      'positions',
      'agreements',
      'quotes',
      'people',
      'sources',
      'conflicts',
      'documents/{id}',
      'entries/{id}',
      'entities/{id}',
      'search',
      'record.json',
    ])
      expect(Object.keys(document.paths)).toContain(`/api/${path}`)
    for (const path of ['judgements', 'documents']) expect(document.paths[`/api/${path}`]!.post.security).toEqual([{token: []}])
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(Object.keys(document.components.schemas)).toContain(name)
  })

  it('is a page for people at /api', async () => {
    const text = await (await application.request('/api', {headers: HOME})).text()
    expect(text).toContain('GET /api/briefing')
    expect(text).not.toMatch(/<script|undefined|\[object/)
  })
})

describe('what can be changed', () => {
  it('a line is confirmed, and the ruling taken back', async () => {
    const event = desk.record().events.find(({support, review}) => support.documents > 1 && review === 'check')!
    const before = desk.revision()
    const made = await post('/api/judgements', {lines: [{kind: 'confirm', of: event.support.claims.map(({id}) => id)}]})
    expect(made.status).toBe(200)
    const {revision, judgements} = (await made.json()) as {revision: string; judgements: {id: string; who: string}[]}
    expect(revision).not.toBe(before)
    expect(judgements[0]!.who).toBe('a tester')
    expect((await get(`/api/entries/${event.id}`)).review).toBe('confirmed')
    await post('/api/judgements', {lines: [{kind: 'undo', of: [judgements[0]!.id]}]})
    expect((await get(`/api/entries/${event.id}`)).review).toBe('check')
  })

  it('two names are joined, and parted again by taking it back', async () => {
    const [one, other] = desk
      .record()
      .entities.filter(({type, mentions}) => type === 'person' && mentions.some(({level}) => level === 'name'))
    // A ruling on people is kept as a ruling on two of their mentions: those are one afterwards, whatever else they were joined with.
    const holderOf = (mention: string) =>
      desk
        .record()
        .entities.find(({mentions}) => mentions.some(({document, start, end, quote}) => idOf(document, start, end, quote) === mention))!.id
    const made = await post('/api/judgements', {lines: [{kind: 'same', of: [one!.id, other!.id]}]})
    const {judgements} = (await made.json()) as {judgements: {id: string; of: [string, string]}[]}
    const [mine, theirs] = judgements[0]!.of
    expect(holderOf(mine)).toBe(holderOf(theirs))
    await post('/api/judgements', {lines: [{kind: 'undo', of: [judgements[0]!.id]}]})
    expect([holderOf(mine), holderOf(theirs)].sort()).toEqual([one!.id, other!.id].sort())
  })

  it.each([
    ['a kind that is none', {lines: [{kind: 'praise', of: ['x']}]}],
    ['nothing at all', {lines: []}],
    ['an id that nobody knows', {lines: [{kind: 'confirm', of: ['nobody-knows-this']}]}],
    ['no object', 'text'],
  ])('%s is refused with 400', async (_, body) => {
    const response = await post('/api/judgements', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({status: 400, code: expect.stringMatching(/^(http|judgement)\//)})
  })

  it('a pasted text and a dropped file become reports', async () => {
    const text =
      'ALDERSUND, March 21 (Northwire) - Marenia and Orvia will meet again in Aldersund on April 2, mediator Hanne Lysgaard said on Friday.'
    const pasted = await bodyOf(
      await post('/api/documents', {text, title: 'A fourth round', published: '2031-03-21', publisher: 'Northwire'}),
    )
    expect(pasted.kept).toMatchObject([{outcome: 'added'}])
    expect((await get(`/api/documents/${pasted.kept[0]!.id}`)).title).toBe('A fourth round')
    const again = await bodyOf(await post('/api/documents', {text, title: 'A fourth round'}))
    expect(again.kept).toMatchObject([{outcome: 'known'}])
    const base64 = Buffer.from(
      '<html><head><title>From a file</title></head><body><p>Orvia said on 20 March 2031 that it would keep the truce.</p></body></html>',
    ).toString('base64')
    const dropped = await bodyOf(await post('/api/documents', {file: '../../evil.html', base64}))
    expect(dropped.kept).toMatchObject([{outcome: 'added'}])
    const {file} = desk.record().documents.find(({id}) => id === dropped.kept[0]!.id)!
    expect(file).toBe('../../evil.html')
    const broken = await bodyOf(await post('/api/documents', {file: 'empty.txt', base64: Buffer.from('  ').toString('base64')}))
    expect(broken.kept).toMatchObject([{outcome: 'refused', code: 'ingest/empty'}])
  })

  it('a draft is held against the record, and enters nothing', async () => {
    const before = desk.record().documents.length
    const response = await post('/api/claim', {
      text: 'Marenia and Orvia exchanged prisoners on Skarrow Island on March 15, 2031. Penguins signed a truce on the moon.',
    })
    const body = await bodyOf(response)
    expect(shapes.claimAnswers.parse(body)).toEqual(body)
    expect(desk.record().documents).toHaveLength(before)
  })

  it('asks nobody for an address unless that is allowed', async () => {
    const response = await post('/api/documents', {address: 'https://example.org/report'})
    expect([response.status, ((await response.json()) as {code: string}).code]).toEqual([403, 'http/no-fetching'])
  })
})
