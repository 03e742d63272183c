// The output contract: the record as every export, view and program reads it. Field names are fixed; fields may be added, never dropped.
// Offsets are UTF-16 units, `quote === text.slice(start, end)`, times are EDTF, an unknown value is null.

export interface Citation {
  document: string
  start: number
  end: number
  quote: string
}
/** How far a line may be trusted without a look: `firm` only where its kind was right nine times in ten on the blind set (DESIGN, rule 11). */
export type Review = 'firm' | 'check' | 'confirmed' /* by a person */

export interface RecordFile {
  schema: 'parley/record@1'
  made: {version: string; packs: string[]; models: string[]} // versions and SHA-256; no clock
  offsets?: 'code-points' | undefined // with --offsets code-points; else they are UTF-16 units
  documents: Document[]
  entities: Entity[]
  times: TimeMention[]
  attributions: Attribution[]
  events: Event[]
  positions: Position[]
  agreements: Agreement[]
  derivations: Derivation[]
  origins: Origin[]
  utterances: Utterance[]
  contradictions: Contradiction[]
  losses: AttributionLoss[]
  assessments: Assessment[]
  stories: Story[]
  talks: Talks[]
  judgements: Judgement[]
  notes: Note[]
}
export interface Document {
  id: string // as the input gives it (a second use is an error line), else the hash of its text
  file: string | null // path or archive member as given
  uri: string | null // its address
  title: string | null
  publisher: string | null
  byline: string[]
  published: string | null
  publishedFrom: 'given' | 'metadata' | 'dateline' | 'address' | 'text' | null
  modified: string | null
  retrieved: string | null
  versionOf: string | null // document id of the earlier version
  genre:
    | 'report'
    | 'wire'
    | 'transcript'
    | 'readout'
    | 'statement'
    | 'agreement-text'
    | 'analysis'
    | 'opinion'
    | 'live-blog'
    | 'aggregate'
    | 'other'
  handling: 'public' | 'internal' // internal: kept out of everything made with --public, with every line that rests only on it
  language: string /* BCP 47 */
  sha256: string
  text: string | null // null with --no-text; spans then check against the reader's own copy (`parley verify`)
  flags: {
    kind:
      | 'machine-paraphrase'
      | 'machine-translation'
      | 'aggregate'
      | 'template'
      | 'truncated'
      | 'no-attribution'
      | 'syndicated'
      | 'opinion'
      | 'live-blog'
      | 'correction'
      | 'withdrawn'
    score: number
    because: Citation[]
  }[]
}
export interface Entity {
  id: string
  type: 'person' | 'organization' | 'public-body' | 'outlet' | 'country' | 'place' | 'group'
  name: string
  aliases: string[]
  country: string | null // ISO 3166-1 alpha-2; null for disputed places, which have `claims`
  claims: {party: string; since: string | null; citation: Citation | null}[]
  roles: {
    kind: 'office' | 'description'
    title: string
    of: string | null /* entity id */
    from: string | null
    to: string | null
    citations: Citation[]
  }[]
  actsFor: string | null // the party it speaks for: the government of an envoy or of a seat such as a palace
  mentions: (Citation & {level: 'name' | 'nominal' | 'pronoun'})[] // names, metonyms ("the Kremlin"), resolved nominals and pronouns
  at: [number, number] | null // latitude, longitude
  within: string | null // the place or body that holds it
  outlet: {wire: boolean; state: boolean | null; family: string | null} | null
}
export interface TimeMention {
  citation: Citation
  type: 'date' | 'time' | 'duration' | 'set'
  value: string | null /* EDTF; null for a duration, a set, an open date */
  timex: string | null /* TIMEX3 value */
  rule: string
}

