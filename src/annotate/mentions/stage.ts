// What the casting of nominal phrases shares: who has been named, which groups are known, whose a phrase is.
import type {Packs} from '../../model/packs.ts'
import {type Cast, countryMember, memberOfPack, type Naming} from './cast.ts'
import {DATELINE} from './datelines.ts'
import type {NameHit} from './hits.ts'
import type {Lexicon} from './lexicon.ts'
import type {Nation} from './nations.ts'
import type {Phrase} from './phrases.ts'
import {type Sheet, wordAt} from './sheet.ts'
import {landMember} from './ties.ts'

export interface Stage {
  readonly sheet: Sheet
  readonly cast: Cast
  readonly packs: Packs
  readonly lexicon: Lexicon
  readonly whoOf: ReadonlyMap<NameHit, number>
  readonly personFrom: ReadonlyMap<number, NameHit>
  readonly personTo: ReadonlyMap<number, NameHit>
  /** Names of countries and bodies by the token after their last. */
  readonly bodyTo: ReadonlyMap<number, NameHit>
  /** Names of the document in text order, before any nominal. */
  readonly names: readonly Naming[]
  readonly groups: Map<string, number>
  /** Pairs that the names of the report leave open. */
  readonly open: {readonly who: number; readonly phrase: Phrase}[]
  /** The country that a report on one country alone is about. */
  readonly state: number | null
}

export function name(stage: Stage, phrase: Phrase, who: number, rule: string): void {
  const {sheet, cast} = stage
  cast.namings.push({
    start: sheet.tokens.start[phrase.first]!,
    end: sheet.tokens.end[phrase.end - 1]!,
    first: phrase.first,
    endToken: phrase.end,
    type: cast.members[who]!.type,
    level: 'nominal',
    who,
    metonym: false,
    rule,
  })
}

/** The country and bodies that the phrase names as its own. */
export function ownersOf(stage: Stage, phrase: Phrase): number[] {
  const owners: number[] = []
  const nominal = nominalOwner(stage, phrase)
  if (nominal !== null) owners.push(nominal.who)
  for (const nation of phrase.nations) {
    const who = memberOfNation(stage.cast, nation)
    if (who !== null && !owners.includes(who)) owners.push(who)
  }
  for (const hit of [
    ...phrase.modifiers,
    ...(phrase.possessor ? [phrase.possessor] : []),
    ...(phrase.of ? [phrase.of] : []),
    ...phrase.alsoOf,
  ]) {
    const who = ownerOfHit(stage, hit, phrase)
    if (who !== null && !owners.includes(who)) owners.push(who)
  }
  return owners
}

// "the army" is that of the country named four times as often as any other (a neighbour, a mediator's state).
const STANDS_OUT = 4
const MAIN = 3

// A phrase's owner is cast right before it.
const NEAR = 8

/** "the Bloc's leader", "the rebels' spokesman": the group named right before the possessive. */
export function nominalOwner({sheet, cast}: Stage, phrase: Phrase): Naming | null {
  const mark = phrase.first - 1
  if (phrase.possessor !== null || mark < 1 || !/^'s?$/.test(sheet.lower[mark]!)) return null
  return cast.namings.slice(-NEAR).findLast(naming => naming.endToken === mark && naming.level === 'nominal') ?? null
}

/** The one country that the report names, where it names it at least twice and not only as where something happens; else the one that stands out. */
export function onlyCountry(sheet: Sheet, cast: Cast, lexicon: Lexicon): number | null {
  const times = new Map<number, {all: number; acts: number}>()
  for (const {who, first, level} of cast.namings) {
    const member = cast.members[who]!
    const party = member.type === 'country' ? who : null
    if (party === null) continue
    const count = times.get(party) ?? {all: 0, acts: 0}
    count.all++
    if (level === 'nominal' || !lexicon.placePrepositions.has(sheet.lower[first - 1] ?? '')) count.acts++
    times.set(party, count)
  }
  const [first, second] = [...times].sort(([a, x], [b, y]) => y.all - x.all || a - b)
  if (!first || first[1].all < 2 || first[1].acts === 0) return null
  return second === undefined || (first[1].acts >= MAIN && first[1].all >= STANDS_OUT * second[1].all) ? first[0] : null
}

function ownerOfHit(stage: Stage, hit: NameHit, phrase: Phrase): number | null {
  const capital = hit.entries.find(entry => entry.stands !== null)
  if (capital?.actsFor) return memberOfPack(stage.cast, capital.actsFor)
  const who = stage.whoOf.get(hit) ?? null
  if (
    who !== null &&
    stage.cast.members[who]!.type === 'place' &&
    hit.entries.length === 0 &&
    hit.towns.length === 0 &&
    hit.rule !== DATELINE &&
    !stage.lexicon.localNouns.has(phrase.noun.words.at(-1)!) &&
    !isLandscape(stage, hit)
  )
    stage.cast.members[who]!.type = isHeadOf(stage, hit, phrase) ? 'person' : 'country'
  return who
}

/** "the Halloran administration": a lone name that does not end as lands do, before a noun for a government, is whoever leads it. */
const isHeadOf = ({lexicon, sheet}: Stage, hit: NameHit, phrase: Phrase): boolean =>
  lexicon.governments.has(phrase.noun.words.join(' ')) &&
  phrase.modifiers.includes(hit) &&
  hit.endToken - hit.first === 1 &&
  !lexicon.placeEnding.test(sheet.lower[hit.first]!)

/** A strait has ships and talks, and is nobody. */
const isLandscape = (stage: Stage, hit: NameHit): boolean => stage.lexicon.placeWords.has(wordAt(stage.sheet, hit.endToken - 1))

export function memberOfNation(cast: Cast, nation: Nation): number | null {
  if (nation.place === null) return countryMember(cast, nation.code)
  return landMember(cast, nation.place)
}

/** Words of the phrase without its article. */
export function wordsOf(stage: Stage, phrase: Phrase): string {
  const {sheet} = stage
  const from = phrase.article === 'none' || phrase.noun.group?.kind === 'pair' ? phrase.first : phrase.first + 1
  return sheet.text.slice(sheet.tokens.start[Math.min(from, phrase.nounFirst)], sheet.tokens.end[phrase.end - 1]).replace(/\s+/g, ' ')
}
