// Verbs of saying, writing, thinking and wanting with a clause, an infinitive or a nominal as content. Direct speech is found in direct.ts.
import type {VerbCue} from '../../model/pack-cues.ts'
import type {Span} from '../../model/span.ts'
import {fullRelationOf, relationOf, uposOf} from '../../text/tree.ts'
import {reachOf, stretchesOf, without} from './content.ts'
import type {Draft, Source, TokenRange} from './draft.ts'
import {isNegatedNominal, polarityOf} from './polarity.ts'
import {childOf, exactChildOf, isPunctuation, isVerb, prepositionOf, type Scene, spanOf, tagOf} from './scene.ts'
import {agentOf, isPassive, nominalSource, sourceOfVerb} from './source.ts'
import {cutAtSecondReport, isFiniteVerb, readClauseBehind, readParenthesis} from './surface.ts'

/** What a frame of a cue holds. */
interface Found {
  readonly cue: VerbCue
  readonly rule: string
  readonly ranges: readonly TokenRange[]
  /** Token that heads the content. */
  readonly head: number
}

/** Reads token i as a cue; null where it is none. */
export function readVerb(scene: Scene, i: number): Draft | null {
  const {tokens, lexicon} = scene
  if (uposOf(tokens, i) !== 'VERB') return null
  const lemma = tokens.lemma(i)
  const raised = readRaised(scene, i, lemma)
  if (raised) return raised
  const entries = lexicon.verbs.get(lemma)
  if (!entries || isAttributive(scene, i)) return null
  const source = sourceOfVerb(scene, i)
  const found = parenthesisOf(scene, i, entries, source) ?? contentOf(scene, i, entries) ?? behindOf(scene, i, entries, source)
  if (!found) return null
  if (!isPlausible(scene, i, found, source)) return null
  const cut = isReporting(found) ? found.ranges.map(range => cutAtSecondReport(scene, i, range)) : found.ranges
  const content = stretchesOf(scene, source === null ? cut : cut.flatMap(range => without(range, clip(source, i))))
  if (content.length === 0) return null
  const polarity = polarityOf(scene, i)
  const negatedContent = (found.cue.act === 'expect' || found.cue.act === 'believe') && isNegatedNominal(scene, found.head)
  return {
    rule: found.rule,
    act: found.cue.act,
    class: found.cue.class,
    token: i,
    cue: cueSpan(scene, i),
    source,
    content,
    polarity: polarity === 'positive' && negatedContent ? 'negated' : polarity,
    hearer: hearerOf(scene, i, found.cue, found.head),
    quotations: [],
    unclosed: false,
  }
}

const isReporting = (found: Found): boolean => found.rule === 'verb/that' || found.rule === 'verb/behind'

/** A frame between commas holds the rest of its sentence. */
function parenthesisOf(scene: Scene, i: number, entries: readonly VerbCue[], source: Source | null): Found | null {
  const cue = entries.find(entry => entry.takes.includes('that') && entry.particle === null)
  if (!cue || !isFiniteVerb(scene, i) || isPassive(scene, i)) return null
  const ranges = readParenthesis(scene, i, source)
  return ranges === null ? null : {cue, rule: 'verb/parenthesis', ranges, head: i}
}

/** What stands behind a verb of speech is its content, even where the tree has made something else of it. */
function behindOf(scene: Scene, i: number, entries: readonly VerbCue[], source: Source | null): Found | null {
  const cue = entries.find(
    entry =>
      entry.takes.includes('that') && entry.particle === null && !entry.loose && (entry.class === 'speech' || entry.class === 'writing'),
  )
  if (!cue || source === null || !(isFiniteVerb(scene, i) || tagOf(scene, i) === 'VBG')) return null
  const range = readClauseBehind(scene, i)
  return range === null ? null : {cue, rule: 'verb/behind', ranges: [range], head: range.first}
}

/** "the proposed deal", "said to be": a participle that only describes a noun from the left is no cue. */
const isAttributive = ({tokens}: Scene, i: number): boolean => relationOf(tokens, i) === 'amod' || relationOf(tokens, i) === 'compound'

/** The source's words as something to cut out; a source on the far side of a clause is left alone. */
const clip = (source: Source, i: number): TokenRange =>
  source.first <= i && i <= source.last ? {first: source.head, last: source.head} : source

