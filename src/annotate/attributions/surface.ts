// What the order of words tells where the tree fails: a frame between commas ("The talks, he said, would go on"), a clause behind its verb,
// the nominal beside a verb. Parsers err most on the very sentences that attribute something.
import {relationOf, uposOf} from '../../text/tree.ts'
import type {Source, TokenRange} from './draft.ts'
import {nominalBefore} from './nominal.ts'
import {baseOf, childOf, isPunctuation, type Scene, tagOf} from './scene.ts'

const FINITE_TAGS = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
// Circumstances between a cue and the comma after it ("he said on Friday in Mirvan,"): longer stretches were clauses.
const LONGEST_CIRCUMSTANCE = 9

export const isFiniteVerb = (scene: Scene, i: number): boolean => FINITE_TAGS.has(tagOf(scene, i))

/** A verb with tense, its own or its auxiliary's: "spoke", "has spoken", "would speak". */
export function hasTense(scene: Scene, i: number): boolean {
  if (isFiniteVerb(scene, i) || childOf(scene, i, 'aux') >= 0) return true
  // "critics, who want more, called for": taggers take a past tense for a participle; where the tree does not make it describe a noun, it is the verb.
  return tagOf(scene, i) === 'VBN' && !['amod', 'acl', 'advcl', 'xcomp', 'compound'].includes(relationOf(scene.tokens, i))
}

/** Whatever stands between the beginning of a sentence and its verb of speech, as long as it is short and holds no other verb with tense. */
export function openingBefore(scene: Scene, i: number): Source | null {
  const first = sentenceStart(scene, i)
  if (i === first || i - first > LONGEST_OPENING) return null
  for (let k = first; k < i; k++) if (isPunctuation(scene, k) || isFiniteVerb(scene, k)) return null
  return {first, last: i - 1, head: i - 1}
}

// "Republicans said": a name at the head of a sentence that the tagger took for another word.
const LONGEST_OPENING = 4

/** A frame of speaker and verb between commas, or after the comma that ends the sentence: the rest of the sentence is what was said. */
export function readParenthesis(scene: Scene, i: number, source: Source | null): readonly TokenRange[] | null {
  if (source === null) return null
  const {tokens} = scene
  const sentence = scene.sentences[tokens.sentence[i]!]!
  const before = source.first < i
  const first = before ? source.first : i
  let last = before ? i : source.last
  if (before && gapHasVerb(scene, source.last + 1, i - 1)) return null
  if (RELATIVE.has(scene.word(first))) return null
  const comma = first - 1
  if (comma <= sentence.firstToken || !isBreak(scene, comma) || scene.quoteOf[comma]! >= 0) return null
  // Circumstances after the verb, up to the closing comma or stop.
  let steps = 0
  while (last + 1 < sentence.endToken && !isPunctuation(scene, last + 1) && steps++ < LONGEST_CIRCUMSTANCE) {
    const upos = uposOf(tokens, last + 1)
    if (upos === 'VERB' || upos === 'SCONJ' || scene.word(last + 1) === 'that') return null
    last++
  }
  const closing = last + 1
  const atEnd = closing >= sentence.endToken - 1 || isStop(scene, closing)
  if (!atEnd && !isBreak(scene, closing)) return null
  if (!hasFinite(scene, sentence.firstToken, comma - 1) && atEnd) return null
  // "When the funds were cut, Kalvia said enough": what stands before is a circumstance of the saying.
  if (atEnd && opensSubordinate(scene, sentence.firstToken)) return null
  // "As the phone rang, she said, “…”": the frame introduces the quotation behind it.
  if (closing + 1 < scene.tokens.length && scene.quoteOf[closing + 1]! >= 0) return null
  const ranges: TokenRange[] = [{first: sentence.firstToken, last: comma - 1}]
  if (!atEnd) {
    const next = closing + 1
    // ", he said, adding …": the participle has a content of its own.
    if (next < sentence.endToken && tagOf(scene, next) === 'VBG' && scene.lexicon.verbs.has(baseOf(scene, next))) {
      if (!hasFinite(scene, sentence.firstToken, comma - 1)) return null
    } else if (next < sentence.endToken) ranges.push({first: next, last: sentence.endToken - 1})
    if (!hasFinite(scene, sentence.firstToken, comma - 1) && !hasFinite(scene, next, sentence.endToken - 1)) return null
  }
  return ranges
}

const RELATIVE = new Set(['which', 'who', 'that', 'whom', 'what'])

function opensSubordinate(scene: Scene, first: number): boolean {
  const {tokens} = scene
  const at = uposOf(tokens, first) === 'CCONJ' ? first + 1 : first
  return uposOf(tokens, at) === 'SCONJ' || SUBORDINATING.has(scene.word(at))
}

const SUBORDINATING = new Set([
  'when',
  'if',
  'although',
  'though',
  'while',
  'because',
  'since',
  'after',
  'before',
  'as',
  'even',
  'despite',
  'unless',
])

const isBreak = (scene: Scene, i: number): boolean => [',', '--', '—', '–', '-'].includes(scene.word(i))
const isStop = (scene: Scene, i: number): boolean => ['.', '!', '?', ';', ':', '…'].includes(scene.word(i))

function gapHasVerb(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (uposOf(scene.tokens, i) === 'VERB') return true
  return false
}

export function hasFinite(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (isFiniteVerb(scene, i)) return true
  return false
}

