// Stances said with "be", read from the order of the words: "enrichment is not up for negotiation", "the rebels' main demand is an amnesty".
// A parser loses such predicates more often than it keeps them; subject, "be" and cue stand in one order only.
import type {Stance} from '../model/claim.ts'
import type {StanceCue} from '../model/pack-talks.ts'
import type {Span} from '../model/span.ts'
import {type Voice, voiceOf} from './assertion.ts'
import {speakerOf} from './holders.ts'
import type {ByWord, Wording} from './lexicon.ts'
import {worldOf} from './modality.ts'
import {type Party, partiesAt} from './parties.ts'
import type {Scene} from './scene.ts'
import {speaksForSide} from './sides.ts'
import type {World} from './world.ts'

export interface Predicated {
  readonly stance: Stance
  readonly holders: readonly Party[]
  readonly content: Span
  readonly rule: string
}

/** Words between "be" and its predicate, and between a noun and its "be". */
const NEAR = 5
/** Longest subject or predicate that is read word by word. */
const LONGEST = 24

export function predicatedAt(scene: Scene, token: number): Predicated | null {
  const adjective = wordingAt(scene, token, scene.lexicon.stanceAdjectives)
  if (adjective?.entry.over.includes('subj')) return judged(scene, token, adjective)
  const noun = wordingAt(scene, token, scene.lexicon.stanceNouns)
  if (noun?.entry.over.includes('subj')) return judged(scene, token, noun)
  return noun?.entry.over.includes('be') && scene.tags[token]!.startsWith('NN') ? named(scene, token, noun.entry) : null
}

/** The longest wording whose words all stand side by side. */
function wordingAt(scene: Scene, token: number, words: ByWord<StanceCue>): Wording<StanceCue> | null {
  let best: Wording<StanceCue> | null = null
  for (const wording of words.get(scene.lemmas[token]!) ?? []) {
    const size = wording.before.length + wording.after.length
    if (best !== null && size <= best.before.length + best.after.length) continue
    if (!wording.before.every((word, i) => scene.lemmas[token - wording.before.length + i] === word)) continue
    if (!wording.after.every((word, i) => scene.lemmas[token + 1 + i] === word)) continue
    best = wording
  }
  return best
}

/** "Their return is not negotiable": what stands before "be" is what the words judge. */
function judged(scene: Scene, token: number, wording: Wording<StanceCue>): Predicated | null {
  const {firstToken} = scene.document.sentences[scene.tokens.sentence[token]!]!
  let be = token - wording.before.length - 1
  let negated = false
  for (let steps = 0; be >= firstToken && steps < NEAR; be--, steps++) {
    if (isBe(scene, be)) break
    if (scene.lemmas[be] === 'not' || scene.lemmas[be] === 'never' || scene.lemmas[be] === "n't" || scene.lemmas[be] === 'n’t')
      negated = true
    else if (!isQuote(scene, be) && scene.tags[be] !== 'RB' && scene.tags[be] !== 'DT' && scene.tags[be] !== 'JJ') return null
  }
  if (be <= firstToken || !isBe(scene, be)) return null
  let last = beforeAside(scene, be - 1, firstToken)
  while (last > firstToken && (scene.tags[last] === 'MD' || scene.tags[last] === 'RB' || scene.lemmas[last] === 'have')) last--
  const first = startOfPhrase(scene, last, firstToken)
  if (first > last) return null
  const stance = negated ? wording.entry.negated : wording.entry.stance
  if (stance === null) return null
  const world = worldOf(scene, token)
  const end = token + wording.after.length
  const named = [...behind(scene, end), ...before(scene, first, firstToken)]
  const holders = named.length > 0 ? named : speakersAt(scene, token, world)
  if (holders.length === 0 || isOpen(world)) return null
  return {stance, holders, content: spanOf(scene, first, last), rule: wording.entry.id}
}

/** "The tax, the minister has always said, is not negotiable": what stands between two commas is set aside. */
function beforeAside(scene: Scene, last: number, first: number): number {
  if (scene.lemmas[last] !== ',') return last
  for (let at = last - 1; at > first && last - at < LONGEST; at--) if (scene.lemmas[at] === ',') return at - 1
  return last
}

