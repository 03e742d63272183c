// The pack of times as tables: what each word can be, and the phrases that begin with it. Built once a pack, when first asked for.
import {type Holiday, TIME_CONTEXTS, type TimeContext, type TimePack, type TimeRole, type UnitName} from '../../model/pack-times.ts'
import {SEASONS} from './period.ts'
import {cutWords} from './words.ts'

/** All that one word can be. "second" is a unit and an ordinal, "may" a month and an auxiliary. */
export interface Sense {
  month?: number
  weekday?: number
  /** Abbreviation that needs a full stop or a day beside it. */
  weak?: true
  /** Also a plain word: counts only with a capital letter. */
  plain?: true
  plural?: true
  season?: number
  dayPart?: string
  clock?: number
  zone?: number
  unit?: UnitName
  number?: number
  scale?: number
  ordinal?: number
  decadeName?: number
  vague?: true
  way?: 'back' | 'ahead' | 'here'
  /** "previous", "following": counted from the date spoken of. */
  spokenOf?: true
  cut?: 'START' | 'MID' | 'END'
  nearby?: number
  night?: number
  set?: string
  every?: true
  role?: TimeRole
}

export type PhraseMeaning =
  | {readonly kind: 'holiday'; readonly holiday: Holiday}
  | {readonly kind: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'}
  | {readonly kind: 'soften'; readonly mod: string}

export interface Phrase {
  readonly words: readonly string[]
  readonly meaning: PhraseMeaning
}

export interface TimeLexicon {
  readonly senses: ReadonlyMap<string, Sense>
  /** By first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly future: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  readonly said: ReadonlySet<string>
  readonly toward: ReadonlySet<string>
  readonly arranged: ReadonlySet<string>
  readonly counted: ReadonlySet<string>
  readonly label: ReadonlySet<string>
  /** What makes a time of the word behind it, by what stands there. */
  readonly before: Readonly<Record<TimeContext, ReadonlySet<string>>>
}

const built = new WeakMap<TimePack, TimeLexicon>()

export function lexiconOf(pack: TimePack): TimeLexicon {
  const known = built.get(pack)
  if (known) return known
  const lexicon = buildLexicon(pack)
  built.set(pack, lexicon)
  return lexicon
}

function buildLexicon(pack: TimePack): TimeLexicon {
  const senses = new Map<string, Sense>()
  const add = (word: string, sense: Sense): void => {
    senses.set(word, {...senses.get(word), ...sense})
  }
  pack.months.forEach(({names, weak, plain}, i) => {
    for (const name of names) add(name, {month: i + 1, ...(plain ? {plain} : {})})
    for (const name of weak) add(name, {month: i + 1, weak: true})
  })
  pack.weekdays.forEach(({names, weak}, i) => {
    for (const [place, name] of names.entries()) add(name, {weekday: i + 1, ...(place > 0 ? {plural: true} : {})})
    for (const name of weak) add(name, {weekday: i + 1, weak: true})
  })
  for (const [word, code] of Object.entries(pack.seasons)) add(word, {season: SEASONS.indexOf(code as (typeof SEASONS)[number])})
  for (const word of pack.plainSeasons) add(word, {plain: true})
  for (const [word, code] of Object.entries(pack.dayParts)) add(word, {dayPart: code, ...(word.endsWith('s') ? {plural: true} : {})})
  for (const [word, hour] of Object.entries(pack.clockWords)) add(word, {clock: hour})
  for (const [word, minutes] of Object.entries(pack.zones)) add(word, {zone: minutes})
  for (const [unit, words] of Object.entries(pack.units))
    for (const word of words) add(word, {unit: unit as UnitName, ...(word.endsWith('s') ? {plural: true} : {})})
  for (const [word, number] of Object.entries(pack.numbers)) add(word, {number})
  for (const [word, scale] of Object.entries(pack.scales)) add(word, {scale})
  for (const [word, ordinal] of Object.entries(pack.ordinals)) add(word, {ordinal})
  for (const [word, decadeName] of Object.entries(pack.decadeNames)) add(word, {decadeName})
  for (const word of pack.vague) add(word, {vague: true})
  for (const word of pack.back) add(word, {way: 'back'})
  for (const word of pack.ahead) add(word, {way: 'ahead'})
  for (const word of pack.spokenOf) add(word, {spokenOf: true})
  for (const word of pack.here) add(word, {way: 'here'})
  for (const word of pack.start) add(word, {cut: 'START'})
  for (const word of pack.middle) add(word, {cut: 'MID'})
  for (const word of pack.end) add(word, {cut: 'END'})
  for (const [word, nearby] of Object.entries(pack.nearby)) add(word, {nearby})
  for (const [word, night] of Object.entries(pack.nights)) add(word, {night})
  for (const [word, set] of Object.entries(pack.sets)) add(word, {set})
  for (const word of pack.every) add(word, {every: true})
  for (const [role, words] of Object.entries(pack.roles)) for (const word of words) add(word, {role: role as TimeRole})
  return {
    senses,
    phrases: buildPhrases(pack),
    future: new Set(pack.tense.future),
    past: new Set(pack.tense.past),
    said: new Set(pack.tense.said),
    toward: new Set(pack.tense.toward),
    arranged: new Set(pack.tense.arranged),
    counted: new Set(pack.counted),
    label: new Set(pack.label),
    before: contextsOf(name => pack.before[name]),
  }
}

const contextsOf = (wordsOf: (name: TimeContext) => readonly string[]): TimeLexicon['before'] =>
  Object.fromEntries(TIME_CONTEXTS.map(name => [name, new Set(wordsOf(name))])) as unknown as TimeLexicon['before']

const NO_WORDS: TimeLexicon = {
  senses: new Map(),
  phrases: new Map(),
  future: new Set(),
  past: new Set(),
  said: new Set(),
  toward: new Set(),
  arranged: new Set(),
  counted: new Set(),
  label: new Set(),
  before: contextsOf(() => []),
}

function buildPhrases(pack: TimePack): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  const add = (text: string, meaning: PhraseMeaning): void => {
    const words = cutWords(text, 0, text.length, NO_WORDS).map(word => word.text)
    const list = phrases.get(words[0]!)
    if (list) list.push({words, meaning})
    else phrases.set(words[0]!, [{words, meaning}])
  }
  for (const holiday of pack.holidays) for (const name of holiday.names) add(name, {kind: 'holiday', holiday})
  for (const text of pack.present) add(text, {kind: 'reference', value: 'PRESENT_REF'})
  for (const text of pack.past) add(text, {kind: 'reference', value: 'PAST_REF'})
  for (const text of pack.future) add(text, {kind: 'reference', value: 'FUTURE_REF'})
  for (const {words, mod} of pack.soften) for (const text of words) add(text, {kind: 'soften', mod})
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return phrases
}
