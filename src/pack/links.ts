// Reads packs/links: common words, event kinds that name one doing.
import {z} from 'zod'
import type {LinkPack} from '../model/pack-links.ts'
import {type PackFile, readPackFile} from './check.ts'

const wordsSchema = z.strictObject({source: z.string(), words: z.record(z.string().regex(/^\d+$/), z.string())})
const eventsSchema = z.strictObject({source: z.string(), groups: z.record(z.string(), z.string())})
const figuresSchema = z.strictObject({
  source: z.string(),
  rounding: z.string(),
  advisers: z.string(),
  people: z.string(),
  numbers: z.string(),
  former: z.string(),
  agreements: z.string(),
  translated: z.string(),
})

/** Throws PackError where a file does not fit its schema. */
export function readLinkPack(files: readonly PackFile[]): LinkPack {
  const words: Record<string, number> = {}
  const kindGroups: Record<string, string> = {}
  let figures = {rounding: '', advisers: '', people: '', numbers: '', former: '', agreements: '', translated: ''}
  for (const file of files) {
    if (file.path === 'links/words.yaml')
      for (const [share, stems] of Object.entries(readPackFile(file, wordsSchema).words))
        for (const stem of stems.split(' ')) words[stem] = Number(share)
    if (file.path === 'links/events.yaml')
      for (const [group, kinds] of Object.entries(readPackFile(file, eventsSchema).groups))
        for (const kind of kinds.split(' ')) kindGroups[kind] = group
    if (file.path === 'links/figures.yaml') figures = readPackFile(file, figuresSchema)
  }
  return {
    words,
    kindGroups,
    rounding: figures.rounding.split(' '),
    adviserTitles: figures.advisers.split(' '),
    people: figures.people.split(' '),
    smallNumbers: figures.numbers.split(' '),
    formerly: figures.former.split(' '),
    agreementWords: figures.agreements.split(' '),
    translated: figures.translated.split(' '),
  }
}
