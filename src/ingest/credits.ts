// Agencies that the text itself credits: "MIRVAN, April 11 (Kalvia News) -" at its head, "(With inputs from …)" at its end.
// Provenance: they stay in the text and are pointed at, never dropped as boilerplate.
import type {Credit} from '../model/article.ts'
import type {PagePack} from '../model/pack-page.ts'
import {foldCase, linesOf} from './lines.ts'

/** A dateline stands in the first lines; a headline, a subhead and a byline may stand before it. */
const DATELINE_LINES = 5
const DATELINE = /^(?:[^()\n]{0,80}?)\(([A-Z][\w .&’'/-]{0,40})\)\s*[-–—:]{1,2}\s/
const AGENCY_FIRST = /^\(([A-Z][\w .&’'/-]{0,40})\)\s*[-–—]?\s/
/** A line of credit is short; a paragraph that begins with "Source:" and goes on is not. */
const LONGEST_CREDIT = 160
const AGENCY = /^[\s:]*(?:the )?(?<agency>\p{Lu}[\p{L}\p{N}.&’'-]*(?: (?:of |the |for )?\p{Lu}[\p{L}\p{N}.&’'-]*){0,4})/u

export function findCredits(text: string, page: PagePack): readonly Credit[] {
  const lines = linesOf(text)
  const folded = foldCase(text)
  const credits: Credit[] = []
  for (const {start, end} of lines.slice(0, DATELINE_LINES)) {
    const head = text.slice(start, Math.min(end, start + 140))
    const found = DATELINE.exec(head) ?? AGENCY_FIRST.exec(head)
    if (!found) continue
    const at = start + found[0].indexOf(`(${found[1]})`) + 1
    credits.push({agency: found[1]!, span: {start: at, end: at + found[1]!.length}, kind: 'dateline'})
    break
  }
  for (const {start, end} of lines) {
    if (end - start > LONGEST_CREDIT) continue
    const open = /^[([*–—-]{0,3}\s?/.exec(text.slice(start, end))![0].length
    const words = page.credits.lines.filter(line => folded.startsWith(line, start + open)).sort((a, b) => b.length - a.length)[0]
    if (words !== undefined) credits.push(...namesAfter(text, start + open + words.length, end))
  }
  return credits
}

/** "Reuters, AP and Kalvia News": each is a credit. */
function namesAfter(text: string, from: number, end: number): Credit[] {
  const credits: Credit[] = []
  for (let at = from, names = 0; at < end && names < 6; names++) {
    const found = AGENCY.exec(text.slice(at, end))
    const agency = found?.groups?.['agency']?.replace(/[.’'-]+$/, '')
    // "…; Editing by Lena Marsh" names what somebody did.
    if (!found || !agency || /^\s+by\b/i.test(text.slice(at + found[0].length, end))) break
    const start = at + found[0].length - found.groups!['agency']!.length
    credits.push({agency, span: {start, end: start + agency.length}, kind: 'line'})
    const next = /^[.)]*\s*(?:,|;|\/|&|and\b|, and\b)\s*/.exec(text.slice(at + found[0].length, end))
    if (!next) break
    at += found[0].length + next[0].length
  }
  return credits
}
