// Who is who among the people of one document: full names first, then bare surnames, given names and misspelt later forms.
import type {NamePack} from '../../model/pack-names.ts'
import type {WorldEntry} from '../../model/pack-world.ts'
import type {Packs} from '../../model/packs.ts'
import {firstWhere} from '../../text/first-where.ts'
import {foldName} from '../../text/names/fold.ts'
import {prepareName} from '../../text/names/prepare.ts'
import {scoreNames} from '../../text/names/score.ts'
import {addMember, type Cast, memberOfPack} from './cast.ts'
import {type Gazetteer, gazetteerOf} from './gazetteer.ts'
import type {NameHit} from './hits.ts'
import {type Lexicon, lexiconOf} from './lexicon.ts'
import type {Sheet} from './sheet.ts'

// In one document a near spelling of a full name is the same person: papers do not bring two people so alike without telling them apart.
const SAME_IN_DOCUMENT = 0.88
// "Shapov…" written two ways in one text: surname against surname.
const MISSPELT_SURNAME = 0.8
const PACK_SPELLING = 0.97

interface Person {
  readonly who: number
  readonly names: string[]
  /** Tokens where the person was named in full, and by less, each in text order. */
  readonly inFull: number[]
  readonly inPart: number[]
}

/** People by the sounds of their names: by the last word, by another, and those with long surnames, which may be met misspelt. */
interface BySound {
  readonly last: Map<string, Set<Person>>
  readonly other: Map<string, Set<Person>>
  readonly long: Map<string, Set<Person>>
}

/** Gives each person hit its member of the cast. */
export function castPeople(sheet: Sheet, hits: readonly NameHit[], cast: Cast, packs: Packs): Map<NameHit, number> {
  const gazetteer = gazetteerOf(packs)
  const lexicon = lexiconOf(packs.names)
  const people: Person[] = []
  const bySound: BySound = {last: new Map(), other: new Map(), long: new Map()}
  const whoOf = new Map<NameHit, number>()
  const nameOf = (hit: NameHit): string => sheet.text.slice(hit.start, hit.end).replace(/\s+/g, ' ')
  const isFull = (hit: NameHit): boolean => prepareName(nameOf(hit), packs.names).words.length > 1 || hit.entries.length > 0
  const note = (person: Person, hit: NameHit): void => {
    const name = nameOf(hit)
    const tokens = isFull(hit) ? person.inFull : person.inPart
    tokens.push(hit.first)
    if (!person.names.includes(name)) {
      person.names.push(name)
      addSounds(bySound, person, name, packs.names)
    }
    whoOf.set(hit, person.who)
    cast.members[person.who]!.gender ??= genderOfTitle(sheet, hit.first, lexicon)
  }
  const persons = hits.filter(hit => hit.type === 'person')
  for (const hit of persons.filter(isFull)) {
    const name = nameOf(hit)
    const entry = hit.entries.find(entry => entry.type === 'person') ?? packPerson(name, gazetteer, packs.names)
    const known = people.find(
      person => (entry !== null && cast.members[person.who]!.pack === entry.id) || isSameFull(person, name, entry, cast, packs),
    )
    if (known) note(known, hit)
    else {
      const who = (entry && memberOfPack(cast, entry.id)) ?? addMember(cast, 'person', name, {gender: genderOf(name, lexicon)})
      const person = {who, names: [], inFull: [], inPart: []}
      people.push(person)
      note(person, hit)
    }
  }
  const byWho = new Map(people.map(person => [person.who, person]))
  for (const hit of persons.filter(hit => !isFull(hit))) {
    const name = nameOf(hit)
    const known = nearestBearer(bySound, name, hit.first, packs)
    if (known) {
      note(known, hit)
      continue
    }
    const entry = publicSurname(name, gazetteer, cast)
    const who = (entry && memberOfPack(cast, entry.id)) ?? addMember(cast, 'person', name)
    const person = byWho.get(who) ?? {who, names: [], inFull: [], inPart: []}
    if (!byWho.has(who)) people.push(person)
    byWho.set(who, person)
    note(person, hit)
  }
  for (const person of people) {
    const member = cast.members[person.who]!
    const fullest = [...person.names].sort((a, b) => b.split(' ').length - a.split(' ').length || b.length - a.length)[0]!
    if (member.pack === null) member.name = fullest
    for (const name of person.names) if (name !== member.name) member.aliases.add(name)
    member.gender ??= genderOf(member.name, lexicon)
  }
  return whoOf
}

function isSameFull(person: Person, name: string, entry: WorldEntry | null, cast: Cast, packs: Packs): boolean {
  const member = cast.members[person.who]!
  // Two entries of the pack are two people, however alike.
  if (entry !== null && member.pack !== null) return false
  return person.names.some(other => {
    const theirs = prepareName(other, packs.names)
    if (theirs.words.length < 2) return false
    return scoreNames(other, name, packs.names).score >= SAME_IN_DOCUMENT && sharesSurname(theirs.words.at(-1)!.sound, name, packs)
  })
}