/** "The rebels' main demand is an amnesty", "a key demand of the rebels is that …": what stands behind "be" is wanted. */
function named(scene: Scene, token: number, cue: StanceCue): Predicated | null {
  const {firstToken, endToken} = scene.document.sentences[scene.tokens.sentence[token]!]!
  let be = token + 1
  for (let steps = 0; be < endToken && steps < LONGEST && !isBe(scene, be); be++, steps++) {
    const tag = scene.tags[be]!
    if (scene.lemmas[be] === ':') break
    if (tag.startsWith('VB') || tag === 'MD' || scene.lemmas[be] === ',' || scene.lemmas[be] === 'that') return null
  }
  // "Their conditions: the tax goes and the pension stays."
  const isColon = scene.lemmas[be] === ':'
  if (be >= endToken - 1 || !(isBe(scene, be) || isColon) || cue.stance === null) return null
  const holders = [...owners(scene, token, firstToken), ...behind(scene, token, be)]
  if (holders.length === 0) return null
  let first = be + 1
  while (first < endToken && (scene.tags[first] === 'RB' || scene.lemmas[first] === 'that' || scene.lemmas[first] === 'for')) first++
  let last = first
  while (last + 1 < endToken && last - first < LONGEST && !endsPhrase(scene, last + 1)) last++
  if (first >= endToken || (!isColon && isOpen(worldOf(scene, be)))) return null
  return {stance: cue.stance, holders: holders.slice(0, 1), content: spanOf(scene, first, last), rule: cue.id}
}

const isQuote = (scene: Scene, token: number): boolean => scene.tags[token] === '``' || scene.tags[token] === "''"

const isBe = (scene: Scene, token: number): boolean => scene.lemmas[token] === 'be' || scene.lemmas[token] === 'remain'

/** A plan of others, an "if": nobody holds it. */
const isOpen = (world: World): boolean => world.status === 'conditional' || world.denied || world.speculated

const spanOf = (scene: Scene, first: number, last: number): Span => ({start: scene.tokens.start[first]!, end: scene.tokens.end[last]!})

/** Back over nouns, adjectives and their prepositions, up to a comma, a verb or what opens a clause. */
function startOfPhrase(scene: Scene, last: number, start: number): number {
  let first = last + 1
  for (let at = last; at >= start && last - at < LONGEST; at--) {
    const tag = scene.tags[at]!
    const inside =
      tag.startsWith('NN') ||
      tag.startsWith('JJ') ||
      tag.startsWith('PRP') ||
      tag === 'DT' ||
      tag === 'CD' ||
      tag === 'POS' ||
      tag === 'HYPH' ||
      tag === 'CC'
    const joins = (tag === 'IN' || tag === 'TO') && at < last && scene.lemmas[at] !== 'that' && at > start
    if (!inside && !joins) break
    if (inside) first = at
  }
  return first
}

const endsPhrase = (scene: Scene, token: number): boolean =>
  scene.lemmas[token] === ',' ||
  scene.lemmas[token] === ';' ||
  scene.tags[token] === '.' ||
  scene.tags[token] === "''" ||
  scene.tags[token] === ':'

/** "to Mirvan", "for Ostrel" right behind the words. */
function behind(scene: Scene, token: number, until = token + NEAR): readonly Party[] {
  const preposition = scene.lemmas[token + 1]
  if (preposition !== 'to' && preposition !== 'for' && preposition !== 'of') return []
  for (let at = token + 2; at < until && at < scene.tokens.length; at++) {
    const found = partiesAt(scene, at).filter(party => !party.place)
    if (scene.mentionAt[at]! >= 0 && found.length > 0) return found
    if (scene.tags[at]!.startsWith('VB')) return []
  }
  return []
}

/** "For Ostrel, their return is …" */
function before(scene: Scene, first: number, start: number): readonly Party[] {
  if (scene.lemmas[start] !== 'for' || scene.lemmas[first - 1] !== ',') return []
  return behind(scene, start - 1, first)
}

/** "the rebels' main demand", "its demand", "Ostreli demands". */
function owners(scene: Scene, token: number, start: number): readonly Party[] {
  for (let at = token - 1; at >= start && token - at <= NEAR; at--) {
    const tag = scene.tags[at]!
    const found = scene.mentionAt[at]! >= 0 ? partiesAt(scene, at).filter(party => !party.place) : []
    if (found.length > 0) return found
    if (tag !== 'POS' && !tag.startsWith('JJ') && tag !== 'CD' && !tag.startsWith('NN') && tag !== 'PRP$') return []
  }
  return []
}

function speakersAt(scene: Scene, token: number, world: World): readonly Party[] {
  const voice: Voice = voiceOf(scene, {start: scene.tokens.start[token]!, end: scene.tokens.end[token]!}, world)
  return speakerOf(scene, world, voice).filter(party => speaksForSide(scene, party))
}
