// Sentences put to the record of the bundled example: true ones, the same with one detail changed, strengthened, weakened, and invented ones.
// No changed, strengthened or invented sentence may come back as carried; how many true ones do is a figure that may only rise.
import {beforeAll, describe, expect, it} from 'vitest'
import {checkDraft} from '../src/brief/claim.ts'
import {claimTools} from '../src/edge/claim-tools.ts'
import type {ClaimAnswers, SentenceAnswer} from '../src/model/claim-answer.ts'
import type {RecordFile} from '../src/model/record.ts'
import {link, read} from '../src/parley.ts'
import {exampleDocuments} from './bundled-example.ts'
import {articleOf, testReader} from './support.ts'

let record: RecordFile

beforeAll(async () => {
  record = link(await exampleDocuments(), [], testReader())
}, 60_000)

function ask(text: string): ClaimAnswers {
  const reader = testReader()
  const draft = read({...articleOf(text), published: '2031-03-20'}, reader)
  return checkDraft(draft, record, claimTools(reader))
}
const answer = (text: string): SentenceAnswer => ask(text).sentences[0]!

const TRUE = [
  'Daven Korrell and Katya Solmin met in Aldersund on March 2.',
  'Korrell and Solmin met for six hours in Aldersund.',
  'Marenia and Orvia signed a 30-day shipping truce on March 13.',
  'Marenia and Orvia exchanged 64 prisoners at Skarrow Island on March 15.',
  'Marenia and Orvia exchanged prisoners at Skarrow Island.',
  'Orvia demands that the Marenian navy stop inspecting merchant ships bound for its port of Sarn.',
  'Marenia accused Orvia of laying the mine.',
  'President Anton Maresk met the sailors in Port Halden on March 15.',
  'Solmin did not speak to the press.',
  'The exchange took just under two hours.',
  'Marenia will suspend its inspections of merchant ships.',
  'Hanne Lysgaard said the next round would take up a 30-day shipping truce and a list of prisoners.',
  'Grain futures fell 4 percent.',
  'Ilsa Verrin summoned the head of the Orvian interests section.',
  'Prime Minister Milan Dragosh will not travel to Aldersund on March 26, two Orvian officials said.',
]

const CHANGED: readonly (readonly [string, string])[] = [
  ['place', 'Daven Korrell and Katya Solmin met in Port Halden on March 2.'],
  ['date', 'Daven Korrell and Katya Solmin met in Aldersund on March 5.'],
  ['person', 'Daven Korrell and Ilsa Verrin met in Aldersund on March 2.'],
  ['number', 'Korrell and Solmin met for nine hours in Aldersund.'],
  ['number', 'Marenia and Orvia signed a 60-day shipping truce on March 13.'],
  ['date', 'Marenia and Orvia signed a 30-day shipping truce on March 12.'],
  ['number', 'Marenia and Orvia exchanged 84 prisoners at Skarrow Island on March 15.'],
  ['place', 'Marenia and Orvia exchanged 64 prisoners at Sarn on March 15.'],
  ['date', 'Marenia and Orvia exchanged 64 prisoners at Skarrow Island on March 10.'],
  ['person', 'Marenia demands that the Orvian navy stop inspecting merchant ships bound for its port of Sarn.'],
  ['person', 'Orvia accused Marenia of laying the mine.'],
  ['polarity', 'Solmin spoke to the press.'],
  ['polarity', 'Daven Korrell and Katya Solmin did not meet in Aldersund on March 2.'],
  ['person', 'Orvia will suspend its inspections of merchant ships.'],
  ['person', 'President Milan Dragosh met the sailors in Port Halden on March 15.'],
  ['person', 'Ilsa Verrin said the next round would take up a 30-day shipping truce and a list of prisoners.'],
  ['number', 'Grain futures fell 14 percent.'],
  ['polarity', 'Prime Minister Milan Dragosh will travel to Aldersund on March 26.'],
  ['number', 'Forty-seven Orvian coast guards and 17 Marenian sailors crossed the pier.'],
]

const STRENGTHENED = [
  'Orvia laid the mine.',
  'Orvia fired on the grain carrier Ada Lunde.',
  'Anton Maresk will attend the meeting in Aldersund.',
  'Orvia will exchange prisoners on March 26.',
  'Anton Maresk and Milan Dragosh met in Aldersund on March 26.',
  'Orvia violated the truce.',
  'Marenia will resume inspections.',
  'Marenia and Orvia signed a permanent shipping truce on March 13.',
  'All prisoners were exchanged at Skarrow Island.',
]

