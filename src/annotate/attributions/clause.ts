// Where a reported clause ends. Trees tear long clauses: what grows out of the cue and follows the clause without a break still belongs to it.
import {relationOf, uposOf} from '../../text/tree.ts'
import type {TokenRange} from './draft.ts'
import {childOf, isPunctuation, type Scene} from './scene.ts'
import {hasFinite, isFiniteVerb} from './surface.ts'

/** The clause that begins with a range, with the parts of it that the tree hung elsewhere. */
export function wholeClause(scene: Scene, cue: number, range: TokenRange): TokenRange {
  if (range.first < cue) return range
  let whole = range
  for (let rounds = 0; rounds < MOST_PARTS; rounds++) {
    const last =
      endOfPredicate(scene, cue, whole) ??
      endOfCircumstance(scene, cue, whole) ??
      endOfJoined(scene, whole) ??
      endOfRelative(scene, whole) ??
      endOfMain(scene, whole)
    if (last === null || last <= whole.last) break
    whole = {...whole, last}
  }
  return whole
}

// "that A, that B and that C, which D": more parts than four were lists of a speech, read one by one.
const MOST_PARTS = 4

const endOfSentence = ({sentences, tokens}: Scene, i: number): number => sentences[tokens.sentence[i]!]!.endToken

/** "said he was angry after [the minister | criticised the map]": a verb with tense right behind belongs to its subject, as long as it grows out of the cue. */
function endOfPredicate(scene: Scene, cue: number, {last}: TokenRange): number | null {
  const next = last + 1
  if (next >= endOfSentence(scene, last) || !isFiniteVerb(scene, next)) return null
  const {tokens} = scene
  const verb = uposOf(tokens, next) === 'AUX' ? tokens.head[next]! : next
  return verb >= next && descends(scene, verb, cue) ? scene.right[verb]! : null
}

/** "said he was angry [after the minister criticised the map]": without a comma a circumstance belongs to what was said. */
function endOfCircumstance(scene: Scene, cue: number, {last}: TokenRange): number | null {
  const next = last + 1
  if (next + 1 >= endOfSentence(scene, last) || !OPENING.has(scene.word(next))) return null
  const clause = scene.tokens.head[next]!
  return clause > next && scene.left[clause] === next && scene.tokens.head[clause] === cue ? scene.right[clause]! : null
}

/** "told them that the road was open, and that the guns were silent": a second "that". */
function endOfJoined(scene: Scene, {first, last}: TokenRange): number | null {
  const end = endOfSentence(scene, last)
  let next = last + 1
  const comma = next < end && scene.word(next) === ','
  if (comma) next++
  const joined = next < end && uposOf(scene.tokens, next) === 'CCONJ'
  if (joined) next++
  if (next + 1 >= end || scene.word(next) !== 'that' || !(joined || (comma && scene.word(first) === 'that'))) return null
  if (isFiniteVerb(scene, next + 1) || !hasFinite(scene, next + 1, end - 1) || scene.quoteOf[next] !== scene.quoteOf[last]) return null
  const clause = scene.tokens.head[next]!
  return clause > next && scene.left[clause]! >= next - 2 ? scene.right[clause]! : end - 1
}

/** "said it had lost ships in 2029, which opened the way": the clause of the noun that it follows. */
function endOfRelative(scene: Scene, {last}: TokenRange): number | null {
  const end = endOfSentence(scene, last)
  if (last + 3 >= end || scene.word(last + 1) !== ',' || !RELATIVE.has(scene.word(last + 2))) return null
  const {tokens} = scene
  let clause = tokens.head[last + 2]!
  while (clause >= 0 && relationOf(tokens, clause) !== 'acl' && clause > last + 2 && scene.left[tokens.head[clause] ?? -1]! > last)
    clause = tokens.head[clause]!
  return clause > last + 2 && scene.left[clause] === last + 2 - Number(isPunctuation(scene, scene.left[clause]!))
    ? scene.right[clause]!
    : null
}

const RELATIVE = new Set(['which', 'who', 'whose', 'whom'])

/** "finds that while the fleet has left, the guns have not": a clause that opens with a circumstance has its main clause behind the comma. */
function endOfMain(scene: Scene, {first, last}: TokenRange): number | null {
  const end = endOfSentence(scene, last)
  const opener = scene.word(first) === 'that' ? first + 1 : first
  const opens = uposOf(scene.tokens, opener) === 'SCONJ' || OPENING.has(scene.word(opener))
  if (!opens || last + 2 >= end || scene.word(last + 1) !== ',' || scene.quoteOf[last + 1]! >= 0) return null
  if (childOf(scene, last + 1, 'cc') >= 0 || uposOf(scene.tokens, last + 2) === 'CCONJ' || hasInnerComma(scene, opener, last)) return null
  return hasFinite(scene, last + 2, end - 1) ? end - 1 : null
}

const OPENING = new Set([
  'while',
  'if',
  'although',
  'though',
  'when',
  'according',
  'because',
  'since',
  'unless',
  'once',
  'after',
  'before',
  'until',
])

function hasInnerComma(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (scene.word(i) === ',') return true
  return false
}

function descends({tokens}: Scene, token: number, from: number): boolean {
  for (let at = tokens.head[token]!, steps = 0; at >= 0 && steps < LONGEST_WAY; steps++) {
    if (at === from) return true
    at = tokens.head[at]!
  }
  return false
}

const LONGEST_WAY = 12

/**
 * "said [the province] and its towns will vote", "say the plan, drawn up in March, has failed": an object that turns out to be the subject of a verb with
 * tense, joined in another tense than the cue's or right behind a closing comma. -1 where it is an object and no more.
 */
export function predicateOf(scene: Scene, cue: number, object: number): number {
  const {tokens} = scene
  const end = endOfSentence(scene, cue)
  const next = scene.right[object]! + 1
  if (next >= end) return -1
  if (scene.word(next) === ',' && next + 1 < end && isFiniteVerb(scene, next + 1))
    return hasInnerComma(scene, object, next - 1) ? next + 1 : -1
  if (uposOf(tokens, next) !== 'CCONJ') return -1
  const verb = tokens.head[next]!
  const subject = verb > next ? childOf(scene, verb, 'nsubj') : -1
  if (subject < next || scene.left[subject]! !== next + 1 || !descends(scene, verb, cue)) return -1
  const finite = scene.right[subject]! + 1
  return finite <= verb && isFiniteVerb(scene, finite) && tenseOf(scene, finite) !== tenseOf(scene, cue) ? finite : -1
}

const tenseOf = (scene: Scene, i: number): string => {
  const tag = scene.tokens.tags[scene.tokens.xpos[i]!]!
  return tag === 'VBZ' || tag === 'VBP' ? 'present' : tag
}
