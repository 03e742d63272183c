// Properties of a text that its reader should know: cut, syndicated, an opinion, a live blog, filled into a template.
// Each flag carries the stretches that show it; none is a verdict on truth.
import type {Flag, FlagKind, Genre} from '../model/article.ts'
import type {FlagWording, PagePack} from '../model/pack-page.ts'
import type {Span} from '../model/span.ts'
import {foldCase, type Line, linesOf} from './lines.ts'

/** Live blogs stamp their blocks; a report may hold a stamp or two ("updated 14:20"). */
const STAMPS_OF_A_BLOG = 4
const STAMP = /^\W{0,3}(?:\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?:[ ,–—|:-]|$)/i
/** Speakers in capitals or "Q:" before what they say. */
const TURNS_OF_A_TRANSCRIPT = 5
const TURN = /^(?:[QA]|[A-Z][A-Z.’' -]{2,40}|(?:Mr|Mrs|Ms|Dr)\. [A-Z][\w’-]{1,30})(?: \([^)]{1,40}\))?: /
/** A shorter text names no source because it has no room. */
const WORDS_THAT_NEED_A_SOURCE = 120
const OPENING = 240
const CUT_ENDING = /(?:\[\+\d+ chars\]|\[…\]|\[\.\.\.\]|…|\.\.\.)\s*$/
const EVIDENCE_CAP = 8

export function findFlags(text: string, page: PagePack): readonly Flag[] {
  const folded = foldCase(text)
  const lines = linesOf(text)
  const flags: Flag[] = []
  for (const wording of page.flags) {
    const because = wordingSpans(wording, folded, lines)
    if (because.length >= wording.atLeast) flags.push({kind: wording.kind, score: wording.score, because: because.slice(0, EVIDENCE_CAP)})
  }
  const stamps = lines.filter(line => STAMP.test(text.slice(line.start, line.start + 24)))
  if (stamps.length >= STAMPS_OF_A_BLOG) flags.push({kind: 'live-blog', score: 0.7, because: stamps.slice(0, EVIDENCE_CAP)})
  const cut = CUT_ENDING.exec(text.slice(-24))
  if (cut !== null) {
    const end = text.trimEnd().length
    flags.push({kind: 'truncated', score: 0.7, because: [{start: Math.max(0, end - cut[0].trim().length), end}]})
  }
  if (namesNoSource(text, folded, page)) flags.push({kind: 'no-attribution', score: 0.6, because: []})
  return strongestOfEach(flags)
}

/** What the flags make of a text that shows no other genre. */
export function genreOf(flags: readonly Flag[]): Genre {
  const has = (kind: FlagKind) => flags.some(flag => flag.kind === kind)
  if (has('live-blog')) return 'live-blog'
  if (has('opinion')) return 'opinion'
  return 'report'
}

/** The genre that the text's own words show; null where they show none. */
export function genreFromWords(text: string, page: PagePack): Genre | null {
  const folded = foldCase(text)
  const opening = folded.slice(0, OPENING).trimStart()
  const lines = linesOf(text)
  for (const {genre, where, atLeast, words} of page.genres) {
    const hits = words.filter(word =>
      where === 'opening' ? opening.includes(word) : lines.some(line => startsWithWord(folded, line, word)),
    )
    if (hits.length >= atLeast) return genre
  }
  return lines.filter(line => TURN.test(text.slice(line.start, line.start + 90))).length >= TURNS_OF_A_TRANSCRIPT ? 'transcript' : null
}

function wordingSpans(wording: FlagWording, folded: string, lines: readonly Line[]): Span[] {
  const found: Span[] = []
  for (const word of wording.words) {
    if (wording.where === 'text') {
      const at = indexOfWord(folded, word)
      if (at >= 0) found.push({start: at, end: at + word.length})
      continue
    }
    const line = lines.find(
      ({start, end}) => folded.startsWith(word, start) && (wording.where === 'line' || isAllOf(folded, start + word.length, end)),
    )
    if (line) found.push({start: line.start, end: line.start + word.length})
  }
  return found
}

/** A heading may end with a colon or a full stop. */
const isAllOf = (folded: string, from: number, end: number): boolean => /^[\s:.]*$/.test(folded.slice(from, end))

const startsWithWord = (folded: string, line: Span, word: string): boolean =>
  folded.startsWith(word, line.start) && !/[\p{L}\p{N}]/u.test(folded[line.start + word.length] ?? ' ')

function indexOfWord(folded: string, word: string): number {
  for (let at = folded.indexOf(word), tries = 0; at >= 0 && tries < 50; at = folded.indexOf(word, at + 1), tries++)
    if (!/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(folded[at + word.length] ?? ' ')) return at
  return -1
}

function namesNoSource(text: string, folded: string, page: PagePack): boolean {
  if (/["“”«»„]/.test(text)) return false
  const words = text.match(/\S+/g)?.length ?? 0
  return words >= WORDS_THAT_NEED_A_SOURCE && !page.reporting.some(word => folded.includes(word))
}

function strongestOfEach(flags: readonly Flag[]): Flag[] {
  const best = new Map<FlagKind, Flag>()
  for (const flag of flags) if (flag.score > (best.get(flag.kind)?.score ?? -1)) best.set(flag.kind, flag)
  return [...best.values()]
}
