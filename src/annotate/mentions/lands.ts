// Finds countries that no pack knows by what the text does with their names: "Kalvia" is one where "Kalvian officials" are, and "Kalvian officials"
// alone name one. Invented, new and unrecognised states get a party this way, whatever type the tagger gave the name.
import type {Packs} from '../../model/packs.ts'
import {uposOf} from '../../text/tree.ts'
import {gazetteerOf, knownNameAt} from './gazetteer.ts'
import {type NameHit, RANK} from './hits.ts'
import {type Lexicon, phraseAt} from './lexicon.ts'
import {isCapital, isRead, type Sheet, sameSentence, wordAt} from './sheet.ts'

/** Name of the land by each word for it, as written: "Kalvia" and "Kalvian" → "Kalvia"; "Kalvian" → "Kalvian" where no text names the land itself. */
export type Lands = ReadonlyMap<string, string>

const ENDING = /^(?:n|an|ian|ean|i|ese|ish|ic|ite|er|ns|ans|ians|is)$/
const MIN_STEM = 4
// Endings that only adjectives of peoples have, in a word that stands before "officials" or "government".
const CLEAR_ENDING = /.{3}(?:ian|ean|ese|ish)$/
// "Lindran", but "Michigan officials" and "the Sullivan administration" too: only where the tagger mostly reads an adjective, and never before
// a noun for a government alone.
const OPEN_ENDING = /.{4}an$/
const LONGEST_BODY = 4

interface Uses {
  readonly tokens: number[]
  /** Followed by a noun, by a noun that only nations have, by one for a government, by none. */
  noun: number
  nation: number
  government: number
  bare: number
  /** Followed by 's and what only states have: "Kalvia's foreign ministry". */
  owner: number
  adjective: number
}

export function findLands(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon, packs: Packs): Lands {
  const uses = usesOf(sheet, hits, lexicon, packs)
  const surnames = new Set(
    hits.filter(hit => hit.type === 'person' && hit.endToken - hit.first > 1).map(hit => wordAt(sheet, hit.endToken - 1)),
  )
  const places = new Set(
    hits.filter(hit => hit.type === 'place' || hit.type === 'country').map(hit => sheet.text.slice(hit.start, hit.end)),
  )
  const lands = new Map<string, string>()
  for (const [word, use] of uses) {
    if (surnames.has(word)) continue
    if (use.owner > 0) {
      lands.set(word, word)
      lands.set(`${word}'s`, word)
    }
    const stem = stemOf(word, uses)
    if (stem !== null && !surnames.has(stem) && (use.nation + use.government > 0 || places.has(stem))) {
      lands.set(word, stem)
      lands.set(stem, stem)
    } else if (
      stem === null &&
      use.bare === 0 &&
      ((CLEAR_ENDING.test(word) && use.nation + use.government > 0) || (OPEN_ENDING.test(word) && use.adjective > 0 && use.nation > 0))
    )
      lands.set(word, word)
  }
  return lands
}

function usesOf(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon, packs: Packs): Map<string, Uses> {
  const gazetteer = gazetteerOf(packs)
  const never = new Set([...packs.world.peoples, ...packs.names.notLands.map(word => word.toLowerCase())])
  const inPerson = new Set<number>()
  for (const hit of hits)
    if (hit.type === 'person' && hit.endToken - hit.first > 1) for (let i = hit.first + 1; i < hit.endToken; i++) inPerson.add(i)
  const uses = new Map<string, Uses>()
  for (let i = 0; i < sheet.tokens.length; i++) {
    const lower = sheet.lower[i]!
    if (!isCapital(sheet, i) || !isRead(sheet, i) || inPerson.has(i) || lower.length < MIN_STEM) continue
    const word = wordAt(sheet, i)
    if (!/^\p{Lu}\p{Ll}+$/u.test(word) || lexicon.notNames.has(lower) || lexicon.titles.has(lower) || lexicon.givenNames.has(lower))
      continue
    if (packs.world.demonyms[lower] !== undefined || never.has(lower) || lexicon.bodyWords.has(word) || lexicon.placeWords.has(word))
      continue
    const known = uses.get(word)
    if (!known && knownNameAt(gazetteer, sheet.plain, sheet.tokens.start[i]!) !== null) continue
    const use = known ?? {tokens: [], noun: 0, nation: 0, government: 0, bare: 0, owner: 0, adjective: 0}
    use.tokens.push(i)
    use[useAt(sheet, lexicon, i)]++
    if (uposOf(sheet.tokens, i) === 'ADJ') use.adjective++
    if (ownsStateBody(sheet, lexicon, i)) use.owner++
    uses.set(word, use)
  }
  return uses
}

/**
 * What follows token i: a noun for a government, which nations and the people at its head have ("the Sullivan administration"), a noun that only
 * nations have ("officials", "capital", "Foreign Ministry"), another noun, or neither.
 */
function useAt(sheet: Sheet, lexicon: Lexicon, i: number): 'government' | 'nation' | 'noun' | 'bare' {
  const limit = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
  let next = i + 1
  // "Kalvian and Mirvanese officials": the noun is both peoples'.
  while (next + 2 < limit && (sheet.lower[next] === 'and' || sheet.lower[next] === ',') && isCapital(sheet, next + 1)) next += 2
  while (next + 1 < limit && uposOf(sheet.tokens, next) === 'ADJ' && !isCapital(sheet, next)) next++
  if (next >= limit) return 'bare'
  const phrase = phraseAt(lexicon, sheet.lower, next, limit)
  const word = sheet.lower[next]!
  if (phrase && lexicon.governments.has(phrase.words.join(' '))) return 'government'
  if (phrase && (phrase.role?.kind === 'office' || (phrase.group !== null && phrase.group.kind !== 'pair'))) return 'nation'
  if (!isCapital(sheet, next) && uposOf(sheet.tokens, next) === 'NOUN')
    return lexicon.townNouns.has(word) || lexicon.governmentNouns.has(word) ? 'nation' : 'noun'
  for (let k = next; k < Math.min(limit, next + LONGEST_BODY) && isCapital(sheet, k); k++)
    if (lexicon.bodyWords.get(wordAt(sheet, k)) === 'public-body') return 'nation'
  return next > i + 1 ? 'noun' : 'bare'
}

