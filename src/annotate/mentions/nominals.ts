// Says whom nominal phrases stand for: the person they describe ("Drost, the Kalvian envoy"), a person named before ("the envoy"),
// a group with its country ("US officials", "the rebels"), a pair ("both sides"), or somebody whom nobody names.
import type {Packs} from '../../model/packs.ts'
import {bodyDescribed, personDescribed} from './appositions.ts'
import {addMember, type Cast, countryMember, memberOfPack, namingsBefore, partyOf} from './cast.ts'
import {castGroup, groupKey, groupMember} from './groups.ts'
import type {NameHit} from './hits.ts'
import {type Lexicon, lexiconOf, phraseAt} from './lexicon.ts'
import type {Nation} from './nations.ts'
import {holderOf, matchesOffice, titlesOf} from './offices.ts'
import {pairBefore, pairOfGroups} from './pairs.ts'
import type {Phrase} from './phrases.ts'
import {type Sheet, sameSentence} from './sheet.ts'
import {bodyNamedBefore, companyNamedBefore} from './short-names.ts'
import {memberOfNation, name, nominalOwner, onlyCountry, ownersOf, type Stage, wordsOf} from './stage.ts'

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
  let stage: Stage = {
    state: null,
    sheet,
    cast,
    packs,
    lexicon: lexiconOf(packs.names),
    whoOf,
    personFrom: new Map(people.map(hit => [hit.first, hit])),
    personTo: new Map(people.map(hit => [hit.endToken, hit])),
    bodyTo: new Map(
      hits
        .filter(hit => hit.type !== 'person' && (hit.type !== 'place' || hit.entries.length + hit.towns.length === 0))
        .map(hit => [hit.endToken, hit]),
    ),
    names: [...cast.namings],
    groups: new Map(),
    open: [],
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
  stage = {...stage, state: onlyCountry(sheet, cast, stage.lexicon)}
  const sided = sidedBodies(sheet, hits, whoOf, stage.lexicon)
  let nextSided = 0
  for (const phrase of phrases) {
    for (; nextSided < sided.length && sided[nextSided]!.token < phrase.first; nextSided++)
      stage.groups.set(groupKey(sided[nextSided]!.noun), sided[nextSided]!.who)
    if (phrase.noun.accusation) continue
    const known = described.get(phrase)
    if (known) {
      if (known.apart) name(stage, phrase, whoOf.get(known.hit)!, 'apposition')
      continue
    }
    if (personDescribed(stage, phrase) && phrase.noun.group === null) continue
    const body = bodyDescribed(sheet, stage.bodyTo, phrase, stage.lexicon.landNouns)
    if (body) {
      name(stage, phrase, whoOf.get(body)!, 'apposition')
      continue
    }
    castAlone(stage, phrase)
  }
  closePairs(stage)
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
  if (same >= 0) member.roles[same]!.citations.push(citation)
  else member.roles.push({kind: role.kind, title: phrase.title, of, citations: [citation]})
  if (member.pack === null) member.gender ??= genderOfNoun(stage.lexicon, phrase)
  const nation = phrase.nations.length === 1 ? phrase.nations[0]!.code : ''
  if (member.country === null && member.pack === null && nation !== '') member.country = nation
  if (of === null) return
  const party = partyOf(cast, of)
  if (role.speaks && !phrase.past && member.actsFor === null && party !== who) member.actsFor = party
  if (member.country === null && member.pack === null && role.speaks) member.country = cast.members[party]!.country
}

/** "spokeswoman", "chairman". */
function genderOfNoun(lexicon: Lexicon, phrase: Phrase): 'f' | 'm' | null {
  const noun = phrase.noun.words.at(-1)!
  return lexicon.womenNouns.has(noun) ? 'f' : lexicon.menNouns.has(noun) ? 'm' : null
}

