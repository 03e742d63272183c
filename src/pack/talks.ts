// Reads packs/talks: event patterns, governing words, issues, stance and agreement cues. Any file there may hold any section.
import {z} from 'zod'
import type {EventKind, Stance} from '../model/claim.ts'
import type {GovernorClass, TalksPack, TalksWords} from '../model/pack-talks.ts'
import {type PackFile, readPackFile} from './check.ts'

const KINDS = [
  ...['meeting', 'call', 'visit', 'round', 'statement', 'proposal', 'demand', 'rejection', 'concession', 'agreement', 'signing'],
  ...['release', 'exchange', 'ceasefire', 'withdrawal', 'aid', 'sanction', 'threat', 'accusation', 'violation', 'attack'],
  ...['mobilization', 'protest', 'gesture', 'other'],
] as const as readonly [EventKind, ...EventKind[]]

const STANCES = [
  ...['demands', 'offers', 'accepts', 'accepts-if', 'open-to', 'rejects', 'opposes', 'supports', 'concedes', 'withdraws'],
  ...['threatens', 'refuses-to-discuss', 'unclear'],
] as const as readonly [Stance, ...Stance[]]

const CLASSES = [
  ...['speech', 'denial', 'thought', 'seeming', 'hearsay', 'planned', 'proposed', 'demanded', 'threatened', 'refused', 'failed'],
  ...['cancelled', 'ended', 'begun', 'ongoing', 'doing', 'joining', 'hosting', 'mediating', 'happening', 'presupposing', 'causing'],
] as const as readonly [GovernorClass, ...GovernorClass[]]

const STATES = [
  ...['floated', 'proposed', 'under-negotiation', 'agreed-in-principle', 'announced', 'signed', 'ratified', 'in-force', 'suspended'],
  ...['expired', 'extended', 'replaced', 'rejected', 'collapsed', 'implemented'],
] as const

const words = z.array(z.string().min(1)).default([])
const kind = z.enum(KINDS)
const governorClass = z.enum(CLASSES)

const pattern = z.strictObject({
  id: z.string(),
  kind,
  plover: z.string().nullable(),
  mode: z.string().nullable().default(null),
  context: words,
  verbs: words,
  nouns: words,
  adjectives: words,
  object: words,
  notObject: words,
  subject: words,
  mutual: z.boolean().default(false),
  by: z.array(z.string()).default(['subj']),
  to: words,
  needs: words,
  told: z.enum(['planned', 'proposed', 'cancelled', 'ended', 'not-held']).nullable().default(null),
  governs: governorClass.nullable().default(null),
  case: z.string().nullable().default(null),
})

const governor = z.strictObject({id: z.string(), class: governorClass, verbs: words, nouns: words, adjectives: words})
const issue = z.strictObject({
  id: z.string(),
  parent: z.string().nullable().default(null),
  label: z.string(),
  words: z.array(z.string()).min(1),
})
const stance = z.strictObject({
  id: z.string(),
  stance: z.enum(STANCES).nullable(),
  verbs: words,
  nouns: words,
  adjectives: words,
  over: z.array(z.string()).default(['obj', 'clause']),
  holder: z.enum(['subject', 'speaker']).default('subject'),
  ofAgreement: z.boolean().default(false),
  known: z.boolean().default(false),
  negated: z.enum(STANCES).nullable().default(null),
})
const state = z.strictObject({
  id: z.string(),
  state: z.enum(STATES as unknown as [string, ...string[]]),
  verbs: words,
  of: z.array(z.string()).min(1),
})
const assessment = z.strictObject({direction: z.enum(['progress', 'none', 'mixed']), words: z.array(z.string()).min(1)})

