// What each value of the record means, as a coder needs it: when to choose it, and what it is mistaken for. The compiler holds the list whole:
// a kind, status or stance that the record gains does not compile without a definition here.
import type {
  Agreement,
  AgreementState,
  Assessment,
  Attribution,
  Contradiction,
  Derivation,
  Document,
  Entity,
  Event,
  Judgement,
  Origin,
  Position,
  Review,
  Support,
  TimeMention,
  Utterance,
} from '../../model/record.ts'

type Meanings<Value extends string> = Readonly<Record<Value, string>>

const EVENT_KIND: Meanings<Event['kind']> = {
  meeting:
    'Parties or their people come together and talk, in one place. Talk by telephone is a call; a numbered or named sitting is a round.',
  call: 'They talk by telephone, video or another line, without being in one place.',
  visit: 'Somebody travels to the other side, a mediator or a place of the talks. That they met there needs words of its own.',
  round: 'A sitting of the talks that is counted or named: “the third round”, “talks resumed”.',
  statement: 'Words for the public: a communiqué, a press conference. It carries remarks and makes no other event true.',
  proposal: 'A text, plan or offer is put to the other side.',
  demand: 'Somebody asks the other side to do or to stop something, and expects it.',
  rejection:
    'A proposal, a demand or talks are refused. A plan that is dropped by its own author is a status (cancelled), not a rejection.',
  concession: 'Somebody gives up or promises something that the other side had asked for.',
  agreement: 'The sides agree, whether or not anything is signed.',
  signing: 'A text is signed, initialled or ratified.',
  release: 'Prisoners, hostages or ships are set free by one side.',
  exchange: 'Both sides hand over: prisoners, bodies, lists.',
  ceasefire: 'Fighting stops, or a truce begins to be kept. That one was agreed is an agreement.',
  withdrawal: 'Forces, staff or ships leave a place or a line.',
  aid: 'Help in goods, money or people, from one side to another.',
  sanction: 'Measures that take something away: sanctions, tariffs, a freeze, a walk-out, an expulsion.',
  threat: 'Somebody says that harm will follow, or will follow unless something is done.',
  accusation: 'Somebody says that another did wrong. It never sets what the other did.',
  violation: 'What was agreed is broken, as the report tells it or as somebody says it.',
  attack: 'Force is used.',
  mobilization: 'Forces are called up, moved or put on alert, short of using them.',
  protest: 'People march, strike or gather to make a demand heard.',
  gesture: 'A sign of good or ill will without a deed behind it: a gift, a handshake, a flag.',
  other: 'An act in the talks that is none of these.',
}

const STATUS: Meanings<Event['status']> = {
  held: 'It took place.',
  ongoing: 'It is going on as the report is written.',
  planned: 'It will take place: dated, arranged, announced.',
  proposed: 'It may take place: offered, suggested, considered.',
  conditional: 'It takes place if something else does; the condition is kept with it.',
  threatened: 'It was threatened, and nobody says that it came.',
  'not-held': 'It did not take place, or has not yet.',
  cancelled: 'It had been planned and was called off or put off before it began.',
  ended: 'It came to its end: concluded, expired, collapsed.',
  unknown: 'The words leave open whether it took place: denied, alleged, asked.',
}

const ASSERTION: Meanings<Support['claims'][number]['assertion']> = {
  narrated: 'In the report’s own voice: no cue of speech, quotation mark or carry-over reaches the clause.',
  attributed: 'Inside somebody’s remark, in the report’s words.',
  quoted: 'Inside quotation marks.',
  denied: 'Somebody says that it is not so; who does is in the attribution.',
  unconfirmed: '“Allegedly”, “reportedly”, “it is said”.',
  speculated: '“Seems”, “appears”, “could mean”.',
  unclear: 'The speaker could not be determined. Never to be read as fact.',
}

