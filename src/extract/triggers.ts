// Finds the words that tell an event: a pattern's lemma, with the objects and phrases that the pattern asks for. The most exact pattern wins.
import type {EventPattern} from '../model/pack-talks.ts'
import type {Sentence} from '../model/tokens.ts'
import {childrenOf, uposOf} from '../text/tree.ts'
import {clauseOf} from './clause.ts'
import type {ByWord, Wording} from './lexicon.ts'
import {isPredicate} from './modality.ts'
import {caseOf, coordinated, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {agentsOf, isPassive, isVerb, objectsOf, prepositional, reachOf, standsForFinite, subjectsOf} from './slots.ts'
import {standsWith} from './wording.ts'

export type Form = 'verb' | 'noun' | 'adjective'

export interface Trigger {
  readonly token: number
  /** Last token of the expression, for its span. */
  readonly last: number
  readonly form: Form
  readonly pattern: EventPattern
}

export function triggersIn(scene: Scene, sentence: Sentence): readonly Trigger[] {
  const found: Trigger[] = []
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    const trigger = triggerAt(scene, token)
    if (trigger) found.push(trigger)
  }
  return found
}

function triggerAt(scene: Scene, token: number): Trigger | null {
  const {lexicon} = scene
  // A word inside a name ("Peace Talks Committee") tells nothing.
  if (scene.mentionOf[token]! >= 0 && scene.document.mentions[scene.mentionOf[token]!]!.level === 'name') return null
  if (isVerb(scene, token)) {
    const relation = scene.relations[token]!
    // "suspected fighters": a participle before its noun describes.
    if (relation === 'aux' || relation === 'cop' || relation === 'amod' || relation === 'compound') return null
    if (describesObject(scene, token)) return null
    // "is opposed to", "is committed to": a passive with nobody behind it is a state.
    const state =
      !isUnderWay(scene, token) &&
      (isPassive(scene, token) || isParticipleState(scene, token)) &&
      prepositional(scene, [token], 'by').length === 0
        ? best(scene, token, 'adjective', lexicon.adjectives)
        : null
    return state ?? best(scene, token, 'verb', lexicon.verbs)
  }
  const pos = uposOf(scene.tokens, token)
  // a mended tag: "Fighting broke out"
  if (pos === 'NOUN' || (pos === 'VERB' && scene.tags[token] === 'NN')) {
    const relation = scene.relations[token]!
    // "ceasefire talks", "attack helicopter": a noun before a noun is what kind, not what happened.
    if (relation === 'compound' || relation === 'amod' || (relation === 'nmod' && scene.tokens.head[token]! === token + 1)) return null
    const noun = best(scene, token, 'noun', lexicon.nouns)
    // "held under Kalvian mediation": whose help the talks had, no event beside them.
    return noun?.pattern.mode === 'third-party' && HELPED.has(caseOf(scene, token) ?? '') ? null : noun
  }
  if ((pos === 'ADJ' || pos === 'ADP' || pos === 'ADV' || pos === 'VERB') && isPredicate(scene, token))
    return best(scene, token, 'adjective', lexicon.adjectives)
  return null
}

const HELPED = new Set(['under', 'with', 'through'])

/** "is prepared to" with "is" read as a copula. */
const isParticipleState = (scene: Scene, token: number): boolean => scene.tags[token] === 'VBN' && isCopular(scene, token)

/** "is being prepared" is no state of readiness. */
const isUnderWay = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token)) if (scene.lemmas[child] === 'be' && scene.tags[child] === 'VBG') return true
  return false
}

const isCopular = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token)) if (scene.relations[child] === 'cop') return true
  return false
}

/** "frozen Kalvian assets" read as a verb with an object: a participle has an object only after "have", its own or a shared one. */
function describesObject(scene: Scene, token: number): boolean {
  if (scene.tags[token]! !== 'VBN') return false
  let object = false
  for (const child of childrenOf(scene.tokens, token)) {
    const relation = scene.relations[child]!
    if (relation === 'aux' || relation === 'nsubj') return false
    if (relation === 'obj') object = true
  }
  const relation = scene.relations[token]
  const head = scene.tokens.head[token]!
  if (!object || relation === 'root' || head < 0) return false
  const before = scene.tags[token - 1] ?? ''
  const behind = scene.tags[token + 1] ?? ''
  if (before.startsWith('NN') || before === 'RB' || !(behind.startsWith('NN') || behind.startsWith('JJ'))) return false
  return relation === 'conj' ? !isVerb(scene, head) : !standsForFinite(scene, token)
}

