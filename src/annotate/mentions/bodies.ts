// Who is who among the other names of one document: pack entries, towns, bodies with their short forms, places; and which places stand for governments.

import type {WorldEntry} from '../../model/pack-world.ts'
import type {Packs} from '../../model/packs.ts'
import {foldName} from '../../text/names/fold.ts'
import type {Town} from '../../text/names/towns.ts'
import {addMember, type Cast, memberOfPack} from './cast.ts'
import {gazetteerOf} from './gazetteer.ts'
import type {NameHit} from './hits.ts'
import {type Lexicon, lexiconOf, phraseAt} from './lexicon.ts'
import {PART_OF_THING, type Stand, SUBJECT_OF_DEED, standOf} from './metonyms.ts'
import {type Sheet, sameSentence, wordAt} from './sheet.ts'
import {SHORT_NAME} from './short-names.ts'

/** Puts every name but people's into the cast, with its naming; the result says who each hit is. */
export function castBodies(sheet: Sheet, hits: readonly NameHit[], cast: Cast, packs: Packs): Map<NameHit, number> {
  const lexicon = lexiconOf(packs.names)
  const whoOf = new Map<NameHit, number>()
  const byName = new Map<string, number>()
  const countries = countriesOf(sheet, hits)
  const regions = homonymsOf(sheet, hits)
  for (const hit of hits) {
    if (hit.type === 'person') continue
    const words = sheet.text.slice(hit.start, hit.end).replace(/\s+/g, ' ')
    const entry = hit.entries[0] ?? null
    const homonym = regions.get(words)
    if (homonym !== undefined) {
      const key = `region ${words} ${homonym}`
      const who = byName.get(key) ?? addMember(cast, 'place', words, {country: homonym})
      byName.set(key, who)
      whoOf.set(hit, who)
      note(cast, hit, who, null, words)
      continue
    }
    if (entry && entry.stands !== null) {
      const {who, stand} = castStanding(sheet, lexicon, hit, entry, cast, packs)
      whoOf.set(hit, who)
      note(cast, hit, who, stand, words)
      continue
    }
    if (entry) {
      const who = memberOfPack(cast, entry.id)!
      whoOf.set(hit, who)
      note(cast, hit, who, null, words)
      continue
    }
    if (hit.towns.length > 0) {
      const town = chooseTown(hit.towns, countries, sheet.tokens.sentence[hit.first]!)
      const key = `town ${town.name} ${town.country}`
      let who = byName.get(key)
      who ??= addMember(cast, 'place', town.name, {country: town.country})
      byName.set(key, who)
      whoOf.set(hit, who)
      note(cast, hit, who, null, words)
      continue
    }
    const isOutlet = hit.type !== 'outlet' && (outletNounAfter(sheet, lexicon, hit) || endsInOutletNoun(sheet, lexicon, hit))
    const state = stateNameIn(sheet, lexicon, hit)
    const key = foldName(state ?? words)
    let who =
      byName.get(key) ??
      byName.get(shortOf(sheet, hit, key) ?? '') ??
      (hit.rule === SHORT_NAME || isLoneBody(hit) ? longerOf(byName, key) : undefined)
    if (who === undefined) {
      const isParty = hit.type === 'place' && standsForParty(sheet, lexicon, hit)
      who = addMember(cast, isOutlet ? 'outlet' : isParty || state !== null ? 'country' : hit.type, state ?? words)
    } else if (cast.members[who]!.type === 'place' && standsForParty(sheet, lexicon, hit)) cast.members[who]!.type = 'country'
    byName.set(key, who)
    const short = shortOf(sheet, hit, key)
    if (short !== null && !byName.has(short)) byName.set(short, who)
    whoOf.set(hit, who)
    note(cast, hit, who, null, words)
  }
  return whoOf
}

/**
 * "Atlanta, Georgia": a country's name after a town that lies in other countries alone is a region there, all through a report that names no
 * capital of the country. Gives the name and the code of the town's country.
 */
function homonymsOf(sheet: Sheet, hits: readonly NameHit[]): Map<string, string> {
  const regions = new Map<string, string>()
  const inDoubt = new Set<string>()
  for (const [index, hit] of hits.entries()) {
    const entry = hit.entries[0]
    if (entry?.stands === 'capital' && entry.country !== null) inDoubt.add(entry.country)
    const town = hits[index - 1]
    if (!entry?.id.startsWith('country/') || !town || town.endToken + 1 !== hit.first || sheet.lower[town.endToken] !== ',') continue
    const isTownElsewhere = town.type === 'place' && town.towns.length > 0 && !town.towns.some(({country}) => country === entry.country)
    if (isTownElsewhere && town.entries.length === 0) regions.set(sheet.text.slice(hit.start, hit.end), town.towns[0]!.country)
  }
  for (const hit of hits) {
    const words = sheet.text.slice(hit.start, hit.end)
    if (regions.has(words) && inDoubt.has(hit.entries[0]?.country ?? '')) regions.delete(words)
  }
  return regions
}

/** An unknown place that decides or speaks is a party; a strait or an island that "opens" or "holds" is not. */
const standsForParty = (sheet: Sheet, lexicon: Lexicon, hit: NameHit): boolean =>
  (hit.endToken - hit.first === 1 || isLandByForm(sheet, lexicon, hit)) &&
  !lexicon.placeWords.has(wordAt(sheet, hit.endToken - 1)) &&
  !lexicon.placeWords.has(wordAt(sheet, hit.first)) &&
  isParty(standOf(sheet, lexicon, hit.first, hit.endToken), lexicon, sheet.lower[hit.endToken - 1]!)