const STANCE: Meanings<Position['stance']> = {
  demands: 'Asks for it and expects it.',
  offers: 'Puts it forward as what one would do or give.',
  accepts: 'Takes what was offered or asked, without a condition.',
  'accepts-if': 'Takes it on a condition, which is kept with it.',
  'open-to': 'Considers it, does not rule it out.',
  rejects: 'Says no to what was offered, asked or planned.',
  opposes: 'Is against an idea that nobody has put to it.',
  supports: 'Backs what another wants or what is on the table.',
  concedes: 'Gives up something of one’s own.',
  withdraws: 'Takes a demand or an offer of one’s own back.',
  threatens: 'Says that harm follows unless it gets its way.',
  'refuses-to-discuss': 'Will not talk about it at all.',
  unclear: 'Speaks of it without a stance that the words show.',
}

const ACCOUNT: Meanings<Position['account']> = {
  own: 'The holder’s own words, or those of who speaks for it.',
  'same-side': 'Somebody on the holder’s side says it.',
  'other-side': 'An opponent says what the holder wants. Read with care.',
  'third-party': 'Somebody outside says it: a mediator, an analyst, another government.',
  reporter: 'The report says it in its own voice.',
}

const STATE: Meanings<AgreementState> = {
  floated: 'Talked of, put forward by nobody in particular.',
  proposed: 'Put forward by a party or a mediator.',
  'under-negotiation': 'Being talked over.',
  'agreed-in-principle': 'Agreed in outline; details or consent are open.',
  announced: 'Said to be agreed.',
  signed: 'Signed or initialled.',
  ratified: 'Approved by those whose consent it needs.',
  'in-force': 'Begun to be kept, has taken effect.',
  suspended: 'Not kept for the time being, by word of a party.',
  expired: 'Run out.',
  extended: 'Prolonged.',
  replaced: 'Another agreement stands in its place.',
  rejected: 'Refused before it was agreed.',
  collapsed: 'Broken down.',
  implemented: 'Carried out.',
}

const BREACH: Meanings<Agreement['violations'][number]['voice']> = {
  own: 'The report tells the breach in its own voice, or the party admits it.',
  alleged: 'Somebody says so; who does is kept with it, and so is the answer.',
  unclear: 'Whose word it is could not be determined.',
}

const IMPLEMENTATION: Meanings<`${0 | 1 | 2 | 3}` | 'not-due'> = {
  '0': 'Not begun.',
  '1': 'Begun, at the least.',
  '2': 'Carried out in part.',
  '3': 'Carried out in full.',
  'not-due': 'Its time has not come.',
}

const DIRECTION: Meanings<Assessment['direction']> = {
  progress: 'It is said to go well, or forward.',
  none: 'It is said to stand still, or to have failed.',
  mixed: 'Both are said in one breath.',
}

const ATTRIBUTION: Meanings<Attribution['kind']> = {
  direct: 'Everything that is attributed stands in quotation marks.',
  indirect: 'It is told in the report’s words.',
  mixed: 'Part of it stands in quotation marks.',
}

const ACT: Meanings<Attribution['act']> = {
  say: 'Says, tells, adds, writes.',
  report: 'Reports, as a paper or an agency does.',
  claim: 'Claims, alleges, insists: the report keeps its distance.',
  deny: 'Says that it is not so.',
  demand: 'Asks for it and expects it.',
  offer: 'Puts it forward.',
  accept: 'Takes it.',
  reject: 'Refuses it.',
  agree: 'Agrees to it.',
  threaten: 'Threatens it.',
  want: 'Wants or hopes for it.',
  believe: 'Thinks it.',
  expect: 'Expects it.',
  decree: 'Orders it.',
  describe: 'Calls or describes something so.',
  show: 'What a poll, a document or footage shows.',
  decline: 'Will not speak of it.',
}

const POLARITY: Meanings<Attribution['polarity']> = {
  positive: 'It was said.',
  negated: 'It was not said.',
  conditional: 'It would be said, or may have been.',
}

