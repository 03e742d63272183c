// Where an event stands in the world: what its own clause says, changed by every word above it ("plans to", "refused to", "denied that", "if").
// One walk up the tree a word; each step is `combine`. No evidence leaves `unknown`, never `held`.
import type {Status} from '../model/claim.ts'
import type {GovernorClass} from '../model/pack-talks.ts'
import {childrenOf, fullRelationOf} from '../text/tree.ts'
import {type Clause, clauseOf, isSetDown, opensCondition, yetTo} from './clause.ts'
import {combine} from './combine.ts'
import {classOfSubject, classOver, isDecided} from './governors.ts'
import {caseOf} from './parties.ts'
import {conditionBehind, deniedBefore, rumouredBefore, statusBefore} from './plain-signs.ts'
import type {Scene} from './scene.ts'
import {absoluteSubject, isPassive, isSpending, isVerb} from './slots.ts'
import {pointsAhead, pointsBack} from './when.ts'
import {NOWHERE, type World} from './world.ts'

/** A broken tree may be as deep as its sentence is long. */
const MAX_DEPTH = 40

export function worldOf(scene: Scene, token: number, depth = 0): World {
  const known = scene.worlds.get(token)
  if (known) return known
  if (depth > MAX_DEPTH) return NOWHERE
  const read = isPredicate(scene, token) ? verbWorld(scene, token, depth) : nounWorld(scene, token, depth)
  const world = withPlainSigns(scene, token, read)
  scene.worlds.set(token, world)
  return world
}

/** What the words say where the tree does not. */
function withPlainSigns(scene: Scene, token: number, world: World): World {
  if (!isVerb(scene, token)) return world
  if (!world.denied && deniedBefore(scene, token))
    return {...world, denied: true, status: world.status === 'not-held' ? 'not-held' : 'unknown'}
  if (!world.denied && !world.unconfirmed && rumouredBefore(scene, token))
    return {...world, unconfirmed: true, status: world.status === 'not-held' ? 'not-held' : 'unknown'}
  const plain =
    world.status === 'held' || world.status === 'ongoing' || world.status === 'ended' || world.status === 'present'
      ? statusBefore(scene, token)
      : null
  if (plain !== null) {
    const condition = plain === 'planned' || plain === 'proposed' ? conditionBehind(scene, token) : -1
    if (condition >= 0) return {...world, status: 'conditional', condition}
    return {...world, status: plain === 'refused' ? 'not-held' : plain, refused: plain === 'refused'}
  }
  if (
    world.condition < 0 &&
    (world.status === 'planned' || world.status === 'would' || world.status === 'proposed' || world.status === 'threatened')
  ) {
    const condition = conditionBehind(scene, token)
    if (condition >= 0) return {...world, condition, status: world.status === 'threatened' ? 'threatened' : 'conditional'}
  }
  return world
}

/** Verbs, and adjectives or nouns with a copula. */
export function isPredicate(scene: Scene, token: number): boolean {
  if (isVerb(scene, token)) return true
  for (const child of childrenOf(scene.tokens, token)) if (scene.relations[child] === 'cop') return true
  return scene.relations[token] === 'xcomp' && scene.tags[token]! === 'JJ'
}

