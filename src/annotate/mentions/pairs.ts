// Who "both sides" are: the two parties of this sentence, or of it and the one before, where there are just two; else the two that the report has named
// most often so far, where no third is named half as often. Else nobody: an unresolved pair is better than the two that happened to stand nearest.
// "Both presidents" are two who hold that post, or else the two countries; "both companies" two bodies.
import {relationOf} from '../../text/tree.ts'
import {type Cast, type Naming, namingsBefore, partyOf} from './cast.ts'
import {matchesOffice, titlesOf} from './offices.ts'
import type {Phrase} from './phrases.ts'
import type {Sheet} from './sheet.ts'
import type {Stage} from './stage.ts'

/** A third party named half as often as the second leaves open which two are meant: a report on envoys names their capitals more than the belligerents. */
const STANDS_OUT = 2
/** Two that a report names once each, where two others are named three times and more, are not its sides. */
const MAIN = 3

type CandidateOf = (who: number) => number | null

export function pairBefore(stage: Stage, phrase: Phrase): number[] {
  const {sheet, cast, packs, names} = stage
  const pack = packs.names
  const noun = phrase.noun.words.at(-1)!
  const land: CandidateOf = who => (cast.members[partyOf(cast, who)]!.type === 'country' ? partyOf(cast, who) : null)
  if (pack.pairPersons.includes(noun)) {
    const holders = pairOfPost(stage, phrase)
    if (holders !== null && holders.length > 0) return holders
    const people = pairAmong(sheet, cast, names, phrase, who => (cast.members[who]!.type === 'person' ? who : null))
    if (holders === null) return people
    const lands = pairAmong(sheet, cast, names, phrase, land)
    return lands.length === 2 ? lands : []
  }
  if (pack.pairBodies.includes(noun))
    return pairAmong(sheet, cast, names, phrase, who => {
      const body = cast.members[who]!.type === 'person' ? partyOf(cast, who) : who
      return cast.members[body]!.type === 'organization' ? body : null
    })
  const lands = pack.pairLands.includes(noun) ? pairAmong(sheet, cast, names, phrase, land) : []
  return lands.length === 2 ? lands : pairAmong(sheet, cast, names, phrase, who => partyAt(cast, who))
}

/** The two people of the report who hold the post that the pair is of; null for a noun that is no post ("both men"), nobody where they are not two. */
function pairOfPost({sheet, cast, lexicon, names}: Stage, phrase: Phrase): number[] | null {
  const many = phrase.noun.words.slice(phrase.noun.words[0] === 'both' ? 1 : 2).join(' ')
  const post = many
    .replace(/^heads\b/, 'head')
    .replace(/men$/, 'man')
    .replace(/s$/, '')
  const isPost =
    lexicon.byFirst.get(post.split(' ')[0]!)?.some(({words, role}) => role?.kind === 'office' && words.join(' ') === post) ?? false
  if (!isPost) return null
  const holders = new Set<number>()
  const since = sheet.tokens.sentence[phrase.first]!
  for (const naming of namingsBefore(names, phrase.first)) {
    const member = cast.members[naming.who]!
    if (member.type !== 'person' || member.unnamed || holders.size > 2) continue
    const isPast = (title: string): boolean => lexicon.pastWords.has(title.split(' ')[0]!)
    if (titlesOf(cast, naming.who).some(title => !isPast(title) && matchesOffice(title, post, lexicon))) holders.add(naming.who)
    if (holders.size === 2 && since - sheet.tokens.sentence[naming.first]! > 1) break
  }
  return holders.size === 2 ? [...holders].sort((a, b) => a - b) : []
}

/**
 * Where names leave a pair open, the two sides that the whole report tells of in common nouns, "the company" and "the union", beside the bodies that it
 * names. Whoever does something to both ("the mayor urged both sides") is neither.
 */
