// Who plays which part in an event: actors, recipients, host, mediators, place. A place is never a party; a speaker never acts in what they tell.
import type {Attribution} from '../model/attribution.ts'
import type {EventKind} from '../model/claim.ts'
import {reachOf as reachOfQuotes} from '../text/reach.ts'
import {childrenOf, tokenAt} from '../text/tree.ts'
import {keepersOf} from './captives.ts'
import {opensCondition} from './clause.ts'
import {classOver} from './governors.ts'
import {isPredicate, tellingVerb, worldOf} from './modality.ts'
import {childrenWhere, modifiers} from './modifiers.ts'
import {afterVerb, beforeVerb, sidesOf} from './nearby.ts'
import {clausesUnder} from './needs.ts'
import {caseOf, isCaptive, isPossessive, type Party, partiesAt} from './parties.ts'
import {placeBehind, placeIn} from './place.ts'
import type {Scene} from './scene.ts'
import {agentsOf, indirectObjectsOf, isPassive, isVerb, objectsOf, prepositional, reachOf, subjectsOf} from './slots.ts'
import {subjectParties} from './subject-words.ts'
import {jointSubject, talker} from './talkers.ts'
import type {Trigger} from './trigger.ts'

export interface Cast {
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  readonly host: number | null
  readonly mediators: readonly number[]
  readonly place: number | null
  /** The verb that carries an event noun ("held talks"), -1 where there is none. */
  readonly carrier: number
}

/** Kinds that talk of captives without doing anything to them. */
const TOLD_ABOUT = new Set<EventKind>(['proposal', 'demand', 'agreement', 'signing', 'meeting', 'round', 'call', 'rejection', 'threat'])

/** Verbs through which an event noun gets its subject. */
const CARRYING = new Set([
  'doing',
  'joining',
  'begun',
  'ongoing',
  'ended',
  'planned',
  'proposed',
  'cancelled',
  'refused',
  'failed',
  'threatened',
  'demanded',
])

