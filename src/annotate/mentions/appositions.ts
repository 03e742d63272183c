// What a phrase beside a name describes: "Drost, the Kalvian envoy", "its director, Ilka Drost", "Sorrend, the host,"; and whose the post is where a
// pronoun says it ("its director").
import {uposOf} from '../../text/tree.ts'
import type {Cast} from './cast.ts'
import {partyOf} from './cast.ts'
import type {NameHit} from './hits.ts'
import type {Phrase} from './phrases.ts'
import {type Sheet, sameSentence} from './sheet.ts'

interface People {
  readonly sheet: Sheet
  /** Names of people by their first token, and by the token after their last. */
  readonly personFrom: ReadonlyMap<number, NameHit>
  readonly personTo: ReadonlyMap<number, NameHit>
}

const BE: ReadonlySet<string> = new Set(['is', 'was', 'remains', 'became'])
const AFTER_APPOSITION: ReadonlySet<string> = new Set(['VERB', 'AUX'])

/** The person whom the phrase describes: before the name, after it between commas, or with "is". `apart`: the phrase is a mention of its own. */
export function personDescribed({sheet, personFrom, personTo}: People, phrase: Phrase): {hit: NameHit; apart: boolean} | null {
  const {lower} = sheet
  const next = personFrom.get(phrase.end)
  if (next && sameSentence(sheet, phrase.first, next.first)) return {hit: next, apart: false}
  if (phrase.noun.group !== null && phrase.noun.role === null) return null
  const afterComma = lower[phrase.end] === ',' ? personFrom.get(phrase.end + 1) : undefined
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
export function bodyDescribed(sheet: Sheet, bodyTo: ReadonlyMap<number, NameHit>, phrase: Phrase): NameHit | null {
  if (sheet.lower[phrase.first - 1] !== ',') return null
  const before = bodyTo.get(phrase.first - 1)
  // "Harrow Watch, a group based in Brenn,": only what a body may be called.
  if (phrase.article === 'indefinite' && phrase.noun.group !== null && phrase.noun.group.kind !== 'people')
    return before?.type === 'organization' && sameSentence(sheet, before.first, phrase.first) ? before : null
  if (phrase.article !== 'definite' || phrase.noun.role === null) return null
  const after = sheet.lower[phrase.end]
  return before && sameSentence(sheet, before.first, phrase.first) && (after === ',' || after === '.') ? before : null
}

/** Gives the posts that a possessive opens ("its chief negotiator, Ilka Drost") to whomever the pronoun was found to stand for. */
export function ownByPronoun(sheet: Sheet, cast: Cast, phrases: readonly Phrase[]): void {
  const pronouns = new Map(cast.namings.filter(naming => naming.level === 'pronoun').map(naming => [naming.first, naming.who]))
  for (const phrase of phrases) {
    if (phrase.article !== 'possessive' || phrase.noun.role === null) continue
    const owner = pronouns.get(phrase.first)
    const start = sheet.tokens.start[phrase.first]!
    if (owner === undefined) continue
    for (const [who, member] of cast.members.entries()) {
      const at = member.roles.findIndex(role => role.of === null && role.citations.some(citation => citation.start === start))
      if (at < 0 || who === owner) continue
      if (cast.members[owner]!.type !== 'person') member.roles[at] = {...member.roles[at]!, of: owner}
      const party = partyOf(cast, owner)
      if (!phrase.noun.role.speaks || phrase.past || member.actsFor !== null || party === who || phrase.nations.length > 0) continue
      if (cast.members[party]!.type === 'person') continue
      member.actsFor = party
      if (member.country === null && member.pack === null) member.country = cast.members[party]!.country
    }
  }
}
