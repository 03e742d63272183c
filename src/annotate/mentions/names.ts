// Finds the spans that are names: what the pack knows, what the name tagger saw (repaired), what titles, body words and surnames give away.
import type {With} from '../../model/document.ts'
import type {Packs} from '../../model/packs.ts'
import {scoreNames} from '../../text/names/score.ts'
import {uposOf} from '../../text/tree.ts'
import {datelineHits} from './datelines.ts'
import {type Gazetteer, gazetteerOf, type KnownName, knownNameAt} from './gazetteer.ts'
import {keepApart, type NameHit, RANK} from './hits.ts'
import {type Lexicon, lexiconOf, phraseAt} from './lexicon.ts'
import {settleLoneNames} from './lone-names.ts'
import {repairNames} from './repair.ts'
import {endTokenAt, inHeading, isCapital, isRead, opensSentence, type Sheet, sameSentence, wordAt} from './sheet.ts'
import {shortBodyHits} from './short-names.ts'
import {
  appositionHits,
  bodyHits,
  businessHits,
  DESCRIBED,
  givenNameHits,
  namedAfterPostHits,
  namedByKind,
  ownedPersonHits,
  personHit,
  postedPairHits,
  triggerHits,
} from './signs.ts'
import {isGoal} from './strangers.ts'

// Below this a town's name counts only where the tagger or a preposition says that it is a place ("Reading", "Nice", "Mobile").
const BIG_TOWN_THOUSANDS = 400

const LONGEST_DATELINE = 40

// A surname of seven letters in two spellings within one text is one surname; shorter ones meet by chance ("Martin", "Marvin").
const MIN_MISSPELT = 7
const MISSPELT = 0.86

export function findNames(document: With<'sentences' | 'tokens' | 'names'>, sheet: Sheet, packs: Packs): readonly NameHit[] {
  const gazetteer = gazetteerOf(packs)
  const lexicon = lexiconOf(packs.names)
  const known = knownHits(sheet, gazetteer, lexicon, document, packs)
  const seen = repairNames(document, sheet, lexicon, known, packs)
  const givenFirst = givenNameHits(sheet, lexicon, packs)
  const tagged = namedByKind(sheet, lexicon, seen).filter(hit => !givenFirst.some(given => isMistakenPerson(sheet, lexicon, given, hit)))
  const given = givenFirst.filter(hit => !tagged.some(other => other.first <= hit.first && other.endToken >= hit.endToken))
  const found = [
    ...known,
    ...datelineHits(sheet, known),
    ...tagged,
    ...triggerHits(sheet, lexicon, known, packs).filter(hit => hit.rule !== DESCRIBED || !tagged.some(other => isBodyAt(other, hit))),
    ...businessHits(sheet, lexicon),
    ...bodyHits(sheet, lexicon).filter(hit => !tagged.some(other => endsLonger(sheet, other, hit))),
    ...given,
    ...appositionHits(sheet, lexicon, packs),
    ...namedAfterPostHits(sheet, lexicon, known, packs),
    ...ownedPersonHits(sheet, lexicon, [...known, ...tagged], tagged),
    ...postedPairHits(sheet, lexicon, packs),
  ]
  const first = keepApart(found.map(hit => (hit.rule === 'tagger' ? {...hit, rank: rankOfTagged(hit, known)} : hit))).filter(
    hit => !namesEvent(sheet, lexicon, hit),
  )
  const settled = settleLoneNames(sheet, first, gazetteer, lexicon)
  return keepApart([
    ...settled,
    ...surnameHits(sheet, settled, gazetteer, lexicon, packs),
    ...besidePeople(sheet, settled, lexicon, packs),
    ...shortBodyHits(sheet, settled, lexicon, packs),
    ...placeHits(sheet, settled, lexicon),
  ])
}

