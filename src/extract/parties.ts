// Who stands at a word: the mention that it heads or stands in, else the one that its phrase hangs on ("Kalvian farmers", "Mirvan's proposal").
import type {Mention} from '../model/mention.ts'
import {childrenOf, tokenAt} from '../text/tree.ts'
import type {Scene} from './scene.ts'

export interface Party {
  /** Index into Document.somebodies. */
  readonly entity: number
  /** The token it was found at. */
  readonly token: number
  /** True for a location that stands for nobody: it may be where, never who. */
  readonly place: boolean
}

/** "Colombia and the rebels" where the tree ties only the second to its verb: the name before "and" belongs to it. */
export function joinedBefore(scene: Scene, token: number): readonly Party[] {
  const own = scene.mentionOf[token]! >= 0 ? scene.mentionOf[token]! : scene.mentionAt[token]!
  if (own < 0) return []
  let at = token
  while (at > 0 && scene.tokens.start[at - 1]! >= scene.document.mentions[own]!.start) at--
  if (at > 0 && scene.relations[at - 1] === 'det') at--
  const and = scene.lemmas[at - 1]
  if (at < 2 || (and !== 'and' && and !== '&') || scene.tokens.sentence[at - 2] !== scene.tokens.sentence[token]) return []
  const index = scene.mentionAt[at - 2]!
  if (index < 0) return []
  const first = scene.document.mentions[index]!
  const head = first.head >= 0 ? first.head : at - 2
  let before = head
  while (before > 0 && scene.tokens.start[before - 1]! >= first.start) before--
  const marker = before > 0 && scene.relations[before - 1] === 'det' ? before - 2 : before - 1
  const tag = marker >= 0 && scene.tokens.sentence[marker] === scene.tokens.sentence[token] ? scene.tags[marker]! : ''
  if (tag === 'IN' || tag === 'TO' || tag.startsWith('VB') || tag === 'POS') return []
  const party = exactly(scene, head)
  return party && !party.place ? [party] : []
}

/** Prepositions that tie people to a country or body that they are of; where they are ("rebels in the north") ties them to a known country only. */
const JOINTS: ReadonlySet<string> = new Set(['of', 'from', 'between', 'among', 'by', 'for'])
const PLACING: ReadonlySet<string> = new Set(['in', 'against', 'on', 'with', 'at'])

/** The parties at a token and at what is coordinated with it, in text order, each once. */
export function partiesAt(scene: Scene, token: number): readonly Party[] {
  const found: Party[] = []
  const seen = new Set<number>()
  for (const head of coordinated(scene, token))
    for (const party of oneAt(scene, head).flatMap(each => membersOf(scene, each)))
      if (!seen.has(party.entity)) {
        seen.add(party.entity)
        found.push(party)
      }
  return found
}

/** "They", "both sides", "the two countries": the members, where it is known who they are. */
function membersOf(scene: Scene, party: Party): readonly Party[] {
  const members = scene.document.somebodies[party.entity]?.members ?? []
  const tag = scene.tags[party.token] ?? ''
  if (members.length < 2 || !(tag.endsWith('S') || tag.startsWith('PRP') || tag === 'DT')) return [party]
  const index = scene.mentionOf[party.token]! >= 0 ? scene.mentionOf[party.token]! : scene.mentionAt[party.token]!
  const mention = scene.document.mentions[index]
  if (!mention || mention.level === 'name' || /[a-z] [A-Z]/.test(scene.document.text.slice(mention.start, mention.end))) return [party]
  return members.map(entity => ({...party, entity}))
}

/** The token and its conjuncts. */
export function coordinated(scene: Scene, token: number): readonly number[] {
  const all = [token]
  for (let i = 0; i < all.length && i < MAX_CONJUNCTS; i++)
    for (const child of childrenOf(scene.tokens, all[i]!))
      if (isNominal(scene, child) && (scene.relations[child] === 'conj' || isJoinedAside(scene, all[i]!, child))) all.push(child)
  return all.sort((a, b) => a - b)
}

/** "envoy Orlo Vash and Minister Ilsa Ren" read as an apposition: behind "and", with no comma between, a name is somebody else. */
function isJoinedAside(scene: Scene, head: number, child: number): boolean {
  if (scene.relations[child] !== 'appos' || levelAt(scene, child) !== 'name') return false
  let isJoined = false
  for (let token = head + 1; token < child; token++) {
    if (scene.lemmas[token] === ',') return false
    if (scene.lemmas[token] === 'and') isJoined = true
  }
  return isJoined
}

