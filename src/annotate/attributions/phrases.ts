// Cues that are neither verb nor noun of saying: "according to X", "reportedly".
import type {Act} from '../../model/attribution.ts'
import type {Span} from '../../model/span.ts'
import {relationOf, uposOf} from '../../text/tree.ts'
import {reachOf, stretchesOf, without} from './content.ts'
import type {Draft, Source, TokenRange} from './draft.ts'
import {nominalBefore} from './nominal.ts'
import {childOf, isPunctuation, type Scene, spanOf} from './scene.ts'
import {LONG_QUOTE_CHARACTERS, nominalSource} from './source.ts'
import {hasFinite, isFiniteVerb} from './surface.ts'

/** "according to X": the source on the right, the rest of the clause as content. */
export function readBeforeSource(scene: Scene, i: number): Draft | null {
  const opening = scene.word(i)
  const phrase = scene.lexicon.beforeSource.find(
    entry => entry.words[0] === opening && entry.words.every((word, k) => i + k < scene.tokens.length && scene.word(i + k) === word),
  )
  if (!phrase) return null
  const last = i + phrase.words.length - 1
  const {tokens} = scene
  if (last + 1 >= tokens.length || tokens.sentence[last + 1] !== tokens.sentence[i]) return null
  const source = sourceAfter(scene, i, last + 1)
  if (source === null) return null
  const quoted = quotationBehind(scene, source)
  if (quoted !== null)
    return draft('phrase/before-source', phrase.act, {
      token: i,
      cue: spanOf(scene, i, last),
      source: {...source, last: quoted.last},
      content: [quoted.content],
    })
  const frame: TokenRange = {first: i, last: source.last}
  const host = closesSentence(scene, frame) ? -1 : hostOf(scene, source.head, frame)
  const whole = host < 0 ? sentenceRange(scene, i) : reachOf(scene, host)
  const content = stretchesOf(scene, without(whole.first <= i && i <= whole.last ? whole : sentenceRange(scene, i), frame))
  if (content.length === 0) return null
  return draft('phrase/before-source', phrase.act, {token: i, cue: spanOf(scene, i, last), source, content})
}

/** "in the words of the prosecutor, Elin Maros, “…”": the quotation behind the name, and where the name ends; null where other words stand between. */
function quotationBehind(scene: Scene, source: Source): {last: number; content: Span} | null {
  const {tokens, quotations} = scene
  let last = source.last
  for (let i = source.last + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[source.first]; i++) {
    const quotation = quotations[scene.quoteOf[i]!]
    if (quotation)
      return scene.word(i - 1) === ',' && quotation.end - quotation.start > LONG_QUOTE_CHARACTERS
        ? {last, content: {start: quotation.start, end: quotation.end}}
        : null
    if (scene.word(i) !== ',' && !APPOSED.has(uposOf(tokens, i))) return null
    if (!isPunctuation(scene, i)) last = i
  }
  return null
}

const APPOSED = new Set(['NOUN', 'PROPN', 'DET', 'ADJ'])

/** "…, according to X.": behind a comma at the end the phrase speaks of the whole sentence, not of its last clause. */
function closesSentence(scene: Scene, {first, last}: TokenRange): boolean {
  const {tokens, sentences} = scene
  if (scene.word(first - 1) !== ',' || scene.quoteOf[first]! >= 0) return false
  for (let i = last + 1; i < sentences[tokens.sentence[first]!]!.endToken; i++) if (!isPunctuation(scene, i)) return false
  return true
}

/** The nominal that begins at token `first`: the outermost one whose words begin there or inside the phrase. */
function sourceAfter(scene: Scene, phraseStart: number, first: number): Source | null {
  const {tokens} = scene
  // The tree makes the phrase a preposition of its noun, or a verb with the noun below it.
  const above = tokens.head[phraseStart]!
  const below = childOf(scene, phraseStart, 'obl')
  const told = above >= first && scene.left[above]! <= first ? above : below >= first ? below : -1
  if (told >= 0 && tokens.sentence[told] === tokens.sentence[first]) {
    const source = nominalSource(scene, told)
    if (source !== null && source.last >= first) return untilClause(scene, {...source, first: Math.max(first, source.first)})
  }
  let best = -1
  for (let i = first; i < tokens.length && tokens.sentence[i] === tokens.sentence[first] && i < first + FARTHEST_HEAD; i++) {
    if (isPunctuation(scene, i) || scene.quoteOf[i] !== scene.quoteOf[first]) break
    const upos = uposOf(tokens, i)
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'PRON' && upos !== 'DET' && upos !== 'NUM') continue
    if (scene.left[i]! >= phraseStart && scene.left[i]! <= first) best = i
    if (best >= 0 && scene.right[best]! >= i && scene.left[i]! > first) break
  }
  if (best < 0) return null
  const source = nominalSource(scene, best)
  return source === null || source.last < first ? null : {...source, first: Math.max(first, source.first)}
}

const FARTHEST_HEAD = 14

