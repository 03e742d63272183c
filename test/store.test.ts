// A record in a file: what is acknowledged is kept, adding again changes nothing, any order gives one record, and what is forgotten is gone.
import {copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import Sqlite from 'better-sqlite3'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import type {Kept} from '../src/edge/desk.ts'
import {type ReadAhead, type StoreDesk, storeDesk} from '../src/edge/desk-store.ts'
import {isRefusal} from '../src/edge/read-safely.ts'
import {freezeReading} from '../src/edge/store/freeze.ts'
import {MIGRATIONS, SCHEMA_VERSION} from '../src/edge/store/schema.ts'
import {openStore} from '../src/edge/store/sqlite.ts'
import type {Article, Refusal} from '../src/model/article.ts'
import type {RecordFile} from '../src/model/record.ts'
import {link, read} from '../src/parley.ts'
import {exampleArticles, exampleDocuments} from './bundled-example.ts'
import {articleOf, testReader} from './support.ts'

let folder: string
let file: string
let count = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-store-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))
beforeEach(() => {
  file = join(folder, `record-${++count}.parley`)
})

const options = () => ({reader: testReader(), now: () => '2031-04-01T00:00:00Z', who: 'test'})
const open = (purpose: 'make' | 'open' = 'make'): StoreDesk => storeDesk(file, purpose, options())

async function* streamed<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

async function add(desk: StoreDesk, articles: readonly Article[]): Promise<Kept[]> {
  const kept: Kept[] = []
  await desk.add(streamed(articles), one => kept.push(one))
  return kept
}

const outcomes = (kept: readonly Kept[]): string[] => [...new Set(kept.map(({outcome}) => outcome))]
const withoutOrder = ({documents: _, ...rest}: RecordFile) => rest

