// Repairs what the name tagger saw: titles, posts and nationality words before a name, articles, possessive endings and brackets at its edges,
// "St" left outside, the type after a title.
import type {With} from '../../model/document.ts'
import type {EntityType} from '../../model/mention.ts'
import type {Packs} from '../../model/packs.ts'
import type {NameSpan} from '../../model/tokens.ts'
import {relationOf, uposOf} from '../../text/tree.ts'
import type {NameHit} from './hits.ts'
import {type Lexicon, phraseAt} from './lexicon.ts'
import {inHeading, isCapital, opensSentence, type Sheet, wordAt} from './sheet.ts'

const RANK = 2
const EDGE = /^(?:[^\p{L}\p{N}]+|'s|the|a|an|of|in|and|for|to)$/u
// The tagger's own certainty below which a lone capital at the start of a sentence is no name (chosen on UNER-EWT dev).
const LONE_OPENING = 0.6

export function repairNames(document: With<'names'>, sheet: Sheet, lexicon: Lexicon, known: readonly NameHit[], packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  const knownAt = new Map<number, NameHit>()
  const lowered = new Set(sheet.lower.filter((_, i) => !isCapital(sheet, i)))
  const capitals = new Set(sheet.lower.filter((_, i) => isCapital(sheet, i) && !opensSentence(sheet, i) && !inHeading(sheet, i)))
  for (const hit of known) for (let i = hit.first; i < hit.endToken; i++) knownAt.set(i, hit)
  const nameEnds = new Set(document.names.map(name => name.endToken))
  for (const name of document.names.flatMap(name => partsOf(sheet, lexicon, name))) {
    if (name.type === 'other') continue
    let first = name.firstToken
    let end = name.endToken
    if (sheet.sentences[sheet.tokens.sentence[first]!]?.kind === 'table') continue
    while (first < end && (EDGE.test(sheet.lower[first]!) || (opensSentence(sheet, first) && lexicon.notNames.has(sheet.lower[first]!))))
      first++
    while (
      end > first &&
      EDGE.test(sheet.lower[end - 1]!) &&
      !(sheet.lower[end - 1] === '.' && sheet.tokens.end[end - 2]! - sheet.tokens.start[end - 2]! <= 2)
    )
      end--
    end = endBeforePost(sheet, lexicon, first, end)
    let type: EntityType = name.type
    const stripped = stripPosts(sheet, lexicon, packs, first, end)
    if (stripped.first > first && (stripped.post || type === 'person')) {
      first = stripped.first
      if (stripped.post && type !== 'person') type = 'person'
    }
    if (first > 0 && /^st\.?$/.test(sheet.lower[first - 1]!) && isCapital(sheet, first - 1)) first--
    if (first > 1 && sheet.lower[first - 1] === '.' && sheet.lower[first - 2] === 'st' && isCapital(sheet, first - 2)) first -= 2
    // "Judge Anu-Mari …" begun after the hyphen: the name begins before it. In "the Orlan-Rennick meeting" another name ends there.
    if (type === 'person' && first > 1 && isHyphen(sheet, first - 1) && isCapital(sheet, first - 2) && !nameEnds.has(first - 1)) first -= 2
    if (first >= end || !/[\p{L}]/u.test(sheet.lower.slice(first, end).join(''))) continue
    const isLone = end - first === 1
    if (isLone && lexicon.notNames.has(sheet.lower[first]!)) continue
    // "US$11,000" is money.
    if (sheet.plain.charAt(sheet.tokens.end[end - 1]!) === '$') continue
    if (isLone && isDemonym(packs, sheet.lower[first]!)) continue
    // "State television" at the head of a sentence is a noun of two words, of which the tagger took one.
    if (isLone && (phraseAt(lexicon, sheet.lower, first, sheet.tokens.length)?.words.length ?? 1) > 1) continue
    if (isLone && opensSentence(sheet, first) && name.confidence < LONE_OPENING && !isNameByUse(sheet, lexicon, {lowered, capitals}, first))
      continue
    if (isLone && !isCapital(sheet, first)) continue
    // "the Bloc", "the Ministry": no name by itself, but a body or state named before, or a group.
    if (
      isLone &&
      sheet.lower[first - 1] === 'the' &&
      (lexicon.bodyNouns.has(sheet.lower[first]!) || lexicon.stateWords.has(wordAt(sheet, first)))
    )
      continue
    // "State Marco Rubio": where the pack knows part of the span as a person, that is the name.
    if (holdsKnownPerson(knownAt, first, end)) continue
    if (type === 'organization' || (type === 'place' && end - first > 1)) type = typeOfBody(sheet, lexicon, end) ?? type
    if (type === 'person' && end - first > 1 && typeOfBody(sheet, lexicon, end) !== null) type = typeOfBody(sheet, lexicon, end)!
    hits.push({
      start: sheet.tokens.start[first]!,
      end: sheet.tokens.end[end - 1]!,
      first,
      endToken: end,
      type,
      entries: [],
      towns: [],
      rule: 'tagger',
      rank: RANK,
    })
  }
  return hits
}

/** Words that the report writes in lower case, and those that it writes with a capital inside a sentence. */
interface Written {
  readonly lowered: ReadonlySet<string>
  readonly capitals: ReadonlySet<string>
}

/** What opens a sentence with a capital is a name where it ends as lands do, where it owns a post or body ("Ostrel's envoy"), or has a capital elsewhere, and the report has no such common word. */
function isNameByUse(sheet: Sheet, lexicon: Lexicon, {lowered, capitals}: Written, i: number): boolean {
  if (uposOf(sheet.tokens, i) !== 'PROPN' || lowered.has(sheet.lower[i]!) || !/^\p{Lu}\p{Ll}{3,}$/u.test(wordAt(sheet, i))) return false
  return (
    (lexicon.placeEnding.test(sheet.lower[i]!) && relationOf(sheet.tokens, i) === 'nsubj') ||
    ownsPost(sheet, lexicon, i) ||
    capitals.has(sheet.lower[i]!)
  )
}

function ownsPost(sheet: Sheet, lexicon: Lexicon, i: number): boolean {
  const owned = sheet.tokens.head[i]!
  if (sheet.lower[i + 1] !== "'s" || relationOf(sheet.tokens, i) !== 'nmod:poss' || owned <= i) return false
  const noun = phraseAt(lexicon, sheet.lower, owned, owned + 1)
  return noun !== null && (noun.role?.speaks === true || noun.group?.kind === 'body')
}

/** "Blue Hall Press" before "Secretary": a post that begins in the span and ends behind it is no part of the name. */
function endBeforePost(sheet: Sheet, lexicon: Lexicon, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) {
    const phrase = phraseAt(lexicon, sheet.lower, i, sheet.tokens.length)
    if (phrase !== null && phrase.role !== null && i + phrase.words.length > end) return i
  }
  return end
}

