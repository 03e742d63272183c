// Groups and bodies: "the rebels", "the Kalvian army", "government negotiators", with the country or body whose they are where the text says it.
import type {Packs} from '../../model/packs.ts'
import {isActing} from './acting.ts'
import {addMember, memberOfPack, partyOf} from './cast.ts'
import {gazetteerOf} from './gazetteer.ts'
import {type Lexicon, phraseAt} from './lexicon.ts'
import type {Phrase} from './phrases.ts'
import {name, ownersOf, type Stage, wordsOf} from './stage.ts'

export function castGroup(stage: Stage, phrase: Phrase): void {
  const {lexicon} = stage
  const group = phrase.noun.group!
  const noun = phrase.noun.words.join(' ')
  const told = ownersOf(stage, phrase)
  const owners = told.length > 0 ? told : [...innerOwner(stage, phrase), ...onlyState(stage, phrase)]
  // "the Brandt family" is somebody by its name.
  const isKin = lexicon.kinNouns.has(noun) && phrase.modifiers.length > 0
  const isWhose = (group.owned && told.length > 0) || isKin
  if (group.acts && !isWhose && !isActing(stage.sheet, lexicon, phrase.nounEnd)) return
  if (group.owned && owners.length === 0) return
  // "the minister's leadership" is no body; "the Drost administration" is one.
  if (
    group.kind === 'body' &&
    !lexicon.governments.has(noun) &&
    [phrase.possessor, ...phrase.modifiers].some(hit => hit?.type === 'person')
  )
    return
  if (group.kind === 'body' && owners.length === 1) {
    name(stage, phrase, bodyOf(stage, phrase, owners[0]!, lexicon.governments.has(noun)), 'body of a country')
    return
  }
  if (owners.length === 0 && phrase.article === 'definite') {
    // "the rebels" after "Kalvian rebels": the group of that noun named last.
    const known = lastGroup(stage, phrase.noun.words.at(-1)!)
    if (known !== undefined) {
      name(stage, phrase, known, 'group named before')
      return
    }
  }
  // "her fighters" and "his fighters" are two groups; whose they are is found with the pronoun.
  const key = phrase.article === 'possessive' ? `at ${phrase.first}` : null
  const who = groupMember(stage, wordsOf(stage, phrase), owners, {unnamed: group.unnamed, speaks: group.speaks}, key)
  stage.groups.set(groupKey(phrase.noun.words.at(-1)!), who)
  name(stage, phrase, who, 'group')
}

/** "rebels" and "rebel" are one group. */
export const groupKey = (noun: string): string => `last ${noun.replace(/s$/, '')}`

const lastGroup = (stage: Stage, noun: string): number | undefined => stage.groups.get(groupKey(noun))

/** "government negotiators", "rebel commanders": the body or side whose people they are, which the phrase names as well. */
function innerOwner(stage: Stage, phrase: Phrase): number[] {
  const {sheet, lexicon, cast} = stage
  const isPeople = phrase.noun.group?.kind === 'people' && phrase.noun.group.speaks
  if (!isPeople) return []
  for (let i = phrase.nounEnd - 2; i >= phrase.first; i--) {
    const inner = phraseAt(lexicon, sheet.lower, i, phrase.nounEnd - 1)
    const kind = inner?.group?.kind
    if (!inner || i + inner.words.length > phrase.nounEnd - 1 || (kind !== 'body' && kind !== 'side')) continue
    const noun = inner.words.at(-1)!
    const words = manyOf(lexicon, inner.words.join(' '))
    const [state] = onlyState(stage, {...phrase, noun: inner})
    const who =
      lastGroup(stage, noun) ??
      (state === undefined
        ? groupMember(stage, words, [], {unnamed: false, speaks: true})
        : bodyOf(stage, {...phrase, noun: inner, title: words}, state, lexicon.governments.has(words)))
    stage.groups.set(groupKey(noun), who)
    cast.namings.push({
      start: sheet.tokens.start[i]!,
      end: sheet.tokens.end[i + inner.words.length - 1]!,
      first: i,
      endToken: i + inner.words.length,
      type: cast.members[who]!.type,
      level: 'nominal',
      who,
      metonym: false,
      rule: 'body of its people',
    })
    return [who]
  }
  return []
}

/** The group of "rebel commanders" is called "rebels". */
const manyOf = (lexicon: Lexicon, words: string): string =>
  lexicon.byFirst.get(`${words}s`)?.some(phrase => phrase.words.length === 1 && phrase.group?.kind === 'side') ? `${words}s` : words

/** "the government", "the army" in a report that names one country only, and names it as more than a place: that country's. */
function onlyState(stage: Stage, phrase: Phrase): number[] {
  const noun = phrase.noun.words.join(' ')
  if (!stage.lexicon.stateBodies.has(noun) || phrase.article === 'indefinite') return []
  if (lastGroup(stage, phrase.noun.words.at(-1)!) !== undefined) return []
  return stage.state === null ? [] : [stage.state]
}

function bodyOf(stage: Stage, phrase: Phrase, owner: number, isGovernment: boolean): number {
  const {cast} = stage
  const party = partyOf(cast, owner)
  const {pack} = cast.members[party]!
  if (isGovernment && pack?.startsWith('country/')) {
    const government = memberOfPack(cast, `gov/${pack.slice(8)}`)
    if (government !== null) {
      stage.groups.set(groupKey(phrase.noun.words.at(-1)!), government)
      return government
    }
  }
  const words = wordsOf(stage, phrase)
  const known = bodyNames(stage.packs).get(words.toLowerCase())
  if (known) return memberOfPack(cast, known) ?? owner
  const key = `body ${phrase.title} ${party}`
  const met = stage.groups.get(key)
  if (met !== undefined) return met
  const who = addMember(cast, 'public-body', words, {
    country: cast.members[party]!.country,
    // A town's court speaks for itself: a place is no party.
    actsFor: cast.members[party]!.type === 'place' ? null : party === owner || cast.members[party]!.type === 'country' ? party : owner,
  })
  stage.groups.set(key, who)
  stage.groups.set(groupKey(phrase.noun.words.at(-1)!), who)
  return who
}

const bodyIndexes = new WeakMap<Packs, Map<string, string>>()

function bodyNames(packs: Packs): ReadonlyMap<string, string> {
  let index = bodyIndexes.get(packs)
  if (!index) {
    index = new Map()
    for (const [id, entry] of gazetteerOf(packs).byId)
      if (entry.type === 'public-body') for (const form of [entry.name, ...entry.aliases]) index.set(form.toLowerCase(), id)
    bodyIndexes.set(packs, index)
  }
  return index
}

export function groupMember(
  stage: Stage,
  words: string,
  owners: readonly number[],
  told: {unnamed: boolean; speaks: boolean},
  apart: string | null = null,
): number {
  const {cast} = stage
  const key = `group ${words.toLowerCase()} ${owners.join('+')} ${apart ?? ''}`
  const met = stage.groups.get(key)
  if (met !== undefined) return met
  const only = owners.length === 1 ? owners[0]! : null
  const who = addMember(cast, 'group', words, {
    country: only === null ? null : cast.members[partyOf(cast, only)]!.country,
    actsFor: only !== null && told.speaks ? partyOf(cast, only) : null,
    members: owners.length > 1 ? owners : [],
    unnamed: told.unnamed,
  })
  stage.groups.set(key, who)
  return who
}
