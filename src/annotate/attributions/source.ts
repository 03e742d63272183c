// Who a cue belongs to: its subject, its agent, its possessor, or the subject that governs it from further up the tree.
import {fullRelationOf, relationOf, uposOf} from '../../text/tree.ts'
import {clauseOver, isBareInfinitive, isOfClause, isToldInSameBreath, LONGEST_WAY_UP, objectInControl, verbOfSpeaker} from './control.ts'
import type {Source, TokenRange} from './draft.ts'
import {nominalBefore} from './nominal.ts'
import {childOf, exactChildOf, isPunctuation, type Scene, tagOf} from './scene.ts'
import {hasTense, isFiniteVerb, isReport, openingBefore} from './surface.ts'

/** A subject, and whether it is the verb's own or one that it shares with a verb further up the tree. */
interface Subject {
  readonly source: Source
  readonly isOwn: boolean
}

/** True for "was told", "is expected": the subject is not the one who speaks. */
export const isPassive = (scene: Scene, i: number): boolean =>
  exactChildOf(scene, i, 'aux:pass') >= 0 ||
  exactChildOf(scene, i, 'nsubj:pass') >= 0 ||
  (exactChildOf(scene, i, 'obl:agent') >= 0 && tagOf(scene, i) === 'VBN')

/** The source of a verb, null where the text names none. */
export function sourceOfVerb(scene: Scene, i: number): Source | null {
  if (uposOf(scene.tokens, i) === 'NOUN') return nominalBefore(scene, i)
  if (isPassive(scene, i)) return agentOf(scene, i)
  const found = findSubject(scene, i)
  // Nobody inside a quotation is the subject of a verb outside it.
  const hasCrossed = found !== null && scene.quoteOf[found.source.head] !== scene.quoteOf[i] && isLongQuote(scene, found.source.head)
  const subject = found === null || hasCrossed ? null : found.source
  const beside = found !== null && !hasCrossed && !found.isOwn && hasTense(scene, i) ? besideVerb(scene, i) : null
  if (beside !== null) return beside
  if (subject !== null && uposOf(scene.tokens, subject.head) !== 'VERB') return subject
  if (!hasTense(scene, i)) return subject
  return nominalBefore(scene, i) ?? subject ?? (isReport(scene, i) ? openingBefore(scene, i) : null)
}

/** "was angry after the minister criticised the map": with a name right in front of it a verb with tense borrows no subject from further up the tree. */
function besideVerb(scene: Scene, i: number): Source | null {
  const source = nominalBefore(scene, i)
  return source === null || scene.timed[source.head] === 1 || uposOf(scene.tokens, source.head) === 'DET' ? null : source
}

/** "by X" beside a passive. */
export function agentOf(scene: Scene, i: number): Source | null {
  const {tokens} = scene
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const relation = fullRelationOf(tokens, child)
    if (relation === 'obl:agent' || (relation === 'obl' && scene.word(scene.left[child]!) === 'by')) return withoutPreposition(scene, child)
  }
  return null
}

/** The subject of a verb, own or shared with the verb that governs it. */
export const subjectOf = (scene: Scene, i: number): Source | null => findSubject(scene, i)?.source ?? null

