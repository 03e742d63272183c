// The coding sheet and the check of a shared record, on the record made by hand.
import {describe, expect, it} from 'vitest'
import {drawSample, precisionOf, wilson} from '../src/brief/sample.ts'
import {verifyCitations} from '../src/brief/verify.ts'
import {readRows, writeRows} from '../src/edge/cli/sheet-rows.ts'
import {documents, record} from './fixture-record.ts'

describe('a sample', () => {
  it('is the same for one seed, whatever the order of the lines, and another for another', () => {
    const shuffled = {...record, events: [...record.events].reverse(), positions: [...record.positions].reverse()}
    expect(drawSample(shuffled, 4, 1)).toEqual(drawSample(record, 4, 1))
    const draws = new Set(
      [1, 2, 3, 4, 5].map(seed =>
        drawSample(record, 7, seed)
          .map(({claim}) => claim)
          .join(),
      ),
    )
    expect(draws.size).toBeGreaterThan(1)
  })

  it('cites the sentence of each line', () => {
    for (const {sentence} of drawSample(record, 100, 1)) expect(documents.some(({text}) => text!.includes(sentence))).toBe(true)
  })

  it('tells how many of the coded lines are right, with the interval of Wilson', () => {
    expect(wilson(9, 10).low).toBeCloseTo(0.596, 3)
    expect(wilson(9, 10).high).toBeCloseTo(0.982, 3)
    expect(wilson(0, 0)).toEqual({low: 0, high: 1})
    const coded = [
      {kind: 'event', right: true},
      {kind: 'event', right: false},
      {kind: 'position', right: true},
    ]
    expect(precisionOf(coded).map(({kind, right, coded: of}) => [kind, right, of])).toEqual([
      ['event', 1, 2],
      ['position', 1, 1],
      ['all', 2, 3],
    ])
  })
})

describe('a shared record', () => {
  const texts = new Map(documents.map(({sha256, text}) => [sha256, text!]))
  const bare = {...record, documents: record.documents.map(document => ({...document, text: null}))}

  it('is right where every citation stands in the copy', () => {
    expect(verifyCitations(bare, texts)).toMatchObject({wrong: [], missing: []})
    expect(verifyCitations(bare, texts).checked).toBeGreaterThan(20)
  })

  it('tells what does not stand there, and which reports are missing', () => {
    const [first] = documents
    const changed = new Map(texts).set(first!.sha256, `x${first!.text}`)
    expect(verifyCitations(bare, changed).wrong.length).toBeGreaterThan(0)
    texts.delete(first!.sha256)
    expect(verifyCitations(bare, texts).missing).toEqual([first!.id])
  })
})

describe('a sheet', () => {
  it('comes back as it went out', () => {
    const rows = [
      ['a', 'b'],
      ['=1+1', 'two "words",\nand a line'],
      ["'-x", ''],
    ]
    expect(readRows(writeRows(rows)).map(({cells}) => [cells['a'], cells['b']])).toEqual([
      ['=1+1', 'two "words",\nand a line'],
      ['-x', ''],
    ])
  })
})
