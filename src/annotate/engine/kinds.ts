// How a line and its sentences stand on the page: prose, heading, list item, table row, dateline.
import type {SentenceKind} from '../../model/tokens.ts'

/** Longest heading in tokens: 99 of 100 sentences in heading blocks of GUM train (268) have no more, 95 have at most 12. */
const MAX_HEADING = 18

const LIST_START = /^\s*(?:[-*•‣▪–·●○]\s+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)/

/** A row (“| a | b |”) or a rule (“|---|---|”) of a table. */
export function isTableLine(line: string): boolean {
  const trimmed = line.trim()
  if (trimmed.startsWith('|')) return trimmed.length > 1 && trimmed.indexOf('|', 1) > 0
  let bars = 0
  for (let at = trimmed.indexOf('|'); at >= 0 && bars < 3; at = trimmed.indexOf('|', at + 1)) bars++
  return bars >= 3
}

export const isListLine = (line: string): boolean => LIST_START.test(line.slice(0, 12))

/** Kind of a sentence that is the whole of its line. */
export function lineKind(line: string, tokens: number): SentenceKind {
  if (isListLine(line)) return 'list'
  return tokens <= MAX_HEADING && !/[.!?…:;,"”’')\]]\s*$/.test(line) ? 'heading' : 'prose'
}

const DATELINE =
  /^(?:\s*)((?:\p{Lu}[\p{Lu}’'.-]+)(?:[ ,]{1,2}(?:\p{Lu}[\p{Lu}’'.-]+)){0,4}(?:, [\p{L}. ]{2,24})?(?:,? \p{L}{3,9}\.? \d{1,2}(?:,? \d{4})?)?(?: ?\([^()]{2,40}\))?) ?(?:--|[-–—:])(?= )/u

/** End of a dateline that opens a line (“SORREND, April 11 (Mirvan) —”), its dash included; 0 where there is none. */
export function datelineEnd(line: string): number {
  const found = DATELINE.exec(line.slice(0, 120))
  if (found === null) return 0
  // one word in capitals and a dash may be a heading or a speaker: without date or agency it must be longer than an abbreviation
  return found[1]!.trim().length >= 4 ? found[0].length : 0
}
