// Small read documents built by hand for the tests of linking: sentences with the claims that each tells, no engine behind them.
import type {Article} from '../src/model/article.ts'
import type {Attribution, ChainLink} from '../src/model/attribution.ts'
import type {Claim, EventClaim, EventKind, Status} from '../src/model/claim.ts'
import type {EntityType, Somebody} from '../src/model/mention.ts'
import type {ReadDocument} from '../src/model/reading.ts'
import type {Tokens} from '../src/model/tokens.ts'
import {articleOf} from './support.ts'

export interface Told {
  readonly text: string
  readonly event?: {
    readonly kind?: EventKind
    readonly status?: Status
    readonly actors: readonly string[]
    readonly place?: string
    readonly time?: string
    readonly numbers?: readonly {readonly of: string; readonly value: number}[]
    readonly assertion?: Claim['assertion']
  }
  /** Who says it, and who recorded it ("told the Kalvia Herald"). */
  readonly by?: string
  readonly recorder?: string
  readonly time?: string
}

/** Capitalised names: a country where the name is one of a few, an outlet where it ends in a paper's word, else a person of the country in brackets. */
const COUNTRIES = ['Ostrel', 'Mirvan', 'Kalvia', 'Sorrend']

const typeOf = (name: string): EntityType =>
  COUNTRIES.includes(name)
    ? 'country'
    : /(Herald|Post|Agency|Radio|Times)$/.test(name)
      ? 'outlet'
      : /^(Port|Lake) /.test(name)
        ? 'place'
        : 'person'

export function report(id: string, told: readonly Told[], known: Partial<Article> = {}): ReadDocument {
  const text = told.map(sentence => sentence.text).join(' ')
  const somebodies: Somebody[] = []
  const somebody = (name: string): number => {
    const [own, country] = name.split(' of ') as [string, string | undefined]
    const at = somebodies.findIndex(one => one.name === own)
    if (at >= 0) return at
    const actsFor = country === undefined ? null : somebody(country)
    somebodies.push({
      type: typeOf(own),
      name: own,
      aliases: [],
      pack: `test/${own}`,
      country: null,
      roles: [],
      actsFor,
      members: [],
      unnamed: false,
    })
    return somebodies.length - 1
  }
  const sentences: {start: number; end: number}[] = []
  const attributions: Attribution[] = []
  const claims: EventClaim[] = []
  let start = 0
  for (const sentence of told) {
    const span = {start, end: start + sentence.text.length}
    sentences.push(span)
    start = span.end + 1
    if (sentence.by !== undefined) attributions.push(attributionOf(sentence, span, somebody))
    if (sentence.event === undefined) continue
    const {kind, status, actors, place, time, numbers, assertion} = sentence.event
    claims.push({
      claim: 'event',
      kind: kind ?? 'meeting',
      status: status ?? 'held',
      plover: null,
      background: false,
      actors: actors.map(somebody),
      recipients: [],
      host: null,
      mediators: [],
      place: place === undefined ? null : somebody(place),
      time: time ?? null,
      issues: [],
      ordinal: null,
      condition: null,
      numbers: (numbers ?? []).map(number => ({...number, span})),
      sentence: span,
      trigger: span,
      attribution: sentence.by === undefined ? null : attributions.length - 1,
      assertion: assertion ?? (sentence.by === undefined ? 'narrated' : 'attributed'),
      rule: 'test',
    })
  }
  const mentions: ReadDocument['mentions'] = somebodies.flatMap((one, entity) => {
    const at = text.indexOf(one.name)
    if (at < 0) return []
    return [{start: at, end: at + one.name.length, type: one.type, level: 'name' as const, entity, head: 0, metonym: false, rule: 'test'}]
  })
  return {
    ...articleOf(text),
    id,
    file: id,
    ...known,
    sentences: sentences.map((span, i) => ({...span, kind: 'prose' as const, paragraph: 0, firstToken: i, endToken: i})),
    tokens: NO_TOKENS,
    names: [],
    times: [],
    mentions,
    somebodies,
    attributions,
    claims,
  }
}

function attributionOf(sentence: Told, span: {start: number; end: number}, somebody: (name: string) => number): Attribution {
  const speaker = somebody(sentence.by!)
  const chain: ChainLink[] = [{agent: speaker, name: sentence.by!, role: 'speaker', status: 'explicit', rule: null, evidence: [span]}]
  if (sentence.recorder !== undefined)
    chain.push({
      agent: somebody(sentence.recorder),
      name: sentence.recorder,
      role: 'recorder',
      status: 'explicit',
      rule: 'R2',
      evidence: [span],
    })
  chain.push({agent: null, name: 'page', role: 'page', status: 'explicit', rule: null, evidence: []})
  return {
    kind: 'indirect',
    source: [{start: span.start, end: span.start + 1}],
    cue: null,
    content: [span],
    speaker,
    addressee: null,
    act: 'say',
    polarity: 'positive',
    nestedIn: null,
    chain,
    time: sentence.time ?? null,
    rule: 'test',
    unclosed: false,
  }
}

const NO_TOKENS: Tokens = {
  length: 0,
  start: new Int32Array(),
  end: new Int32Array(),
  sentence: new Int32Array(),
  upos: new Uint8Array(),
  xpos: new Uint8Array(),
  tags: [],
  lemma: () => '',
  head: new Int32Array(),
  deprel: new Uint8Array(),
  relations: [],
  firstChild: new Int32Array(),
  nextSibling: new Int32Array(),
  confidence: new Uint8Array(),
}