/** A clause behind its verb that the tree did not attach as one: after "that", or a nominal with a finite verb of its own. */
export function readClauseBehind(scene: Scene, i: number): TokenRange | null {
  const {tokens} = scene
  const sentence = scene.sentences[tokens.sentence[i]!]!
  const end = clauseEnd(scene, i, endOfQuotation(scene, i, sentence.endToken))
  for (let k = i + 1; k < end; k++) {
    if (scene.word(k) === 'that' && uposOf(tokens, k) !== 'DET' && hasFinite(scene, k + 1, end - 1)) {
      // "enacted rules that would cut": behind a noun and before a verb it is the noun's.
      if (k > i + 1 && ['NOUN', 'PROPN'].includes(uposOf(tokens, k - 1)) && isFiniteVerb(scene, k + 1)) return null
      return {first: k, last: end - 1}
    }
    if (isFiniteVerb(scene, k)) break
  }
  let first = i + 1
  while (first < end && ['ADV', 'PART'].includes(uposOf(tokens, first))) first++
  if (first >= end || (isPunctuation(scene, first) && scene.quoteOf[first]! < 0)) return null
  if (['ADP', 'CCONJ'].includes(uposOf(tokens, first)) || !hasMainVerb(scene, first, end - 1)) return null
  return {first, last: end - 1}
}

/** "maintained a policy of turning away boats, which others criticised": a verb behind a relative pronoun makes no clause of the words before it. */
function hasMainVerb(scene: Scene, first: number, last: number): boolean {
  let relative = 0
  for (let i = first; i <= last; i++) {
    if (i > first && RELATIVE.has(scene.word(i)) && scene.word(i) !== 'that') relative++
    else if (isFiniteVerb(scene, i) && relative-- === 0) return true
  }
  return false
}

/** Inside a quotation nothing behind its closing mark belongs to a clause of it. */
function endOfQuotation({quoteOf}: Scene, i: number, end: number): number {
  if (quoteOf[i]! < 0) return end
  let last = i
  while (last + 1 < end && quoteOf[last + 1] === quoteOf[i]) last++
  return last + 1
}

/** A clause ends with its sentence, or where a second report of the same tense is joined to it ("…, and he warned"). */
function clauseEnd(scene: Scene, i: number, end: number): number {
  return cutAtSecondReport(scene, i, {first: i + 1, last: end - 1}).last + 1
}

/**
 * Cuts what belongs to the speaker's next verb, not to the content: ", arguing that …", ", and warned …", ", but he said …". The next verb is a
 * cue of speech; joined by a conjunction it stands in the tense of the first, as a participle after a comma it shares its subject.
 */
export function cutAtSecondReport(scene: Scene, cue: number, range: TokenRange): TokenRange {
  const {tokens} = scene
  const tag = tagOf(scene, cue)
  for (let i = Math.max(range.first, cue) + 1; i <= range.last; i++) {
    if (uposOf(tokens, i) !== 'VERB' || scene.quoteOf[i]! >= 0 || !isReport(scene, i)) continue
    const own = tagOf(scene, i)
    if (own === 'VBG' && i - 1 > range.first && (scene.word(i - 1) === ',' || scene.quoteOf[i - 1]! >= 0))
      return {first: range.first, last: scene.word(i - 1) === ',' ? i - 2 : i - 1}
    if (!isFiniteVerb(scene, i)) continue
    let first = i
    while (first > range.first && uposOf(tokens, first - 1) === 'ADV') first--
    const subject = nominalBefore(scene, i)
    if (subject && subject.first > range.first) first = subject.first
    const conjunction = first - 1
    if (conjunction <= range.first || !JOINING.has(scene.word(conjunction))) continue
    // "have not said why, but the envoy says …": in another tense only behind a comma and with a speaker of its own
    if (
      own !== tag &&
      (subject === null || subject.first !== first || scene.word(conjunction - 1) !== ',' || uposOf(tokens, subject.head) === 'PRON')
    )
      continue
    return {first: range.first, last: scene.word(conjunction - 1) === ',' ? conjunction - 2 : conjunction - 1}
  }
  return range
}

/** "wants to cut its troops and calls for security": a finite verb joined to an infinitive or a noun goes on from the cue, in its tense. */
export function cutAtNextVerb(scene: Scene, cue: number, range: TokenRange): TokenRange {
  if (!hasTense(scene, cue)) return range
  const tag = tagOf(scene, cue)
  for (let i = Math.max(range.first, cue) + 1; i < range.last; i++) {
    // "played the meeting down, telling reporters …": a report as a participle is the speaker's next.
    if (tagOf(scene, i) === 'VBG' && i - 1 > range.first && scene.word(i - 1) === ',' && isReport(scene, i))
      return {first: range.first, last: i - 2}
    if (uposOf(scene.tokens, i) !== 'CCONJ' || scene.quoteOf[i]! >= 0) continue
    let next = i + 1
    while (next < range.last && uposOf(scene.tokens, next) === 'ADV') next++
    if (!['VERB', 'AUX'].includes(uposOf(scene.tokens, next)) || tagOf(scene, next) !== tag) continue
    return {first: range.first, last: scene.word(i - 1) === ',' ? i - 2 : i - 1}
  }
  return range
}

const JOINING = new Set(['and', 'but', 'while', 'though', 'although'])

/** A verb of speech that takes a clause. */
export const isReport = (scene: Scene, i: number): boolean =>
  scene.lexicon.verbs.get(baseOf(scene, i))?.some(cue => cue.class === 'speech' && cue.takes.includes('that')) ?? false

const sentenceStart = ({sentences, tokens}: Scene, i: number): number => sentences[tokens.sentence[i]!]!.firstToken
