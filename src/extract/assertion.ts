// How the report puts a clause: in its own voice, attributed, quoted, denied, unconfirmed, guessed. `narrated` needs evidence that nothing reaches the clause.
import type {Assertion} from '../model/claim.ts'
import type {Span} from '../model/span.ts'
import type {Scene} from './scene.ts'
import type {World} from './world.ts'

export interface Voice {
  readonly assertion: Assertion
  /** Index into Document.attributions, null where no attribution reaches the clause. */
  readonly attribution: number | null
}

export function voiceOf(scene: Scene, trigger: Span, world: World): Voice {
  const attribution = innermost(scene, trigger)
  const said = attribution === null ? null : scene.document.attributions[attribution]!
  const doubted = said !== null && said.act === 'deny' && said.polarity === 'positive'
  if (world.denied || doubted) return {assertion: 'denied', attribution}
  if (world.unconfirmed || (said !== null && said.source.length === 0 && said.kind !== 'direct'))
    return {assertion: 'unconfirmed', attribution}
  if (world.speculated || said?.act === 'believe' || said?.act === 'expect') return {assertion: 'speculated', attribution}
  if (said !== null) return {assertion: said.kind === 'direct' || insideQuotes(scene, trigger) ? 'quoted' : 'attributed', attribution}
  if (world.speech >= 0) return {assertion: 'attributed', attribution: null}
  return {assertion: isFree(scene, trigger) ? 'narrated' : 'unclear', attribution: null}
}

/** The attribution with the shortest content that holds the trigger. */
function innermost(scene: Scene, trigger: Span): number | null {
  let best: number | null = null
  let length = Number.POSITIVE_INFINITY
  scene.document.attributions.forEach((attribution, index) => {
    for (const content of attribution.content)
      if (content.start <= trigger.start && trigger.end <= content.end && content.end - content.start < length) {
        best = index
        length = content.end - content.start
      }
  })
  return best
}

const OPENING = new Set(['“', '„', '«'])
const CLOSING = new Set(['”', '»'])

/** True where an odd quotation mark stands open before the trigger in its paragraph. */
function insideQuotes(scene: Scene, trigger: Span): boolean {
  const {text} = scene.document
  const from = text.lastIndexOf('\n', trigger.start) + 1
  let open = 0
  let straight = 0
  for (let i = from; i < trigger.start; i++) {
    const mark = text[i]!
    if (OPENING.has(mark)) open++
    else if (CLOSING.has(mark)) open = Math.max(0, open - 1)
    else if (mark === '"') straight++
  }
  return open > 0 || straight % 2 === 1
}

/** Nothing reaches the clause: no quotation mark open, no attribution in the sentence that might, none carried over from the sentence before. */
function isFree(scene: Scene, trigger: Span): boolean {
  if (insideQuotes(scene, trigger)) return false
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
    each => each.entry.class === 'speech' || each.entry.class === 'denial',
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