/** "The talks are expected to resume", "they seem to agree": nobody is the source, the subject belongs to the content. */
function readRaised(scene: Scene, i: number, lemma: string): Draft | null {
  const {lexicon, tokens} = scene
  const seeming = lexicon.seeming.has(lemma)
  if (!seeming && !(lexicon.raising.has(lemma) && tagOf(scene, i) === 'VBN' && (isPassive(scene, i) || relationOf(tokens, i) === 'acl')))
    return null
  const infinitive = childOf(scene, i, 'xcomp')
  const subject = childOf(scene, i, 'nsubj', 'expl')
  const clause = childOf(scene, i, 'ccomp', 'csubj')
  const below = infinitive >= 0 ? infinitive : clause
  if (below < 0) return null
  if (infinitive >= 0 && !hasTo(scene, infinitive) && !seeming) return null
  const agent = agentOf(scene, i)
  const carried =
    relationOf(tokens, i) === 'acl'
      ? nominalBefore(scene, i)
      : subject >= 0 && fullRelationOf(tokens, subject) !== 'expl'
        ? nominalSource(scene, subject)
        : null
  const ranges = [...(carried && infinitive >= 0 ? [carried] : []), reachOf(scene, below)]
  const content = stretchesOf(scene, ranges)
  if (content.length === 0) return null
  const entry = lexicon.verbs.get(lemma)?.[0]
  return {
    rule: seeming ? 'verb/seeming' : 'verb/raised',
    act: lemma === 'expect' ? 'expect' : (entry?.act ?? 'believe'),
    class: entry?.class ?? 'thought',
    token: i,
    cue: cueSpan(scene, i),
    source: agent,
    content,
    polarity: polarityOf(scene, i),
    hearer: -1,
    quotations: [],
    unclosed: false,
  }
}

function nominalBefore(scene: Scene, i: number): TokenRange | null {
  const head = scene.tokens.head[i]!
  if (head < 0) return null
  const first = scene.left[head]!
  return first < i ? {first, last: i - 1} : null
}

/** Tries the frames of a cue, the surest first. */
function contentOf(scene: Scene, i: number, entries: readonly VerbCue[]): Found | null {
  for (const [frame, read] of FRAMES)
    for (const cue of entries) {
      if (!fitsParticle(scene, i, cue)) continue
      if (frame !== 'preposition' && frame !== 'preposition-to' && !cue.takes.includes(frame)) continue
      const found = read(scene, i, cue)
      if (found) return {cue, rule: `verb/${frame}`, ...found}
    }
  return null
}

type Read = (scene: Scene, i: number, cue: VerbCue) => {ranges: readonly TokenRange[]; head: number} | null

const FRAMES: readonly (readonly [string, Read])[] = [
  ['that', readClause],
  ['object-to', readObjectInfinitive],
  ['to', readInfinitive],
  ['preposition-to', readPrepositionInfinitive],
  ['as', readAs],
  ['ing', readGerund],
  ['preposition', readPreposition],
  ['footage', readFootage],
  ['noun', readNoun],
]

function fitsParticle(scene: Scene, i: number, cue: VerbCue): boolean {
  const particle = exactChildOf(scene, i, 'compound:prt')
  const next = i + 1 < scene.tokens.length ? scene.word(i + 1) : ''
  if (cue.particle === null) return particle < 0 || cue.takes.includes(scene.word(particle))
  return particle >= 0
    ? scene.word(particle) === cue.particle
    : next === cue.particle || scene.word(Math.min(i + 2, scene.tokens.length - 1)) === cue.particle
}

/** "said that …", "…, he said", "as he said". */
function readClause(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const relation = relationOf(tokens, child)
    // A clause before its cue is read as a frame between commas; what else the tree hangs there was mostly a mistake.
    if (child < i) continue
    if (relation === 'ccomp') return {ranges: [reachOf(scene, child)], head: child}
    if (['advcl', 'conj', 'dep', 'acl'].includes(relation) && ['that', 'whether'].includes(markOf(scene, child)))
      return {ranges: [reachOf(scene, child)], head: child}
    const clause = relation === 'obj' || relation === 'iobj' ? clauseInObject(scene, child) : null
    if (clause) return {ranges: [clause], head: child}
  }
  return readHostClause(scene, i)
}

/** The cue is a parenthesis of what is said: "The talks, he said, would go on"; "as he put it". */
function readHostClause(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  const host = tokens.head[i]!
  if (host < 0 || tokens.sentence[host] !== tokens.sentence[i]) return null
  const relation = relationOf(tokens, i)
  const asClause = relation === 'advcl' && markOf(scene, i) === 'as'
  if (relation !== 'parataxis' && !asClause) return null
  if (childOf(scene, i, 'nsubj') < 0) return null
  // "He stayed; she said nothing": a parenthesis stands between commas or at the end of its host, with nothing of its own.
  if (childOf(scene, i, 'obj', 'xcomp') >= 0 && !asClause) return null
  if (scene.quoteOf[host]! >= 0 && scene.quoteOf[host] !== scene.quoteOf[i]) return null
  return {ranges: without(reachOf(scene, host), reachOf(scene, i)), head: host}
}

