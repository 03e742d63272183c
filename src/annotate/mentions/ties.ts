// Ties bodies and capitals to the country whose they are by the words of the text: "Kalvian Foreign Ministry", "Vell, the Kalvian capital".
import type {Packs} from '../../model/packs.ts'
import {addMember, type Cast, countryMember} from './cast.ts'
import type {NameHit} from './hits.ts'
import {capitalOf, type Lands} from './lands.ts'
import {lexiconOf} from './lexicon.ts'
import type {Nation} from './nations.ts'
import {type Sheet, wordAt} from './sheet.ts'

export function tieToNations(
  sheet: Sheet,
  hits: readonly NameHit[],
  whoOf: ReadonlyMap<NameHit, number>,
  nations: ReadonlyMap<number, Nation>,
  lands: Lands,
  cast: Cast,
  packs: Packs,
): void {
  const lexicon = lexiconOf(packs.names)
  const landOf = (token: number): number | null => {
    const nation = nations.get(token)
    if (nation && nation.place === null) return countryMember(cast, nation.code)
    const land = lands.get(wordAt(sheet, token))
    if (land !== undefined) return landMember(cast, land)
    const code = packs.world.demonyms[sheet.lower[token] ?? '']
    return code === undefined ? null : countryMember(cast, code)
  }
  const isNation = (token: number): boolean => token >= 0 && token < sheet.tokens.length && landOf(token) !== null
  for (const hit of hits) {
    const who = whoOf.get(hit)
    if (who === undefined || cast.members[who]!.pack !== null || cast.members[who]!.actsFor !== null) continue
    const member = cast.members[who]!
    if (hit.type === 'public-body' && hit.endToken - hit.first > 1 && isNation(hit.first)) {
      member.actsFor = landOf(hit.first)
      member.country = cast.members[member.actsFor!]!.country
    } else if ((hit.type === 'place' || hit.type === 'country') && !lands.has(wordAt(sheet, hit.first))) {
      const nation = capitalOf(sheet, lexicon, hit.first, hit.endToken, isNation)
      if (nation !== null) member.actsFor = landOf(nation)
    }
  }
}

/** The country that the text alone makes one; added where only its adjective is named. */
export function landMember(cast: Cast, name: string): number {
  const known = cast.members.findIndex(
    member => member.pack === null && member.name === name && (member.type === 'place' || member.type === 'country'),
  )
  if (known < 0) return addMember(cast, 'country', name)
  cast.members[known]!.type = 'country'
  return known
}
