// The frames of a verb cue over the dependency tree: what it takes as content and where that stands. A frame gives token ranges or nothing.
import type {VerbCue} from '../../model/pack-cues.ts'
import {relationOf, uposOf} from '../../text/tree.ts'
import {predicateOf} from './clause.ts'
import {reachOf, without} from './content.ts'
import type {TokenRange} from './draft.ts'
import {childOf, exactChildOf, isPunctuation, prepositionOf, type Scene, tagOf} from './scene.ts'
import {agentOf, isPassive} from './source.ts'
import {isFiniteVerb, readClauseBehind} from './surface.ts'

export type Read = (scene: Scene, i: number, cue: VerbCue) => {ranges: readonly TokenRange[]; head: number} | null

export const FRAMES: readonly (readonly [string, Read])[] = [
  ['that', readClause],
  ['object-to', readObjectInfinitive],
  ['to', readInfinitive],
  ['preposition-to', readPrepositionInfinitive],
  ['as', readAs],
  ['ing', readGerund],
  ['preposition', readPreposition],
  ['footage', readFootage],
  ['object-ing', readObjectParticiple],
  ['noun', readNoun],
]

export function fitsParticle(scene: Scene, i: number, cue: VerbCue): boolean {
  const particle = exactChildOf(scene, i, 'compound:prt')
  const next = i + 1 < scene.tokens.length ? scene.word(i + 1) : ''
  if (cue.particle === null) return particle < 0 || cue.takes.includes(scene.word(particle))
  return particle >= 0
    ? scene.word(particle) === cue.particle
    : next === cue.particle || scene.word(Math.min(i + 2, scene.tokens.length - 1)) === cue.particle
}

/** "said that …", "…, he said", "as he said". */
function readClause(scene: Scene, i: number, cue: VerbCue): ReturnType<Read> {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const relation = relationOf(tokens, child)
    // A clause before its cue is read as a frame between commas; what else the tree hangs there was mostly a mistake.
    if (child < i) continue
    if (relation === 'ccomp' || (relation === 'xcomp' && hasOwnSubject(scene, child)))
      return {ranges: [withoutHearer(scene, cue, reachOf(scene, child))], head: child}
    if (['advcl', 'conj', 'dep', 'acl'].includes(relation) && ['that', 'whether'].includes(markOf(scene, child)))
      return {ranges: [reachOf(scene, child)], head: child}
    if (relation !== 'obj' && relation !== 'iobj') continue
    const clause = predicateOf(scene, i, child) >= 0 ? readClauseBehind(scene, i) : clauseInObject(scene, child)
    if (clause) return {ranges: [clause], head: child}
    if (isClauseOfParticiple(scene, i, cue, child)) return {ranges: [reachOf(scene, child)], head: child}
  }
  return readQuestion(scene, i) ?? readHostClause(scene, i, cue)
}

/** "will remember who stood by them", "questioned what had been agreed": a clause behind a question word, which trees make an object with a clause. */
function readQuestion(scene: Scene, i: number): ReturnType<Read> {
  if (i + 1 >= scene.tokens.length || !QUESTIONS.has(scene.word(i + 1)) || scene.tokens.sentence[i] !== scene.tokens.sentence[i + 1])
    return null
  const clause = readClauseBehind(scene, i)
  return clause === null ? null : {ranges: [clause], head: clause.first}
}

const QUESTIONS = new Set(['what', 'who', 'how', 'why', 'whether'])

/** "believe [the two leaders met in March]": a verb that takes no noun has a clause behind it, though its past tense was read as a participle. */
function isClauseOfParticiple(scene: Scene, i: number, cue: VerbCue, object: number): boolean {
  if (cue.class !== 'thought' || scene.lexicon.verbs.get(scene.tokens.lemma(i))?.some(entry => entry.takes.includes('noun'))) return false
  const participle = childOf(scene, object, 'acl')
  return (
    participle > object && tagOf(scene, participle) === 'VBN' && scene.left[participle]! > object && agentOf(scene, participle) === null
  )
}

