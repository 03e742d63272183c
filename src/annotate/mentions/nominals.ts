// Says whom nominal phrases stand for: the person they describe ("Drost, the Kalvian envoy"), a person named before ("the envoy"),
// a group with its country ("US officials", "the rebels"), a pair ("both sides"), or somebody whom nobody names.
import type {Packs} from '../../model/packs.ts'
import {bodyDescribed, personDescribed} from './appositions.ts'
import {addMember, type Cast, countryMember, memberOfPack, type Naming, namingsBefore, partyOf} from './cast.ts'
import {gazetteerOf} from './gazetteer.ts'
import type {NameHit} from './hits.ts'
import {type Lexicon, lexiconOf} from './lexicon.ts'
import type {Nation} from './nations.ts'
import {holderOf, matchesOffice, titlesOf} from './offices.ts'
import {pairBefore} from './pairs.ts'
import type {Phrase} from './phrases.ts'
import {type Sheet, wordAt} from './sheet.ts'
import {bodyNamedBefore} from './short-names.ts'
import {landMember} from './ties.ts'

interface Stage {
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
}

export function castNominals(
  sheet: Sheet,
  phrases: readonly Phrase[],
  nations: ReadonlyMap<number, Nation>,
  hits: readonly NameHit[],
  whoOf: ReadonlyMap<NameHit, number>,
  cast: Cast,
  packs: Packs,
): void {
  const people = hits.filter(hit => hit.type === 'person')
  const stage: Stage = {
    sheet,
    cast,
    packs,
    lexicon: lexiconOf(packs.names),
    whoOf,
    personFrom: new Map(people.map(hit => [hit.first, hit])),
    personTo: new Map(people.map(hit => [hit.endToken, hit])),
    bodyTo: new Map(hits.filter(hit => hit.type !== 'person' && hit.type !== 'place').map(hit => [hit.endToken, hit])),
    names: [...cast.namings],
    groups: new Map(),
  }
  const described = new Map<Phrase, {hit: NameHit; apart: boolean}>()
  // Roles first, all of them: "the envoy" may stand above the sentence that says who the envoy is.
  for (const phrase of phrases) {
    const found = personDescribed(stage, phrase)
    if (!found || phrase.noun.accusation || phrase.noun.role === null) continue
    described.set(phrase, found)
    giveRole(stage, phrase, whoOf.get(found.hit)!)
  }
  for (const nation of nations.values()) castNation(stage, nation)
  for (const phrase of phrases) {
    if (phrase.noun.accusation) continue
    const known = described.get(phrase)
    if (known) {
      if (known.apart) name(stage, phrase, whoOf.get(known.hit)!, 'apposition')
      continue
    }
    if (personDescribed(stage, phrase) && phrase.noun.group === null) continue
    const body = bodyDescribed(sheet, stage.bodyTo, phrase)
    if (body) {
      name(stage, phrase, whoOf.get(body)!, 'apposition')
      continue
    }
    castAlone(stage, phrase)
  }
}

