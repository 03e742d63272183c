// Who stands before a finite verb, by the words alone: "Ostreli President X and Mirvan special envoy Y are to meet". A second witness beside the tree,
// which loses one of two people where roles or appositions stand between them.
import type {Party} from './parties.ts'
import {joinedBefore, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {isTimeWord} from './time-words.ts'

/** Longest subject that is read word by word: two people with their titles and appositions have 20 words. */
const LONGEST = 30

/** The parties of a subject: what the tree gives at its heads, or what the words say where they name more people or another kind of somebody. */
export function subjectParties(scene: Scene, verb: number, heads: readonly number[]): readonly Party[] {
  const byTree = heads.flatMap(head => namedBefore(scene, head) ?? [...joinedBefore(scene, head), ...partiesAt(scene, head)])
  const anchor = heads.find(head => head < verb) ?? -1
  const byWords = anchor >= 0 ? phraseAt(scene, anchor) : []
  const plain = byTree.length === 0 ? nounBefore(scene, verb) : -1
  const read = byWords.length > 0 || plain < 0 ? byWords : phraseAt(scene, plain)
  if (read.length > 1 && read.length >= byTree.length && isOtherwise(read, byTree)) return read
  if (byTree.length === 0 && plain >= 0) return read
  return byTree
}

/** "Switzerland, the host, has proposed": between commas behind a name, a nominal says again who it is. Null where it stands otherwise. */
function namedBefore(scene: Scene, head: number): readonly Party[] | null {
  const nominal = scene.document.mentions[scene.mentionOf[head]! >= 0 ? scene.mentionOf[head]! : scene.mentionAt[head]!]
  if (nominal?.level !== 'nominal') return null
  let first = head
  while (first > 0 && scene.tokens.start[first - 1]! >= nominal.start) first--
  let last = head
  while (last + 1 < scene.tokens.length && scene.tokens.end[last + 1]! <= nominal.end) last++
  if (scene.lemmas[first - 1] !== ',' || scene.lemmas[last + 1] !== ',' || scene.tags[first] !== 'DT') return null
  const index = scene.mentionAt[first - 2] ?? -1
  const name = scene.document.mentions[index]
  if (name?.level !== 'name' || (name.type === 'place' && !name.metonym) || name.entity === nominal.entity) return null
  return [{entity: name.entity, token: name.head >= 0 ? name.head : first - 2, place: false}]
}

const isOtherwise = (read: readonly Party[], known: readonly Party[]): boolean =>
  read.some(party => !known.some(other => other.entity === party.entity))

/** The word right before a finite verb and its auxiliaries, where it may end a subject; -1 where it may not, or where the verb is not finite. */
function nounBefore(scene: Scene, verb: number): number {
  const first = scene.document.sentences[scene.tokens.sentence[verb]!]?.firstToken ?? 0
  let finite = isFiniteWord(scene, verb)
  for (let token = verb - 1; token >= first && verb - token <= LONGEST; token--) {
    const tag = scene.tags[token]!
    if (tag === 'TO') return -1
    if (isTimeWord(scene, token)) continue
    if (tag === 'MD' || isFiniteWord(scene, token)) finite = true
    else if (finite && scene.lemmas[token] === ',') return beforeRelative(scene, token, first)
    else if (tag !== 'RB' && !tag.startsWith('VB')) return finite && isNounWord(tag) ? token : -1
  }
  return -1
}

/** "The drivers, who lost wages over nine days, are asking": the noun before a relative clause that ends at this comma; -1 where none does. */
function beforeRelative(scene: Scene, comma: number, first: number): number {
  for (let token = comma - 1; token > first + 1 && comma - token <= LONGEST; token--) {
    if (scene.lemmas[token] === ';') return -1
    if (scene.tags[token]!.startsWith('W') && scene.lemmas[token - 1] === ',') return isNounWord(scene.tags[token - 2]!) ? token - 2 : -1
  }
  return -1
}

const isFiniteWord = (scene: Scene, token: number): boolean => FINITE.has(scene.tags[token]!)
const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

const isNounWord = (tag: string): boolean => tag.startsWith('NN') || tag === 'PRP' || tag === 'DT' || tag === 'CD'
const isPhraseWord = (tag: string): boolean =>
  tag.startsWith('NN') || tag.startsWith('JJ') || tag === 'DT' || tag === 'CD' || tag === 'POS' || tag === 'HYPH' || tag === 'PRP$'

/** Prepositions that never open a clause: a name behind one is no subject. */
const NEVER_OPENS = new Set([
  'of',
  'in',
  'on',
  'at',
  'from',
  'with',
  'by',
  'between',
  'against',
  'among',
  'under',
  'over',
  'to',
  'about',
  'into',
])

/** The people and parties of the coordinated phrase around a word, where it stands right before a verb; empty where the words leave a doubt. */
function phraseAt(scene: Scene, word: number): readonly Party[] {
  const sentence = scene.document.sentences[scene.tokens.sentence[word]!]
  if (!sentence) return []
  let last = word
  while (last + 1 < sentence.endToken && last - word < LONGEST && goesOn(scene, last + 1, sentence.endToken)) last++
  if (!isBeforeVerb(scene, last, sentence.endToken)) return []
  let first = word
  while (first > sentence.firstToken && last - first < LONGEST && comesBefore(scene, first - 1, sentence.firstToken)) first--
  const before = first > sentence.firstToken ? first - 1 : -1
  // "On Tuesday the museum and the court signed": a day before the subject has a preposition of its own.
  if (
    before >= 0 &&
    !isTimeWord(scene, before) &&
    ((scene.tags[before] === 'IN' && NEVER_OPENS.has(scene.lemmas[before]!)) || scene.tags[before] === 'TO')
  )
    return []
  return partiesOf(scene, segmentsOf(scene, first, last))
}

const isAnd = (scene: Scene, token: number): boolean => scene.lemmas[token] === 'and' || scene.lemmas[token] === '&'

/** "and striking railway workers", "the freed soldiers": a participle before its noun. */
const describes = (scene: Scene, token: number): boolean => {
  if (scene.tags[token] !== 'VBG' && scene.tags[token] !== 'VBN') return false
  const before = scene.tags[token - 1] ?? ''
  return (before === 'CC' || before === 'DT' || before === 'PRP$' || before === 'JJ') && /^(?:NN|JJ)/.test(scene.tags[token + 1] ?? '')
}

/** "the government of Ostrel" is one somebody, and "300 of them" are they: the "of" joins nothing else. */
const isInName = (scene: Scene, token: number): boolean =>
  scene.lemmas[token] === 'of' && (scene.mentionAt[token]! >= 0 || (scene.tags[token - 1] === 'CD' && scene.tags[token + 1] === 'PRP'))

function goesOn(scene: Scene, token: number, end: number): boolean {
  if (isTimeWord(scene, token)) return false
  if (isPhraseWord(scene.tags[token]!) || isInName(scene, token)) return true
  const next = token + 1 < end ? scene.tags[token + 1]! : ''
  if (scene.lemmas[token] === ',') return isPhraseWord(next) || (token + 1 < end && isAnd(scene, token + 1))
  return (isAnd(scene, token) && isPhraseWord(next)) || joinsTitle(scene, token)
}

function comesBefore(scene: Scene, token: number, start: number): boolean {
  if (isTimeWord(scene, token)) return false
  if (isPhraseWord(scene.tags[token]!) || describes(scene, token) || isInName(scene, token)) return true
  const previous = token > start ? scene.tags[token - 1]! : ''
  if (scene.lemmas[token] === ',') return isPhraseWord(previous)
  return (isAnd(scene, token) && (isPhraseWord(previous) || scene.lemmas[token - 1] === ',')) || joinsTitle(scene, token)
}

/** "special envoy for Ostrel Daven Korl": inside a title a preposition stands between a noun and two names in a row, the latter a person. */
function joinsTitle(scene: Scene, token: number): boolean {
  if (scene.lemmas[token] !== 'for' && scene.lemmas[token] !== 'to') return false
  const land = scene.document.mentions[scene.mentionAt[token + 1] ?? -1]
  if (land?.level !== 'name' || scene.tags[token - 1] !== 'NN') return false
  let behind = token + 1
  while (behind < scene.tokens.length && scene.tokens.start[behind]! < land.end) behind++
  const person = scene.document.mentions[scene.mentionAt[behind] ?? -1]
  return person !== undefined && person.type === 'person' && person.level === 'name'
}

function isBeforeVerb(scene: Scene, last: number, end: number): boolean {
  let next = last + 1
  if (scene.lemmas[next] === ',') next++
  if (scene.tags[next]?.startsWith('W') && scene.lemmas[last + 1] === ',') return true
  // "The two presidents today signed": a bare day may stand before the verb.
  while (next < end && (scene.tags[next] === 'RB' || isTimeWord(scene, next))) next++
  return next < end && isFiniteWord(scene, next)
}

interface Segment {
  readonly first: number
  readonly last: number
  readonly joined: boolean
}

function segmentsOf(scene: Scene, first: number, last: number): readonly Segment[] {
  const segments: Segment[] = []
  let from = first
  let joined = false
  for (let token = first; token <= last + 1; token++) {
    const ends = token > last || scene.lemmas[token] === ',' || isAnd(scene, token)
    if (!ends) continue
    if (token > from) segments.push({first: from, last: token - 1, joined})
    joined = token > from ? token <= last && isAnd(scene, token) : joined || (token <= last && isAnd(scene, token))
    from = token + 1
  }
  return segments
}

function partiesOf(scene: Scene, segments: readonly Segment[]): readonly Party[] {
  const found: Party[] = []
  let named = false
  for (const [index, segment] of segments.entries()) {
    // "…, the Mirvan envoy, …": who stands before the comma, said again.
    if (index > 0 && !segment.joined && named && isApposed(scene, segment)) continue
    const party = partyIn(scene, segment)
    if (party === null) return []
    named = scene.document.somebodies[party.entity]?.type === 'person'
    if (!found.some(known => known.entity === party.entity)) found.push(party)
  }
  return found
}

const isApposed = (scene: Scene, segment: Segment): boolean => {
  const tag = scene.tags[segment.first]!
  return tag === 'DT' || tag === 'PRP$' || scene.tags[segment.last] === 'NN'
}

/** The mention at the last word: of "the royal court of Ede" the court, not the town. */
function widest(scene: Scene, first: number, last: number): number {
  for (let token = first; token < last; token++) {
    const index = scene.mentionOf[token]!
    if (index >= 0 && scene.lemmas[token + 1] === 'of' && scene.document.mentions[index]!.end >= scene.tokens.end[last]!) return index
  }
  return scene.mentionAt[last]!
}

/** The person named last in the stretch, else whoever its last word stands for; null where it is half a phrase ("Ostreli and Mirvan officials"). */
function partyIn(scene: Scene, {first, last}: Segment): Party | null {
  const index = widest(scene, first, last)
  if (index < 0 || scene.tags[last]!.startsWith('JJ')) return null
  const mention = scene.document.mentions[index]!
  // A mention that reaches over "and" is a joint group: the tree knows its members.
  if (mention.start < scene.tokens.start[first]! || mention.end > scene.tokens.end[last]!) return null
  if (mention.type === 'country' && mention.level === 'nominal') return null
  if (mention.type === 'place' && !mention.metonym) return null
  if (mention.level === 'name') return {entity: mention.entity, token: mention.head >= 0 ? mention.head : last, place: false}
  const party = partiesAt(scene, mention.head >= 0 ? mention.head : last)[0]
  return party && !party.place ? party : null
}
