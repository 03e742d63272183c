// Whether a place name stands for its government or is the place: "Kyiv rejected the plan" against "they met in Kyiv".
// Decided from the words around it, with the tree as second witness; the frames after Markert and Nissim (2002).
import {childrenOf, relationOf, uposOf} from '../../text/tree.ts'
import type {Lexicon} from './lexicon.ts'
import {isCapital, type Sheet, sameSentence} from './sheet.ts'

export interface Stand {
  readonly stands: 'government' | 'place' | 'open'
  readonly rule: string
}

const IN_PLACE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'across',
  'throughout',
  'into',
  'via',
  'through',
  'inside',
  'within',
  'above',
  'over',
  'towards',
  'toward',
])
const TOWARD_GOVERNMENT: ReadonlySet<string> = new Set(['with', 'against', 'by', 'on', 'for', 'upon'])

/** A verb that does something to something: enough for the capital of a country, too little for a name that no pack knows. */
export const SUBJECT_OF_DEED = 'subject of a verb with an object'

/** "the Vell pipeline": a thing with the name in its own; "the Kremlin pool" is still the government's. */
export const PART_OF_THING = 'part of the name of a thing'

const OPEN: Stand = {stands: 'open', rule: 'no frame'}
const government = (rule: string): Stand => ({stands: 'government', rule})
const place = (rule: string): Stand => ({stands: 'place', rule})

/** Reads the frame around tokens first … end - 1. */
export function standOf(sheet: Sheet, lexicon: Lexicon, first: number, end: number): Stand {
  const {lower, tokens} = sheet
  let before = first - 1
  while (
    before >= 0 &&
    sameSentence(sheet, before, first) &&
    (lower[before] === 'the' || (uposOf(tokens, before) === 'ADJ' && !isCapital(sheet, before)))
  )
    before--
  const word = before >= 0 && sameSentence(sheet, before, first) ? lower[before]! : ''
  if (word === 'between' || (word === 'and' && reachesBetween(sheet, before))) return between(sheet, lexicon, first, end)
  const possessed = possessedNoun(sheet, end)
  if (possessed !== null)
    return lexicon.governmentNouns.has(possessed)
      ? government('possessor of what governments have')
      : place('possessor of a thing of the place')
  if (IN_PLACE.has(word)) return place(`after "${word}"`)
  if (opensCompound(sheet, lexicon, end)) return place(PART_OF_THING)
  if (word === 'to' || word === 'from') return afterTo(sheet, lexicon, before)
  if (TOWARD_GOVERNMENT.has(word))
    return word === 'for' && lexicon.motionWords.has(lemmaAt(sheet, before - 1)) ? place('bound for it') : government(`after "${word}"`)
  if (word === ',' && lexicon.townNouns.has(lower[before - 1] ?? '')) return place('apposition to the capital')
  if (lexicon.townNouns.has(word) || (word === 'of' && lexicon.townNouns.has(lower[before - 1] ?? ''))) return place('after "capital"')
  if (lexicon.meetingNouns.has(lower[end] ?? '')) return place('modifier of a meeting')
  if (isSubject(sheet, lexicon, first, end)) return government('subject of a verb of deciding or saying')
  if (isDoer(sheet, lexicon, first, end)) return government(SUBJECT_OF_DEED)
  if (word === 'of') return lexicon.governmentNouns.has(lower[before - 1] ?? '') ? government('"of" after what governments have') : OPEN
  if (lexicon.towardVerbs.has(lemmaAt(sheet, before)) && uposOf(tokens, before) === 'VERB')
    return government('object of a verb toward governments')
  if (lexicon.motionWords.has(lemmaAt(sheet, before))) return place('goal of motion')
  return OPEN
}

const lemmaAt = (sheet: Sheet, i: number): string => (i < 0 ? '' : sheet.tokens.lemma(i).toLowerCase())

/** True where "and" at the token is the second part of "between A and B". */
function reachesBetween(sheet: Sheet, and: number): boolean {
  for (let i = and - 1; i >= Math.max(0, and - 6); i--) {
    if (sheet.lower[i] === 'between') return true
    if (uposOf(sheet.tokens, i) === 'VERB') return false
  }
  return false
}

function between(sheet: Sheet, lexicon: Lexicon, first: number, end: number): Stand {
  for (let i = first - 1, steps = 0; i >= 0 && steps < 12 && sameSentence(sheet, i, first); i--, steps++)
    if (lexicon.betweenNouns.has(sheet.lower[i]!)) return government('between two that talk')
  for (let i = end, steps = 0; steps < 6 && sameSentence(sheet, i, first); i++, steps++)
    if (lexicon.betweenNouns.has(sheet.lower[i]!)) return government('between two that talk')
  return place('between two places')
}

