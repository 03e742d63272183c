// Names that words around them give away, where the tagger may have missed or mistaken them: a title or post before, a post after,
// a given name, a word that names a body.
import type {Packs} from '../../model/packs.ts'
import {uposOf} from '../../text/tree.ts'
import {type NameHit, RANK} from './hits.ts'
import {type Lexicon, phraseAt} from './lexicon.ts'
import {inHeading, isCapital, isRead, opensSentence, type Sheet, sameSentence, wordAt} from './sheet.ts'

/** Weaker than a post: a "rival" or "partner" may be a company. */
export const DESCRIBED = 'description before a name'
/** Its possessor is whom the person belongs to. */
export const OWNED_PERSON = 'person of a country or body'
/** What the noun before the name says it is. */
/** "carmaker Tavrel". */
export const NAMED_BUSINESS = 'name of a business'
export const NAMED_KIND = 'kind of body before its name'

/** "Mr Vashenko", "Foreign Minister Ilka Drost", "teacher Marn Olde": a title or a post before capitals makes a person. */
export function triggerHits(sheet: Sheet, lexicon: Lexicon, known: readonly NameHit[], packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  const inKnown = new Set(known.map(hit => hit.first))
  const knownAt = new Map(known.filter(hit => hit.type !== 'person' && hit.rule === 'pack').map(hit => [hit.first, hit]))
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isRead(sheet, i)) continue
    const sentenceEnd = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
    const phrase = phraseAt(lexicon, sheet.lower, i, sentenceEnd)
    const word = sheet.lower[i]!.replace(/\.$/, '')
    // "Former", "Deputy", "Foreign" begin a post; they are none by themselves. "US" before a name is the country.
    const isPart = lexicon.pastWords.has(word) || lexicon.rankWords.has(word) || word === 'the' || inKnown.has(i)
    // "the General Staff" is a body, whatever its first word is by itself.
    const isBody = phrase !== null && phrase.group !== null && phrase.words.length > 1
    const isTitle = lexicon.titles.has(word) && isCapital(sheet, i) && !isPart && !isBody
    const isPost = phrase !== null && (phrase.role !== null || phrase.accusation || phrase.anonymous) && phrase.group === null
    if (!isTitle && !isPost) continue
    let from = i + (isPost ? phrase.words.length : 1)
    if (sheet.lower[from] === '.') from++
    // "General Prince Okoro": a title that is a given name too, after another post and before one capital.
    const isGiven = lexicon.titleNames.has(sheet.lower[from] ?? '') && isCapital(sheet, from)
    if (isGiven && endOfPersonName(sheet, lexicon, from + 1, sentenceEnd) === from + 2)
      hits.push(personHit(sheet, from, from + 2, 'title before a name', RANK.trigger))
    if (phraseAt(lexicon, sheet.lower, from, sentenceEnd)) continue
    if (packs.world.demonyms[sheet.lower[from] ?? ''] !== undefined || packs.world.peoples.includes(sheet.lower[from] ?? '')) continue
    const end = endOfPersonName(sheet, lexicon, from, sentenceEnd)
    // In a heading of capitals a post before capitals says little.
    if (end === from || inHeading(sheet, i)) continue
    // "a teacher Washington had named": what the pack knows as a place or body is no surname after a post; after "Mr" it is.
    if (isPost && knownAt.get(from)?.endToken === end) continue
    hits.push(personHit(sheet, from, end, isPost && phrase.role?.kind === 'description' ? DESCRIBED : 'title before a name', RANK.trigger))
  }
  return hits
}

const MAX_BEFORE_POST = 6

