// When an article came out, where nobody says so: from its dateline, its address, or what its text gives away, with the place that shows it.
import type {DateSource} from '../../model/article.ts'
import type {TimePack} from '../../model/pack-times.ts'
import type {Span} from '../../model/span.ts'
import {dayOf, isoDay, isRealDay, weekdayOf} from './day.ts'
import {readLine} from './grammar.ts'
import {lexiconOf, type TimeLexicon} from './lexicon.ts'
import type {Found} from './meaning.ts'
import {cutWords, type Line} from './words.ts'

export interface PublishedFound {
  /** EDTF: a day, or an approximate one (`2031-05-23~`) where the text only says which days are near. */
  readonly published: string
  readonly publishedFrom: Extract<DateSource, 'dateline' | 'address' | 'text'>
  /** 0 to 1. */
  readonly certainty: number
  /** The words that show it; null for an address. */
  readonly at: Span | null
  readonly rule: 'dateline' | 'date-line' | 'address' | 'dateline-and-address' | 'weekday-and-date'
}

export interface Undated {
  readonly text: string
  readonly uri: string | null
}

/** Lines of the head and the foot that are looked at. */
const HEAD_LINES = 8
const LONGEST_LINE = 400
/** A dateline stands in front: "OSTREL, April 11 (Mirvan Post) —". */
const DATELINE_REACH = 90

/** Null where nothing shows it; never today. */
export function findPublished({text, uri}: Undated, pack: TimePack): PublishedFound | null {
  const lexicon = lexiconOf(pack)
  const fromAddress = uri === null ? null : dayOfAddress(uri)
  const lines = headLines(text).map(span => ({text, words: cutWords(text, span.start, span.end, lexicon), lexicon}))
  for (const line of lines) {
    const dated = datelineOf(line, fromAddress)
    if (dated !== null) return dated
  }
  if (fromAddress !== null) return {published: isoDay(fromAddress), publishedFrom: 'address', certainty: 0.95, at: null, rule: 'address'}
  return nearDayOf(text, lexicon)
}

/** Day in an address: /2031/04/11/, /2031-04-11-…, /20310411; null where none or no real day. */
export function dayOfAddress(uri: string): number | null {
  const match = /[/\-_=](\d{4})([/\-_.]?)(\d{1,2}|[a-z]{3})\2(\d{1,2})(?![\d])/i.exec(uri.slice(0, LONGEST_ADDRESS))
  if (!match) return null
  const year = Number(match[1])
  const named = MONTHS_IN_ADDRESSES.indexOf(match[3]!.toLowerCase()) + 1
  const month = named > 0 ? named : Number(match[3])
  const day = Number(match[4])
  // Without strokes all eight figures must stand: /2031411 is a number of its own
  if (match[2] === '' && (match[3]!.length !== 2 || match[4]!.length !== 2)) return null
  return year >= FIRST_ADDRESS_YEAR && isRealDay(year, month, day) ? dayOf(year, month, day) : null
}

const LONGEST_ADDRESS = 2000
const FIRST_ADDRESS_YEAR = 1990
const MONTHS_IN_ADDRESSES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function headLines(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  while (start < text.length && lines.length < HEAD_LINES) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (text.slice(start, Math.min(end, start + LONGEST_LINE)).trim() !== '') lines.push({start, end: Math.min(end, start + LONGEST_LINE)})
    start = end + 1
  }
  return lines
}

function datelineOf(line: Line, fromAddress: number | null): PublishedFound | null {
  const {words} = line
  if (words.length === 0) return null
  for (const found of readLine(line)) {
    const first = words[found.from]!
    if (first.start - words[0]!.start > DATELINE_REACH) return null
    const {meaning} = found
    const day = meaning.kind === 'clock' && meaning.on !== null ? meaning.on : meaning
    if (day.kind !== 'day') continue
    const isStamp = standsAlone(line, found)
    if (!isStamp && !isDateline(line, found)) continue
    const year = typeof day.year === 'number' ? day.year : day.year === null ? yearFrom(day.month, day.day, fromAddress) : null
    if (year === null || !isRealDay(year, day.month, day.day)) continue
    const index = dayOf(year, day.month, day.day)
    if (day.weekday !== null && weekdayOf(index) !== day.weekday) continue
    const at = {start: first.start, end: words[found.to - 1]!.end}
    const rule = typeof day.year === 'number' ? (isStamp ? 'date-line' : 'dateline') : 'dateline-and-address'
    return {published: isoDay(index), publishedFrom: 'dateline', certainty: isStamp ? 0.9 : 0.95, at, rule}
  }
  return null
}

