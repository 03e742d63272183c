// Who "both sides" are: the two parties of this sentence, or of it and the one before, where there are just two; else the two that the report has named
// most often so far, where no third is named half as often. Else nobody: an unresolved pair is better than the two that happened to stand nearest.
import type {NamePack} from '../../model/pack-names.ts'
import {type Cast, type Naming, namingsBefore, partyOf} from './cast.ts'
import type {Phrase} from './phrases.ts'
import type {Sheet} from './sheet.ts'

/** A third party named half as often as the second leaves open which two are meant: a report on envoys names their capitals more than the belligerents. */
const STANDS_OUT = 2

export function pairBefore(sheet: Sheet, cast: Cast, names: readonly Naming[], phrase: Phrase, pack: NamePack): number[] {
  const noun = phrase.noun.words.at(-1)!
  if (pack.pairPersons.includes(noun))
    return pairAmong(sheet, cast, names, phrase, who => (cast.members[who]!.type === 'person' ? who : null))
  const land = (who: number): number | null => (cast.members[partyOf(cast, who)]!.type === 'country' ? partyOf(cast, who) : null)
  const lands = pack.pairLands.includes(noun) ? pairAmong(sheet, cast, names, phrase, land) : []
  return lands.length === 2 ? lands : pairAmong(sheet, cast, names, phrase, who => partyAt(cast, who))
}

function pairAmong(
  sheet: Sheet,
  cast: Cast,
  names: readonly Naming[],
  phrase: Phrase,
  candidateOf: (who: number) => number | null,
): number[] {
  const sentence = sheet.tokens.sentence[phrase.first]!
  const here = new Set<number>()
  const near = new Set<number>()
  const times = new Map<number, number>()
  for (const naming of namingsBefore(names, phrase.first)) {
    const candidate = candidateOf(naming.who)
    if (candidate === null) continue
    times.set(candidate, (times.get(candidate) ?? 0) + 1)
    const distance = sentence - sheet.tokens.sentence[naming.first]!
    // A telephone call between two presidents makes their countries the sides of nothing else that the sentence tells.
    if (candidate !== naming.who && cast.members[naming.who]!.type === 'person') continue
    if (distance === 0) here.add(candidate)
    if (distance <= 1) near.add(candidate)
  }
  const [first, second, third] = [...times].sort(([, a], [, b]) => b - a)
  const close = [here, near].find(parties => parties.size === 2)
  const pair = close ? [...close] : first && second && second[1] >= STANDS_OUT * (third?.[1] ?? 0) ? [first[0], second[0]] : []
  const unsure = isUnlike(cast, pair) && pair.some(party => times.get(party)! < 2)
  // In the order in which they joined the cast, so that one pair is one group however it was counted.
  return unsure ? [] : pair.sort((a, b) => a - b)
}

/** "Kalvia's mediator … the Paper Workers' Union … both parties": a country beside a body of its own people is seldom the other party. */
const isUnlike = (cast: Cast, pair: readonly number[]): boolean =>
  pair.some(party => cast.members[party]!.type === 'country') &&
  pair.some(party => cast.members[party]!.type === 'organization' && cast.members[party]!.pack === null)

function partyAt(cast: Cast, who: number): number | null {
  const party = partyOf(cast, who)
  const {type} = cast.members[party]!
  return type === 'country' || type === 'public-body' || type === 'organization' ? party : null
}