/** "According to a report by Maros, [the sides have met]": where the tree hangs the clause on the source, the comma before its subject parts them. */
function untilClause(scene: Scene, source: Source): Source {
  let relative = 0
  for (let i = source.head + 1; i <= source.last; i++) {
    if (RELATIVE.has(scene.word(i))) relative++
    if (!isFiniteVerb(scene, i) || relative-- > 0) continue
    const comma = beginningOfSubject(scene, i) - 1
    return comma > source.head && scene.word(comma) === ',' ? {...source, last: comma - 1} : source
  }
  return source
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose'])

/** First token of the nominals joined by "and" that stand before a verb, 0 where none does. */
function beginningOfSubject(scene: Scene, verb: number): number {
  let first = nominalBefore(scene, verb)?.first ?? 0
  while (first > 2 && uposOf(scene.tokens, first - 1) === 'CCONJ') first = nominalBefore(scene, first - 1)?.first ?? 0
  return first
}

/** The clause that a phrase belongs to: the nearest verb or root above it, outside the phrase. */
function hostOf(scene: Scene, token: number, frame: TokenRange): number {
  const {tokens} = scene
  let host = tokens.head[token]!
  for (let steps = 0; host >= 0 && steps < tokens.length; steps++) {
    const outside = host < frame.first || host > frame.last
    const relation = relationOf(tokens, host)
    if (outside && (relation === 'root' || uposOf(tokens, host) === 'VERB' || ['ccomp', 'conj', 'advcl', 'parataxis'].includes(relation)))
      return host
    host = tokens.head[host]!
  }
  return -1
}

/** "…, the Mirvan Times reports.": a verb of speech at the end that the tagger took for a noun, behind a comma and a name. */
export function readMistakenNoun(scene: Scene, i: number): Draft | null {
  const {tokens, sentences, lexicon} = scene
  if (uposOf(tokens, i) !== 'NOUN' || uposOf(tokens, i - 1) !== 'PROPN') return null
  const base = lexicon.baseForms.get(scene.word(i))
  const cue = base === undefined ? undefined : lexicon.verbs.get(base)?.find(entry => entry.takes.includes('that') && !entry.loose)
  if (!cue || cue.class === 'stance') return null
  const sentence = sentences[tokens.sentence[i]!]!
  for (let k = i + 1; k < sentence.endToken; k++) if (!isPunctuation(scene, k)) return null
  const source = nominalBefore(scene, i)
  if (source === null || source.first - 1 <= sentence.firstToken || scene.word(source.first - 1) !== ',') return null
  const clause = {first: sentence.firstToken, last: source.first - 2}
  if (!hasFinite(scene, clause.first, clause.last)) return null
  const content = stretchesOf(scene, [clause])
  return content.length === 0 ? null : draft('phrase/reports', cue.act, {token: i, cue: spanOf(scene, i, i), source, content})
}

/** "In Vashenko's telling, the talks failed": a possessor between "in" and the noun, the rest of the sentence behind the comma as content. */
export function readPossessed(scene: Scene, i: number): Draft | null {
  const act = scene.lexicon.possessed.get(scene.word(i))
  const {tokens, sentences} = scene
  const sentence = sentences[tokens.sentence[i]!]!
  if (act === undefined || i + 2 >= sentence.endToken) return null
  const comma = scene.word(i + 1) === ','
  if (!comma && (!['DET', 'PROPN', 'PRON'].includes(uposOf(tokens, i + 1)) || !hasFinite(scene, i + 1, sentence.endToken - 1))) return null
  let first = i - 1
  while (first > sentence.firstToken && i - first < LONGEST_POSSESSOR && scene.word(first) !== 'in') first--
  if (first < sentence.firstToken || scene.word(first) !== 'in' || first + 1 >= i) return null
  if (first > sentence.firstToken && !isPunctuation(scene, first - 1) && uposOf(tokens, first - 1) !== 'CCONJ') return null
  const mark = i - 1
  const isPronoun = mark === first + 1 && uposOf(tokens, mark) === 'PRON'
  const isGenitive = ["'s", '’s', "'", '’'].includes(scene.word(mark)) && mark > first + 1
  if (!isPronoun && !isGenitive) return null
  const last = isPronoun ? mark : mark - 1
  const content = stretchesOf(scene, [{first: comma ? i + 2 : i + 1, last: sentence.endToken - 1}])
  if (content.length === 0) return null
  const source = {first: first + 1, last, head: last}
  return draft('phrase/possessed', act, {token: i, cue: spanOf(scene, i, i), source, content})
}

// "In the Kalvian delegation leader's account": words between "in" and the noun.
const LONGEST_POSSESSOR = 8

/** "The deal is reportedly dead": what nobody is named for. */
export function readUnnamed(scene: Scene, i: number): Draft | null {
  const act = scene.lexicon.unnamed.get(scene.word(i))
  if (act === undefined || uposOf(scene.tokens, i) !== 'ADV') return null
  const {tokens} = scene
  const head = tokens.head[i]!
  const host = head < 0 ? -1 : head
  const whole = host < 0 ? sentenceRange(scene, i) : clauseAround(scene, host)
  const content = stretchesOf(scene, without(whole, {first: i, last: i}))
  if (content.length === 0) return null
  return draft('phrase/unnamed', act, {token: i, cue: spanOf(scene, i, i), source: null, content})
}

/** The clause that a word belongs to: up to the nearest verb that is not itself a mere modifier. */
function clauseAround(scene: Scene, token: number): TokenRange {
  const {tokens} = scene
  let host = token
  for (let steps = 0; steps < tokens.length; steps++) {
    const relation = relationOf(tokens, host)
    if (
      uposOf(tokens, host) === 'VERB' ||
      ['root', 'ccomp', 'conj', 'advcl', 'parataxis', 'acl'].includes(relation) ||
      tokens.head[host]! < 0
    )
      break
    host = tokens.head[host]!
  }
  return reachOf(scene, host)
}

export function sentenceRange(scene: Scene, i: number): TokenRange {
  const sentence = scene.sentences[scene.tokens.sentence[i]!]!
  return {first: sentence.firstToken, last: sentence.endToken - 1}
}

function draft(rule: string, act: Act, found: Pick<Draft, 'token' | 'cue' | 'source' | 'content'>): Draft {
  return {rule, act, class: 'speech', polarity: 'positive', hearer: -1, quotations: [], unclosed: false, ...found}
}