/** The year of a dateline without one, from an address of the same days. */
const CLOSE_TO_ADDRESS = 3

function yearFrom(month: number, day: number, fromAddress: number | null): number | null {
  if (fromAddress === null) return null
  for (const year of [Number(isoDay(fromAddress).slice(0, 4)), Number(isoDay(fromAddress - CLOSE_TO_ADDRESS).slice(0, 4))])
    if (isRealDay(year, month, day) && Math.abs(dayOf(year, month, day) - fromAddress) <= CLOSE_TO_ADDRESS) return year
  return null
}

/** The line says nothing else: "March 1, 2031", "Published: 11 April 2031 18:00 UTC". */
function standsAlone(line: Line, found: Found): boolean {
  const rest = line.words.filter((word, i) => (i < found.from || i >= found.to) && word.kind !== 'mark')
  return (
    rest.every(
      word => word.kind === 'number' || word.sense?.role === 'stamp' || word.sense?.zone !== undefined || SMALL.includes(word.text),
    ) && rest.length <= MOST_WORDS_BESIDE
  )
}

const SMALL = ['on', 'at', 'am', 'pm', 'by', 'last']
const MOST_WORDS_BESIDE = 6

/** Before it only a place in capitals, behind it an agency in brackets or a dash. */
function isDateline(line: Line, {from, to}: Found): boolean {
  const {words} = line
  if (from === 0) return false
  for (let i = 0; i < from; i++) {
    const word = words[i]!
    if (word.kind === 'word' ? !word.capital : word.kind === 'number' || !DATELINE_MARKS.includes(word.text)) return false
  }
  if (!isAllCapitals(line.text.slice(words[0]!.start, words[0]!.end))) return false
  const after = words[to]
  return after !== undefined && AFTER_DATELINE.includes(after.text)
}

const DATELINE_MARKS = [',', '.', '-', '–', '/', '(', ')', "'"]
const AFTER_DATELINE = ['(', '-', '–', '—', ':', '/', '|']
const isAllCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

/** Text looked at for a weekday beside its date. */
const EVIDENCE_REACH = 20_000

/** "this Friday 23rd May" with a year named elsewhere: the one year in which 23 May is a Friday is the year of the text, the day roughly its date. */
function nearDayOf(text: string, lexicon: TimeLexicon): PublishedFound | null {
  const line: Line = {text, words: cutWords(text, 0, Math.min(text.length, EVIDENCE_REACH), lexicon), lexicon}
  const read = readLine(line)
  let latest: number | null = null
  for (const {meaning} of read) {
    const year =
      meaning.kind === 'period' && meaning.grain === 'year'
        ? meaning.index
        : meaning.kind === 'day' || meaning.kind === 'month'
          ? meaning.year
          : null
    if (typeof year === 'number' && (latest === null || year > latest)) latest = year
  }
  if (latest === null) return null
  for (const {meaning, from, to} of read) {
    if (meaning.kind !== 'day' || meaning.weekday === null || meaning.year !== null) continue
    const fits = [latest, latest + 1].filter(
      year => isRealDay(year, meaning.month, meaning.day) && weekdayOf(dayOf(year, meaning.month, meaning.day)) === meaning.weekday,
    )
    if (fits.length !== 1) continue
    const at = {start: line.words[from]!.start, end: line.words[to - 1]!.end}
    return {
      published: `${isoDay(dayOf(fits[0]!, meaning.month, meaning.day))}~`,
      publishedFrom: 'text',
      certainty: 0.6,
      at,
      rule: 'weekday-and-date',
    }
  }
  return null
}