const wordLists = z.strictObject({
  transparent: words.optional(),
  planned: words.optional(),
  proposed: words.optional(),
  held: words.optional(),
  ongoing: words.optional(),
  cancelled: words.optional(),
  unconfirmed: words.optional(),
  speculated: words.optional(),
  past: words.optional(),
  future: words.optional(),
  agreements: words.optional(),
  breaches: words.optional(),
  talks: words.optional(),
  at: words.optional(),
  conditions: words.optional(),
  force: words.optional(),
  captives: words.optional(),
  prisoners: words.optional(),
  mediators: words.optional(),
  people: words.optional(),
  phones: words.optional(),
  labour: words.optional(),
  press: words.optional(),
  projectiles: words.optional(),
  judging: words.optional(),
  deeds: words.optional(),
  discussing: words.optional(),
  offers: words.optional(),
  others: words.optional(),
  assertive: words.optional(),
  remarks: words.optional(),
  emptyNouns: words.optional(),
  appraising: words.optional(),
  allegations: words.optional(),
  harms: words.optional(),
  officials: words.optional(),
  verdicts: words.optional(),
  degrees: words.optional(),
  sweeping: words.optional(),
  approximate: words.optional(),
  weapons: z.record(z.string(), z.array(z.string())).optional(),
  forms: z.record(z.string(), z.string()).optional(),
  numbers: z.record(z.string(), z.number()).optional(),
  ordinals: z.record(z.string(), z.number()).optional(),
})

const file = z.strictObject({
  source: z.string(),
  /** The case that shows the patterns of the file, where a pattern names none of its own. */
  case: z.string().optional(),
  patterns: z.array(pattern).default([]),
  governors: z.array(governor).default([]),
  issues: z.array(issue).default([]),
  stances: z.array(stance).default([]),
  states: z.array(state).default([]),
  assessments: z.array(assessment).default([]),
  words: wordLists.default({}),
})

/** Throws PackError where a file does not fit. Other sections' files are left alone. */
export function readTalksPack(files: readonly PackFile[]): TalksPack {
  const read = files.filter(candidate => candidate.path.startsWith('talks/')).map(candidate => readPackFile(candidate, file))
  return {
    patterns: read.flatMap(each => each.patterns.map(one => ({...one, case: one.case ?? each.case ?? null}))),
    governors: read.flatMap(each => each.governors),
    issues: read.flatMap(each => each.issues),
    stances: read.flatMap(each => each.stances),
    states: read.flatMap(each => each.states) as TalksPack['states'],
    assessments: read.flatMap(each => each.assessments),
    words: mergeWords(read.map(each => each.words)),
  }
}

function mergeWords(lists: readonly z.infer<typeof wordLists>[]): TalksWords {
  const all = (name: Exclude<keyof TalksWords, 'ordinals' | 'numbers' | 'weapons' | 'forms'>): readonly string[] =>
    lists.flatMap(list => list[name] ?? [])
  return {
    transparent: all('transparent'),
    planned: all('planned'),
    proposed: all('proposed'),
    held: all('held'),
    ongoing: all('ongoing'),
    cancelled: all('cancelled'),
    unconfirmed: all('unconfirmed'),
    speculated: all('speculated'),
    past: all('past'),
    future: all('future'),
    agreements: all('agreements'),
    breaches: all('breaches'),
    talks: all('talks'),
    at: all('at'),
    conditions: all('conditions'),
    force: all('force'),
    captives: all('captives'),
    prisoners: all('prisoners'),
    mediators: all('mediators'),
    people: all('people'),
    phones: all('phones'),
    labour: all('labour'),
    press: all('press'),
    projectiles: all('projectiles'),
    judging: all('judging'),
    deeds: all('deeds'),
    discussing: all('discussing'),
    offers: all('offers'),
    others: all('others'),
    assertive: all('assertive'),
    remarks: all('remarks'),
    emptyNouns: all('emptyNouns'),
    appraising: all('appraising'),
    allegations: all('allegations'),
    harms: all('harms'),
    officials: all('officials'),
    verdicts: all('verdicts'),
    degrees: all('degrees'),
    sweeping: all('sweeping'),
    approximate: all('approximate'),
    weapons: Object.assign({}, ...lists.map(list => list.weapons ?? {})) as TalksWords['weapons'],
    forms: Object.assign({}, ...lists.map(list => list.forms ?? {})) as Record<string, string>,
    numbers: Object.assign({}, ...lists.map(list => list.numbers ?? {})) as Record<string, number>,
    ordinals: Object.assign({}, ...lists.map(list => list.ordinals ?? {})) as Record<string, number>,
  }
}
