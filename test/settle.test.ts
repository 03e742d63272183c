// From documents to the record: what becomes one entry, what stays two, and what people can change.
import {describe, expect, it} from 'vitest'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Event, Judgement, RecordFile} from '../src/model/record.ts'
import {report, type Told} from './reports.ts'
import {testPacks} from './support.ts'

const MADE = {version: '0', packs: [], models: []}
const recordOf = (documents: readonly ReadDocument[], judgements: readonly Judgement[] = []): RecordFile =>
  settle(documents, judgements, testPacks(), MADE)

const met = (text: string, event: Partial<NonNullable<Told['event']>> = {}): Told => ({
  text,
  event: {actors: ['Ostrel', 'Mirvan'], ...event},
})

const short = ({status, time, history}: Event): string => `${status} ${time} after ${history.map(step => step.status).join(', ')}`

describe('one event, one entry', () => {
  it('joins two reports of a meeting on one day in one town', () => {
    const record = recordOf([
      report('a.txt', [met('Ostrel and Mirvan held talks in Port Tallin on Friday.', {time: '2031-04-11', place: 'Port Tallin'})]),
      report('b.txt', [met('Negotiators of both countries sat down again.', {time: '2031-04-11', place: 'Port Tallin'})]),
    ])
    expect(record.events.map(event => event.support.documents)).toEqual([2])
    expect(record.events[0]!.support.said).toEqual([1, 2])
  })

  it('keeps two meetings of the same parties in one month apart', () => {
    const record = recordOf([
      report('a.txt', [met('They met on the third.', {time: '2031-04-03'}), met('They met again on the eleventh.', {time: '2031-04-11'})]),
      report('b.txt', [met('The meeting of 11 April lasted four hours.', {time: '2031-04-11'})]),
    ])
    expect(record.events.map(event => event.time)).toEqual(['2031-04-03', '2031-04-11'])
  })

  it('keeps meetings of one day in two towns apart', () => {
    const record = recordOf([
      report('a.txt', [met('They met in Port Tallin.', {time: '2031-04-11', place: 'Port Tallin'})]),
      report('b.txt', [met('They met at Lake Onver.', {time: '2031-04-11', place: 'Lake Onver'})]),
    ])
    expect(record.events).toHaveLength(2)
  })

  it('keeps meetings apart where other people sat down for one side', () => {
    const record = recordOf([
      report('a.txt', [met('Vashenko met Ruiz.', {time: '2031-04-11', actors: ['Vashenko of Ostrel', 'Ruiz of Mirvan']})]),
      report('b.txt', [met('Orlo met Ruiz.', {time: '2031-04-11', actors: ['Orlo of Ostrel', 'Ruiz of Mirvan']})]),
    ])
    expect(record.events).toHaveLength(2)
  })

  it('holds a plan and its outcome in one history, and counts support for each apart', () => {
    const record = recordOf([
      report('a.txt', [met('They will meet on Friday.', {time: '2031-04-11', status: 'planned'})], {published: '2031-04-09'}),
      report('b.txt', [met('They met on Friday.', {time: '2031-04-11'})], {published: '2031-04-12'}),
      report('c.txt', [met('They met on Friday for an hour.', {time: '2031-04-11'})], {published: '2031-04-12'}),
    ])
    expect(record.events.map(short)).toEqual(['held 2031-04-11 after planned, held'])
    expect(record.events[0]!.support.documents).toBe(2)
    expect(record.events[0]!.history[0]!.support.documents).toBe(1)
  })

  it('says of a plan whose day has passed that no report tells more, not that it was called off', () => {
    const record = recordOf([
      report('a.txt', [met('They will meet on Friday.', {time: '2031-04-11', status: 'planned'})], {published: '2031-04-09'}),
      report('b.txt', [{text: 'Rain fell all over Kalvia.'}], {published: '2031-04-20'}),
    ])
    expect(record.events.map(short)).toEqual(['planned 2031-04-11 after planned, date passed, no report here'])
  })

  it('never takes a denied meeting for one that was held', () => {
    const record = recordOf([report('a.txt', [met('Ostrel denied that they had met.', {time: '2031-04-11', assertion: 'denied'})])])
    expect(record.events[0]!.status).toBe('not-held')
  })

  it('takes a further meeting that lies ahead for another one', () => {
    const record = recordOf([
      report('a.txt', [met('They met on Friday.', {time: '2031-04-11'}), met('They will meet again.', {status: 'planned'})]),
    ])
    expect(record.events.map(event => event.status)).toEqual(['held', 'planned'])
  })
})

