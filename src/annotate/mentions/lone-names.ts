// Lone names in one report: which of them are surnames, and which are lands that the tagger took for people or passed over.
import {uposOf} from '../../text/tree.ts'
import type {Gazetteer} from './gazetteer.ts'
import {type NameHit, RANK} from './hits.ts'
import type {Lexicon} from './lexicon.ts'
import {inHeading, isCapital, isRead, type Sheet, wordAt} from './sheet.ts'

const BY_FORM = 'place by its form'

/** One surname, one type in a document: where most call it a person, the tagger's "place" was wrong; and the other way round for lands. */
export function settleLoneNames(sheet: Sheet, hits: readonly NameHit[], gazetteer: Gazetteer, lexicon: Lexicon): NameHit[] {
  const surnames = new Set(
    hits
      .filter(hit => hit.type === 'person' && (hit.endToken - hit.first > 1 || hit.rule !== 'tagger'))
      .map(hit => wordAt(sheet, hit.endToken - 1)),
  )
  const capitals = new Set(sheet.lower.filter((_, i) => isCapital(sheet, i)))
  const isGuess = (hit: NameHit): boolean =>
    hit.type === 'person' && hit.rule === 'tagger' && hit.endToken - hit.first === 1 && !surnames.has(wordAt(sheet, hit.first))
  const lands = hits.filter(
    hit => hit.type === 'place' || hit.type === 'country' || (isGuess(hit) && isPlaceByForm(sheet, lexicon, hit, capitals)),
  )
  const beside = besideLands(sheet, lexicon, lands, surnames)
  const landWords = new Set([...lands.filter(isGuess).map(hit => wordAt(sheet, hit.first)), ...beside])
  const settled = hits.map((hit): NameHit => {
    if (isGuess(hit) && landWords.has(wordAt(sheet, hit.first))) return {...hit, type: 'place', rule: BY_FORM}
    if (hit.type === 'person' || hit.entries.length > 0 || hit.endToken - hit.first > 1) return hit
    const word = wordAt(sheet, hit.first)
    const isPublic = gazetteer.bySurname.get(word)?.length === 1 && hit.towns.length === 0 && word.length >= 4
    return surnames.has(word) || isPublic ? {...hit, type: 'person', towns: [], rule: 'surname'} : hit
  })
  return [...settled, ...passedOver(sheet, settled, beside)]
}

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

/** Where such a land stands alone and no hit covers it. */
function passedOver(sheet: Sheet, hits: readonly NameHit[], words: ReadonlySet<string>): NameHit[] {
  if (words.size === 0) return []
  const taken = new Set(hits.flatMap(hit => Array.from({length: hit.endToken - hit.first}, (_, k) => hit.first + k)))
  const found: NameHit[] = []
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (taken.has(i) || !words.has(wordAt(sheet, i)) || !isRead(sheet, i) || inHeading(sheet, i)) continue
    if (isCapital(sheet, i - 1) || isCapital(sheet, i + 1)) continue
    found.push({
      start: sheet.tokens.start[i]!,
      end: sheet.tokens.end[i]!,
      first: i,
      endToken: i + 1,
      type: 'place',
      entries: [],
      towns: [],
      rule: BY_FORM,
      rank: RANK.surname,
    })
  }
  return found
}