function findSubject(scene: Scene, i: number): Subject | null {
  const {tokens} = scene
  for (let token = i, steps = 0; token >= 0 && steps < LONGEST_WAY_UP; steps++) {
    const subject = ownSubjectOf(scene, token)
    if (subject >= 0 && !(steps > 0 && isToldInSameBreath(scene, token, i)))
      return subjectFrom(withTitle(scene, token, nominalSource(scene, subject)), steps === 0)
    const relation = relationOf(tokens, token)
    const head = tokens.head[token]!
    if (head < 0) return steps > 0 && hasTense(scene, token) ? subjectFrom(nominalBefore(scene, token), false) : null
    if (relation === 'acl' && isOfClause(scene, head, token)) {
      const governor = clauseOver(scene, head)
      if (governor < 0) return subjectFrom(nominalHolding(scene, head, token), true)
      token = verbOfSpeaker(scene, token, governor)
      continue
    }
    if (relation === 'acl') {
      if (fullRelationOf(tokens, token) === 'acl:relcl' || tagOf(scene, token) !== 'VBN')
        return subjectFrom(nominalHolding(scene, head, token), true)
      const agent = agentOf(scene, token)
      // "The minister urged both sides" read as a noun with a participle: with nothing else to be the verb, it is the verb.
      return subjectFrom(
        agent === null && relationOf(tokens, head) === 'root' && head < token ? nominalHolding(scene, head, token) : agent,
        true,
      )
    }
    if (relation === 'xcomp') {
      const object = childOf(scene, head, 'obj')
      if (
        object >= 0 &&
        object < token &&
        steps === 0 &&
        (isBareInfinitive(scene, token) || scene.lexicon.verbs.get(tokens.lemma(head))?.some(cue => cue.takes.includes('object-to')))
      )
        return subjectFrom(nominalSource(scene, object), true)
    } else if (
      relation !== 'conj' &&
      relation !== 'advcl' &&
      relation !== 'parataxis' &&
      relation !== 'dep' &&
      !isToldInSameBreath(scene, token, i)
    )
      return null
    if (relation === 'conj' && steps === 0 && exactChildOf(scene, token, 'aux:pass') >= 0) return null
    const object = steps === 0 ? objectInControl(scene, token, head) : -1
    if (object >= 0) return subjectFrom(nominalSource(scene, object), true)
    token = relation === 'advcl' ? verbOfSpeaker(scene, token, head) : head
  }
  return null
}

const subjectFrom = (source: Source | null, isOwn: boolean): Subject | null => (source === null ? null : {source, isOwn})

/**
 * "Mirvan Radio correspondent Elin Maros said", "Mirvan's prime minister, Elin Maros said": what the tree took for a subject of its own, right in front of the
 * name, belongs to it. Behind a frame between commas ("The plan, Maros said, would") it is what was spoken of.
 */
function withTitle(scene: Scene, verb: number, source: Source | null): Source | null {
  if (source === null) return null
  const {tokens} = scene
  const isFrame = verb + 2 < tokens.length && scene.word(verb + 1) === ',' && scene.quoteOf[verb + 2]! < 0
  for (let child = tokens.firstChild[verb]!; child >= 0 && child < source.first; child = tokens.nextSibling[child]!) {
    if (relationOf(tokens, child) !== 'nsubj' || !NAMING.has(uposOf(tokens, child)) || scene.quoteOf[child] !== scene.quoteOf[source.head])
      continue
    const gap = source.first - 1 - scene.right[child]!
    const isApposed =
      gap === 1 && !isFrame && scene.word(source.first - 1) === ',' && [child, source.head].every(i => uposOf(tokens, i) === 'PROPN')
    if (gap === 0 || isApposed) return {...source, first: scene.left[child]!}
  }
  return source
}

const NAMING = new Set(['NOUN', 'PROPN'])

/**
 * Where the tree hangs two subjects on one verb ("the talks had failed, Vashenko said"), the one nearest before the verb is its own, unless it is a relative
 * pronoun or stands between commas as an apposition ("Vashenko, the minister, said").
 */
