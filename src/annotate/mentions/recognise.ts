// Recognises public people under a spelling that is not theirs, once the text has told their post and country: "President Volodomir Zelinsky of Ukraine".
// The score alone would not do: it takes the same office on the day, and the same party.
import {scoreNames} from '../../text/names/score.ts'
import {type Cast, memberOfPack, roleAt} from './cast.ts'
import {gazetteerOf} from './gazetteer.ts'
import {lexiconOf} from './lexicon.ts'
import {matchesOffice} from './offices.ts'

// The score from which two supports make one person of two spellings (names-dev: precision 95 at .85; here office and party are known besides).
const WITH_OFFICE_AND_PARTY = 0.8

export function recognisePublicPeople(cast: Cast): void {
  const lexicon = lexiconOf(cast.packs.names)
  const entries = [...gazetteerOf(cast.packs).bySurname.values()].flat()
  for (const [who, member] of cast.members.entries()) {
    if (member.type !== 'person' || member.pack !== null || member.unnamed || member.actsFor === null || !member.name.includes(' '))
      continue
    const party = cast.members[member.actsFor]!
    const fitting = entries.filter(entry => {
      if (entry.country === null || entry.country !== party.country) return false
      const office = roleAt(entry, cast.published)
      if (office === null || !member.roles.some(role => matchesOffice(role.title, office.title, lexicon))) return false
      return scoreNames(entry.name, member.name, cast.packs.names).score >= WITH_OFFICE_AND_PARTY
    })
    if (fitting.length !== 1) continue
    const known = memberOfPack(cast, fitting[0]!.id)!
    const target = cast.members[known]!
    for (const alias of [member.name, ...member.aliases]) if (alias !== target.name) target.aliases.add(alias)
    target.roles.push(...member.roles.filter(role => !target.roles.some(other => other.title === role.title)))
    for (const [index, naming] of cast.namings.entries()) if (naming.who === who) cast.namings[index] = {...naming, who: known}
    for (const other of cast.members) {
      if (other.actsFor === who) other.actsFor = known
      other.members = other.members.map(index => (index === who ? known : index))
      for (const [index, role] of other.roles.entries()) if (role.of === who) other.roles[index] = {...role, of: known}
    }
  }
}
