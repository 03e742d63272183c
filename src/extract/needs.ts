// What a pattern needs beside its word: somebody at the other end, a place, a phone, more than one who does it.
import type {EventPattern} from '../model/pack-talks.ts'
import {childrenOf, uposOf} from '../text/tree.ts'
import {PERSONAL} from './captives.ts'
import {clauseOf} from './clause.ts'
import {headWords, isCounted, lastWord} from './head-words.ts'
import {coordinated, type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, isPassive, isVerb, prepositional, reachOf, subjectsOf} from './slots.ts'
import {tellsOf} from './told-of.ts'
import type {Form} from './trigger.ts'

export function clausesUnder(scene: Scene, token: number): readonly number[] {
  const found: number[] = []
  for (const child of childrenOf(scene.tokens, token)) {
    const relation = scene.relations[child]!
    if (relation === 'xcomp' || relation === 'ccomp' || (relation === 'advcl' && isVerb(scene, child)) || relation === 'acl')
      found.push(child)
  }
  return found
}

export function isMet(scene: Scene, token: number, need: string, pattern: EventPattern, objects: readonly number[], form: Form): boolean {
  const named = (heads: readonly number[]): boolean => heads.some(head => partiesAt(scene, head).length > 0)
  const people = (heads: readonly number[]): boolean => heads.some(head => partiesAt(scene, head).some(party => !party.place))
  switch (need) {
    case 'obj':
      return objects.length > 0
    case 'obj-person':
      return objects.some(object => isSomebody(scene, object) || (scene.lexicon.is('people', scene.lemmas[object]!) && people([object])))
    case 'obj-party':
      return people(objects)
    case 'obj-place':
      return objects.some(object => isWhere(scene, object) || isUnknownName(scene, object))
    case 'to-place':
      return ['to', 'in', 'into', 'at', 'from'].some(preposition =>
        prepositional(scene, [token], preposition).some(head => isWhere(scene, head) || isUnknownName(scene, head)),
      )
    case 'from-place':
      return prepositional(scene, [token, ...objects], 'from').some(head => isWhere(scene, head))
    case 'from-any':
      return prepositional(scene, [token], 'from').length + prepositional(scene, [token], 'of').length > 0
    case 'with':
      return people(prepositional(scene, [token, ...objects], 'with'))
    case 'between':
      return named(prepositional(scene, [...reachOf(scene, token), ...verbOver(scene, token)], 'between'))
    case 'by':
      return named([...prepositional(scene, [token], 'by'), ...prepositional(scene, [token], 'between')])
    case 'captive': {
      const heads = form === 'noun' ? prepositional(scene, [token], 'of') : objects
      return heads.some(
        head =>
          headWords(scene, head).some(word => scene.lexicon.is('captives', word)) ||
          isPersonOrGroup(scene, head) ||
          isCounted(scene, head) ||
          PERSONAL.has(scene.lemmas[head]!),
      )
    }
    case 'by-phone':
      return isByPhone(scene, token)
    case 'attacked':
      return (
        named(objects) ||
        objects.some(object => headWords(scene, object).some(word => scene.lexicon.is('captives', word))) ||
        (named(prepositional(scene, [token], 'with')) && pattern.to.includes('with')) ||
        named(prepositional(scene, [token], 'against'))
      )
    case 'fired':
      return (
        objects.some(object => headWords(scene, object).some(word => scene.lexicon.is('projectiles', word) || word === 'fire')) ||
        ['on', 'at'].some(preposition => prepositional(scene, [token], preposition).length > 0)
      )
    case 'with-or-between':
      return ['with', 'between', 'to'].some(preposition => people(prepositional(scene, reachOf(scene, token), preposition)))
    case 'bare':
      return objects.length === 0 && clausesUnder(scene, token).length === 0 && !isPassive(scene, token)
    case 'passive':
      return isPassive(scene, token)
    case 'labour':
      return tellsOf(scene, 'labour')
    case 'captives-told':
      return tellsOf(scene, 'prisoners')
    case 'no-clause':
      return [token, ...objects].every(word => clausesUnder(scene, word).every(clause => scene.relations[clause] === 'advcl'))
    case 'there':
      return isThere(scene, token)
    case 'two-sides':
      return withJoint(scene, token)
    case 'to-side':
      return prepositional(scene, [token], 'to').some(head => partiesAt(scene, head).some(party => isSpokenTo(scene, party)))
    case 'in-place':
      return ['in', 'at'].some(preposition => prepositional(scene, [token], preposition).some(head => isWhere(scene, head)))
    case 'person':
      return people(subjectsOf(scene, token))
    case 'active':
      return !isPassive(scene, token)
    case 'wish':
      return isWish(scene, token)
    case 'by-whom':
      return people([
        ...prepositional(scene, [token], 'by'),
        ...prepositional(scene, [token], 'from'),
        ...prepositional(scene, [token], 'of'),
        ...[...childrenOf(scene.tokens, token)].filter(child => child < token && scene.relations[child] !== 'det'),
      ])
    case 'own-clause':
      return clausesUnder(scene, token).some(clause =>
        subjectsOf(scene, clause).some(subject => uposOf(scene.tokens, subject) === 'PRON' || agentsOf(scene, token).includes(subject)),
      )
    default:
      return named(prepositional(scene, [token, ...objects], need))
  }
}