/** A hyphen without space on either side. */
const isHyphen = (sheet: Sheet, i: number): boolean =>
  sheet.lower[i] === '-' && sheet.tokens.start[i] === sheet.tokens.end[i - 1] && sheet.tokens.end[i] === sheet.tokens.start[i + 1]

const INSIDE = /^(?:of|the|and|for|de|da|do|du|des|del|della|di|la|le|al|el|bin|ben|ibn|von|van|der|den|y|e|ul|'s|'|[^\p{L}\p{N}]+)$/u

/** "Brenn to Tallin on Sunday": the tagger ran on over words that no name holds, or into a day. Each part that begins with a capital is looked at. */
function partsOf(sheet: Sheet, lexicon: Lexicon, name: NameSpan): NameSpan[] {
  const parts: NameSpan[] = []
  let first = name.firstToken
  const close = (end: number): void => {
    let last = end
    while (last > first && lexicon.notNames.has(sheet.lower[last - 1]!) && last - first > 1) last--
    if (last > first && isCapital(sheet, first))
      parts.push({...name, firstToken: first, endToken: last, start: sheet.tokens.start[first]!, end: sheet.tokens.end[last - 1]!})
  }
  for (let i = name.firstToken; i < name.endToken; i++) {
    if (isCapital(sheet, i) || INSIDE.test(sheet.lower[i]!) || /\d/.test(sheet.lower[i]!)) continue
    close(i)
    first = i + 1
  }
  close(name.endToken)
  return parts
}

const isDemonym = (packs: Packs, word: string): boolean => packs.world.demonyms[word] !== undefined || packs.world.peoples.includes(word)

/** The last word of a name that says what it is: "Ministry", "Times". */
export const typeOfBody = (sheet: Sheet, lexicon: Lexicon, end: number): EntityType | null =>
  lexicon.bodyWords.get(wordAt(sheet, end - 1)) ?? null

function stripPosts(sheet: Sheet, lexicon: Lexicon, packs: Packs, from: number, end: number): {first: number; post: boolean} {
  let first = from
  let post = false
  while (first < end) {
    const phrase = phraseAt(lexicon, sheet.lower, first, end)
    if (phrase && (phrase.role !== null || phrase.anonymous) && first + phrase.words.length < end) {
      first += phrase.words.length
      post = true
    } else if (first + 1 < end && lexicon.titles.has(sheet.lower[first]!.replace(/\.$/, ''))) {
      first++
      post = true
      if (sheet.lower[first] === '.') first++
    } else if (first + 1 < end && isDemonym(packs, sheet.lower[first]!)) first++
    else break
  }
  return first >= end ? {first: from, post: false} : {first, post}
}

const holdsKnownPerson = (knownAt: ReadonlyMap<number, NameHit>, first: number, end: number): boolean => {
  for (let i = first; i < end; i++) {
    const hit = knownAt.get(i)
    if (hit?.type === 'person' && (hit.first > first || hit.endToken < end)) return true
  }
  return false
}