/** "its rival Castell Partners": where the tagger saw a body, what it is called makes no person of it. */
const isBodyAt = (tagged: NameHit, hit: NameHit): boolean =>
  tagged.type === 'organization' && tagged.first === hit.first && tagged.endToken === hit.endToken

/** "Labour Party" in "Social Democratic and Labour Party": the tagger knows the body by more of its name. An owner is none of it. */
const endsLonger = (sheet: Sheet, tagged: NameHit, body: NameHit): boolean =>
  tagged.type === 'organization' && tagged.first < body.first && tagged.endToken >= body.endToken && sheet.lower[body.first - 1] !== "'s"

/** "Milan Dragosh" as an organization or a place: a given name and one more word are a person, unless the last says what body or place it is. */
const isMistakenPerson = (sheet: Sheet, lexicon: Lexicon, given: NameHit, tagged: NameHit): boolean =>
  (tagged.type === 'organization' || (tagged.type === 'place' && !lexicon.placePrepositions.has(sheet.lower[given.first - 1] ?? ''))) &&
  tagged.first === given.first &&
  tagged.endToken === given.endToken &&
  !lexicon.bodyWords.has(wordAt(sheet, given.endToken - 1)) &&
  !lexicon.placeWords.has(wordAt(sheet, given.endToken - 1))

/** A span of the tagger that holds a known name and more ("Kalvia Workers' Congress") is the longer name; two known names side by side are two. */
function rankOfTagged(hit: NameHit, known: readonly NameHit[]): number {
  const inside = known.filter(other => other.first >= hit.first && other.endToken <= hit.endToken)
  const words = inside.reduce((sum, other) => sum + other.endToken - other.first, 0)
  return inside.length > 0 && words < hit.endToken - hit.first && hit.type !== 'person' ? RANK.packLong : hit.rank
}

/** "the 2031 Kalvia general election": the year before and the noun after make it an event, which is no party and no place. */
function namesEvent(sheet: Sheet, lexicon: Lexicon, hit: NameHit): boolean {
  if (!/^\d{4}$/.test(sheet.lower[hit.first - 1] ?? '')) return false
  for (let i = hit.endToken; i < hit.endToken + 3; i++) if (lexicon.eventNouns.has(sheet.lower[i] ?? '')) return true
  return false
}

function knownHits(sheet: Sheet, gazetteer: Gazetteer, lexicon: Lexicon, document: With<'names'>, packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  const placeStarts = new Set(document.names.filter(name => name.type === 'place').map(name => name.start))
  const anyStarts = new Set(document.names.map(name => name.start))
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isRead(sheet, i)) continue
    const start = sheet.tokens.start[i]!
    const name = knownNameAt(gazetteer, sheet.plain, start) ?? knownDateline(sheet, gazetteer, i)
    if (!name || (lexicon.notNames.has(name.written.toLowerCase()) && name.entries.every(entry => entry.weak))) continue
    const end = start + name.written.length
    // "US$11,000" is money.
    if (sheet.plain.charAt(end) === '$') continue
    const endToken = endTokenAt(sheet, end)
    // "U.S" before the full stop that the tokenizer left inside the token: the token's end is the name's end.
    const whole =
      sheet.plain.charAt(end) === '.' && sheet.tokens.end[endToken - 1]! === end + 1 && name.written.includes('.') ? end + 1 : end
    const strong = name.entries.filter(
      entry => !entry.weak || (anyStarts.has(start) && entry.type !== 'outlet') || namedByNoun(sheet, lexicon, endToken),
    )
    const words = endToken - i
    if (strong.length > 0) {
      const isTown = strong.every(entry => entry.stands === 'capital')
      if (isTown && opensSentence(sheet, i) && lexicon.notNames.has(sheet.lower[i]!)) continue
      hits.push({
        start,
        end: whole,
        first: i,
        endToken,
        type: strong[0]!.type,
        entries: strong,
        towns: name.towns,
        rule: 'pack',
        rank: words === 1 ? RANK.packShort : strong[0]!.type === 'person' || strong[0]!.type === 'outlet' ? RANK.packLong : RANK.body,
      })
    } else if (name.towns.length > 0 && name.entries.length === 0) {
      const big = name.towns[0]!.people >= BIG_TOWN_THOUSANDS && !lexicon.male.has(sheet.lower[i]!) && !lexicon.female.has(sheet.lower[i]!)
      const told = placeStarts.has(start) || (i > 0 && lexicon.placePrepositions.has(sheet.lower[i - 1]!))
      if ((!big && !told) || lexicon.notNames.has(sheet.lower[i]!) || (isCapital(sheet, endToken) && !told)) continue
      const isTagged = placeStarts.has(start)
      hits.push({
        start,
        end,
        first: i,
        endToken,
        type: 'place',
        entries: [],
        towns: name.towns,
        rule: 'town',
        rank: isTagged ? RANK.packShort : RANK.town,
      })
    }
  }
  const countries = countriesNamed(sheet, hits, packs)
  return hits.filter(hit => isInScope(sheet, hit, countries))
}

