// Time expressions where a case file cannot show them: the calendar, intervals, publication dates, notes, hostile text.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findTimes, MOST_EXPRESSIONS, noteTimes} from '../src/annotate/times.ts'
import type {Sentence, Tokens} from '../src/model/tokens.ts'
import {civilOf, dayOf, easterOf, isoDay, isoWeek, isRealDay, mondayOfWeek, orthodoxEasterOf, weekdayOf} from '../src/text/time/day.ts'
import {readLine} from '../src/text/time/grammar.ts'
import {boundsOf} from '../src/text/time/interval.ts'
import {lexiconOf} from '../src/text/time/lexicon.ts'
import {findPublished} from '../src/text/time/published.ts'
import {lookBeside, lookNear} from '../src/text/time/tense.ts'
import {cutWords, type Line} from '../src/text/time/words.ts'
import {articleOf, testPacks} from './support.ts'

/** What is linear takes twice the steps over twice the text; the rest is for what is cut at the end. */
const STEPS_OF_TWICE = 2.1

const NO_TOKENS = {length: 0} as Tokens

/** A document without a parser: every line is a sentence. */
function times(text: string, published: string | null = null) {
  const sentences: Sentence[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line !== '')
      sentences.push({start, end: start + line.length, kind: 'prose', paragraph: sentences.length, firstToken: 0, endToken: 0})
    start += line.length + 1
  }
  return findTimes({...articleOf(text), published, sentences, tokens: NO_TOKENS}, testPacks())
}

describe('the calendar', () => {
  it('counts days both ways', () => {
    fc.assert(
      fc.property(fc.integer({min: -700_000, max: 2_900_000}), day => {
        const {year, month, day: dayOfMonth} = civilOf(day)
        expect(dayOf(year, month, dayOfMonth)).toBe(day)
      }),
    )
  })

  it('knows weekdays, weeks and Easter', () => {
    expect(weekdayOf(dayOf(2031, 4, 11))).toBe(5)
    expect(isoWeek(dayOf(2027, 1, 1))).toEqual({year: 2026, week: 53})
    expect(isoDay(mondayOfWeek(2031, 1))).toBe('2030-12-30')
    expect(isoDay(easterOf(2025))).toBe('2025-04-20')
    expect(isoDay(orthodoxEasterOf(2024))).toBe('2024-05-05')
    expect(isRealDay(2031, 2, 29)).toBe(false)
  })
})

describe('intervals of EDTF', () => {
  it.each([
    ['2031', '2031-01-01', '2031-12-31'],
    ['2031-02', '2031-02-01', '2031-02-28'],
    ['2031-04-11T18:00:00Z', '2031-04-11', '2031-04-11'],
    ['2031-03-21~/2031-03-31', '2031-03-21', '2031-03-31'],
    ['../2031-04-11', null, '2031-04-11'],
    ['2031-04-11/..', '2031-04-11', null],
    ['203X', '2030-01-01', '2039-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2031-24', '2031-12-01', '2032-02-29'],
  ])('%s', (edtf, from, to) => {
    const bounds = boundsOf(edtf)!
    const iso = (day: number): string | null => (Number.isFinite(day) ? isoDay(day) : null)
    expect({from: iso(bounds.from), to: iso(bounds.to)}).toEqual({from, to})
  })

  it.each(['', 'soon', '2031-13', '2031-02-30', '31-04-11', '2031-05-01/2031-04-01'])('%s is none', edtf => {
    expect(boundsOf(edtf)).toBeNull()
  })
})