function ownSubjectOf(scene: Scene, i: number): number {
  const {tokens} = scene
  let found = -1
  for (let child = tokens.firstChild[i]!; child >= 0; child = tokens.nextSibling[child]!) {
    const relation = relationOf(tokens, child)
    if (relation !== 'nsubj' && relation !== 'csubj') continue
    const next = scene.right[child]! + 1
    const isApart = (next < tokens.length && scene.word(next) === ',') || RELATIVE.has(scene.word(child))
    if (found < 0 || (child < i && !isApart)) found = child
  }
  return found
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom'])

/** The words of a nominal source: no preposition, no possessive mark, nothing that stands in another's quotation. */
export function nominalSource(scene: Scene, head: number): Source | null {
  if (relationOf(scene.tokens, head) === 'expl') return null
  const main = mainVerbBehind(scene, head)
  const before = main < 0 ? null : nominalBefore(scene, main)
  if (before !== null && before.head < head) return before
  // "The difference now, he told us": a pronoun has nothing before it.
  let first = tagOf(scene, head) === 'PRP' ? head : scene.left[head]!
  let last = scene.right[head]!
  // A subject that begins or ends inside quotation marks while its head stands outside is the parser's mistake.
  const quote = scene.quoteOf[head]!
  for (let i = head; i >= first; i--)
    if (scene.quoteOf[i] !== quote && isLongQuote(scene, i)) {
      first = i + 1
      break
    }
  for (let i = head; i <= last; i++)
    if (scene.quoteOf[i] !== quote && isLongQuote(scene, i)) {
      last = i - 1
      break
    }
  // "Speaking to reporters in the capital, the envoy said": a participle in front belongs to the clause, not to the name.
  for (let i = first; i < head; i++) if (uposOf(scene.tokens, i) === 'VERB') first = Math.max(first, lastCommaBefore(scene, i, head) + 1)
  while (first < head && (isPunctuation(scene, first) || ['CCONJ', 'ADP', 'SCONJ'].includes(uposOf(scene.tokens, first)))) first++
  while (last > head && isPunctuation(scene, last) && !')]'.includes(scene.word(last))) last--
  return {first, last, head}
}

/** "The envoy, asked about the map, [said …]": a verb with tense right behind a comma is no part of a name; -1 where there is none. */
function mainVerbBehind(scene: Scene, head: number): number {
  for (let i = head + 1; i < scene.right[head]!; i++)
    if (scene.word(i) === ',' && isFiniteVerb(scene, i + 1) && scene.quoteOf[i]! < 0) return i + 1
  return -1
}

/** The words of a source without what is only told beside it: ", who leads the delegation", ", speaking in the capital". */
export function namedBy(scene: Scene, {first, last, head}: Source): TokenRange {
  for (let i = Math.max(first, head) + 1; i < last; i++)
    if (
      scene.word(i) === ',' &&
      (RELATIVE.has(scene.word(i + 1)) || scene.word(i + 1) === 'whose' || opensParticiple(scene, i + 1)) &&
      scene.word(i + 1) !== 'including'
    )
      return {first, last: i - 1}
  return {first, last}
}

/** ", speaking in the capital", ", in explaining her vote" */
const opensParticiple = (scene: Scene, i: number): boolean =>
  tagOf(scene, i) === 'VBG' || (['ADP', 'SCONJ'].includes(uposOf(scene.tokens, i)) && tagOf(scene, i + 1) === 'VBG')

/** From this length on a quotation holds a sentence of its own: measured on our cases, fragments are shorter. */
export const LONG_QUOTE_CHARACTERS = 40

function isLongQuote(scene: Scene, i: number): boolean {
  const index = scene.quoteOf[i]!
  if (index < 0) return false
  const quotation = scene.quotations[index]!
  return quotation.end - quotation.start > LONG_QUOTE_CHARACTERS
}

/** A nominal after a preposition: "by the ministry" gives "the ministry". */
export function withoutPreposition(scene: Scene, head: number): Source | null {
  const source = nominalSource(scene, head)
  if (source === null) return null
  let {first} = source
  while (first < head && (relationOf(scene.tokens, first) === 'case' || relationOf(scene.tokens, first) === 'fixed')) first++
  return {...source, first}
}

/** "Mirvan's demand", "the demand of Mirvan": who a noun belongs to. */
export function possessorOf(scene: Scene, i: number): Source | null {
  const possessor = exactChildOf(scene, i, 'nmod:poss')
  if (possessor < 0) return null
  const source = nominalSource(scene, possessor)
  if (source === null) return null
  let {last} = source
  while (last > source.head && (relationOf(scene.tokens, last) === 'case' || isPunctuation(scene, last))) last--
  return {...source, last}
}

/** The noun that a clause hangs on, up to that clause: "the nominee noted" read as noun and clause still has its subject. */
function nominalHolding(scene: Scene, head: number, clause: number): Source | null {
  // "footage of the minister saying": the one who is seen says it
  const shown = scene.lexicon.footage.has(scene.tokens.lemma(head)) ? childOf(scene, head, 'nmod') : -1
  if (shown > head && shown < clause) return nominalHolding(scene, shown, clause)
  const source = nominalSource(scene, head)
  if (source === null || clause <= head) return source
  return source.last >= scene.left[clause]! ? {...source, last: Math.max(head, scene.left[clause]! - 1)} : source
}

function lastCommaBefore(scene: Scene, from: number, head: number): number {
  for (let i = head - 1; i > from; i--) if (scene.word(i) === ',') return i
  return -1
}
