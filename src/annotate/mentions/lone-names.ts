// Lone names in one report: which of them are surnames, and which are lands that the tagger took for people or passed over.
import {uposOf} from '../../text/tree.ts'
import type {Gazetteer} from './gazetteer.ts'
import {type NameHit, RANK} from './hits.ts'
import type {Lexicon} from './lexicon.ts'
import {inHeading, isCapital, isRead, type Sheet, wordAt} from './sheet.ts'
import {NAMED_KIND} from './signs.ts'
import {strangersOf} from './strangers.ts'

const BY_FORM = 'place by its form'

/** One surname, one type in a document: where most call it a person, the tagger's "place" was wrong; and the other way round for lands. */
export function settleLoneNames(sheet: Sheet, found: readonly NameHit[], gazetteer: Gazetteer, lexicon: Lexicon): NameHit[] {
  const hits = oneTypeEach(sheet, found, lexicon)
  const surnames = new Set(
    hits
      .filter(hit => hit.type === 'person' && (hit.endToken - hit.first > 1 || hit.rule !== 'tagger'))
      .map(hit => wordAt(sheet, hit.endToken - 1)),
  )
  const capitals = new Set(sheet.lower.filter((_, i) => isCapital(sheet, i)))
  const strangers = strangersOf(sheet, hits, lexicon)
  const isGuess = (hit: NameHit): boolean =>
    hit.type === 'person' && hit.rule === 'tagger' && hit.endToken - hit.first === 1 && !surnames.has(wordAt(sheet, hit.first))
  const lands = hits.filter(
    hit =>
      hit.type === 'place' ||
      hit.type === 'country' ||
      (isTaggedAlone(hit) && !surnames.has(wordAt(sheet, hit.first)) && strangers.get(wordAt(sheet, hit.first)) === 'land') ||
      (isGuess(hit) && isPlaceByForm(sheet, lexicon, hit, capitals)),
  )
  const beside = besideLands(sheet, lexicon, lands, surnames)
  const landWords = new Set([...lands.filter(isTaggedAlone).map(hit => wordAt(sheet, hit.first)), ...beside])
  const bodies = new Set(hits.filter(isLongBody).map(hit => wordAt(sheet, hit.first)))
  // "Castellor said" in a report on Castellor Partners: no person, and the body under its first word is found by that
  const kept = hits.filter(
    hit => !(isGuess(hit) && bodies.has(wordAt(sheet, hit.first)) && !lexicon.givenNames.has(sheet.lower[hit.first]!)),
  )
  const settled = kept.map((hit): NameHit => {
    if (isTaggedAlone(hit) && landWords.has(wordAt(sheet, hit.first))) return {...hit, type: 'place', rule: BY_FORM}
    if (isGuess(hit) && strangers.get(wordAt(sheet, hit.first)) === 'thing') return {...hit, type: 'organization'}
    if (hit.type === 'person' || hit.entries.length > 0 || hit.endToken - hit.first > 1) return hit
    const word = wordAt(sheet, hit.first)
    const isPublic = gazetteer.bySurname.get(word)?.length === 1 && hit.towns.length === 0 && word.length >= 4
    return surnames.has(word) || isPublic ? {...hit, type: 'person', towns: [], rule: 'surname'} : hit
  })
  return [...settled, ...passedOver(sheet, settled, wordsPassedOver(sheet, lexicon, settled, beside))]
}

/** A lone name of the tagger's that no pack knows. */
const isTaggedAlone = (hit: NameHit): boolean =>
  hit.rule === 'tagger' && hit.endToken - hit.first === 1 && hit.entries.length === 0 && hit.towns.length === 0

type Lone = 'person' | 'place' | 'organization' | 'outlet'

