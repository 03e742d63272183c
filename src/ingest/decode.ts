// Bytes to text, in the order that read most real pages right: byte order mark, strict UTF-8, the declared label, a detector.
// Strict UTF-8 stands before the label, since 98 % of pages are UTF-8 and one in seven of those declares something else (field/ingest.md 7).
import type {DocumentNote} from '../model/span.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly notes: readonly DocumentNote[]
}

/** Null where neither a mark, nor strict UTF-8, nor the declared label reads the bytes: then a detector has to name the encoding. */
export function decodeBytes(bytes: Uint8Array, declared: string | null): Decoded | null {
  const marked = readMark(bytes)
  if (marked !== null) return marked
  const widest = guessWidest(bytes)
  if (widest !== null) return {text: decodeUtf32(bytes, widest === 'utf-32le' ? 0 : 3), encoding: widest, notes: []}
  const wide = guessWide(bytes)
  if (wide !== null) return {text: new TextDecoder(wide).decode(bytes), encoding: wide, notes: []}
  const strict = decodeStrictly(bytes, 'utf-8')
  if (strict !== null) return {...repairTwiceEncoded(strict), encoding: 'utf-8'}
  const label = declared?.trim().toLowerCase() ?? ''
  if (label === '' || /^(?:utf-?8|us-ascii|ascii)$/.test(label)) return null
  const text = decodeStrictly(bytes, label)
  return text === null ? null : {text, encoding: label, notes: []}
}

/** Reads bytes as the encoding that a detector named; what does not fit becomes U+FFFD, and a note says so. */
export function decodeAs(bytes: Uint8Array, encoding: string | null): Decoded {
  const label = encoding !== null && isKnown(encoding) ? encoding : 'utf-8'
  const text = westernMarks(new TextDecoder(label).decode(bytes), label)
  const message = text.includes('\ufffd')
    ? `some bytes are no ${label} text; they are shown as U+FFFD`
    : `the encoding is not declared; read as ${label}`
  return {text, encoding: label, notes: [{code: 'ingest/encoding', message}]}
}

function readMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return {text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', notes: []}
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return {text: decodeUtf32(bytes.subarray(4), 0), encoding: 'utf-32le', notes: []}
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return {text: decodeUtf32(bytes.subarray(4), 3), encoding: 'utf-32be', notes: []}
  if (a === 0xff && b === 0xfe) return {text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', notes: []}
  if (a === 0xfe && b === 0xff) return {text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', notes: []}
  return null
}

/** Half of the bytes of Latin text in UTF-16 are zero, all on one side of the pair; in other text there are none. */
const WIDE_SHARE = 0.35
const WIDE_SAMPLE = 4096
const WIDEST_SHARE = 0.8

function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, WIDE_SAMPLE) & ~1
  if (length < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const [first, second] = zeros as [number, number]
  if (second > length * WIDE_SHARE && first === 0) return 'utf-16le'
  return first > length * WIDE_SHARE && second === 0 ? 'utf-16be' : null
}

/** Three of four bytes of Latin text in UTF-32 are zero. */
function guessWidest(bytes: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  const length = Math.min(bytes.length, WIDE_SAMPLE) & ~3
  if (length < 16) return null
  let [low, high] = [0, 0]
  for (let i = 0; i < length; i += 4) {
    if (bytes[i] !== 0 && bytes[i + 1] === 0 && bytes[i + 2] === 0 && bytes[i + 3] === 0) low++
    if (bytes[i] === 0 && bytes[i + 1] === 0 && bytes[i + 2] === 0 && bytes[i + 3] !== 0) high++
  }
  if (low * 4 > length * WIDEST_SHARE) return 'utf-32le'
  return high * 4 > length * WIDEST_SHARE ? 'utf-32be' : null
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return westernMarks(new TextDecoder(label, {fatal: true}).decode(bytes), label)
  } catch {
    return null
  }
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

function decodeUtf32(bytes: Uint8Array, lowest: 0 | 3): string {
  const parts: string[] = []
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const at = (shift: number) => bytes[i + (lowest === 0 ? shift : 3 - shift)]!
    const point = at(0) + at(1) * 256 + at(2) * 65536 + at(3) * 16777216
    parts.push(point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\ufffd' : String.fromCodePoint(point))
  }
  return parts.join('')
}

/** Node 20 reads windows-1252 as if it were Latin-1: curly quotes would come out as control characters. */
function westernMarks(text: string, label: string): string {
  if (!/^(?:windows-1252|cp1252|x-cp1252|iso-?8859-1|iso_8859-1|latin-?1|l1|ascii|us-ascii)$/.test(label)) return text
  return text.replace(/[\u0080-\u009f]/g, unit => WINDOWS_1252[unit.charCodeAt(0) - 0x80]!)
}

const TWICE = /[ÃÂâÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g
/** A text with this many doubly encoded letters and no other use of the pairs was UTF-8 read as windows-1252 on the way. */
const TWICE_AT_LEAST = 3

/** "Ã©" for "é": repaired only where the whole text turns back without loss. */
function repairTwiceEncoded(text: string): {text: string; notes: readonly DocumentNote[]} {
  if ((text.match(TWICE)?.length ?? 0) < TWICE_AT_LEAST) return {text, notes: []}
  const bytes = encodeWindows1252(text)
  const once = bytes === null ? null : decodeStrictly(bytes, 'utf-8')
  if (once === null) return {text, notes: []}
  return {text: once, notes: [{code: 'ingest/encoding', message: 'the text was UTF-8 encoded twice; repaired'}]}
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const high = unit < 0x80 || (unit >= 0xa0 && unit <= 0xff) ? -1 : WINDOWS_1252.indexOf(text[i]!)
    if (unit > 0xff && high < 0) return null
    bytes[i] = high < 0 ? unit : 0x80 + high
  }
  return bytes
}