describe('the date of publication', () => {
  const pack = testPacks().times
  it.each([
    ['OSTREL, April 11, 2031 (Mirvan Post) — The envoys met.', null, '2031-04-11', 'dateline'],
    ['Envoys meet\n\nMarch 01, 2031\n\nThe envoys met.', null, '2031-03-01', 'dateline'],
    ['Envoys meet\nPublished: 11 April 2031 18:00 UTC\nThe envoys met.', null, '2031-04-11', 'dateline'],
    ['OSTREL, April 11 (Mirvan Post) — The envoys met.', 'https://example.org/2031/04/12/envoys', '2031-04-11', 'dateline'],
    ['The envoys met.', 'https://example.org/2031/04/12/envoys', '2031-04-12', 'address'],
    ['The envoys met.', 'https://example.org/news/2031-apr-12-envoys', '2031-04-12', 'address'],
    ['The envoys meet this Friday 23rd May. A truce of 2031 holds.', null, '2031-05-23~', 'text'],
  ])('%s', (text, uri, published, publishedFrom) => {
    const found = findPublished({text, uri}, pack)
    expect(found).toMatchObject({published, publishedFrom})
  })

  it.each([
    ['The envoys met on Friday.', null],
    ['OSTREL, April 11 (Mirvan Post) — The envoys met.', null],
    ['The truce of March 3, 2029 has held.', null],
    ['The envoys met.', 'https://example.org/2031/02/31/envoys'],
    ['The envoys met.', 'https://example.org/story-20310411234'],
  ])('is not guessed: %s', (text, uri) => {
    expect(findPublished({text, uri}, pack)).toBeNull()
  })
})

describe('notes', () => {
  it('says which days cannot be and which weekdays do not fit', () => {
    const text = 'On 31 February and on Thursday, April 11, they met.'
    const found = {...articleOf(text, {published: '2031-04-11'}), times: times(text, '2031-04-11')}
    expect(noteTimes(found).map(note => note.code)).toEqual(['time/impossible-date', 'time/weekday-mismatch'])
  })
})

describe('hostile text', () => {
  const units = [
    '1 ',
    'March 1 Friday last next ',
    'the last the past the ',
    '2031-04-11 ',
    "'",
    'a few of the first ',
    'the end of the start of the ',
    '1/2/3/',
    'two hundred and ',
    'May 1-2-3-4 ',
    'early late mid-',
    'the same period of the last year of the ',
    '٣ ',
    'İ',
    'will by until had ',
    '99999999999',
    '1,000,',
  ]
  it.each(units)('takes steps in proportion to the text: %s', unit => {
    const stepsOver = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
      const lexicon = lexiconOf(testPacks().times)
      let steps = 0
      const words = new Proxy(cutWords(text, 0, text.length, lexicon), {
        get(list, key, receiver) {
          steps++
          return Reflect.get(list, key, receiver)
        },
      })
      const line: Line = {text, words, lexicon}
      for (const found of readLine(line)) {
        lookBeside(line, found)
        lookNear(line, found)
      }
      return steps
    }
    const [one, two, four] = [2_000, 4_000, 8_000].map(stepsOver)
    expect(two).toBeLessThanOrEqual(one! * STEPS_OF_TWICE + 100)
    expect(four).toBeLessThanOrEqual(two! * STEPS_OF_TWICE + 100)
  })

  it('stops at its cap and says so', () => {
    const text = 'Friday '.repeat(MOST_EXPRESSIONS + 10)
    const found = times(text, '2031-04-11')
    expect(found).toHaveLength(MOST_EXPRESSIONS)
    expect(noteTimes({...articleOf(text), times: found}).at(-1)?.code).toBe('truncated')
  })

  it('gives spans in order, inside the text, and real days, whatever the text', () => {
    const piece = fc.constantFrom(
      'Friday',
      'last',
      'the',
      'next',
      'March',
      '31',
      '45th',
      'of',
      '2031',
      '0000',
      '9999',
      'years',
      'ago',
      'two',
      'hundred',
      'century',
      'later',
      '-',
      ',',
      '.',
      "'",
      ':',
      '/',
      'Q3',
      'p.m.',
      'end',
      'early',
      '\n',
      '💥',
      'week',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), fc.constantFrom(null, '2031-04-11', '0001-01-01', '9999-12-31'), (words, published) => {
        const text = words.join(' ')
        let last = 0
        for (const time of times(text, published)) {
          expect(time.start).toBeGreaterThanOrEqual(last)
          expect(time.end).toBeGreaterThan(time.start)
          expect(time.end).toBeLessThanOrEqual(text.length)
          if (time.from !== null) expect(time.from).toMatch(/^\d{4}-\d\d-\d\d$/)
          if (time.value !== null) expect(boundsOf(time.value)).not.toBeNull()
          if (published === null && time.anchor === 'publication') throw new Error(`leans on a day that nobody gave: ${text}`)
          last = time.end
        }
      }),
      {numRuns: 500},
    )
  })
})