function afterTo(sheet: Sheet, lexicon: Lexicon, to: number): Stand {
  const isTo = sheet.lower[to] === 'to'
  for (let i = to - 1, steps = 0; i >= 0 && steps < 4 && sameSentence(sheet, i, to); i--, steps++) {
    const word = sheet.lower[i]!
    const lemma = lemmaAt(sheet, i)
    if (lexicon.motionWords.has(lemma)) return place('goal of motion')
    if (word === 'according' || lexicon.governmentNouns.has(word) || lexicon.towardVerbs.has(lemma))
      return government('"to" after what one gives a government')
    if (lexicon.betweenNouns.has(word)) return government('"to" after what one has with a government')
    if (isTo && lexicon.givenNouns.has(lemma)) return government('"to" after what one gives a government')
  }
  return place(`after "${sheet.lower[to]}"`)
}

/** The noun after 's, adjectives passed over; null where no 's follows. */
function possessedNoun(sheet: Sheet, end: number): string | null {
  if (sheet.lower[end] !== "'s" && sheet.lower[end] !== "'") return null
  if (sheet.tokens.start[end] !== sheet.tokens.end[end - 1]) return null
  let noun: string | null = null
  for (let i = end + 1; i < Math.min(end + 6, sheet.tokens.length) && sameSentence(sheet, i, end); i++) {
    const upos = uposOf(sheet.tokens, i)
    if (upos === 'NOUN') noun = sheet.lower[i]!
    else if (upos !== 'ADJ' && upos !== 'ADV' && upos !== 'NUM' && upos !== 'PROPN' && sheet.lower[i] !== '-' && sheet.lower[i] !== "'s")
      break
  }
  return noun ?? ''
}

const SKIPPED_BEFORE_VERB: ReadonlySet<string> = new Set(['ADV', 'AUX', 'PART'])

function isSubject(sheet: Sheet, lexicon: Lexicon, first: number, end: number): boolean {
  const {tokens} = sheet
  for (let i = first; i < end; i++) {
    if (relationOf(tokens, i) !== 'nsubj') continue
    const head = tokens.head[i]!
    if (head >= end && (uposOf(tokens, head) === 'VERB' || uposOf(tokens, head) === 'AUX'))
      return lexicon.governmentVerbs.has(lemmaAt(sheet, head))
  }
  let i = end
  while (i < tokens.length && sameSentence(sheet, i, first) && SKIPPED_BEFORE_VERB.has(uposOf(tokens, i))) i++
  if (i >= tokens.length || !sameSentence(sheet, i, first)) return false
  return (
    uposOf(tokens, i) === 'VERB' &&
    /^VB/.test(tokens.tags[tokens.xpos[i]!] ?? 'VBD') &&
    lexicon.governmentVerbs.has(lemmaAt(sheet, i)) &&
    sheet.lower[first - 1] !== 'in'
  )
}

/** "the Vell pipeline", "Cano Reddo crude": a noun that hangs on nothing but the name's own phrase follows. "Vell officials" are no thing. */
function opensCompound(sheet: Sheet, lexicon: Lexicon, end: number): boolean {
  const {tokens} = sheet
  if (end >= tokens.length || !sameSentence(sheet, end - 1, end) || isCapital(sheet, end) || uposOf(tokens, end) !== 'NOUN') return false
  return relationOf(tokens, end - 1) === 'compound' && tokens.head[end - 1]! >= end && !lexicon.governmentNouns.has(sheet.lower[end]!)
}

const WITH_OBJECT: ReadonlySet<string> = new Set(['obj', 'ccomp', 'xcomp'])

/** "Vell stopped the wagons", "Vell, which had stopped the wagons, …": a finite verb in the active with an object, and none of what towns do. */
function isDoer(sheet: Sheet, lexicon: Lexicon, first: number, end: number): boolean {
  const {tokens, lower} = sheet
  const isRelative = lower[end] === ',' && lower[end + 1] === 'which'
  let verb = isRelative ? end + 2 : end
  while (verb < tokens.length && SKIPPED_BEFORE_VERB.has(uposOf(tokens, verb))) verb++
  if (verb >= tokens.length || !sameSentence(sheet, verb, first) || uposOf(tokens, verb) !== 'VERB') return false
  const form = tokens.tags[tokens.xpos[verb]!] ?? ''
  const helper = lemmaAt(sheet, lower[verb - 1] === 'not' ? verb - 2 : verb - 1)
  if ((form === 'VBN' && helper !== 'have') || (form === 'VBG' && helper !== 'be')) return false
  if (lexicon.townVerbs.has(lemmaAt(sheet, verb))) return false
  for (const child of childrenOf(tokens, verb)) if (WITH_OBJECT.has(relationOf(tokens, child))) return true
  return false
}
