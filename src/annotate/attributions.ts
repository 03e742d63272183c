// Finds who said what through whom: source, cue, content, nesting and the chain to the page. Method: cues of the lexicon read over the
// dependency tree, quotation marks read beside it (PARC and PolNeAR's source, cue and content; chains by the rules R1 to R8).
import type {Attribution} from '../model/attribution.ts'
import type {With} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'
import type {Span} from '../model/span.ts'
import {makeChains} from './attributions/chains/chain.ts'
import type {ChainScene, Spoke} from './attributions/chains/links.ts'
import type {Draft, Source} from './attributions/draft.ts'
import {gatherDrafts} from './attributions/gather.ts'
import {lexiconOf} from './attributions/lexicon.ts'
import {nestAttributions} from './attributions/nesting.ts'
import {type Scene, setScene, spanOf} from './attributions/scene.ts'
import {namedBy} from './attributions/source.ts'
import {findSpeakers, type Speakers, speakerOf} from './attributions/speakers.ts'

/** Attributions in order of their first content. Never throws; linear in the text for all but crossing contents. */
export function findAttributions(
  document: With<'sentences' | 'tokens' | 'mentions' | 'somebodies' | 'times'>,
  packs: Packs,
): readonly Attribution[] {
  const scene = setScene(document, lexiconOf(packs.cues))
  const drafts = gatherDrafts(scene)
  const speakers = findSpeakers(scene, document)
  const nestedIn = nestAttributions(drafts)
  const spokes = placeSpeakers(scene, speakers, document, drafts, nestedIn)
  const chain: ChainScene = {scene, document, speakers}
  const chains = makeChains(chain, spokes, document.publisher)
  return drafts.map((draft, index) => ({
    kind: kindOf(scene, draft.content),
    source: draft.source === null ? [] : [wordsOfSource(scene, draft.source)],
    cue: draft.cue,
    content: draft.content,
    speaker: spokes[index]!.speaker,
    addressee: isRecorder(chains[index]!, spokes[index]!.hearer) ? null : spokes[index]!.hearer,
    act: draft.act,
    polarity: draft.polarity,
    nestedIn: nestedIn[index]!,
    chain: chains[index]!,
    time: timeOf(scene, document.times, draft),
    rule: draft.rule,
    unclosed: draft.unclosed,
  }))
}

function wordsOfSource(scene: Scene, source: Source): Span {
  const {first, last} = namedBy(scene, source)
  return spanOf(scene, first, last)
}

const isRecorder = (chain: Attribution['chain'], hearer: number | null): boolean =>
  hearer !== null && chain.some(link => link.role === 'recorder' && link.agent === hearer)

/** Speakers through the mentions; a bare quotation takes the speaker before it (R4). */
function placeSpeakers(
  scene: Scene,
  speakers: Speakers,
  document: With<'mentions' | 'somebodies'>,
  drafts: readonly Draft[],
  nestedIn: readonly (number | null)[],
): Spoke[] {
  let before: number | null = null
  const placed: Spoke[] = []
  for (const [index, draft] of drafts.entries()) {
    const named = draft.source === null ? null : speakerOf(scene, speakers, document, draft.source)
    const outer = nestedIn[index] ?? null
    const isFirstPerson = outer !== null && draft.source !== null && FIRST_PERSON.has(scene.word(draft.source.head))
    const speaker: number | null = draft.rule === 'direct/orphan' ? before : isFirstPerson ? (placed[outer]?.speaker ?? null) : named
    if (nestedIn[index] === null && speaker !== null && draft.class !== 'stance' && draft.class !== 'thought') before = speaker
    placed.push({
      draft,
      speaker,
      hearer: draft.hearer < 0 ? null : (speakers.mentionAt(draft.hearer)?.entity ?? null),
      nestedIn: nestedIn[index] ?? null,
      paragraph: paragraphOf(scene, draft),
    })
  }
  return placed
}

// "I" inside a quotation is whoever is quoted; "we" may be many, so it stays as written.
const FIRST_PERSON = new Set(['i', 'me', 'my'])

/** When it was said: the time expression beside the verb ("said on Friday"), outside what was said and outside the speaker's name. */
function timeOf(scene: Scene, times: With<'times'>['times'], {token, content, source}: Draft): string | null {
  if (token < 0) return null
  const {tokens} = scene
  const outside = (i: number): boolean =>
    !content.some(span => tokens.start[i]! >= span.start && tokens.start[i]! < span.end) &&
    !(source && i >= source.first && i <= source.last)
  for (let child = tokens.firstChild[token]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (scene.timed[child] === 0 || !outside(child)) continue
    const time = timeAt(times, tokens.start[child]!)
    if (time !== null) return time
  }
  // Whatever the tree says: a time right behind the verb ("said Friday", "said on 2 April 2031:") is the time of the saying.
  for (let i = token + 1; i <= token + 2 && i < tokens.length && tokens.sentence[i] === tokens.sentence[token]; i++)
    if (scene.timed[i] === 1 && outside(i)) return timeAt(times, tokens.start[i]!)
  return null
}

function timeAt(times: With<'times'>['times'], offset: number): string | null {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const time = times[low]
  return time && time.start <= offset ? time.value : null
}

function paragraphOf(scene: Scene, draft: Draft): number {
  const token = draft.token >= 0 ? draft.token : (draft.source?.head ?? firstTokenOf(scene, draft.content[0]!))
  const sentence = scene.tokens.sentence[token]
  return sentence === undefined ? 0 : scene.sentences[sentence]!.paragraph
}

function firstTokenOf({tokens}: Scene, span: Span): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.end[middle]! <= span.start) low = middle + 1
    else high = middle
  }
  return Math.min(low, tokens.length - 1)
}

// As PolNeAR counts: nine words in ten between quotation marks are direct speech.
const DIRECT_SHARE = 0.9

function kindOf(scene: Scene, content: readonly Span[]): Attribution['kind'] {
  let words = 0
  let quoted = 0
  for (const span of content)
    for (let i = firstTokenOf(scene, span); i < scene.tokens.length && scene.tokens.start[i]! < span.end; i++) {
      if (!/[\p{L}\p{N}]/u.test(scene.word(i))) continue
      words++
      if (scene.quoteOf[i]! >= 0) quoted++
    }
  return quoted === 0 ? 'indirect' : quoted >= words * DIRECT_SHARE ? 'direct' : 'mixed'
}