function verbWorld(scene: Scene, verb: number, depth: number): World {
  const clause = clauseOf(scene, verb)
  const own = withAdverbs(scene, verb, ownWorld(scene, verb, clause))
  // However the clause hangs in the tree, "if" makes it a condition.
  if (clause.mark === 'if' || clause.mark === 'unless' || clause.mark === 'provided' || clause.mark === 'provide')
    return {...own, status: clause.negated ? 'unknown' : 'conditional', condition: verb}
  // "asked whether it would retaliate" tells neither that it will nor that it will not.
  if (clause.mark === 'whether') return {...own, status: 'unknown'}
  // "…, with the union rejecting the offer" is as real as the clause it goes with.
  if (own.status === 'open' && absoluteSubject(scene, verb) >= 0) return {...own, status: mainStatus(scene, verb, depth)}
  const head = scene.tokens.head[verb]!
  if (head < 0) return own.status === 'open' ? {...own, status: rootStatus(scene, verb, clause)} : own
  const relation = scene.relations[verb]!
  // "remained ready" is as real as "remained".
  if (relation === 'xcomp' && scene.tags[verb]!.startsWith('JJ') && STAYING.has(scene.lemmas[head]!))
    return combine(scene, own, 'same', worldOf(scene, head, depth + 1), head)
  switch (relation) {
    case 'conj':
      return underConjunct(own, clause, worldOf(scene, head, depth + 1))
    case 'ccomp':
    case 'csubj':
    case 'xcomp':
    case 'parataxis': {
      const yet = yetTo(scene, verb, head)
      if (yet) return {...own, status: 'not-held'}
      return combine(scene, own, classOver(scene, verb, head), worldOf(scene, head, depth + 1), head)
    }
    case 'advcl':
      // "voted on Tuesday to carry on": the parser takes what is decided for a purpose.
      if (clause.infinitive && own.status === 'open' && isDecided(scene, verb, head))
        return combine(scene, own, 'planned', worldOf(scene, head, depth + 1), head)
      // "…, after throwing out the offer": as real as the main clause, whatever it hangs on.
      if (clause.gerund && own.status === 'open' && clause.mark === 'after') return {...own, status: mainStatus(scene, verb, depth)}
      return adverbial(scene, verb, own, clause, worldOf(scene, head, depth + 1))
    case 'acl': {
      const type = classOver(scene, verb, head)
      if (clause.participle) return {...own, status: partWorld(scene, head, depth)}
      if (type !== null && (own.status === 'open' || type === 'speech' || type === 'denial' || type === 'thought' || type === 'hearsay'))
        return combine(scene, own, type, worldOf(scene, head, depth + 1), head)
      if (clause.gerund && isSpending(scene, verb)) return {...own, status: worldOf(scene, scene.tokens.head[head]!, depth + 1).status}
      if (clause.gerund) return {...own, status: 'ongoing'}
      return own.status === 'open' ? {...own, status: 'unknown'} : own
    }
    case 'amod':
      return clause.participle ? {...own, status: 'held'} : own
    default:
      return own.status === 'open' ? {...own, status: clause.participle ? 'held' : 'unknown'} : own
  }
}

const STAYING = new Set(['remain', 'stay', 'stand'])

/** What the main clause of the sentence says of itself. */
function mainStatus(scene: Scene, verb: number, depth: number): World['status'] {
  const {firstToken, endToken} = scene.document.sentences[scene.tokens.sentence[verb]!]!
  for (let token = firstToken; token < endToken; token++)
    if (scene.tokens.head[token] === -1 && token !== verb) return worldOf(scene, token, depth + 1).status
  return 'unknown'
}

/** "a plan backed by Mirvan" is backed; "the talks mediated by Mirvan" stand where the talks stand. */
function partWorld(scene: Scene, noun: number, depth: number): Status {
  if (!scene.lexicon.nouns.has(scene.lemmas[noun]!) || !scene.lexicon.is('talks', scene.lemmas[noun]!)) return 'held'
  const {status} = worldOf(scene, noun, depth + 1)
  return status === 'planned' || status === 'proposed' || status === 'conditional' || status === 'cancelled' || status === 'not-held'
    ? status
    : 'held'
}

/** A root without a finite verb: a headline's participle, a fragment. */
const rootStatus = (_scene: Scene, _verb: number, clause: Clause): Status => (clause.participle ? 'held' : 'unknown')

