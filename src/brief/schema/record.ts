// The record as a schema: what RECORD.md promises, checked against the types of src/model/record.ts by the compiler.
import {z} from 'zod'
import type {RecordFile} from '../../model/record.ts'

const id = z.string().min(1)
const ids = z.array(id)
const words = z.string().nullable()
/** EDTF: a date, a date-time, an interval, with marks of doubt; a year may be open. */
const edtf = z
  .string()
  .regex(/^(?:\.\.|[-\dXT:+Z?~%]+)(?:\/(?:\.\.|[-\dXT:+Z?~%]*))?$/)
  .nullable()
const offset = z.int().min(0)

export const citation = z.object({document: id, start: offset, end: offset, quote: z.string()})
const citations = z.array(citation)
const pairs = z.array(z.tuple([citation, citation]))

const assertion = z.enum(['narrated', 'attributed', 'quoted', 'denied', 'unconfirmed', 'speculated', 'unclear'])
export const act = z.enum([
  ...['say', 'report', 'claim', 'deny', 'demand', 'offer', 'accept', 'reject', 'agree', 'threaten', 'want'],
  ...['believe', 'expect', 'decree', 'describe', 'show', 'decline'],
] as const)
export const eventKind = z.enum([
  ...['meeting', 'call', 'visit', 'round', 'statement', 'proposal', 'demand', 'rejection', 'concession', 'agreement', 'signing', 'release'],
  ...['exchange', 'ceasefire', 'withdrawal', 'aid', 'sanction', 'threat', 'accusation', 'violation', 'attack', 'mobilization', 'protest'],
  ...['gesture', 'other'],
] as const)
export const status = z.enum([
  ...['held', 'ongoing', 'planned', 'proposed', 'conditional', 'threatened', 'not-held', 'cancelled', 'ended', 'unknown'],
] as const)
export const stance = z.enum([
  ...['demands', 'offers', 'accepts', 'accepts-if', 'open-to', 'rejects', 'opposes', 'supports', 'concedes', 'withdraws', 'threatens'],
  ...['refuses-to-discuss', 'unclear'],
] as const)
export const state = z.enum([
  ...[
    'floated',
    'proposed',
    'under-negotiation',
    'agreed-in-principle',
    'announced',
    'signed',
    'ratified',
    'in-force',
    'suspended',
    'expired',
  ],
  ...['extended', 'replaced', 'rejected', 'collapsed', 'implemented'],
] as const)
export const entityType = z.enum(['person', 'organization', 'public-body', 'outlet', 'country', 'place', 'group'])
export const level = z.enum(['name', 'nominal', 'pronoun'])
export const timeType = z.enum(['date', 'time', 'duration', 'set'])
export const attributionKind = z.enum(['direct', 'indirect', 'mixed'])
export const polarity = z.enum(['positive', 'negated', 'conditional'])
export const linkRole = z.enum(['speaker', 'recorder', 'relay', 'page'])
export const linkStatus = z.enum(['explicit', 'inferred', 'unnamed'])
export const direction = z.enum(['progress', 'none', 'mixed'])
export const breachVoice = z.enum(['own', 'alleged', 'unclear'])
export const account = z.enum(['own', 'same-side', 'other-side', 'third-party', 'reporter'])
export const plover = z.object({type: z.string(), mode: z.string().nullable(), context: z.array(z.string())}).nullable()
const review = z.enum(['firm', 'check', 'confirmed'])
/** At least, at most. */
const range = z.tuple([offset, offset]).refine(([low, high]) => low <= high, 'at least must not exceed at most')

const support = z.object({
  claims: z.array(z.object({id, citation, attribution: id.nullable(), rule: z.string(), assertion})),
  documents: offset,
  sides: z.array(z.string()),
  origins: ids,
  said: range,
  known: range,
})

const document = z.object({
  ...{id, file: words, uri: words, title: words, publisher: words, byline: z.array(z.string())},
  ...{published: edtf, publishedFrom: z.enum(['given', 'metadata', 'dateline', 'address', 'text']).nullable()},
  ...{modified: edtf, retrieved: edtf, versionOf: id.nullable()},
  genre: z.enum([
    ...['report', 'wire', 'transcript', 'readout', 'statement', 'agreement-text', 'analysis', 'opinion', 'live-blog', 'aggregate', 'other'],
  ] as const),
  ...{handling: z.enum(['public', 'internal']), language: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), text: words},
  flags: z.array(
    z.object({
      kind: z.enum([
        ...['machine-paraphrase', 'machine-translation', 'aggregate', 'template', 'truncated', 'no-attribution', 'syndicated'],
        ...['opinion', 'live-blog', 'correction', 'withdrawn'],
      ] as const),
      score: z.number(),
      because: citations,
    }),
  ),
})

const role = z.object({
  ...{kind: z.enum(['office', 'description']), title: z.string(), of: id.nullable(), from: edtf, to: edtf, citations},
})
const entity = z.object({
  ...{id, type: entityType, name: z.string(), aliases: z.array(z.string()), country: z.string().length(2).nullable()},
  claims: z.array(z.object({party: z.string(), since: edtf, citation: citation.nullable()})),
  ...{roles: z.array(role), actsFor: id.nullable(), mentions: z.array(citation.extend({level}))},
  at: z.tuple([z.number(), z.number()]).nullable(),
  within: id.nullable(),
  outlet: z.object({wire: z.boolean(), state: z.boolean().nullable(), family: words}).nullable(),
})