/** A clause with a subject and a verb with tense, whatever the tree calls it. */
function hasOwnSubject(scene: Scene, i: number): boolean {
  const subject = childOf(scene, i, 'nsubj', 'expl')
  if (subject < 0 || subject > i) return false
  const auxiliary = childOf(scene, i, 'aux', 'cop')
  return isFiniteVerb(scene, auxiliary >= 0 ? auxiliary : i)
}

/** "told [her that the talks had failed]": a pronoun in front of "that" is the one who was told. */
const withoutHearer = (scene: Scene, cue: VerbCue, range: TokenRange): TokenRange =>
  cue.hearer === 'object' && uposOf(scene.tokens, range.first) === 'PRON' && scene.word(range.first + 1) === 'that'
    ? {...range, first: range.first + 1}
    : range

/** The cue is a parenthesis of what is said: "The talks, he said, would go on"; "as he put it". */
function readHostClause(scene: Scene, i: number, cue: VerbCue): ReturnType<Read> {
  const {tokens} = scene
  const opening = clauseAfterAs(scene, i)
  const known = cue.class === 'thought' ? childOf(scene, i, 'nsubj') : -1
  if (opening) return known >= 0 && ANYBODY.has(scene.word(known)) ? null : {ranges: [opening], head: opening.first}
  const host = tokens.head[i]!
  if (host < 0 || tokens.sentence[host] !== tokens.sentence[i]) return null
  const relation = relationOf(tokens, i)
  const asClause = relation === 'advcl' && markOf(scene, i) === 'as'
  if (relation !== 'parataxis' && !asClause) return null
  const subject = childOf(scene, i, 'nsubj')
  if (subject < 0) return null
  // "as we all know" gives nobody's words
  if (asClause && cue.class === 'thought' && ANYBODY.has(scene.word(subject))) return null
  // "He stayed; she said nothing": a parenthesis stands between commas or at the end of its host, with nothing of its own.
  if (childOf(scene, i, 'obj', 'xcomp') >= 0 && !asClause) return null
  if (scene.quoteOf[host]! >= 0 && scene.quoteOf[host] !== scene.quoteOf[i]) return null
  return {ranges: without(reachOf(scene, host), reachOf(scene, i)), head: host}
}

const ANYBODY = new Set(['we', 'you', 'everyone', 'everybody', 'one'])

/** "As Vashenko put it, the talks were over": what stands behind the comma, whichever of the two verbs the tree puts on top. */
function clauseAfterAs(scene: Scene, i: number): TokenRange | null {
  const {tokens, sentences} = scene
  const {firstToken, endToken} = sentences[tokens.sentence[i]!]!
  if (scene.word(firstToken) !== 'as' || i - firstToken > LONGEST_AS_FRAME || i === firstToken) return null
  // "As far as I know" bounds what is said, it does not introduce it.
  if (uposOf(tokens, firstToken + 1) === 'ADV') return null
  for (let k = firstToken + 1; k < i; k++) if (uposOf(tokens, k) === 'VERB' || isPunctuation(scene, k)) return null
  const comma = scene.word(i + 1) === ',' ? i + 1 : scene.word(i + 1) === 'it' && scene.word(i + 2) === ',' ? i + 2 : -1
  return comma < 0 || comma >= endToken - 2 ? null : {first: comma + 1, last: endToken - 1}
}

// "As the head of the Kalvian delegation to the talks said, …"
const LONGEST_AS_FRAME = 12