export function castOf(scene: Scene, trigger: Trigger): Cast {
  const {pattern, token} = trigger
  const top = trigger.form === 'noun' ? outermost(scene, token) : token
  const carrier = trigger.form === 'noun' ? carrierOf(scene, top) : -1
  const reach = reachFor(scene, trigger, top, carrier)
  const tellers = tellersOf(scene, token)
  const actors: number[] = []
  const recipients: number[] = []
  const mediators: number[] = []
  // "ready to discuss an exchange of prisoners" is not said to the prisoners; only what is done to them has them at the other end.
  const hasCaptives = pattern.kind !== 'exchange' && !TOLD_ABOUT.has(pattern.kind)
  for (const slot of pattern.by)
    join(
      actors,
      partiesIn(scene, trigger, slot, top, reach).filter(party => !tellers(party) || slot === 'speaker'),
    )
  if (actors.length === 0 && trigger.form === 'verb' && !isPassive(scene, token))
    join(
      actors,
      beforeVerb(scene, token).filter(party => !tellers(party)),
    )
  if (actors.length === 0 && pattern.kind === 'release' && trigger.form === 'verb') join(actors, keepersOf(scene, objectsOf(scene, token)))
  for (const slot of pattern.to) {
    if (recipients.length > 0 && !pattern.mutual && pattern.kind !== 'exchange') break
    join(
      recipients,
      partiesIn(scene, trigger, slot, top, reach).filter(party => !tellers(party) && (hasCaptives || !isCaptive(scene, party))),
      actors,
    )
  }
  if (recipients.length === 0 && !pattern.mutual && pattern.to.length > 0 && trigger.form !== 'noun' && !isPassive(scene, token))
    join(
      recipients,
      afterVerb(scene, trigger).filter(party => !tellers(party) && (hasCaptives || !isCaptive(scene, party))),
      [...actors, ...sidesOf(scene, actors)],
    )
  let host: number | null = null
  if (carrier >= 0) {
    const type = classOver(scene, top, carrier)
    const heads = carrierSubjects(scene, top, carrier)
    const subjects =
      scene.relations[top] === 'nsubj' ? heads.flatMap(head => partiesAt(scene, head)) : subjectParties(scene, carrier, heads)
    if (type === 'hosting') host = HOSTED.has(pattern.kind) ? firstPerson(subjects) : null
    else if (type === 'mediating' || (type === 'cancelled' && isMediator(scene, subjects))) join(mediators, subjects)
    else if (
      type !== null &&
      CARRYING.has(type) &&
      (type === 'doing' || (actors.length + recipients.length < 2 && !isOthersDeed(type, pattern.mutual, actors)))
    ) {
      const own = actors.splice(0)
      join(actors, subjects, recipients)
      for (const entity of own) if (!actors.includes(entity)) actors.push(entity)
    }
  }
  // "Peru and Chile are in talks"
  if (
    trigger.form === 'noun' &&
    pattern.mutual &&
    actors.length + recipients.length < 2 &&
    caseOf(scene, top) === 'in' &&
    isPredicate(scene, top)
  )
    join(actors, subjectParties(scene, top, subjectsOf(scene, top)), recipients)
  // "The pilots are on strike"
  if (
    trigger.form === 'noun' &&
    pattern.kind === 'protest' &&
    actors.length === 0 &&
    caseOf(scene, top) === 'on' &&
    isPredicate(scene, top)
  )
    join(actors, subjectParties(scene, top, subjectsOf(scene, top)), recipients)
  if (trigger.form === 'noun' && actors.length + recipients.length === 0) join(actors, jointSubject(scene, top))
  if (trigger.form === 'noun' && carrier < 0 && actors.length + recipients.length === 1 && pattern.mutual)
    join(recipients, talker(scene, trigger, top), actors)
  const extras = readExtras(scene, reach)
  join(mediators, extras.mediators)
  host ??= extras.host
  if (pattern.id === 'receive') host = actors[0] ?? null
  // "offered to mediate between the union and the company": who brings others together is not one of them.
  if (trigger.form === 'verb' && (pattern.mode === 'third-party' || isBrokered(scene, trigger, reach)))
    join(mediators, partiesIn(scene, trigger, 'subj', top, reach), recipients)
  const place = placeIn(scene, reach) ?? (trigger.form === 'noun' ? placeBehind(scene, token) : null)
  const acting = actors.filter(entity => !mediators.includes(entity))
  const meeting = recipients.filter(entity => !acting.includes(entity))
  if (pattern.mutual) return {actors: [...acting, ...meeting], recipients: [], host, mediators, place, carrier}
  return {actors: acting, recipients: meeting, host, mediators, place, carrier}
}

/** What takes place under somebody's roof: a truce has no host, and who welcomes it is glad of it. */
const HOSTED: ReadonlySet<string> = new Set(['meeting', 'round', 'visit', 'signing', 'exchange', 'release'])

/** "Norway brokered a deal between Kalvia and Ostrel" */
const isBrokered = (scene: Scene, {token, pattern}: Trigger, reach: readonly number[]): boolean =>
  pattern.mutual &&
  scene.lexicon.governingVerbs.get(scene.lemmas[token]!)?.some(each => each.entry.class === 'mediating') === true &&
  prepositional(scene, reach, 'between').length > 0

/** "are set for talks" is passive in form only: who is set, takes part. */
function carrierSubjects(scene: Scene, top: number, carrier: number): readonly number[] {
  if (scene.tokens.head[top]! < 0) return []
  if (!isVerb(scene, carrier)) return subjectsOf(scene, carrier).filter(head => head !== top)
  const agents = agentsOf(scene, carrier)
  if (agents.length > 0 || scene.relations[top] !== 'obl') return agents
  return classOver(scene, top, carrier) === 'planned' ? subjectsOf(scene, carrier) : []
}

