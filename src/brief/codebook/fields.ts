// What each field of the record holds. The compiler holds the list whole: a field that the record gains does not compile without a word here.
import type {
  Agreement,
  Assessment,
  Attribution,
  AttributionLoss,
  Citation,
  Contradiction,
  Derivation,
  Document,
  Entity,
  Event,
  Judgement,
  Note,
  Origin,
  Position,
  Story,
  Support,
  Talks,
  TimeMention,
  Utterance,
} from '../../model/record.ts'

type Meanings<Object> = Readonly<Record<keyof Object & string, string>>

const CITATION: Meanings<Citation> = {
  document: 'Id of the report.',
  start: 'First UTF-16 unit in its text; code points with --offsets code-points.',
  end: 'Behind the last.',
  quote: 'The characters between the two, exactly.',
}

const SUPPORT: Meanings<Support> = {
  claims: 'The sentences it rests on: id, citation, attribution, rule, assertion. The id of a claim never changes; rulings hold it.',
  documents: 'How many reports carry it.',
  sides: 'Parties whose people or media vouch for it; third-party and own-reporting beside them.',
  origins: 'Where it entered the press.',
  said: 'Was it said? Independent recorders, at least and at most, as far as these reports show.',
  known: 'Who could know? Those at first hand, at least and at most.',
}

const EVENT: Meanings<Event> = {
  id: 'Hash of what it rests on; changes when it gains a claim.',
  kind: 'See “Kinds of events”.',
  plover: 'Type, mode and contexts of PLOVER 0.8, re-typed once for its status; null where that codebook has none.',
  label: 'One line in plain words.',
  status: 'See “Status”.',
  background: 'True where it is told as history, not as news.',
  actors: 'Who does it; of a meeting, everybody who takes part.',
  recipients: 'Whom it is done to, or who is visited.',
  host: 'Who receives the others.',
  mediators: 'Who goes between them.',
  place: 'Where. A place is never a party.',
  time: 'When, as EDTF; null where these reports do not say.',
  issues: 'What it is about: ids of the list of issues.',
  ordinal: '3 for “the third round”.',
  condition: 'The words of the condition.',
  inResponseTo: 'The event it answers.',
  support: 'What it rests on, for the present status only.',
  history: 'Earlier statuses, each with what it rests on.',
  rule: 'The pattern that found it.',
  review: 'See “How far a line may be trusted”.',
}

const POSITION: Meanings<Position> = {
  id: 'Hash of what it rests on.',
  holder: 'The party whose position it is.',
  issue: 'Id of the list of issues.',
  stance: 'See “Stances”.',
  voice: 'Whose words they are: an envoy’s remark is not yet the government’s position.',
  account: 'See “Whose account of a position it is”.',
  condition: 'The words of the condition.',
  toward: 'Whom it is put to.',
  content: 'What is wanted, offered, refused, in the report’s characters.',
  time: 'When it was said.',
  support: 'What it rests on.',
  rule: 'The pattern that found it.',
  review: 'See “How far a line may be trusted”.',
}

const AGREEMENT: Meanings<Agreement> = {
  id: 'Hash of what it rests on.',
  label: 'What it is called in these reports.',
  parties: 'Between whom.',
  issues: 'What it is about.',
  term: 'How long it holds, as an ISO 8601 duration.',
  state: 'See “States of agreements”: the newest.',
  history: 'Each state with its day and what it rests on.',
  violations: 'Breaches: by whom, in whose word, denied by whom. An allegation never sets whether it is kept.',
  follows: 'The proposal or agreement that it amends or replaces.',
  clauses: 'What was agreed, piece by piece: content, who is bound, issue, when due, how far carried out.',
  rule: 'The pattern that found it.',
  review: 'See “How far a line may be trusted”.',
}

const ASSESSMENT: Meanings<Assessment> = {
  id: 'Hash of what it rests on.',
  by: 'Who says so.',
  about: 'The event, agreement or talks.',
  words: 'The words.',
  direction: 'See “How it is said to be going”.',
  time: 'When it was said.',
  support: 'What it rests on.',
}

const ATTRIBUTION: Meanings<Attribution> = {
  id: 'Hash of its stretches.',
  kind: 'Direct, indirect or mixed.',
  source: 'The words that name the source.',
  cue: 'The word that attributes: “said”, “according to”.',
  content: 'What is attributed.',
  speaker: 'The source as somebody of the record.',
  addressee: 'To whom it was said; no recorder.',
  act: 'See “What the source does with the words”.',
  polarity: 'Said, not said, or would be said.',
  nestedIn: 'The attribution that this one stands in.',
  chain: 'From the speaker to the page, link by link.',
  time: 'When it was said.',
}

const DOCUMENT: Meanings<Document> = {
  id: 'As the input gives it, else the hash of its text.',
  file: 'Path or archive member.',
  uri: 'Address.',
  title: 'Title.',
  publisher: 'Outlet.',
  byline: 'Who signs it.',
  published: 'Day of publication, EDTF.',
  publishedFrom: 'Where that day was found; null where it is not known.',
  modified: 'Day of its last change.',
  retrieved: 'When it was fetched.',
  versionOf: 'The earlier version of the same article.',
  genre: 'See “Genres of reports”.',
  handling: 'public or internal; internal reports are kept out of what is made with --public.',
  language: 'BCP 47.',
  sha256: 'Of its text.',
  text: 'The text; null where it is shared without.',
  flags: 'What a reader should know of it, with the words that show it.',
}

