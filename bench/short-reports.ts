// Short reports of fictional talks for benches: as many as one likes, the same on every machine, no two alike, and with new names all along.
import {dice} from './dice.ts'

export interface ShortReport {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly publisher: string
}

const PEOPLE = [
  'Orlo Vashenko',
  'Tamsin Ruiz',
  'Anselm Beklund',
  'Ines Arrowe',
  'Pavel Sandrin',
  'Mira Moravec',
  'Lotte Dorn',
  'Ivo Karsen',
]
const PARTIES = ['Ostrel', 'Mirvan', 'Kalvia', 'Sorrend', 'Drovna', 'Halden']
const PLACES = ['Port Tallin', 'Lake Onver', 'Sarn', 'Mirvan City', 'Aldersund', 'Vellin']
const OUTLETS = ['Kalvia Herald', 'Sorrend Radio', 'Northwire', 'Drovna Post']
const ISSUES = ['prisoners', 'the grain corridor', 'the northern border', 'a ceasefire', 'fishing quotas', 'the frozen funds']
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
/** Two days in each month of many years, so that stories stay small. */
const DAY_MS = 86_400_000

/** A delegate of a new name in each report: what a reader remembers of words must not pile up unseen. */
const SYLLABLES = ['va', 'ren', 'to', 'mil', 'sar', 'dek', 'lu', 'bor', 'ni', 'kast', 'ero', 'win', 'pol', 'gra', 'the', 'zan']
const nameOf = (i: number): string => {
  const parts = [0, 4, 8, 12].map(shift => SYLLABLES[(i >>> shift) & 15]!).join('')
  return parts[0]!.toUpperCase() + parts.slice(1)
}

export function* shortReports(count: number): Generator<ShortReport> {
  const roll = dice(20310304)
  const one = (list: readonly string[]): string => list[roll(list.length)]!
  for (let i = 0; i < count; i++) {
    const [a, b] = [roll(PARTIES.length), roll(PARTIES.length - 1)]
    const [left, right] = [PARTIES[a]!, PARTIES[b >= a ? b + 1 : b]!]
    const issue = one(ISSUES)
    const sentences = [
      `The envoy of ${left}, ${one(PEOPLE)}, met the foreign minister of ${right} in ${one(PLACES)} on ${one(DAYS)} for talks on ${issue}.`,
      `“We will not accept ${roll(90) + 10} days without an answer,” ${one(PEOPLE)} told the ${one(OUTLETS)} in round ${i}.`,
      `The government of ${right} said it was ready to sign an agreement on ${one(ISSUES)} if ${left} withdrew its troops from zone ${roll(5000)}.`,
      `A further round of talks is planned for next week, ${nameOf(i)} ${nameOf(i * 7919 + 13)}, a delegate of ${left}, said in ${one(PLACES)}.`,
    ]
    const published = new Date(Date.UTC(2021, 0, 1) + (i % 3650) * DAY_MS).toISOString().slice(0, 10)
    yield {id: `r${i}`, text: sentences.join(' '), published, publisher: one(OUTLETS)}
  }
}
