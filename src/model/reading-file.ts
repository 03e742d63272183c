// The reading: what `parley read --json` prints, one line a document. Field names are fixed; fields may be added, never dropped.
// Offsets are UTF-16 units, times are EDTF, numbers of entities and attributions hold within the line.
import type {Attribution, LinkRole, LinkStatus} from './attribution.ts'
import type {AgreementState, Assertion, EventKind, Plover, Stance, Status} from './claim.ts'
import type {EntityType} from './mention.ts'
import type {Upos} from './tokens.ts'

export type Stretch = [start: number, end: number]

export interface ReadingError {
  schema: 'parley/reading@1'
  id: string
  file: string | null
  error: {code: string; message: string}
}

export interface Reading {
  schema: 'parley/reading@1'
  id: string
  file: string | null
  uri: string | null
  guid: string | null
  publisher: string | null
  byline: string[]
  modified: string | null
  feed: {title: string | null; link: string | null; language: string | null} | null
  title: string | null
  published: string | null
  language: string
  /** With `--with-text`, and where a feed had no entries. */
  text?: string
  sentences: Stretch[]
  /** With `--tokens`; `head` is -1 for a root, else an index in `tokens`. */
  tokens?: [start: number, end: number, upos: Upos, lemma: string, head: number, deprel: string][]
  mentions: {
    start: number
    end: number
    type: EntityType | 'other'
    entity: number
    level: 'name' | 'nominal' | 'pronoun'
    metonym: boolean
  }[]
  /** What the numbers of `mentions` stand for. */
  entities: {name: string; type: EntityType; country: string | null; actsFor: number | null; unnamed: boolean}[]
  times: {
    start: number
    end: number
    type: 'date' | 'time' | 'duration' | 'set'
    value: string | null
    timex: string | null
    rule: string
  }[]
  attributions: {
    kind: Attribution['kind']
    source: Stretch[]
    cue: Stretch | null
    content: Stretch[]
    speaker: number | null
    addressee: number | null
    act: Attribution['act']
    polarity: Attribution['polarity']
    nestedIn: number | null
    chain: {agent: number | null; name: string; role: LinkRole; status: LinkStatus; rule: string | null; evidence: Stretch[]}[]
    time: string | null
    rule: string
  }[]
  events: {
    kind: EventKind
    plover: Plover | null
    status: Status
    assertion: Assertion
    background: boolean
    actors: number[]
    recipients: number[]
    host: number | null
    mediators: number[]
    place: number | null
    time: string | null
    issues: string[]
    start: number
    end: number
    attribution: number | null
    rule: string
  }[]
  positions: {
    holder: number
    voice: number | null
    account: string
    issue: string
    stance: Stance
    toward: number | null
    content: Stretch
    time: string | null
    start: number
    end: number
    attribution: number | null
    rule: string
  }[]
  agreements: {
    label: string
    parties: number[]
    state: AgreementState | null
    /** Null where the sentence tells of no breach. */
    violation: {by: number[]; voice: 'own' | 'alleged' | 'unclear'; allegedBy: number[]; deniedBy: number[]} | null
    time: string | null
    start: number
    end: number
    attribution: number | null
    rule: string
  }[]
  assessments: {
    by: number | null
    words: Stretch
    direction: 'progress' | 'none' | 'mixed'
    start: number
    end: number
    attribution: number | null
    rule: string
  }[]
  notes: {code: string; message: string}[]
}