const link = z.object({
  ...{agent: id.nullable(), name: z.string(), role: linkRole, status: linkStatus, rule: words, evidence: citations},
})
const attribution = z.object({
  ...{id, kind: attributionKind, source: citation.nullable(), cue: citation.nullable(), content: citations, speaker: id.nullable()},
  ...{addressee: id.nullable(), act, polarity, nestedIn: id.nullable(), chain: z.array(link), time: edtf},
})

const event = z.object({
  ...{id, kind: eventKind, plover, label: z.string(), status, background: z.boolean(), actors: ids, recipients: ids, host: id.nullable()},
  ...{mediators: ids, place: id.nullable(), time: edtf, issues: z.array(z.string()), ordinal: z.int().nullable()},
  ...{condition: citation.nullable(), inResponseTo: id.nullable(), support},
  ...{history: z.array(z.object({status: z.string(), time: edtf, support})), rule: z.string(), review},
})

const position = z.object({
  ...{id, holder: id, issue: z.string(), stance, voice: id.nullable(), account, condition: citation.nullable(), toward: id.nullable()},
  ...{content: z.string(), time: edtf, support, rule: z.string(), review},
})

const agreement = z.object({
  ...{id, label: z.string(), parties: ids, issues: z.array(z.string()), term: z.string().startsWith('P').nullable(), state},
  history: z.array(z.object({state, time: edtf, support})),
  violations: z.array(z.object({by: ids, voice: breachVoice, allegedBy: ids, deniedBy: ids, time: edtf, support})),
  follows: id.nullable(),
  clauses: z.array(
    z.object({
      ...{content: z.string(), obligor: ids, issue: words, due: edtf, support},
      implementation: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal('not-due')]).nullable(),
    }),
  ),
  ...{rule: z.string(), review},
})

const judgement = z.object({
  ...{id, by: z.enum(['machine', 'person']), who: words, at: words},
  kind: z.enum(['same', 'different', 'confirm', 'dismiss', 'set', 'add', 'undo']),
  ...{of: ids, field: words, value: words, verdict: z.enum(['applied', 'possible', 'cut']), reason: words, rule: words},
  ...{score: z.number().nullable(), because: citations},
})

const derivation = z.object({
  ...{of: id, from: id, kind: z.enum(['copy', 'rewrite', 'partial', 'translation', 'credit', 'shared'])},
  ...{direction: z.enum(['known', 'likely', 'unknown']), score: z.number(), because: pairs},
})
const origin = z.object({
  ...{id, kind: z.enum(['utterance', 'reporting', 'document', 'footage', 'unresolved']), entity: id.nullable(), documents: ids},
  ...{because: citations, merged: z.array(z.object({origin: z.string(), reason: z.string(), rule: z.string()}))},
})
const drift = z.enum([
  ...[
    'identical',
    'repunctuated',
    'truncated',
    'elided-splice',
    'silent-correction',
    'word-substitution',
    'back-translated',
    'meaning-changed',
  ],
] as const)
const utterance = z.object({
  ...{id, speaker: id.nullable(), attributions: ids, reference: citation.nullable()},
  pairs: z.array(z.object({a: id, b: id, drift, because: pairs})),
})
const contradiction = z.object({
  ...{id, kind: z.enum(['number', 'date', 'place', 'participant', 'outcome', 'polarity', 'wording', 'identity']), about: id},
  ...{sides: z.array(z.object({value: z.string(), citations})), explanation: words},
})
const talks = z.object({
  ...{id, label: z.string(), stories: ids, parties: ids, issues: z.array(z.string()), from: edtf, to: edtf},
  delegations: z.array(z.object({party: id, lead: ids, members: ids, advisers: ids, from: edtf})),
})

export const recordSchema: z.ZodType<RecordFile> = z.object({
  schema: z.literal('parley/record@1'),
  made: z.object({version: z.string(), packs: z.array(z.string()), models: z.array(z.string())}),
  offsets: z.literal('code-points').optional(),
  ...{documents: z.array(document), entities: z.array(entity)},
  times: z.array(z.object({citation, type: timeType, value: edtf, timex: words, rule: z.string()})),
  ...{attributions: z.array(attribution), events: z.array(event), positions: z.array(position), agreements: z.array(agreement)},
  ...{derivations: z.array(derivation), origins: z.array(origin), utterances: z.array(utterance), contradictions: z.array(contradiction)},
  losses: z.array(z.object({claim: id, attributed: id, because: z.tuple([citation, citation])})),
  assessments: z.array(z.object({id, by: id.nullable(), about: id, words: citation, direction, time: edtf, support})),
  stories: z.array(z.object({id, label: z.string(), documents: ids, from: edtf, to: edtf, talks: id.nullable()})),
  ...{talks: z.array(talks), judgements: z.array(judgement)},
  notes: z.array(z.object({code: z.string(), message: z.string(), document: id.nullable(), at: citation.nullable()})),
})
