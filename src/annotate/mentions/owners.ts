// Whose people somebody is where a group or body without a name is the owner: "the union's negotiator, Ilka Drost", "a spokesman for the rebels",
// "leaders of the opposition". Read after all groups are cast, since the owner may stand behind.
import {type Cast, type Naming, partyOf} from './cast.ts'
import type {Lexicon} from './lexicon.ts'
import type {Phrase} from './phrases.ts'
import type {Sheet} from './sheet.ts'

export function tieOwners(sheet: Sheet, phrases: readonly Phrase[], cast: Cast, lexicon: Lexicon): void {
  const groups = cast.namings.filter(({level, who}) => level === 'nominal' && cast.members[who]!.type !== 'person')
  const from = new Map(groups.map(naming => [naming.first, naming]))
  const to = new Map(groups.map(naming => [naming.endToken, naming]))
  const namedAt = new Map(cast.namings.map(naming => [`${naming.first} ${naming.endToken}`, naming.who]))
  const citedBy = new Map<number, number>()
  for (const [who, member] of cast.members.entries())
    for (const role of member.roles) for (const {start} of role.citations) citedBy.set(start, who)
  for (const phrase of phrases) {
    const speaks = phrase.noun.role?.speaks || phrase.noun.anonymous || (phrase.noun.group?.kind === 'people' && phrase.noun.group.speaks)
    if (!speaks || phrase.past || phrase.possessor !== null || phrase.of !== null || phrase.nations.length + phrase.modifiers.length > 0)
      continue
    const owner = ownerBeside(sheet, lexicon, phrase, from, to)
    if (owner === undefined) continue
    const start = sheet.tokens.start[phrase.first]!
    const who = citedBy.get(start) ?? namedAt.get(`${phrase.first} ${phrase.end}`)
    if (who === undefined || who === owner.who) continue
    const member = cast.members[who]!
    for (const [index, role] of member.roles.entries())
      if (role.of === null && role.citations.some(citation => citation.start === start)) member.roles[index] = {...role, of: owner.who}
    const party = partyOf(cast, owner.who)
    if (member.actsFor !== null || party === who || member.type === 'country' || member.pack !== null) continue
    member.actsFor = party
    member.country ??= cast.members[party]!.country
  }
}

function ownerBeside(
  sheet: Sheet,
  lexicon: Lexicon,
  phrase: Phrase,
  from: ReadonlyMap<number, Naming>,
  to: ReadonlyMap<number, Naming>,
): Naming | undefined {
  if (/^'s?$/.test(sheet.lower[phrase.first - 1] ?? '')) return to.get(phrase.first - 1)
  const link = sheet.lower[phrase.nounEnd] ?? ''
  const isLink = link === 'of' || lexicon.spokesLinks.has(link)
  return isLink ? from.get(phrase.nounEnd + 1) : undefined
}
