// Finds nominal phrases: a noun for a post, a description, a group or an outlet, with what stands around it ("the former Russian foreign minister").
import type {NamePack} from '../../model/pack-names.ts'
import {uposOf} from '../../text/tree.ts'
import {actingPlural} from './acting.ts'
import type {NameHit} from './hits.ts'
import {type Lexicon, lexiconOf, type NounPhrase, phraseAt} from './lexicon.ts'
import type {Nation} from './nations.ts'
import {isCapital, type Sheet, sameSentence} from './sheet.ts'

export interface Phrase {
  readonly noun: NounPhrase
  /** First and last word of the noun itself, and of the whole phrase. */
  readonly nounFirst: number
  readonly nounEnd: number
  readonly first: number
  readonly end: number
  readonly article: 'definite' | 'indefinite' | 'possessive' | 'none'
  /** Nationality words before it. */
  readonly nations: readonly Nation[]
  /** Names before it: "Kremlin spokesman", "US officials". */
  readonly modifiers: readonly NameHit[]
  /** Whose it is: "Trump's envoy". */
  readonly possessor: NameHit | null
  /** "of the United States". */
  readonly of: NameHit | null
  /** Further names after it: "of Ostrel and Mirvan", "from Ostrel and Mirvan". */
  readonly alsoOf: readonly NameHit[]
  readonly past: boolean
  /** Post or description in lower case, without article, nation and owner: "special envoy". */
  readonly title: string
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'both'])
const INDEFINITE: ReadonlySet<string> = new Set([
  'a',
  'an',
  'another',
  'some',
  'several',
  'many',
  'few',
  'one',
  'any',
  'no',
  'unnamed',
  'anonymous',
])
const POSSESSIVE: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its', 'our', 'my', 'your'])
const MAX_LEFT = 9
const OF_NAMES: ReadonlySet<string> = new Set(['of'])

export function findPhrases(sheet: Sheet, hits: readonly NameHit[], nationAt: ReadonlyMap<number, Nation>, pack: NamePack): Phrase[] {
  const lexicon = lexiconOf(pack)
  const hitAt = new Map<number, NameHit>()
  for (const hit of hits) for (let i = hit.first; i < hit.endToken; i++) hitAt.set(i, hit)
  const phrases: Phrase[] = []
  for (const sentence of sheet.sentences) {
    if (sentence.kind === 'table') continue
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (hitAt.has(i)) continue
      const noun = nounAt(sheet, lexicon, i, sentence.endToken)
      if (!noun) continue
      const end = i + noun.words.length
      if (runsIntoName(hitAt, i, end) || !isNounHere(sheet, noun, i, end, hitAt)) continue
      phrases.push(phraseAround(sheet, lexicon, nationAt, noun, i, end, hitAt))
      i = end - 1
    }
  }
  return phrases
}

function nounAt(sheet: Sheet, lexicon: Lexicon, i: number, limit: number): NounPhrase | null {
  const word = sheet.lower[i]!
  const known = phraseAt(lexicon, sheet.lower, i, limit) ?? lexicon.bodyNouns.get(word)
  return known ?? (isCapital(sheet, i) ? lexicon.stateForms.get(word) : undefined) ?? actingPlural(sheet, lexicon, i)
}

const runsIntoName = (hitAt: ReadonlyMap<number, NameHit>, from: number, end: number): boolean => {
  for (let i = from; i < end; i++) if (hitAt.has(i)) return true
  return false
}

/** "head", "chair", "host", "aid" are verbs too; a noun before a noun ("rebel positions", "government spokesman") is none by itself. */
function isNounHere(sheet: Sheet, noun: NounPhrase, first: number, end: number, hitAt: ReadonlyMap<number, NameHit>): boolean {
  const {tokens} = sheet
  const last = end - 1
  const upos = uposOf(tokens, last)
  const next = end < tokens.length ? uposOf(tokens, end) : 'PUNCT'
  const isNoun = upos === 'NOUN' || upos === 'PROPN' || upos === 'X'
  if (noun.words.length === 1 && !isNoun && !(upos === 'ADJ' && closesPhrase(sheet, first, next, hitAt))) return false
  const joined = tokens.sentence[end] === tokens.sentence[last]
  // A post before a name is a title, whatever follows; before a lower-case noun it is a modifier of that noun.
  if (
    joined &&
    (next === 'NOUN' || sheet.lower[end] === '-') &&
    !hitAt.has(end) &&
    tokens.head[last] !== undefined &&
    !(noun.group?.kind === 'pair')
  ) {
    const head = tokens.head[last]!
    return head < end && head !== end
  }
  return first >= 0
}

