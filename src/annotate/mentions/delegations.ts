// Who leads a delegation, who belongs to it and who advises it, as the report tells it: "a delegation led by Orlo Vashen and including Ilka Drost",
// "Drost heads the Kalvian team", "Olde joined the delegation as an adviser".
import type {NamePack} from '../../model/pack-names.ts'
import {relationOf, uposOf} from '../../text/tree.ts'
import {type Cast, type Naming, partyOf} from './cast.ts'
import type {Sheet} from './sheet.ts'

type Part = 'lead' | 'member' | 'adviser'

/** Words between a delegation and who is told to be of it. */
const REACH = 24

export function tellDelegations(sheet: Sheet, cast: Cast, pack: NamePack): void {
  const {delegations} = pack
  const nouns = new Set(delegations.nouns)
  const teams = cast.namings.filter(({level, endToken}) => level === 'nominal' && nouns.has(sheet.lower[endToken - 1]!))
  if (teams.length === 0) return
  const personAt = new Map<number, Naming>()
  for (const naming of cast.namings)
    if (naming.level === 'name' && cast.members[naming.who]!.type === 'person')
      for (let i = naming.first; i < naming.endToken; i++) personAt.set(i, naming)
  for (const team of teams) {
    readBehind(sheet, cast, pack, personAt, team)
    readVerb(sheet, cast, pack, personAt, team)
  }
}

/** "a delegation led by X, including Y and Z", "the delegation includes Y": everybody from the word on to the next clause. */
function readBehind(sheet: Sheet, cast: Cast, pack: NamePack, personAt: ReadonlyMap<number, Naming>, team: Naming): void {
  const {tokens, lower} = sheet
  const {lead, include, advise} = pack.delegations
  const limit = Math.min(sheet.sentences[tokens.sentence[team.first]!]!.endToken, team.endToken + REACH)
  let part: Part | null = null
  for (let i = team.endToken; i < limit; i++) {
    const lemma = tokens.lemma(i).toLowerCase()
    const isBy = lower[i + 1] === 'by'
    const person = personAt.get(i)
    if (person !== undefined) {
      if (part !== null) tell(sheet, cast, pack, team, person, part)
      // One leads; whoever stands beside them after "and" may lead too, whoever follows a comma does not.
      if (part === 'lead' && lower[person.endToken] !== 'and') part = null
      i = person.endToken - 1
    } else if (isBy && lead.includes(lemma)) part = 'lead'
    else if (isBy && advise.includes(lemma)) part = 'adviser'
    else if (include.includes(lemma)) part = 'member'
    else if (uposOf(tokens, i) === 'VERB' || lower[i] === ';') return
  }
}

/** "X heads the delegation", "X joined the delegation as an adviser", "X is part of the delegation". */
function readVerb(sheet: Sheet, cast: Cast, pack: NamePack, personAt: ReadonlyMap<number, Naming>, team: Naming): void {
  const {tokens, lower} = sheet
  const {lead, join, advise, adviser} = pack.delegations
  const {firstToken, endToken} = sheet.sentences[tokens.sentence[team.first]!]!
  let verb = team.first - 1
  while (verb >= firstToken && team.first - verb <= 5 && uposOf(tokens, verb) !== 'VERB' && !pack.delegations.belong.includes(lower[verb]!))
    verb--
  if (verb < firstToken || team.first - verb > 5) return
  const lemma = tokens.lemma(verb).toLowerCase()
  const isMember = join.includes(lemma) || pack.delegations.belong.includes(lower[verb]!)
  const part: Part | null = lead.includes(lemma) ? 'lead' : advise.includes(lemma) ? 'adviser' : isMember ? 'member' : null
  const isActive = lower[verb + 1] !== 'by' && relationOf(tokens, verb) !== 'amod'
  if (part === null || !isActive) return
  const person = subjectBefore(sheet, personAt, verb, firstToken)
  if (person === undefined) return
  const asAdviser = lower.slice(team.endToken, Math.min(endToken, team.endToken + 4)).some(word => adviser.includes(word))
  tell(sheet, cast, pack, team, person, part === 'member' && asAdviser ? 'adviser' : part)
}

/** The person named before the verb, with only auxiliaries, adverbs, commas and titles between. */
function subjectBefore(sheet: Sheet, personAt: ReadonlyMap<number, Naming>, verb: number, firstToken: number): Naming | undefined {
  for (let i = verb - 1; i >= firstToken; i--) {
    const person = personAt.get(i)
    if (person !== undefined) return person
    if (!/^(?:AUX|ADV|DET|ADP|NOUN|PRON)$/.test(uposOf(sheet.tokens, i)) && sheet.lower[i] !== ',') return undefined
  }
  return undefined
}

function tell(sheet: Sheet, cast: Cast, pack: NamePack, team: Naming, person: Naming, part: Part): void {
  const member = cast.members[person.who]!
  const party = partyOf(cast, team.who)
  const title = pack.delegations.titles[part]
  const [first, end] = [Math.min(team.first, person.first), Math.max(team.endToken, person.endToken)]
  const citation = {start: sheet.tokens.start[first]!, end: sheet.tokens.end[end - 1]!}
  const of = party === person.who ? null : party
  const known = member.roles.findIndex(role => role.title === title && role.of === of)
  if (known >= 0) member.roles[known]!.citations.push(citation)
  else member.roles.push({kind: 'office', title, of, citations: [citation]})
  if (member.actsFor !== null || member.pack !== null || of === null) return
  member.actsFor = of
  member.country ??= cast.members[of]!.country
}