export function pairOfGroups({sheet, cast, lexicon}: Stage, phrase: Phrase): number[] {
  const outsiders = subjectsBefore(sheet, cast, phrase)
  const times = new Map<number, number>()
  for (const naming of cast.namings) {
    if (naming.level === 'pronoun' || naming.rule === 'nationality') continue
    const who = partyOf(cast, naming.who)
    const {type, members, unnamed} = cast.members[who]!
    const isGroup = type === 'group' && members.length === 0 && !unnamed && isSide(sheet, naming, lexicon.pairSides)
    if (outsiders.has(who) || outsiders.has(naming.who)) continue
    if (isGroup || type === 'organization' || type === 'public-body' || type === 'country') times.set(who, (times.get(who) ?? 0) + 1)
  }
  const [first, second, third] = [...times].sort(([a, x], [b, y]) => y - x || a - b)
  if (!first || !second || second[1] < 2 || second[1] < STANDS_OUT * (third?.[1] ?? 0)) return []
  return [first[0], second[0]].sort((a, b) => a - b)
}

const isSide = (sheet: Sheet, naming: Naming, sides: ReadonlySet<string>): boolean => {
  for (let i = naming.first; i < naming.endToken; i++) if (sides.has(sheet.lower[i]!)) return true
  return false
}

/** Those named before the pair in its sentence as subjects of the verb that the pair is object of. */
function subjectsBefore(sheet: Sheet, cast: Cast, phrase: Phrase): ReadonlySet<number> {
  const {tokens} = sheet
  const outsiders = new Set<number>()
  const relation = relationOf(tokens, phrase.end - 1)
  if (relation === 'nsubj') return outsiders
  const sentence = sheet.sentences[tokens.sentence[phrase.first]!]!
  for (const naming of cast.namings) {
    if (naming.first < sentence.firstToken || naming.endToken > phrase.first) continue
    let isSubject = false
    for (let i = naming.first; i < naming.endToken; i++) isSubject ||= relationOf(tokens, i) === 'nsubj'
    if (isSubject) outsiders.add(naming.who).add(partyOf(cast, naming.who))
  }
  return outsiders
}

function pairAmong(sheet: Sheet, cast: Cast, names: readonly Naming[], phrase: Phrase, candidateOf: CandidateOf): number[] {
  const sentence = sheet.tokens.sentence[phrase.first]!
  const here = new Set<number>()
  const near = new Set<number>()
  const times = new Map<number, number>()
  for (const naming of namingsBefore(names, phrase.first)) {
    const candidate = candidateOf(naming.who)
    if (candidate === null) continue
    times.set(candidate, (times.get(candidate) ?? 0) + 1)
    const distance = sentence - sheet.tokens.sentence[naming.first]!
    // A telephone call between two presidents makes their countries the sides of nothing else that the sentence tells.
    if (candidate !== naming.who && cast.members[naming.who]!.type === 'person') continue
    if (distance === 0) here.add(candidate)
    if (distance <= 1) near.add(candidate)
  }
  const [first, second, third] = [...times].sort(([, a], [, b]) => b - a)
  const stands = first && second && second[1] >= STANDS_OUT * (third?.[1] ?? 0) ? [first[0], second[0]] : []
  const close = [here, near].find(parties => parties.size === 2)
  const isPassing =
    close !== undefined && [...close].every(party => times.get(party) === 1) && stands.every(party => times.get(party)! >= MAIN)
  const pair = close && !(isPassing && stands.length === 2) ? [...close] : stands
  const unsure = isUnlike(cast, pair) && pair.some(party => times.get(party)! < 2)
  // In the order in which they joined the cast, so that one pair is one group however it was counted.
  return unsure ? [] : pair.sort((a, b) => a - b)
}

/** "Kalvia's mediator … the Paper Workers' Union … both parties": a country beside a body of its own people is seldom the other party. */
const isUnlike = (cast: Cast, pair: readonly number[]): boolean =>
  pair.some(party => cast.members[party]!.type === 'country') &&
  pair.some(party => cast.members[party]!.type === 'organization' && cast.members[party]!.pack === null)

function partyAt(cast: Cast, who: number): number | null {
  const party = partyOf(cast, who)
  const {type} = cast.members[party]!
  return type === 'country' || type === 'public-body' || type === 'organization' ? party : null
}