/** Codes of the countries that the report names by themselves, their capitals or their people. */
function countriesNamed(sheet: Sheet, hits: readonly NameHit[], packs: Packs): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const {id, stands, country} of hits.flatMap(({entries}) => entries))
    if (country !== null && (id.startsWith('country/') || stands === 'capital')) codes.add(country)
  for (let i = 0; i < sheet.tokens.length; i++) {
    const code = isCapital(sheet, i) ? packs.world.demonyms[sheet.lower[i]!] : undefined
    if (code !== undefined) codes.add(code)
  }
  return codes
}

/** "Congress" is that of the US only in a report that names the US. */
function isInScope(sheet: Sheet, hit: NameHit, countries: ReadonlySet<string>): boolean {
  const written = sheet.plain.slice(hit.start, hit.end)
  const scoped = hit.entries.filter(entry => entry.scoped.includes(written))
  return scoped.length === 0 || scoped.length < hit.entries.length || scoped.some(({country}) => country !== null && countries.has(country))
}

/** "VIENNA" at the head of a line is Vienna. */
function knownDateline(sheet: Sheet, gazetteer: Gazetteer, i: number): KnownName | null {
  const line = sheet.plain.slice(sheet.tokens.start[i], sheet.tokens.start[i]! + LONGEST_DATELINE)
  if (!/^\p{Lu}{4}/u.test(line) || !opensSentence(sheet, i)) return null
  return knownNameAt(
    gazetteer,
    line.replace(/\p{Lu}{2,}/gu, word => word[0] + word.slice(1).toLowerCase()),
    0,
  )
}

const namedByNoun = (sheet: Sheet, lexicon: Lexicon, i: number): boolean =>
  i < sheet.tokens.length && (phraseAt(lexicon, sheet.lower, i, sheet.tokens.length)?.outlet ?? false)

