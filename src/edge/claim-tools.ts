// What the check of a draft needs of this installation: the engine, the number words and the verbs of speech of the packs.
import type {Reader} from '../annotate/annotate.ts'
import type {ClaimTools} from '../brief/claim.ts'

/** Acts whose verb makes the words somebody's: without it they would be told as fact. */
const SPEECH: ReadonlySet<string> = new Set(['say', 'report', 'claim', 'deny'])

export function claimTools({engine, packs}: Reader): ClaimTools {
  const cues = Object.entries(packs.cues.verbs).flatMap(([lemma, entries]) =>
    entries.some(cue => SPEECH.has(cue.act) && cue.class === 'speech' && cue.particle === null && !cue.loose) ? [lemma] : [],
  )
  const {numbers, degrees, sweeping, approximate, unconfirmed, speculated} = packs.talks.words
  return {
    analyze: text => engine.analyze(text),
    words: {
      ...{numbers, cues: new Set(cues), degrees: new Set([...degrees, ...sweeping]), sweeping: new Set(sweeping)},
      hedges: new Set([...unconfirmed, ...speculated, ...approximate]),
    },
  }
}
