// Cuts a line into words as Universal Dependencies writes English: clitics, hyphens and signs apart, numbers, addresses and abbreviations whole.
// One pass from left to right inside each stretch without white space; every decision looks at a bounded window.
import {DIGIT, isApostrophe, isDigit, isLower, isUpper, kindAt, SIGN, SPACE, WORD} from './characters.ts'

/** Word lists that the trainer learns from the treebanks and completes from script/train/lexicon. */
export interface Lexicon {
  /** Forms that keep their full stop, without it, in lower case. */
  readonly abbreviations: ReadonlySet<string>
  /** Forms that keep their full stop only where written like this ("Sun", "No"). */
  readonly casedAbbreviations: ReadonlySet<string>
  /** First parts that keep their hyphen ("non", "pro"). */
  readonly prefixes: ReadonlySet<string>
  /** Words written together that are two: form in lower case → length of the first. */
  readonly contractions: ReadonlyMap<string, number>
  /** Units written onto a number that are words of their own ("pm", "km"), in lower case. */
  readonly units: ReadonlySet<string>
  /** Endings of addresses and files ("com", "doc"). */
  readonly endings: ReadonlySet<string>
}

export interface TokenSink {
  start: number[]
  end: number[]
}

const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm'])
const EMOTICON = /^(?:[:;=8][-'^o]?[()[\]DPp/\\|*3]+|[()][:;=]|<3|\^_\^|:'\()$/
const ADDRESS = /^(?:[a-z]+:\/\/|www\.|mailto:)/i
/** Nothing longer is looked at as an address or as a number with hyphens. */
const MAX_WINDOW = 300

/** Adds the tokens of text.slice(from, to), which holds no line break. */
export function tokeniseLine(text: string, from: number, to: number, lexicon: Lexicon, sink: TokenSink): void {
  let at = from
  while (at < to) {
    if (kindAt(text, at) === SPACE) {
      at++
      continue
    }
    let end = at + 1
    while (end < to && kindAt(text, end) !== SPACE) end++
    tokeniseChunk(text, at, end, end >= to, lexicon, sink)
    at = end
  }
}

function tokeniseChunk(text: string, from: number, to: number, isLast: boolean, lexicon: Lexicon, sink: TokenSink): void {
  const put = (start: number, end: number): void => {
    sink.start.push(start)
    sink.end.push(end)
  }
  let at = from
  if (to - from <= 6 && kindAt(text, from) === SIGN && EMOTICON.test(text.slice(from, to))) {
    put(from, to)
    return
  }
  while (at < to) {
    const kind = kindAt(text, at)
    if (kind === SIGN) {
      const end = signEnd(text, at, to, at === from, lexicon)
      put(at, end)
      at = end
      continue
    }
    const address = addressEnd(text, at, to)
    if (address > at) {
      put(at, address)
      at = address
      continue
    }
    let end = wordEnd(text, at, to, lexicon)
    if (text.charCodeAt(end) === 46 && end < to && keepsStop(text, at, end, to, isLast, lexicon)) {
      put(at, end + 1)
      at = end + 1
      continue
    }
    if (end === at) end = at + 1
    putWord(text, at, end, lexicon, put)
    at = end
  }
}

/** End of a sign, or of a run of equal ones (“...”, “--”, “!!!”). */
function signEnd(text: string, at: number, to: number, first: boolean, lexicon: Lexicon): number {
  const unit = text.charCodeAt(at)
  let end = at + 1
  if (isApostrophe(unit) || unit === 0x60) {
    // 's after a closing quote or bracket, and '90s
    let stop = end
    while (stop < to && stop < end + 4 && kindAt(text, stop) !== SIGN) stop++
    const rest = text.slice(end, stop).toLowerCase()
    if (!first && CLITICS.has(rest)) return stop
    if (/^\d\ds?$/.test(rest)) return stop
    if (text.charCodeAt(end) === unit && end < to) return end + 1
    return end
  }
  if (unit === 46 || unit === 33 || unit === 63) {
    while (end < to && isStop(text.charCodeAt(end))) end++
    if (unit !== 46 || end > at + 1 || !first) return end
    let stop = end
    while (stop < to && stop < end + 6 && kindAt(text, stop) !== SIGN) stop++
    return isDigit(text.charCodeAt(end)) || lexicon.endings.has(text.slice(end, stop).toLowerCase()) ? stop : end
  }
  if (unit === 91 && text.startsWith('[...]', at) && at + 5 <= to) return at + 5
  if (
    unit === 45 ||
    unit === 61 ||
    unit === 42 ||
    unit === 126 ||
    unit === 60 ||
    unit === 62 ||
    unit === 95 ||
    unit === 0x2014 ||
    unit === 0x2026
  )
    while (end < to && text.charCodeAt(end) === unit) end++
  if (unit === 43 && first && end < to && isDigit(text.charCodeAt(end))) {
    while (end < to && kindAt(text, end) === DIGIT) end++
  }
  return end
}

const isStop = (unit: number): boolean => unit === 46 || unit === 33 || unit === 63

/** End of a web address, a mail address or a file name that begins here; -1 where none does. */
function addressEnd(text: string, at: number, to: number): number {
  if (to - at < 5 || to - at > MAX_WINDOW) return -1
  const chunk = text.slice(at, to)
  const isAddress = ADDRESS.test(chunk) || /^[\w.%+-]+@[\w.-]+/.test(chunk)
  if (!isAddress) return -1
  let end = to
  while (end > at + 1 && /[.,;:!?'"”’)\]>]/.test(text[end - 1]!)) {
    if (text[end - 1] === ')' && chunk.includes('(')) break
    end--
  }
  const angle = text.slice(at, end).search(/[<>"”]/)
  return angle > 0 ? at + angle : end
}

/** End of the word that begins here, connectors inside it included. */
function wordEnd(text: string, at: number, to: number, lexicon: Lexicon): number {
  let end = at
  let segment = at
  while (end < to) {
    const kind = kindAt(text, end)
    if (kind === WORD || kind === DIGIT) {
      end++
      continue
    }
    if (end + 1 >= to || end === at) break
    const unit = text.charCodeAt(end)
    const before = text.charCodeAt(end - 1)
    const after = text.charCodeAt(end + 1)
    const afterKind = kindAt(text, end + 1)
    if (afterKind === SIGN) break
    if (!joins(text, at, segment, end, to, unit, before, after, lexicon)) break
    end++
    segment = end
  }
  return end
}

function joins(
  text: string,
  at: number,
  segment: number,
  end: number,
  to: number,
  unit: number,
  before: number,
  after: number,
  lexicon: Lexicon,
): boolean {
  switch (unit) {
    case 46: {
      if (isDigit(before) && isDigit(after)) return true
      let stop = end + 1
      while (stop < to && stop < end + 12 && kindAt(text, stop) !== SIGN) stop++
      if (end - segment === 1 && (stop - end === 2 || segment > at)) return true
      const next = text.slice(end + 1, stop).toLowerCase()
      return (
        lexicon.endings.has(next) ||
        (isLower(before) &&
          isLower(after) &&
          stop < to &&
          text.charCodeAt(stop) === 46 &&
          stop + 1 < to &&
          isLower(text.charCodeAt(stop + 1)))
      )
    }
    case 44:
      return isDigit(before) && isDigit(after) && digitRun(text, end + 1, to) === 3
    case 58:
      return isDigit(before) && isDigit(after)
    case 47:
      return (isDigit(before) && isDigit(after)) || (end - at === 1 && end + 2 === to)
    case 38:
      return end - segment <= 3 && isUpper(before) && isUpper(after)
    case 39:
    case 0x2019:
    case 0x60: {
      if (isDigit(before) && !isLower(after)) return false
      let stop = end + 1
      while (stop < to && kindAt(text, stop) === WORD) stop++
      if (isClitic(text.slice(end + 1, Math.min(stop, end + 4)).toLowerCase())) return true
      return unit !== 0x60 && !isDigit(before)
    }
    case 45:
      return hyphenJoins(text, at, segment, end, to, before, after, lexicon)
    case 64:
      return true
    default:
      return false
  }
}

const isClitic = (rest: string): boolean => CLITICS.has(rest) || rest === 't'

function hyphenJoins(
  text: string,
  at: number,
  segment: number,
  end: number,
  to: number,
  before: number,
  after: number,
  lexicon: Lexicon,
): boolean {
  if (isDigit(before) && isDigit(after)) {
    const left = end - segment
    const right = digitRun(text, end + 1, to)
    if (left === 3 && (right === 4 || right === 3)) return true
    if (segment > at && text.charCodeAt(segment - 1) === 45) return true
    return left <= 2 && right <= 2 && text.charCodeAt(end + 1 + right) === 45 && digitRun(text, end + 2 + right, to) >= 2
  }
  return (
    end - segment <= 8 && segment === at && kindAt(text, end + 1) === WORD && lexicon.prefixes.has(text.slice(segment, end).toLowerCase())
  )
}

function digitRun(text: string, at: number, to: number): number {
  let end = at
  while (end < to && end < at + 8 && isDigit(text.charCodeAt(end))) end++
  return end - at
}

/** Whether the full stop behind text.slice(at, end) belongs to the word. */
function keepsStop(text: string, at: number, end: number, to: number, isLast: boolean, lexicon: Lexicon): boolean {
  const size = end - at
  if (size > 12 || text.charCodeAt(end + 1) === 46) return false
  const atEnd = isLast && end + 1 === to
  if (end + 1 < to && kindAt(text, end + 1) !== SIGN) return false
  const form = text.slice(at, end)
  if (size === 1) return isUpper(text.charCodeAt(at)) && !atEnd && form !== 'I'
  if (text.charCodeAt(end - 2) === 46 && kindAt(text, end - 1) === WORD) return true
  const lower = form.toLowerCase()
  return lexicon.abbreviations.has(lower) || lexicon.casedAbbreviations.has(form)
}

/** A word without its stop, cut before its clitics. */
function putWord(text: string, from: number, to: number, lexicon: Lexicon, put: (start: number, end: number) => void): void {
  const size = to - from
  if (size < 2 || size > 40) {
    put(from, to)
    return
  }
  let apostrophe = -1
  for (let at = to - 1; at > from && at >= to - 3; at--) {
    const unit = text.charCodeAt(at)
    if (isApostrophe(unit) || unit === 0x60) apostrophe = at
  }
  if (apostrophe > 0) {
    const rest = text.slice(apostrophe + 1, to).toLowerCase()
    if (CLITICS.has(rest)) {
      putWord(text, from, apostrophe, lexicon, put)
      put(apostrophe, to)
      return
    }
    if (rest === 't' && apostrophe - from >= 2 && (text.charCodeAt(apostrophe - 1) | 32) === 110) {
      put(from, apostrophe - 1)
      put(apostrophe - 1, to)
      return
    }
    put(from, to)
    return
  }
  if (isDigit(text.charCodeAt(from)) && isLetter(text, to - 1)) {
    let unit = to - 1
    while (unit > from && !isDigit(text.charCodeAt(unit - 1))) unit--
    if (lexicon.units.has(text.slice(unit, to).toLowerCase())) {
      put(from, unit)
      put(unit, to)
      return
    }
  }
  if (size <= 9) {
    const cut = lexicon.contractions.get(text.slice(from, to).toLowerCase())
    if (cut !== undefined) {
      put(from, from + cut)
      put(from + cut, to)
      return
    }
  }
  put(from, to)
}

const isLetter = (text: string, at: number): boolean => kindAt(text, at) === WORD
