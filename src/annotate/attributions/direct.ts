// Direct speech: finds for each quotation the cue beside it. Works on the words between quotation marks, with the tree as second witness,
// since parsers err most around quotes.
import type {VerbCue} from '../../model/pack-cues.ts'
import type {Span} from '../../model/span.ts'
import {relationOf, uposOf} from '../../text/tree.ts'
import {cueSpan, hearerOf} from './cue.ts'
import type {Draft, Source} from './draft.ts'
import {fitsParticle} from './frames.ts'
import {nominalBefore} from './nominal.ts'
import {polarityOf} from './polarity.ts'
import {baseOf, childOf, isPunctuation, type Scene, spanOf, tagOf} from './scene.ts'
import {isPassive, nominalSource, sourceOfVerb} from './source.ts'

/** What is known about a quotation before anybody is asked who spoke it. */
export interface Spoken {
  readonly index: number
  /** Tokens of the quotation, marks included. */
  readonly first: number
  readonly last: number
  /** Words inside the marks. */
  readonly words: number
  /** It ends in a stop, a comma or another mark of a whole utterance. */
  readonly ended: boolean
  readonly capital: boolean
  readonly title: boolean
  /** A word of the reporter's stands right before it. */
  readonly inline: boolean
  /** It ends in a comma: a frame follows. */
  readonly comma: boolean
}

// A quotation of so many words that is no sentence may still be speech by itself; shorter ones are parts of the reporter's sentence.
const FRAGMENT_WORDS = 4
// "said X, the minister of Y who …": the cue stands near its quotation.
const FARTHEST_CUE = 24

