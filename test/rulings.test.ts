// What people say of the record holds from end to end: claims, names, remarks, stories and shared texts joined, parted, confirmed, dismissed, corrected,
// and every line taken back by one more line. Lines name what never changes, so they hold when more is read.
import {describe, expect, it} from 'vitest'
import {growRecord} from '../src/link/grow.ts'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Judgement, RecordFile} from '../src/model/record.ts'
import {report, type Told} from './reports.ts'
import {testPacks} from './support.ts'

const MADE = {version: '0', packs: [], models: []}
const recordOf = (documents: readonly ReadDocument[], lines: readonly Judgement[] = []): RecordFile =>
  settle(documents, lines, testPacks(), MADE)

let count = 0
const line = (kind: Judgement['kind'], of: readonly string[], more: Partial<Judgement> = {}): Judgement => ({
  id: `line ${count++}`,
  by: 'person',
  who: 'desk',
  at: null,
  kind,
  of: [...of],
  field: null,
  value: null,
  verdict: 'applied',
  reason: null,
  rule: null,
  score: null,
  because: [],
  ...more,
})

const met = (text: string, event: Partial<NonNullable<Told['event']>> = {}): Told => ({
  text,
  event: {actors: ['Ostrel', 'Mirvan'], ...event},
})

const claimsIn = (record: RecordFile): Map<string, string> =>
  new Map(record.events.flatMap(event => event.support.claims.map(claim => [claim.citation.document, claim.id] as const)))

describe('events', () => {
  const far = [
    report('a.txt', [met('They met in March.', {time: '2031-03-02', place: 'Port Tallin'})]),
    report('b.txt', [met('The envoys sat down in June.', {time: '2031-06-20', place: 'Lake Onver'})]),
  ]

  it('are one on a person’s word, however little they share, and two again when it is taken back', () => {
    const ids = [...claimsIn(recordOf(far)).values()]
    const same = line('same', ids)
    expect(recordOf(far).events).toHaveLength(2)
    expect(recordOf(far, [same]).events).toHaveLength(1)
    const undo = line('undo', [same.id])
    expect(recordOf(far, [same, undo]).events).toHaveLength(2)
    expect(recordOf(far, [same, undo, line('undo', [undo.id])]).events).toHaveLength(1)
  })

  const three = [
    report('a.txt', [met('Ostrel and Mirvan met in Port Tallin.', {time: '2031-04-11', place: 'Port Tallin'})]),
    report('b.txt', [met('Ostrel and Mirvan met in Port Tallin on Friday.', {time: '2031-04-11', place: 'Port Tallin'})]),
    report('c.txt', [met('There was a meeting of the two.', {time: '2031-04-11'})]),
  ]

  it('stay apart where A is B, B is C and a person says that A is not C: the weakest link is cut, with a note', () => {
    const ids = claimsIn(recordOf(three))
    expect(recordOf(three).events).toHaveLength(1)
    const record = recordOf(three, [line('different', [ids.get('a.txt')!, ids.get('c.txt')!])])
    expect(record.events.map(event => event.support.documents).sort()).toEqual([1, 2])
    expect(claimsOfEvents(record)).toContain('a.txt b.txt')
    expect(record.notes.map(note => note.code)).toContain('link/cut-by-person')
  })

  it('keep a correction, a confirmation and a dismissal when more is read', () => {
    const [a, b, c] = three as [ReadDocument, ReadDocument, ReadDocument]
    const id = claimsIn(recordOf([a])).get('a.txt')!
    const growing = growRecord(testPacks(), MADE)
    growing.add([a])
    growing.judge([line('set', [id], {field: 'time', value: '2031-04-10'})])
    growing.add([b])
    expect(growing.record().events.map(event => `${event.time} ${event.review} ${event.support.documents}`)).toEqual([
      '2031-04-10 confirmed 2',
    ])
    growing.judge([line('dismiss', [id])])
    growing.add([c])
    expect(growing.record().events.map(event => `${event.time} ${event.review} ${event.support.documents}`)).toEqual(['2031-04-11 check 2'])
  })

  it('take in a line that a person adds, and lose it when it is taken back', () => {
    const add = line('add', ['a.txt'], {
      field: 'call',
      value: 'held',
      because: [{document: 'a.txt', start: 0, end: 6, quote: 'Ostrel'}],
    })
    expect(recordOf(three.slice(0, 1), [add]).events.map(event => event.kind)).toEqual(['call', 'meeting'])
    expect(recordOf(three.slice(0, 1), [add, line('undo', [add.id])]).events.map(event => event.kind)).toEqual(['meeting'])
  })
})

const claimsOfEvents = (record: RecordFile): string[] =>
  record.events.map(event => event.support.claims.map(claim => claim.citation.document).join(' '))

