// Finds what stands between quotation marks, in one pass over the text: all marks that newsrooms use, quotes in quotes, quotes that run over
// paragraphs, and quotes that nobody closed. What a quotation means (speech, title, nickname) is decided elsewhere.
import type {Span} from '../model/span.ts'

export interface Quotation extends Span {
  /** Without the marks. */
  readonly inner: Span
  /** 0 for an outermost quotation, 1 for a quote in a quote. */
  readonly depth: number
  readonly unclosed: boolean
  /** Index of the quotation that this one carries on in a new paragraph. */
  readonly continues: number | null
}

// An unclosed quotation runs to the end of its paragraph, but feeds put a whole article into one paragraph: there it ends with its sentence.
const LONGEST_UNCLOSED = 700

const OPENERS = '“„«‟「『'
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '‟': '”"',
  '「': '」',
  '『': '』',
  '"': '"”',
  "''": '',
  '``': '',
}

interface Open {
  readonly at: number
  readonly mark: string
}

/** All quotations in text order, an outer one before those inside it. Never throws; linear. */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  let carried: number | null = null
  for (let start = 0; start <= text.length; ) {
    const line = text.indexOf('\n', start)
    const end = line < 0 ? text.length : line
    if (!hasInk(text, start, end)) {
      start = end + 1
      continue
    }
    const read = readParagraph(text, start, end, found, carried)
    carried = read.carried
    start = read.next
  }
  return found
}

/**
 * Reads one paragraph; `carried` is the quotation that the paragraph before left open. Gives the one that this paragraph leaves open, and where
 * to read on.
 */
function readParagraph(
  text: string,
  start: number,
  end: number,
  found: Quotation[],
  carried: number | null,
): {carried: number | null; next: number} {
  const singles = singleClosers(text, start, end)
  let open: Open | null = null
  let inside: Quotation[] = []
  let first = true
  let stillOpen: number | null = null
  const close = (at: number, unclosed: boolean): void => {
    const from = open!.at
    const length = open!.mark.length
    const until = unclosed ? at : at + (text.startsWith("''", at) ? 2 : 1)
    const continues = first && carried !== null && !hasInk(text, start, from) ? carried : null
    first = false
    found.push({start: from, end: until, inner: {start: Math.min(from + length, at), end: at}, depth: 0, unclosed, continues})
    if (unclosed) stillOpen = found.length - 1
    found.push(...inside.filter(quotation => quotation.end <= at))
    open = null
    inside = []
  }
  for (let i = start; i < end; i++) {
    const mark = markAt(text, i)
    if (mark === null) {
      const unit = text[i]!
      if ((unit === "'" || unit === '‘' || unit === '’') && opensSingle(text, i, start)) {
        const closer = singles.get(i)
        if (closer === undefined) continue
        const single = {start: i, end: closer + 1, inner: {start: i + 1, end: closer}, unclosed: false, continues: null}
        if (open) inside.push({...single, depth: 1})
        else {
          found.push({...single, depth: 0})
          first = false
          i = closer
        }
      }
      continue
    }
    const last = i + mark.length - 1
    if (open === null) {
      if (OPENERS.includes(mark) || (isStraight(mark) && opensStraight(text, i, mark.length, start, end))) open = {at: i, mark}
    } else if (closesWith(open, mark) && !(isStraight(mark) && reopens(text, i, mark.length, start))) close(i, false)
    else if (mark === (open as Open).mark && opensStraight(text, i, mark.length, start, end)) {
      // A second opening mark: the first quotation was never closed, as in “It must move. “Too many are gone.”
      close(sentenceEnd(text, (open as Open).at, i), true)
      stillOpen = null
      open = {at: i, mark}
    }
    i = last
  }
  if (open !== null) {
    const mayRunOn = !endsSentence(text, end) || !isStraight((open as Open).mark) || isLineOnly(text, end)
    const beyond = mayRunOn ? closerBeyond(text, end, open) : -1
    if (beyond >= 0) {
      close(beyond, false)
      return {carried: null, next: found.findLast(quotation => quotation.depth === 0)!.end}
    }
    const from = (open as Open).at
    const until = end - from > LONGEST_UNCLOSED ? sentenceEnd(text, from, end) : inkEnd(text, from, end)
    close(until, true)
  }
  const index = stillOpen as number | null
  if (index !== null && nextParagraphReopens(text, end)) {
    found[index] = {...found[index]!, unclosed: false}
    return {carried: index, next: end + 1}
  }
  return {carried: null, next: end + 1}
}

// A quotation that runs on over a line break without a new opening mark: longer ones were two quotations with a mark lost between them.
const LONGEST_RUN = 1_500

/** The line is followed by another one, not by an empty one. */
const isLineOnly = (text: string, end: number): boolean => end + 1 < text.length && !isSpace(text[end + 1])

/** The last ink before `end` ends a sentence: a line that stops there was not broken in the middle of one. */
const endsSentence = (text: string, end: number): boolean => /[.!?…]\s*$/.test(text.slice(Math.max(0, end - 8), end))

