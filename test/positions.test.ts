// Who wants what over time: a stance that turned is shown with both days, and two people of one side who differ are no turn.
import {describe, expect, it} from 'vitest'
import {writeBriefing} from '../src/brief/briefing.ts'
import {lookUp} from '../src/brief/lookup.ts'
import {positionTable} from '../src/brief/pages/position-table.ts'
import {writePositions} from '../src/brief/positions.ts'
import {shiftLine, shiftsIn} from '../src/brief/shifts.ts'
import type {RecordFile} from '../src/model/record.ts'
import {link, read} from '../src/parley.ts'
import {articleOf, testReader} from './support.ts'

const recordOf = (...reports: readonly (readonly [day: string, text: string])[]): RecordFile =>
  link(
    reports.map(([published, text], i) =>
      read(articleOf(text, {id: `${i + 1}.txt`, published, publisher: `Paper ${i + 1}`}), testReader()),
    ),
    [],
    testReader(),
  )

const movesIn = (record: RecordFile): string[] => {
  const lookup = lookUp(record)
  return shiftsIn(lookup).map(shift => shiftLine(shift, lookup).text)
}

const REJECTED = ['2031-05-03', 'Brazil rejected a ceasefire on Saturday.'] as const
const OPEN = ['2031-05-09', 'Brazil said on Friday it was open to a ceasefire.'] as const

describe('a position that turned', () => {
  it('is told with both stances, their words and days', () => {
    expect(movesIn(recordOf(REJECTED, OPEN))).toEqual([
      'Brazil on ceasefire: rejects “a ceasefire” (3 May), then is open to “a ceasefire” (9 May)',
    ])
  })

  it('stands in the briefing, in the view of positions and in the page’s table', () => {
    const record = recordOf(REJECTED, OPEN)
    const textOf = (heading: string, sheet: {sections: readonly {heading: string; lines: readonly {text: string}[]}[]}): string =>
      sheet.sections
        .filter(section => section.heading === heading)
        .flatMap(section => section.lines.map(line => line.text))
        .join('\n')
    expect(textOf('What changed', writeBriefing(record))).toContain('rejects “a ceasefire” (3 May), then is open to')
    expect(textOf('What moved', writePositions(record))).toContain('rejects “a ceasefire” (3 May), then is open to')
    const cells = positionTable(lookUp(record)).rows.flatMap(row => row.cells)
    expect(cells.map(cell => cell.moved)).toEqual(['rejects, 3 May'])
    const grid = writePositions(record).sections[0]!.grid!
    expect(grid.rows.flatMap(row => row.cells.flat()).map(cell => cell.text)).toContain('is open to, before: rejects (3 May)')
  })

  it('is the same in any order of arrival', () => {
    expect(movesIn(recordOf(OPEN, REJECTED))).toEqual(movesIn(recordOf(REJECTED, OPEN)))
  })

  it('is none where two ministers of one government differ', () => {
    const first = ['2031-05-03', 'Brazilian Defence Minister Jon Pell rejected a ceasefire on Saturday.'] as const
    const second = ['2031-05-09', 'Brazilian Trade Minister Ana Rulov said on Friday she was open to a ceasefire.'] as const
    expect(movesIn(recordOf(first, second))).toEqual([])
  })

  it('is none where the rival tells it', () => {
    const rival = [
      '2031-05-09',
      'Brazil is now open to a ceasefire, the foreign ministry of Chile said on Friday. Chile met Brazil in May.',
    ] as const
    expect(movesIn(recordOf(REJECTED, rival))).toEqual([])
  })
})
