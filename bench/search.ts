// How quick a search is in a large record: generated reports and entries, no engine. `node dist/bench/search.js [reports] [file]`.
import {mkdtempSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {indexEntries} from '../src/edge/store/rows.ts'
import {searchStore} from '../src/edge/store/search.ts'
import {openStore} from '../src/edge/store/sqlite.ts'
import type {Event, RecordFile, Support} from '../src/model/record.ts'
import {report} from '../test/reports.ts'
import {dice} from './dice.ts'

const count = Number(process.argv[2] ?? 100_000)
const file = process.argv[3] ?? join(mkdtempSync(join(tmpdir(), 'parley-bench-')), 'record.parley')
const STAMP = {version: '0', packs: 'bench', engine: 'bench'}
const NAMES = ['Vashenko', 'Ruiz', 'Orlo', 'Tamsin', 'Beklund', 'Arrowe', 'Sandrin', 'Moravec']
const PLACES = ['Port Tallin', 'Lake Onver', 'Sarn', 'Halden', 'Drovna', 'Mirvan City']
const WORDS = Array.from({length: 4000}, (_, i) => `word${(i * 7919) % 4001}ing`)

const roll = dice(20310304)
const dayOf = (i: number): string => new Date(Date.UTC(2021, 0, 1 + (i % 3650))).toISOString().slice(0, 10)
const store = openStore(file, 'make')
const started = performance.now()
// A file of an earlier run is asked again.
const isFresh = store.stored().length === 0
const support = (citation: Support['claims'][number]['citation'], id: string): Support => ({
  ...{claims: [{id, citation, attribution: null, rule: 'bench', assertion: 'narrated'}], documents: 1, sides: [], origins: []},
  ...{said: [1 + (id.length % 3), 4], known: [1, 1]},
})
const events: Event[] = []
for (let from = 0; isFresh && from < count; from += 1000)
  store.database.transaction(() => {
    for (let i = from; i < Math.min(count, from + 1000); i++) {
      const name = NAMES[roll(NAMES.length)]!
      const place = PLACES[roll(PLACES.length)]!
      const filler = Array.from({length: 400}, () => WORDS[roll(WORDS.length)]!).join(' ')
      const text = `${name} met the mediator in ${place} for talks on prisoners, round ${i}. ${filler}.`
      const read = report(`${i}`, [{text}], {published: dayOf(i), publisher: i % 3 === 0 ? 'Kalvia Herald' : 'Sorrend Radio'})
      store.keep({...read, sha256: `${i}`.padStart(64, '0')}, read, STAMP)
      const end = text.indexOf('.') + 1
      const behind = support({document: read.id, start: 0, end, quote: text.slice(0, end)}, `claim${i}`)
      events.push({
        ...{
          id: `event${i}`,
          kind: 'meeting',
          plover: null,
          label: `meeting: ${name}`,
          status: i % 4 === 0 ? 'planned' : 'held',
          background: false,
        },
        ...{actors: [name], recipients: [], host: null, mediators: [], place: null, time: dayOf(i), issues: ['prisoners'], ordinal: null},
        ...{condition: null, inResponseTo: null, support: behind, history: [], rule: 'bench', review: 'check'},
      })
    }
  })()
const entities: RecordFile['entities'] = NAMES.map(name => ({
  ...{
    id: name,
    type: 'person',
    name,
    aliases: [],
    country: null,
    claims: [],
    roles: [],
    actsFor: null,
    at: null,
    within: null,
    outlet: null,
  },
  mentions: events
    .filter(({actors}) => actors[0] === name)
    .map(({support: {claims}}) => ({...claims[0]!.citation, level: 'name' as const})),
}))
const empty = {times: [], attributions: [], positions: [], agreements: [], derivations: [], origins: [], utterances: [], contradictions: []}
const record: RecordFile = {
  ...{schema: 'parley/record@1', made: {version: '0', packs: [], models: []}, entities, events, ...empty, losses: [], assessments: []},
  ...{stories: [], talks: [], judgements: [], notes: []},
  documents: store.stored().map(({id, published, publisher}) => ({
    ...{id, file: null, uri: null, title: null, publisher, byline: [], published, publishedFrom: 'given', modified: null, retrieved: null},
    ...{versionOf: null, genre: 'report', handling: 'public', language: 'en', sha256: '0'.repeat(64), text: null, flags: []},
  })),
}
if (isFresh) store.database.transaction(() => indexEntries(store.database, record))()
console.log(
  `${count} reports and entries in ${((performance.now() - started) / 1000).toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB`,
)

const QUESTIONS = [
  'talks',
  '"talks on prisoners"',
  'word17ing',
  'word17ing word42ing',
  'mediator -Sarn',
  'Tallin OR Onver',
  'person:Vashenko talks',
  'outlet:herald prisoners',
  'talks from:2026-01 to:2026-02',
  'status:planned',
  'status:held origins:2 issue:prisoners',
  'person:Moravec status:planned from:2029',
]
for (const words of QUESTIONS) {
  const took: number[] = []
  let total = 0
  for (let run = 0; run < 7; run++) {
    const from = performance.now()
    total = searchStore(store.database, {words, offset: 0, limit: 20}, id => store.article(id)?.text ?? null).total
    took.push(performance.now() - from)
  }
  took.sort((a, b) => a - b)
  console.log(`${took[3]!.toFixed(1).padStart(8)} ms  ${String(total).padStart(7)} found  ${words}`)
}
store.close()