export interface Attribution {
  // source / cue / content as in PARC and PolNeAR
  id: string
  kind: 'direct' | 'indirect' | 'mixed'
  source: Citation | null
  cue: Citation | null
  content: Citation[]
  speaker: string | null // entity id after resolving names and pronouns
  addressee: string | null // "told Trump": not a recorder
  act:
    | 'say'
    | 'report'
    | 'claim'
    | 'deny'
    | 'demand'
    | 'offer'
    | 'accept'
    | 'reject'
    | 'agree'
    | 'threaten'
    | 'want'
    | 'believe'
    | 'expect'
    | 'decree'
    | 'describe'
    | 'show'
    | 'decline'
  polarity: 'positive' | 'negated' | 'conditional'
  nestedIn: string | null // attribution id
  chain: {
    agent: string | null /* entity id */
    name: string
    role: 'speaker' | 'recorder' | 'relay' | 'page'
    status: 'explicit' | 'inferred' | 'unnamed'
    rule: string | null
    evidence: Citation[]
  }[] // origin first, page last
  time: string | null // when it was said
}
export interface Support {
  // what stands behind an entry
  claims: {
    id: string // hash of document, trigger span, kind and actors' spans: never changes; judgements and copied links point here
    citation: Citation
    attribution: string | null
    rule: string
    assertion: 'narrated' | 'attributed' | 'quoted' | 'denied' | 'unconfirmed' | 'speculated' | 'unclear'
  }[]
  // narrated needs positive evidence that no cue, quotation mark or carry-over reaches the clause; else unclear
  documents: number // how many documents carry it
  sides: string[] // parties whose people or media vouch for it; 'third-party' and 'own-reporting' beside party ids
  origins: string[] // origin ids
  said: [number, number] // independent recorders, at least..at most, as far as these reports show
  known: [number, number] // who could know at first hand, at least..at most
}
export interface Event {
  // place and host are entity ids, issues are ids of the packs' issues
  id: string
  kind:
    | 'meeting'
    | 'call'
    | 'visit'
    | 'round'
    | 'statement'
    | 'proposal'
    | 'demand'
    | 'rejection'
    | 'concession'
    | 'agreement'
    | 'signing'
    | 'release'
    | 'exchange'
    | 'ceasefire'
    | 'withdrawal'
    | 'aid'
    | 'sanction'
    | 'threat'
    | 'accusation'
    | 'violation'
    | 'attack'
    | 'mobilization'
    | 'protest'
    | 'gesture'
    | 'other'
  plover: {type: string; mode: string | null; context: string[]} | null
  // by the codebook, re-typed once (field/events.md: a planned meeting is AGREE, a threatened attack THREATEN); null where it did not
  // happen, unless the text tells a refusal (REJECT). kind and status stay plain; exports copy this and never re-type again
  label: string // one line, plain words
  status: 'held' | 'ongoing' | 'planned' | 'proposed' | 'conditional' | 'threatened' | 'not-held' | 'cancelled' | 'ended' | 'unknown'
  background: boolean // told as history, not as news
  actors: string[]
  recipients: string[]
  host: string | null
  mediators: string[]
  place: string | null
  time: string | null
  issues: string[]
  ordinal: number | null /* "the third round this year" */
  condition: Citation | null
  inResponseTo: string | null
  support: Support // claims of the present status only: an announcement never counts as proof that it was held
  history: {status: string; time: string | null; support: Support}[] // planned → held; planned → date passed, no report here
  rule: string
  review: Review
}
export interface Position {
  id: string
  holder: string
  issue: string
  stance:
    | 'demands'
    | 'offers'
    | 'accepts'
    | 'accepts-if'
    | 'open-to'
    | 'rejects'
    | 'opposes'
    | 'supports'
    | 'concedes'
    | 'withdraws'
    | 'threatens'
    | 'refuses-to-discuss'
    | 'unclear'
  voice: string | null // whose words they are: an envoy's remark is "US (Witkoff)", not yet the government's position
  account: 'own' | 'same-side' | 'other-side' | 'third-party' | 'reporter' // who says that the holder holds it
  condition: Citation | null
  toward: string | null
  content: string
  time: string | null
  support: Support
  rule: string
  review: Review
}
export interface Agreement {
  id: string
  label: string
  parties: string[]
  issues: string[]
  term: string | null /* ISO 8601 duration */
  state: AgreementState
  history: {state: AgreementState; time: string | null; support: Support}[]
  violations: {
    by: string[]
    voice: 'own' | 'alleged' | 'unclear'
    allegedBy: string[]
    deniedBy: string[]
    time: string | null
    support: Support
  }[]
  follows: string | null // the proposal or agreement that this one amends or replaces
  clauses: {
    content: string
    obligor: string[]
    issue: string | null
    due: string | null
    implementation: 0 | 1 | 2 | 3 | 'not-due' | null /* Kroc PAM */
    support: Support
  }[]
  rule: string
  review: Review
}
/** How somebody says the talks are going: "productive", "stalled", "no breakthrough". */
export interface Assessment {
  id: string
  by: string | null
  about: string /* event, agreement or talks id */
  words: Citation
  direction: 'progress' | 'none' | 'mixed'
  time: string | null
  support: Support
}
/** One yes, no or correction: machines propose, people overrule; append-only. */
export interface Judgement {
  id: string
  by: 'machine' | 'person'
  who: string | null
  at: string | null
  kind: 'same' | 'different' | 'confirm' | 'dismiss' | 'set' | 'add' | 'undo'
  of: string[] /* claim, entity or document ids */
  field: string | null
  value: string | null
  verdict: 'applied' | 'possible' /* "possibly the same" */ | 'cut'
  reason: string | null
  rule: string | null
  score: number | null
  because: Citation[]
}
export type AgreementState =
  | 'floated'
  | 'proposed'
  | 'under-negotiation'
  | 'agreed-in-principle'
  | 'announced'
  | 'signed'
  | 'ratified'
  | 'in-force'
  | 'suspended'
  | 'expired'
  | 'extended'
  | 'replaced'
  | 'rejected'
  | 'collapsed'
  | 'implemented'