describe('what people rule', () => {
  const reports = [
    report('a.txt', [met('They met in Port Tallin.', {time: '2031-04-11', place: 'Port Tallin'})]),
    report('b.txt', [met('They met in Port Tallin, an aide said.', {time: '2031-04-11', place: 'Port Tallin'})]),
  ]
  const ids = recordOf(reports).events[0]!.support.claims.map(claim => claim.id)
  const judgement = (known: Partial<Judgement>): Judgement => ({
    id: 'j1',
    by: 'person',
    who: 'desk',
    at: null,
    kind: 'same',
    of: ids,
    field: null,
    value: null,
    verdict: 'applied',
    reason: null,
    rule: null,
    score: null,
    because: [],
    ...known,
  })

  it('parts what a person calls different, and an undo joins it again', () => {
    const parted = judgement({kind: 'different'})
    expect(recordOf(reports, [parted]).events).toHaveLength(2)
    expect(recordOf(reports, [parted, judgement({id: 'j2', kind: 'undo', of: ['j1']})]).events).toHaveLength(1)
  })

  it('leaves out what a person dismisses and marks what a person confirms', () => {
    expect(recordOf(reports, [judgement({kind: 'dismiss', of: [ids[0]!]})]).events[0]!.support.documents).toBe(1)
    expect(recordOf(reports, [judgement({kind: 'confirm', of: [ids[0]!]})]).events[0]!.review).toBe('confirmed')
  })

  it('corrects a field, and says so where there is no such field', () => {
    expect(recordOf(reports, [judgement({kind: 'set', field: 'time', value: '2031-04-12'})]).events[0]!.time).toBe('2031-04-12')
    expect(recordOf(reports, [judgement({kind: 'set', field: 'colour', value: 'red'})]).notes.map(note => note.code)).toEqual([
      'judgement/unknown-field',
    ])
  })

  it('takes in a line that a person adds', () => {
    const because = [{document: 'a.txt', start: 0, end: 4, quote: 'They'}]
    const record = recordOf(reports, [judgement({kind: 'add', of: ['a.txt'], field: 'call', value: 'planned', because})])
    expect(record.events.map(event => `${event.kind} ${event.status}`)).toEqual(['call planned', 'meeting held'])
  })
})

describe('citations', () => {
  it('slice true everywhere in the record', () => {
    const record = recordOf([
      report('a.txt', [
        met('Ostrel and Mirvan met, Vashenko said.', {time: '2031-04-11'}),
        {text: 'Vashenko spoke.', by: 'Vashenko of Ostrel'},
      ]),
      report('b.txt', [met('Ostrel and Mirvan met, Vashenko said.', {time: '2031-04-11'})]),
    ])
    const texts = new Map(record.documents.map(document => [document.id, document.text!]))
    let seen = 0
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) for (const item of value) visit(item)
      else if (value && typeof value === 'object') {
        const {document, start, end, quote} = value as Record<string, unknown>
        if (typeof quote === 'string') {
          seen++
          expect(texts.get(document as string)!.slice(start as number, end as number)).toBe(quote)
        }
        for (const item of Object.values(value)) visit(item)
      }
    }
    visit(record)
    expect(seen).toBeGreaterThan(5)
  })
})
