// The views say what the record holds, and no more: sides before counts, allegations with accuser and answer, plans apart from the past.
import {describe, expect, it} from 'vitest'
import {writeChain} from '../src/brief/chain.ts'
import {shortDate, wordDate, wordTerm} from '../src/brief/dates.ts'
import {wordEvent} from '../src/brief/event-words.ts'
import {lookUp} from '../src/brief/lookup.ts'
import {writeQuotes} from '../src/brief/quotes.ts'
import type {Line, Sheet} from '../src/brief/sheet.ts'
import {typeset} from '../src/brief/typeset.ts'
import {VIEWS} from '../src/brief/views.ts'
import type {Event} from '../src/model/record.ts'
import {record} from './fixture-record.ts'

const set = (sheet: Sheet): string => typeset(sheet, 80)
const flat = (text: string): string => text.replace(/\s+/g, ' ')
const sectionOf = (sheet: Sheet, heading: string): readonly Line[] => sheet.sections.find(section => section.heading === heading)!.lines

describe('the briefing', () => {
  const sheet = VIEWS.briefing(record)
  const text = flat(set(sheet))

  it('opens with what was read', () => {
    expect(sheet.opening[0]).toBe('4 reports, 13–18 March 2031, 2 outlets; 1 not read: empty')
  })

  it('keeps what is planned apart from what happened', () => {
    expect(sectionOf(sheet, 'What happened').map(line => line.id)).toEqual(['event-exchange', 'event-shots'])
    expect(sectionOf(sheet, 'What is planned').map(line => line.id)).toEqual(['event-summit'])
  })

  it('concludes nothing from a date that has passed', () => {
    expect(sectionOf(sheet, 'What changed').map(line => line.text)).toContain(
      'Ilsa Verrin to visit Aldersund (date passed, no report here)',
    )
    expect(text).not.toContain('cancelled')
  })

  it('names the sides before any count, and gives both counts where they differ', () => {
    expect(text).toContain('Marenia’s side only')
    expect(text).toContain('own reporting · 2 reports, 2 origins')
    expect(text).toContain('Marenia’s side and Orvia’s side · 1 report, recorded 1, first-hand 2')
    expect(flat(set(VIEWS.timeline(record)))).toContain('own reporting · 2 reports · recorded 2, first-hand 2')
  })

  it('tells no attack in its own voice', () => {
    expect(text).toContain('According to Marenia: Orvia attacked Ada Lunde')
    expect(text).toContain('Answer: no reply found in these reports')
  })

  it('shows an alleged breach with its accuser and the answer', () => {
    expect(text).toContain('Breach by Orvia alleged by Marenia [4]')
    expect(text).toContain('Answer: denied by Orvia')
    expect(text).toContain('Breach by Marenia alleged by Orvia [4]')
  })

  it('marks an envoy’s remark as the envoy’s, and puts only the report’s characters in quotation marks', () => {
    expect(text).toContain(
      'Marenia (Daven Korrell) demands: “a joint inquiry into the October sinking of the patrol boat Terne” [1] · Marenia’s side only',
    )
  })

  it('shows both figures where reports differ, and their own explanation', () => {
    expect(text).toMatch(
      /How many: Marenia and Orvia carried out an exchange on Skarrow Island 64 prisoners \[2\] 58 men and women \[3\] The reports explain:/,
    )
  })

  it('says that nothing is measured yet', () => {
    expect(text).toContain('every line asks for a look at its source')
  })

  it('fits eighty columns', () => {
    for (const view of Object.values(VIEWS))
      for (const line of set(view(record)).split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
  })

  it('numbers every line’s source, and every citation slices true', () => {
    const texts = new Map(record.documents.map(document => [document.id, document.text!]))
    const visit = (line: Line): void => {
      for (const {citation, number} of [...line.cites, ...line.quotes]) {
        expect(texts.get(citation.document)!.slice(citation.start, citation.end)).toBe(citation.quote)
        expect(sheet.sources[number - 1]!.document).toBe(citation.document)
      }
      line.under.forEach(visit)
    }
    for (const view of Object.values(VIEWS)) for (const section of view(record).sections) section.lines.forEach(visit)
  })

  it('does not depend on the order of arrival', () => {
    const turned = {
      ...record,
      documents: [...record.documents].reverse(),
      events: [...record.events].reverse(),
      positions: [...record.positions].reverse(),
    }
    for (const view of Object.values(VIEWS)) expect(set(view(turned))).toBe(set(view(record)))
  })
})

describe('the other views', () => {
  it('set positions as a matrix with the age of each cell', () => {
    const grid = VIEWS.positions(record).sections[0]!.grid!
    expect(grid.columns).toEqual(['Marenia', 'Orvia'])
    expect(grid.rows[0]!.cells[0]![0]).toMatchObject({text: 'demands (Daven Korrell)', age: '13 Mar, 5 days old'})
  })

  it('say why two spellings are one person', () => {
    const text = flat(set(VIEWS.people(record)))
    expect(text).toContain('also written Darven Corell')
    expect(text).toContain('because both are the Marenian envoy')
  })

  it('narrow quotes to a speaker and to words', () => {
    const remarks = writeQuotes(record, {by: 'korrell', about: 'bruised'}).sections.flatMap(section => section.lines)
    expect(remarks.map(line => line.id)).toEqual(['a-holds'])
    expect(remarks[0]!.text).toBe('“The truce holds. It is bruised, but it holds”')
  })

  it('narrow quotes to words alone, with the reports that carry them', () => {
    const whole = writeQuotes(record)
    const narrowed = writeQuotes(record, {about: 'BRUISED'})
    expect(narrowed.sections.flatMap(section => section.lines).map(line => line.id)).toContain('a-holds')
    expect(narrowed.sources.length).toBeLessThan(whole.sources.length)
    expect(writeQuotes(record, {about: 'no such words'}).sections[0]!.none).toBe('No remark found.')
  })

  it('follow one entry down to its sentences, by the first letters of its id', () => {
    const text = flat(set(writeChain(record, 'event-sh')!))
    expect(text).toMatch(/Northwire \[\d+\][^└]*└ Marenia said/)
    expect(writeChain(record, 'event')).toBeNull()
    expect(writeChain(record, 'nothing')).toBeNull()
  })

  it('say so where there is nothing to say', () => {
    const empty = {...record, events: [], positions: [], agreements: [], assessments: [], contradictions: [], attributions: []}
    for (const view of Object.values(VIEWS)) expect(set(view({...empty, documents: []}))).not.toMatch(/undefined|null|NaN/)
  })
})

describe('an event in words', () => {
  const lookup = lookUp(record)
  const meeting: Event = {...record.events[0]!, kind: 'meeting', actors: ['korrell'], recipients: ['verrin'], place: 'aldersund'}
  const rows: [Event, string][] = [
    [{...meeting, status: 'held'}, 'Daven Korrell met Ilsa Verrin in Aldersund'],
    [{...meeting, status: 'planned'}, 'Daven Korrell to meet Ilsa Verrin in Aldersund'],
    [{...meeting, status: 'not-held'}, 'Daven Korrell did not meet Ilsa Verrin in Aldersund'],
    [{...meeting, status: 'cancelled'}, 'Daven Korrell was to meet Ilsa Verrin in Aldersund (called off)'],
    [{...meeting, status: 'conditional'}, 'Daven Korrell to meet Ilsa Verrin in Aldersund (on a condition)'],
    [{...meeting, status: 'held', kind: 'round', ordinal: 3}, 'Daven Korrell held a third round of talks with Ilsa Verrin in Aldersund'],
    [{...meeting, status: 'held', recipients: []}, 'Daven Korrell held a meeting in Aldersund'],
    [{...meeting, status: 'ended', kind: 'sanction'}, 'Daven Korrell lifted sanctions on Ilsa Verrin in Aldersund'],
    [{...meeting, status: 'ongoing', kind: 'round'}, 'Daven Korrell is holding a round of talks with Ilsa Verrin in Aldersund'],
    [{...meeting, status: 'planned', kind: 'visit', recipients: []}, 'Daven Korrell to visit Aldersund'],
    [{...meeting, status: 'held', actors: [], recipients: []}, 'Meeting in Aldersund, participants not named'],
    [{...meeting, status: 'threatened', kind: 'sanction'}, 'Daven Korrell threatened to impose sanctions on Ilsa Verrin in Aldersund'],
  ]

  it.each(rows)('%#', (event, words) => expect(wordEvent(event, lookup)).toBe(words))
})

describe('dates in words', () => {
  it.each([
    ['2031-03-13', '13 March 2031'],
    ['2031-03-10/2031-03-12', '10–12 March 2031'],
    ['2031-02-28/2031-03-02', '28 February – 2 March 2031'],
    ['2031-03', 'March 2031'],
    ['2031-03-31~', 'about 31 March 2031'],
    ['2031-03-13T18:00:00Z', '13 March 2031'],
    ['2031', '2031'],
    ['2031-03-13/..', 'from 13 March 2031'],
    [null, 'date unknown'],
  ])('%s is %s', (edtf, words) => expect(wordDate(edtf)).toBe(words))

  it('leaves out the year the reader stands in', () => {
    expect(shortDate('2031-03-13', 2031)).toBe('13 Mar')
    expect(shortDate('2030-10', 2031)).toBe('Oct 2030')
  })

  it('reads terms', () => {
    expect(wordTerm('P30D')).toBe('30 days')
    expect(wordTerm('P1M')).toBe('1 month')
    expect(wordTerm('strange')).toBe('strange')
  })
})