/** Longer lists are lists of something else. */
const MAX_CONJUNCTS = 12

const isNominal = (scene: Scene, token: number): boolean => {
  const tag = scene.tags[token]!
  return !tag.startsWith('VB') && tag !== 'MD'
}

function oneAt(scene: Scene, token: number): readonly Party[] {
  const named = exactly(scene, token)
  const nominal = named !== null && levelAt(scene, token) === 'nominal'
  if (named && !named.place && !nominal) return [named]
  // "special envoy Orlo Vashenko": the name in apposition is who it is.
  if (!named)
    for (const child of childrenOf(scene.tokens, token)) {
      const relation = scene.relations[child]!
      if (relation !== 'appos' && relation !== 'flat') continue
      const person = exactly(scene, child)
      if (person && !person.place && (scene.document.somebodies[person.entity]?.type === 'person' || isNamedAside(scene, token, child)))
        return [person]
    }
  const before: Party[] = []
  const owners: Party[] = []
  const after: Party[] = []
  for (const child of childrenOf(scene.tokens, token)) {
    const relation = scene.relations[child]!
    if (
      relation === 'amod' ||
      relation === 'compound' ||
      relation === 'nsubj' ||
      (relation === 'nmod' && child < token && !caseOf(scene, child))
    )
      for (const each of coordinated(scene, child)) push(before, exactly(scene, each))
    else if (relation === 'nmod' && isPossessive(scene, child)) for (const party of partiesAtOwner(scene, child)) push(owners, party)
    else if (relation === 'nmod' || relation === 'appos') {
      const joint = caseOf(scene, child)
      if (relation === 'appos' || (joint !== null && (JOINTS.has(joint) || PLACING.has(joint))))
        for (const each of coordinated(scene, child)) {
          const party = exactly(scene, each) ?? nearOwner(scene, each)
          if (relation === 'appos' || JOINTS.has(joint ?? '') || isKnownCountry(scene, party)) push(after, party)
        }
    }
  }
  // "the ministers of Ostrel and Mirvan", "Kalvian and Mirvan envoys" are two parties, whoever "the ministers" are.
  for (const group of [owners, before, after]) {
    const people = without(group, named).filter(party => !party.place)
    if (people.length > 1) return people
  }
  if (named && !named.place && !isVague(scene, named)) return [named]
  for (const group of [owners, before, after]) {
    const people = without(group, named).filter(party => !party.place && (named === null || isSide(scene, party)))
    if (people.length > 0) return people
  }
  if (named && !named.place) return [named]
  return named ? [named] : [...before, ...owners, ...after].slice(0, 1)
}

/** "the brewer's biggest shareholder, the Lindt family,": between a comma and its name a noun with an owner is somebody else than the owner. */
const isNamedAside = (scene: Scene, token: number, child: number): boolean =>
  scene.relations[child] === 'appos' && scene.lemmas[token + 1] === ',' && levelAt(scene, child) === 'name'

/** Only a country or a body stands in for its people: "the miners' union" is the union. */
const isSide = (scene: Scene, party: Party): boolean => {
  const type = scene.document.somebodies[party.entity]?.type
  return type === 'country' || type === 'public-body' || type === 'organization'
}

const isKnownCountry = (scene: Scene, party: Party | null): boolean => {
  const somebody = party === null ? undefined : scene.document.somebodies[party.entity]
  return somebody?.country != null
}

function levelAt(scene: Scene, token: number): string | null {
  const index = scene.mentionOf[token]! >= 0 ? scene.mentionOf[token]! : scene.mentionAt[token]!
  return index < 0 ? null : scene.document.mentions[index]!.level
}

/** Who is exchanged, held or freed makes no deal: a party is somebody who acts, and one whom the words place. */
export function canAct(scene: Scene, party: Party): boolean {
  if (party.place) return false
  const somebody = scene.document.somebodies[party.entity]
  if (!somebody || party.token < 0) return true
  if (isCaptive(scene, party)) return false
  return somebody.type !== 'person' || somebody.pack !== null || !isVague(scene, party)
}

/** "64 prisoners", "the hostages": named by nothing but their captivity. */
export const isCaptive = (scene: Scene, party: Party): boolean =>
  party.token >= 0 && levelAt(scene, party.token) === 'nominal' && scene.lexicon.is('prisoners', scene.lemmas[party.token]!)

const namedSomebodies = new WeakMap<Scene, ReadonlySet<number>>()

