// Which verb a verb without a subject of its own shares one with: participles, infinitives and second verbs of one speaker.
import {relationOf, uposOf} from '../../text/tree.ts'
import {childOf, exactChildOf, type Scene, tagOf} from './scene.ts'
import {isReport} from './surface.ts'

// "He began by saying", "wants to say": the way up to a subject is short; longer ones were parse errors on our own cases.
export const LONGEST_WAY_UP = 5

/** "let me say", "heard him say": the object of the first verb is who says it. */
export const isBareInfinitive = (scene: Scene, token: number): boolean =>
  tagOf(scene, token) === 'VB' && relationOf(scene.tokens, token) === 'xcomp' && childOf(scene, token, 'mark', 'aux') < 0

/** A clause that the tree hangs on a noun and that tells what the subject of the sentence does. */
export function isOfClause(scene: Scene, noun: number, token: number): boolean {
  if (isFreeParticiple(scene, token)) return true
  const {tokens, lexicon} = scene
  const object = relationOf(tokens, noun) === 'nmod' ? tokens.head[noun]! : noun
  const verb = tokens.head[object]!
  if (verb < 0 || relationOf(tokens, object) !== 'obj' || exactChildOf(scene, noun, 'nmod:poss') >= 0) return false
  // "used blunt words to denounce the raid", "issued a statement calling for talks"
  const isPurpose = scene.word(scene.left[token]!) === 'to' && tagOf(scene, token) === 'VB'
  return isPurpose || (tagOf(scene, token) === 'VBG' && lexicon.lightVerbs.has(tokens.lemma(verb)) && tokens.lemma(verb) !== 'have')
}

/** ", saying that the map was old": a participle of speech behind a comma belongs to the subject of the clause, not to the noun in front of it. */
function isFreeParticiple(scene: Scene, token: number): boolean {
  return tagOf(scene, token) === 'VBG' && isBehindComma(scene, token) && isReport(scene, token)
}

/** Behind a comma, also one that stands inside the quotation marks in front. */
const isBehindComma = (scene: Scene, token: number): boolean => {
  const before = scene.left[token]! - 1
  return (
    scene.word(before) === ',' ||
    (scene.quoteOf[before]! >= 0 && scene.quoteOf[before] !== scene.quoteOf[token] && scene.word(before - 1) === ',')
  )
}

/** The verb whose clause a nominal stands in, as object or circumstance; -1 where the nominal is itself a subject or heads the sentence. */
export function clauseOver(scene: Scene, nominal: number): number {
  const {tokens} = scene
  for (let at = nominal, steps = 0; at >= 0 && steps < LONGEST_WAY_UP; steps++) {
    const relation = relationOf(tokens, at)
    const head = tokens.head[at]!
    if (head < 0 || relation === 'nsubj' || relation === 'csubj') return -1
    if (relation === 'obj' || relation === 'obl' || relation === 'iobj' || relation === 'xcomp' || relation === 'ccomp') {
      if (uposOf(tokens, head) === 'VERB') return head
    }
    at = head
  }
  return -1
}

/** "said the truce was holding and warned that …": the second verb of speech was hung on the first one's content; its subject is the speaker. */
export function isToldInSameBreath(scene: Scene, token: number, i: number): boolean {
  const {tokens} = scene
  const outer = tokens.head[token]!
  return (
    relationOf(tokens, token) === 'ccomp' &&
    outer >= 0 &&
    tagOf(scene, outer) === tagOf(scene, i) &&
    isReport(scene, i) &&
    isReport(scene, outer)
  )
}

/** "said the plan was dead, arguing that …": the participle hung on what was said belongs to whoever said it. */
export function verbOfSpeaker(scene: Scene, token: number, host: number): number {
  const {tokens} = scene
  const outer = tokens.head[host]!
  const isArguing = tagOf(scene, token) === 'VBG' && isReport(scene, token) && isBehindComma(scene, token)
  const subject = childOf(scene, host, 'nsubj')
  // "said the delegates opposed it, arguing …": another's verb keeps its participle
  const isSame = subject >= 0 && uposOf(tokens, subject) === 'PRON'
  return isArguing && isSame && outer >= 0 && relationOf(tokens, host) === 'ccomp' && isReport(scene, outer) ? outer : host
}

/** "thanked the team for showing", "accused the ministry of hiding": the object of the first verb does the second. -1 where it does not. */
export function objectInControl(scene: Scene, token: number, verb: number): number {
  if (tagOf(scene, token) !== 'VBG') return -1
  const mark = childOf(scene, token, 'mark', 'case')
  const object = childOf(scene, verb, 'obj')
  if (mark < 0 || object < verb || object > token) return -1
  const word = scene.word(mark)
  return scene.lexicon.verbs.get(scene.tokens.lemma(verb))?.some(cue => cue.class === 'speech' && cue.takes.includes(word)) &&
    (word === 'for' || word === 'of')
    ? object
    : -1
}
