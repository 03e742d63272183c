// Subject, objects and prepositional phrases of a word, also where the tree leaves them unsaid: passives, controlled and shared subjects, relative clauses.
import {childrenOf, fullRelationOf} from '../text/tree.ts'
import {caseOf, isPossessive} from './parties.ts'
import type {Scene} from './scene.ts'

/** A tree may be broken; no walk goes further up than this. */
const MAX_STEPS = 12

/** Words between a verb and a bare object. */
const BARE = 5

const tagOf = (scene: Scene, token: number): string => scene.tags[token]!

export const isVerb = (scene: Scene, token: number): boolean => tagOf(scene, token).startsWith('VB')

const isRelative = (scene: Scene, token: number): boolean => {
  const tag = tagOf(scene, token)
  return tag === 'WP' || tag === 'WDT' || (tag === 'IN' && scene.lemmas[token] === 'that')
}

export function isPassive(scene: Scene, verb: number): boolean {
  if (tagOf(scene, verb) !== 'VBN' && tagOf(scene, verb) !== 'VBD') return false
  for (const child of childrenOf(scene.tokens, verb)) {
    // A subject that the parser calls passive is none without its auxiliary: "the parliament threatened on Monday to break off".
    const relation = fullRelationOf(scene.tokens, child)
    // "are firmly opposed by": with who does it behind the verb, "be" read as a copula is an auxiliary.
    if (relation === 'aux:pass' || (relation === 'obl:agent' && tagOf(scene, verb) === 'VBN' && !hasAuxiliary(scene, verb))) return true
    if (scene.relations[child] === 'aux' && (scene.lemmas[child] === 'be' || scene.lemmas[child] === 'get')) return true
    if (scene.relations[child] === 'obj' || isBareObject(scene, verb, child)) return false
  }
  if (tagOf(scene, verb) !== 'VBN') return false
  if (standsForFinite(scene, verb)) return false
  // "freed by the rebels": a participle on a noun; "have freed" is none.
  return (scene.relations[verb] === 'acl' || scene.relations[verb] === 'amod') && !hasAuxiliary(scene, verb)
}

/** "The parliament threatened to leave" read as a noun with a participle: where the sentence has no verb but this, it is the verb. */
export function standsForFinite(scene: Scene, verb: number): boolean {
  const head = scene.tokens.head[verb]!
  if (scene.relations[verb] !== 'acl' || head < 0 || scene.tokens.head[head]! >= 0) return false
  if (prepositional(scene, [verb], 'by').length > 0) return false
  for (const child of childrenOf(scene.tokens, head)) if (scene.relations[child] === 'cop') return false
  return true
}

const hasAuxiliary = (scene: Scene, verb: number): boolean => {
  for (const child of childrenOf(scene.tokens, verb)) if (scene.relations[child] === 'aux') return true
  return false
}

const isTime = (scene: Scene, token: number): boolean => {
  const start = scene.tokens.start[token]!
  return scene.document.times.some(time => time.start <= start && start < time.end)
}

/** "called off the strike" with "off" read as a preposition: verb and particle are one word of the pack. */
function isParticleObject(scene: Scene, verb: number, child: number): boolean {
  if (scene.relations[child] !== 'obl') return false
  const particle = caseOf(scene, child)
  if (particle === null || scene.lemmas[verb + 1] !== particle) return false
  return (scene.lexicon.verbs.get(scene.lemmas[verb]!) ?? []).some(wording => wording.after.length === 1 && wording.after[0] === particle)
}

const isBareObject = (scene: Scene, verb: number, child: number): boolean =>
  scene.relations[child] === 'obl' &&
  child > verb &&
  child - verb <= BARE &&
  (scene.mentionAt[child]! >= 0 || scene.tags[child]!.startsWith('NN')) &&
  caseOf(scene, child) === null &&
  !isTime(scene, child)

/** Tokens that head who does it. */
export function agentsOf(scene: Scene, verb: number, steps = 0): readonly number[] {
  if (isPassive(scene, verb)) return prepositional(scene, [verb], 'by')
  return subjectsOf(scene, verb, steps)
}

