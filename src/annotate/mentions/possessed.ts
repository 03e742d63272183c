// Whose a post or group is where a pronoun says it: "its director, Ilka Drost", "her fighters", "“My members will strike,” Drost said".
import {type Cast, type Naming, partyOf} from './cast.ts'
import type {Phrase} from './phrases.ts'
import {quotedTokens, speakerBeside} from './pronouns.ts'
import type {Sheet} from './sheet.ts'

const FIRST_PERSON: ReadonlySet<string> = new Set(['my', 'our'])

/** Gives the posts and groups that a possessive opens to whomever the pronoun was found to stand for. */
export function ownByPronoun(sheet: Sheet, cast: Cast, phrases: readonly Phrase[]): void {
  const pronouns = new Map(cast.namings.filter(naming => naming.level === 'pronoun').map(naming => [naming.first, naming.who]))
  const owned = phrases.filter(({article, noun}) => article === 'possessive' && (noun.role !== null || noun.group !== null))
  if (owned.length === 0) return
  const names = cast.namings.filter(naming => naming.level !== 'pronoun' && naming.rule !== 'nationality').sort((a, b) => a.first - b.first)
  const groupAt = new Map(names.filter(naming => naming.level === 'nominal').map(naming => [naming.first, naming]))
  const postAt = postsByPlace(cast)
  const quoted = quotedTokens(sheet)
  for (const phrase of owned) {
    const isOurs = FIRST_PERSON.has(sheet.lower[phrase.first]!) && quoted[phrase.first] === 1
    const owner = pronouns.get(phrase.first) ?? (isOurs ? speakerBeside(sheet, names, quoted, phrase.first) : null)
    if (owner === null || owner === undefined) continue
    if (phrase.noun.role !== null) ownPost(cast, phrase, owner, postAt.get(sheet.tokens.start[phrase.first]!))
    else ownGroup(cast, phrase, owner, groupAt.get(phrase.first))
  }
}

/** Who is told to hold a post of nobody yet, by the place where it is told. */
function postsByPlace(cast: Cast): ReadonlyMap<number, readonly number[]> {
  const at = new Map<number, number[]>()
  for (const [who, member] of cast.members.entries())
    for (const role of member.roles)
      if (role.of === null) for (const {start} of role.citations) at.set(start, [...(at.get(start) ?? []), who])
  return at
}

function ownPost(cast: Cast, phrase: Phrase, owner: number, holders: readonly number[] | undefined): void {
  for (const who of holders ?? []) {
    const member = cast.members[who]!
    const at = member.roles.findIndex(role => role.of === null && role.title === phrase.title)
    if (at < 0 || who === owner) continue
    if (cast.members[owner]!.type !== 'person') member.roles[at] = {...member.roles[at]!, of: owner}
    const party = partyOf(cast, owner)
    if (!phrase.noun.role!.speaks || phrase.past || member.actsFor !== null || party === who || phrase.nations.length > 0) continue
    if (cast.members[party]!.type === 'person') continue
    member.actsFor = party
    if (member.country === null && member.pack === null) member.country = cast.members[party]!.country
  }
}

/** "her fighters" act for whom she acts for; people who only stand by somebody ("his supporters") act for nobody. */
function ownGroup(cast: Cast, phrase: Phrase, owner: number, naming: Naming | undefined): void {
  const group = phrase.noun.group!
  if (naming === undefined || group.kind === 'pair' || (group.kind === 'people' && !group.speaks)) return
  const member = cast.members[naming.who]!
  const party = partyOf(cast, owner)
  const isOwn = party !== naming.who && cast.members[party]!.type !== 'person' && cast.members[party]!.type !== 'place'
  if (!isOwn || member.actsFor !== null || member.pack !== null || member.members.length > 0) return
  member.actsFor = party
  member.country ??= cast.members[party]!.country
}