describe('a record in a file', () => {
  it('gives the record that the same reports give at once, whatever their order, also when it is opened again', async () => {
    const articles = await exampleArticles()
    const atOnce = link(await exampleDocuments(), [], testReader())
    const desk = open()
    expect(outcomes(await add(desk, [...articles].reverse()))).toEqual(['added'])
    expect(withoutOrder(desk.record())).toEqual(withoutOrder(atOnce))
    desk.close()
    const again = open('open')
    expect(again.store.settledAt(again.stamp)).toBe(true)
    expect(withoutOrder(again.record())).toEqual(withoutOrder(atOnce))
    expect(again.record().documents.map(({text}) => text)).toEqual([...articles].reverse().map(({text}) => text))
    again.close()
  }, 60_000)

  it('may be read and written by its owner only', () => {
    open().close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it('does not change when a report is added again, from wherever', async () => {
    const desk = open()
    const [first] = await exampleArticles()
    await add(desk, [first!])
    const before = desk.revision()
    expect(outcomes(await add(desk, [first!, {...first!, file: `/elsewhere/${first!.file!.split('/').at(-1)}`}]))).toEqual(['known'])
    expect(desk.revision()).toBe(before)
    desk.close()
  })

  it('keeps another text at a known address as a version, the same text of another house as a report of its own', async () => {
    const desk = open()
    const at = (text: string, uri: string): Article => ({...articleOf(text), uri})
    const kept = await add(desk, [
      at('Ostrel met Mirvan on Monday.', 'https://herald.example/1'),
      at('Ostrel met Mirvan on Monday. It denied it later.', 'https://HERALD.example/1#top'),
      at('Ostrel met Mirvan on Monday.', 'https://post.example/1'),
      at('Ostrel met Mirvan on Monday.', 'https://herald.example/1'),
    ])
    expect(kept.map(({outcome}) => outcome)).toEqual(['added', 'version', 'added', 'known'])
    expect(new Set(kept.slice(0, 3).map(({id}) => id)).size).toBe(3)
    expect(desk.record().documents[1]!.versionOf).toBe(kept[0]!.id)
    desk.close()
  })

  it('keeps what was read ahead as if each had been read in its turn', async () => {
    const at = (text: string, uri: string | null, id?: string): Article => ({...articleOf(text), uri, ...(id ? {id} : {})})
    const sources: readonly (Article | Refusal)[] = [
      at('Ostrel met Mirvan on Monday.', 'https://herald.example/1'),
      at('Ostrel met Mirvan on Monday. It denied it later.', 'https://herald.example/1#top'),
      at('Kalvia rejected the offer.', null, 'wire-1'),
      {refused: true, id: 'x', file: '/in/a.txt', code: 'ingest/empty', message: 'there is no text in it'},
      at('Kalvia accepted the offer after all.', null, 'wire-1'),
      at('Ostrel met Mirvan on Monday.', 'https://herald.example/1'),
    ]
    const kept: Kept[][] = [[], []]
    const plain = open()
    await plain.add(streamed(sources), one => kept[0]!.push(one))
    const record = plain.record()
    plain.close()
    file = `${file}-ahead`
    const ahead = open()
    // All of them are read before any is kept: the later ones are sent without knowing of the earlier.
    const sent = sources.map((source): ReadAhead => {
      const admitted = isRefusal(source) ? null : ahead.admit(source)
      return {source, admitted, reading: admitted && freezeReading(admitted, read(admitted, testReader()))}
    })
    await ahead.addRead(streamed(sent), one => kept[1]!.push(one))
    expect(kept[1]).toEqual(kept[0])
    expect(kept[0]!.map(({outcome}) => outcome)).toEqual(['added', 'version', 'added', 'refused', 'version', 'known'])
    expect(ahead.record()).toEqual(record)
    ahead.close()
  })

  it('keeps rulings over re-reading, and reads again only what other rules have read', async () => {
    const desk = open()
    await add(desk, await exampleArticles())
    const [event] = desk.record().events
    desk.judge([{kind: 'confirm', of: [event!.id]}])
    const reread: string[] = []
    desk.reread(id => reread.push(id))
    expect(reread).toEqual([])
    const record = desk.record()
    desk.close()
    const raw = new Sqlite(file)
    raw.prepare("UPDATE layers SET packs = 'older' WHERE document <= 3").run()
    raw.close()
    const again = open('open')
    again.reread(id => reread.push(id))
    expect(reread).toHaveLength(3)
    expect(again.record()).toEqual(record)
    expect(again.record().events.filter(({review}) => review === 'confirmed')).toHaveLength(1)
    again.close()
  }, 60_000)

  it('remembers what could not be read until it can be', async () => {
    const desk = open()
    const refusal = {refused: true, id: 'x', file: '/in/a.txt', code: 'ingest/empty', message: 'there is no text in it'} as const
    await desk.add(streamed([refusal]), () => undefined)
    expect(desk.record().notes.map(({code}) => code)).toContain('ingest/empty')
    await add(desk, [{...articleOf('Ostrel met Mirvan.'), file: '/in/a.txt'}])
    expect(desk.record().notes.map(({code}) => code)).not.toContain('ingest/empty')
    desk.close()
  })

  it('is copied whole by a backup, while it is open', async () => {
    const desk = open()
    await add(desk, (await exampleArticles()).slice(0, 3))
    const record = desk.record()
    const copy = `${file}.backup`
    await desk.store.backup(copy)
    await add(desk, (await exampleArticles()).slice(3, 4))
    desk.close()
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    const restored = storeDesk(copy, 'open', options())
    expect(restored.record()).toEqual(record)
    restored.close()
    await expect(openStore(copy, 'open').backup(copy)).rejects.toMatchObject({code: 'store/exists'})
  }, 60_000)
})

describe('what is forgotten', () => {
  it('is in no byte of the file, the index or the log', async () => {
    const desk = open()
    const secret = {
      ...articleOf('Mirvan envoy Quillaby Zanthorpe met Ostrel in Port Tallin on Monday.'),
      file: '/in/zanthorpe-file.txt',
      title: 'Xylograph',
    }
    const [kept] = await add(desk, [secret, ...(await exampleArticles()).slice(0, 3)])
    const entity = desk.record().entities.find(({name}) => name.includes('Zanthorpe'))
    expect(entity).toBeDefined()
    const start = secret.text.indexOf('Quillaby')
    const because = [{document: kept!.id, start, end: start + 8, quote: 'Quillaby'}]
    desk.judge([{kind: 'add', of: [kept!.id], field: 'gesture', value: 'held', because}])
    expect(desk.find({words: 'zanthorpe', offset: 0, limit: 5}).total).toBeGreaterThan(0)
    desk.store.forget([kept!.id])
    expect(desk.record().documents).toHaveLength(3)
    expect(desk.find({words: 'zanthorpe', offset: 0, limit: 5}).total).toBe(0)
    const bytes = (path: string): string => (existsSync(path) ? readFileSync(path, 'latin1').toLowerCase() : '')
    const everything = [file, `${file}-wal`, `${file}-shm`].map(bytes).join('')
    desk.close()
    for (const word of ['zanthorp', 'quillabi', 'quillaby', 'xylograph', kept!.id]) expect(everything.includes(word)).toBe(false)
    expect(desk.name).toBe(file)
  }, 60_000)
})

describe('files that are not opened', () => {
  const code = (step: () => unknown): string => {
    try {
      step()
    } catch (error) {
      return (error as {code?: string}).code ?? String(error)
    }
    return 'opened'
  }

  it('a missing one, where nothing is added', () => {
    expect(code(() => open('open'))).toBe('store/missing')
    expect(existsSync(file)).toBe(false)
  })

  it('another program’s, which is left as it is', () => {
    const other = new Sqlite(file)
    other.exec('CREATE TABLE notes (words TEXT)')
    other.close()
    const before = readFileSync(file)
    for (const purpose of ['make', 'open'] as const) expect(code(() => open(purpose))).toBe('store/foreign')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('one that is no database at all', () => {
    copyFileSync(join(process.cwd(), 'package.json'), file)
    const before = readFileSync(file)
    for (const purpose of ['make', 'open'] as const) expect(code(() => open(purpose))).toBe('store/foreign')
    expect(readFileSync(file).equals(before)).toBe(true)
    file = folder
    expect(code(() => open())).toBe('store/foreign')
  })

  it('one of a newer version, which is left as it is', () => {
    open().close()
    const raw = new Sqlite(file)
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    raw.close()
    const before = readFileSync(file)
    for (const purpose of ['make', 'open'] as const) expect(code(() => open(purpose))).toBe('store/newer')
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('files of older versions', () => {
  it.each(MIGRATIONS.map((_, version) => version))('from version %i are brought up to date', version => {
    const raw = new Sqlite(file)
    for (const step of MIGRATIONS.slice(0, version)) raw.exec(step)
    if (version > 0) {
      raw.pragma('application_id = 0x5061726c')
      raw.pragma(`user_version = ${version}`)
    }
    raw.close()
    const desk = open()
    expect(desk.store.database.pragma('user_version', {simple: true})).toBe(SCHEMA_VERSION)
    expect(desk.record().documents).toEqual([])
    desk.close()
  })
})