function ownWorld(scene: Scene, verb: number, clause: Clause): World {
  const base = {...NOWHERE, condition: clause.condition, pluperfect: clause.tense === 'past-perfect'}
  const conditional = clause.condition >= 0
  switch (clause.tense) {
    case 'past':
    case 'perfect':
    case 'past-perfect':
      return {...base, status: clause.negated ? 'not-held' : 'held'}
    case 'progressive':
    case 'present':
      if (clause.negated) return {...base, status: 'not-held'}
      if (pointsAhead(scene, verb)) return {...base, status: conditional ? 'conditional' : 'planned'}
      if (conditional) return {...base, status: clause.tense === 'progressive' ? 'ongoing' : 'present'}
      return {...base, status: clause.tense === 'progressive' ? 'ongoing' : 'present'}
    case 'future':
      return {...base, status: clause.negated ? 'not-held' : conditional ? 'conditional' : 'planned', refused: clause.negated}
    case 'would':
      return {...base, status: clause.negated ? 'not-held' : conditional ? 'conditional' : 'would', refused: clause.negated}
    case 'possible':
      return {...base, status: clause.negated ? 'not-held' : conditional ? 'conditional' : 'proposed', refused: clause.negated}
    case 'maybe':
      return {...base, status: 'unknown', speculated: true}
    case 'unreal':
      return {...base, status: 'unknown'}
    case 'obliged':
      return {...base, status: clause.negated ? 'unknown' : conditional ? 'conditional' : 'proposed', obliged: true}
    case 'none':
      if (clause.infinitive && isSetDown(scene, verb))
        return {...base, status: clause.negated ? 'not-held' : conditional ? 'conditional' : 'planned'}
      return {...base, status: clause.negated ? 'not-held' : 'open'}
  }
}

function withAdverbs(scene: Scene, token: number, world: World): World {
  let {unconfirmed, speculated} = world
  for (const child of childrenOf(scene.tokens, token)) {
    if (scene.relations[child] !== 'advmod') continue
    if (scene.lexicon.is('unconfirmed', scene.lemmas[child]!)) unconfirmed = true
    if (scene.lexicon.is('speculated', scene.lemmas[child]!)) speculated = true
  }
  return unconfirmed === world.unconfirmed && speculated === world.speculated ? world : {...world, unconfirmed, speculated}
}

/** "will meet and hold talks": a bare verb shares what the first says; one with a tense of its own shares only what stands above both. */
function underConjunct(own: World, clause: Clause, first: World): World {
  const shared = {
    ...own,
    denied: own.denied || first.denied,
    speculated: own.speculated || first.speculated,
    unconfirmed: own.unconfirmed || first.unconfirmed,
    speech: own.speech >= 0 ? own.speech : first.speech,
    condition: own.condition >= 0 ? own.condition : first.condition,
  }
  if (own.status === 'open')
    return clause.negated
      ? {...shared, status: 'not-held'}
      : {...shared, status: first.status, refused: first.refused, pluperfect: first.pluperfect, obliged: first.obliged}
  if (first.status === 'conditional' && own.status !== 'not-held') return {...shared, status: 'conditional'}
  if (first.denied && own.status === 'held') return {...shared, status: 'unknown'}
  return shared
}

function adverbial(scene: Scene, verb: number, own: World, clause: Clause, outer: World): World {
  const carried = {...own, denied: own.denied || outer.denied, speech: own.speech >= 0 ? own.speech : outer.speech}
  if (opensCondition(scene, verb)) return {...carried, status: clause.negated ? 'unknown' : 'conditional', condition: verb}
  if (own.status !== 'open') return carried
  const mark = clause.mark !== '' ? clause.mark : (caseOf(scene, verb) ?? '')
  if (mark === 'without') return {...carried, status: 'not-held'}
  if (mark === 'before' || mark === 'instead' || mark === 'for')
    return {...carried, status: mark === 'before' && outer.status === 'held' ? 'held' : 'unknown'}
  if (BESIDES.has(mark)) return {...carried, status: besides(outer)}
  if (clause.gerund && mark !== '') {
    // "aimed at agreeing", "interested in reaching", "spoke of imposing": the word above decides; where it says nothing, nothing is known.
    const head = scene.tokens.head[verb]!
    return combine(scene, own, classOver(scene, verb, head), outer, head)
  }
  if (clause.gerund || clause.participle) return {...carried, status: besides(outer)}
  return {...carried, status: 'unknown'}
}

/** What a clause goes along with its main one by. */
const BESIDES = new Set(['after', 'since', 'by', 'while', 'when', 'follow', 'following'])

/** "did not sign, rejecting the offer", "failed to name it while praising him": what goes with a deed that was not done is not denied by that. */
const besides = ({status}: World): World['status'] => (status === 'open' || status === 'not-held' ? 'unknown' : status)