describe('names', () => {
  const named = (id: string, name: string): ReadDocument => {
    const made = report(id, [met(`${name} met Ruiz.`, {actors: [`${name} of Ostrel`, 'Ruiz of Mirvan']})])
    return {...made, somebodies: made.somebodies.map(one => (one.name === name ? {...one, pack: null} : one))}
  }
  const two = [named('a.txt', 'Orlo Vashenko'), named('b.txt', 'Ilya Brandt')]
  const peopleIn = (record: RecordFile): string[] =>
    record.entities
      .filter(entity => entity.type === 'person' && entity.name !== 'Ruiz')
      .map(entity => [entity.name, ...entity.aliases].sort().join(' = '))
      .sort()
  const idsOf = (record: RecordFile): string[] =>
    record.entities.filter(entity => entity.type === 'person' && entity.name !== 'Ruiz').map(entity => entity.id)

  it('are joined and parted by their mentions', () => {
    expect(peopleIn(recordOf(two))).toEqual(['Ilya Brandt', 'Orlo Vashenko'])
    const same = line('same', idsOf(recordOf(two)))
    expect(peopleIn(recordOf(two, [same]))).toEqual(['Ilya Brandt = Orlo Vashenko'])
    expect(peopleIn(recordOf(two, [same, line('undo', [same.id])]))).toEqual(['Ilya Brandt', 'Orlo Vashenko'])
    const twins = [named('a.txt', 'Orlo Vashenko'), named('b.txt', 'Orlo Vashenko')]
    const apart = [recordOf([twins[0]!]), recordOf([twins[1]!])].flatMap(idsOf)
    expect(peopleIn(recordOf(twins))).toEqual(['Orlo Vashenko'])
    expect(peopleIn(recordOf(twins, [line('different', apart)]))).toEqual(['Orlo Vashenko', 'Orlo Vashenko'])
  })

  it('can be corrected', () => {
    const record = recordOf(two)
    const vashenko = record.entities.find(entity => entity.name === 'Orlo Vashenko')!
    expect(peopleIn(recordOf(two, [line('set', [vashenko.id], {field: 'name', value: 'O. Vashenko'})]))).toContain('O. Vashenko')
  })
})

describe('remarks', () => {
  const said = (id: string, words: string): ReadDocument => {
    const made = report(id, [{text: `“${words},” Vashenko said.`, by: 'Vashenko of Ostrel'}], {published: '2031-04-11'})
    return {
      ...made,
      attributions: made.attributions.map(one => ({...one, kind: 'direct' as const, content: [{start: 0, end: words.length + 3}]})),
    }
  }
  const alike = [said('a.txt', 'We will hand back the five districts'), said('b.txt', 'We will hand back the five districts in May')]
  const unlike = [said('a.txt', 'We will hand back the five districts'), said('b.txt', 'Nobody sleeps at this lake')]
  const idsOf = (record: RecordFile): string[] => record.attributions.map(attribution => attribution.id)

  it('are parted and joined', () => {
    expect(recordOf(alike).utterances).toHaveLength(1)
    expect(recordOf(alike, [line('different', idsOf(recordOf(alike)))]).utterances).toHaveLength(2)
    expect(recordOf(unlike).utterances).toHaveLength(2)
    expect(recordOf(unlike, [line('same', idsOf(recordOf(unlike)))]).utterances).toHaveLength(1)
  })
})

describe('documents', () => {
  const LONG = 'Negotiators of both governments spent four hours on the list of detained sailors in the old customs house'
  const two = [
    report('a.txt', [
      met(`${LONG} of Port Tallin.`),
      {text: 'Ferries stayed in harbour while the delegations arrived under police escort.'},
    ]),
    report('b.txt', [
      met(`${LONG} of Port Tallin.`),
      {text: 'Ferries stayed in harbour while the delegations arrived under police escort.'},
    ]),
  ]
  const third = report('c.txt', [{text: 'A comet was seen over Kalvia.'}])

  it('are no copy of each other where a person says so, and the counts follow', () => {
    expect(recordOf(two).derivations.map(edge => edge.kind)).toEqual(['copy'])
    expect(recordOf(two).events[0]!.support.said).toEqual([1, 1])
    const dismissed = recordOf(two, [line('dismiss', ['a.txt', 'b.txt'])])
    expect(dismissed.derivations).toEqual([])
    expect(dismissed.events[0]!.support.said).toEqual([1, 2])
  })

  it('are put in one story and taken out of it', () => {
    const storiesOf = (lines: readonly Judgement[]): string[] =>
      recordOf([...two, third], lines).stories.map(story => story.documents.join(' '))
    expect(storiesOf([])).toEqual(['a.txt b.txt', 'c.txt'])
    const same = line('same', ['b.txt', 'c.txt'])
    expect(storiesOf([same])).toEqual(['a.txt b.txt c.txt'])
    expect(storiesOf([line('different', ['a.txt', 'b.txt'])])).toEqual(['a.txt', 'b.txt', 'c.txt'])
    expect(storiesOf([line('different', ['a.txt', 'c.txt']), same])).toEqual(['a.txt b.txt', 'c.txt'])
  })
})
