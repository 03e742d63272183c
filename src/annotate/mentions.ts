// Finds the spans that name somebody, and who that is inside this document.
import type {Document, With} from '../model/document.ts'
import type {Mention, Somebody} from '../model/mention.ts'
import type {Packs} from '../model/packs.ts'
import {castBodies} from './mentions/bodies.ts'
import {type Cast, type Naming, newCast} from './mentions/cast.ts'
import {tellDelegations} from './mentions/delegations.ts'
import {findLands, settleLands} from './mentions/lands.ts'
import {lexiconOf} from './mentions/lexicon.ts'
import {findNames} from './mentions/names.ts'
import {findNations} from './mentions/nations.ts'
import {castNominals} from './mentions/nominals.ts'
import {settleOutlets} from './mentions/outlets.ts'
import {tieOwners} from './mentions/owners.ts'
import {castPeople} from './mentions/people.ts'
import {findPhrases} from './mentions/phrases.ts'
import {ownByPronoun} from './mentions/possessed.ts'
import {castPronouns} from './mentions/pronouns.ts'
import {recognisePublicPeople} from './mentions/recognise.ts'
import {headOf, headOfTitled, readSheet, type Sheet} from './mentions/sheet.ts'
import {tieOwned, tieSeats, tieToNations} from './mentions/ties.ts'

/** Names, nominals and pronouns in text order, and the somebodies they stand for in order of appearance. Never throws on text. */
export function findMentions(
  document: With<'sentences' | 'tokens' | 'names' | 'times'>,
  packs: Packs,
): Pick<Document, 'mentions' | 'somebodies'> {
  const sheet = readSheet(document)
  const lexicon = lexiconOf(packs.names)
  const names = findNames(document, sheet, packs)
  const lands = findLands(sheet, names, lexicon, packs)
  const hits = settleOutlets(document, settleLands(sheet, names, lands, lexicon))
  const cast = newCast(packs, document.published)
  const bodies = castBodies(sheet, hits, cast, packs)
  const people = castPeople(sheet, hits, cast, packs)
  for (const [hit, who] of people)
    cast.namings.push({
      start: hit.start,
      end: hit.end,
      first: hit.first,
      endToken: hit.endToken,
      type: 'person',
      level: 'name',
      who,
      metonym: false,
      rule: hit.rule,
    })
  cast.namings.sort((a, b) => a.start - b.start || b.end - a.end)
  const whoOf = new Map([...bodies, ...people])
  const nations = findNations(sheet, hits, lands, packs)
  const phrases = findPhrases(sheet, hits, nations, packs.names)
  tieToNations(sheet, hits, bodies, nations, lands, cast, packs)
  tieOwned(hits, whoOf, cast)
  castNominals(sheet, phrases, nations, hits, whoOf, cast, packs)
  tieOwners(sheet, phrases, cast, lexicon)
  tieSeats(sheet, hits, whoOf, lands, cast, packs)
  recognisePublicPeople(cast)
  tellDelegations(sheet, cast, packs.names)
  castPronouns(sheet, cast)
  ownByPronoun(sheet, cast, phrases)
  return closeCast(sheet, cast)
}

/** Numbers the members by first appearance, those who are only spoken for last. */
function closeCast(sheet: Sheet, cast: Cast): Pick<Document, 'mentions' | 'somebodies'> {
  const namings = [...cast.namings].sort((a, b) => a.start - b.start || b.end - a.end || a.who - b.who)
  const order: number[] = []
  const numberOf = new Map<number, number>()
  const number = (who: number): void => {
    if (numberOf.has(who)) return
    numberOf.set(who, order.length)
    order.push(who)
  }
  for (const naming of namings) number(naming.who)
  for (let i = 0; i < order.length; i++) {
    const member = cast.members[order[i]!]!
    if (member.actsFor !== null) number(member.actsFor)
    for (const other of member.members) number(other)
    for (const role of member.roles) if (role.of !== null) number(role.of)
  }
  const somebodies: Somebody[] = order.map(who => {
    const member = cast.members[who]!
    return {
      type: member.type,
      name: member.name,
      aliases: [...member.aliases],
      pack: member.pack,
      country: member.country,
      roles: member.roles.map(role => ({...role, of: role.of === null ? null : numberOf.get(role.of)!})),
      actsFor: member.actsFor === null ? null : numberOf.get(member.actsFor)!,
      members: member.members.map(other => numberOf.get(other)!),
      unnamed: member.unnamed,
    }
  })
  return {mentions: namings.map(naming => mentionOf(sheet, cast, naming, numberOf.get(naming.who)!)), somebodies}
}

function mentionOf(sheet: Sheet, cast: Cast, naming: Naming, entity: number): Mention {
  const {start, end, first, endToken, level, metonym, rule} = naming
  // A place that later turned out to be a party carries the type of its somebody everywhere.
  const type = metonym ? naming.type : cast.members[naming.who]!.type
  return {
    start,
    end,
    type,
    level,
    entity,
    head: level === 'name' ? headOfTitled(sheet, first, endToken) : headOf(sheet, first, endToken),
    metonym,
    rule,
  }
}