function name(stage: Stage, phrase: Phrase, who: number, rule: string): void {
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
function ownersOf(stage: Stage, phrase: Phrase): number[] {
  const owners: number[] = []
  for (const nation of phrase.nations) {
    const who = memberOfNation(stage.cast, nation)
    if (who !== null && !owners.includes(who)) owners.push(who)
  }
  for (const hit of [...phrase.modifiers, ...(phrase.possessor ? [phrase.possessor] : []), ...(phrase.of ? [phrase.of] : [])]) {
    const who = ownerOfHit(stage, hit, phrase)
    if (who !== null && !owners.includes(who)) owners.push(who)
  }
  return owners
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

function memberOfNation(cast: Cast, nation: Nation): number | null {
  if (nation.place === null) return countryMember(cast, nation.code)
  return landMember(cast, nation.place)
}

function castNation(stage: Stage, nation: Nation): void {
  const {cast, sheet} = stage
  const {token} = nation
  let who = memberOfNation(cast, nation)
  if (nation.people)
    who = groupMember(stage, sheet.text.slice(sheet.tokens.start[token], sheet.tokens.end[token]), who === null ? [] : [who], {
      unnamed: false,
      speaks: false,
    })
  if (who === null) return
  cast.namings.push({
    start: sheet.tokens.start[token]!,
    end: sheet.tokens.end[token]!,
    first: token,
    endToken: token + 1,
    type: cast.members[who]!.type,
    level: 'nominal',
    who,
    metonym: false,
    rule: 'nationality',
  })
}

function giveRole(stage: Stage, phrase: Phrase, who: number): void {
  const {cast, sheet} = stage
  const member = cast.members[who]!
  const role = phrase.noun.role!
  const owners = ownersOf(stage, phrase).filter(owner => owner !== who)
  const of = owners.length === 1 ? owners[0]! : null
  const citation = {start: sheet.tokens.start[phrase.first]!, end: sheet.tokens.end[phrase.end - 1]!}
  const same = member.roles.findIndex(known => known.title === phrase.title && (known.of === of || of === null))
  if (same >= 0) member.roles[same] = {...member.roles[same]!, citations: [...member.roles[same]!.citations, citation]}
  else member.roles.push({kind: role.kind, title: phrase.title, of, citations: [citation]})
  const nation = phrase.nations.length === 1 ? phrase.nations[0]!.code : ''
  if (member.country === null && member.pack === null && nation !== '') member.country = nation
  if (of === null) return
  const party = partyOf(cast, of)
  if (role.speaks && !phrase.past && member.actsFor === null && party !== who) member.actsFor = party
  if (member.country === null && member.pack === null && role.speaks) member.country = cast.members[party]!.country
}

function castAlone(stage: Stage, phrase: Phrase): void {
  const body = bodyNamedBefore(stage.cast, stage.lexicon, stage.names, phrase)
  if (body !== null) {
    name(stage, phrase, body, 'body named before')
    return
  }
  if (phrase.noun.outlet && phrase.noun.group === null) castOutlet(stage, phrase)
  else if (phrase.noun.group?.kind === 'pair') castPair(stage, phrase)
  else if (phrase.noun.group) castGroup(stage, phrase)
  else castPost(stage, phrase)
}

function castPost(stage: Stage, phrase: Phrase): void {
  if (phrase.article === 'possessive' && phrase.noun.role?.kind === 'description') return
  if (
    phrase.noun.role &&
    (phrase.article === 'definite' || phrase.possessor !== null || phrase.nations.length > 0 || phrase.modifiers.length > 0)
  ) {
    const found = phrase.article === 'indefinite' ? null : bearerOf(stage, phrase)
    if (found !== null) {
      name(stage, phrase, found, 'post named before')
      return
    }
  }
  if (phrase.noun.anonymous || (phrase.noun.role?.kind === 'office' && phrase.article !== 'none')) castAnonymous(stage, phrase)
}

/** "the newspaper": the outlet named last. */
function castOutlet(stage: Stage, phrase: Phrase): void {
  if (phrase.article !== 'definite' || phrase.nations.length > 0 || phrase.modifiers.length > 0) return
  for (const naming of namingsBefore(stage.names, phrase.first))
    if (stage.cast.members[naming.who]!.type === 'outlet') {
      name(stage, phrase, naming.who, 'outlet named before')
      return
    }
}

/** "both sides": two parties named before, or a pair of nobody known. */
function castPair(stage: Stage, phrase: Phrase): void {
  const members = pairBefore(stage.sheet, stage.cast, stage.names, phrase, stage.packs.names)
  const key = `pair ${members.join('+')} ${phrase.noun.words.at(-1)}`
  let who = stage.groups.get(key)
  if (who === undefined) {
    who = addMember(stage.cast, 'group', wordsOf(stage, phrase), {members})
    stage.groups.set(key, who)
  }
  name(stage, phrase, who, 'pair named before')
}

function castGroup(stage: Stage, phrase: Phrase): void {
  const {lexicon} = stage
  const group = phrase.noun.group!
  const owners = ownersOf(stage, phrase)
  const noun = phrase.noun.words.join(' ')
  // "the minister's leadership" is no body; "the Drost administration" is one.
  if (
    group.kind === 'body' &&
    !lexicon.governments.has(noun) &&
    [phrase.possessor, ...phrase.modifiers].some(hit => hit?.type === 'person')
  )
    return
  if (group.kind === 'body' && owners.length === 1) {
    name(stage, phrase, bodyOf(stage, phrase, owners[0]!, lexicon.governments.has(noun)), 'body of a country')
    return
  }
  if (owners.length === 0 && phrase.article === 'definite') {
    // "the rebels" after "Kalvian rebels": the group of that noun named last.
    const known = stage.groups.get(`last ${phrase.noun.words.at(-1)}`)
    if (known !== undefined) {
      name(stage, phrase, known, 'group named before')
      return
    }
  }
  const who = groupMember(stage, wordsOf(stage, phrase), owners, {unnamed: group.unnamed, speaks: group.speaks})
  stage.groups.set(`last ${phrase.noun.words.at(-1)}`, who)
  name(stage, phrase, who, 'group')
}

function bodyOf(stage: Stage, phrase: Phrase, owner: number, isGovernment: boolean): number {
  const {cast} = stage
  const party = partyOf(cast, owner)
  const {pack} = cast.members[party]!
  if (isGovernment && pack?.startsWith('country/')) {
    const government = memberOfPack(cast, `gov/${pack.slice(8)}`)
    if (government !== null) return government
  }
  const words = wordsOf(stage, phrase)
  const known = bodyNames(stage.packs).get(words.toLowerCase())
  if (known) return memberOfPack(cast, known) ?? owner
  const key = `body ${phrase.title} ${party}`
  const met = stage.groups.get(key)
  if (met !== undefined) return met
  const who = addMember(cast, 'public-body', words, {
    country: cast.members[party]!.country,
    actsFor: party === owner || cast.members[party]!.type === 'country' ? party : owner,
  })
  stage.groups.set(key, who)
  stage.groups.set(`last ${phrase.noun.words.at(-1)}`, who)
  return who
}

const bodyIndexes = new WeakMap<Packs, Map<string, string>>()

function bodyNames(packs: Packs): ReadonlyMap<string, string> {
  let index = bodyIndexes.get(packs)
  if (!index) {
    index = new Map()
    for (const [id, entry] of gazetteerOf(packs).byId)
      if (entry.type === 'public-body') for (const form of [entry.name, ...entry.aliases]) index.set(form.toLowerCase(), id)
    bodyIndexes.set(packs, index)
  }
  return index
}

function groupMember(stage: Stage, words: string, owners: readonly number[], told: {unnamed: boolean; speaks: boolean}): number {
  const {cast} = stage
  const key = `group ${words.toLowerCase()} ${owners.join('+')}`
  const met = stage.groups.get(key)
  if (met !== undefined) return met
  const only = owners.length === 1 ? owners[0]! : null
  const who = addMember(cast, 'group', words, {
    country: only === null ? null : cast.members[partyOf(cast, only)]!.country,
    actsFor: only !== null && told.speaks ? partyOf(cast, only) : null,
    members: owners.length > 1 ? owners : [],
    unnamed: told.unnamed,
  })
  stage.groups.set(key, who)
  return who
}

/** Words of the phrase without its article. */
function wordsOf(stage: Stage, phrase: Phrase): string {
  const {sheet} = stage
  const from = phrase.article === 'none' || phrase.noun.group?.kind === 'pair' ? phrase.first : phrase.first + 1
  return sheet.text.slice(sheet.tokens.start[Math.min(from, phrase.nounFirst)], sheet.tokens.end[phrase.end - 1]).replace(/\s+/g, ' ')
}

/** The nearest person above whose post it is; else the one whom the pack has in that office on the day. */
function bearerOf(stage: Stage, phrase: Phrase): number | null {
  const {cast, lexicon} = stage
  const owners = ownersOf(stage, phrase)
  const parties = owners.map(owner => partyOf(cast, owner))
  for (const naming of namingsBefore(stage.names, phrase.first)) {
    const member = cast.members[naming.who]!
    if (member.type !== 'person' || owners.includes(naming.who)) continue
    if (!titlesOf(cast, naming.who).some(title => matchesOffice(title, phrase.title, lexicon))) continue
    const theirs = member.actsFor ?? (member.country ? countryMember(cast, member.country) : null)
    if (parties.length > 0 && (theirs === null || !parties.includes(theirs))) continue
    return naming.who
  }
  if (parties.length !== 1 || phrase.noun.role?.kind !== 'office' || phrase.past) return null
  const holder = holderOf(cast, cast.members[parties[0]!]!.pack, phrase.title)
  return holder === null ? null : memberOfPack(cast, holder.id)
}

/** "a senior official": somebody of whom only a country or body is told. Each is a person of its own, unless told with "the". */
function castAnonymous(stage: Stage, phrase: Phrase): void {
  const {cast} = stage
  const owners = ownersOf(stage, phrase)
  const key = `anonymous ${phrase.title} ${owners.join('+')}`
  let who = phrase.article === 'definite' ? (stage.groups.get(key) ?? stage.groups.get(`last one ${phrase.noun.words.at(-1)}`)) : undefined
  if (who === undefined) {
    const party = owners.length === 1 ? partyOf(cast, owners[0]!) : null
    who = addMember(cast, 'person', wordsOf(stage, phrase), {
      country: party === null ? null : cast.members[party]!.country,
      actsFor: party,
      unnamed: true,
    })
    stage.groups.set(key, who)
    stage.groups.set(`last one ${phrase.noun.words.at(-1)}`, who)
  }
  name(stage, phrase, who, 'nobody names them')
}