/** The outermost quotations that tokens stand in. */
export function spokenQuotations(scene: Scene): Spoken[] {
  const {tokens, quotations, quoteOf} = scene
  const spoken: Spoken[] = []
  for (let i = 0; i < tokens.length; i++) {
    const index = quoteOf[i]!
    if (index < 0) continue
    let last = i
    while (last + 1 < tokens.length && quoteOf[last + 1] === index) last++
    let words = 0
    for (let k = i; k <= last; k++) if (!isPunctuation(scene, k)) words++
    const inner = scene.text.slice(quotations[index]!.inner.start, quotations[index]!.inner.end).trim()
    const after = scene.text[quotations[index]!.end] ?? ''
    if (words > 0)
      spoken.push({
        index,
        first: i,
        last,
        words,
        ended: /[.,!?…—–-]["'’)]?$/.test(inner) || after === ',',
        capital: /^[^\p{L}]*\p{Lu}/u.test(inner),
        comma: inner.endsWith(',') || after === ',',
        inline: /[\p{L}\p{N}]\s$/u.test(scene.text.slice(Math.max(0, quotations[index]!.start - 3), quotations[index]!.start)),
        title: isTitle(inner, scene.text.slice(Math.max(0, quotations[index]!.start - 3), quotations[index]!.start)),
      })
    i = last
  }
  return spoken
}

/** “Voice of the Valley,”: every long word with a capital, inside a sentence: a title, not speech. */
function isTitle(inner: string, before: string): boolean {
  if (/[!?]$/.test(inner) || !/[\p{L}\p{N}]\s$/u.test(before)) return false
  const words = inner.match(/[\p{L}’']+/gu) ?? []
  const long = words.filter(word => word.length > 4)
  return (
    words.length > 1 &&
    words.length <= (inner.endsWith('.') ? LONGEST_TITLE / 2 : LONGEST_TITLE) &&
    /^\p{Lu}/u.test(words[0]!) &&
    long.every(word => /^\p{Lu}/u.test(word))
  )
}

const LONGEST_TITLE = 10

/** Behind a stop a quotation begins a sentence of its own, also where the words around it were read as one. */
export const opensSentence = (scene: Scene, {first, capital}: Spoken): boolean =>
  scene.sentences[scene.tokens.sentence[first]!]!.firstToken === first || (capital && ['.', '!', '?'].includes(scene.word(first - 1)))

export const isFragment = (spoken: Spoken): boolean =>
  spoken.title ||
  (spoken.inline && spoken.words < FRAGMENT_WORDS && !spoken.comma) ||
  (!spoken.ended && (spoken.words < FRAGMENT_WORDS || !spoken.capital))

export interface Spoke {
  readonly spoken: Spoken
  readonly token: number
  readonly cue: VerbCue
  readonly side: 'before' | 'after'
}

/** The verb that introduces a quotation: after it, before it. */
export function cueOfQuotation(scene: Scene, spoken: Spoken): Spoke | null {
  const text = scene.text.slice(scene.quotations[spoken.index]!.inner.start, scene.quotations[spoken.index]!.inner.end).trimEnd()
  const openEnded = /[,?!—–-]["'’]?$/.test(text) || scene.text[scene.quotations[spoken.index]!.end] === ','
  // A full stop inside the marks ends the report: the cue, where there is one, stood before.
  const after = (): Spoke | null => (openEnded ? cueAfter(scene, spoken) : null)
  const before = (): Spoke | null => cueBefore(scene, spoken)
  // “a box labelled ‘medical problem,’ a doctor had typed”: a few words in lower case behind a participle are that one's.
  const isLabelled = spoken.inline && !spoken.capital && spoken.words < FRAGMENT_WORDS && uposOf(scene.tokens, spoken.first - 1) === 'VERB'
  return openEnded && !isLabelled ? (after() ?? before()) : (before() ?? after())
}

/** “…,” said X · “…,” X, the minister of Y, said · “…?” he asked. */
function cueAfter(scene: Scene, spoken: Spoken): Spoke | null {
  const {tokens} = scene
  const sentence = tokens.sentence[spoken.last]!
  const end = zoneEnd(scene, spoken.last + 1, sentence)
  let verbs = 0
  let opening = spoken.last + 1
  while (opening < end && isPunctuation(scene, opening)) opening++
  if (opening >= end || SUBORDINATING.has(scene.word(opening))) return null
  for (let i = opening; i < end && i <= spoken.last + FARTHEST_CUE; i++) {
    if (scene.quoteOf[i]! >= 0) break
    if (uposOf(tokens, i) !== 'VERB' && !isMistakenVerb(scene, i, opening)) continue
    const cue = quoteCue(scene, i)
    const relation = relationOf(tokens, i)
    if (cue && (tagOf(scene, i) !== 'VBG' || isPassive(scene, i)) && hasSpeaker(scene, i, spoken) && isFrame(scene, i, opening, spoken))
      return {spoken, token: i, cue, side: 'after'}
    // A relative clause or participle beside the speaker's name does not end the search; a main verb does.
    if (!['acl', 'amod', 'xcomp'].includes(relation) && ++verbs > 1) break
  }
  return null
}

/** “…?” a narrator in the film asks. · “…,” Maros sings to the crowd.: nothing but a name between the quotation and a word that ends like a verb. */
function isMistakenVerb(scene: Scene, i: number, opening: number): boolean {
  if (
    uposOf(scene.tokens, i) !== 'NOUN' ||
    i === opening ||
    !scene.lexicon.baseForms.has(scene.word(i)) ||
    scene.lexicon.nouns.has(scene.tokens.lemma(i))
  )
    return false
  const next = i + 1 < scene.tokens.length ? uposOf(scene.tokens, i + 1) : 'PUNCT'
  if (!['PUNCT', 'ADP', 'ADV', 'PRON', 'SCONJ'].includes(next)) return false
  for (let k = opening; k < i; k++) if (!NAMING.has(uposOf(scene.tokens, k))) return false
  return true
}

const NAMING = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'ADP'])

/** “Are we too small?” Vashenko demanded.: a sentence behind a closed one that begins with a common noun is the frame only if it says nothing else. */
function isFrame(scene: Scene, i: number, opening: number, spoken: Spoken): boolean {
  const {tokens} = scene
  if (tokens.sentence[opening] === tokens.sentence[spoken.last] || isNameOrPronoun(scene, opening)) return true
  const next = i + 1
  return next >= tokens.length || isPunctuation(scene, next) || scene.timed[next] === 1
}

const isNameOrPronoun = (scene: Scene, i: number): boolean =>
  ['PROPN', 'PRON'].includes(uposOf(scene.tokens, i)) || !/^\p{Lu}/u.test(scene.text[scene.tokens.start[i]!]!)

// “…,” when X said: what follows is another clause, not the frame of the quotation.
const SUBORDINATING = new Set([
  'when',
  'while',
  'after',
  'before',
  'because',
  'since',
  'if',
  'and',
  'but',
  'although',
  'though',
  'which',
  'who',
  'that',
])

/** Where the words outside quotation marks end: the sentence, or the next one too when the quotation ended its own. */
function zoneEnd(scene: Scene, from: number, sentence: number): number {
  const {sentences} = scene
  const own = sentences[sentence]!
  if (from < own.endToken) return own.endToken
  const next = sentences[sentence + 1]
  if (!next || next.paragraph !== own.paragraph) return from
  const first = next.firstToken
  const word = first < scene.tokens.length ? scene.text[scene.tokens.start[first]!]! : ''
  return word === word.toLowerCase() || ['PRON', 'PROPN', 'NOUN', 'DET', 'ADJ'].includes(uposOf(scene.tokens, first)) ? next.endToken : from
}

/** X said, “…” · X told reporters on Friday: “…” · X said that “…”. */
function cueBefore(scene: Scene, spoken: Spoken): Spoke | null {
  const {tokens, sentences} = scene
  const sentence = sentences[tokens.sentence[spoken.first]!]!
  let start = sentence.firstToken
  if (opensSentence(scene, spoken)) {
    // “X said:” may stand in a sentence or paragraph of its own.
    const previous = spoken.first - 1
    if (previous < 0 || scene.word(previous) !== ':') return null
    start = sentences[tokens.sentence[previous]!]!.firstToken
  }
  for (let i = spoken.first - 1; i >= start && i >= spoken.first - FARTHEST_CUE; i--) {
    if (scene.quoteOf[i]! >= 0 && scene.quoteOf[i] !== spoken.index) return null
    if (uposOf(tokens, i) !== 'VERB' && !isVerbOfLabel(scene, i, start)) continue
    const cue = quoteCue(scene, i)
    if (cue && nothingBetween(scene, i, spoken.first)) return {spoken, token: i, cue, side: 'before'}
    if (!['acl', 'amod', 'xcomp', 'advcl'].includes(relationOf(tokens, i))) return null
  }
  return null
}

/** "The Mirvan Times reports:": nothing but a name before what looks like a noun in the plural. */
function isVerbOfLabel(scene: Scene, i: number, start: number): boolean {
  if (scene.word(i + 1) !== ':' || tagOf(scene, i) !== 'NNS' || uposOf(scene.tokens, i - 1) !== 'PROPN' || i === start) return false
  return scene.lexicon.baseForms.has(scene.word(i)) && !hasVerb(scene, start, i - 1)
}

/** Between cue and quotation only hearers, circumstances, "that" and punctuation may stand; no other finite verb. */
function nothingBetween(scene: Scene, cue: number, first: number): boolean {
  for (let i = cue + 1; i < first; i++)
    if (uposOf(scene.tokens, i) === 'VERB' && childOf(scene, i, 'nsubj') >= 0 && relationOf(scene.tokens, i) !== 'acl') return false
  return true
}

function quoteCue(scene: Scene, i: number): VerbCue | null {
  return scene.lexicon.verbs.get(baseOf(scene, i))?.find(cue => cue.takes.includes('quote') && fitsParticle(scene, i, cue)) ?? null
}

/** A cue after its quotation has a speaker outside the quotation. */
function hasSpeaker(scene: Scene, i: number, spoken: Spoken): boolean {
  return isPassive(scene, i) || speakerOf(scene, i, spoken) !== null
}

/** Source of a direct cue: the tree's, where it lies outside the quotation, else the nominal that touches the verb. */
export function speakerOf(scene: Scene, i: number, spoken: Spoken): Source | null {
  const source = sourceOfVerb(scene, i)
  if (source !== null && !(source.head >= spoken.first && source.head <= spoken.last)) return source
  return nominalBeside(scene, i, spoken)
}

function nominalBeside(scene: Scene, i: number, spoken: Spoken): Source | null {
  const {tokens} = scene
  const right = i + 1 < tokens.length ? headOfNominalAt(scene, i + 1) : -1
  if ((i === spoken.last + 1 || isPunctuation(scene, i - 1)) && right >= 0) return nominalSource(scene, right)
  const before = nominalBefore(scene, i)
  if (before !== null && scene.quoteOf[before.head]! < 0) return i > spoken.last ? widened(scene, before, spoken) : before
  return null
}

/** “…?” a narrator in the Kalvian film asks: all words between a quotation and its verb name the speaker, as long as none is a verb. */
function widened(scene: Scene, source: Source, spoken: Spoken): Source {
  let first = spoken.last + 1
  while (first < source.first && isPunctuation(scene, first)) first++
  for (let i = first; i < source.first; i++) if (uposOf(scene.tokens, i) === 'VERB' || isPunctuation(scene, i)) return source
  if (source.first - first > LONGEST_NAME) return source
  // "a narrator in the film": the name is headed by what stands before its preposition
  for (let i = first + 1; i < source.first; i++) if (uposOf(scene.tokens, i) === 'ADP') return {...source, first, head: i - 1}
  return {...source, first}
}

function headOfNominalAt(scene: Scene, first: number): number {
  const {tokens} = scene
  for (let i = first; i < tokens.length && tokens.sentence[i] === tokens.sentence[first] && i < first + 10; i++) {
    if (isPunctuation(scene, i)) return -1
    const upos = uposOf(tokens, i)
    if (!['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'].includes(upos)) return -1
    if (upos !== 'DET' && upos !== 'ADJ' && scene.left[i]! === first && scene.right[i]! >= i && relationOf(tokens, i) !== 'compound')
      return i
  }
  return -1
}

/** Draft of direct speech. `content` is decided by the caller, who knows what else the cue carries. */
export function directDraft(
  scene: Scene,
  {spoken, token, cue, side}: Spoke,
  content: readonly Span[],
  quotations: readonly number[],
): Draft {
  return {
    rule: side === 'after' ? 'direct/after' : 'direct/before',
    act: cue.act,
    class: cue.class,
    token,
    cue: cueSpan(scene, token),
    source: speakerOf(scene, token, spoken),
    content,
    polarity: polarityOf(scene, token),
    hearer: hearerOf(scene, token, cue, -1),
    quotations,
    unclosed: quotations.some(index => scene.quotations[index]!.unclosed),
  }
}

/** "Vashenko: “…”" · "“…” — Vashenko": a name beside a colon or a dash. */
export function readColon(scene: Scene, spoken: Spoken): Draft | null {
  const {tokens} = scene
  const colon = spoken.first - 1
  if (colon < 1 || scene.word(colon) !== ':') return null
  const sentence = scene.sentences[tokens.sentence[colon]!]!
  let first = colon - 1
  while (first > sentence.firstToken && !isPunctuation(scene, first - 1)) first--
  const isLabel = colon - first <= LONGEST_NAME && !hasVerb(scene, first, colon - 1)
  const source = isLabel ? {first, last: colon - 1, head: colon - 1} : speakerBeforeColon(scene, sentence.firstToken, colon)
  if (source === null) return null
  const quotation = scene.quotations[spoken.index]!
  return {
    rule: 'direct/colon',
    act: 'say',
    class: 'speech',
    token: -1,
    cue: spanOf(scene, colon, colon),
    source,
    content: [{start: quotation.start, end: quotation.end}],
    polarity: 'positive',
    hearer: -1,
    quotations: [spoken.index],
    unclosed: quotation.unclosed,
  }
}

const LONGEST_NAME = 8

function hasVerb(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (uposOf(scene.tokens, i) === 'VERB') return true
  return false
}

/** "Vashenko made the following remark:": the subject of the sentence that the colon ends. */
function speakerBeforeColon(scene: Scene, first: number, colon: number): Source | null {
  for (let i = colon - 1; i >= first; i--) {
    if (uposOf(scene.tokens, i) !== 'VERB' || scene.quoteOf[i]! >= 0 || isPassive(scene, i)) continue
    const source = sourceOfVerb(scene, i)
    if (source !== null && source.last < colon && scene.quoteOf[source.head]! < 0) return source
  }
  return null
}

/** “VASHENKO: We will sign.”: a printed conversation names each speaker inside its paragraph. */
export function readLabel(scene: Scene, spoken: Spoken): Draft | null {
  const {tokens} = scene
  const quotation = scene.quotations[spoken.index]!
  let first = spoken.first
  while (first < spoken.last && isPunctuation(scene, first)) first++
  let colon = first
  while (colon < spoken.last && colon - first < LONGEST_LABEL && scene.word(colon) !== ':') colon++
  if (colon === first || scene.word(colon) !== ':' || hasVerb(scene, first, colon - 1)) return null
  const label = scene.text.slice(tokens.start[first], tokens.end[colon - 1])
  if (!/^\p{Lu}/u.test(label)) return null
  return {
    rule: 'direct/label',
    act: 'say',
    class: 'speech',
    token: -1,
    cue: spanOf(scene, colon, colon),
    source: {first, last: colon - 1, head: colon - 1},
    content: [{start: tokens.start[Math.min(colon + 1, spoken.last)]!, end: quotation.end}],
    polarity: 'positive',
    hearer: -1,
    quotations: [spoken.index],
    unclosed: quotation.unclosed,
  }
}

const LONGEST_LABEL = 4

/** “…” — Orlo Vashenko, at the end of a paragraph. */
export function readDash(scene: Scene, spoken: Spoken): Draft | null {
  const {tokens, sentences} = scene
  const dash = spoken.last + 1
  if (dash + 1 >= tokens.length || !['―', '—', '–', '--', '-'].includes(scene.word(dash))) return null
  const paragraph = sentences[tokens.sentence[spoken.last]!]!.paragraph
  let last = dash
  while (last + 1 < tokens.length && sentences[tokens.sentence[last + 1]!]!.paragraph === paragraph && last - dash <= LONGEST_NAME) last++
  if (last - dash > LONGEST_NAME) return null
  while (last > dash && isPunctuation(scene, last)) last--
  for (let i = dash + 1; i <= last; i++) if (uposOf(tokens, i) === 'VERB' || scene.quoteOf[i]! >= 0) return null
  if (last === dash) return null
  const quotation = scene.quotations[spoken.index]!
  return {
    rule: 'direct/dash',
    act: 'say',
    class: 'speech',
    token: -1,
    cue: spanOf(scene, dash, dash),
    source: {first: dash + 1, last, head: last},
    content: [{start: quotation.start, end: quotation.end}],
    polarity: 'positive',
    hearer: -1,
    quotations: [spoken.index],
    unclosed: quotation.unclosed,
  }
}