/** A deed alone makes a party only of a name that ends as lands do. */
const isParty = ({stands, rule}: Stand, lexicon: Lexicon, word: string): boolean =>
  stands === 'government' && (rule !== SUBJECT_OF_DEED || lexicon.placeEnding.test(word))

/** Of several words only what is made like the name of a land is one: "South Kalvia", "United Vell". "Cano Reddo" may be anything. */
const isLandByForm = (sheet: Sheet, lexicon: Lexicon, hit: NameHit): boolean =>
  (hit.endToken - hit.first === 2 && lexicon.landOpenings.has(sheet.lower[hit.first]!)) ||
  lexicon.placeEnding.test(sheet.lower[hit.endToken - 1]!)

/** "Kalvia" in "the Republic of Kalvia". */
function stateNameIn(sheet: Sheet, lexicon: Lexicon, hit: NameHit): string | null {
  const of = hit.endToken - 2
  if (of <= hit.first || sheet.lower[of] !== 'of' || !lexicon.stateWords.has(sheet.text.slice(hit.start, sheet.tokens.end[of - 1])))
    return null
  return wordAt(sheet, hit.endToken - 1)
}

function note(cast: Cast, hit: NameHit, who: number, stand: Stand | null, words: string): void {
  const member = cast.members[who]!
  if (words !== member.name) member.aliases.add(words)
  const metonym = stand?.stands === 'government'
  cast.namings.push({
    start: hit.start,
    end: hit.end,
    first: hit.first,
    endToken: hit.endToken,
    type: metonym && hit.entries[0]?.stands === 'capital' ? 'country' : member.type,
    level: 'name',
    who,
    metonym,
    rule: stand ? `${hit.rule}: ${stand.rule}` : hit.rule,
  })
}

const OWNS = new RegExp(`^(?:possessor.*|after "within"|${PART_OF_THING})$`)

/** A seat is its government unless the frame says that it is the building; a capital is the town unless the frame says that it is the government. */
function castStanding(
  sheet: Sheet,
  lexicon: Lexicon,
  hit: NameHit,
  entry: WorldEntry,
  cast: Cast,
  packs: Packs,
): {who: number; stand: Stand} {
  const read = standOf(sheet, lexicon, hit.first, hit.endToken)
  // A seat owns and holds as a government does ("doubts within the palace"); only "in", "outside" or a way there make it the building.
  const isBuilding = read.stands === 'place' && !OWNS.test(read.rule)
  const isGovernment = read.stands === 'government' || (entry.stands === 'seat' && !isBuilding)
  const forBody = gazetteerOf(packs).townsFor[entry.name] ?? entry.actsFor
  const who = isGovernment && forBody !== null ? memberOfPack(cast, forBody) : null
  if (who !== null) return {who, stand: {stands: 'government', rule: read.stands === 'open' ? 'a seat of government' : read.rule}}
  const place = memberOfPack(cast, entry.id)!
  if (entry.stands === 'seat') cast.members[place]!.type = 'place'
  return {who: place, stand: {stands: 'place', rule: read.rule}}
}

interface Countries {
  readonly bySentence: ReadonlyMap<number, ReadonlySet<string>>
  readonly all: ReadonlySet<string>
}

function countriesOf(sheet: Sheet, hits: readonly NameHit[]): Countries {
  const bySentence = new Map<number, Set<string>>()
  const all = new Set<string>()
  for (const hit of hits) {
    const code = hit.entries[0]?.country
    if (!code || hit.type === 'outlet') continue
    const sentence = sheet.tokens.sentence[hit.first]!
    const set = bySentence.get(sentence) ?? new Set()
    set.add(code)
    bySentence.set(sentence, set)
    all.add(code)
  }
  return {bySentence, all}
}

/** Country named in the sentence, then in the document, then the most people. */
function chooseTown(towns: readonly Town[], countries: Countries, sentence: number): Town {
  const near = countries.bySentence.get(sentence)
  return towns.find(town => near?.has(town.country)) ?? towns.find(town => countries.all.has(town.country)) ?? towns[0]!
}

/** "Mirvan News Agency": the last two words are a noun for an outlet. */
const endsInOutletNoun = (sheet: Sheet, lexicon: Lexicon, hit: NameHit): boolean =>
  hit.endToken - hit.first > 2 && (phraseAt(lexicon, sheet.lower, hit.endToken - 2, hit.endToken)?.outlet ?? false)

function outletNounAfter(sheet: Sheet, lexicon: Lexicon, hit: NameHit): boolean {
  const next = hit.endToken
  return (
    next < sheet.tokens.length &&
    sameSentence(sheet, hit.first, next) &&
    (phraseAt(lexicon, sheet.lower, next, sheet.tokens.length)?.outlet ?? false)
  )
}

const isLoneBody = (hit: NameHit): boolean => hit.type === 'organization' && hit.endToken - hit.first === 1

/** The body met last whose name begins with the word. */
const longerOf = (byName: ReadonlyMap<string, number>, word: string): number | undefined =>
  [...byName].findLast(([name]) => name.startsWith(`${word} `))?.[1] ??
  (word.endsWith('s') ? longerOf(byName, word.slice(0, -1)) : undefined)

/** "Free Workers Front (FWF)": initials of the name, which the brackets after it confirm. */
function shortOf(sheet: Sheet, hit: NameHit, folded: string): string | null {
  const words = folded.split(' ').filter(word => !/^(?:of|the|and|for|in|on|to)$/.test(word))
  if (words.length < 2) return null
  const initials = words.map(word => word[0]).join('')
  return sheet.lower[hit.endToken] === '(' && sheet.lower[hit.endToken + 1]?.replace(/\./g, '') === initials ? initials : null
}
