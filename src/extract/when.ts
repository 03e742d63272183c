// When a clause happens: the time expressions that belong to it, whether they lie ahead of or behind the day of publication, and what is told as history.
import type {TimeExpression} from '../model/time.ts'
import {childrenOf} from '../text/tree.ts'
import {caseOf} from './parties.ts'
import type {Scene} from './scene.ts'
import {isVerb} from './slots.ts'

const CLAUSAL = new Set(['ccomp', 'advcl', 'acl', 'parataxis', 'csubj', 'root'])

/** The time expressions of the document that hang on the word, without those of clauses below it; nearest first. */
export function timesOf(scene: Scene, word: number): readonly TimeExpression[] {
  const {document, tokens} = scene
  const sentence = document.sentences[tokens.sentence[word]!]
  if (!sentence) return []
  const found: {time: TimeExpression; far: number}[] = []
  for (const time of timesIn(scene, sentence)) {
    const head = headToken(scene, time)
    if (head < 0) continue
    if (hangsOn(scene, head, word)) found.push({time, far: Math.abs(head - word)})
  }
  return found.sort((a, b) => a.far - b.far).map(entry => entry.time)
}

function timesIn(scene: Scene, span: {readonly start: number; readonly end: number}): readonly TimeExpression[] {
  const {times} = scene.document
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  const found: TimeExpression[] = []
  for (let i = low; i < times.length && times[i]!.start < span.end; i++) found.push(times[i]!)
  return found
}

/** The word of the expression whose head lies outside it. */
function headToken(scene: Scene, time: TimeExpression): number {
  const {tokens} = scene
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.end[middle]! <= time.start) low = middle + 1
    else high = middle
  }
  for (let token = low; token < tokens.length && tokens.start[token]! < time.end; token++) {
    const head = tokens.head[token]!
    if (head < 0 || tokens.end[head]! <= time.start || tokens.start[head]! >= time.end) return token
  }
  return low < tokens.length ? low : -1
}

const MAX_STEPS = 8

/** Prepositions behind which stands another happening. */
const BESIDE: ReadonlySet<string> = new Set(['since', 'after', 'before', 'until', 'despite', 'following'])

/** True where the way up from the expression reaches the word before it meets another verb. */
function hangsOn(scene: Scene, token: number, word: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < MAX_STEPS; at = scene.tokens.head[at]!, steps++) {
    if (at === word) return true
    if (at !== token && (isVerb(scene, at) || CLAUSAL.has(scene.relations[at]!)) && scene.tokens.head[at] !== word) return false
    if (at !== token && isVerb(scene, at)) return false
    // "met for the first time since the election of 1 March": the date of the election.
    if (at !== token && BESIDE.has(caseOf(scene, at) ?? '')) return false
    if (qualifiesNoun(scene, at) && scene.tokens.head[at] !== word) return false
  }
  return false
}

/** "the October sinking", "Friday's newspapers": the date of another thing, which stands before its noun. "A February meeting" dates the meeting. */
function qualifiesNoun(scene: Scene, token: number): boolean {
  const head = scene.tokens.head[token]!
  if (head <= token || !scene.tags[head]!.startsWith('NN') || isDated(scene, head)) return false
  const relation = scene.relations[token]!
  return relation === 'compound' || relation === 'amod' || (relation === 'nmod' && caseOf(scene, token) === null)
}

/** The noun is itself part of a date: "Friday night". */
function isDated(scene: Scene, token: number): boolean {
  const start = scene.tokens.start[token]!
  const sentence = scene.document.sentences[scene.tokens.sentence[token]!]
  return sentence !== undefined && timesIn(scene, sentence).some(time => time.start <= start && start < time.end)
}

const day = (value: string | null): string | null => (value === null ? null : value.slice(0, 10))

/** True where a time of the clause lies after the day of publication, or a word says so ("next week", "tomorrow"). */
export function pointsAhead(scene: Scene, word: number): boolean {
  const published = day(scene.document.published)
  for (const time of timesOf(scene, word)) {
    const from = day(time.from)
    if (from !== null && published !== null && from > published) return true
    if (time.timex === 'FUTURE_REF') return true
    if (from === null && opensAhead(scene, time)) return true
  }
  return false
}

function opensAhead(scene: Scene, time: TimeExpression): boolean {
  const words = scene.document.text.slice(time.start, time.end).toLowerCase().split(/\s/)
  return words.some(each => scene.lexicon.is('future', each))
}

/** True where a time of the clause lies before the day of publication. */
export function pointsBack(scene: Scene, word: number): boolean {
  const published = day(scene.document.published)
  if (published === null) return false
  for (const time of timesOf(scene, word)) {
    const to = day(time.to)
    if (to !== null && time.type !== 'duration' && to < published) return true
  }
  return false
}

/** Days after which news of a single day is history: two weekly cycles. */
const HISTORY_DAYS = 15

/** True where the clause is told as history: "last month", "in 2014", "since …", "previously". */
export function toldAsHistory(scene: Scene, words: readonly number[]): boolean {
  const published = day(scene.document.published)
  for (const word of words) {
    for (const child of childrenOf(scene.tokens, word))
      if (scene.relations[child] === 'advmod' && scene.lexicon.is('past', scene.lemmas[child]!)) return true
    for (const time of timesOf(scene, word)) {
      if (time.type === 'duration' || time.type === 'set') continue
      if (isFirstSince(scene, time)) continue
      if (afterSince(scene, time)) return true
      const value = time.value ?? time.timex ?? ''
      const coarse = /^\d{3,4}(?:X|-\d\d|s)?$/.test(value) || /^\d{3}[X\d]?$/.test(value)
      const to = day(time.to)
      if (published === null) {
        if (/^\d{3}[\dX]$/.test(value)) return true
        continue
      }
      if (to === null || to >= published) continue
      if (coarse || daysBetween(to, published) > HISTORY_DAYS) return true
    }
  }
  return false
}

const afterSince = (scene: Scene, time: TimeExpression): boolean => /\bsince\s+(?:the\s+)?$/i.test(before(scene, time))

/** "gave Chile until Friday": by when, not when. */
const isDeadline = (scene: Scene, time: TimeExpression): boolean => /\buntil\s+$/i.test(before(scene, time))

/** "for the first time since December" tells that it happened now. */
const isFirstSince = (scene: Scene, time: TimeExpression): boolean => /\btime\s+since\s+(?:the\s+)?$/i.test(before(scene, time))

const before = (scene: Scene, time: TimeExpression): string => scene.document.text.slice(Math.max(0, time.start - SINCE), time.start)

/** Characters that hold "time since the" before a date. */
const SINCE = 18

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** Rough day number; leap days do not matter to a distance of weeks. */
const dayNumber = (iso: string): number =>
  Number(iso.slice(0, 4)) * 365.25 + (MONTH_STARTS[Number(iso.slice(5, 7)) - 1] ?? 0) + Number(iso.slice(8, 10))

const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The first dated time of the words, EDTF; "recently" (an interval without a beginning) dates nothing. */
export function dateOf(scene: Scene, words: readonly number[]): string | null {
  for (const word of words)
    for (const time of timesOf(scene, word))
      if (
        time.value !== null &&
        time.type !== 'duration' &&
        time.type !== 'set' &&
        !time.value.startsWith('..') &&
        !time.value.endsWith('..') &&
        !afterSince(scene, time) &&
        !isDeadline(scene, time)
      )
        return time.value
  return null
}
