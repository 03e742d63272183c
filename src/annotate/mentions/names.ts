// Finds the spans that are names: what the pack knows, what the name tagger saw (repaired), what titles, body words and surnames give away.
import type {Document, With} from '../../model/document.ts'
import type {EntityType} from '../../model/mention.ts'
import type {Packs} from '../../model/packs.ts'
import {scoreNames} from '../../text/names/score.ts'
import {uposOf} from '../../text/tree.ts'
import {type Gazetteer, gazetteerOf, knownNameAt} from './gazetteer.ts'
import {keepApart, type NameHit} from './hits.ts'
import {type Lexicon, lexiconOf, phraseAt} from './lexicon.ts'
import {repairNames} from './repair.ts'
import {endTokenAt, firstTokenAt, isCapital, opensSentence, type Sheet, wordAt} from './sheet.ts'

// Ranks: a pack entry of two words outranks the tagger, the tagger outranks a town.
const RANK = {packLong: 5, trigger: 4, body: 4, packShort: 3, given: 3, tagger: 2, town: 1, surname: 0} as const
// Below this a town's name counts only where the tagger or a preposition says that it is a place ("Reading", "Nice", "Mobile").
const BIG_TOWN_THOUSANDS = 400

// A surname of seven letters in two spellings within one text is one surname; shorter ones meet by chance ("Martin", "Marvin").
const MIN_MISSPELT = 7
const MISSPELT = 0.86

export function findNames(document: With<'sentences' | 'tokens' | 'names'>, sheet: Sheet, packs: Packs): readonly NameHit[] {
  const gazetteer = gazetteerOf(packs)
  const lexicon = lexiconOf(packs.names)
  const known = knownHits(sheet, gazetteer, lexicon, document)
  const tagged = repairNames(document, sheet, lexicon, known, packs)
  const given = givenNameHits(sheet, lexicon, packs).filter(
    hit => !tagged.some(other => other.first <= hit.first && other.endToken >= hit.endToken),
  )
  const found = [...known, ...tagged, ...triggerHits(sheet, lexicon, known, packs), ...bodyHits(sheet, lexicon), ...given]
  const first = keepApart(found.map(hit => (hit.rule === 'tagger' ? {...hit, rank: rankOfTagged(hit, known)} : hit))).filter(
    hit => !namesEvent(sheet, lexicon, hit),
  )
  const settled = oneSurnameOneType(sheet, first, gazetteer)
  return keepApart([...settled, ...surnameHits(sheet, settled, gazetteer, lexicon, packs), ...placeHits(sheet, settled, lexicon)])
}

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

/** Sentences that are read: table rows are not, and headings only for what is known elsewhere. */
export const isRead = (sheet: Sheet, i: number): boolean => sheet.sentences[sheet.tokens.sentence[i]!]!.kind !== 'table'

export const inHeading = (sheet: Sheet, i: number): boolean => sheet.sentences[sheet.tokens.sentence[i]!]!.kind === 'heading'

const PLACE_BEFORE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'from',
  'to',
  'outside',
  'around',
  'into',
  'toward',
  'towards',
  'via',
  'through',
  'across',
  'of',
])

function knownHits(sheet: Sheet, gazetteer: Gazetteer, lexicon: Lexicon, document: With<'names'>): NameHit[] {
  const hits: NameHit[] = []
  const placeStarts = new Set(document.names.filter(name => name.type === 'place').map(name => name.start))
  const anyStarts = new Set(document.names.map(name => name.start))
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isRead(sheet, i)) continue
    const start = sheet.tokens.start[i]!
    const name = knownNameAt(gazetteer, sheet.plain, start)
    if (!name || (lexicon.notNames.has(name.written.toLowerCase()) && name.entries.every(entry => entry.weak))) continue
    const end = start + name.written.length
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
      const told = placeStarts.has(start) || (i > 0 && PLACE_BEFORE.has(sheet.lower[i - 1]!) && sheet.lower[i - 1] !== 'of')
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
  return hits
}

const namedByNoun = (sheet: Sheet, lexicon: Lexicon, i: number): boolean =>
  i < sheet.tokens.length && (phraseAt(lexicon, sheet.lower, i, sheet.tokens.length)?.outlet ?? false)

