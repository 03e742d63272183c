// What people rule: checked before it is kept, kept on claims and mentions, applied at once, taken back by one more line.
import {beforeEach, describe, expect, it} from 'vitest'
import type {Desk, NewJudgement} from '../src/edge/desk.ts'
import {memoryDesk} from '../src/edge/desk-memory.ts'
import {exampleDocuments} from './bundled-example.ts'
import {testReader} from './support.ts'

let desk: Desk

beforeEach(async () => {
  const contents = {name: 'example', judgements: [], refused: [], reader: testReader(), now: () => '2031-04-01T00:00:00Z', who: 'test'}
  desk = memoryDesk({...contents, documents: await exampleDocuments()})
}, 60_000)

const event = (start: string) => desk.record().events.find(({kind}) => kind === start)!

describe('rulings', () => {
  it('carry id, who and when, and change the record and its revision', () => {
    const before = desk.revision()
    const [made] = desk.judge([{kind: 'confirm', of: [event('exchange').id]}])
    expect(made).toMatchObject({by: 'person', who: 'test', at: '2031-04-01T00:00:00Z', kind: 'confirm'})
    expect(desk.revision()).not.toBe(before)
    expect(event('exchange').review).toBe('confirmed')
  })

  it('on an entry are kept on its claims', () => {
    const {id, support, history} = event('exchange')
    const [made] = desk.judge([{kind: 'confirm', of: [id]}])
    const claims = [support, ...history.map(state => state.support)].flatMap(behind => behind.claims.map(claim => claim.id))
    expect(new Set(made!.of)).toEqual(new Set(claims))
  })

  it('dismiss an entry, and an undo brings it back', () => {
    const {label} = event('exchange')
    const count = desk.record().events.length
    const [made] = desk.judge([{kind: 'dismiss', of: [event('exchange').id]}])
    expect(desk.record().events.length).toBe(count - 1)
    desk.judge([{kind: 'undo', of: [made!.id]}])
    expect(desk.record().events.length).toBe(count)
    expect(event('exchange').label).toBe(label)
  })

  it('set a field of an entry', () => {
    desk.judge([{kind: 'set', of: [event('exchange').id], field: 'time', value: '2031-03-16', reason: 'the ferry log'}])
    expect(event('exchange').time).toBe('2031-03-16')
  })

  it('join two somebodies and part them again', () => {
    const people = desk.record().entities.filter(({type, mentions}) => type === 'person' && mentions.length > 0)
    const [a, b] = [people[0]!, people[1]!]
    const [made] = desk.judge([{kind: 'same', of: [a.id, b.id]}])
    expect(desk.record().entities.filter(({id}) => id === a.id || id === b.id)).toHaveLength(1)
    desk.judge([{kind: 'undo', of: [made!.id]}])
    expect(desk.record().entities.filter(({id}) => id === a.id || id === b.id)).toHaveLength(2)
  })

  it('add a line that the program missed, at a stretch of a report', () => {
    const {id, text} = desk.record().documents[0]!
    const start = text!.indexOf('.') + 2
    const end = text!.indexOf('.', start) + 1
    desk.judge([{kind: 'add', of: [id], field: 'gesture', value: 'held', because: [{document: id, start, end, quote: 'wrong words'}]}])
    const added = desk.record().events.find(({rule}) => rule === 'person/add')
    expect(added).toMatchObject({kind: 'gesture', status: 'held'})
    expect(added!.support.claims[0]!.citation.quote).toBe(text!.slice(start, end))
  })
})

describe('refused rulings', () => {
  const refused = (line: NewJudgement): string => {
    const before = desk.revision()
    try {
      desk.judge([line])
    } catch (error) {
      expect(desk.revision()).toBe(before)
      return (error as {code: string}).code
    }
    return 'kept'
  }

  it.each([
    ['an unknown id', () => ({kind: 'confirm', of: ['nobody']}), 'judgement/unknown-id'],
    ['one thing alone', () => ({kind: 'same', of: [event('exchange').id]}), 'judgement/bad-value'],
    ['two of different sorts', () => ({kind: 'same', of: [event('exchange').id, desk.record().entities[0]!.id]}), 'judgement/bad-value'],
    ['an unknown field', () => ({kind: 'set', of: [event('exchange').id], field: 'mood', value: 'good'}), 'judgement/unknown-field'],
    [
      'a value that does not exist',
      () => ({kind: 'set', of: [event('exchange').id], field: 'status', value: 'great'}),
      'judgement/bad-value',
    ],
    ['a day in words', () => ({kind: 'set', of: [event('exchange').id], field: 'time', value: 'Friday'}), 'judgement/bad-value'],
    ['a line without a citation', () => ({kind: 'add', of: ['x'], field: 'meeting'}), 'judgement/no-citation'],
    ['an undo of nothing', () => ({kind: 'undo', of: ['x']}), 'judgement/unknown-id'],
    ['an unknown kind', () => ({kind: 'marry' as 'same', of: ['x', 'y']}), 'judgement/bad-kind'],
  ] satisfies [string, () => NewJudgement, string][])('%s', (_, line, code) => expect(refused(line())).toBe(code))
})
