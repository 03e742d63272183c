// What a lone name is that no pack knows, by the words around it all through the report: "between Maarn and Delvane" and "Maarn, which wants its
// water" tell of lands and bodies, "Drost, who says that his …" of people. Reports introduce people in full, so a lone name that nothing makes a
// person is seldom one, whatever the tagger read.
import {relationOf, uposOf} from '../../text/tree.ts'
import type {NameHit} from './hits.ts'
import type {Lexicon} from './lexicon.ts'
import {isCapital, isRead, type Sheet, sameSentence, wordAt} from './sheet.ts'

export type Stranger = 'land' | 'thing' | 'person'

interface Signs {
  land: number
  thing: number
  person: number
}

/** Words between a subject and the pronoun that goes back to it. */
const REACH = 24
const OWN_THING: ReadonlySet<string> = new Set(['its', 'itself'])
const OWN_PERSON: ReadonlySet<string> = new Set(['his', 'her', 'himself', 'herself', 'who', 'whose'])
const INITIALS = /^\p{Lu}{2,}$/u
/** "and" within which "between A and B" closes. */
const BETWEEN = 4

/** Kind of each lone word of the hits that the words around it give away; words told both ways are left out. */
export function strangersOf(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon): ReadonlyMap<string, Stranger> {
  const lands = new Set(hits.filter(hit => hit.type === 'country').map(hit => hit.first))
  const candidates = new Set(hits.filter(hit => isLoneAndUnknown(hit)).map(hit => wordAt(sheet, hit.first)))
  const inLonger = new Set<string>()
  for (const hit of hits)
    if (hit.type === 'person' && hit.endToken - hit.first > 1) for (let i = hit.first; i < hit.endToken; i++) inLonger.add(wordAt(sheet, i))
  const signs = new Map<string, Signs>()
  for (let i = 0; i < sheet.tokens.length; i++) {
    const word = wordAt(sheet, i)
    if (!candidates.has(word) || inLonger.has(word) || !isRead(sheet, i) || isCapital(sheet, i + 1)) continue
    const sign = signs.get(word) ?? {land: 0, thing: 0, person: 0}
    signs.set(word, sign)
    const read = signAt(sheet, lexicon, i, lands)
    if (read !== null) sign[read]++
  }
  const kinds = new Map<string, Stranger>()
  for (const [word, {land, thing, person}] of signs) {
    if (lexicon.givenNames.has(word.toLowerCase())) continue
    if (person > 0 && land + thing === 0) kinds.set(word, 'person')
    // Lands that go by their initials are few and known.
    else if (person === 0 && land > 0) kinds.set(word, INITIALS.test(word) ? 'thing' : 'land')
    else if (person === 0 && thing > 0) kinds.set(word, 'thing')
  }
  return kinds
}

const isLoneAndUnknown = (hit: NameHit): boolean => hit.endToken - hit.first === 1 && hit.entries.length === 0 && hit.towns.length === 0

function signAt(sheet: Sheet, lexicon: Lexicon, i: number, lands: ReadonlySet<number>): Stranger | null {
  const {lower} = sheet
  const before = sameSentence(sheet, i - 1, i) ? lower[i - 1]! : ''
  const after = sameSentence(sheet, i + 1, i) ? lower[i + 1]! : ''
  if (isCapital(sheet, i - 1) && lexicon.titles.has(before)) return 'person'
  if (lexicon.landAdjectives.has(before)) return 'land'
  if (isBetween(sheet, lexicon, i, lands)) return 'land'
  if (isGoal(sheet, lexicon, i)) return 'land'
  if (lexicon.landNouns.has(before) && !isCapital(sheet, i - 1)) return 'land'
  if (after === ',') {
    const next = lower[i + 2] ?? ''
    if (next === 'who' || next === 'whose') return 'person'
    if (next === 'which') return 'thing'
    if ((next === 'the' || next === 'a' || next === 'an') && headsApposition(sheet, lexicon, i + 3)) return 'land'
  }
  if (after === 'who') return 'person'
  return ownerOfPronoun(sheet, i)
}

/** "the upstream state": a noun for a country within three words, before the next comma. */
function headsApposition(sheet: Sheet, lexicon: Lexicon, from: number): boolean {
  for (let k = from; k < from + 3 && k < sheet.tokens.length && sheet.lower[k] !== ','; k++)
    if (lexicon.landNouns.has(sheet.lower[k]!) && uposOf(sheet.tokens, k) === 'NOUN') return sheet.lower[k + 1] !== "'s"
  return false
}

/** "talks between Maarn and Delvane", both lone; people meet, lands have something between them. */
function isBetween(sheet: Sheet, lexicon: Lexicon, i: number, lands: ReadonlySet<number>): boolean {
  const {lower} = sheet
  const and = lower[i + 1] === 'and' ? i + 1 : lower[i - 1] === 'and' ? i - 1 : -1
  if (and < 0 || !sameSentence(sheet, and, i)) return false
  const first = and > i ? i : i - 2
  const other = and > i ? i + 2 : first
  if (!isCapital(sheet, other) || isCapital(sheet, first - 1) || isCapital(sheet, Math.max(i, other) + 1)) return false
  let between = -1
  for (let k = first - 1; k >= Math.max(0, first - BETWEEN) && between < 0 && sameSentence(sheet, k, i); k--)
    if (lower[k] === 'between') between = k
  if (between < 0) return false
  if (lands.has(other)) return true
  for (let k = between - 1; k >= Math.max(0, between - BETWEEN) && sameSentence(sheet, k, i); k--)
    if (lexicon.betweenNouns.has(lower[k]!)) return true
  return false
}

/** "Maarn wants to fill its lake", "Drost sold his shares": the pronoun after a subject, where no other subject stands between. */
function ownerOfPronoun(sheet: Sheet, i: number): Stranger | null {
  const {tokens, lower} = sheet
  if (relationOf(tokens, i) !== 'nsubj') return null
  const limit = Math.min(sheet.sentences[tokens.sentence[i]!]!.endToken, i + REACH)
  for (let k = i + 1; k < limit; k++) {
    if (OWN_THING.has(lower[k]!)) return 'thing'
    if (OWN_PERSON.has(lower[k]!)) return 'person'
    if (relationOf(tokens, k) === 'nsubj' || lower[k] === '"' || lower[k] === '“') return null
  }
  return null
}

/** "visited Mirvan", "flew to Mirvan". */
export function isGoal({lower, tokens}: Sheet, lexicon: Lexicon, i: number): boolean {
  const isTo = lower[i - 1] === 'to'
  const verb = isTo ? i - 2 : i - 1
  return (
    verb >= 0 && uposOf(tokens, verb) === 'VERB' && (isTo ? lexicon.motionWords : lexicon.visitVerbs).has(tokens.lemma(verb).toLowerCase())
  )
}