/** "the separatist Azan Movement": from here on "the separatists" are that body. */
function sidedBodies(
  sheet: Sheet,
  hits: readonly NameHit[],
  whoOf: ReadonlyMap<NameHit, number>,
  lexicon: Lexicon,
): {readonly token: number; readonly noun: string; readonly who: number}[] {
  const sided: {token: number; noun: string; who: number}[] = []
  for (const hit of hits) {
    if (hit.type !== 'organization') continue
    for (let i = hit.first - 1; i >= hit.first - 2 && i >= 0 && sameSentence(sheet, i, hit.first); i--) {
      const group = phraseAt(lexicon, sheet.lower, i, i + 1)?.group ?? phraseAt(lexicon, [`${sheet.lower[i]}s`], 0, 1)?.group
      const who = whoOf.get(hit)
      if (group?.kind === 'side' && !group.acts && who !== undefined) sided.push({token: i, noun: sheet.lower[i]!, who})
    }
  }
  return sided
}

function castAlone(stage: Stage, phrase: Phrase): void {
  const {cast, lexicon, names} = stage
  const body = bodyNamedBefore(cast, lexicon, names, phrase) ?? companyNamedBefore(cast, lexicon, names, phrase)
  if (body !== null) {
    name(stage, phrase, body, 'body named before')
    return
  }
  const mayBeOutlet = phrase.noun.outlet && (phrase.noun.group === null || phrase.noun.group.acts)
  if (mayBeOutlet && (castOutlet(stage, phrase) || phrase.noun.group === null)) return
  if (phrase.noun.group?.kind === 'pair') castPair(stage, phrase)
  else if (phrase.noun.group) castGroup(stage, phrase)
  else castPost(stage, phrase)
}

function castPost(stage: Stage, told: Phrase): void {
  const owner = nominalOwner(stage, told)
  const phrase: Phrase = owner === null ? told : {...told, article: 'definite'}
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
function castOutlet(stage: Stage, phrase: Phrase): boolean {
  if (phrase.article !== 'definite' || phrase.nations.length > 0 || phrase.modifiers.length > 0) return false
  for (const naming of namingsBefore(stage.names, phrase.first))
    if (stage.cast.members[naming.who]!.type === 'outlet') {
      name(stage, phrase, naming.who, 'outlet named before')
      return true
    }
  return false
}

/** "both sides": two parties named before, or a pair of nobody known. */
function castPair(stage: Stage, phrase: Phrase): void {
  const members = pairBefore(stage, phrase)
  const key = `pair ${members.join('+')} ${phrase.noun.words.at(-1)}`
  let who = stage.groups.get(key)
  if (who === undefined) {
    who = addMember(stage.cast, 'group', wordsOf(stage, phrase), {members})
    stage.groups.set(key, who)
  }
  name(stage, phrase, who, 'pair named before')
  if (members.length === 0) stage.open.push({who, phrase})
}

/** Pairs that names left open, once all groups are cast. */
function closePairs(stage: Stage): void {
  for (const {who, phrase} of stage.open) {
    const noun = phrase.noun.words.at(-1)!
    const member = stage.cast.members[who]!
    if (member.members.length === 0 && stage.packs.names.pairParties.includes(noun)) member.members = pairOfGroups(stage, phrase)
  }
}

/** The nearest person above whose post it is; else the one whom the pack has in that office on the day. */
function bearerOf(stage: Stage, phrase: Phrase): number | null {
  const {cast, lexicon} = stage
  const owners = ownersOf(stage, phrase)
  const parties = owners.map(owner => partyOf(cast, owner))
  let once: number | null = null
  for (const naming of namingsBefore(stage.names, phrase.first)) {
    const member = cast.members[naming.who]!
    if (member.type !== 'person' || owners.includes(naming.who)) continue
    const fitting = titlesOf(cast, naming.who).filter(title => matchesOffice(title, phrase.title, lexicon))
    if (fitting.length === 0) continue
    const theirs = member.actsFor ?? (member.country ? countryMember(cast, member.country) : null)
    if (parties.length > 0 && (theirs === null || !parties.includes(theirs))) continue
    // "the president" is whoever holds the post; a former one only where nobody else does.
    if (phrase.past || fitting.some(title => !lexicon.pastWords.has(title.split(' ')[0]!))) return naming.who
    once ??= naming.who
  }
  if (once !== null) return once
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
      gender: genderOfNoun(stage.lexicon, phrase),
    })
    stage.groups.set(key, who)
    stage.groups.set(`last one ${phrase.noun.words.at(-1)}`, who)
  }
  name(stage, phrase, who, 'nobody names them')
}