/** Tokens that head whom or what it is done to. */
export function objectsOf(scene: Scene, verb: number): readonly number[] {
  const found = [...childrenOf(scene.tokens, verb)].filter(child => scene.relations[child] === 'obj')
  const relatives = found.filter(child => child < verb && isRelative(scene, child))
  // "told a conference that Ostrel rejected any inquiry": "that" stands for no object where the verb has its own.
  if (found.length > relatives.length) return found.filter(child => !relatives.includes(child))
  if (found.length > 0) return relatives.map(child => antecedentOf(scene, verb, child)).filter(object => object >= 0)
  if (!isPassive(scene, verb)) {
    // "arrested ten Cubans" with the object read as an oblique: a bare noun phrase right behind the verb that is no time.
    for (const child of childrenOf(scene.tokens, verb))
      if (isBareObject(scene, verb, child) || isParticleObject(scene, verb, child)) return [child]
  }
  if (isPassive(scene, verb)) return subjectsOf(scene, verb, 0)
  // "whom the rebels freed": the relative pronoun was left without a relation that says so.
  if (scene.relations[verb] === 'acl' && subjectChild(scene, verb) >= 0 && tagOf(scene, verb) !== 'VBN') {
    const subject = subjectChild(scene, verb)
    if (!isRelative(scene, subject)) return [scene.tokens.head[verb]!].filter(head => head >= 0)
  }
  // The second of two verbs that share an object ("met and praised the envoy") keeps none: the tree gives it to the last.
  return []
}

/** "Petrin, whom Orvia had accused": the head of the relative clause, or the noun right before it where the tree hangs the clause elsewhere. */
function antecedentOf(scene: Scene, verb: number, relative: number): number {
  if (scene.relations[verb] === 'acl') return scene.tokens.head[verb]!
  const before = scene.lemmas[relative - 1] === ',' ? relative - 2 : relative - 1
  return before >= 0 && tagOf(scene, before).startsWith('NN') ? before : -1
}

export const indirectObjectsOf = (scene: Scene, verb: number): readonly number[] =>
  [...childrenOf(scene.tokens, verb)].filter(child => scene.relations[child] === 'iobj')

/** Where a broken tree gives two subjects, the one that names somebody, else the one nearest to the verb. */
function subjectChild(scene: Scene, verb: number): number {
  let best = -1
  for (const child of childrenOf(scene.tokens, verb)) {
    if (scene.relations[child] !== 'nsubj' && scene.relations[child] !== 'csubj') continue
    if (best >= 0 && scene.mentionAt[best]! >= 0 && scene.mentionAt[child]! < 0) continue
    if (best < 0 || child < verb) best = child
  }
  return best < 0 ? dummyChild(scene, verb) : best
}

/** "says it is willing" with "it" read as a dummy: where no clause stands for it, it is somebody. */
function dummyChild(scene: Scene, verb: number): number {
  let dummy = -1
  for (const child of childrenOf(scene.tokens, verb)) {
    if (scene.relations[child] === 'ccomp' || scene.relations[child] === 'csubj') return -1
    if (scene.relations[child] === 'expl' && scene.lemmas[child] === 'it' && child < verb) dummy = child
  }
  return dummy
}