function best(scene: Scene, token: number, form: Form, words: ByWord<EventPattern>): Trigger | null {
  let winner: Wording<EventPattern> | null = null
  let rank = -1
  for (const wording of words.get(scene.lemmas[token]!) ?? []) {
    const exactness = exactnessOf(wording)
    if (exactness <= rank || !standsWith(scene, token, wording)) continue
    if (!fits(scene, token, wording.entry, form)) continue
    winner = wording
    rank = exactness
  }
  if (winner === null || (winner.after.length === 0 && form === 'verb' && isQuestion(scene, token))) return null
  return {token, last: lastToken(scene, token, winner), form, pattern: winner.entry}
}

/** "Asked about the bridge, …": a wording of the governors that is longer than the pattern's tells that something is only talked of. */
export const isQuestion = (scene: Scene, token: number): boolean =>
  (scene.lexicon.governingVerbs.get(scene.lemmas[token]!) ?? []).some(
    wording =>
      wording.entry.class === 'speech' &&
      wording.after.length > 0 &&
      wording.after.every((word, i) => scene.lemmas[token + 1 + i] === word),
  )

/** More words, then an object, then a needed party make a pattern more exact. */
const exactnessOf = ({entry, before, after}: Wording<EventPattern>): number =>
  (before.length + after.length) * 4 +
  (entry.object.length > 0 ? 3 : 0) +
  (entry.needs.length > 0 ? 1 : 0) +
  (entry.subject.length > 0 ? 1 : 0)

function lastToken(scene: Scene, token: number, wording: Wording<EventPattern>): number {
  let last = token
  wording.after.forEach((word, i) => {
    if (scene.lemmas[token + 1 + i] === word) last = Math.max(last, token + 1 + i)
  })
  return last
}

function fits(scene: Scene, token: number, pattern: EventPattern, form: Form): boolean {
  const objects = form === 'verb' ? objectsOf(scene, token) : []
  if (pattern.notObject.some(word => (word.includes(':') || objects.length > 0) && objectFits(scene, token, objects, word))) return false
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

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase()

/** The lemma of a head, of the noun behind "a series of", of what is coordinated with it, and of compounds before it. */
function headWords(scene: Scene, token: number): readonly string[] {
  const words: string[] = []
  for (const each of coordinated(scene, token)) {
    words.push(scene.lemmas[each]!)
    let compound = ''
    for (const child of childrenOf(scene.tokens, each)) {
      const relation = scene.relations[child]!
      if ((relation === 'compound' || relation === 'amod') && child === each - 1) compound = `${scene.lemmas[child]} ${scene.lemmas[each]}`
      if (relation === 'compound') words.push(scene.lemmas[child]!)
      if (
        relation === 'nmod' &&
        scene.tokens.head[child] === each &&
        isOf(scene, child) &&
        (scene.lexicon.is('transparent', scene.lemmas[each]!) || isAmount(scene, each))
      )
        words.push(scene.lemmas[child]!)
    }
    if (compound !== '') words.push(compound)
  }
  return words
}

/** "released four of the six surveyors", where the report tells of prisoners: counted people, whatever they do for a living. */
const isCounted = (scene: Scene, token: number): boolean =>
  isAmount(scene, token) && tellsOfCaptives(scene) && headWords(scene, token).some(word => CALLING.test(word))

const CALLING = /(?:[eo]r|ist|ian|man|woman|ant)$/

const told = new WeakMap<Scene, boolean>()

/** The report names people by their captivity twice or more. */
function tellsOfCaptives(scene: Scene): boolean {
  const known = told.get(scene)
  if (known !== undefined) return known
  const tells = scene.lemmas.filter(lemma => scene.lexicon.is('prisoners', lemma)).length > 1
  told.set(scene, tells)
  return tells
}

const isOf = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token)) if (scene.relations[child] === 'case' && scene.lemmas[child] === 'of') return true
  return false
}

/** "700 kg of medicine", "dollars of aid": the stuff counts, not the measure. */
const isAmount = (scene: Scene, token: number): boolean => {
  for (const child of childrenOf(scene.tokens, token))
    if (scene.relations[child] === 'nummod' || scene.relations[child] === 'det') return true
  return uposOf(scene.tokens, token) === 'NUM'
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
  return word === '*' ? phrases.length > 0 : phrases.some(phrase => headWords(scene, phrase).includes(word))
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

export function clausesUnder(scene: Scene, token: number): readonly number[] {
  const found: number[] = []
  for (const child of childrenOf(scene.tokens, token)) {
    const relation = scene.relations[child]!
    if (relation === 'xcomp' || relation === 'ccomp' || (relation === 'advcl' && isVerb(scene, child)) || relation === 'acl')
      found.push(child)
  }
  return found
}

function isMet(scene: Scene, token: number, need: string, pattern: EventPattern, objects: readonly number[], form: Form): boolean {
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
        prepositional(scene, [token], preposition).some(head => isWhere(scene, head)),
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
          headWords(scene, head).some(word => scene.lexicon.is('captives', word)) || isPersonOrGroup(scene, head) || isCounted(scene, head),
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