const ENTITY: Meanings<Entity> = {
  id: 'The smallest hash of its mentions.',
  type: 'See “Types of names”.',
  name: 'The name that is shown.',
  aliases: 'Other spellings found in these reports.',
  country: 'ISO 3166-1 alpha-2; null for disputed places.',
  claims: 'Who claims a disputed place.',
  roles: 'Offices and descriptions, with their days.',
  actsFor: 'The party it speaks for.',
  mentions: 'Where it is named.',
  at: 'Latitude and longitude.',
  within: 'The place or body that holds it.',
  outlet: 'Of an outlet: wire, state-run, family.',
}

const TIME: Meanings<TimeMention> = {
  citation: 'The words.',
  type: 'See “Types of times”.',
  value: 'EDTF; null for a duration, a set, an open date.',
  timex: 'TIMEX3 value.',
  rule: 'The rule that read it.',
}

const DERIVATION: Meanings<Derivation> = {
  of: 'The report.',
  from: 'The one it shares text with or credits.',
  kind: 'See “How reports share text”.',
  direction: 'See “Which was first”.',
  score: 'How much is shared, 0 to 1.',
  because: 'Stretches that show it, side by side.',
}

const ORIGIN: Meanings<Origin> = {
  id: 'Hash of its documents and kind.',
  kind: 'See “Origins”.',
  entity: 'Who said or recorded it.',
  documents: 'The reports that carry it.',
  because: 'The words that show it.',
  merged: 'Origins that were found to be this one, and why.',
}

const UTTERANCE: Meanings<Utterance> = {
  id: 'Hash of its attributions.',
  speaker: 'Whose remark it is.',
  attributions: 'Its wordings.',
  reference: 'Transcript or statement that holds it.',
  pairs: 'Two wordings and how they differ.',
}

const LOSS: Meanings<AttributionLoss> = {
  claim: 'What one report tells as fact.',
  attributed: 'What another attributes.',
  because: 'The two sentences.',
}

const CONTRADICTION: Meanings<Contradiction> = {
  id: 'Hash of its sides.',
  kind: 'See “Where reports contradict each other”.',
  about: 'The event, position, agreement, attribution or somebody.',
  sides: 'Each value with the sentences that say so.',
  explanation: 'Where the reports themselves explain it.',
}

const STORY: Meanings<Story> = {
  id: 'Hash of its documents.',
  label: 'What it is about.',
  documents: 'Reports on one news event.',
  from: 'First day.',
  to: 'Last day.',
  talks: 'The talks that it belongs to.',
}

const TALKS: Meanings<Talks> = {
  id: 'Hash of its stories.',
  label: 'What they are called.',
  stories: 'Its stories.',
  parties: 'Who negotiates.',
  issues: 'What about.',
  from: 'First day.',
  to: 'Last day.',
  delegations: 'Who leads, sits in and advises for each party.',
}

const JUDGEMENT: Meanings<Judgement> = {
  id: 'Hash, or given.',
  by: 'machine or person.',
  who: 'Name of the person.',
  at: 'When.',
  kind: 'See “Rulings”.',
  of: 'Ids of claims, somebodies or reports.',
  field: 'For set: the field.',
  value: 'For set and add: the value.',
  verdict: 'See “What became of a ruling”.',
  reason: 'In words.',
  rule: 'The rule of the machine.',
  score: 'How alike, 0 to 1; never shown on a line.',
  because: 'The words that show it.',
}

const NOTE: Meanings<Note> = {
  code: 'Stage and name.',
  message: 'In words.',
  document: 'The report.',
  at: 'The words.',
}

export interface FieldGroup {
  readonly heading: string
  /** Where such objects stand in the record. */
  readonly at: string
  readonly fields: Readonly<Record<string, string>>
}

export const FIELDS: readonly FieldGroup[] = [
  {heading: 'Event', at: 'events', fields: EVENT},
  {heading: 'Position', at: 'positions', fields: POSITION},
  {heading: 'Agreement', at: 'agreements', fields: AGREEMENT},
  {heading: 'Assessment', at: 'assessments', fields: ASSESSMENT},
  {heading: 'Support', at: 'events[].support', fields: SUPPORT},
  {heading: 'Citation', at: 'attributions[].content', fields: CITATION},
  {heading: 'Attribution', at: 'attributions', fields: ATTRIBUTION},
  {heading: 'Report', at: 'documents', fields: DOCUMENT},
  {heading: 'Person, body or place', at: 'entities', fields: ENTITY},
  {heading: 'Time', at: 'times', fields: TIME},
  {heading: 'Shared text', at: 'derivations', fields: DERIVATION},
  {heading: 'Origin', at: 'origins', fields: ORIGIN},
  {heading: 'Remark', at: 'utterances', fields: UTTERANCE},
  {heading: 'Lost attribution', at: 'losses', fields: LOSS},
  {heading: 'Contradiction', at: 'contradictions', fields: CONTRADICTION},
  {heading: 'Story', at: 'stories', fields: STORY},
  {heading: 'Talks', at: 'talks', fields: TALKS},
  {heading: 'Ruling', at: 'judgements', fields: JUDGEMENT},
  {heading: 'Note', at: 'notes', fields: NOTE},
]