/** "There is no agreement" */
const isThere = (scene: Scene, noun: number): boolean => {
  const head = scene.tokens.head[noun]!
  if (head < 0 || scene.relations[noun] !== 'nsubj' || scene.lemmas[head] !== 'be') return false
  for (const child of childrenOf(scene.tokens, head)) if (scene.lemmas[child] === 'there') return true
  return false
}

/** "Ostrel and Mirvan discussed", "the two ministers argued": more than one party does it. */
const withJoint = (scene: Scene, verb: number): boolean =>
  !isPassive(scene, verb) && new Set(agentsOf(scene, verb).flatMap(head => partiesAt(scene, head).map(party => party.entity))).size > 1

/** "spoke to the envoy" is a talk; "spoke to the daily" is a quote. */
const isSpokenTo = (scene: Scene, {entity, place}: Party): boolean => {
  const somebody = scene.document.somebodies[entity]
  return !place && somebody !== undefined && somebody.type !== 'outlet' && !scene.lexicon.is('press', lastWord(somebody.name))
}

/** "by telephone", "over a video link", "spoke online": on this word. */
export const isByPhone = (scene: Scene, token: number): boolean =>
  ['by', 'on', 'over', 'via', 'through'].some(preposition =>
    prepositional(scene, [token], preposition).some(head => scene.lexicon.is('phones', scene.lemmas[head]!)),
  ) ||
  [...childrenOf(scene.tokens, token)].some(
    child => scene.relations[child] === 'advmod' && scene.lexicon.is('phones', scene.lemmas[child]!),
  )

/** "insisted that it had paid" says so; "insisted that the troops must leave", "insisted on their return", "insisted they leave" want it. */
export function isWish(scene: Scene, verb: number): boolean {
  if (!scene.lexicon.is('assertive', scene.lemmas[verb]!)) return true
  if (prepositional(scene, [verb], 'on').length + prepositional(scene, [verb], 'upon').length > 0) return true
  return clausesUnder(scene, verb).some(clause => {
    const {tense, gerund} = clauseOf(scene, clause)
    return clause > verb && (tense === 'obliged' || (tense === 'none' && !gerund))
  })
}

/** "Fighting broke out between the army and the militia": the verb whose subject the noun is. */
const verbOver = (scene: Scene, noun: number): readonly number[] => {
  const head = scene.tokens.head[noun]!
  return head >= 0 && scene.relations[noun] === 'nsubj' && isVerb(scene, head) ? [head] : []
}

function isSomebody(scene: Scene, token: number): boolean {
  return coordinated(scene, token).some(each => {
    const index = scene.mentionOf[each]! >= 0 ? scene.mentionOf[each]! : scene.mentionAt[each]!
    if (index >= 0) return scene.document.mentions[index]!.type !== 'place' || scene.document.mentions[index]!.metonym
    return scene.lexicon.is('captives', scene.lemmas[each]!) && partiesAt(scene, each).length > 0
  })
}

function isPersonOrGroup(scene: Scene, token: number): boolean {
  const index = scene.mentionOf[token]! >= 0 ? scene.mentionOf[token]! : scene.mentionAt[token]!
  if (index < 0) return false
  const {type} = scene.document.mentions[index]!
  return type === 'person' || type === 'group'
}

/** "visited Orvale": a name that the report explains nowhere. */
const isUnknownName = (scene: Scene, token: number): boolean => scene.tags[token] === 'NNP' && scene.mentionAt[token]! < 0

function isWhere(scene: Scene, token: number): boolean {
  const index = scene.mentionOf[token]! >= 0 ? scene.mentionOf[token]! : scene.mentionAt[token]!
  if (index < 0) return false
  const {type} = scene.document.mentions[index]!
  return type === 'place' || type === 'country'
}