/** "Mr Vashenko", "Foreign Minister Ilka Drost", "teacher Marn Olde": a title or a post before capitals makes a person. */
function triggerHits(sheet: Sheet, lexicon: Lexicon, known: readonly NameHit[], packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  const knownAt = new Map(known.filter(hit => hit.type !== 'person' && hit.rule === 'pack').map(hit => [hit.first, hit]))
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isRead(sheet, i)) continue
    const sentenceEnd = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
    const phrase = phraseAt(lexicon, sheet.lower, i, sentenceEnd)
    const isTitle = lexicon.titles.has(sheet.lower[i]!.replace(/\.$/, '')) && isCapital(sheet, i) && sheet.lower[i] !== 'the'
    const isPost = phrase !== null && (phrase.role !== null || phrase.accusation || phrase.anonymous) && phrase.group === null
    if (!isTitle && !isPost) continue
    let from = i + (isPost ? phrase.words.length : 1)
    if (sheet.lower[from] === '.') from++
    if (phraseAt(lexicon, sheet.lower, from, sentenceEnd)) continue
    if (packs.world.demonyms[sheet.lower[from] ?? ''] !== undefined || packs.world.peoples.includes(sheet.lower[from] ?? '')) continue
    const end = endOfPersonName(sheet, lexicon, from, sentenceEnd)
    // In a heading of capitals a post before capitals says little.
    if (end === from || inHeading(sheet, i)) continue
    // "a teacher Washington had named": what the pack knows as a place or body is no surname after a post; after "Mr" it is.
    if (isPost && knownAt.get(from)?.endToken === end) continue
    hits.push(personHit(sheet, from, end, 'title before a name', RANK.trigger))
  }
  return hits
}

const NAME_PARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'bin',
  'ben',
  'ibn',
  'de',
  'da',
  'do',
  'dos',
  'di',
  'del',
  'della',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'ter',
  'abu',
  'ul',
  'ur',
])

/** "Marn Olde" where Marn is a given name of the pack: two or three capitals that the tagger may have passed over. */
function givenNameHits(sheet: Sheet, lexicon: Lexicon, packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isCapital(sheet, i) || !isRead(sheet, i) || inHeading(sheet, i) || !lexicon.givenNames.has(sheet.lower[i]!)) continue
    const limit = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
    const end = endOfPersonName(sheet, lexicon, i, limit)
    if (end - i < 2 || end - i > 4) continue
    const before = sheet.lower[i - 1] ?? ''
    if (isCapital(sheet, i - 1) && packs.world.demonyms[before] === undefined && !lexicon.titles.has(before)) continue
    hits.push(personHit(sheet, i, end, 'given name', RANK.given))
  }
  return hits
}

/** End of a run of capitalised words that may be a person's name, with particles, hyphens and initials inside. */
export function endOfPersonName(sheet: Sheet, lexicon: Lexicon, from: number, limit: number): number {
  let end = from
  for (let i = from; i < limit; i++) {
    const word = sheet.lower[i]!
    if (
      isCapital(sheet, i) &&
      !lexicon.notNames.has(word) &&
      !lexicon.bodyWords.has(wordAt(sheet, i)) &&
      uposOf(sheet.tokens, i) !== 'PUNCT'
    ) {
      end = i + 1
      continue
    }
    const joins =
      i > from || NAME_PARTICLES.has(word)
        ? NAME_PARTICLES.has(word) || word === '-' || (word === '.' && sheet.tokens.end[i - 1]! - sheet.tokens.start[i - 1]! === 1)
        : false
    if (!joins || i + 1 >= limit) break
    if (word === '-' && sheet.tokens.end[i] !== sheet.tokens.start[i + 1]) break
    if (word === '.') end = i + 1
  }
  return end
}

export function personHit(sheet: Sheet, first: number, endToken: number, rule: string, rank: number): NameHit {
  return {
    start: sheet.tokens.start[first]!,
    end: sheet.tokens.end[endToken - 1]!,
    first,
    endToken,
    type: 'person',
    entries: [],
    towns: [],
    rule,
    rank,
  }
}

const JOINS_BODY: ReadonlySet<string> = new Set(['of', 'for', 'and', 'on', '&', 'to'])