/** "Kalvia's foreign ministry", "Ostrel's Ministry of Trade", "the government of Benzar": nobody but a state has one. */
function ownsStateBody(sheet: Sheet, lexicon: Lexicon, i: number): boolean {
  const before = sheet.lower[i - 2] ?? ''
  if (sheet.lower[i - 1] === 'of' && (lexicon.stateBodies.has(before) || lexicon.stateNouns.has(before)) && !isCapital(sheet, i + 1))
    return true
  if (sheet.lower[i + 1] !== "'s") return false
  const limit = Math.min(sheet.sentences[sheet.tokens.sentence[i]!]!.endToken, i + 2 + LONGEST_BODY)
  for (let k = i + 2; k < limit; k++) {
    if (lexicon.stateNouns.has(sheet.lower[k]!)) return true
    if (!isCapital(sheet, k) && !/^(?:ADJ|NOUN)$/.test(uposOf(sheet.tokens, k))) return false
  }
  return false
}

/** "Kalvia" for "Kalvian", "Ostrel" for "Ostreli", "Sorrendo" for "Sorrendese", where the text has it; the longest. */
function stemOf(word: string, uses: ReadonlyMap<string, Uses>): string | null {
  let best: string | null = null
  for (let stem = word.length - 1; stem >= MIN_STEM; stem--)
    for (const last of ['', 'a', 'o', 'e', 'ia', 'ya']) {
      const place = word.slice(0, stem) + last
      if (place === word || !uses.has(place) || !ENDING.test(word.slice(stem))) continue
      if (best === null || place.length > best.length) best = place
    }
  return best
}

/** The names of lands as countries, whatever they were taken for; their adjectives are no names of their own. */
export function settleLands(sheet: Sheet, hits: readonly NameHit[], lands: Lands, lexicon: Lexicon): NameHit[] {
  if (lands.size === 0) return [...hits]
  const kept: NameHit[] = []
  const taken = new Set<number>()
  const named = new Set([...lands].filter(([word, land]) => word !== land).map(([, land]) => land))
  for (const hit of hits) {
    const cut = hit.entries.length === 0 ? withoutLand(sheet, hit, lands, lexicon) : hit
    if (cut === null) continue
    kept.push(cut)
    for (let i = cut.first; i < cut.endToken; i++) taken.add(i)
  }
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (taken.has(i) || !isRead(sheet, i)) continue
    const word = wordAt(sheet, i)
    if (!named.has(word)) continue
    kept.push(landHit(sheet, i))
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** Null for a lone adjective or land (it is named anew); "of Kalvia Ilka Drost" gives the person alone. */
function withoutLand(sheet: Sheet, hit: NameHit, lands: Lands, lexicon: Lexicon): NameHit | null {
  const opening = wordAt(sheet, hit.first)
  if (!lands.has(opening)) return hit
  const words = hit.endToken - hit.first
  if (words === 1) return null
  const isBody = hit.type === 'public-body' || hit.type === 'organization' || hit.type === 'outlet'
  const ends = wordAt(sheet, hit.endToken - 1)
  if (isBody || lexicon.placeWords.has(ends) || lexicon.bodyWords.has(ends) || words < 3) return hit
  const first = hit.first + 1
  return {...hit, first, start: sheet.tokens.start[first]!, type: 'person'}
}

const landHit = (sheet: Sheet, i: number): NameHit => ({
  start: sheet.tokens.start[i]!,
  end: sheet.tokens.end[i]!,
  first: i,
  endToken: i + 1,
  type: 'country',
  entries: [],
  towns: [],
  rule: 'a land by its adjective',
  rank: RANK.packShort,
})

/** True where the tokens name a town that the text calls a land's capital: "Vell, the Kalvian capital", "the capital of Kalvia, Vell". Gives the land's word or nation's token. */
export function capitalOf(sheet: Sheet, lexicon: Lexicon, first: number, end: number, isNation: (token: number) => boolean): number | null {
  const {lower} = sheet
  const isCapitalNoun = (i: number): boolean => lexicon.capitalNouns.has(lower[i] ?? '')
  const inside = (i: number): boolean => sameSentence(sheet, i, first)
  // "the Kalvian capital, Vell" and "the Kalvian capital Vell"
  let k = first - 1
  if (lower[k] === ',') k--
  if (inside(k) && isCapitalNoun(k) && isNation(k - 1)) return k - 1
  if (inside(k) && isNation(k) && lower[k - 1] === 'of' && isCapitalNoun(k - 2)) return k
  // "Vell, the Kalvian capital" and "Vell, the capital of Kalvia"
  if (lower[end] !== ',' || !inside(end + 2)) return null
  const from = lower[end + 1] === 'the' ? end + 2 : end + 1
  if (isNation(from) && isCapitalNoun(from + 1)) return from
  return isCapitalNoun(from) && lower[from + 1] === 'of' && isNation(from + 2) ? from + 2 : null
}
