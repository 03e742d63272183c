// Weighs whether two nodes of two documents are one: the score of their names, and what else speaks for it. A score alone never decides.
import type {NamePack} from '../../model/pack-names.ts'
import {scoreNames} from '../../text/names/score.ts'
import type {Node} from './nodes.ts'

/** From here one support is enough; two full names that are equal after folding and romanising need none, only no conflict. */
export const NEAR = 0.92
/** From here two supports, or a strong one. */
export const CLOSE = 0.8
/** Below this no two members of one entity may lie. */
export const NEVER = 0.7
const EQUAL = 0.995

export interface Evidence {
  readonly verdict: 'same' | 'possible' | 'none'
  readonly score: number
  readonly rule: string
  /** In words, for "X = Y because …". */
  readonly support: readonly string[]
}

const NONE: Evidence = {verdict: 'none', score: 0, rule: '', support: []}

/** Asked only where the names are near, since most pairs are not. */
export interface Witness {
  /** Named entities that both documents have beside these two. */
  readonly shared: () => number
  /** Both stand in one slot of two sentences that say the same. */
  readonly slot: () => boolean
  /** Nobody else of that surname speaks for that party in any of the documents. */
  readonly onlyBearer: () => boolean
}

export function weighPeople(a: Node, b: Node, witness: Witness, pack: NamePack): Evidence {
  if (conflict(a, b)) return NONE
  const {score, because} = scoreNames(a.name, b.name, pack)
  if (score < NEVER) return NONE
  const slot = witness.slot()
  const support = supportOf(a, b, witness)
  const told = [...because, ...support]
  const lone = a.lone || b.lone
  if (!lone && score >= EQUAL) return {verdict: 'same', score, rule: 'one full name', support: told}
  if (slot && !lone) return {verdict: 'same', score, rule: 'same slot of aligned sentences', support: told}
  if (lone) {
    // A bare surname: the same slot, or the same post of the same party. Else a reader decides.
    if (slot) return {verdict: 'same', score, rule: 'same slot of aligned sentences', support: told}
    const isSurname = surnameOf(a) === surnameOf(b)
    const samePost = sharesTitle(a, b) && sharesParty(a, b)
    if (isSurname && samePost) return {verdict: 'same', score, rule: 'surname with the same post', support: told}
    if (isSurname && witness.onlyBearer() && sharesParty(a, b))
      return {verdict: 'same', score, rule: 'only bearer of the surname for its party', support: told}
    return isSurname && score >= CLOSE ? {verdict: 'possible', score, rule: 'surname', support: told} : NONE
  }
  if (score >= NEAR && support.length >= 1) return {verdict: 'same', score, rule: 'near spelling with support', support: told}
  if (score >= CLOSE && support.length >= 2) return {verdict: 'same', score, rule: 'close spelling with two supports', support: told}
  return score >= CLOSE ? {verdict: 'possible', score, rule: 'close spelling', support: told} : NONE
}

export const surnameOf = (node: Node): string => node.prepared.words.at(-1)?.sound ?? ''

/** Two nationalities, or two generations, are two people. */
export function conflict(a: Node, b: Node): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return true
  if (a.party !== '' && b.party !== '' && a.party !== b.party) return true
  return a.prepared.generation !== b.prepared.generation && a.prepared.generation !== null && b.prepared.generation !== null
}

const lastWord = (title: string): string => title.slice(title.lastIndexOf(' ') + 1)

const sharesTitle = (a: Node, b: Node): boolean =>
  a.titles.some(mine => b.titles.some(theirs => mine === theirs || lastWord(mine) === lastWord(theirs)))

const sharesParty = (a: Node, b: Node): boolean =>
  (a.party !== '' && a.party === b.party) || (a.country !== null && a.country === b.country)

function supportOf(a: Node, b: Node, witness: Witness): string[] {
  const support: string[] = []
  if (sharesTitle(a, b))
    support.push(`both are called ${lastWord(a.titles.find(mine => b.titles.some(theirs => lastWord(mine) === lastWord(theirs)))!)}`)
  if (a.party !== '' && a.party === b.party) support.push('both speak for one party')
  else if (a.country !== null && a.country === b.country) support.push('both have one nationality')
  const shared = witness.shared()
  if (shared >= 2) support.push(`${shared} others are named in both reports`)
  if (witness.slot()) support.push('they stand in one place of two sentences that say the same')
  return support
}

/** Bodies, outlets, places: one name after folding, and no two countries. */
export function weighOthers(a: Node, b: Node, witness: Witness, pack: NamePack): Evidence {
  if (!sameKind(a.type, b.type) || (a.country !== null && b.country !== null && a.country !== b.country)) return NONE
  const {score, because} = scoreNames(a.name, b.name, pack)
  const equal = a.prepared.folded === b.prepared.folded && a.prepared.folded !== ''
  if (a.type === 'group' || b.type === 'group') {
    // "the rebels" of two reports are one only where both say whose, or where the reports share their cast.
    const owned = a.party === b.party && (a.party !== '' || / /.test(a.name) || witness.shared() >= 2)
    return equal && owned ? {verdict: 'same', score: 1, rule: 'one group', support: ['the same words', ...supportOf(a, b, witness)]} : NONE
  }
  if (a.bodyKey !== null && a.bodyKey === b.bodyKey)
    return {
      verdict: 'same',
      score: 1,
      rule: 'one body of one party',
      support: ['the same words, in whatever order', 'both are of one party'],
    }
  // Two ministries of one name in two lands are two.
  if (a.party !== '' && b.party !== '' && a.party !== b.party) return NONE
  if (equal) return {verdict: 'same', score: 1, rule: 'one name', support: ['the same after folding']}
  if (score >= NEVER && witness.slot())
    return {verdict: 'same', score, rule: 'same slot of aligned sentences', support: [...because, ...supportOf(a, b, witness)]}
  return score >= NEAR && !a.lone && !b.lone && witness.shared() >= 2
    ? {verdict: 'possible', score, rule: 'near spelling', support: because}
    : NONE
}

const KINDS: Readonly<Record<string, string>> = {
  country: 'place',
  place: 'place',
  organization: 'body',
  'public-body': 'body',
  outlet: 'body',
  group: 'group',
  person: 'person',
}

export const sameKind = (a: string, b: string): boolean => KINDS[a] === KINDS[b]
