// How the report puts a clause: in its own voice, attributed, quoted, denied, unconfirmed, guessed. `narrated` needs evidence that nothing reaches the clause.
import type {Assertion} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import {reachOf} from '../text/reach.ts'
import type {Scene} from './scene.ts'
import {standsWith} from './wording.ts'
import type {World} from './world.ts'

export interface Voice {
  readonly assertion: Assertion
  /** Index into Document.attributions, null where no attribution reaches the clause. */
  readonly attribution: number | null
}

export function voiceOf(scene: Scene, trigger: Span, world: World): Voice {
  const reach = reachOf(scene.document)
  const attribution = reach.attributionAt(trigger.start)
  const said = attribution === null ? null : scene.document.attributions[attribution]!
  const doubted = said !== null && said.act === 'deny' && said.polarity === 'positive'
  if (world.denied || doubted) return {assertion: 'denied', attribution}
  if (world.unconfirmed || (said !== null && said.source.length === 0 && said.kind !== 'direct'))
    return {assertion: 'unconfirmed', attribution}
  if (world.speculated || said?.act === 'believe' || said?.act === 'expect') return {assertion: 'speculated', attribution}
  if (said !== null) return {assertion: said.kind === 'direct' || reach.isQuoted(trigger.start) ? 'quoted' : 'attributed', attribution}
  if (world.speech >= 0) return {assertion: 'attributed', attribution: null}
  return {assertion: isFree(scene, trigger) ? 'narrated' : 'unclear', attribution: null}
}

/** Nothing reaches the clause: no quotation mark open, no attribution in the sentence that might, none carried over from the sentence before. */
function isFree(scene: Scene, trigger: Span): boolean {
  if (reachOf(scene.document).isQuoted(trigger.start)) return false
  const {document, tokens} = scene
  const index = sentenceAt(scene, trigger.start)
  const sentence = document.sentences[index]
  if (!sentence) return false
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    const tag = tokens.tags[tokens.xpos[token]!] ?? ''
    if (tag.startsWith('VB') && isSpeech(scene, token) && token !== tokenAtOffset(scene, trigger.start)) return false
  }
  const before = document.sentences[index - 1]
  // Carry-over: what follows an attributed sentence in one paragraph may still be the speaker's.
  return !(
    before &&
    before.paragraph === sentence.paragraph &&
    document.attributions.some(
      each =>
        (each.speaker !== null || each.kind === 'direct') &&
        each.content.some(span => span.start < before.end && span.end > before.start && span.end >= before.end - 2),
    )
  )
}

const isSpeech = (scene: Scene, token: number): boolean =>
  (scene.lexicon.governingVerbs.get(scene.lemmas[token]!) ?? []).some(
    each => (each.entry.class === 'speech' || each.entry.class === 'denial') && standsWith(scene, token, each),
  )

function sentenceAt(scene: Scene, offset: number): number {
  const {sentences} = scene.document
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const tokenAtOffset = (scene: Scene, offset: number): number => {
  let low = 0
  let high = scene.tokens.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (scene.tokens.start[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