/** "said [the findings [raised questions]]": a clause that the tree took for a noun with a relative clause. */
function clauseInObject(scene: Scene, object: number): TokenRange | null {
  const {tokens} = scene
  for (let child = tokens.firstChild[object]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child < object || !CLAUSES.has(relationOf(tokens, child))) continue
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

const CLAUSES = new Set(['acl', 'xcomp', 'ccomp', 'advcl'])

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
    if (child > i && relationOf(tokens, child) === 'xcomp' && hasTo(scene, child))
      return {ranges: [{first: scene.left[child]!, last: endOfContent(scene, i, child)}], head: child}
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
    if (!as && !isSecondObject(scene, child, object)) continue
    if (as && !['obl', 'xcomp', 'advcl', 'nmod'].includes(relation)) continue
    const carried = object > i && object < child ? scene.left[object]! : scene.left[child]!
    return {ranges: withTopic(scene, i, {first: carried, last: endOfContent(scene, i, child)}), head: child}
  }
  if (object > i) {
    for (let child = tokens.firstChild[object]!; child >= 0; child = tokens.nextSibling[child]!)
      if (relationOf(tokens, child) === 'nmod' && prepositionOf(scene, child) === 'as')
        return {ranges: [{first: scene.left[object]!, last: scene.right[object]!}], head: child}
  }
  return null
}

/** "called it a mistake", "called them unfair": what the object is called, which trees hang on the verb under several names. */
function isSecondObject(scene: Scene, child: number, object: number): boolean {
  const relation = relationOf(scene.tokens, child)
  if (relation === 'xcomp') return !hasTo(scene, child)
  if (object < 0 || child <= object || scene.timed[child] === 1) return false
  if (relation === 'obj') return true
  if (relation === 'obl') return prepositionOf(scene, child) === '' && scene.left[child] === scene.right[object]! + 1
  return (
    (relation === 'parataxis' || relation === 'ccomp' || relation === 'dep') &&
    scene.left[child] === scene.right[object]! + 1 &&
    ['NOUN', 'ADJ', 'PROPN'].includes(uposOf(scene.tokens, child)) &&
    childOf(scene, child, 'nsubj', 'cop', 'case') < 0
  )
}

function readGerund(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!)
    if (
      child > i &&
      tagOf(scene, child) === 'VBG' &&
      (['xcomp', 'ccomp'].includes(relationOf(tokens, child)) || isGerundBehind(scene, i, child))
    )
      return {ranges: [reachOf(scene, child)], head: child}
  return null
}

/** "has admitted using the code": right behind its verb, without a subject of its own. */
const isGerundBehind = (scene: Scene, i: number, child: number): boolean =>
  relationOf(scene.tokens, child) === 'advcl' && scene.left[child] === i + 1 && child === i + 1

function readPreposition(scene: Scene, i: number, cue: VerbCue): ReturnType<Read> {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const relation = relationOf(tokens, child)
    // "called a meeting on Friday": a day is when somebody spoke, not what about.
    if (child < i || scene.timed[child] === 1 || !TOPICS.has(relation)) continue
    const preposition = relation === 'obl' ? prepositionOf(scene, child) : markOf(scene, child)
    if (
      preposition === '' ||
      !(cue.takes.includes(preposition) || (preposition === 'to' && cue.takes.includes('to-topic') && relation === 'obl'))
    )
      continue
    const first = scene.left[child]!
    const skip = scene.word(first) === preposition ? 1 : 0
    const accused = cue.act === 'claim' ? childOf(scene, i, 'obj') : -1
    const from = accused > i && accused < child ? scene.left[accused]! : Math.min(first + skip, child)
    const content = {first: from, last: endOfContent(scene, i, child)}
    return {ranges: withTopic(scene, i, content), head: child}
  }
  return cue.takes.includes('of') && !cue.takes.includes('noun') ? readChargeInObject(scene, i) : null
}

// "accused him of being late", "of" as the mark of a clause under several names
const TOPICS = new Set(['obl', 'advcl', 'xcomp', 'ccomp'])

/** The accused stands with what they are accused of: "[the ministry of delay]", the tree hangs "of delay" on the ministry. */
function readChargeInObject(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  const object = childOf(scene, i, 'obj')
  if (object < i) return null
  for (let child = tokens.firstChild[object]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child < object || !['nmod', 'acl', 'advcl'].includes(relationOf(tokens, child))) continue
    const first = scene.left[child]!
    if (scene.word(first) === 'of' && first < child) return {ranges: [reachOf(scene, object)], head: child}
  }
  return null
}

