// The five reports that started it: what issue 2 asks of their record. Read from ../shared, never copied; each report is known by the first three letters of its file name.
import {beforeAll, describe, expect, it} from 'vitest'
import {readSources} from '../src/edge/files/sources.ts'
import {isRefusal} from '../src/edge/read-safely.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Agreement, Event, RecordFile, Support} from '../src/model/record.ts'
import {link, read} from '../src/parley.ts'
import {sharedPath} from './shared-sets.ts'
import {testReader} from './support.ts'

const seeds = sharedPath('seeds')

describe.skipIf(seeds === null)('the record of the five seeds', () => {
  let record: RecordFile
  const names = new Map<string, string>()
  const parties = new Map<string, string>()
  const reportOf = new Map<string, string>()

  beforeAll(async () => {
    const documents: ReadDocument[] = []
    for await (const source of readSources([seeds!], {packs: testReader().packs}))
      if (!isRefusal(source)) documents.push(read(source, testReader()))
    record = link(documents, [], testReader())
    for (const entity of record.entities) names.set(entity.id, entity.name)
    for (const entity of record.entities) parties.set(entity.id, names.get(entity.actsFor ?? '') ?? '')
    for (const document of record.documents) reportOf.set(document.id, document.file!.split('/').at(-1)!.slice(0, 3))
  })

  const reports = (...supports: readonly Support[]): string[] =>
    [...new Set(supports.flatMap(support => support.claims.map(claim => reportOf.get(claim.citation.document)!)))].sort()
  const allReports = (event: Event): string[] => reports(event.support, ...event.history.map(step => step.support))
  const people = (event: Event): string =>
    [...event.actors, ...event.recipients, event.host].map(id => `${names.get(id ?? '') ?? ''} ${parties.get(id ?? '') ?? ''}`).join(' + ')
  const has = (event: Event, ...who: readonly RegExp[]): boolean => who.every(name => name.test(people(event)))
  const place = (event: Event): string => names.get(event.place ?? '') ?? ''
  const words = (support: Support): string => support.claims.map(claim => claim.citation.quote).join(' ')
  const violationsOf = (agreement: Agreement) =>
    agreement.violations.map(violation => ({...violation, reports: reports(violation.support)}))

  it('has one meeting of Witkoff and Putin in St Petersburg on 11 April, told by 000, 002 and 003', () => {
    const meetings = record.events.filter(
      event =>
        event.kind === 'meeting' &&
        has(event, /Witkoff/, /Putin/) &&
        /Petersburg/.test(place(event)) &&
        event.time?.startsWith('2025-04-11'),
    )
    expect(meetings.map(event => event.status)).toEqual(['held'])
    expect(allReports(meetings[0]!)).toEqual(['000', '002', '003'])
  })

  it('has the talks of the United States and Russia on 10 April as one, told by 002 and 003', () => {
    const talks = record.events.filter(
      event => ['meeting', 'round'].includes(event.kind) && event.time === '2025-04-10' && has(event, /United States/, /Russia/),
    )
    expect(talks).toHaveLength(1)
    expect(allReports(talks[0]!)).toEqual(['002', '003'])
    expect(place(talks[0]!)).toMatch(/Istanbul|Türkiye|Turkey/)
  })

  it('has the exchange of Karelina and Petrov as one event, in spite of two spellings', () => {
    const exchanges = record.events.filter(event => ['exchange', 'release'].includes(event.kind) && /Karelina/.test(words(event.support)))
    expect(exchanges).toHaveLength(1)
    expect(reports(exchanges[0]!.support)).toEqual(['002', '003'])
  })

  it('keeps the Moscow meeting of 001 planned, and merges it with no other', () => {
    const moscow = record.events.filter(
      event => event.kind === 'meeting' && allReports(event).includes('001') && has(event, /Putin/, /Witkoff/),
    )
    expect(moscow).toHaveLength(1)
    expect(moscow[0]!.status).toBe('planned')
    expect(place(moscow[0]!)).toMatch(/Moscow/)
    expect(allReports(moscow[0]!)).toEqual(['001'])
  })

  it('has the talks in Oman on 12 April as planned', () => {
    const oman = record.events.filter(event => /Oman/.test(place(event)) && event.time === '2025-04-12')
    expect(oman.map(event => event.status)).toEqual(['planned'])
  })

  it('has the meeting of Putin and Trump face to face as not held', () => {
    const yet = record.events.filter(event => event.kind === 'meeting' && has(event, /Putin/, /Trump/) && event.status === 'not-held')
    expect(yet.flatMap(event => allReports(event))).toContain('003')
  })

  it('has the energy truce as agreed in March', () => {
    const truce = record.agreements.filter(
      agreement => /energy/.test(agreement.label) && agreement.history.some(step => step.time?.startsWith('2025-03')),
    )
    expect(truce.length).toBeGreaterThan(0)
    expect(
      truce.every(agreement =>
        agreement.parties
          .map(id => names.get(id))
          .join()
          .match(/Russia/),
      ),
    ).toBe(true)
  })

  it('shows that each side condemns the other’s attacks (002), and that both violated the truce by a report that names no source (004)', () => {
    const violations = record.agreements.flatMap(violationsOf)
    expect(
      violations.some(violation => violation.voice === 'alleged' && violation.reports.includes('002') && violation.allegedBy.length >= 2),
    ).toBe(true)
    const own = violations.find(violation => violation.voice === 'own' && violation.reports.includes('004'))
    expect(own?.by.map(id => names.get(id)).sort()).toEqual(['Russia', 'Ukraine'])
  })

  it('says who opposes territorial concessions', () => {
    const against = record.positions.filter(
      position => position.issue.startsWith('territor') && ['opposes', 'rejects'].includes(position.stance),
    )
    const voices = against.flatMap(position => [position.holder, position.voice]).map(id => names.get(id ?? '') ?? '')
    expect(voices.join()).toMatch(/Rubio|Kellogg/)
  })

  it('shows the five territories of 000 and the four regions of 004 under territory, in no contradiction', () => {
    const territory = record.positions.filter(position => position.issue.startsWith('territor'))
    expect(territory.some(position => reports(position.support).includes('000') && /five territories/.test(words(position.support)))).toBe(
      true,
    )
    expect(territory.some(position => reports(position.support).includes('004') && /four regions/.test(words(position.support)))).toBe(true)
    expect(
      record.contradictions.filter(one =>
        one.sides.some(side => side.citations.some(citation => /five territories|four regions/.test(citation.quote))),
      ),
    ).toEqual([])
  })
})
