// One line of `parley read --json` as a schema: a reading, or the error that stands in its place.
import {z} from 'zod'
import type {Reading, ReadingError} from '../../model/reading-file.ts'
import {UPOS} from '../../model/tokens.ts'
import {
  account,
  act,
  attributionKind,
  breachVoice,
  direction,
  entityType,
  eventKind,
  level,
  linkRole,
  linkStatus,
  plover,
  polarity,
  stance,
  state,
  status,
  timeType,
} from './record.ts'

const offset = z.int().min(0)
const stretch = z.tuple([offset, offset])
const number = offset.nullable()
const words = z.string().nullable()
const assertion = z.enum(['narrated', 'attributed', 'quoted', 'denied', 'unconfirmed', 'speculated', 'unclear'])
const told = {start: offset, end: offset, attribution: number, rule: z.string()}

const event = z.object({
  ...{kind: eventKind, plover, status, assertion, background: z.boolean(), actors: z.array(offset), recipients: z.array(offset)},
  ...{host: number, mediators: z.array(offset), place: number, time: words, issues: z.array(z.string()), ...told},
})
const position = z.object({
  ...{holder: offset, voice: number, account, issue: z.string(), stance, toward: number, content: stretch, time: words, ...told},
})
const agreement = z.object({
  ...{label: z.string(), parties: z.array(offset), state: state.nullable(), time: words, ...told},
  violation: z.object({by: z.array(offset), voice: breachVoice, allegedBy: z.array(offset), deniedBy: z.array(offset)}).nullable(),
})
const attribution = z.object({
  ...{kind: attributionKind, source: z.array(stretch), cue: stretch.nullable(), content: z.array(stretch), speaker: number},
  ...{addressee: number, act, polarity, nestedIn: number, time: words, rule: z.string()},
  chain: z.array(z.object({agent: number, name: z.string(), role: linkRole, status: linkStatus, rule: words, evidence: z.array(stretch)})),
})

export const readingSchema: z.ZodType<Reading> = z.object({
  schema: z.literal('parley/reading@1'),
  ...{id: z.string().min(1), file: words, uri: words, guid: words, publisher: words, byline: z.array(z.string()), modified: words},
  feed: z.object({title: words, link: words, language: words}).nullable(),
  ...{title: words, published: words, language: z.string()},
  text: z.string().optional(),
  sentences: z.array(stretch),
  tokens: z.array(z.tuple([offset, offset, z.enum(UPOS), z.string(), z.int().min(-1), z.string()])).optional(),
  mentions: z.array(
    z.object({start: offset, end: offset, type: z.union([entityType, z.literal('other')]), entity: offset, level, metonym: z.boolean()}),
  ),
  entities: z.array(z.object({name: z.string(), type: entityType, country: words, actsFor: number, unnamed: z.boolean()})),
  times: z.array(z.object({start: offset, end: offset, type: timeType, value: words, timex: words, rule: z.string()})),
  ...{attributions: z.array(attribution), events: z.array(event), positions: z.array(position), agreements: z.array(agreement)},
  assessments: z.array(z.object({by: number, words: stretch, direction, ...told})),
  notes: z.array(z.object({code: z.string(), message: z.string()})),
}) as z.ZodType<Reading>

export const readingErrorSchema: z.ZodType<ReadingError> = z.object({
  schema: z.literal('parley/reading@1'),
  ...{id: z.string(), file: words},
  error: z.object({code: z.string().regex(/^[a-z]+\/[a-z-]+$/), message: z.string().min(1)}),
})