/** The grammatical subject, said or understood. */
export function subjectsOf(scene: Scene, verb: number, steps = 0): readonly number[] {
  if (verb < 0 || steps > MAX_STEPS) return []
  const absolute = absoluteSubject(scene, verb)
  if (absolute >= 0) return [absolute]
  const own = subjectChild(scene, verb)
  const head = scene.tokens.head[verb]!
  const relation = scene.relations[verb]
  if (own >= 0) {
    if (isRelative(scene, own) && relation === 'acl' && head >= 0) return [head]
    if (scene.relations[own] === 'csubj') return []
    return [own]
  }
  if (head < 0) return byPosition(scene, verb)
  switch (relation) {
    case 'conj':
      if (isVerb(scene, head) || subjectChild(scene, head) >= 0) return sharedSubject(scene, verb, head, steps)
      return byPosition(scene, verb)
    case 'acl':
      // "freed by the rebels", "talks aimed at"; "plans to meet" belongs to whoever plans.
      if (isInfinitive(scene, verb)) return ownersOf(scene, head, steps + 1)
      // "spent nine hours discussing": who spent them discussed.
      if (isSpending(scene, verb)) return subjectsOf(scene, scene.tokens.head[head]!, steps + 1)
      return [head]
    case 'xcomp': {
      const controlled = objectsChild(scene, head)
      if (controlled >= 0 && !keepsSubject(scene, head)) return [controlled]
      return isPassive(scene, head) || controlled < 0 ? subjectsOf(scene, head, steps + 1) : agentsOf(scene, head, steps + 1)
    }
    // "is due to fly to Lima" with the flight as what is due: whoever is due flies.
    case 'csubj':
      return isInfinitive(scene, verb) ? subjectsOf(scene, head, steps + 1) : byPosition(scene, verb)
    case 'advcl':
    case 'ccomp':
    case 'parataxis':
      return isVerb(scene, head) || subjectChild(scene, head) >= 0 ? subjectsOf(scene, head, steps + 1) : ownersOf(scene, head, steps + 1)
    default:
      return byPosition(scene, verb)
  }
}

/** "spent the weekend haggling": a gerund on a time that is the object of a verb. */
export const isSpending = (scene: Scene, verb: number): boolean => {
  const head = scene.tokens.head[verb]!
  return tagOf(scene, verb) === 'VBG' && scene.relations[verb] === 'acl' && isTime(scene, head) && scene.relations[head] === 'obj'
}

/** "was freed and flew home": the shared subject, whatever the voice of the first verb. */
const sharedSubject = (scene: Scene, _verb: number, head: number, steps: number): readonly number[] => subjectsOf(scene, head, steps + 1)

/** "…, with the union rejecting the offer": the noun between "with" and the bare participle does it. -1 where the words stand otherwise. */
export function absoluteSubject(scene: Scene, verb: number): number {
  if (tagOf(scene, verb) !== 'VBG') return -1
  const first = scene.document.sentences[scene.tokens.sentence[verb]!]?.firstToken ?? 0
  let subject = -1
  for (let at = verb - 1; at >= first && verb - at <= MAX_STEPS; at--) {
    const tag = tagOf(scene, at)
    if (scene.lemmas[at] === 'with') return subject >= 0 && (at === first || scene.lemmas[at - 1] === ',') ? subject : -1
    if (subject < 0 && (tag.startsWith('NN') || tag === 'PRP')) subject = at
    if (
      !(
        tag.startsWith('NN') ||
        tag.startsWith('JJ') ||
        tag.startsWith('PRP') ||
        tag === 'DT' ||
        tag === 'CD' ||
        tag === 'POS' ||
        tag === 'RB'
      )
    )
      return -1
  }
  return -1
}

/** Whoever "has", "makes" or owns a noun: the subject of "plans to meet", "Mirvan's threat to leave". */
export function ownersOf(scene: Scene, noun: number, steps = 0): readonly number[] {
  if (noun < 0 || steps > MAX_STEPS) return []
  const owners: number[] = []
  for (const child of childrenOf(scene.tokens, noun)) {
    if (scene.relations[child] === 'nmod' && isPossessive(scene, child)) owners.push(child)
    else if (scene.relations[child] === 'amod' || scene.relations[child] === 'compound') {
      if (scene.mentionOf[child]! >= 0 || scene.mentionAt[child]! >= 0) owners.push(child)
    }
  }
  if (owners.length > 0) return owners
  const by = prepositional(scene, [noun], 'by')
  if (by.length > 0) return by
  const head = scene.tokens.head[noun]!
  if (head >= 0 && scene.relations[noun] === 'obj' && isVerb(scene, head)) return subjectsOf(scene, head, steps + 1)
  return []
}

function objectsChild(scene: Scene, verb: number): number {
  for (const child of childrenOf(scene.tokens, verb))
    if (scene.relations[child] === 'obj' || scene.relations[child] === 'iobj') return child
  return -1
}

