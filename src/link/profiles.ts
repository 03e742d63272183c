// The profiles of all documents of one record and the weights that hold between them: made once, used by derivations and stories.
import type {LinkPack} from '../model/pack-links.ts'
import type {Span} from '../model/span.ts'
import {type Alignable, alignable} from '../text/similarity-alignment.ts'
import {fingerprintsOf, gramSet, gramsOf} from '../text/similarity-grams.ts'
import {type Profile, profileOf, weightOf} from '../text/similarity-keys.ts'

/** What a comparison of texts needs of a document. */
export interface Comparable {
  readonly id: string
  readonly text: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly sentences: readonly Span[]
}

export interface Profiled {
  readonly profile: Profile
  readonly grams: Int32Array
  readonly gramSet: Int32Array
  readonly fingerprints: Int32Array
  /** Names and numbers of the text in order. */
  readonly marks: readonly number[]
  readonly alignable: Alignable
}

export interface Profiles {
  readonly of: readonly Profiled[]
  /** Documents that hold a key. */
  readonly texts: ReadonlyMap<number, number>
  /** Inverse document frequency of a key, over these documents and the list of common words. */
  readonly weight: (key: number) => number
}

export function profileDocuments(documents: readonly Comparable[], pack: LinkPack): Profiles {
  const read = documents.map(document => profileOf(document.text, document.sentences, pack.words))
  const texts = new Map<number, number>()
  const commonness = new Map<number, number>()
  for (const profile of read) {
    for (let i = 0; i < profile.keys.length; i++) {
      const key = profile.keys[i]!
      texts.set(key, (texts.get(key) ?? 0) + 1)
      if (profile.commonness[i]! > 0) commonness.set(key, profile.commonness[i]!)
    }
  }
  const weights = new Map<number, number>()
  for (const [key, n] of texts) weights.set(key, weightOf(commonness.get(key) ?? 0, n, documents.length))
  const weight = (key: number) => weights.get(key) ?? 0
  return {of: read.map(profile => withGrams(profile, weight)), texts, weight}
}

function withGrams(profile: Profile, weight: (key: number) => number): Profiled {
  const grams = gramsOf(profile.words)
  return {
    profile,
    grams,
    gramSet: gramSet(grams),
    fingerprints: fingerprintsOf(grams),
    marks: profile.sentences.flatMap(sentence => [...sentence.marks]),
    alignable: alignable(profile.sentences, weight),
  }
}