/** "a French official insisted": the tagger reads an adjective, but a determiner, nationality or name stands before it and no noun after. */
function closesPhrase(sheet: Sheet, first: number, next: string, hitAt: ReadonlyMap<number, NameHit>): boolean {
  const before = first > 0 && sameSentence(sheet, first - 1, first) ? uposOf(sheet.tokens, first - 1) : 'PUNCT'
  const isLed = before === 'DET' || hitAt.has(first - 1) || (before === 'ADJ' && /^(?:DET|ADJ)$/.test(uposOf(sheet.tokens, first - 2)))
  return isLed && next !== 'NOUN' && next !== 'PROPN' && next !== 'ADJ'
}

function phraseAround(
  sheet: Sheet,
  lexicon: Lexicon,
  nationAt: ReadonlyMap<number, Nation>,
  noun: NounPhrase,
  nounFirst: number,
  nounEnd: number,
  hitAt: ReadonlyMap<number, NameHit>,
): Phrase {
  const {tokens, lower} = sheet
  const sentence = sheet.sentences[tokens.sentence[nounFirst]!]!
  const nations: Nation[] = []
  const modifiers: NameHit[] = []
  let possessor: NameHit | null = null
  let article: Phrase['article'] = 'none'
  let first = nounFirst
  let titleFirst = nounFirst
  let pastWord: string | null = null
  let k = nounFirst - 1
  // "know that both sides can sign": a pair is its own whole phrase, whatever stands before it.
  const isPair = noun.group?.kind === 'pair'
  for (let steps = 0; !isPair && k >= sentence.firstToken && steps < MAX_LEFT; steps++) {
    const word = lower[k]!
    const hit = hitAt.get(k)
    if (hit) {
      if (hit.type === 'person' && !(k === nounFirst - 1 && (noun.group?.kind === 'body' || lexicon.kinNouns.has(noun.words.at(-1)!))))
        break
      modifiers.unshift(hit)
      first = hit.first
      k = hit.first - 1
      continue
    }
    const nation = nationAt.get(k)
    if (nation) {
      if (nations[0]?.code !== nation.code || nations[0]?.token !== k + 1) nations.unshift(nation)
      first = k--
      continue
    }
    if (word === "'s" || (word === "'" && k > sentence.firstToken)) {
      const owner = hitAt.get(k - 1)
      if (owner) {
        possessor = owner
        first = owner.first
      }
      break
    }
    if (DEFINITE.has(word) || INDEFINITE.has(word) || POSSESSIVE.has(word)) {
      article = DEFINITE.has(word) ? 'definite' : INDEFINITE.has(word) ? 'indefinite' : 'possessive'
      first = k
      break
    }
    if ((word === 'and' || word === '-' || word === '/') && (nations.length > 0 || modifiers.length > 0)) {
      const other = hitAt.get(k - 1)
      const otherNation = nationAt.get(k - 1)
      if (
        (other && ['country', 'place', 'organization', 'public-body'].includes(other.type) && first === k + 1) ||
        (otherNation !== undefined && first === k + 1)
      ) {
        k--
        continue
      }
      break
    }
    if (word === '-' && k > sentence.firstToken) {
      k--
      continue
    }
    const upos = uposOf(tokens, k)
    if (lexicon.pastWords.has(word)) pastWord = word
    const isModifier =
      upos === 'ADJ' ||
      upos === 'NOUN' ||
      upos === 'NUM' ||
      lexicon.pastWords.has(word) ||
      (upos === 'PROPN' && isTitleWord(sheet, lexicon, k)) ||
      isParticiple(sheet, k)
    if (!isModifier || lexicon.accusations.has(word)) break
    if (upos === 'NOUN' && tokens.head[k] !== undefined && tokens.head[k]! >= 0 && !leadsInto(sheet, k, nounEnd)) break
    first = k
    if (upos !== 'NUM') titleFirst = k
    k--
  }
  const accused = lexicon.accusations.has(lower[k] ?? '') && k >= sentence.firstToken
  const right = rightOf(sheet, lexicon, nationAt, noun, nounEnd, sentence.endToken, hitAt, nations)
  const bare = titleWords(sheet, titleFirst, nounEnd, hitAt, nationAt)
  // "former Kalvian president": the nation stands between the word that ends the post and the post.
  const title = pastWord !== null && !bare.startsWith(pastWord) ? `${pastWord} ${bare}` : bare
  return {
    noun: accused ? {...noun, accusation: true} : noun,
    nounFirst,
    nounEnd,
    first,
    end: right.end,
    article,
    nations,
    modifiers,
    possessor,
    of: right.of,
    alsoOf: right.alsoOf,
    past: pastWord !== null,
    title,
  }
}

const isTitleWord = (sheet: Sheet, lexicon: Lexicon, i: number): boolean =>
  lexicon.titles.has(sheet.lower[i]!) || lexicon.rankWords.has(sheet.lower[i]!)

const isParticiple = (sheet: Sheet, i: number): boolean =>
  /^VB[GN]$/.test(sheet.tokens.tags[sheet.tokens.xpos[i]!] ?? '') && uposOf(sheet.tokens, i) !== 'AUX' && sheet.tokens.head[i]! > i

