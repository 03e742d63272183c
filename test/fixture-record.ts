// A small record made by hand over four of the example's reports, so that views can be tested without the engine.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {packagePath} from '../src/edge/files/root.ts'
import type {Agreement, Attribution, Citation, Document, Entity, Event, Position, RecordFile, Support} from '../src/model/record.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

function readExample(name: string, publisher: string, published: string): Document {
  const file = `examples/sellen-strait/${name}`
  const raw = readFileSync(packagePath(...file.split('/')), 'utf8')
  const text = raw.slice(raw.indexOf('\n---\n') + 5)
  const title = /^title: "?(.+?)"?$/m.exec(raw)![1]!
  return {
    ...{
      id: name.slice(0, 2),
      file,
      uri: null,
      title,
      publisher,
      byline: [],
      published,
      publishedFrom: 'given',
      modified: null,
      retrieved: null,
    },
    ...{
      versionOf: null,
      genre: 'report',
      handling: 'public',
      language: 'en',
      sha256: createHash('sha256').update(text).digest('hex'),
      text,
      flags: [],
    },
  }
}

export const documents: readonly Document[] = [
  readExample('08-northwire-exchange.txt', 'Northwire', '2031-03-15'),
  readExample('05-northwire-truce-signed.txt', 'Northwire', '2031-03-13'),
  readExample('10-northwire-shots.txt', 'Northwire', '2031-03-18'),
  readExample('09-courier-exchange.txt', 'Halden Courier', '2031-03-16'),
]

/** The stretch of the document that holds these words; a test that cites what is not there fails at once. */
export function cite(document: string, words: string): Citation {
  const start = documents.find(({id}) => id === document)!.text!.indexOf(words)
  if (start < 0) throw new Error(`not in ${document}: ${words}`)
  return {document, start, end: start + words.length, quote: words}
}

type ClaimOf = [document: string, words: string, assertion: Support['claims'][number]['assertion'], attribution?: string]

export function support(sides: string[], said: [number, number], known: [number, number], ...claims: ClaimOf[]): Support {
  return {
    claims: claims.map(([document, words, assertion, attribution]) => ({
      ...{id: hash(document + words), citation: cite(document, words), attribution: attribution ?? null, rule: 'by-hand', assertion},
    })),
    documents: new Set(claims.map(([document]) => document)).size,
    ...{sides, origins: [], said, known},
  }
}

function entity(id: string, type: Entity['type'], name: string, mention: [string, string], known: Partial<Entity> = {}): Entity {
  return {
    ...{id, type, name, aliases: [], country: null, claims: [], roles: [], actsFor: null, at: null, within: null, outlet: null},
    mentions: [{...cite(...mention), level: 'name'}],
    ...known,
  }
}

function event(
  id: string,
  kind: Event['kind'],
  status: Event['status'],
  label: string,
  time: string | null,
  behind: Support,
  known: Partial<Event> = {},
): Event {
  return {
    ...{id, kind, plover: null, label, status, background: false, actors: [], recipients: [], host: null, mediators: [], place: null, time},
    ...{issues: [], ordinal: null, condition: null, inResponseTo: null, support: behind, history: [], rule: 'by-hand', review: 'check'},
    ...known,
  }
}

function position(
  id: string,
  holder: string,
  stance: Position['stance'],
  issue: string,
  content: string,
  behind: Support,
  known: Partial<Position>,
): Position {
  return {
    ...{id, holder, issue, stance, voice: null, account: 'own', condition: null, toward: null, content, time: null},
    ...{support: behind, rule: 'by-hand', review: 'check'},
    ...known,
  }
}

function attribution(id: string, speaker: string, content: Citation, known: Partial<Attribution> = {}): Attribution {
  return {
    ...{id, kind: 'direct', source: null, cue: null, content: [content], speaker, addressee: null, act: 'say', polarity: 'positive'},
    ...{nestedIn: null, chain: [], time: null},
    ...known,
  }
}

const OSTER = "the patrol boat came within 800 metres of the shipping lane on Monday night and fired two bursts across the freighter's bow"
const signed = support(
  ['marenia', 'orvia'],
  [1, 1],
  [2, 2],
  ['05', 'Marenia and Orvia signed a 30-day shipping truce for the Sellen Strait on Thursday', 'attributed'],
)

const truce: Agreement = {
  ...{
    id: 'agreement-truce',
    label: '30-day shipping truce',
    parties: ['marenia', 'orvia'],
    issues: ['shipping'],
    term: 'P30D',
    state: 'signed',
  },
  history: [
    {state: 'proposed', time: '2031-03-03', support: signed},
    {state: 'signed', time: '2031-03-13', support: signed},
  ],
  violations: [
    {
      ...{by: ['orvia'], voice: 'alleged', allegedBy: ['marenia'], deniedBy: ['orvia'], time: '2031-03-17'},
      support: support(
        ['marenia'],
        [1, 1],
        [1, 1],
        ['10', 'Marenia accused Orvia on Tuesday of violating the four-day-old shipping truce', 'narrated'],
      ),
    },
    {
      ...{by: ['marenia'], voice: 'alleged', allegedBy: ['orvia'], deniedBy: [], time: '2031-03-16'},
      support: support(['orvia'], [1, 1], [1, 1], ['10', 'accused the Marenian navy of having stopped and searched two ships', 'narrated']),
    },
  ],
  follows: null,
  clauses: [],
  ...{rule: 'by-hand', review: 'check'},
}

