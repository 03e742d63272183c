// What changed since a day, on the bundled example: compared by claims, so that nothing is new that only got another id.
import {beforeAll, describe, expect, it} from 'vitest'
import type {Sheet} from '../src/brief/sheet.ts'
import {writeSince} from '../src/brief/since.ts'
import type {Desk} from '../src/edge/desk.ts'
import {memoryDesk} from '../src/edge/desk-memory.ts'
import {exampleDocuments} from './bundled-example.ts'
import {testReader} from './support.ts'

let desk: Desk

beforeAll(async () => {
  const contents = {name: 'example', judgements: [], refused: [], reader: testReader(), now: () => '2031-04-01T00:00:00Z', who: 'test'}
  desk = memoryDesk({...contents, documents: await exampleDocuments()})
}, 60_000)

const since = (day: string): Sheet => writeSince(desk.before(day), desk.record(), day)
const lines = (sheet: Sheet, heading: string): string[] =>
  sheet.sections.find(section => section.heading.startsWith(heading))!.lines.map(({text}) => text)

describe('what changed since a day', () => {
  it('tells what was planned and held since, what broke, what moved and what is disputed', () => {
    const sheet = since('2031-03-15')
    expect(sheet.opening[0]).toContain('5 reports since 15 March 2031')
    expect(lines(sheet, 'Planned').join('\n')).toMatch(/exchanged prisoners.*planned, now held/)
    expect(lines(sheet, 'Agreements').join('\n')).toMatch(/[Tt]ruce: in force.*before: signed/)
    expect(lines(sheet, 'New conflicts').join('\n')).toContain('How many')
    expect(lines(sheet, 'New events').join('\n')).not.toMatch(/exchanged prisoners/)
  })

  it('is nothing after the last report, and everything before the first', () => {
    expect(since('2031-04-01').sections.flatMap(section => section.lines)).toEqual([])
    const all = since('2031-01-01')
    expect(all.opening[0]).toContain('12 reports since')
    expect(lines(all, 'Planned')).toEqual([])
    expect(lines(all, 'New events').length).toBeGreaterThan(20)
  })
})
