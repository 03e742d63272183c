// What the calendar shows: terms and days that passed without a report, and rounds whose number does not fit what the reports show.
import {describe, expect, it} from 'vitest'
import {writeAgreements} from '../src/brief/agreements.ts'
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

const notesOf = (record: RecordFile, code: string): string[] => record.notes.filter(note => note.code === code).map(note => note.message)

const SIGNED = ['2031-05-02', 'Brazil and Chile signed a 30-day truce on Thursday.'] as const

describe('the term of an agreement', () => {
  it('that has run out is a note, and the state stays', () => {
    const record = recordOf(SIGNED, ['2031-06-20', 'Brazil and Chile met in Oslo on Friday.'])
    expect(notesOf(record, 'link/term-passed')).toEqual([
      'Counted from the day that these reports give, the term of “30-day truce” has run out; none of them tells what became of it.',
    ])
    expect(record.agreements.map(({state}) => state)).toEqual(['signed'])
    const lines = writeAgreements(record).sections.flatMap(section => section.lines.map(line => line.text))
    expect(lines.some(line => line.includes('has run out'))).toBe(true)
  })

  it('that still runs is none', () => {
    expect(notesOf(recordOf(SIGNED, ['2031-05-20', 'Brazil and Chile met in Oslo on Tuesday.']), 'link/term-passed')).toEqual([])
  })

  it('that was ended is none', () => {
    const record = recordOf(SIGNED, ['2031-06-20', 'The truce between Brazil and Chile collapsed on Monday.'])
    expect(notesOf(record, 'link/term-passed')).toEqual([])
  })
})

describe('a round with a number', () => {
  const third = ['2031-05-20', 'Brazil and Chile held a third round of talks in Oslo on Monday.'] as const

  it('is noted where the reports show fewer before it', () => {
    expect(notesOf(recordOf(third), 'link/ordinal')).toEqual(['Told as round 3 of these parties; the reports here show 0 before it.'])
  })

  it('is no note where they show as many', () => {
    const record = recordOf(
      ['2031-03-20', 'Brazil and Chile held a first round of talks in Oslo on Monday, March 17.'],
      ['2031-04-20', 'Brazil and Chile held a second round of talks in Lima on Monday, April 14.'],
      third,
    )
    expect(notesOf(record, 'link/ordinal')).toEqual([])
  })
})