/** True where the noun hangs, directly or through its neighbours, on the head of the phrase: "government spokesman", not "in talks mediators". */
function leadsInto(sheet: Sheet, i: number, end: number): boolean {
  const head = sheet.tokens.head[i]!
  return head > i && head < end + 4
}

interface Right {
  readonly of: NameHit | null
  readonly alsoOf: readonly NameHit[]
  readonly end: number
}

function rightOf(
  sheet: Sheet,
  lexicon: Lexicon,
  nationAt: ReadonlyMap<number, Nation>,
  noun: NounPhrase,
  from: number,
  limit: number,
  hitAt: ReadonlyMap<number, NameHit>,
  nations: Nation[],
): Right {
  const word = sheet.lower[from] ?? ''
  const nothing: Right = {of: null, alsoOf: [], end: from}
  const speaks = lexicon.spokesNouns.has(noun.words.at(-1)!)
  const isSent = word === 'from' && noun.group !== null && (noun.group.kind === 'people' || noun.group.kind === 'body') && noun.group.speaks
  if (from >= limit || !(OF_NAMES.has(word) || isSent || (speaks && lexicon.spokesLinks.has(word)))) return nothing
  let next = from + 1
  if (sheet.lower[next] === 'the') next++
  const hit = next < limit ? hitAt.get(next) : undefined
  if (hit && hit.first === next && hit.type !== 'person') {
    const also = noun.group === null ? [] : joinedTo(sheet, hitAt, hit, limit)
    return {of: hit, alsoOf: also, end: (also.at(-1) ?? hit).endToken}
  }
  if (isSent) return nothing
  // "families of the hostages", "leaders of the opposition": people of a group are named with it.
  const inner = noun.group?.kind === 'people' && next < limit ? phraseAt(lexicon, sheet.lower, next, limit) : null
  if (inner?.group && inner.group.kind !== 'pair' && !hitAt.has(next + inner.words.length))
    return {...nothing, end: next + inner.words.length}
  const nation = next < limit ? nationAt.get(next) : undefined
  if (nation !== undefined && next + 1 < limit) {
    const group = phraseAt(lexicon, sheet.lower, next + 1, limit)
    if (group?.group) {
      nations.push(nation)
      return {...nothing, end: next + 1 + group.words.length}
    }
  }
  return noun.role === null ? nothing : {...nothing, end: endBeforeName(sheet, hitAt, from, limit)}
}

/** "and Mirvan", ", Mirvan and Sorrend" after "of Ostrel": countries and bodies told in one breath. */
function joinedTo(sheet: Sheet, hitAt: ReadonlyMap<number, NameHit>, first: NameHit, limit: number): NameHit[] {
  const joined: NameHit[] = []
  let at = first.endToken
  let isClosed = false
  while (at + 1 < limit && !isClosed) {
    let next = at
    if (sheet.lower[next] === ',') next++
    if (sheet.lower[next] === 'and') {
      next++
      isClosed = true
    }
    if (next === at) break
    if (sheet.lower[next] === 'the') next++
    const hit = next < limit ? hitAt.get(next) : undefined
    if (!hit || hit.first !== next || sheet.lower[hit.endToken] === "'s" || !isAlike(hit, first)) break
    joined.push(hit)
    at = hit.endToken
  }
  // "officials of Ostrel, Mirvan said": a list ends in "and".
  return isClosed && joined.length > 0 && sheet.lower[joined.at(-1)!.first - 1] !== ',' ? joined : []
}

const isAlike = (a: NameHit, b: NameHit): boolean => a.type === b.type || (isLand(a) && isLand(b))
const isLand = ({type}: NameHit): boolean => type === 'country' || type === 'place'

const MAX_OF = 6

/** "the head of the regional safeguards agency, Ilka Drost,": a post of a body told in lower case, right before the comma and the name. */
function endBeforeName(sheet: Sheet, hitAt: ReadonlyMap<number, NameHit>, from: number, limit: number): number {
  for (let k = from + 1; k < Math.min(limit - 1, from + MAX_OF); k++) {
    if (sheet.lower[k] === ',') return k > from + 1 && hitAt.get(k + 1)?.type === 'person' ? k : from
    if (hitAt.has(k) || !/^(?:DET|ADJ|NOUN)$/.test(uposOf(sheet.tokens, k))) return from
  }
  return from
}

function titleWords(
  sheet: Sheet,
  first: number,
  end: number,
  hitAt: ReadonlyMap<number, NameHit>,
  nationAt: ReadonlyMap<number, Nation>,
): string {
  let title = ''
  for (let i = first; i < end; i++) {
    if (hitAt.has(i) || nationAt.has(i)) continue
    const glued = i > first && sheet.tokens.start[i] === sheet.tokens.end[i - 1]
    title += (title === '' || glued ? '' : ' ') + sheet.lower[i]!
  }
  return title.replace(/^- /, '')
}