export const record: RecordFile = {
  schema: 'parley/record@1',
  made: {version: '0.1.0', packs: [], models: []},
  documents: [...documents],
  entities: [
    entity('marenia', 'country', 'Marenia', ['05', 'Marenia']),
    entity('orvia', 'country', 'Orvia', ['05', 'Orvia']),
    entity('korrell', 'person', 'Daven Korrell', ['05', 'Daven Korrell'], {
      aliases: ['Darven Corell'],
      actsFor: 'marenia',
      roles: [{kind: 'office', title: 'envoy', of: 'marenia', from: null, to: null, citations: [cite('05', 'Marenian envoy')]}],
    }),
    entity('aldersund', 'place', 'Aldersund', ['05', 'Aldersund']),
    entity('skarrow', 'place', 'Skarrow Island', ['08', 'Skarrow Island']),
    entity('verrin', 'person', 'Ilsa Verrin', ['09', 'Ilsa Verrin'], {actsFor: 'marenia'}),
    entity('ada', 'group', 'Ada Lunde', ['10', 'Ada Lunde']),
    entity('northwire', 'outlet', 'Northwire', ['05', 'Northwire'], {outlet: {wire: true, state: null, family: null}}),
  ],
  times: [],
  attributions: [
    attribution('a-oster', 'marenia', cite('10', OSTER), {kind: 'indirect'}),
    attribution('a-window', 'korrell', cite('09', 'I told you it was a window, not a door,'), {
      time: '2031-03-15',
      chain: [{agent: null, name: 'Halden Courier', role: 'recorder', status: 'explicit', rule: null, evidence: []}],
    }),
    attribution('a-holds', 'korrell', cite('10', 'The truce holds. It is bruised, but it holds,'), {time: '2031-03-18'}),
  ],
  events: [
    event(
      'event-exchange',
      'exchange',
      'held',
      'Marenia and Orvia exchanged prisoners at Skarrow Island',
      '2031-03-15',
      support(
        ['own-reporting'],
        [2, 2],
        [2, 2],
        ['08', 'Marenia and Orvia exchanged 64 prisoners at the lighthouse pier of Skarrow Island on Saturday', 'narrated'],
        ['09', '58 men and women were exchanged at Skarrow Island on Saturday', 'narrated'],
      ),
      {actors: ['marenia', 'orvia'], place: 'skarrow', history: [{status: 'planned', time: '2031-03-15', support: signed}]},
    ),
    event(
      'event-summit',
      'meeting',
      'proposed',
      'Maresk and Dragosh to meet in Aldersund',
      '2031-03-26',
      support(['third-party'], [1, 1], [1, 1], ['05', 'meet in Aldersund on March 26', 'attributed']),
    ),
    event(
      'event-visit',
      'visit',
      'planned',
      'Verrin to travel to Aldersund',
      '2031-03-08',
      support(['marenia'], [1, 1], [1, 1], ['09', "Verrin's trip to Aldersund, announced for March 8, never took place", 'narrated']),
      {actors: ['verrin'], place: 'aldersund'},
    ),
    event(
      'event-shots',
      'attack',
      'held',
      'Orvian patrol boat fired across the bow of the Ada Lunde',
      '2031-03-17',
      support(['marenia'], [1, 1], [1, 1], ['10', OSTER, 'attributed', 'a-oster']),
      {actors: ['orvia'], recipients: ['ada']},
    ),
  ],
  positions: [
    position(
      'position-terms',
      'marenia',
      'demands',
      'inquiry',
      'a joint inquiry into the October sinking of the patrol boat Terne',
      support(
        ['marenia'],
        [1, 1],
        [1, 1],
        ['05', 'unless Orvia agreed to a joint inquiry into the October sinking of the patrol boat Terne', 'attributed'],
      ),
      {voice: 'korrell', account: 'same-side', time: '2031-03-13'},
    ),
    position(
      'position-inquiry',
      'orvia',
      'rejects',
      'inquiry',
      'any inquiry led by Marenia',
      support(['orvia'], [1, 1], [1, 1], ['05', 'Orvia rejected any inquiry led by Marenia', 'attributed']),
      {time: '2031-03-13'},
    ),
  ],
  agreements: [truce],
  derivations: [],
  origins: [],
  utterances: [],
  contradictions: [
    {
      ...{
        id: 'conflict-count',
        kind: 'number',
        about: 'event-exchange',
        explanation: 'six others were released through a hospital on Friday',
      },
      sides: [
        {value: '64 prisoners', citations: [cite('08', 'exchanged 64 prisoners')]},
        {value: '58 men and women', citations: [cite('09', '58 men and women were exchanged')]},
      ],
    },
  ],
  losses: [],
  assessments: [
    {
      ...{id: 'assessment-holds', by: 'korrell', about: 'agreement-truce', direction: 'mixed', time: '2031-03-18'},
      words: cite('10', 'The truce holds. It is bruised, but it holds,'),
      support: support(['marenia'], [1, 1], [1, 1], ['10', 'The truce holds. It is bruised, but it holds,', 'quoted']),
    },
  ],
  stories: [],
  talks: [],
  judgements: [
    {
      ...{id: 'j1', by: 'machine', who: null, at: null, kind: 'same', of: ['korrell'], field: null, value: null, verdict: 'applied'},
      ...{
        reason: 'both are the Marenian envoy and met Solmin in Aldersund',
        rule: 'role',
        score: 0.9,
        because: [cite('05', 'Daven Korrell')],
      },
    },
  ],
  notes: [{code: 'ingest/empty', message: 'empty.txt: nothing in it', document: null, at: null}],
}
