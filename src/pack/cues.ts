// Reads packs/cues/*.yaml: one lexicon of verbs, one of nouns, one of adjectives, the phrases and the carriers.
import {z} from 'zod'
import type {Act} from '../model/attribution.ts'
import type {Carriers, CuePack, VerbCue, WordCue} from '../model/pack-cues.ts'
import {type PackFile, readPackFile} from './check.ts'

const ACTS = [
  'say',
  'report',
  'claim',
  'deny',
  'demand',
  'offer',
  'accept',
  'reject',
  'agree',
  'threaten',
  'want',
  'believe',
  'expect',
  'decree',
  'describe',
  'show',
  'decline',
] as const satisfies readonly Act[]

const act = z.enum(ACTS)
const words = z.array(z.string().min(1))
const source = z.string().min(1)

const verbFile = z.strictObject({
  source,
  verbs: z.array(
    z.strictObject({
      act,
      class: z.enum(['speech', 'writing', 'thought', 'stance', 'show']),
      verbs: words,
      particle: z.string().optional(),
      takes: words,
      hearer: z.enum(['object', 'to']).optional(),
      loose: z.boolean().optional(),
      negative: z.boolean().optional(),
    }),
  ),
})
const nounFile = z.strictObject({
  source,
  nouns: z.array(z.strictObject({act, nouns: words, takes: words, negative: z.boolean().optional()})),
})
const adjectiveFile = z.strictObject({
  source,
  adjectives: z.array(z.strictObject({act, adjectives: words, takes: words, negative: z.boolean().optional()})),
})
const phraseFile = z.strictObject({
  source,
  beforeSource: z.array(z.strictObject({words: z.string().min(1), act})),
  unnamed: z.array(z.strictObject({adverbs: words, act})),
  possessed: z.array(z.strictObject({nouns: words, act})),
  raising: words,
  seeming: words,
  lightVerbs: words,
  aimingVerbs: words,
})
const carrierFile = z.strictObject({
  source,
  outletNouns: words,
  nameEndings: words,
  platforms: words,
  settings: words,
  footage: words,
  pictures: words,
  anonymousHearers: words,
  anonymousSources: words,
  anonymousReports: words,
  credits: words,
  creditVerbs: words,
})

const NO_CARRIERS: Carriers = {
  outletNouns: [],
  nameEndings: [],
  platforms: [],
  settings: [],
  footage: [],
  pictures: [],
  anonymousHearers: [],
  anonymousSources: [],
  anonymousReports: [],
  credits: [],
  creditVerbs: [],
}

/** Throws PackError where a file does not fit its schema. A file that is absent leaves its part empty. */
export function readCuesPack(files: readonly PackFile[]): CuePack {
  const verbs = new Map<string, VerbCue[]>()
  const nouns = new Map<string, WordCue[]>()
  const adjectives = new Map<string, WordCue[]>()
  let phrases: z.infer<typeof phraseFile> | null = null
  let carriers = NO_CARRIERS
  let entries = 0
  for (const file of files) {
    if (file.path === 'cues/verbs.yaml')
      for (const group of readPackFile(file, verbFile).verbs)
        for (const verb of group.verbs) {
          add(verbs, verb, {
            act: group.act,
            class: group.class,
            particle: group.particle ?? null,
            takes: group.takes,
            hearer: group.hearer ?? null,
            loose: group.loose ?? false,
            negative: group.negative ?? false,
          })
          entries++
        }
    if (file.path === 'cues/nouns.yaml')
      for (const group of readPackFile(file, nounFile).nouns)
        for (const noun of group.nouns) {
          add(nouns, noun, {act: group.act, takes: group.takes, negative: group.negative ?? false})
          entries++
        }
    if (file.path === 'cues/adjectives.yaml')
      for (const group of readPackFile(file, adjectiveFile).adjectives)
        for (const adjective of group.adjectives) {
          add(adjectives, adjective, {act: group.act, takes: group.takes, negative: group.negative ?? false})
          entries++
        }
    if (file.path === 'cues/phrases.yaml') phrases = readPackFile(file, phraseFile)
    if (file.path === 'cues/carriers.yaml') {
      const {source: _source, ...lists} = readPackFile(file, carrierFile)
      carriers = lists
    }
  }
  return {
    entries,
    verbs: Object.fromEntries(verbs),
    nouns: Object.fromEntries(nouns),
    adjectives: Object.fromEntries(adjectives),
    beforeSource: (phrases?.beforeSource ?? []).map(entry => ({words: entry.words.split(' '), act: entry.act})),
    unnamed: Object.fromEntries((phrases?.unnamed ?? []).flatMap(entry => entry.adverbs.map(adverb => [adverb, entry.act]))),
    possessed: Object.fromEntries((phrases?.possessed ?? []).flatMap(entry => entry.nouns.map(noun => [noun, entry.act]))),
    raising: phrases?.raising ?? [],
    seeming: phrases?.seeming ?? [],
    lightVerbs: phrases?.lightVerbs ?? [],
    aimingVerbs: phrases?.aimingVerbs ?? [],
    carriers,
  }
}

function add<Cue>(table: Map<string, Cue[]>, key: string, cue: Cue): void {
  const known = table.get(key)
  if (known) known.push(cue)
  else table.set(key, [cue])
}
