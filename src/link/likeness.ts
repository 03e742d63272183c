// How alike the sentences of two claims are, outside quotation marks: the same measure by which derivation aligns sentences.

import {saysTheSame} from '../text/similarity-alignment.ts'
import type {LinkedClaim} from './claims.ts'
import type {Profiles} from './profiles.ts'

export function likenessIn(profiles: Profiles): (a: LinkedClaim, b: LinkedClaim) => number {
  return (a, b) => {
    if (a.sentence < 0 || b.sentence < 0) return 0
    if (a.document === b.document && a.sentence === b.sentence) return 1
    const first = profiles.of[a.document]!.alignable.sentences[a.sentence]!
    const second = profiles.of[b.document]!.alignable.sentences[b.sentence]!
    if (first.norm === 0 || second.norm === 0) return 0
    let dot = 0
    let shared = 0
    for (let i = 0, j = 0; i < first.keys.length && j < second.keys.length; ) {
      if (first.keys[i]! === second.keys[j]!) {
        dot += first.weights[i]! ** 2
        shared++
        i++
        j++
      } else if (first.keys[i]! < second.keys[j]!) i++
      else j++
    }
    const score = dot / (first.norm * second.norm)
    return saysTheSame({score, shared}, 0) ? score : 0
  }
}