/** "promised Mirvan to leave", "threatened the rebels to attack": the promiser leaves. Everywhere else the object does. */
const keepsSubject = (scene: Scene, verb: number): boolean => SUBJECT_CONTROL.has(scene.lemmas[verb]!)
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'use', 'take', 'have', 'hold', 'make'])

export const isInfinitive = (scene: Scene, verb: number): boolean => {
  for (const child of childrenOf(scene.tokens, verb)) {
    if (scene.relations[child] === 'mark' && tagOf(scene, child) === 'TO') return true
    if (scene.relations[child] === 'aux' && tagOf(scene, child) === 'TO') return true
  }
  return false
}

/** Where the tree gives no subject: the nearest name before the verb with no other verb, mark or preposition between. */
function byPosition(scene: Scene, verb: number): readonly number[] {
  const sentence = scene.document.sentences[scene.tokens.sentence[verb]!]
  if (!sentence || !isVerb(scene, verb)) return []
  for (let token = verb - 1, steps = 0; token >= sentence.firstToken && steps < MAX_STEPS; token--, steps++) {
    const tag = tagOf(scene, token)
    if (tag.startsWith('VB') && scene.relations[token] !== 'aux' && scene.relations[token] !== 'cop') return []
    const mention = scene.mentionAt[token]!
    if (mention >= 0) {
      const first = scene.document.mentions[mention]!
      let before = token
      while (before > sentence.firstToken && scene.tokens.start[before - 1]! >= first.start) before--
      const marker = before > sentence.firstToken ? tagOf(scene, before - 1) : ''
      const article = marker === 'DT' && before - 2 >= sentence.firstToken ? tagOf(scene, before - 2) : marker
      return article === 'IN' || article === 'TO' ? [] : [token]
    }
  }
  return []
}

/** Phrases with this preposition that hang on any of the words, or on the objects of a verb among them (a common misattachment). */
export function prepositional(scene: Scene, anchors: readonly number[], preposition: string): readonly number[] {
  const found: number[] = []
  for (const anchor of anchors)
    for (const child of childrenOf(scene.tokens, anchor)) {
      const relation = scene.relations[child]!
      if (
        (relation === 'obl' || relation === 'nmod' || relation === 'advcl' || relation === 'advmod' || relation === 'acl') &&
        hasCase(scene, child, preposition) &&
        !(preposition === 'with' && isAbsolute(scene, child))
      )
        found.push(child)
      // "walked away from the talks" with the talks hung on "away"
      else if (relation === 'advmod' && child > anchor && isVerb(scene, anchor))
        for (const inner of childrenOf(scene.tokens, child))
          if (scene.relations[inner] === 'obl' && hasCase(scene, inner, preposition)) found.push(inner)
    }
  return found
}

/** "met on Monday, with the union rejecting the offer": the union is no partner of the meeting. */
const isAbsolute = (scene: Scene, noun: number): boolean => {
  for (let verb = noun + 1; verb <= noun + 2 && verb < scene.tokens.length; verb++) if (absoluteSubject(scene, verb) === noun) return true
  return false
}

const hasCase = (scene: Scene, token: number, preposition: string): boolean => {
  for (const child of childrenOf(scene.tokens, token))
    if ((scene.relations[child] === 'case' || scene.relations[child] === 'mark') && scene.lemmas[child] === preposition) return true
  return false
}

/** A word with its objects and the phrases on them: where a clause's prepositional parties may hang. */
export function reachOf(scene: Scene, word: number): readonly number[] {
  const reach = [word]
  const add = (token: number): void => {
    if (reach.length < MAX_REACH && !reach.includes(token)) reach.push(token)
  }
  for (const child of childrenOf(scene.tokens, word)) {
    const relation = scene.relations[child]!
    if (
      relation === 'obj' ||
      (relation === 'obl' && child > word) ||
      fullRelationOf(scene.tokens, child) === 'nsubj:pass' ||
      (relation === 'nmod' && caseOf(scene, child) !== null)
    ) {
      add(child)
      for (const inner of childrenOf(scene.tokens, child))
        if (scene.relations[inner] === 'nmod' && caseOf(scene, inner) !== null) add(inner)
    }
  }
  return reach
}

const MAX_REACH = 16
