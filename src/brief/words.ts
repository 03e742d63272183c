// The program's own words for the values of the record. One place, so that no view says the same thing in two ways, and none says too much.
import type {FlagKind} from '../model/article.ts'
import type {Account, AgreementState, Stance} from '../model/claim.ts'
import type {Attribution, Contradiction, Derivation, Event, Utterance} from '../model/record.ts'

const FLAGS: Readonly<Record<FlagKind, string>> = {
  'machine-paraphrase': 'reads like a machine paraphrase',
  'machine-translation': 'reads like a machine translation',
  aggregate: 'aggregate',
  template: 'template',
  truncated: 'truncated',
  'no-attribution': 'names no sources',
  syndicated: 'syndicated',
  opinion: 'opinion',
  'live-blog': 'live blog',
  correction: 'carries a correction',
  withdrawn: 'withdrawn',
}
export const flagWords = (kind: FlagKind): string => FLAGS[kind]

const STATUS: Readonly<Record<Event['status'], string>> = {
  held: 'held',
  ongoing: 'under way',
  planned: 'planned',
  proposed: 'proposed',
  conditional: 'on a condition',
  threatened: 'threatened',
  'not-held': 'did not take place',
  cancelled: 'called off',
  ended: 'ended',
  unknown: 'unclear whether it took place',
}
/** Histories may hold a status of their own ("date passed, no report here"), which is shown as it stands. */
export const statusWords = (status: string): string => STATUS[status as Event['status']] ?? status

/** An event's verb as each status needs it, and how the other side is joined to it. */
export interface EventVerb {
  readonly past: string
  readonly infinitive: string
  readonly ongoing: string
  /** Word before the other side: "held talks with", "imposed sanctions on"; empty where the verb takes it straight. */
  readonly joint: string
  /** What is told where the end of a thing is reported, not its being done. */
  readonly ended?: string
}

const verb = (past: string, infinitive: string, ongoing: string, joint: string, ended?: string): EventVerb => ({
  ...{past, infinitive, ongoing, joint},
  ...(ended ? {ended} : {}),
})

export const EVENT_VERBS: Readonly<Record<Event['kind'], EventVerb>> = {
  meeting: verb('met', 'meet', 'meeting', ''),
  call: verb('spoke by telephone', 'speak by telephone', 'speaking by telephone', 'with'),
  visit: verb('visited', 'visit', 'visiting', ''),
  round: verb('held a round of talks', 'hold a round of talks', 'holding a round of talks', 'with', 'ended a round of talks'),
  statement: verb('made a statement', 'make a statement', 'making a statement', 'to'),
  proposal: verb('made a proposal', 'make a proposal', 'making a proposal', 'to'),
  demand: verb('made a demand', 'make a demand', 'making a demand', 'of'),
  rejection: verb('said no', 'say no', 'saying no', 'to'),
  concession: verb('made a concession', 'make a concession', 'making a concession', 'to'),
  agreement: verb('reached an agreement', 'reach an agreement', 'reaching an agreement', 'with', 'ended an agreement'),
  signing: verb('signed an agreement', 'sign an agreement', 'signing an agreement', 'with'),
  release: verb('released', 'release', 'releasing', ''),
  exchange: verb('exchanged', 'exchange', 'exchanging', 'with'),
  ceasefire: verb('ceased fire', 'cease fire', 'observing a ceasefire', 'with', 'ended a ceasefire'),
  withdrawal: verb('withdrew', 'withdraw', 'withdrawing', 'from'),
  aid: verb('gave aid', 'give aid', 'giving aid', 'to', 'ended aid'),
  sanction: verb('imposed sanctions', 'impose sanctions', 'imposing sanctions', 'on', 'lifted sanctions'),
  threat: verb('threatened', 'threaten', 'threatening', ''),
  accusation: verb('accused', 'accuse', 'accusing', ''),
  violation: verb('broke an agreement', 'break an agreement', 'breaking an agreement', 'with'),
  attack: verb('attacked', 'attack', 'attacking', '', 'ended an attack on'),
  mobilization: verb('mobilized', 'mobilize', 'mobilizing', 'against'),
  protest: verb('protested', 'protest', 'protesting', 'against'),
  gesture: verb('made a gesture', 'make a gesture', 'making a gesture', 'towards'),
  other: verb('acted', 'act', 'acting', 'on'),
}