/** Capitals that end in "Ministry", "Council", "Party" … or begin with one and go on with "of" or "for". */
function bodyHits(sheet: Sheet, lexicon: Lexicon): NameHit[] {
  const hits: NameHit[] = []
  for (let i = 0; i < sheet.tokens.length; i++) {
    const type = lexicon.bodyWords.get(wordAt(sheet, i))
    if (!type || !isRead(sheet, i) || inHeading(sheet, i)) continue
    const sentence = sheet.sentences[sheet.tokens.sentence[i]!]!
    let first = i
    while (first > sentence.firstToken && joinsLeft(sheet, lexicon, first - 1)) first--
    let end = i + 1
    for (let k = end; k + 1 < sentence.endToken && JOINS_BODY.has(sheet.lower[k]!); ) {
      let next = k + 1
      if (sheet.lower[next] === 'the') next++
      const from = next
      while (next < sentence.endToken && isNameWord(sheet, lexicon, next)) next++
      // "the Security Council and President Voss": "and" joins only inside what has not ended ("Ministry of Trade and Industry").
      if (next === from) break
      const join = sheet.lower[k]!
      // "Ministry of Trade and Industry" goes on; "Party of Ostrel and Mirvan Alliance" are two.
      if (
        join === 'and' &&
        (!/\b(?:of|for|on)\b/.test(sheet.lower.slice(first, k).join(' ')) ||
          holdsBodyWord(sheet, lexicon, from, next) ||
          phraseAt(lexicon, sheet.lower, from, sentence.endToken) !== null)
      )
        break
      if (join !== 'of' && join !== 'and' && join !== '&' && first !== i) break
      end = next
      k = next
    }
    if (end - first < 2) continue
    hits.push({
      start: sheet.tokens.start[first]!,
      end: sheet.tokens.end[end - 1]!,
      first,
      endToken: end,
      type,
      entries: [],
      towns: [],
      rule: 'body word',
      rank: RANK.body,
    })
  }
  return hits
}

const holdsBodyWord = (sheet: Sheet, lexicon: Lexicon, from: number, end: number): boolean => {
  for (let i = from; i < end; i++) if (lexicon.bodyWords.has(wordAt(sheet, i))) return true
  return false
}

const isNameWord = (sheet: Sheet, lexicon: Lexicon, i: number): boolean =>
  isCapital(sheet, i) && (!lexicon.notNames.has(sheet.lower[i]!) || i === 0) && uposOf(sheet.tokens, i) !== 'PUNCT'

function joinsLeft(sheet: Sheet, lexicon: Lexicon, i: number): boolean {
  if (opensSentence(sheet, i) && lexicon.notNames.has(sheet.lower[i]!)) return false
  if (isNameWord(sheet, lexicon, i)) return !phraseBefore(sheet, lexicon, i)
  return sheet.lower[i] === '-' && i > 0 && isNameWord(sheet, lexicon, i - 1) && sheet.tokens.end[i] === sheet.tokens.start[i + 1]
}

/** "President" in "President Council" would be a post, not the body's name. */
const phraseBefore = (sheet: Sheet, lexicon: Lexicon, i: number): boolean =>
  lexicon.titles.has(sheet.lower[i]!) &&
  sheet.lower[i] !== 'prime' &&
  sheet.lower[i] !== 'foreign' &&
  sheet.lower[i] !== 'defence' &&
  sheet.lower[i] !== 'defense' &&
  sheet.lower[i] !== 'state' &&
  sheet.lower[i] !== 'us' &&
  sheet.lower[i] !== 'general'

/** One surname, one type in a document: where most call it a person, the tagger's "place" was wrong. */
function oneSurnameOneType(sheet: Sheet, hits: readonly NameHit[], gazetteer: Gazetteer): NameHit[] {
  const surnames = new Set(
    hits
      .filter(hit => hit.type === 'person' && (hit.endToken - hit.first > 1 || hit.rule !== 'tagger'))
      .map(hit => wordAt(sheet, hit.endToken - 1)),
  )
  return hits.map(hit => {
    if (hit.type === 'person' || hit.entries.length > 0 || hit.endToken - hit.first > 1) return hit
    const word = wordAt(sheet, hit.first)
    const isPublic = gazetteer.bySurname.get(word)?.length === 1 && hit.towns.length === 0 && word.length >= 4
    return surnames.has(word) || isPublic ? {...hit, type: 'person', towns: [], rule: 'surname'} : hit
  })
}

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

const ONLY_PLACE_BEFORE: ReadonlySet<string> = new Set(['in', 'near', 'outside'])

/** A lone unknown capital after "in" or "near" is a place, whatever its spelling. */
function placeHits(sheet: Sheet, hits: readonly NameHit[], lexicon: Lexicon): NameHit[] {
  const found: NameHit[] = []
  const taken = new Set(hits.map(hit => hit.first))
  for (let i = 1; i < sheet.tokens.length; i++) {
    if (taken.has(i) || !ONLY_PLACE_BEFORE.has(sheet.lower[i - 1]!) || !isCapital(sheet, i) || !isRead(sheet, i) || inHeading(sheet, i))
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

export const typeOfTag = (type: Document['names'][number]['type']): EntityType | null =>
  type === 'person' ? 'person' : type === 'place' ? 'place' : type === 'organization' ? 'organization' : null

export const tokensOf = (sheet: Sheet, start: number, end: number): {first: number; endToken: number} => ({
  first: firstTokenAt(sheet, start),
  endToken: endTokenAt(sheet, end),
})
