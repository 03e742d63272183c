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

describe('people exchanged', () => {
  /** A report with the day's words marked as that day. */
  const onThe = (id: string, text: string, known: Parameters<typeof report>[2]): ReadDocument => {
    const made = report(id, [swappedAt(text)], known)
    const start = text.indexOf('on Friday')
    return {...made, times: [{...FRIDAY, start, end: start + 'on Friday'.length}]}
  }
  const swappedAt = (text: string): Told => told(text, {kind: 'exchange', actors: ['Ostrel', 'Mirvan'], place: 'Port Tallin'})
  const FRIDAY = {
    type: 'date',
    timex: DAY,
    mod: null,
    value: DAY,
    from: DAY,
    to: DAY,
    anchor: 'publication',
    rule: 'test',
    certainty: 1,
  } as const
  const NORTH = 'Ostrel and Mirvan exchanged 40 prisoners in Port Tallin on Friday.'

  it('are counted in other words, and by a report that names no party', () => {
    const a = onThe('a.txt', NORTH, {published: '2031-04-11'})
    const plain = 'The paper’s count is lower: 36 men and women were exchanged in Port Tallin on Friday.'
    const b = {...onThe('b.txt', plain, {published: '2031-04-12'}), claims: []}
    expect(conflictsOf([a, b])).toEqual(['number: 40 / 36'])
  })

  it('are explained where a report tells of the rest', () => {
    const a = onThe('a.txt', NORTH, {published: '2031-04-11'})
    const made = report(
      'b.txt',
      [swappedAt('36 men were exchanged in Port Tallin on Friday.'), {text: 'Four others had been released by sea the day before.'}],
      {published: '2031-04-12', publisher: 'Kalvia Herald'},
    )
    const start = made.text.indexOf('on Friday')
    const b = {...made, times: [{...FRIDAY, start, end: start + 'on Friday'.length}]}
    const [conflict] = settle([a, b], [], testPacks(), {version: '0', packs: [], models: []}).contradictions
    expect(conflict?.explanation).toBe('“Four others had been released by sea the day before.” (Kalvia Herald)')
  })

  it('are one thing no longer where the figure is a bound or of another place', () => {
    const a = onThe('a.txt', NORTH, {published: '2031-04-11'})
    const bound = onThe('b.txt', 'The two exchanged at least 30 prisoners in Port Tallin on Friday.', {published: '2031-04-11'})
    const elsewhere = onThe('c.txt', 'The two exchanged 30 prisoners by Lake Onver on Friday.', {published: '2031-04-11'})
    expect(conflictsOf([a, bound, {...elsewhere, claims: []}])).toEqual([])
  })
})

describe('offices', () => {
  const called = (id: string, title: string, published: string): ReadDocument => {
    const text = `Ostrel’s ${title} Vashenko met Ruiz.`
    const made = report(id, [told(text, {actors: ['Vashenko of Ostrel', 'Ruiz of Mirvan']})], {published})
    const of = made.somebodies.findIndex(one => one.name === 'Ostrel')
    const start = text.indexOf(title)
    const role = {kind: 'office' as const, title, of, citations: [{start, end: start + title.length}]}
    return {...made, somebodies: made.somebodies.map(one => (one.name === 'Vashenko' ? {...one, roles: [role]} : one))}
  }

  it('do not fit together where one report calls former whom a later one calls the holder', () => {
    const reports = [called('a.txt', 'former president', '2031-04-11'), called('b.txt', 'president', '2031-04-14')]
    expect(conflictsOf(reports)).toEqual(['identity: former president / president'])
  })

  it('follow on one another where somebody left', () => {
    const reports = [called('a.txt', 'president', '2031-04-11'), called('b.txt', 'former president', '2031-05-14')]
    expect(conflictsOf(reports)).toEqual([])
  })
})

describe('outcomes', () => {
  it('differ where one report tells of the meeting and another that it was called off', () => {
    const a = report('a.txt', [told('Vashenko and Ruiz met on Friday.')], {published: '2031-04-12'})
    const b = report('b.txt', [told('The Friday meeting of Vashenko and Ruiz was called off.', {status: 'cancelled'})], {published: DAY})
    expect(conflictsOf([a, b])).toEqual(['outcome: held / cancelled'])
  })

  it('are a history where the cancellation was told before the day', () => {
    const a = report('a.txt', [told('Vashenko and Ruiz met on Friday.')], {published: '2031-04-12'})
    const b = report('b.txt', [told('Their Friday meeting was called off.', {status: 'cancelled'})], {published: '2031-04-09'})
    expect(conflictsOf([a, b])).toEqual([])
  })

  it('are a history where one report tells both', () => {
    const off = told('The Friday meeting was called off.', {status: 'cancelled'})
    const a = report('a.txt', [off, told('Vashenko and Ruiz met on Friday after all.')], {published: '2031-04-12'})
    const b = report('b.txt', [told('Vashenko and Ruiz met on Friday.')], {published: '2031-04-12'})
    expect(conflictsOf([a, b])).toEqual([])
  })

  it('are a dispute where a party says that it was called off', () => {
    const a = report('a.txt', [told('Vashenko and Ruiz met on Friday.')], {published: '2031-04-12'})
    const off = {...told('The meeting was called off, Ruiz said.', {status: 'cancelled'}), by: 'Ruiz of Mirvan'}
    expect(conflictsOf([a, report('b.txt', [off], {published: '2031-04-12'})])).toEqual([])
  })
})

