// Finds time expressions and resolves them the way a newsroom means them: sentence by sentence, each seen from the publication and the dates before it.
import type {With} from '../model/document.ts'
import type {Packs} from '../model/packs.ts'
import type {DocumentNote, Span} from '../model/span.ts'
import type {TimeExpression} from '../model/time.ts'
import type {Sentence} from '../model/tokens.ts'
import {parseDay} from '../text/time/day.ts'
import {express} from '../text/time/express.ts'
import {readLine} from '../text/time/grammar.ts'
import {lexiconOf} from '../text/time/lexicon.ts'
import type {Found} from '../text/time/meaning.ts'
import type {Period} from '../text/time/period.ts'
import type {Viewpoint} from '../text/time/resolve.ts'
import {isPossessive, type Look, lookBefore, lookBeside, lookNear} from '../text/time/tense.ts'
import {cutWords, type Line} from '../text/time/words.ts'
import {tokenAt} from '../text/tree.ts'
import {lookInTree} from './times/clause.ts'
import {anchorInQuotations} from './times/spoken.ts'
import {wholeSentences, windowsOf} from './times/windows.ts'

/** A document of a million dates is a data file; what comes after this many is left alone. */
export const MOST_EXPRESSIONS = 20_000

interface Memory {
  last: Period | null
  lastDay: Period | null
  lastQuarter: Period | null
  lastInSentence: Period | null
}

/** Never throws; linear in the text. Relative expressions stay open where `published` is null. */
export function findTimes(document: With<'sentences' | 'tokens'>, packs: Packs): readonly TimeExpression[] {
  const lexicon = lexiconOf(packs.times)
  const published = document.published === null ? null : parseDay(document.published)
  const memory: Memory = {last: null, lastDay: null, lastQuarter: null, lastInSentence: null}
  const times: TimeExpression[] = []
  for (const sentence of wholeSentences(document.text, document.sentences, lexicon)) {
    memory.lastInSentence = null
    for (const window of windowsOf(document.text, sentence)) {
      const line: Line = {text: document.text, words: cutWords(document.text, window.start, window.end, lexicon), lexicon}
      for (const found of readLine(line)) {
        const view: Viewpoint = {published, look: lookOf(document, sentence, line, found), ...memory}
        times.push(expressIn(line, found, view, memory))
      }
      if (times.length >= MOST_EXPRESSIONS) return times.slice(0, MOST_EXPRESSIONS)
    }
  }
  return anchorInQuotations(document.text, times, published, lexicon)
}

function expressIn(line: Line, found: Found, view: Viewpoint, memory: Memory): TimeExpression {
  const {period, mismatch, ...written} = express(found, view)
  if (period !== null) remember(memory, period, found)
  const rule = mismatch
    ? 'weekday-mismatch'
    : found.meaning.kind === 'impossible'
      ? found.rule === 'impossible-time'
        ? found.rule
        : 'impossible-date'
      : found.rule
  return {start: line.words[found.from]!.start, end: line.words[found.to - 1]!.end, mod: found.mod, ...written, rule}
}

/** A cue this close before an expression is right more often than the tree of the first model (AQUAINT value 76.8; 76.6 with 5 words, 76.1 with none). */
const CLOSE = 9

/** The words beside the expression first, then the tree, then the nearest words that tell. */
function lookOf({text, tokens}: With<'tokens'>, sentence: Sentence, line: Line, found: Found): Look {
  const beside = lookBeside(line, found)
  if (beside !== null) return beside
  if (isPossessive(line, found)) return lookNear(line, found)
  const close = lookBefore(line, found, CLOSE)
  if (close !== null) return close
  if (tokens.length > 0) {
    const first = tokenAt(tokens, line.words[found.from]!.start)
    const end = tokenAt(tokens, line.words[found.to - 1]!.end)
    const look = lookInTree({text, tokens, sentence, lexicon: line.lexicon}, first, end)
    if (look !== null) return look
  }
  return lookNear(line, found)
}

function remember(memory: Memory, period: Period, {meaning}: Found): void {
  if (meaning.kind === 'away' && (meaning.spokenOf || meaning.unit === 'year')) return
  memory.last = period
  if (period.grain === 'day') memory.lastDay = period
  if (period.grain === 'quarter') memory.lastQuarter = period
  // "the quarter ended Sept. 29 … a year earlier" compares quarters
  if (memory.lastInSentence?.grain !== 'quarter') memory.lastInSentence = period
}

/** What the reader of the document should know: dates that cannot be, weekdays that do not fit, expressions left out. */
export function noteTimes(document: With<'times'>): DocumentNote[] {
  const notes: DocumentNote[] = []
  const words = ({start, end}: Span): string => document.text.slice(start, end)
  for (const time of document.times) {
    const at = {start: time.start, end: time.end}
    if (time.rule === 'impossible-date')
      notes.push({code: 'time/impossible-date', message: `“${words(time)}” is no day of the calendar; left without a value`, at})
    else if (time.rule === 'impossible-time')
      notes.push({code: 'time/impossible-time', message: `“${words(time)}” is no time of the clock; left without a value`, at})
    else if (time.rule === 'weekday-mismatch')
      notes.push({
        code: 'time/weekday-mismatch',
        message: `“${words(time)}”: ${time.value} is another day of the week; both kept as written`,
        at,
      })
    if (notes.length >= MOST_NOTES) break
  }
  if (document.times.length >= MOST_EXPRESSIONS)
    notes.push({code: 'truncated', message: `more than ${MOST_EXPRESSIONS} time expressions; those behind are left alone`})
  return notes
}

const MOST_NOTES = 50