const sharesSurname = (sound: string, name: string, packs: Packs): boolean => {
  const mine = prepareName(name, packs.names).words.at(-1)!.sound
  return mine === sound || scoreNames(mine, sound, packs.names).score >= MISSPELT_SURNAME
}

/** The entry that has this full name in another romanisation. */
function packPerson(name: string, gazetteer: Gazetteer, pack: NamePack): WorldEntry | null {
  const surname = foldName(name).split(' ').at(-1)!
  const candidates = surnameIndex(gazetteer, pack).get(prepareName(surname, pack).words[0]?.skeleton ?? '') ?? []
  const alike = candidates.filter(entry => scoreNames(entry.name, name, pack).score >= PACK_SPELLING)
  return alike.length === 1 ? alike[0]! : null
}

const surnameIndexes = new WeakMap<Gazetteer, Map<string, WorldEntry[]>>()

function surnameIndex(gazetteer: Gazetteer, pack: NamePack): ReadonlyMap<string, readonly WorldEntry[]> {
  let index = surnameIndexes.get(gazetteer)
  if (index) return index
  index = new Map()
  for (const [surname, entries] of gazetteer.bySurname) {
    const skeleton = prepareName(surname, pack).words[0]?.skeleton ?? ''
    index.set(skeleton, [...(index.get(skeleton) ?? []), ...entries])
  }
  surnameIndexes.set(gazetteer, index)
  return index
}

function addSounds({last, other, long}: BySound, person: Person, name: string, pack: NamePack): void {
  const {words} = prepareName(name, pack)
  const surname = words.at(-1)
  if (surname === undefined) return
  addTo(last, surname.sound, person)
  if (words.length < 2) return
  for (const middle of words.slice(1, -1)) addTo(other, middle.sound, person)
  if (words[0]!.sound.length >= 4) addTo(other, words[0]!.sound, person)
  if (surname.folded.length >= 6) addTo(long, surname.folded, person)
}

const addTo = (index: Map<string, Set<Person>>, key: string, person: Person): void => {
  const found = index.get(key)
  if (found) found.add(person)
  else index.set(key, new Set([person]))
}

/** The one whose surname (else given name) it is: nearest above, else the first below. Two bearers and none above: nobody. */
function nearestBearer({last, other, long}: BySound, name: string, token: number, packs: Packs): Person | null {
  const word = prepareName(name, packs.names).words[0]
  if (!word) return null
  const bearers = last.get(word.sound) ?? other.get(word.sound)
  if (bearers) return nearest(bearers, token)
  const misspelt = new Set<Person>()
  for (const [surname, people] of long)
    if (scoreNames(surname, word.folded, packs.names).score >= MISSPELT_SURNAME) for (const person of people) misspelt.add(person)
  return misspelt.size === 1 ? [...misspelt][0]! : null
}

function nearest(people: ReadonlySet<Person>, token: number): Person | null {
  let best: Person | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const person of people) {
    const at = atOrAfter(person.inFull, token + 1)
    // Short forms are told in text order, so all those known so far stand above.
    const above = Math.max(person.inFull[at - 1] ?? -1, person.inPart.at(-1) ?? -1)
    // A bearer above is preferred to one below, however near that is.
    const gap = above >= 0 ? token - above : 1e6 + (person.inFull[at] ?? Number.POSITIVE_INFINITY) - token
    if (gap < distance) {
      distance = gap
      best = person
    }
  }
  return best
}

/** Index of the first token that is not before the given one. */
const atOrAfter = (tokens: readonly number[], token: number): number => firstWhere(tokens.length, i => tokens[i]! >= token)

/** The one public person of that surname, where the day of the report lies in a term of office or soon after one. */
function publicSurname(name: string, gazetteer: Gazetteer, cast: Cast): WorldEntry | null {
  const entries = gazetteer.bySurname.get(name) ?? []
  return entries.length === 1 && isOfTheDay(entries[0]!, cast.published) ? entries[0]! : null
}

// A bare surname is told without more as long as readers remember the office: of a report of 2031 a minister of 2024 is nobody's guess.
const REMEMBERED_YEARS = 2

function isOfTheDay({roles}: WorldEntry, day: string | null): boolean {
  if (day === null || roles.length === 0) return true
  const year = Number(day.slice(0, 4))
  return roles.some(
    ({from, to}) => (from === null || from <= day.slice(0, 10)) && (to === null || Number(to.slice(0, 4)) + REMEMBERED_YEARS >= year),
  )
}

/** "Ms Drost", "Mr. Vell". */
function genderOfTitle({lower}: Sheet, first: number, lexicon: Lexicon): 'f' | 'm' | null {
  const title = lower[first - 1] === '.' ? lower[first - 2] : lower[first - 1]
  const word = (title ?? '').replace(/\.$/, '')
  return lexicon.womenNouns.has(word) ? 'f' : lexicon.menNouns.has(word) ? 'm' : null
}

/** By given name, where that is almost always one. */
export function genderOf(name: string, lexicon: Lexicon): 'f' | 'm' | null {
  const first = foldName(name).split(' ')[0]!
  const isFemale = lexicon.female.has(first)
  const isMale = lexicon.male.has(first)
  return isFemale === isMale ? null : isFemale ? 'f' : 'm'
}
