// Reports that cannot both be right, and pairs that only look so.
import {describe, expect, it} from 'vitest'
import {settle} from '../src/link/settle.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {report, type Told} from './reports.ts'
import {testPacks} from './support.ts'

const conflictsOf = (documents: readonly ReadDocument[]): string[] =>
  settle(documents, [], testPacks(), {version: '0', packs: [], models: []}).contradictions.map(
    ({kind, sides}) => `${kind}: ${sides.map(side => side.value).join(' / ')}`,
  )

const DAY = '2031-04-11'
const told = (text: string, event: Partial<NonNullable<Told['event']>> = {}): Told => ({
  text,
  event: {actors: ['Vashenko of Ostrel', 'Ruiz of Mirvan'], time: DAY, ...event},
})
const swapped = (count: number, text: string): Told =>
  told(text, {kind: 'exchange', actors: ['Ostrel', 'Mirvan'], numbers: [{of: 'prisoner', value: count}]})

describe('numbers', () => {
  it('differ where two reports of one day count one thing', () => {
    const a = report('a.txt', [swapped(40, 'Ostrel and Mirvan swapped 40 prisoners at the Brenna bridge.')], {published: DAY})
    const b = report('b.txt', [swapped(48, 'The two swapped 48 prisoners on the bridge.')], {published: DAY})
    expect(conflictsOf([a, b])).toEqual(['number: 40 prisoner / 48 prisoner'])
  })

  it('are an update where an attack’s toll grows from one day to the next', () => {
    const hit = (count: number, text: string): Told => ({...swapped(count, text), event: {...swapped(count, text).event!, kind: 'attack'}})
    const a = report('a.txt', [hit(4, 'Ostrel shelled Mirvan and hit 4 houses.')], {published: '2031-04-11'})
    const b = report('b.txt', [hit(9, 'Ostrel shelled Mirvan and hit 9 houses.')], {published: '2031-04-12'})
    expect(conflictsOf([a, b])).toEqual([])
  })

  it('say nothing where one report gives two figures, as for each side of a swap', () => {
    const both = {
      ...told('Ostrel freed 40 prisoners for 48 prisoners of Mirvan.', {
        kind: 'exchange',
        actors: ['Ostrel', 'Mirvan'],
        numbers: [
          {of: 'prisoner', value: 40},
          {of: 'prisoner', value: 48},
        ],
      }),
    }
    const a = report('a.txt', [both], {published: DAY})
    const b = report('b.txt', [swapped(40, 'Ostrel and Mirvan swapped 40 prisoners.')], {published: DAY})
    expect(conflictsOf([a, b])).toEqual([])
  })
})

const LONG = 'Envoys Vashenko and Ruiz signed the inspection protocol on freighters and grain silos in the customs house'

describe('day, place and people', () => {
  it('differ where two sentences say the same but for the day', () => {
    const a = report('a.txt', [told(`${LONG} on the ninth.`, {time: '2031-04-09'})])
    const b = report('b.txt', [told(`${LONG} on the twelfth.`, {time: '2031-04-12'})])
    expect(conflictsOf([a, b])).toEqual(['date: 2031-04-09 / 2031-04-12'])
  })

  it('differ where two sentences say the same but for the town', () => {
    const a = report('a.txt', [told(`${LONG} of Port Tallin.`, {place: 'Port Tallin'})])
    const b = report('b.txt', [told(`${LONG} of Lake Onver.`, {place: 'Lake Onver'})])
    expect(conflictsOf([a, b])).toEqual(['place: Port Tallin / Lake Onver'])
  })

  it('are two meetings where the sentences say different things', () => {
    const a = report('a.txt', [told('Vashenko met Ruiz about prisoners before the fog lifted.', {time: '2031-04-09'})])
    const b = report('b.txt', [told('Ruiz received Vashenko for a second talk on electricity tariffs.', {time: '2031-04-12'})])
    expect(conflictsOf([a, b])).toEqual([])
  })
})

describe('polarity', () => {
  it('is a contradiction where two reports in their own voice say held and not held', () => {
    const a = report('a.txt', [told('Vashenko and Ruiz met on Friday.')])
    const b = report('b.txt', [told('Vashenko and Ruiz did not meet on Friday.', {status: 'not-held'})])
    expect(conflictsOf([a, b])).toEqual(['polarity: held / not-held'])
  })

  it('is none where a party denies what the other tells', () => {
    const a = report('a.txt', [{...told('They met on Friday, Ruiz said.'), by: 'Ruiz of Mirvan'}])
    const b = report('b.txt', [{...told('They did not meet on Friday, Vashenko said.', {status: 'not-held'}), by: 'Vashenko of Ostrel'}])
    expect(conflictsOf([a, b])).toEqual([])
  })
})