/** "Ilka Drost, the Kalvian foreign minister,": two capitals before a comma and a post are a person, whatever the tagger thought. */
export function appositionHits(sheet: Sheet, lexicon: Lexicon, packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  for (let i = 2; i < sheet.tokens.length; i++) {
    if (sheet.lower[i] !== ',' || !isCapital(sheet, i - 1) || !isRead(sheet, i) || !sameSentence(sheet, i, i + 1)) continue
    const opening = sheet.lower[i + 1]!
    if (!/^(?:the|a|an|his|her)$/.test(opening) && packs.world.demonyms[opening] === undefined) continue
    const limit = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
    let post = -1
    for (let k = i + 1; k < Math.min(limit, i + 1 + MAX_BEFORE_POST) && post < 0 && sheet.lower[k] !== ','; k++) {
      const phrase = phraseAt(lexicon, sheet.lower, k, limit)
      if (phrase?.role && phrase.group === null) post = k
    }
    if (post < 0) continue
    let first = i - 1
    while (first > 0 && sameSentence(sheet, first - 1, i) && isCapital(sheet, first - 1) && !lexicon.notNames.has(sheet.lower[first - 1]!))
      first--
    while (first < i && (lexicon.titles.has(sheet.lower[first]!) || packs.world.demonyms[sheet.lower[first]!] !== undefined)) first++
    const words = i - first
    if (words < 2 || words > 4 || lexicon.bodyWords.has(wordAt(sheet, i - 1)) || lexicon.placeWords.has(wordAt(sheet, first))) continue
    hits.push(personHit(sheet, first, i, 'apposition to a post', RANK.trigger))
  }
  return hits
}

/** "Brazil's delegate, Ambassador Caio …", "the president, Dr. Ellis …": titles before a name are no part of it. */
export function afterTitles(sheet: Sheet, lexicon: Pick<Lexicon, 'titles'>, from: number, limit: number): number {
  let first = from
  while (first + 1 < limit && isCapital(sheet, first) && lexicon.titles.has(sheet.lower[first]!.replace(/\.$/, ''))) {
    const next = sheet.lower[first + 1] === '.' ? first + 2 : first + 1
    if (next >= limit || !isCapital(sheet, next)) break
    first = next
  }
  return first
}