/** "Rebels want the withdrawal of the army": who wants a deed of others does not do it. */
const isOthersDeed = (type: string, mutual: boolean, actors: readonly number[]): boolean =>
  !mutual && actors.length > 0 && (type === 'proposed' || type === 'demanded')

/** Who calls off talks of others: one person whose role it is to bring them together. */
const isMediator = (scene: Scene, parties: readonly Party[]): boolean =>
  parties.length === 1 &&
  (scene.document.somebodies[parties[0]!.entity]?.roles ?? []).some(role =>
    scene.lexicon.is('mediators', role.title.slice(role.title.lastIndexOf(' ') + 1).toLowerCase()),
  )

const firstPerson = (parties: readonly Party[]): number | null => parties.find(party => !party.place)?.entity ?? null

/** A speaker never acts in what they tell: the words that name the source of an attribution are no part of its content. */
function tellersOf(scene: Scene, token: number): (party: Party) => boolean {
  const start = scene.tokens.start[token]!
  const told = scene.document.attributions.filter(
    each => each.content.some(content => content.start <= start && start < content.end) && !isOwnIntent(scene, each, start),
  )
  return party => {
    if (party.token < 0) return false
    const at = scene.tokens.start[party.token]!
    return told.some(
      each =>
        each.source.some(source => source.start <= at && at < source.end) &&
        !each.content.some(content => content.start <= at && at < content.end),
    )
  }
}

/** "plans to hand over the hostages": whoever means to do something is the one who would do it. */
const isOwnIntent = (scene: Scene, {act, content}: Attribution, start: number): boolean =>
  act !== 'demand' &&
  content.some(span => span.start <= start && start < span.end && scene.tags[tokenAt(scene.tokens, span.start)] === 'TO')

/** Adds entities that are not yet there, never a place. */
function join(list: number[], parties: readonly Party[], except: readonly number[] = []): void {
  for (const party of parties) if (!party.place && !list.includes(party.entity) && !except.includes(party.entity)) list.push(party.entity)
}

/** "a fourth round of talks": the phrase that stands in the clause. */
export function outermost(scene: Scene, noun: number): number {
  let top = noun
  for (let steps = 0; steps < 3; steps++) {
    const head = scene.tokens.head[top]!
    if (head < 0 || scene.relations[top] !== 'nmod' || caseOf(scene, top) !== 'of' || !scene.lexicon.is('transparent', scene.lemmas[head]!))
      break
    top = head
  }
  return top
}

function carrierOf(scene: Scene, noun: number): number {
  const head = scene.tokens.head[noun]!
  if (head < 0) return tellingVerb(scene, noun)
  const relation = scene.relations[noun]!
  if (relation === 'obj' && isVerb(scene, head)) return head
  if (relation === 'nsubj' && (isVerb(scene, head) || isPredicate(scene, head))) return head
  if (relation === 'obl' && (isVerb(scene, head) || isPredicate(scene, head))) {
    const type = classOver(scene, noun, head)
    const preposition = caseOf(scene, noun)
    if (
      type === 'joining' ||
      ((type === 'planned' || type === 'proposed' || type === 'begun' || type === 'refused') &&
        preposition !== null &&
        !BESIDE.has(preposition))
    )
      return head
  }
  // "held a second day of talks" with the day read as when: a bare phrase right behind the verb is its object.
  if (relation === 'obl' && isVerb(scene, head) && caseOf(scene, noun) === null && objectsOf(scene, head).includes(noun)) return head
  if (relation === 'conj') return carrierOf(scene, head)
  return -1
}

/** Prepositions that put a noun beside a verb in time, not under it. */
const BESIDE = new Set([
  'at',
  'during',
  'after',
  'follow',
  'following',
  'since',
  'before',
  'ahead',
  'amid',
  'despite',
  'in',
  'from',
  'because',
])