/** "said [the findings [raised questions]]": a clause that the tree took for a noun with a relative clause. */
function clauseInObject(scene: Scene, object: number): TokenRange | null {
  const {tokens} = scene
  for (let child = tokens.firstChild[object]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child < object || relationOf(tokens, child) !== 'acl') continue
    const first = scene.left[child]!
    const opener = scene.word(first)
    if (opener === 'that' && scene.lexicon.hearers.has(tokens.lemma(object))) return reachOf(scene, child)
    if (['who', 'which', 'that', 'whom', 'whose', 'where', 'when'].includes(opener)) continue
    const auxiliary = childOf(scene, child, 'aux', 'cop')
    const finite = auxiliary >= 0 ? auxiliary : child
    // The verb follows its subject at once: "the findings raised", not "the findings it made".
    if (isFiniteVerb(scene, finite) && childOf(scene, child, 'nsubj') < 0) return reachOf(scene, object)
  }
  return null
}

const markOf = (scene: Scene, i: number): string => {
  const mark = childOf(scene, i, 'mark')
  return mark < 0 ? '' : scene.word(mark)
}

/** An infinitive with "to", as its first words. */
export function hasTo(scene: Scene, i: number): boolean {
  for (let child = scene.tokens.firstChild[i]!; child >= 0 && child < i; child = scene.tokens.nextSibling[child]!)
    if (scene.word(child) === 'to' && relationOf(scene.tokens, child) === 'mark') return true
  return false
}

function infinitiveOf(scene: Scene, i: number): number {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!)
    if (child > i && ['xcomp', 'advcl', 'ccomp'].includes(relationOf(tokens, child)) && hasTo(scene, child)) return child
  return -1
}

function readObjectInfinitive(scene: Scene, i: number, cue: VerbCue): ReturnType<Read> {
  const {tokens} = scene
  const infinitive = infinitiveOf(scene, i)
  const object = childOf(scene, i, 'obj', 'iobj')
  if (object >= 0 && object > i) {
    const below = infinitive > object ? infinitive : childOf(scene, object, 'acl')
    if (below < 0 || !hasTo(scene, below)) return null
    const to: TokenRange = reachOf(scene, below)
    return {ranges: [cue.hearer === 'object' ? to : {first: scene.left[object]!, last: to.last}], head: below}
  }
  if (infinitive < 0) return null
  const inner = childOf(scene, infinitive, 'nsubj')
  if (inner >= 0) return {ranges: [reachOf(scene, infinitive)], head: infinitive}
  if (isPassive(scene, i) || relationOf(tokens, i) === 'acl') return {ranges: [reachOf(scene, infinitive)], head: infinitive}
  return null
}

function readInfinitive(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!)
    if (child > i && relationOf(tokens, child) === 'xcomp' && hasTo(scene, child)) return {ranges: [reachOf(scene, child)], head: child}
  return null
}

function readPrepositionInfinitive(scene: Scene, i: number, cue: VerbCue): ReturnType<Read> {
  const wanted = cue.takes.filter(frame => frame.endsWith('-to') && frame !== 'object-to').map(frame => frame.slice(0, -3))
  if (wanted.length === 0) return null
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child < i || relationOf(tokens, child) !== 'obl' || !wanted.includes(prepositionOf(scene, child))) continue
    const below = childOf(scene, child, 'acl')
    const infinitive = below >= 0 && hasTo(scene, below) ? below : infinitiveOf(scene, i)
    if (infinitive > child) {
      const keepsName = prepositionOf(scene, child) === 'for'
      return {
        ranges: [keepsName ? {first: scene.left[child]!, last: scene.right[infinitive]!} : reachOf(scene, infinitive)],
        head: infinitive,
      }
    }
  }
  return null
}

/** "called the plan a mistake", "described it as fair". */
function readAs(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  const object = childOf(scene, i, 'obj')
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child < i) continue
    const relation = relationOf(tokens, child)
    const as = prepositionOf(scene, child) === 'as' || markOf(scene, child) === 'as'
    if (
      !as &&
      !((relation === 'xcomp' && !hasTo(scene, child)) || (relation === 'obj' && object >= 0 && object !== child && object < child))
    )
      continue
    if (as && !['obl', 'xcomp', 'advcl', 'nmod'].includes(relation)) continue
    const carried = object > i && object < child ? scene.left[object]! : scene.left[child]!
    return {ranges: [{first: carried, last: scene.right[child]!}], head: child}
  }
  if (object > i) {
    for (let child = tokens.firstChild[object]!; child >= 0; child = tokens.nextSibling[child]!)
      if (relationOf(tokens, child) === 'nmod' && prepositionOf(scene, child) === 'as')
        return {ranges: [{first: scene.left[object]!, last: scene.right[object]!}], head: child}
  }
  return null
}