const MAX_NAME = 4
const OPENS_POST = /^(?:the|its|his|her|their|our|'s|a)$/
const MAX_BEFORE_NOUN = 5

/** "the ministry's spokeswoman, Carla Vell,": a post that is told of somebody, a comma, and two to four capitals that end at a comma, a stop or a verb. */
export function namedAfterPostHits(sheet: Sheet, lexicon: Lexicon, known: readonly NameHit[], packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  const knownAt = new Set(known.filter(hit => hit.type !== 'person' && hit.rule === 'pack').map(hit => hit.first))
  for (let i = 2; i < sheet.tokens.length; i++) {
    if (sheet.lower[i] !== ',' || !isCapital(sheet, i + 1) || !sameSentence(sheet, i, i + 1) || !isRead(sheet, i) || knownAt.has(i + 1))
      continue
    const {firstToken, endToken} = sheet.sentences[sheet.tokens.sentence[i]!]!
    if (!endsPost(sheet, lexicon, packs, firstToken, i)) continue
    const first = afterTitles(sheet, lexicon, i + 1, endToken)
    const end = endOfPersonName(sheet, lexicon, first, endToken)
    if (end - i - 1 < 2 || end - first > MAX_NAME || end === first || lexicon.placeWords.has(wordAt(sheet, end - 1))) continue
    const after = end < endToken ? uposOf(sheet.tokens, end) : 'PUNCT'
    if (after === 'PUNCT' || after === 'VERB' || after === 'AUX') hits.push(personHit(sheet, first, end, 'name after a post', RANK.trigger))
  }
  return hits
}

/** True where a noun for a post ends before the comma and a determiner, possessive or nationality opens its phrase. */
function endsPost(sheet: Sheet, lexicon: Lexicon, packs: Packs, from: number, comma: number): boolean {
  const start = Math.max(from, comma - MAX_BEFORE_NOUN)
  for (let k = comma - 1; k >= start; k--) {
    const phrase = phraseAt(lexicon, sheet.lower, k, comma)
    if (!phrase || k + phrase.words.length !== comma || phrase.role === null) continue
    for (let opening = k - 1; opening >= start; opening--)
      if (OPENS_POST.test(sheet.lower[opening]!) || packs.world.demonyms[sheet.lower[opening]!] !== undefined) return true
  }
  return false
}

const SPEAKS_NEXT: ReadonlySet<string> = new Set(['VERB', 'AUX'])

/**
 * "Sorrend's Mele Vashen: …", "the union's Orlo Drost will meet": two or three capitals of a country or body that speak or act, or in which the tagger
 * saw a person, are one.
 */
export function ownedPersonHits(sheet: Sheet, lexicon: Lexicon, owners: readonly NameHit[], tagged: readonly NameHit[]): NameHit[] {
  const hits: NameHit[] = []
  const bodies = new Set(owners.filter(hit => hit.type === 'organization' || hit.rule === 'pack').map(hit => hit.first))
  const personTo = new Set(tagged.filter(hit => hit.type === 'person').map(hit => hit.endToken))
  for (const owner of owners) {
    const mark = owner.endToken
    if (owner.type === 'person' || sheet.lower[mark] !== "'s" || !isCapital(sheet, mark + 1) || !isRead(sheet, mark)) continue
    const {endToken} = sheet.sentences[sheet.tokens.sentence[mark]!]!
    const end = endOfPersonName(sheet, lexicon, mark + 1, endToken)
    if (end - mark - 1 < 2 || end - mark - 1 > 3 || bodies.has(mark + 1) || lexicon.placeWords.has(wordAt(sheet, end - 1))) continue
    if (phraseAt(lexicon, sheet.lower, mark + 1, endToken) !== null || lexicon.titles.has(sheet.lower[mark + 1]!)) continue
    const speaks = end < endToken && SPEAKS_NEXT.has(uposOf(sheet.tokens, end)) && isSaid(sheet, lexicon, end, endToken)
    if (sheet.lower[end] === ':' || speaks || personTo.has(end)) hits.push(personHit(sheet, mark + 1, end, OWNED_PERSON, RANK.trigger))
  }
  return hits
}

/** "transport ministers Idra Vell and Marn Olde": a post told of two, and two names of two or three capitals. */
export function postedPairHits(sheet: Sheet, lexicon: Lexicon, packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  for (let i = 0; i + 4 < sheet.tokens.length; i++) {
    const noun = sheet.lower[i]!
    if (!noun.endsWith('s') || !isCapital(sheet, i + 1) || !isRead(sheet, i)) continue
    const limit = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
    if (phraseAt(lexicon, [noun.slice(0, -1)], 0, 1)?.role?.kind !== 'office') continue
    const first = endOfPersonName(sheet, lexicon, i + 1, limit)
    if (sheet.lower[first] !== 'and' || packs.world.demonyms[sheet.lower[i + 1]!] !== undefined) continue
    const second = endOfPersonName(sheet, lexicon, first + 1, limit)
    if (![first - i - 1, second - first - 1].every(words => words === 2 || words === 3)) continue
    for (const [from, end] of [[i + 1, first] as const, [first + 1, second] as const])
      hits.push(personHit(sheet, from, end, 'post of two', RANK.given))
  }
  return hits
}

/** "the relief agency Tessenlink", "mine operator Vell Copper": the noun for a body before a name says what the name is. */
export function namedByKind(sheet: Sheet, lexicon: Lexicon, tagged: readonly NameHit[]): NameHit[] {
  return tagged.map(hit => {
    const kind = hit.type === 'person' || hit.type === 'place' ? lexicon.bodyKinds.get(sheet.lower[hit.first - 1] ?? '') : undefined
    const isPerson = hit.endToken - hit.first > 1 && lexicon.givenNames.has(sheet.lower[hit.first]!)
    const isNoun = sameSentence(sheet, hit.first - 1, hit.first) && uposOf(sheet.tokens, hit.first - 1) === 'NOUN'
    if (kind === undefined || isPerson || !isNoun || isCapital(sheet, hit.first - 1)) return hit
    return {...hit, type: kind, rule: NAMED_KIND}
  })
}

/** The first verb from the token on that is no auxiliary is one of saying, wanting, deciding. */
function isSaid(sheet: Sheet, lexicon: Lexicon, from: number, limit: number): boolean {
  let verb = from
  while (verb < limit && /^(?:AUX|ADV|PART)$/.test(uposOf(sheet.tokens, verb))) verb++
  return verb < limit && uposOf(sheet.tokens, verb) === 'VERB' && lexicon.governmentVerbs.has(sheet.tokens.lemma(verb).toLowerCase())
}

/** "carmaker Tavrel", "Brewer Sellen AG": a noun for a business before capitals makes an organization. */
export function businessHits(sheet: Sheet, lexicon: Lexicon): NameHit[] {
  const hits: NameHit[] = []
  for (let i = 0; i + 1 < sheet.tokens.length; i++) {
    const isNoun = lexicon.businesses.has(sheet.lower[i]!) && (!isCapital(sheet, i) || opensSentence(sheet, i))
    if (!isNoun || !isRead(sheet, i) || inHeading(sheet, i)) continue
    const limit = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
    let end = i + 1
    while (end < limit && isNameWord(sheet, lexicon, end)) end++
    if (end > i + 1) hits.push({...personHit(sheet, i + 1, end, NAMED_BUSINESS, RANK.trigger), type: 'organization'})
  }
  return hits
}

/** "Marn Olde" where Marn is a given name of the pack: two or three capitals that the tagger may have passed over. */
export function givenNameHits(sheet: Sheet, lexicon: Lexicon, packs: Packs): NameHit[] {
  const hits: NameHit[] = []
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isCapital(sheet, i) || !isRead(sheet, i) || inHeading(sheet, i) || !lexicon.givenNames.has(sheet.lower[i]!)) continue
    const limit = sheet.sentences[sheet.tokens.sentence[i]!]!.endToken
    const end = endOfPersonName(sheet, lexicon, i, limit)
    if (end - i < 2 || end - i > 4) continue
    const before = sheet.lower[i - 1] ?? ''
    if (isCapital(sheet, i - 1) && packs.world.demonyms[before] === undefined && !lexicon.titles.has(before)) continue
    if (packs.world.demonyms[sheet.lower[end - 1]!] !== undefined) continue
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
      i > from || lexicon.nameParticles.has(word)
        ? lexicon.nameParticles.has(word) || word === '-' || (word === '.' && sheet.tokens.end[i - 1]! - sheet.tokens.start[i - 1]! === 1)
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
export function bodyHits(sheet: Sheet, lexicon: Lexicon): NameHit[] {
  const hits: NameHit[] = []
  for (let i = 0; i < sheet.tokens.length; i++) {
    const type =
      lexicon.bodyWords.get(wordAt(sheet, i)) ?? (sheet.lower[i + 1] === 'of' ? lexicon.bodyWords.get(`${wordAt(sheet, i)} of`) : undefined)
    if (!type || !isRead(sheet, i) || inHeading(sheet, i) || opensPost(sheet, lexicon, i)) continue
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

/** "Press" in "White House Press Secretary": the first word of a post ends no body's name. */
const opensPost = (sheet: Sheet, lexicon: Lexicon, i: number): boolean => {
  const phrase = phraseAt(lexicon, sheet.lower, i, sheet.sentences[sheet.tokens.sentence[i]!]!.endToken)
  return phrase !== null && phrase.role !== null && phrase.words.length > 1
}

const holdsBodyWord = (sheet: Sheet, lexicon: Lexicon, from: number, end: number): boolean => {
  for (let i = from; i < end; i++) if (lexicon.bodyWords.has(wordAt(sheet, i))) return true
  return false
}

const isNameWord = (sheet: Sheet, lexicon: Lexicon, i: number): boolean =>
  isCapital(sheet, i) && (!lexicon.notNames.has(sheet.lower[i]!) || i === 0) && uposOf(sheet.tokens, i) !== 'PUNCT'

function joinsLeft(sheet: Sheet, lexicon: Lexicon, i: number): boolean {
  if (opensSentence(sheet, i) && lexicon.businesses.has(sheet.lower[i]!)) return false
  if (opensSentence(sheet, i) && lexicon.notNames.has(sheet.lower[i]!)) return false
  if (isNameWord(sheet, lexicon, i)) return !phraseBefore(sheet, lexicon, i)
  if (
    /^'s?$/.test(sheet.lower[i]!) &&
    i > 0 &&
    isNameWord(sheet, lexicon, i - 1) &&
    isCapital(sheet, i + 1) &&
    sheet.lower[i - 1]!.endsWith('s')
  )
    return true
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