function reachFor(scene: Scene, trigger: Trigger, top: number, carrier: number): readonly number[] {
  if (trigger.form !== 'noun') return reachOf(scene, trigger.token)
  const reach = [...new Set([trigger.token, top, ...reachOf(scene, trigger.token)])]
  if (carrier >= 0) {
    const type = classOver(scene, top, carrier)
    if (type !== null && type !== 'speech' && type !== 'thought' && type !== 'denial') {
      reach.push(carrier)
      // "are due to resume in Oslo": where and when hang on the verb below.
      for (const child of childrenOf(scene.tokens, carrier))
        if (scene.relations[child] === 'xcomp' && scene.relations[top] === 'nsubj') reach.push(child)
    }
  }
  return reach
}

function partiesIn(scene: Scene, trigger: Trigger, slot: string, top: number, reach: readonly number[]): readonly Party[] {
  const {token, form} = trigger
  const at = (heads: readonly number[]): readonly Party[] => heads.flatMap(head => partiesAt(scene, head))
  switch (slot) {
    case 'subj':
      return form === 'noun' ? [] : withSpeaker(scene, token, form === 'adjective' ? subjectsOf(scene, token) : agentsOf(scene, token))
    case 'obj':
      return at(objectsOf(scene, token))
    // "demanded reforms by the cabinet": what is demanded is nobody, even where it is a ministry.
    case 'in-obj': {
      const objects = objectsOf(scene, token)
      return at(objects).filter(party => !objects.includes(party.token))
    }
    case 'iobj':
      return at(indirectObjectsOf(scene, token))
    case 'poss':
      return at(childrenWhere(scene, [token, top], child => scene.relations[child] === 'nmod' && isPossessive(scene, child)))
    case 'mod':
      return modifiers(scene, [token, top])
    case 'ccomp-subj':
      return at(clausesUnder(scene, token).flatMap(clause => subjectsOf(scene, clause)))
    case 'inner':
      return innerParties(scene, token)
    case 'speaker': {
      const {speech} = worldOf(scene, token)
      return speech >= 0 ? at(subjectsOf(scene, speech)) : []
    }
    default: {
      // "a meeting about the future of the navy": only the noun's own "of" names who meets.
      const heads = prepositional(scene, slot === 'of' && form === 'noun' ? [token, top] : reach, slot)
      const found = slot === 'between' ? paired(scene, heads, at(heads)) : at(heads)
      // "a meeting between Orlev and the opposition": a town in a pair of parties is one.
      return trigger.pattern.mutual && (slot === 'between' || slot === 'among') && found.some(party => !party.place)
        ? found.map(party => ({...party, place: false}))
        : found
    }
  }
}

/** "between the army and the militia" is always two, however the tree cuts the second off. */
function paired(scene: Scene, heads: readonly number[], found: readonly Party[]): readonly Party[] {
  if (found.length !== 1 || heads.length === 0) return found
  const index = scene.mentionAt[heads[0]!]!
  if (index < 0) return found
  let at = heads[0]!
  while (at + 1 < scene.tokens.length && scene.tokens.start[at + 1]! < scene.document.mentions[index]!.end) at++
  if (scene.lemmas[at + 1] !== 'and') return found
  for (let token = at + 2; token <= at + SECOND && token < scene.tokens.length; token++) {
    const other = scene.mentionAt[token]!
    if (other < 0 && isInPhrase(scene, token)) continue
    if (other < 0) return found
    const {entity, head, type, metonym} = scene.document.mentions[other]!
    return entity === found[0]!.entity ? found : [...found, {entity, token: head >= 0 ? head : token, place: type === 'place' && !metonym}]
  }
  return found
}

/** Words from "and" to the second of a pair: "and the party's chairman, Vuk Orlev". */
const SECOND = 8

const isInPhrase = (scene: Scene, token: number): boolean => /^(?:NN|JJ|DT|PRP\$|POS|CD|,)/.test(scene.tags[token]!)

