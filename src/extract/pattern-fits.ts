// Whether a pattern may fire at a word: the object, the subject and the other end that it asks for, and the senses that it is kept from.
import type {EventPattern} from '../model/pack-talks.ts'
import {uposOf} from '../text/tree.ts'
import {headWords, isHeadedBy, lastWord} from './head-words.ts'
import {clausesUnder, isMet} from './needs.ts'
import {coordinated, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, isPassive, objectsOf, prepositional, subjectsOf} from './slots.ts'
import {isTimeWord} from './time-words.ts'
import type {Form} from './trigger.ts'

export function fits(scene: Scene, token: number, pattern: EventPattern, form: Form): boolean {
  const objects = form === 'verb' ? objectsOf(scene, token) : []
  if (pattern.notObject.some(word => (word.includes(':') ? objectFits(scene, token, objects, word) : isHeadedBy(scene, objects, word))))
    return false
  if (form === 'verb' && (isJudged(scene, token, objects) || isMetByNobody(scene, token, pattern))) return false
  if (pattern.subject.length > 0 && !subjectFits(scene, token, pattern.subject)) return false
  if (pattern.object.length > 0 && !pattern.object.some(wanted => objectFits(scene, token, objects, wanted))) return false
  return pattern.needs.every(need => isMet(scene, token, need, pattern, objects, form))
}

/** "called the meeting “businesslike”": a verb of judging with a verdict right behind its object makes nothing happen. */
const isJudged = (scene: Scene, verb: number, objects: readonly number[]): boolean =>
  scene.lexicon.is('judging', scene.lemmas[verb]!) &&
  objects.some(object => object > verb && (scene.tags[object + 1] === '``' || scene.tags[object + 1] === 'JJ'))

/** "The condition was met": with nobody behind "by" the passive of meeting somebody is about things. */
const isMetByNobody = (scene: Scene, verb: number, {mutual, object, to}: EventPattern): boolean =>
  mutual && object.length === 0 && to.includes('obj') && isPassive(scene, verb) && prepositional(scene, [verb], 'by').length === 0

function subjectFits(scene: Scene, token: number, wanted: readonly string[]): boolean {
  const subjects = agentsOf(scene, token).flatMap(subject => coordinated(scene, subject))
  if (subjects.length === 0) return false
  return subjects.some(subject => {
    if (headWords(scene, subject).some(word => wanted.includes(word))) return true
    const party = partiesAt(scene, subject)[0]
    if (!party) return false
    const somebody = scene.document.somebodies[party.entity]
    const type = somebody?.type
    // "it would strike": who "it" is.
    if (uposOf(scene.tokens, subject) === 'PRON' && wanted.includes(lastWord(somebody?.name ?? ''))) return true
    return (type === 'person' && wanted.includes('person')) || (type === 'group' && wanted.includes('group'))
  })
}

function objectFits(scene: Scene, verb: number, objects: readonly number[], wanted: string): boolean {
  const colon = wanted.indexOf(':')
  if (colon < 0) return objects.some(object => headWords(scene, object).includes(wanted))
  const slot = wanted.slice(0, colon)
  const word = wanted.slice(colon + 1)
  if (slot === 's') return subjectsOf(scene, verb).some(subject => headWords(scene, subject).includes(word))
  if (slot === 'w') return followedBy(scene, verb, word)
  if (slot === 'x')
    return clausesUnder(scene, verb).some(clause => scene.relations[clause] !== 'advcl' && (word === '*' || scene.lemmas[clause] === word))
  if (slot === 'g') return followedByGerund(scene, verb, word)
  const phrases = prepositional(scene, [verb, ...objects], slot)
  return word === '*'
    ? phrases.some(phrase => !isTimeWord(scene, phrase) || slot === 'until')
    : phrases.some(phrase => headWords(scene, phrase).includes(word))
}

/** The words stand behind the verb in its sentence, however they hang in the tree: "in exchange", "in return". */
function followedBy(scene: Scene, verb: number, words: string): boolean {
  const [first, second] = words.split(' ')
  const end = scene.document.sentences[scene.tokens.sentence[verb]!]?.endToken ?? 0
  for (let at = verb + 1; at + 1 < end; at++) if (scene.lemmas[at] === first && scene.lemmas[at + 1] === second) return true
  return false
}

/** "attacked the minister for making the offer": a preposition behind the verb with what somebody did. */
function followedByGerund(scene: Scene, verb: number, preposition: string): boolean {
  const end = scene.document.sentences[scene.tokens.sentence[verb]!]?.endToken ?? 0
  for (let at = verb + 1; at + 1 < end && at - verb <= GERUND_REACH; at++)
    if (scene.lemmas[at] === preposition) {
      const next = scene.tags[at + 1]!
      return next === 'VBG' || ((next === '``' || next === '"') && scene.tags[at + 2] === 'VBG')
    }
  return false
}

/** Words of an object between the verb and its preposition. */
const GERUND_REACH = 8
