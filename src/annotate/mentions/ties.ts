// Ties bodies and capitals to the country whose they are by the words of the text: "Kalvian Foreign Ministry", "Vell, the Kalvian capital".
import type {Packs} from '../../model/packs.ts'
import {uposOf} from '../../text/tree.ts'
import {addMember, type Cast, countryMember, partyOf} from './cast.ts'
import type {NameHit} from './hits.ts'
import {capitalOf, type Lands} from './lands.ts'
import {type Lexicon, lexiconOf} from './lexicon.ts'
import type {Nation} from './nations.ts'
import {type Sheet, sameSentence, wordAt} from './sheet.ts'
import {OWNED_PERSON} from './signs.ts'

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
  const countryTo = new Map(hits.filter(hit => hit.type === 'country').map(hit => [hit.endToken, hit]))
  const isNation = (token: number): boolean => token >= 0 && token < sheet.tokens.length && landOf(token) !== null
  for (const hit of hits) {
    const who = whoOf.get(hit)
    if (who === undefined || cast.members[who]!.pack !== null || cast.members[who]!.actsFor !== null) continue
    const member = cast.members[who]!
    // "Kalvia's Ministry of Trade"
    const owner = sheet.lower[hit.first - 1] === "'s" ? whoOf.get(countryTo.get(hit.first - 1)!) : undefined
    if (hit.type === 'public-body' && owner !== undefined) {
      member.actsFor = owner
      member.country = cast.members[owner]!.country
    } else if (hit.type === 'public-body' && hit.endToken - hit.first > 1 && isNation(hit.first)) {
      member.actsFor = landOf(hit.first)
      member.country = cast.members[member.actsFor!]!.country
    } else if ((hit.type === 'place' || hit.type === 'country') && !lands.has(wordAt(sheet, hit.first))) {
      const nation = capitalOf(sheet, lexicon, hit.first, hit.endToken, isNation)
      if (nation !== null) member.actsFor = landOf(nation)
    }
  }
}

/** "Torhavn's Pietr Vell": whoever is told as a country's or body's own speaks for it. */
export function tieOwned(hits: readonly NameHit[], whoOf: ReadonlyMap<NameHit, number>, cast: Cast): void {
  const ownerTo = new Map(hits.filter(hit => hit.type !== 'person').map(hit => [hit.endToken, hit]))
  for (const hit of hits) {
    const owner = hit.rule === OWNED_PERSON ? whoOf.get(ownerTo.get(hit.first - 1)!) : undefined
    const who = whoOf.get(hit)
    if (owner === undefined || who === undefined) continue
    const member = cast.members[who]!
    const party = partyOf(cast, owner)
    if (member.actsFor !== null || member.pack !== null || cast.members[party]!.type === 'place') continue
    member.actsFor = party
    member.country ??= cast.members[party]!.country
  }
}

/**
 * "Kalvian spokesman Orlo Vashenko said Vell was ready": what a government's spokesman tells of, under a lone name that is no country and no
 * person named in full, is the seat of that government. Everywhere else in the report that name is a place of it.
 */
export function tieSeats(
  sheet: Sheet,
  hits: readonly NameHit[],
  whoOf: ReadonlyMap<NameHit, number>,
  lands: Lands,
  cast: Cast,
  packs: Packs,
): void {
  const lexicon = lexiconOf(packs.names)
  const hitAt = new Map(hits.map(hit => [hit.first, hit]))
  for (const speaker of hits) {
    const party = speaksFor(cast, lexicon, whoOf.get(speaker))
    const verb = speaker.endToken
    if (party === null || verb >= sheet.tokens.length || !lexicon.governmentVerbs.has(sheet.tokens.lemma(verb).toLowerCase())) continue
    const seat = hitAt.get(sheet.lower[verb + 1] === 'that' ? verb + 2 : verb + 1)
    if (!seat || !sameSentence(sheet, verb, seat.first) || !SUBJECT_OF.has(uposOf(sheet.tokens, seat.endToken))) continue
    const who = whoOf.get(seat)
    if (who === undefined || !isLoneAndUnknown(cast, who, seat, lands, sheet)) continue
    cast.members[who]!.type = 'place'
    cast.members[who]!.actsFor = party
    for (const [index, naming] of cast.namings.entries()) {
      if (naming.who !== who) continue
      const isSeat = naming.first === seat.first
      cast.namings[index] = isSeat
        ? {...naming, who: party, type: 'country', metonym: true, rule: 'seat of the government whose spokesman tells of it'}
        : {...naming, type: 'place'}
    }
  }
}

const SUBJECT_OF: ReadonlySet<string> = new Set(['AUX', 'VERB'])

function speaksFor(cast: Cast, lexicon: Lexicon, who: number | undefined): number | null {
  if (who === undefined) return null
  const member = cast.members[who]!
  const speaks = member.roles.some(role => lexicon.spokesNouns.has(role.title.split(' ').at(-1)!))
  return speaks && member.actsFor !== null && cast.members[member.actsFor]!.type === 'country' ? member.actsFor : null
}

function isLoneAndUnknown(cast: Cast, who: number, hit: NameHit, lands: Lands, sheet: Sheet): boolean {
  const member = cast.members[who]!
  return (
    hit.endToken - hit.first === 1 &&
    hit.entries.length === 0 &&
    hit.towns.length === 0 &&
    !lands.has(wordAt(sheet, hit.first)) &&
    member.pack === null &&
    member.roles.length === 0 &&
    member.type !== 'outlet' &&
    !member.name.includes(' ')
  )
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