/** Whom the document calls by a name somewhere: "a former Lindran minister" behind hers is she. */
function namedIn(scene: Scene): ReadonlySet<number> {
  const known = namedSomebodies.get(scene)
  if (known) return known
  const named = new Set(scene.document.mentions.flatMap(({level, entity}) => (level === 'name' ? [entity] : [])))
  namedSomebodies.set(scene, named)
  return named
}

/** "The prime ministers" of whom? A nominal that points to no country gives way to the names around it. */
function isVague(scene: Scene, party: Party): boolean {
  const somebody = scene.document.somebodies[party.entity]
  const index = scene.mentionOf[party.token]! >= 0 ? scene.mentionOf[party.token]! : scene.mentionAt[party.token]!
  if (!somebody || index < 0 || scene.document.mentions[index]!.level !== 'nominal') return false
  return (
    somebody.country === null &&
    somebody.actsFor === null &&
    somebody.pack === null &&
    somebody.members.length === 0 &&
    !namedIn(scene).has(party.entity) &&
    (somebody.type === 'group' || somebody.type === 'person')
  )
}

function partiesAtOwner(scene: Scene, child: number): readonly Party[] {
  const parties: Party[] = []
  for (const each of coordinated(scene, child)) push(parties, exactly(scene, each) ?? nearOwner(scene, each))
  return parties
}

/** "by Belarus's rulers": the owner of the phrase's head, one step down. */
function nearOwner(scene: Scene, token: number): Party | null {
  for (const child of childrenOf(scene.tokens, token)) {
    const relation = scene.relations[child]!
    if (relation === 'amod' || relation === 'compound' || relation === 'nsubj' || relation === 'nmod') {
      const party = exactly(scene, child)
      if (party && !party.place) return party
    }
  }
  return null
}

/** The phrase itself does not stand beside itself. */
const without = (group: readonly Party[], named: Party | null): readonly Party[] => group.filter(party => party.entity !== named?.entity)

const push = (list: Party[], party: Party | null): void => {
  if (party && !list.some(known => known.entity === party.entity)) list.push(party)
}

function exactly(scene: Scene, token: number): Party | null {
  const headed = scene.mentionOf[token]!
  const index = headed >= 0 ? headed : scene.mentionAt[token]!
  if (index < 0) return null
  const mention = scene.document.mentions[index]!
  if (headed < 0 && standsBefore(scene, token, mention)) return null
  const person = mention.type === 'country' ? personBehind(scene, index) : null
  if (person !== null) return {entity: person, token, place: false}
  return {entity: mention.entity, token, place: isWhere(mention)}
}

/** "US special envoy Orlo Vashenko" where the tree heads the phrase with the country: the person named behind the title. */
function personBehind(scene: Scene, index: number): number | null {
  const mention = scene.document.mentions[index]!
  let titles = 0
  for (let token = tokenAt(scene.tokens, mention.end); token < scene.tokens.length && titles <= MAX_TITLE; token++, titles++) {
    const behind = scene.document.mentions[scene.mentionAt[token]!]
    if (behind && behind !== mention) return titles > 0 && behind.type === 'person' && behind.level === 'name' ? behind.entity : null
    const tag = scene.tags[token]!
    if (!tag.startsWith('NN') && !tag.startsWith('JJ')) return null
  }
  return null
}

/** Words in a title. */
const MAX_TITLE = 5

/** True where the mention holds the token only as an outer phrase whose head is elsewhere ("officials of X" seen from "of"). */
const standsBefore = (scene: Scene, token: number, mention: Mention): boolean =>
  scene.tokens.end[token]! < mention.end &&
  mention.head >= 0 &&
  mention.head !== token &&
  mention.head > token &&
  scene.relations[token] === 'case'

const isWhere = (mention: Mention): boolean => mention.type === 'place' && !mention.metonym

/** Lemma of the preposition of a phrase, null where it has none or is a genitive. */
export function caseOf(scene: Scene, token: number): string | null {
  for (const child of childrenOf(scene.tokens, token))
    if (scene.relations[child] === 'case') {
      const lemma = scene.lemmas[child]!
      if (lemma !== "'s" && lemma !== '’s' && lemma !== "'" && lemma !== '’') return lemma
    }
  return null
}

export function isPossessive(scene: Scene, token: number): boolean {
  if (scene.tokens.relations[scene.tokens.deprel[token]!] === 'nmod:poss') return true
  for (const child of childrenOf(scene.tokens, token)) {
    const lemma = scene.lemmas[child]!
    if (scene.relations[child] === 'case' && (lemma === "'s" || lemma === '’s')) return true
  }
  return false
}
