// Reports for properties of identity: a handful of people, lands and towns, each written in several ways, so that spellings, bare surnames, lone words read
// now as a land and now as a person, mangled towns and "both sides" meet in every combination.
import fc from 'fast-check'
import type {Mention, Somebody} from '../src/model/mention.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import {report} from './reports.ts'
import {somebodyNamed} from './support.ts'

const PEOPLE = [
  'Orlo Vashenko',
  'Orla Vashenko',
  'Vashenko',
  'Vaschenko',
  'Evgeny Zhukov',
  'Jewgenij Zhukow',
  'Zhukov',
  'Ilka Drostova',
  'Ilka Drosteva',
  'Mirela Zhukov',
]
const LANDS = ['Kalvia', 'Kalvian', 'Ostrel', 'Ostrelian', 'Mirvan']
const TOWNS = [
  {name: 'Geneva', pack: 'place/geneva', country: 'CH'},
  {name: 'Genava', pack: null, country: null},
  {name: 'Geneve', pack: null, country: null},
  {name: 'Port Tallin', pack: null, country: null},
] as const

const told = fc.record({
  who: fc.constantFrom(...PEOPLE),
  whom: fc.constantFrom(...PEOPLE),
  title: fc.constantFrom(null, 'foreign minister', 'envoy'),
  land: fc.constantFrom(...LANDS),
  other: fc.constantFrom(...LANDS),
  landType: fc.constantFrom<Somebody['type']>('country', 'person', 'place'),
  town: fc.constantFrom(...TOWNS),
  both: fc.boolean(),
})

export const generatedNames = fc
  .array(fc.tuple(fc.array(told, {minLength: 1, maxLength: 3}), fc.constantFrom('2031-04-10', '2031-04-12')), {minLength: 2, maxLength: 8})
  .map(parts => parts.map(([sentences, published], i) => naming(`${i}.txt`, published, sentences)))

type Told = typeof told extends fc.Arbitrary<infer Value> ? Value : never

function naming(id: string, published: string, list: readonly Told[]): ReadDocument {
  const somebodies: Somebody[] = []
  const mentions: Mention[] = []
  const somebody = (name: string, known: Partial<Somebody>): number => {
    const at = somebodies.findIndex(one => one.name === name)
    if (at >= 0) return at
    return somebodies.push({...somebodyNamed(name), ...known}) - 1
  }
  let text = ''
  const sentences = list.map(({who, whom, title, land, other, landType, town, both}) => {
    const first = text === '' ? '' : ' '
    const say = (words: string, entity: number | null): void => {
      const start = text.length
      text += words
      if (entity === null) return
      const {type} = somebodies[entity]!
      mentions.push({
        start,
        end: text.length,
        type,
        level: type === 'group' ? 'nominal' : 'name',
        entity,
        head: 0,
        metonym: false,
        rule: 'test',
      })
    }
    const start = text.length + first.length
    const party = somebody(land, {type: landType})
    const second = somebody(other, {type: 'country'})
    say(first, null)
    say(who, somebody(who, {actsFor: party}))
    say(', speaking for ', null)
    say(land, party)
    say(', met ', null)
    say(whom, somebody(whom, {}))
    say(' of ', null)
    say(other, second)
    say(' for long talks about prisoners and grain in ', null)
    say(town.name, somebody(town.name, {type: 'place', pack: town.pack, country: town.country}))
    say(' on Thursday', null)
    if (both && land !== other) {
      say(', where ', null)
      say('both sides', somebody(`both sides ${party} ${second}`, {type: 'group', members: [party, second]}))
      say(' ate', null)
    }
    say('.', null)
    if (title !== null) {
      const at = somebodies.findIndex(one => one.name === who)
      somebodies[at] = {...somebodies[at]!, roles: [{kind: 'office', title, of: party, citations: [mentions.at(-1)!]}]}
    }
    return {text: text.slice(start), event: {actors: [], time: published}}
  })
  return {...report(id, sentences, {published}), somebodies, mentions}
}
