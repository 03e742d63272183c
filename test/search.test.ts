// Searching a record: phrases, OR, -word and fields, by looking at everything and through the index of a store, with the same answers.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Desk, Findings} from '../src/edge/desk.ts'
import {memoryDesk} from '../src/edge/desk-memory.ts'
import {readQuestion} from '../src/edge/desk-question.ts'
import {storeDesk} from '../src/edge/desk-store.ts'
import {exampleArticles, exampleDocuments} from './bundled-example.ts'
import {testReader} from './support.ts'

let folder: string
let memory: Desk
let stored: Desk

beforeAll(async () => {
  const options = {reader: testReader(), now: () => '2031-04-01T00:00:00Z', who: 'test'}
  memory = memoryDesk({name: 'example', judgements: [], refused: [], documents: await exampleDocuments(), ...options})
  folder = mkdtempSync(join(tmpdir(), 'parley-search-'))
  stored = storeDesk(join(folder, 'record.parley'), 'make', options)
  await stored.add(streamed(await exampleArticles()), () => undefined)
}, 60_000)
afterAll(() => {
  stored.close()
  rmSync(folder, {recursive: true, force: true})
})

async function* streamed<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

describe('a question', () => {
  it('is taken apart into phrases, alternatives, unwanted words and fields', () => {
    expect(readQuestion('truce "joint inquiry" OR mine -rumour person:Korrell outlet:"Halden Courier" from:2031-03 origins:2')).toEqual({
      all: [[['truce']], [['joint', 'inquiry'], ['mine']]],
      none: [['rumour']],
      person: ['Korrell'],
      issue: [],
      outlet: ['Halden Courier'],
      status: [],
      from: '2031-03',
      to: null,
      origins: 2,
      notes: [],
    })
  })

  it.each([
    ['from:yesterday', 'from:yesterday is no date'],
    ['origins:many', 'origins:many is no number'],
  ])('%s is said to be not understood', (words, note) => expect(readQuestion(words).notes[0]).toContain(note))

  it('takes an unknown field, a lone quotation mark and signs of query languages as words', () => {
    expect(readQuestion('colour:red').all).toEqual([[['colour', 'red']]])
    expect(readQuestion('"truce holds').all).toEqual([[['truce', 'holds']]])
    expect(readQuestion('NEAR(a b) * ^ ) (').all).toEqual([[['NEAR', 'a']], [['b']]])
    expect(readQuestion('-').all).toEqual([])
  })
})

describe.each([
  ['in memory', () => memory],
  ['of a store', () => stored],
])('findings %s', (_, open) => {
  const find = (words: string, limit = 200): Findings => open().find({words, offset: 0, limit})

  it('cite a stretch of a report, exactly, with the words marked', () => {
    const {hits} = find('lighthouse pier')
    expect(hits.length).toBeGreaterThan(0)
    const texts = new Map(
      open()
        .record()
        .documents.map(document => [document.id, document.text]),
    )
    for (const hit of hits) {
      expect(hit.excerpt).toBe(texts.get(hit.document)!.slice(hit.start, hit.end))
      for (const [start, end] of hit.marks) expect(hit.excerpt.slice(start, end)).toMatch(/^(lighthouse|pier)/i)
    }
  })

  it('narrow with each part of the question', () => {
    const wide = find('truce').total
    expect(wide).toBeGreaterThan(5)
    expect(find('truce person:Korrell').total).toBeLessThan(wide)
    expect(find('truce outlet:Northwire').total).toBeLessThan(wide)
    expect(find('truce -signed').total).toBeLessThan(wide)
    expect(find('truce OR lighthouse').total).toBeGreaterThan(wide)
    expect(find('zzzzz').total).toBe(0)
  })

  it('meet inflected words and words with other accents', () => expect(find('exchanging prisoner').total).toBeGreaterThan(0))

  it('by status, issue or origins are entries only', () => {
    const held = find('status:held')
    expect(held.total).toBeGreaterThan(0)
    expect(new Set(held.hits.map(hit => hit.kind))).toEqual(new Set(['event']))
    for (const hit of find('origins:2').hits) expect(hit.id).not.toBeNull()
  })

  it('keep to the days that are asked for', () => {
    const early = find('truce to:2031-03-05')
    const dates = new Map(
      open()
        .record()
        .documents.map(document => [document.id, document.published]),
    )
    for (const hit of early.hits.filter(one => one.kind === 'sentence')) expect(dates.get(hit.document)! <= '2031-03-05').toBe(true)
  })

  it('come in pages, newest first', () => {
    const all = find('Orvia')
    expect(open().find({words: 'Orvia', offset: 2, limit: 3}).hits).toEqual(all.hits.slice(2, 5))
    expect(open().find({words: 'Orvia', offset: 2, limit: 3}).total).toBe(all.total)
  })

  it('of an empty question are none', () => expect(find('  ').total).toBe(0))
})

describe('the index', () => {
  it.each([
    'truce',
    'truce -signed',
    '"shipping truce" OR lighthouse',
    'Orvia person:Korrell',
    'truce outlet:"halden courier"',
    'Orvia from:2031-03-10 to:2031-03-15',
    'prisoners to:2031-02',
    'status:held',
    'status:planned OR from:2031-03-10',
    'issue:ceasefire',
    'person:Verrin origins:1',
    '-truce person:Orvia',
    'from:2031-03-12',
    'exchanging prisoner',
  ])('gives for %s what looking at everything gives', words => {
    const [seen, indexed] = [memory, stored].map(desk => desk.find({words, offset: 0, limit: 500}))
    const keyOf = (findings: Findings) => findings.hits.map(hit => `${hit.kind} ${hit.id} ${hit.document} ${hit.start}-${hit.end}`).sort()
    expect(keyOf(indexed!)).toEqual(keyOf(seen!))
    expect(indexed!.total).toBe(seen!.total)
  })

  it('takes nothing that was typed for a statement', () => {
    for (const words of [
      '" OR 1=1 --',
      'person:"\' OR 1"',
      'words:x',
      'a* ^b',
      'NEAR(a,b)',
      '(((',
      'AND NOT',
      'text : truce',
      '\u0000truce',
    ])
      expect(() => stored.find({words, offset: 0, limit: 5})).not.toThrow()
  })
})