describe('participants', () => {
  const LINE = 'sat down with Ruiz in the old customs house of Port Tallin to go through the list of detained sailors'
  const with_ = (who: string, text: string, more: Partial<NonNullable<Told['event']>> = {}): Told =>
    told(text, {actors: [`${who} of Ostrel`, 'Ruiz of Mirvan'], ...more})

  it('differ where two sentences say the same but for one person of one side', () => {
    const a = report('a.txt', [with_('Vashenko', `Vashenko ${LINE}.`)])
    const b = report('b.txt', [with_('Orlo', `Orlo ${LINE}.`)])
    expect(conflictsOf([a, b])).toEqual(['participant: Vashenko / Orlo'])
  })

  it('do not where the sentences tell of two meetings', () => {
    const a = report('a.txt', [with_('Vashenko', `Vashenko ${LINE}.`)])
    const b = report('b.txt', [with_('Orlo', 'Orlo spent the evening with Ruiz on the price of grain and left before midnight.')])
    expect(conflictsOf([a, b])).toEqual([])
  })
})

describe('wording', () => {
  const remark = (id: string, words: string, rest: readonly string[], known: Parameters<typeof report>[2] = {}): ReadDocument => {
    const sentence = `“${words},” Vashenko said.`
    const made = report(id, [{text: sentence, by: 'Vashenko of Ostrel'}, ...rest.map(text => ({text}))], {published: DAY, ...known})
    const quote = {start: 0, end: words.length + 3}
    return {...made, attributions: made.attributions.map(one => ({...one, kind: 'direct' as const, content: [quote]}))}
  }
  const FIVE = 'We will hand back all five districts to Mirvan before the harvest'
  const FOUR = 'We will hand back all four districts to Mirvan before the harvest'
  const KEPT = 'We will keep all five districts from Mirvan before the harvest'
  const NOT = 'We will not hand back all five districts to Mirvan before the harvest'
  const REST = [
    'Forty-two freighters lie at anchor outside Port Tallin because the northern channel has not been cleared.',
    'Edda Norring, who chairs the talks, handed both sides a draft of eleven pages on inspections at Brenna.',
    'Insurers in Sorrend City lowered their rates for the route by a fifth within an hour of the Kalvia report.',
    'Davit Zoren, who commands the garrison at Lusk, asked Mats Ekerra for 19 lorries of flour and fuel.',
    'Hanne Oberg of the Onver Institute counted 60 boats on Lake Onver on Saturday.',
  ]
  const OTHER = [
    'Outside Port Tallin 42 cargo ships ride at anchor, since nobody swept the northern channel.',
    'A paper of eleven pages about inspections at Brenna was given to the two sides by Edda Norring, chair of the talks.',
    'In Sorrend City the insurers cut what they ask for that route by a fifth, an hour after the Kalvia report.',
    'The commander of the Lusk garrison, Davit Zoren, wanted 19 lorries with flour and fuel from Mats Ekerra.',
    'On Saturday Hanne Oberg of the Onver Institute saw 60 boats on Lake Onver.',
  ]

  it('is a contradiction where two independent reports give another figure', () => {
    expect(conflictsOf([remark('a.txt', FIVE, []), remark('b.txt', FOUR, [])])).toEqual(['wording: five / four'])
  })

  it('is one too where a report that shares a part of the text turns a remark round', () => {
    const found = conflictsOf([
      remark('a.txt', FIVE, REST),
      remark('b.txt', NOT, [...REST.slice(0, 2), 'Rain fell in Kalvia.', 'It was cold.']),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^wording: /)
  })

  it('is none in other words for the same', () => {
    const other = 'We will return all five districts to Mirvan before the harvest'
    expect(conflictsOf([remark('a.txt', FIVE, []), remark('b.txt', other, [])])).toEqual([])
  })

  it('is none where two people speak', () => {
    const b = report('b.txt', [{text: `“${FOUR},” Ruiz said.`, by: 'Ruiz of Mirvan'}], {published: DAY})
    expect(conflictsOf([remark('a.txt', FIVE, []), b])).toEqual([])
  })

  it('is a translator’s choice in a translation, unless it is a figure', () => {
    const [first, ...others] = OTHER
    const translation = (words: string): ReadDocument =>
      remark('b.txt', words, [first!, ...others, 'Translated from the Ostreli by the desk.'], {published: '2031-04-12'})
    const some = FIVE.replace('all five', 'some').replace('districts', 'of the districts')
    expect(conflictsOf([remark('a.txt', FIVE, REST), translation(FOUR)])).toEqual(['wording: five / four'])
    expect(conflictsOf([remark('a.txt', KEPT, REST), translation(some)])).toEqual([])
  })
})