const LINK_ROLE: Meanings<Attribution['chain'][number]['role']> = {
  speaker: 'Whose words they are.',
  recorder: 'Who heard them: “told the Herald”, “in an interview with”.',
  relay: 'Who passes on what another recorded.',
  page: 'The report that one holds in one’s hands.',
}

const LINK_STATUS: Meanings<Attribution['chain'][number]['status']> = {
  explicit: 'The report names it.',
  inferred: 'A rule found it; rule and words are kept with it.',
  unnamed: 'The report does not name it, and nothing here ever will.',
}

const ENTITY: Meanings<Entity['type']> = {
  person: 'Somebody with a name, or an unnamed somebody.',
  organization: 'A company, union, movement, church, club.',
  'public-body': 'A ministry, a court, an army, an agency, an international body.',
  outlet: 'A paper, an agency, a broadcaster.',
  country: 'A country or its government; as an actor, the government.',
  place: 'A town, region, river, building. Never a party.',
  group: 'People known by what they do or are: “the rebels”, “residents”.',
}

const TIME: Meanings<TimeMention['type']> = {
  date: 'A day, a month, a year, or a stretch of them.',
  time: 'A time of day.',
  duration: 'How long: “for thirty days”.',
  set: 'How often: “every Friday”.',
}

const GENRE: Meanings<Document['genre']> = {
  report: 'A news report.',
  wire: 'A report of a news agency.',
  transcript: 'What was said, word for word.',
  readout: 'One side’s own account of a meeting or call.',
  statement: 'A statement of a party.',
  'agreement-text': 'The text of an agreement.',
  analysis: 'Analysis or background.',
  opinion: 'Opinion.',
  'live-blog': 'Entries by the minute.',
  aggregate: 'A digest of other reports.',
  other: 'None of these, or not known.',
}

const FLAG: Meanings<Document['flags'][number]['kind']> = {
  'machine-paraphrase': 'Reads as if a program had replaced words one by one.',
  'machine-translation': 'Reads like a translation by a program.',
  aggregate: 'Put together from other reports.',
  template: 'Filled into a form that other texts share.',
  truncated: 'Cut off.',
  'no-attribution': 'Names nobody as its source.',
  syndicated: 'Carried from an agency or another paper.',
  opinion: 'Opinion, whatever its heading says.',
  'live-blog': 'Entries by the minute.',
  correction: 'Carries a correction.',
  withdrawn: 'Withdrawn by its outlet.',
}

const DERIVATION: Meanings<Derivation['kind']> = {
  copy: 'The same text.',
  rewrite: 'The same text in other words.',
  partial: 'Some paragraphs are shared.',
  translation: 'One is a translation of the other.',
  credit: 'One names the outlet of the other as its source.',
  shared: 'Both hold one upstream text, or one outlet’s background.',
}

const DERIVATION_DIRECTION: Meanings<Derivation['direction']> = {
  known: 'By a credit, or by certain dates of a copy.',
  likely: 'Signs point one way.',
  unknown: 'They share text; which was first is not known.',
}

const ORIGIN: Meanings<Origin['kind']> = {
  utterance: 'One remark of one speaker.',
  reporting: 'One piece of reporting at first hand.',
  document: 'A text: a statement, a transcript, a treaty.',
  footage: 'Pictures or sound.',
  unresolved: 'Where it entered the press could not be found.',
}

const DRIFT: Meanings<Utterance['pairs'][number]['drift']> = {
  identical: 'Letter for letter.',
  repunctuated: 'The same words with other signs.',
  truncated: 'Shorter, nothing else changed.',
  'elided-splice': 'Two parts joined without a mark.',
  'silent-correction': 'Corrected without a word.',
  'word-substitution': 'Some words replaced.',
  'back-translated': 'Translated or reworded: no shared wording, one remark.',
  'meaning-changed': 'A negation, a number, a name or a condition differs.',
}