export interface Derivation {
  of: string
  from: string
  kind: 'copy' | 'rewrite' | 'partial' | 'translation' | 'credit' | 'shared' /* one upstream text, or an outlet's own background */
  direction: 'known' | 'likely' | 'unknown'
  score: number
  because: [Citation, Citation][]
}
export interface Origin {
  id: string
  kind: 'utterance' | 'reporting' | 'document' | 'footage' | 'unresolved'
  entity: string | null
  documents: string[]
  because: Citation[]
  merged: {origin: string; reason: string; rule: string}[]
}
/** One remark, however many documents carry it. */
export interface Utterance {
  id: string
  speaker: string | null
  attributions: string[]
  reference: Citation | null /* transcript or statement */
  pairs: {
    a: string
    b: string
    drift:
      | 'identical'
      | 'repunctuated'
      | 'truncated'
      | 'elided-splice'
      | 'silent-correction'
      | 'word-substitution'
      | 'back-translated'
      | 'meaning-changed'
    because: [Citation, Citation][]
  }[]
}
/** What one report attributes and another tells as fact. */
export interface AttributionLoss {
  claim: string
  attributed: string
  because: [Citation, Citation]
}
export interface Contradiction {
  id: string
  kind: 'number' | 'date' | 'place' | 'participant' | 'outcome' | 'polarity' | 'wording' | 'identity'
  about: string // id of the event, position, agreement, attribution or entity
  sides: {value: string; citations: Citation[]}[]
  explanation: string | null // where the reports themselves explain it
  // a later figure is an update, not a conflict, unless both speak of the same moment
}
/** Documents on one news event ("the 11 April meeting"): what clustering papers call a story or event cluster. A document has one. */
export interface Story {
  id: string
  label: string
  documents: string[]
  from: string | null
  to: string | null
  talks: string | null
}
/** One negotiation over time, the storyline: several stories, the same parties and issues. Talks held side by side stay apart. */
export interface Talks {
  id: string
  label: string
  stories: string[]
  parties: string[]
  issues: string[]
  from: string | null
  to: string | null
  delegations: {party: string; lead: string[]; members: string[]; advisers: string[]; from: string | null}[]
}
export interface Note {
  code: string
  message: string
  document: string | null
  at: Citation | null
}