/** What a verb of two sides turns into where only one of them is known: nobody "met" alone. */
export const ALONE: Partial<Readonly<Record<Event['kind'], EventVerb>>> = {
  meeting: verb('held a meeting', 'hold a meeting', 'holding a meeting', ''),
  call: verb('held a telephone call', 'hold a telephone call', 'holding a telephone call', ''),
  visit: verb('travelled', 'travel', 'travelling', ''),
  agreement: verb('agreed', 'agree', 'agreeing', '', 'ended an agreement'),
  release: verb('released people', 'release people', 'releasing people', ''),
  exchange: verb('carried out an exchange', 'carry out an exchange', 'carrying out an exchange', 'involving'),
  attack: verb('made an attack', 'make an attack', 'making an attack', '', 'ended an attack'),
  accusation: verb('made an accusation', 'make an accusation', 'making an accusation', ''),
  threat: verb('made a threat', 'make a threat', 'making a threat', ''),
}

const STANCE: Readonly<Record<Stance, string>> = {
  demands: 'demands',
  offers: 'offers',
  accepts: 'accepts',
  'accepts-if': 'accepts on a condition',
  'open-to': 'is open to',
  rejects: 'rejects',
  opposes: 'opposes',
  supports: 'supports',
  concedes: 'concedes',
  withdraws: 'withdraws',
  threatens: 'threatens',
  'refuses-to-discuss': 'will not discuss',
  unclear: 'speaks of',
}
export const stanceWords = (stance: Stance): string => STANCE[stance]

const STATE: Readonly<Record<AgreementState, string>> = {
  floated: 'floated',
  proposed: 'proposed',
  'under-negotiation': 'under negotiation',
  'agreed-in-principle': 'agreed in principle',
  announced: 'announced',
  signed: 'signed',
  ratified: 'ratified',
  'in-force': 'in force',
  suspended: 'suspended',
  expired: 'expired',
  extended: 'extended',
  replaced: 'replaced',
  rejected: 'rejected',
  collapsed: 'collapsed',
  implemented: 'carried out',
}
export const stateWords = (state: AgreementState): string => STATE[state]

/** Who says that the holder holds it; null where it is the holder's own word, which needs no remark. */
export function accountWords(account: Account, by: string | null): string | null {
  switch (account) {
    case 'own':
      return null
    case 'same-side':
      return by ? null : "in its own side's words" // a voice that is named stands beside the holder
    case 'other-side':
      return `as the other side tells it${by ? ` (${by})` : ''}`
    case 'third-party':
      return `as a third party tells it${by ? ` (${by})` : ''}`
    case 'reporter':
      return 'as the report puts it'
  }
}

const DRIFT: Readonly<Record<Utterance['pairs'][number]['drift'], string>> = {
  identical: 'word for word',
  repunctuated: 'same words, other punctuation',
  truncated: 'shortened',
  'elided-splice': 'two parts joined without a mark',
  'silent-correction': 'silently corrected',
  'word-substitution': 'some words replaced',
  'back-translated': 'translated or reworded',
  'meaning-changed': 'another meaning',
}
export const driftWords = (drift: Utterance['pairs'][number]['drift']): string => DRIFT[drift]

/** "Shares text with" says what can be seen; "taken from" needs shared text whose direction is known. A credit names an outlet, no report. */
export function derivationWords({kind, direction}: Pick<Derivation, 'kind' | 'direction'>): string {
  if (kind === 'credit') return 'credits the outlet of'
  if (kind === 'shared') return 'shares an upstream text or background with'
  if (direction === 'known') return kind === 'translation' ? 'is translated from' : 'is taken from'
  return 'shares text with'
}

const CONFLICT: Readonly<Record<Contradiction['kind'], string>> = {
  number: 'How many',
  date: 'When',
  place: 'Where',
  participant: 'Who took part',
  outcome: 'What came of it',
  polarity: 'Whether it is so',
  wording: 'What the words were',
  identity: 'Who it was',
}
export const conflictWords = (kind: Contradiction['kind']): string => CONFLICT[kind]

const ACT: Readonly<Record<Attribution['act'], string>> = {
  say: 'said',
  report: 'reported',
  claim: 'claimed',
  deny: 'denied',
  demand: 'demanded',
  offer: 'offered',
  accept: 'accepted',
  reject: 'rejected',
  agree: 'agreed',
  threaten: 'threatened',
  want: 'wants',
  believe: 'believes',
  expect: 'expects',
  decree: 'ordered',
  describe: 'described',
  show: 'showed',
  decline: 'declined to speak of',
}
export const actWords = ({act, polarity}: Pick<Attribution, 'act' | 'polarity'>): string =>
  `${polarity === 'negated' ? 'not ' : polarity === 'conditional' ? 'would have ' : ''}${ACT[act]}`

/** "on Skarrow Island", "in Aldersund". */
export const placed = (place: string): string => `${/\b(?:Island|Islands|Square)$/.test(place) ? 'on' : 'in'} ${place}`

/** A, B and C. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** 1 report, 2 reports. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** 2, or 1–2: at least, at most. */
export const ranged = ([low, high]: readonly [number, number]): string => (low === high ? String(low) : `${low}–${high}`)