const WEAKENED = [
  'Marenia and Orvia may sign a 30-day shipping truce.',
  'Marenia and Orvia plan to exchange prisoners at Skarrow Island.',
  'Katya Solmin may have met Daven Korrell in Aldersund.',
]

const INVENTED = [
  'Orvia released four fishermen in Sarn on March 9.',
  'Hanne Lysgaard resigned as mediator on March 17.',
  'Marenia and Orvia agreed to demilitarise Skarrow Island.',
  'Ilsa Verrin flew to Drovna for talks with Milan Dragosh.',
  'The United Nations sent observers to the Sellen Strait.',
  'Daven Korrell threatened to blow up the port of Sarn.',
  'Katya Solmin and Daven Korrell met in secret in Vienna.',
  'Orvia paid compensation for the patrol boat Terne.',
]

/** Of the true sentences, so many come back as carried. Raise it when more do; it is never lowered. */
const CARRIED = 15

describe('a sentence put to the record', () => {
  it(`is carried where the reports hold it, ${CARRIED} times of ${TRUE.length}`, () => {
    const missed = TRUE.filter(sentence => answer(sentence).outcome !== 'carried')
    expect(TRUE.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(CARRIED)
  })

  it('is carried by entries with their reports and both ranges', () => {
    const [beside] = answer('Marenia and Orvia exchanged prisoners at Skarrow Island.').beside
    expect(beside).toMatchObject({kind: 'event', differences: []})
    expect(beside!.documents.length).toBeGreaterThan(1)
    const event = record.events.find(({id}) => id === beside!.entry)!
    expect([beside!.said, beside!.known]).toEqual([event.support.said, event.support.known])
    expect(event.support.claims.map(({citation}) => citation)).toContainEqual(beside!.citation)
  })

  it('says in which part it is otherwise', () => {
    const partOf = (sentence: string) => answer(sentence).beside.find(({differences}) => differences.length > 0)?.differences[0]
    expect(partOf('Marenia and Orvia signed a 60-day shipping truce on March 13.')).toMatchObject({part: 'number', here: '60', there: '30'})
    expect(partOf('Grain futures fell 14 percent.')).toMatchObject({part: 'number'})
    expect(partOf('Daven Korrell and Katya Solmin met in Port Halden on March 2.')).toMatchObject({part: 'place', there: 'Aldersund'})
    expect(partOf('Orvia laid the mine.')).toMatchObject({part: 'stronger', there: 'as the words of Marenia'})
    expect(partOf('Solmin spoke to the press.')).toMatchObject({part: 'polarity'})
  })

  it('tells what was looked through, and judges nothing', () => {
    expect(ask('Orvia released four fishermen.')).toMatchObject({reports: 12, from: '2031-03-03', to: '2031-03-19'})
    expect(JSON.stringify(ask('Orvia laid the mine.'))).not.toMatch(/"(?:true|false)"|verified|debunked/i)
  })

  it.each(CHANGED)('with another %s is not carried: %s', (_, sentence) => expect(answer(sentence).outcome).not.toBe('carried'))
  it.each(STRENGTHENED)('that says more is not carried: %s', sentence => expect(answer(sentence).outcome).not.toBe('carried'))
  it.each(WEAKENED)('that says less is not told as it stands: %s', sentence => expect(answer(sentence).outcome).not.toBe('carried'))
  it.each(INVENTED)('that is invented is not found: %s', sentence => expect(answer(sentence).outcome).toBe('not-found'))
})

describe('quotations', () => {
  const quoted = (text: string) => ask(text).sentences.flatMap(({quotations}) => quotations)
  it('that stand in a report are found letter by letter, with their place', () => {
    const [found] = quoted('“The truce holds. It is bruised, but it holds,” Korrell told Northwire.')
    expect(found).toMatchObject({outcome: 'letter-by-letter', differences: []})
    const text = record.documents.find(({id}) => id === found!.citation!.document)!.text!
    expect(text.slice(found!.citation!.start, found!.citation!.end)).toBe(found!.citation!.quote)
  })
  it('that were changed are shown with the words that differ', () => {
    expect(quoted('“The truce holds. It is broken, but it holds,” Korrell told Northwire.')[0]).toMatchObject({
      outcome: 'differs',
      differences: [{here: 'broken', there: 'bruised'}],
    })
    expect(answer('“I told you it was a door, not a door,” Korrell said.').outcome).toBe('in-conflict')
  })
  it('that nobody carries are not found', () => {
    expect(quoted('“We will never sit down with these people again,” Korrell said.')[0]!.outcome).toBe('not-found')
    expect(answer('“We will never sit down with these people again,” Korrell said.').outcome).toBe('not-found')
  })
})