/** The mark that closes a quotation in one of the next lines, where no other mark stands before it; -1 where there is none. */
function closerBeyond(text: string, end: number, open: Open): number {
  const limit = Math.min(text.length, end + LONGEST_RUN)
  for (let i = end; i < limit; i++) {
    const mark = markAt(text, i)
    if (mark === null) continue
    const opens = isStraight(mark) && (isSpace(text[i - 1]) || opensStraight(text, i, mark.length, 0, text.length))
    return closesWith(open, mark) && !opens ? i : -1
  }
  return -1
}

const QUOTE = 0x22
const APOSTROPHE = 0x27
const GRAVE = 0x60
/** « is the first mark beyond ASCII. */
const FIRST_WIDE_MARK = 0xab

function markAt(text: string, i: number): string | null {
  // Most of a text is Latin letters and spaces: no look at the lists of marks for those.
  const code = text.charCodeAt(i)
  if (code < FIRST_WIDE_MARK && code !== QUOTE && code !== APOSTROPHE && code !== GRAVE) return null
  const unit = text[i]!
  if (unit === '"' || unit === '”' || unit === '»' || unit === '」' || unit === '』' || OPENERS.includes(unit)) return unit
  if ((unit === "'" || unit === '`') && text[i + 1] === unit) return unit + unit
  return null
}

const isStraight = (mark: string): boolean => mark === '"' || mark === "''" || mark === '``'

function closesWith(open: Open, mark: string): boolean {
  if (open.mark === "''" || open.mark === '``') return mark === "''" || mark === '"'
  return CLOSERS[open.mark]!.includes(mark) || (open.mark === '"' && mark === "''")
}

const isSpace = (unit: string | undefined): boolean => unit === undefined || unit.trim() === ''
const isWord = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit)

/** A straight mark opens where no word touches its left side and something touches its right side. */
function opensStraight(text: string, i: number, length: number, start: number, end: number): boolean {
  const before = i > start ? text[i - 1] : undefined
  const after = i + length < end ? text[i + length] : undefined
  const isLoose = isSpace(after) && before === ' ' && (text[i - 2] === ',' || text[i - 2] === ':') && i + length < end
  return (isLoose || !isSpace(after)) && (before === undefined || !/[\p{L}\p{N}.,!?;:%]/u.test(before))
}

/** Inside a quotation a straight mark after a space and before a word opens the next one; the mark that should have closed was lost. */
function reopens(text: string, i: number, length: number, start: number): boolean {
  return i > start && isSpace(text[i - 1]) && isWord(text[i + length])
}

function opensSingle(text: string, i: number, start: number): boolean {
  const before = i > start ? text[i - 1]! : ' '
  if (text[i] === '’') return false
  return (isSpace(before) || '([“"—–-„«'.includes(before)) && isWord(text[i + 1]) && text[i + 1] !== text[i]
}

/** For each single mark that opens, the one that closes it: at least two characters in, after no space and before no letter. */
function singleClosers(text: string, start: number, end: number): Map<number, number> {
  const closers = new Map<number, number>()
  let next = -1
  for (let i = end - 1; i >= start; i--) {
    const unit = text[i]!
    if (unit !== "'" && unit !== '’' && unit !== '‘') continue
    if (text[i + 1] === unit || text[i - 1] === unit) continue
    if (opensSingle(text, i, start)) {
      if (next > i + 2) closers.set(i, next)
      next = -1
    } else if (!isSpace(text[i - 1]) && !isWord(text[i + 1])) {
      // "the sides' demands": a plural's apostrophe closes only where no later mark after a stop does.
      const afterStop = /[.,!?…]/.test(text[i - 1] ?? '')
      if (next < 0 || afterStop || text[i - 1] !== 's') next = i
    }
  }
  return closers
}

/** End of the first sentence after `from`, at most `limit`; a stop counts after a word and before a space. */
function sentenceEnd(text: string, from: number, limit: number): number {
  for (let i = from + 2; i < limit; i++)
    if (/[.!?]/.test(text[i]!) && (i + 1 >= limit || isSpace(text[i + 1])) && !isInitial(text, i)) return i + 1
  return inkEnd(text, from, limit)
}

/** The stop after a single capital or a short title is no sentence end ("J. Vashenko", "Mr."). */
const isInitial = (text: string, i: number): boolean => /(?:^|[\s“"])(?:\p{Lu}|\p{Lu}\p{Ll}{1,2})$/u.test(text.slice(Math.max(0, i - 5), i))

function inkEnd(text: string, from: number, end: number): number {
  let last = end
  while (last > from + 1 && isSpace(text[last - 1])) last--
  return last
}

function hasInk(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(text[i])) return true
  return false
}

function nextParagraphReopens(text: string, end: number): boolean {
  for (let i = end; i < text.length; i++) {
    if (isSpace(text[i])) continue
    const mark = markAt(text, i)
    return mark !== null && mark !== '”' && mark !== '»'
  }
  return false
}
