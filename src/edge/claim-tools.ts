// What the check of a draft needs of this installation: the engine, the number words and the verbs of speech of the packs.
import type {Reader} from '../annotate/annotate.ts'
import type {ClaimTools} from '../brief/claim.ts'

/** Acts whose verb makes the words somebody's: without it they would be told as fact. */
const SPEECH: ReadonlySet<string> = new Set(['say', 'report', 'claim', 'deny'])

export function claimTools({engine, packs}: Reader): ClaimTools {
  const cues = Object.entries(packs.cues.verbs).flatMap(([lemma, entries]) =>
    entries.some(cue => SPEECH.has(cue.act) && cue.class === 'speech' && cue.particle === null && !cue.loose) ? [lemma] : [],
  )
  return {analyze: text => engine.analyze(text), numbers: packs.talks.words.numbers, cues: new Set(cues)}
}