function readGerund(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!)
    if (child > i && ['xcomp', 'ccomp'].includes(relationOf(tokens, child)) && tagOf(scene, child) === 'VBG')
      return {ranges: [reachOf(scene, child)], head: child}
  return null
}

function readPreposition(scene: Scene, i: number, cue: VerbCue): ReturnType<Read> {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const relation = relationOf(tokens, child)
    if (child < i || (relation !== 'obl' && relation !== 'advcl')) continue
    const preposition = relation === 'obl' ? prepositionOf(scene, child) : markOf(scene, child)
    if (
      preposition === '' ||
      !(cue.takes.includes(preposition) || (preposition === 'to' && cue.takes.includes('to-topic') && relation === 'obl'))
    )
      continue
    const first = scene.left[child]!
    const skip = scene.word(first) === preposition ? 1 : 0
    return {ranges: [{first: Math.min(first + skip, child), last: scene.right[child]!}], head: child}
  }
  return null
}

function readFootage(scene: Scene, i: number): ReturnType<Read> {
  const object = childOf(scene, i, 'obj')
  if (object < i || !scene.lexicon.footage.has(scene.tokens.lemma(object))) return null
  const detail = childOf(scene, object, 'nmod', 'acl')
  if (detail < object) return null
  const first = prepositionOf(scene, detail) === 'of' ? Math.min(scene.left[detail]! + 1, detail) : scene.left[detail]!
  return {ranges: [{first, last: Math.max(scene.right[detail]!, scene.right[object]!)}], head: detail}
}

function readNoun(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  const object = isPassive(scene, i) ? exactChildOf(scene, i, 'nsubj:pass') : childOf(scene, i, 'obj')
  if (object < 0 || (object < i && !isPassive(scene, i))) return null
  if (tokens.upos[object] !== undefined && uposOf(tokens, object) === 'PRON' && scene.word(object).endsWith('self')) return null
  return {ranges: [reachOf(scene, object)], head: object}
}

/** The verb with its auxiliaries, negation and particle. */
export function cueSpan(scene: Scene, i: number): Span {
  const {tokens} = scene
  let first = i
  for (let child = i - 1; child >= 0 && tokens.head[child] === i; child--) {
    const relation = relationOf(tokens, child)
    if (relation === 'aux' || relation === 'advmod') first = child
    else break
  }
  const particle = exactChildOf(scene, i, 'compound:prt')
  return spanOf(scene, first, particle === i + 1 ? particle : i)
}

/** The person or body spoken to: "told X", "said to X". */
export function hearerOf(scene: Scene, i: number, cue: VerbCue, contentHead: number): number {
  const {tokens} = scene
  if (isPassive(scene, i)) return cue.hearer === 'object' ? exactChildOf(scene, i, 'nsubj:pass') : -1
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child === contentHead) continue
    const relation = relationOf(tokens, child)
    if (relation === 'iobj') return child
    if (relation === 'obj' && cue.hearer === 'object' && child > i) return child
    if (relation === 'obl' && cue.hearer !== null && prepositionOf(scene, child) === 'to') return child
  }
  return -1
}

/** Keeps words of many senses from being cues where nobody could be speaking. */
function isPlausible(scene: Scene, i: number, found: Found, source: Source | null): boolean {
  const {tokens} = scene
  const clausal = ['verb/that', 'verb/parenthesis', 'verb/behind'].includes(found.rule)
  if (source === null) return isPassive(scene, i) && (clausal || found.rule !== 'verb/noun')
  const subject = uposOf(tokens, source.head)
  const word = scene.word(source.head)
  if (found.cue.class === 'show') return clausal || found.rule === 'verb/footage'
  if (subject === 'PRON' && (word === 'it' || word === 'this' || word === 'that' || word === 'which' || word === 'what'))
    return clausal || found.cue.class === 'stance'
  if (found.cue.loose) return subject === 'PROPN' || subject === 'PRON' || (subject === 'NOUN' && clausal)
  return !isPunctuation(scene, source.head) && (subject !== 'VERB' || isVerb(scene, source.head))
}
