// Reads packs/page: how pages, feeds and texts mark what is not the article, and what an article is.
import {z} from 'zod'
import type {PagePack} from '../model/pack-page.ts'
import {type PackFile, readPackFile} from './check.ts'

const FLAG_KINDS = [
  'machine-paraphrase',
  'machine-translation',
  'aggregate',
  'template',
  'truncated',
  'no-attribution',
  'syndicated',
  'opinion',
  'live-blog',
  'correction',
  'withdrawn',
] as const // prettier-ignore
const GENRES = [
  'report',
  'wire',
  'transcript',
  'readout',
  'statement',
  'agreement-text',
  'analysis',
  'opinion',
  'live-blog',
  'aggregate',
  'other',
] as const

const words = z.array(
  z
    .string()
    .min(1)
    .transform(word => word.toLowerCase()),
)

const schema = z.strictObject({
  source: z.string(),
  flags: z
    .array(
      z.strictObject({
        kind: z.enum(FLAG_KINDS),
        where: z.enum(['text', 'line', 'heading']),
        atLeast: z.number().int().default(1),
        score: z.number(),
        words,
      }),
    )
    .default([]),
  genres: z
    .array(z.strictObject({genre: z.enum(GENRES), where: z.enum(['opening', 'lines']), atLeast: z.number().int().default(1), words}))
    .default([]),
  reporting: words.default([]),
  credits: z.strictObject({lines: words}).optional(),
  bylines: z.strictObject({leads: words, nobody: words}).optional(),
  dates: z.strictObject({months: z.array(words).length(12), labels: words, others: words, classes: words}).optional(),
  html: z
    .strictObject({
      content: z.array(words),
      prune: words,
      surePrune: words,
      comments: words,
      leads: words,
      stampWords: words,
      stampLabels: words,
      contributions: words,
      notices: words,
      pictureCredits: words,
      pictureAgencies: words,
      lineStarts: words,
      lineHolds: words,
      wholeLines: words,
    })
    .optional(),
})

/** Throws PackError where a file does not fit. */
export function readPagePack(files: readonly PackFile[]): PagePack {
  const read = files.filter(file => file.path.startsWith('page/')).map(file => readPackFile(file, schema))
  return {
    flags: read.flatMap(file => file.flags),
    genres: read.flatMap(file => file.genres),
    reporting: read.flatMap(file => file.reporting),
    bylines: {leads: read.flatMap(file => file.bylines?.leads ?? []), nobody: read.flatMap(file => file.bylines?.nobody ?? [])},
    dates: read.find(file => file.dates)?.dates ?? {months: [], labels: [], others: [], classes: []},
    html: {
      content: read.flatMap(file => file.html?.content ?? []),
      prune: read.flatMap(file => file.html?.prune ?? []),
      surePrune: read.flatMap(file => file.html?.surePrune ?? []),
      comments: read.flatMap(file => file.html?.comments ?? []),
      leads: read.flatMap(file => file.html?.leads ?? []),
      stampWords: read.flatMap(file => [
        ...(file.html?.stampWords ?? []),
        ...(file.html?.stampLabels ?? []),
        ...(file.dates?.months.flat() ?? []),
      ]),
      stampLabels: read.flatMap(file => file.html?.stampLabels ?? []),
      contributions: read.flatMap(file => file.html?.contributions ?? []),
      notices: read.flatMap(file => file.html?.notices ?? []),
      pictureCredits: read.flatMap(file => file.html?.pictureCredits ?? []),
      pictureAgencies: read.flatMap(file => file.html?.pictureAgencies ?? []),
      lineStarts: read.flatMap(file => file.html?.lineStarts ?? []),
      lineHolds: read.flatMap(file => file.html?.lineHolds ?? []),
      wholeLines: read.flatMap(file => file.html?.wholeLines ?? []),
    },
    credits: {lines: read.flatMap(file => file.credits?.lines ?? [])},
  }
}