const CONFLICT: Meanings<Contradiction['kind']> = {
  number: 'How many.',
  date: 'When.',
  place: 'Where.',
  participant: 'Who took part.',
  outcome: 'What came of it.',
  polarity: 'Whether it is so.',
  wording: 'What the words were.',
  identity: 'Who it was.',
}

const JUDGEMENT: Meanings<Judgement['kind']> = {
  same: 'Two are one.',
  different: 'Two are not one.',
  confirm: 'An entry or a claim is right.',
  dismiss: 'It is wrong and leaves the record.',
  set: 'A field is corrected.',
  add: 'A line that was missed.',
  undo: 'An earlier ruling is taken back.',
}

const VERDICT: Meanings<Judgement['verdict']> = {
  applied: 'It is in the record.',
  possible: '“Possibly the same”: shown, not joined.',
  cut: 'Dropped, because a stronger one stands against it.',
}

const REVIEW: Meanings<Review> = {
  firm: 'Lines of this kind were right nine times in ten on the blind set.',
  check: 'Look at the source before you use it.',
  confirmed: 'A person has confirmed or corrected it.',
}

/** Values of one field. `shown` names the part of a line in the cases that shows one; null where no line of a single report does. */
export interface ValueGroup {
  readonly heading: string
  readonly field: string
  readonly shown: string | null
  readonly meanings: Readonly<Record<string, string>>
}

const group = (heading: string, field: string, shown: string | null, meanings: ValueGroup['meanings']): ValueGroup => ({
  ...{heading, field, shown, meanings},
})

/** What a coder of lines decides, in the order in which a line says it. */
export const CODED_VALUES: readonly ValueGroup[] = [
  group('Kinds of events', 'events[].kind', 'kind', EVENT_KIND),
  group('Status: what is said of the world', 'events[].status', 'status', STATUS),
  group('Assertion: how the report says it', 'support.claims[].assertion', 'assertion', ASSERTION),
  group('Stances', 'positions[].stance', 'stance', STANCE),
  group('Whose account of a position it is', 'positions[].account', 'account', ACCOUNT),
  group('States of agreements', 'agreements[].state', 'state', STATE),
  group('Whose word a breach is', 'agreements[].violations[].voice', 'breach', BREACH),
  group('How far a clause is carried out (Kroc PAM)', 'agreements[].clauses[].implementation', null, IMPLEMENTATION),
  group('How it is said to be going', 'assessments[].direction', 'direction', DIRECTION),
]

/** What the program decides around the lines. */
export const OTHER_VALUES: readonly ValueGroup[] = [
  group('Attributions', 'attributions[].kind', null, ATTRIBUTION),
  group('What the source does with the words', 'attributions[].act', 'act', ACT),
  group('Polarity of an attribution', 'attributions[].polarity', 'polarity', POLARITY),
  group('Links of a chain', 'attributions[].chain[].role', null, LINK_ROLE),
  group('How a link is known', 'attributions[].chain[].status', null, LINK_STATUS),
  group('Types of names', 'entities[].type', 'type', ENTITY),
  group('Types of times', 'times[].type', null, TIME),
  group('Genres of reports', 'documents[].genre', null, GENRE),
  group('Flags of reports', 'documents[].flags[].kind', null, FLAG),
  group('How reports share text', 'derivations[].kind', null, DERIVATION),
  group('Which was first', 'derivations[].direction', null, DERIVATION_DIRECTION),
  group('Origins: where it entered the press', 'origins[].kind', null, ORIGIN),
  group('How two wordings of one remark differ', 'utterances[].pairs[].drift', null, DRIFT),
  group('Where reports contradict each other', 'contradictions[].kind', null, CONFLICT),
  group('Rulings', 'judgements[].kind', null, JUDGEMENT),
  group('What became of a ruling', 'judgements[].verdict', null, VERDICT),
  group('How far a line may be trusted', 'events[].review', null, REVIEW),
]