/** A word that the tagger alone knows is one kind of name all through a report: what most of its lone uses are called, or the body whose name it opens. */
function oneTypeEach(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon): NameHit[] {
  const isTagged = (hit: NameHit): boolean => hit.rule === 'tagger' && hit.entries.length === 0 && hit.towns.length === 0
  const votes = new Map<string, Map<Lone, number>>()
  for (const hit of hits) {
    const {type} = hit
    if (!isTagged(hit) || hit.endToken - hit.first > 1 || (type !== 'person' && type !== 'place' && type !== 'organization')) continue
    const word = wordAt(sheet, hit.first)
    const own = votes.get(word) ?? new Map<Lone, number>()
    own.set(type, (own.get(type) ?? 0) + 1)
    votes.set(word, own)
  }
  const surnames = new Set(hits.filter(hit => hit.type === 'person' && hit.rule !== 'tagger').map(hit => wordAt(sheet, hit.endToken - 1)))
  const openings = new Set(
    hits
      .filter(hit => hit.type === 'organization' && hit.endToken - hit.first > 1 && lexicon.bodyWords.has(wordAt(sheet, hit.endToken - 1)))
      .map(hit => wordAt(sheet, hit.first)),
  )
  const alone = new Set(votes.keys())
  const told = new Map(
    hits.filter(hit => hit.rule === NAMED_KIND && hit.endToken - hit.first === 1).map(hit => [wordAt(sheet, hit.first), hit.type]),
  )
  const states = new Set(hits.map(hit => stateWord(sheet, lexicon, hit)))
  const lastWords = new Set(
    hits.filter(hit => isTagged(hit) && isFullName(sheet, lexicon, hit, alone)).map(hit => wordAt(sheet, hit.endToken - 1)),
  )
  const typeOf = (word: string): Lone | null => {
    const kind = told.get(word)
    if (kind === 'organization' || kind === 'outlet') return kind
    if (surnames.has(word)) return 'person'
    const own = votes.get(word)
    if (own === undefined) return null
    if (states.has(word)) return 'place'
    if (lastWords.has(word) && own.has('person')) return 'person'
    if (openings.has(word) && !own.has('place')) return 'organization'
    return [...own].sort(([a, x], [b, y]) => y - x || ORDER.indexOf(a) - ORDER.indexOf(b))[0]![0]
  }
  return hits.map((hit): NameHit => {
    if (!isTagged(hit)) return hit
    if (hit.endToken - hit.first === 1) {
      const type = hit.type === 'person' || hit.type === 'place' || hit.type === 'organization' ? typeOf(wordAt(sheet, hit.first)) : null
      return type === null || type === hit.type ? hit : {...hit, type}
    }
    return isFullName(sheet, lexicon, hit, alone) && typeOf(wordAt(sheet, hit.endToken - 1)) === 'person' ? {...hit, type: 'person'} : hit
  })
}

// Where two kinds are told equally often.
const ORDER: readonly Lone[] = ['place', 'organization', 'outlet', 'person']

/** "Desna Radosh" as a body, where "Radosh" stands alone as a person: people go by their last word, bodies and places by their first. */
function isFullName(sheet: Sheet, lexicon: Lexicon, hit: NameHit, alone: ReadonlySet<string>): boolean {
  if (hit.type === 'person' || hit.endToken - hit.first > 3 || hit.endToken - hit.first < 2 || alone.has(wordAt(sheet, hit.first)))
    return false
  for (let i = hit.first; i < hit.endToken; i++) if (!isCapital(sheet, i)) return false
  const ends = [wordAt(sheet, hit.first), wordAt(sheet, hit.endToken - 1)]
  return !ends.some(word => lexicon.bodyWords.has(word) || lexicon.placeWords.has(word) || lexicon.landOpenings.has(word.toLowerCase()))
}

/** "Vendar" in "Republic of Vendar". */
function stateWord(sheet: Sheet, lexicon: Lexicon, hit: NameHit): string | null {
  const of = hit.endToken - 2
  const isState =
    of > hit.first && sheet.lower[of] === 'of' && lexicon.stateWords.has(sheet.plain.slice(hit.start, sheet.tokens.end[of - 1]))
  return isState ? wordAt(sheet, hit.endToken - 1) : null
}

