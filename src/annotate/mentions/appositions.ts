// What a phrase beside a name describes: "Drost, the Kalvian envoy", "its director, Ilka Drost", "Sorrend, the host,".
import {uposOf} from '../../text/tree.ts'
import type {NameHit} from './hits.ts'
import type {Lexicon} from './lexicon.ts'
import type {Phrase} from './phrases.ts'
import {type Sheet, sameSentence} from './sheet.ts'
import {afterTitles} from './signs.ts'

interface People {
  readonly sheet: Sheet
  /** Names of people by their first token, and by the token after their last. */
  readonly personFrom: ReadonlyMap<number, NameHit>
  readonly personTo: ReadonlyMap<number, NameHit>
  readonly lexicon: Pick<Lexicon, 'titles'>
}

const BE: ReadonlySet<string> = new Set(['is', 'was', 'remains', 'became'])
const AFTER_APPOSITION: ReadonlySet<string> = new Set(['VERB', 'AUX'])

/** The person whom the phrase describes: before the name, after it between commas, or with "is". `apart`: the phrase is a mention of its own. */
export function personDescribed({sheet, personFrom, personTo, lexicon}: People, phrase: Phrase): {hit: NameHit; apart: boolean} | null {
  const {lower} = sheet
  const next = personFrom.get(phrase.end)
  if (next && sameSentence(sheet, phrase.first, next.first)) return {hit: next, apart: false}
  if (phrase.noun.group !== null && phrase.noun.role === null) return null
  const afterComma =
    lower[phrase.end] === ',' ? personFrom.get(afterTitles(sheet, lexicon, phrase.end + 1, sheet.tokens.length)) : undefined
  const told =
    phrase.article === 'definite' ||
    phrase.article === 'possessive' ||
    phrase.possessor !== null ||
    lower[phrase.first - 1] === "'s" ||
    phrase.nations.length > 0 ||
    phrase.modifiers.length > 0 ||
    phrase.of !== null
  if (afterComma && told && sameSentence(sheet, phrase.first, afterComma.first)) {
    const after = afterComma.endToken
    if (
      lower[after] === ',' ||
      AFTER_APPOSITION.has(after < sheet.tokens.length ? uposOf(sheet.tokens, after) : 'PUNCT') ||
      lower[after] === '.'
    )
      return {hit: afterComma, apart: true}
  }
  const mark = lower[phrase.first - 1]
  const before = mark === ',' || mark === '(' || mark === '–' || mark === '—' ? personTo.get(phrase.first - 1) : undefined
  if (before && sameSentence(sheet, before.first, phrase.first)) {
    const after = phrase.end < sheet.tokens.length ? uposOf(sheet.tokens, phrase.end) : 'PUNCT'
    if (!AFTER_APPOSITION.has(after)) return {hit: before, apart: true}
  }
  const isTold = BE.has(mark ?? '') ? personTo.get(phrase.first - 1) : undefined
  return isTold && sameSentence(sheet, isTold.first, phrase.first) ? {hit: isTold, apart: true} : null
}

/** "Sorrend, the host, has proposed": a country or body before a comma, and a phrase that ends at the next. */
export function bodyDescribed(
  sheet: Sheet,
  bodyTo: ReadonlyMap<number, NameHit>,
  phrase: Phrase,
  landNouns: ReadonlySet<string>,
): NameHit | null {
  if (sheet.lower[phrase.first - 1] !== ',') return null
  const before = bodyTo.get(phrase.first - 1)
  // "Maarn, the upstream state, wants": a land by what it is called.
  const isLand = landNouns.has(phrase.noun.words.at(-1)!) && phrase.article === 'definite' && phrase.possessor === null
  if (before && isLand && (before.type === 'country' || before.type === 'place') && sameSentence(sheet, before.first, phrase.first))
    return sheet.lower[phrase.end] === ',' ? before : null
  if (before?.type === 'place') return null
  // "Harrow Watch, a group based in Brenn,": only what a body may be called.
  if (phrase.article === 'indefinite' && phrase.noun.group !== null && phrase.noun.group.kind !== 'people')
    return before?.type === 'organization' && sameSentence(sheet, before.first, phrase.first) ? before : null
  if (phrase.article !== 'definite' || phrase.noun.role === null) return null
  const after = sheet.lower[phrase.end]
  return before && sameSentence(sheet, before.first, phrase.first) && (after === ',' || after === '.') ? before : null
}