/** A pronoun that nobody resolved, in what somebody says, is taken for the one who says it: "Ostrel said it would meet Mirvan". */
function withSpeaker(scene: Scene, token: number, heads: readonly number[]): readonly Party[] {
  const found = isPassive(scene, token) ? heads.flatMap(head => partiesAt(scene, head)) : subjectParties(scene, token, heads)
  // "by Ostrel and Kalv": a town beside a party is one.
  const parties = found.some(party => !party.place) ? found.map(party => ({...party, place: false})) : found
  // "denied that it had broken the truce": whoever denies speaks of itself.
  const denied = heads.length === 1 && worldOf(scene, token).denied
  if ((parties.length > 0 && !denied) || heads.length === 0 || !SELF.has(scene.lemmas[heads[0]!]!)) return parties
  // "“They have agreed,” she said": between quotation marks only "we" and "I" are the speaker.
  if (!FIRST.has(scene.lemmas[heads[0]!]!) && reachOfQuotes(scene.document).isQuoted(scene.tokens.start[heads[0]!]!)) return parties
  const {speech} = worldOf(scene, token)
  const speakers = speech >= 0 ? subjectsOf(scene, speech).flatMap(head => partiesAt(scene, head)) : []
  return speakers.length > 0 ? speakers.map(party => ({...party, token: heads[0]!})) : parties
}

const FIRST = new Set(['we', 'i'])

const SELF = new Set(['it', 'they', 'he', 'she', 'we', 'i'])

/** Whom the deed below a word would meet: "threatened to bomb Ostrel", "a strike to protest Mirvan's decision". */
function innerParties(scene: Scene, token: number): readonly Party[] {
  const open = clausesUnder(scene, token).filter(clause => !opensCondition(scene, clause))
  for (let i = 0; i < open.length && i < 4; i++) {
    const clause = open[i]!
    const found = [
      ...objectsOf(scene, clause),
      ...INNER_PREPOSITIONS.flatMap(preposition => prepositional(scene, reachOf(scene, clause), preposition)),
    ]
      .flatMap(head => partiesAt(scene, head))
      .filter(party => !party.place)
    if (found.length > 0) return found
    for (const child of clausesUnder(scene, clause)) if (!opensCondition(scene, child)) open.push(child)
  }
  return []
}

const INNER_PREPOSITIONS = ['against', 'on', 'to', 'with', 'from', 'for', 'by', 'of', 'at', 'over']

/** "hosted by", "mediated by", "under … mediation", "through … mediators". */
function readExtras(scene: Scene, reach: readonly number[]): {readonly host: number | null; readonly mediators: readonly Party[]} {
  let host: number | null = null
  const mediators: Party[] = []
  for (const word of reach)
    for (const child of childrenOf(scene.tokens, word)) {
      const relation = scene.relations[child]!
      if (relation === 'acl' && isVerb(scene, child)) {
        const classes = (scene.lexicon.governingVerbs.get(scene.lemmas[child]!) ?? []).map(each => each.entry.class)
        const by = prepositional(scene, [child], 'by').flatMap(head => partiesAt(scene, head))
        if (classes.includes('mediating')) mediators.push(...by)
        else if (classes.includes('hosting')) host ??= firstPerson(by)
      }
      if (relation === 'obl' || relation === 'nmod') {
        const preposition = caseOf(scene, child)
        const patterns = scene.lexicon.nouns.get(scene.lemmas[child]!) ?? []
        if (
          (preposition === 'under' || preposition === 'with' || preposition === 'through') &&
          patterns.some(each => each.entry.mode === 'third-party')
        )
          mediators.push(...modifiers(scene, [child]))
        if ((preposition === 'through' || preposition === 'via') && !scene.lexicon.is('phones', scene.lemmas[child]!))
          mediators.push(...partiesAt(scene, child))
      }
    }
  return {host, mediators}
}