const TEMPORAL_AFTER = new Set([
  'after',
  'during',
  'since',
  'following',
  'amid',
  'at',
  'in',
  'throughout',
  'despite',
  'within',
  'over',
  'from',
])
const AFTER = new Set(['after', 'during', 'since', 'following', 'follow'])
const DURING = new Set([...AFTER, 'amid'])
const TEMPORAL_BEFORE = new Set(['before', 'ahead', 'until', 'pending', 'till'])

/** An event told by a noun: its adjectives and dates, else the word it depends on. */
function nounWorld(scene: Scene, noun: number, depth: number): World {
  const own = withAdverbs(scene, noun, nounOwn(scene, noun))
  const head = scene.tokens.head[noun]!
  const relation = scene.relations[noun]!
  if (head < 0) return own.status === 'open' ? rootNoun(scene, noun, own) : own
  if (relation === 'conj') {
    const first = worldOf(scene, head, depth + 1)
    return own.status === 'open' ? {...first, ...(own.speculated ? {speculated: true} : {})} : own
  }
  if (relation === 'nmod' || relation === 'appos') {
    const preposition = caseOf(scene, noun)
    if (preposition === 'of' && scene.lexicon.is('transparent', scene.lemmas[head]!))
      return combine(scene, own, 'same', worldOf(scene, head, depth + 1), head)
    const type = classOver(scene, noun, head)
    if (type !== null) return combine(scene, own, type, worldOf(scene, head, depth + 1), head)
    const above = scene.tokens.head[head]!
    const beside =
      scene.relations[head] === 'obj' && above >= 0 && preposition !== null && DURING.has(preposition)
        ? worldOf(scene, above, depth + 1)
        : null
    return temporal(scene, own, preposition, beside)
  }
  if (relation === 'obl') {
    const preposition = caseOf(scene, noun)
    const outer = worldOf(scene, head, depth + 1)
    const bridged = prepositionClass(scene, noun, head, preposition)
    if (bridged !== null) return combine(scene, own, bridged, outer, head)
    return temporal(scene, own, preposition, outer)
  }
  if (
    relation === 'nsubj' ||
    relation === 'obj' ||
    relation === 'csubj' ||
    relation === 'root' ||
    relation === 'iobj' ||
    relation === 'dep'
  ) {
    const outer = worldOf(scene, head, depth + 1)
    const type = classOver(scene, noun, head)
    // "The call did not yield a breakthrough", "the visit would not be momentous": what is denied is the outcome, not the event.
    if (relation === 'nsubj' && (type === 'presupposing' || (type === null && !isPassive(scene, head))))
      return own.status === 'open' ? {...own, status: byTense(scene, head), speech: outer.speech, denied: outer.denied} : own
    if (
      relation === 'nsubj' &&
      fullRelationOf(scene.tokens, noun) === 'nsubj' &&
      (type === null || type === 'proposed' || (type === 'planned' && isVerb(scene, head) && !isPassive(scene, head)) || type === 'speech')
    )
      return combine(scene, own, 'happening', presentIsOngoing(outer), head)
    return combine(scene, own, type, presentIsOngoing(outer), head)
  }
  return own.status === 'open' ? {...own, status: 'unknown'} : own
}

/** "A truce … takes effect at midnight" with the verb hung somewhere below the noun: the first verb behind it tells. */
function rootNoun(scene: Scene, noun: number, own: World): World {
  const verb = tellingVerb(scene, noun)
  if (verb < 0) return {...own, status: 'unknown'}
  const clause = clauseOf(scene, verb)
  const outer = ownWorld(scene, verb, clause)
  return combine(
    scene,
    own,
    classOfSubject(scene, verb),
    presentIsOngoing(outer.status === 'open' ? {...outer, status: 'held'} : outer),
    verb,
  )
}

/** The first finite verb or bare participle behind a noun that is the root of its sentence, -1 where there is none. */
export function tellingVerb(scene: Scene, noun: number): number {
  if (scene.tokens.head[noun]! >= 0) return -1
  const end = scene.document.sentences[scene.tokens.sentence[noun]!]?.endToken ?? 0
  for (let token = noun + 1; token < end; token++) {
    if (!isVerb(scene, token) || scene.relations[token] === 'aux' || scene.relations[token] === 'amod' || scene.relations[token] === 'cop')
      continue
    const {tense, participle} = clauseOf(scene, token)
    return tense !== 'none' || (participle && classOfSubject(scene, token) !== null) ? token : -1
  }
  return -1
}

