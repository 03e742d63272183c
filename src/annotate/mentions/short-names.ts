// Bodies under less than their name: "Castell" after "Castell Partners", "the Fund" or "the union" after a body whose name ends or begins so.
import type {Packs} from '../../model/packs.ts'
import {uposOf} from '../../text/tree.ts'
import {type Cast, type Naming, namingsBefore} from './cast.ts'
import {gazetteerOf, knownNameAt} from './gazetteer.ts'
import {type NameHit, RANK} from './hits.ts'
import type {Lexicon} from './lexicon.ts'
import type {Phrase} from './phrases.ts'
import {isCapital, isRead, type Sheet, wordAt} from './sheet.ts'
import {NAMED_BUSINESS, NAMED_KIND} from './signs.ts'

export const SHORT_NAME = 'short name of a body'
const MIN_SHORT = 5
/** What tells a business by the word before its name. */
const BUSINESS_RULES: ReadonlySet<string> = new Set([NAMED_BUSINESS, NAMED_KIND])
/** Where things are: what follows is a place, though bodies bear its name ("the Tarvos Growers lost in Tarvos"). */
const STANDS_IN: ReadonlySet<string> = new Set(['in', 'across', 'near'])

/** Later lone capitals that are the first word of a body's longer name, where that word is no place, people, given name or common word. */
export function shortBodyHits(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon, packs: Packs): NameHit[] {
  const gazetteer = gazetteerOf(packs)
  const firsts = new Map<string, number>()
  const persons = new Set(
    hits.filter(hit => hit.type === 'person').flatMap(hit => [wordAt(sheet, hit.first), wordAt(sheet, hit.endToken - 1)]),
  )
  const lowered = new Set(sheet.lower.filter((_, i) => !isCapital(sheet, i)))
  for (const hit of hits) {
    const word = wordAt(sheet, hit.first)
    const lower = word.toLowerCase()
    const isBody = hit.type === 'organization' && hit.entries.length === 0 && hit.endToken - hit.first > 1
    if (!isBody || word.length < MIN_SHORT || firsts.has(word) || !/^\p{Lu}\p{Ll}+$/u.test(word)) continue
    if (
      persons.has(word) ||
      lowered.has(lower) ||
      lexicon.notNames.has(lower) ||
      lexicon.givenNames.has(lower) ||
      lexicon.bodyWords.has(word)
    )
      continue
    if (packs.world.demonyms[lower] !== undefined || lexicon.bodyNouns.has(lower) || lexicon.landOpenings.has(lower)) continue
    if (knownNameAt(gazetteer, word, 0) === null) firsts.set(word, hit.first)
  }
  for (const [word, first] of membersOfParties(sheet, hits, lexicon, packs)) if (!persons.has(word)) firsts.set(word, first)
  for (let i = 1; i < sheet.tokens.length; i++) if (STANDS_IN.has(sheet.lower[i - 1]!)) firsts.delete(wordAt(sheet, i))
  const taken = new Set(hits.flatMap(hit => Array.from({length: hit.endToken - hit.first}, (_, k) => hit.first + k)))
  const found: NameHit[] = []
  if (firsts.size === 0) return found
  for (let i = 0; i < sheet.tokens.length; i++) {
    const full = firsts.get(wordAt(sheet, i))
    if (full === undefined || i < full || taken.has(i) || !isRead(sheet, i) || isCapital(sheet, i + 1) || uposOf(sheet.tokens, i) === 'ADJ')
      continue
    found.push({...shortHit(sheet, i), rule: SHORT_NAME})
  }
  return found
}

/** "the Agrarians" of the Agrarian Union, "the Greens" of the Green Party: people by a word of their body's name, in the plural. */
function membersOfParties(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon, packs: Packs): Map<string, number> {
  const plurals = new Map<string, number>()
  for (const hit of hits) {
    if (hit.type !== 'organization' || hit.entries.length > 0 || !lexicon.bodyWords.has(wordAt(sheet, hit.endToken - 1))) continue
    const word = wordAt(sheet, hit.first)
    const plural = `${word}s`
    if (hit.endToken - hit.first !== 2 || word.length < MIN_SHORT || !/^\p{Lu}\p{Ll}+[^s]$/u.test(word) || plurals.has(plural)) continue
    if (packs.world.demonyms[word.toLowerCase()] === undefined && !lexicon.bodyWords.has(plural)) plurals.set(plural, hit.first)
  }
  return plurals
}

const shortHit = (sheet: Sheet, i: number): NameHit => ({
  start: sheet.tokens.start[i]!,
  end: sheet.tokens.end[i]!,
  first: i,
  endToken: i + 1,
  type: 'organization',
  entries: [],
  towns: [],
  rule: SHORT_NAME,
  rank: RANK.surname,
})

/** "the Fund", "the union": the nearest body named above whose name, here or in the pack, ends in the noun or opens with it before "of" or "for". */
export function bodyNamedBefore(cast: Cast, lexicon: Lexicon, names: readonly Naming[], phrase: Phrase): number | null {
  const noun = phrase.noun.words.at(-1)!
  const isState = lexicon.stateForms.get(noun) === phrase.noun
  const isBodyNoun =
    isState || (phrase.noun.role === null && !phrase.noun.anonymous && phrase.noun.words.length === 1 && lexicon.bodyNouns.has(noun))
  const isBare = phrase.nations.length + phrase.modifiers.length === 0 && phrase.possessor === null && phrase.of === null
  if (!isBodyNoun || !isBare || phrase.article !== 'definite' || phrase.nounFirst !== phrase.first + 1) return null
  for (const naming of namingsBefore(names, phrase.first)) {
    const member = cast.members[naming.who]!
    if (isState ? member.type !== 'country' : member.type !== 'organization' && member.type !== 'public-body' && member.type !== 'outlet')
      continue
    const entry = member.pack === null ? undefined : gazetteerOf(cast.packs).byId.get(member.pack)
    if ([member.name, ...member.aliases, ...(entry?.aliases ?? [])].some(name => isHeadedBy(name.toLowerCase(), noun))) return naming.who
  }
  return null
}

/** "the company" after "Brewer Sellen AG": the business named last. */
export function companyNamedBefore(cast: Cast, lexicon: Lexicon, names: readonly Naming[], phrase: Phrase): number | null {
  const {noun} = phrase
  const isBare = phrase.nations.length + phrase.modifiers.length === 0 && phrase.possessor === null && phrase.of === null
  if (noun.words.length > 1 || !lexicon.companyNouns.has(noun.words[0]!)) return null
  if (!isBare || phrase.article !== 'definite' || phrase.nounFirst !== phrase.first + 1) return null
  for (const naming of namingsBefore(names, phrase.first)) {
    const member = cast.members[naming.who]!
    if (member.type !== 'organization') continue
    if (
      [member.name, ...member.aliases].some(name => lexicon.businessEndings.has(name.split(' ').at(-1)!)) ||
      BUSINESS_RULES.has(naming.rule)
    )
      return naming.who
  }
  return null
}

/** "Labour Court" and "Court of Appeal" by "court". */
function isHeadedBy(name: string, noun: string): boolean {
  const words = name.split(' ')
  const of = words.findIndex(word => word === 'of' || word === 'for' || word === 'on')
  return words.length > 1 && (of < 0 ? words.at(-1) : words[of - 1]) === noun
}