/** Later bare surnames of people already named, and of public people whose surname no other entry has. */
function surnameHits(sheet: Sheet, hits: readonly NameHit[], gazetteer: Gazetteer, lexicon: Lexicon, packs: Packs): NameHit[] {
  const surnames = new Set(hits.filter(hit => hit.type === 'person').map(hit => wordAt(sheet, hit.endToken - 1)))
  const long = [...surnames].filter(surname => surname.length >= MIN_MISSPELT)
  const taken = new Set(hits.flatMap(hit => Array.from({length: hit.endToken - hit.first}, (_, k) => hit.first + k)))
  const tried = new Map<string, boolean>()
  const isMisspelt = (word: string): boolean => {
    const known = tried.get(word)
    if (known !== undefined) return known
    const alike = long.some(
      surname => Math.abs(surname.length - word.length) <= 2 && scoreNames(surname, word, packs.names).score >= MISSPELT,
    )
    tried.set(word, alike)
    return alike
  }
  const found: NameHit[] = []
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isCapital(sheet, i) || !isRead(sheet, i)) continue
    const word = wordAt(sheet, i)
    if (word.length < 3 || lexicon.notNames.has(sheet.lower[i]!)) continue
    const isPublic =
      word.length >= 5 && gazetteer.bySurname.get(word)?.length === 1 && !lexicon.male.has(sheet.lower[i]!) && !isCapital(sheet, i + 1)
    if (surnames.has(word) || (isPublic && !gazetteer.byFirst.get(sheet.lower[i]!)?.some(name => name.written === word)))
      found.push(personHit(sheet, i, i + 1, 'surname', RANK.surname))
    else if (
      !taken.has(i) &&
      word.length >= MIN_MISSPELT &&
      !isCapital(sheet, i + 1) &&
      packs.world.demonyms[sheet.lower[i]!] === undefined &&
      isMisspelt(word)
    )
      found.push(personHit(sheet, i, i + 1, 'misspelt surname', RANK.surname))
  }
  return found
}

/** "Marn Olde and Vera Tarvek": two unknown capitals that "and" joins to a person's full name are another, unless the last says what they are. */
function besidePeople(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon, packs: Packs): NameHit[] {
  const {lower, tokens} = sheet
  const taken = new Set(hits.flatMap(hit => Array.from({length: hit.endToken - hit.first}, (_, k) => hit.first + k)))
  const isName = (i: number): boolean =>
    isCapital(sheet, i) &&
    !taken.has(i) &&
    uposOf(tokens, i) === 'PROPN' &&
    !lexicon.notNames.has(lower[i]!) &&
    !lexicon.titles.has(lower[i]!) &&
    !lexicon.bodyWords.has(wordAt(sheet, i)) &&
    !lexicon.placeWords.has(wordAt(sheet, i)) &&
    packs.world.demonyms[lower[i]!] === undefined
  const found: NameHit[] = []
  for (const hit of hits) {
    if (hit.type !== 'person' || hit.endToken - hit.first < 2 || !isRead(sheet, hit.first)) continue
    for (const [first, outer] of [
      [hit.first - 3, hit.first - 4],
      [hit.endToken + 1, hit.endToken + 3],
    ] as const) {
      const joint = first < hit.first ? hit.first - 1 : hit.endToken
      if (first < 0 || lower[joint] !== 'and' || !sameSentence(sheet, first, hit.first) || !sameSentence(sheet, first + 1, hit.first))
        continue
      if (isName(first) && isName(first + 1) && !isCapital(sheet, outer))
        found.push(personHit(sheet, first, first + 2, 'beside a person', RANK.surname))
    }
  }
  return found
}

/** A lone unknown capital after "in" or "near", or where a journey goes, is a place, whatever its spelling. */
function placeHits(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon): NameHit[] {
  const found: NameHit[] = []
  const taken = new Set(hits.map(hit => hit.first))
  for (let i = 1; i < sheet.tokens.length; i++) {
    if (
      taken.has(i) ||
      !(lexicon.onlyPlacePrepositions.has(sheet.lower[i - 1]!) || isGoal(sheet, lexicon, i)) ||
      !isCapital(sheet, i) ||
      !isRead(sheet, i) ||
      inHeading(sheet, i)
    )
      continue
    if (lexicon.notNames.has(sheet.lower[i]!) || isCapital(sheet, i + 1) || !/^\p{Lu}\p{Ll}{2,}$/u.test(wordAt(sheet, i))) continue
    if (uposOf(sheet.tokens, i) !== 'PROPN' || sheet.lower[i + 1] === '-') continue
    found.push({
      start: sheet.tokens.start[i]!,
      end: sheet.tokens.end[i]!,
      first: i,
      endToken: i + 1,
      type: 'place',
      entries: [],
      towns: [],
      rule: 'place after in',
      rank: RANK.surname,
    })
  }
  return found
}