/** "shows the envoy leaving the hall". */
function readObjectParticiple(scene: Scene, i: number): ReturnType<Read> {
  const {tokens} = scene
  const object = childOf(scene, i, 'obj')
  if (object < i) return null
  for (const parent of [object, i])
    for (let child = tokens.firstChild[parent]!; child >= 0; child = tokens.nextSibling[child]!)
      if (
        child > object &&
        tagOf(scene, child) === 'VBG' &&
        ['acl', 'xcomp', 'advcl', 'ccomp'].includes(relationOf(tokens, child)) &&
        scene.left[child] === child
      )
        return {ranges: [{first: scene.left[object]!, last: Math.max(scene.right[object]!, scene.right[child]!)}], head: child}
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

function readNoun(scene: Scene, i: number, cue: VerbCue): ReturnType<Read> {
  const {tokens} = scene
  const object = isPassive(scene, i) ? exactChildOf(scene, i, 'nsubj:pass') : objectOf(scene, i)
  if (object < 0 || (object < i && !isPassive(scene, i))) return null
  if (tokens.upos[object] !== undefined && uposOf(tokens, object) === 'PRON' && scene.word(object).endsWith('self')) return null
  const next = scene.right[object]! + 1
  const isSubject = next < tokens.length && tokens.sentence[next] === tokens.sentence[i] && isFiniteVerb(scene, next)
  if (object > i && (isSubject || (cue.takes.includes('that') && predicateOf(scene, i, object) >= 0))) {
    // "noted [his attorney] offered …": the object is the subject of what was said.
    const clause = readClauseBehind(scene, i)
    if (clause) return {ranges: [clause], head: object}
  }
  return {ranges: [object > i ? {first: scene.left[object]!, last: endOfContent(scene, i, object)} : reachOf(scene, object)], head: object}
}

/** The object, also where the tree calls it something else: "played down [the meeting]" right behind its particle. */
function objectOf(scene: Scene, i: number): number {
  const object = childOf(scene, i, 'obj')
  if (object >= 0) return object
  const particle = exactChildOf(scene, i, 'compound:prt')
  if (particle < 0) return -1
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!)
    if (child > particle && scene.left[child] === particle + 1 && relationOf(tokens, child) === 'obl' && prepositionOf(scene, child) === '')
      return child
  return -1
}

/** Parsers hang "by X", "to Y", "of Z" behind an object on the verb: what follows the content without a comma belongs to it. */
function endOfContent(scene: Scene, i: number, content: number): number {
  const {tokens} = scene
  let last = scene.right[content]!
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    if (child < content || scene.left[child]! !== last + 1 || isPunctuation(scene, last + 1)) continue
    if (!TRAILING.has(relationOf(tokens, child)) || isCircumstance(scene, child)) continue
    last = scene.right[child]!
  }
  return last
}

const TRAILING = new Set(['obl', 'nmod', 'xcomp', 'acl', 'advcl', 'ccomp'])
const CIRCUMSTANCES = new Set(['during', 'after', 'before', 'at', 'when', 'while', 'because', 'since', 'until', 'following', 'if', 'amid'])

/** "rejected the plan on Friday in a statement": when, where and why somebody said it is no part of what was said. */
function isCircumstance(scene: Scene, child: number): boolean {
  const first = scene.left[child]!
  if (scene.timed[child] === 1 || scene.timed[first] === 1 || CIRCUMSTANCES.has(scene.word(first))) return true
  return scene.lexicon.settings.has(scene.tokens.lemma(child)) || scene.word(child) === 'statement'
}

/** "The envoys are accused of lying": nobody is the source, so the subject stands with what is said of it. */
function withTopic(scene: Scene, i: number, content: TokenRange): TokenRange[] {
  const subject = isPassive(scene, i) ? childOf(scene, i, 'nsubj') : -1
  return subject >= 0 && subject < i ? [reachOf(scene, subject), content] : [content]
}
