// From the words of a source to somebody of the document: the mention that its head stands in.
import type {With} from '../../model/document.ts'
import type {Mention} from '../../model/mention.ts'
import {fullRelationOf, relationOf, uposOf} from '../../text/tree.ts'
import {lastBefore} from './chains/recorder.ts'
import type {Source} from './draft.ts'
import {prepositionOf, type Scene} from './scene.ts'

export interface Speakers {
  /** The mention that a token heads or stands in; the smallest one. */
  mentionAt(token: number): Mention | null
  /** All mentions that begin inside tokens first … last. */
  within(first: number, last: number): Mention[]
}

export function findSpeakers(scene: Scene, {mentions}: With<'mentions'>): Speakers {
  const {tokens} = scene
  const smallest = new Map<number, Mention>()
  const starting = new Map<number, Mention[]>()
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)
  let token = 0
  for (const mention of sorted) {
    while (token < tokens.length && tokens.end[token]! <= mention.start) token++
    const begun = starting.get(token)
    if (begun) begun.push(mention)
    else starting.set(token, [mention])
    for (let i = token; i < tokens.length && tokens.start[i]! < mention.end && i < token + LONGEST_MENTION; i++) {
      const known = smallest.get(i)
      if (!known || mention.head === i || (known.head !== i && mention.end - mention.start < known.end - known.start))
        smallest.set(i, mention)
    }
  }
  return {
    mentionAt: i => smallest.get(i) ?? null,
    within: (first, last) => {
      const found: Mention[] = []
      for (let i = first; i <= last; i++) found.push(...(starting.get(i) ?? []))
      return found
    },
  }
}

const LONGEST_MENTION = 60

/** Who a source names: the mention of its head; where that is a place or none, the first in its words that can speak. */
export function speakerOf(scene: Scene, speakers: Speakers, document: With<'mentions' | 'somebodies'>, source: Source): number | null {
  const head = antecedentOf(scene, source.head)
  const own = speakers.mentionAt(head)
  const outlet = scene.lexicon.outletNouns.has(scene.tokens.lemma(head).toLowerCase())
  const isCarrier = outlet || scene.lexicon.nameEndings.has(scene.word(head))
  const inside = speakers.within(source.first, source.last).filter(mention => isCarrier || !PLACING.has(prepositionOf(scene, mention.head)))
  if (outlet) {
    // "the Mirvan Times newspaper": the outlet named beside the noun is the one that speaks.
    const named = inside.find(mention => document.somebodies[mention.entity]!.type === 'outlet' && mention.level === 'name')
    if (named) return named.entity
  }
  // "Mirvan Radio correspondent Elin Maros", "Kalvian Deputy Minister Orlo Vashenko": where outlet or land and person stand in one name, the person speaks.
  const person =
    own && OF_A_PERSON.has(document.somebodies[own.entity]!.type) && !isJoined(scene, own)
      ? inside.find(
          mention => mention.start >= own.end && mention.level === 'name' && document.somebodies[mention.entity]!.type === 'person',
        )
      : undefined
  if (person) return person.entity
  if (own && canSpeak(document, own)) return own.entity
  const speaking =
    inside.find(mention => canSpeak(document, mention) && mention.level === 'name') ?? inside.find(mention => canSpeak(document, mention))
  return (speaking ?? own)?.entity ?? null
}

// "a narrator in the film", "a guard at the ministry": where somebody is does not name them
const PLACING = new Set(['in', 'at', 'on', 'near', 'outside', 'inside', 'during'])

const OF_A_PERSON = new Set(['outlet', 'country'])

/** "Kalvia and Orlo Vashenko", "Kalvia, whose minister …": a comma or an "and" right behind the name parts it from the next. */
const isJoined = (scene: Scene, {head}: Mention): boolean => scene.word(head + 1) === ',' || uposOf(scene.tokens, head + 1) === 'CCONJ'

/**
 * “…,” she told the agency: the only person named in the nearest sentence of the paragraph that names one speaks, rather than somebody of an earlier paragraph, as
 * long as no pronoun of the text tells otherwise.
 */
export function speakerInParagraph(
  scene: Scene,
  document: With<'mentions' | 'somebodies'>,
  pronoun: number,
  resolved: number | null,
): number | null {
  const {tokens, sentences, quotations} = scene
  const word = scene.word(pronoun)
  const opposite = OPPOSITES[word]
  if (opposite === undefined || resolved === null) return resolved
  const {paragraph} = sentences[tokens.sentence[pronoun]!]!
  let only: number | null = null
  let nearest = 0
  const {mentions} = document
  const last = lastBefore(mentions, tokens.start[pronoun]!)
  for (let m = last; m >= 0 && last - m < MOST_MENTIONS; m--) {
    const mention = mentions[m]!
    if (sentences[tokens.sentence[mention.head]!]!.paragraph !== paragraph) break
    const quote = scene.quoteOf[mention.head]!
    if (quote >= 0 && quotations[quote]!.end > mention.end) continue
    if (mention.entity === resolved) return resolved
    if (mention.level !== 'name' || document.somebodies[mention.entity]!.type !== 'person') continue
    const sentence = tokens.sentence[mention.head]!
    if (only !== null && sentence < nearest) continue
    if (only !== null && only !== mention.entity) return resolved
    only = mention.entity
    nearest = sentence
  }
  if (only === null) return resolved
  const words = pronounsOf(scene, mentions).get(only)
  const differs = opposite.some(word => words?.has(word))
  return differs ? resolved : only
}

// A paragraph that names more than this many before one pronoun is a list.
const MOST_MENTIONS = 60

const known = new WeakMap<readonly Mention[], ReadonlyMap<number, ReadonlySet<string>>>()

/** The pronouns that the text uses of each somebody. */
function pronounsOf(scene: Scene, mentions: readonly Mention[]): ReadonlyMap<number, ReadonlySet<string>> {
  const before = known.get(mentions)
  if (before) return before
  const words = new Map<number, Set<string>>()
  for (const {entity, level, head} of mentions)
    if (level === 'pronoun') words.set(entity, (words.get(entity) ?? new Set<string>()).add(scene.word(head)))
  known.set(mentions, words)
  return words
}

const OPPOSITES: Readonly<Record<string, readonly string[]>> = {he: ['she', 'her', 'hers'], she: ['he', 'him', 'his']}

/** A place speaks only as the name of its government ("Kalvia rejected"), which mentions tell as a metonym. */
const canSpeak = (document: With<'somebodies'>, mention: Mention): boolean =>
  document.somebodies[mention.entity]!.type !== 'place' || mention.metonym

/** "X, who said": the relative pronoun stands for the noun that it describes. */
export function antecedentOf(scene: Scene, token: number): number {
  const {tokens} = scene
  if (!['who', 'which', 'that', 'whom'].includes(scene.word(token))) return token
  for (let at = token, steps = 0; at >= 0 && steps < 4; steps++) {
    if (fullRelationOf(tokens, at) === 'acl:relcl' || relationOf(tokens, at) === 'acl')
      return tokens.head[at]! < 0 ? token : tokens.head[at]!
    at = tokens.head[at]!
  }
  return token
}