/** What the tense of a verb says of its subject's being there, whatever is denied of it. */
function byTense(scene: Scene, verb: number): Status {
  switch (clauseOf(scene, verb).tense) {
    case 'past':
    case 'perfect':
    case 'past-perfect':
      return 'held'
    case 'future':
    case 'would':
      return 'planned'
    case 'present':
    case 'progressive':
      return pointsAhead(scene, verb) ? 'planned' : 'ongoing'
    case 'possible':
      return 'proposed'
    default:
      return 'unknown'
  }
}

const presentIsOngoing = (world: World): World => (world.status === 'present' ? {...world, status: 'ongoing'} : world)

/** "took part in talks", "agreed on a meeting", "is preparing for talks": the verb reaches the noun through its preposition. */
function prepositionClass(scene: Scene, noun: number, head: number, preposition: string | null): GovernorClass | null {
  if (preposition === null || TEMPORAL_BEFORE.has(preposition) || AFTER.has(preposition)) return null
  const type = classOver(scene, noun, head)
  if (type === null || type === 'speech' || type === 'thought' || type === 'happening') return null
  if (type === 'joining' && preposition === 'for') return 'planned'
  if (preposition === 'for' && (type === 'begun' || type === 'doing')) return null
  return type
}

function temporal(_scene: Scene, own: World, preposition: string | null, outer: World | null): World {
  if (own.status !== 'open') return own
  const carried = outer ? {...own, denied: outer.denied, speech: outer.speech} : own
  if (preposition !== null && TEMPORAL_BEFORE.has(preposition)) return {...carried, status: 'planned'}
  const real =
    outer === null || outer.status === 'held' || outer.status === 'ended' || outer.status === 'ongoing' || outer.status === 'present'
  if (
    preposition !== null &&
    TEMPORAL_AFTER.has(preposition) &&
    outer !== null &&
    real &&
    preposition !== 'in' &&
    preposition !== 'at' &&
    preposition !== 'over' &&
    preposition !== 'from'
  )
    return {...carried, status: 'held'}
  if (outer !== null && real && (preposition === 'in' || preposition === 'at'))
    return {...carried, status: outer.status === 'ongoing' || outer.status === 'present' ? 'ongoing' : 'held'}
  return {...carried, status: 'unknown'}
}

function nounOwn(scene: Scene, noun: number): World {
  let status: World['status'] = 'open'
  for (const child of childrenOf(scene.tokens, noun)) {
    const relation = scene.relations[child]!
    const lemma = scene.lemmas[child]!
    if (relation === 'det' && (lemma === 'no' || lemma === 'neither')) return {...NOWHERE, status: 'not-held'}
    // "intended to follow talks that have taken place": they have, whatever stands above.
    if (relation === 'acl' && isVerb(scene, child) && classOfSubject(scene, child) === 'happening' && byTense(scene, child) === 'held')
      return {...NOWHERE, status: clauseOf(scene, child).negated ? 'not-held' : 'held'}
    if (relation !== 'amod' && relation !== 'acl' && relation !== 'compound') continue
    if (scene.lexicon.is('planned', lemma)) status = 'planned'
    else if (scene.lexicon.is('proposed', lemma) || (lemma === 'propose' && relation === 'amod')) status = 'proposed'
    else if (scene.lexicon.is('cancelled', lemma) || (lemma === 'cancel' && relation === 'amod')) status = 'cancelled'
    else if (lemma === 'plan' && relation === 'amod') status = 'planned'
    else if (status === 'open' && scene.lexicon.is('held', lemma)) status = 'held'
    else if (status === 'open' && scene.lexicon.is('ongoing', lemma)) status = 'ongoing'
  }
  if (status === 'held' || status === 'ongoing') return {...NOWHERE, status: 'open'}
  if (status === 'open' && pointsBack(scene, noun)) return {...NOWHERE, status: 'held'}
  return {...NOWHERE, status}
}