/** Words of lone names, and of the land in "Republic of Vendar", which the tagger saw in some sentences and not in others. */
function wordsPassedOver(
  sheet: Sheet,
  lexicon: Lexicon,
  hits: readonly NameHit[],
  beside: ReadonlySet<string>,
): ReadonlyMap<string, NameHit['type']> {
  const words = new Map<string, NameHit['type']>([...beside].map(word => [word, 'place']))
  const lowered = new Set(sheet.lower.filter((_, i) => !isCapital(sheet, i)))
  for (const hit of hits) {
    const last = hit.endToken - 1
    const word = wordAt(sheet, last)
    const isLone = hit.endToken - hit.first === 1 && (hit.rule === 'tagger' || hit.rule === BY_FORM) && hit.type !== 'person'
    const isState = stateWord(sheet, lexicon, hit) !== null
    if ((!isLone && !isState) || hit.entries.length > 0 || hit.towns.length > 0 || !/^\p{Lu}\p{Ll}{3,}$/u.test(word)) continue
    const lower = word.toLowerCase()
    if (!lowered.has(lower) && !lexicon.givenNames.has(lower) && !lexicon.notNames.has(lower)) words.set(word, isState ? 'place' : hit.type)
  }
  return words
}

const isLongBody = (hit: NameHit): boolean =>
  hit.type === 'organization' && hit.entries.length === 0 && hit.endToken - hit.first > 1 && hit.rule !== 'tagger'

/** A lone name that the tagger took for a person: a place where it ends like one, or where its people are named ("Kalvian" beside Kalvia). */
function isPlaceByForm(sheet: Sheet, lexicon: Lexicon, hit: NameHit, capitals: ReadonlySet<string>): boolean {
  const word = sheet.lower[hit.first]!
  if (lexicon.givenNames.has(word) || lexicon.titles.has(sheet.lower[hit.first - 1] ?? '')) return false
  const stem = word.replace(/[aeo]$/, '')
  return (
    lexicon.placeEnding.test(word) ||
    ['n', 'an', 'ian', 'ese', 'i'].some(ending => capitals.has(word + ending) || (stem.length >= 4 && capitals.has(stem + ending)))
  )
}

/** "Ostrel and Kalvia opened talks": a lone capital that is coordinated with a land, and is no given name, is one, tagged or not. */
function besideLands(sheet: Sheet, lexicon: Lexicon, lands: readonly NameHit[], surnames: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>()
  const add = (i: number, outer: number): void => {
    const isLone = isCapital(sheet, i) && !isCapital(sheet, outer) && uposOf(sheet.tokens, i) === 'PROPN'
    if (!isLone || !/^\p{Lu}\p{Ll}{2,}$/u.test(wordAt(sheet, i)) || surnames.has(wordAt(sheet, i))) return
    if (lexicon.givenNames.has(sheet.lower[i]!) || lexicon.notNames.has(sheet.lower[i]!) || lexicon.titles.has(sheet.lower[i - 1] ?? ''))
      return
    words.add(wordAt(sheet, i))
  }
  for (const land of lands) {
    if (sheet.lower[land.first - 1] === 'and' && land.first > 1) add(land.first - 2, land.first - 3)
    if (sheet.lower[land.endToken] === 'and' && land.endToken + 1 < sheet.tokens.length) add(land.endToken + 1, land.endToken + 2)
  }
  return words
}

/** Where such a name stands alone and no hit covers it. */
function passedOver(sheet: Sheet, hits: readonly NameHit[], words: ReadonlyMap<string, NameHit['type']>): NameHit[] {
  if (words.size === 0) return []
  const taken = new Set(hits.flatMap(hit => Array.from({length: hit.endToken - hit.first}, (_, k) => hit.first + k)))
  const found: NameHit[] = []
  for (let i = 0; i < sheet.tokens.length; i++) {
    const type = words.get(wordAt(sheet, i))
    if (type === undefined || taken.has(i) || !isRead(sheet, i) || inHeading(sheet, i)) continue
    if (isCapital(sheet, i - 1) || isCapital(sheet, i + 1) || uposOf(sheet.tokens, i) === 'ADJ') continue
    found.push({
      start: sheet.tokens.start[i]!,
      end: sheet.tokens.end[i]!,
      first: i,
      endToken: i + 1,
      type,
      entries: [],
      towns: [],
      rule: BY_FORM,
      rank: RANK.surname,
    })
  }
  return found
}
