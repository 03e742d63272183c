// Who stands behind a line, said before any count: sides first, then reports, then the two ranges. Never "verified", never "independent".
import type {Citation, Support} from '../model/record.ts'
import {shortDate} from './dates.ts'
import type {Lookup} from './lookup.ts'
import type {Cite, Signs} from './sheet.ts'
import {counted, listed, ranged} from './words.ts'

/** Printed once a view, wherever counts are shown. */
export const HOW_TO_READ_COUNTS =
  '“Recorded” counts those who heard it said and wrote it down, “first-hand” those who could know it themselves: at least–at most, as far as these reports ' +
  'show, where no shared origin was found. Copies and rewrites add nothing. One is normal for a remark made once.'

export const HOW_TO_READ_DAYS = '“By 13 Mar”: the reports give no day, and the first of them to tell it came out then.'

export const HOW_TO_READ_MARKS =
  'Words in quotation marks are the characters of the report that is numbered behind them; they are the speaker’s own only where it says “quoted”.'

/** The same for the one page, where each line says no more than it must. */
export const HOW_TO_READ_PAGE =
  '“By 13 Mar”: no day is given; it was in print then. Words in quotation marks are a report’s own, the speaker’s only where it says “quoted”. Origins: where it ' +
  'entered the press (“recorded”: who heard it; “first-hand”: who could know), at least–at most, as far as these reports show; copies add none. No count: one report, one origin.'

/** DESIGN rule 11: no line is firm whose kind was not right nine times in ten on the blind set. */
export const NOTHING_FIRM = 'On the blind set no kind of line was right nine times in ten: every line asks for a look at its source.'

export function vouchFor(support: Support, lookup: Lookup): string {
  return `${sidesOf(support, lookup)} · ${counted(support.documents, 'report')} · recorded ${ranged(support.said)}, first-hand ${ranged(support.known)}`
}

/** As short as it stays true: one report, or one origin on both counts, needs no two figures. */
export function vouchInShort(support: Support, lookup: Lookup): string {
  const {said, known, documents} = support
  const isOne = ranged(said) === ranged(known)
  const counts = !isOne
    ? `recorded ${ranged(said)}, first-hand ${ranged(known)}`
    : documents === 1 && said[1] === 1
      ? null
      : `${ranged(said)} ${said[1] === 1 ? 'origin' : 'origins'}`
  // One report that nobody else stands behind: its number says so.
  if (documents === 1 && counts === null) return sidesOf(support, lookup)
  return [sidesOf(support, lookup), [counted(documents, 'report'), counts].filter(Boolean).join(', ')].join(' · ')
}

/** "Orvia's side only", "Marenia's side and Orvia's side", "own reporting", "speaker not determined". */
export function sidesOf(support: Support, lookup: Lookup): string {
  const parties = support.sides.filter(side => side !== 'third-party' && side !== 'own-reporting')
  const names = parties.map(side => sideNamed(lookup.nameOf(side) ?? side))
  if (names.length === 1 && support.sides.length === 1) return `${names[0]} only`
  const others = [
    support.sides.includes('third-party') ? 'a third party' : '',
    support.sides.includes('own-reporting') ? 'own reporting' : '',
  ]
  const all = [...names, ...others.filter(Boolean)]
  if (all.length > 0) return listed(all)
  return support.claims.some(claim => claim.assertion === 'unclear') ? 'speaker not determined' : 'no side named'
}

/** "Both sides" are sides already. */
const sideNamed = (name: string): string => (/\bsides?$/.test(name) ? name : `${possessive(name)} side`)

/** "One origin" needs evidence too: where who could know is open, at most counts. */
export const signsOf = ({sides, said, known}: Support, status: string | null): Signs => ({
  sides,
  oneOrigin: Math.max(said[1], known[1]) <= 1,
  status,
})

export const citationsOf = (support: Support): Citation[] => support.claims.map(claim => claim.citation)

export const citesOf = (support: Support, lookup: Lookup): Cite[] => lookup.cite(citationsOf(support))

/** Quotation marks stand only around a document's own characters: the cite whose document holds these very words, or null. */
export function verbatim(words: string, support: Support, lookup: Lookup): Cite | null {
  for (const {citation} of support.claims) {
    const at = citation.quote.indexOf(words)
    if (words !== '' && at >= 0) {
      const start = citation.start + at
      return {number: lookup.numberOf(citation.document), citation: {...citation, start, end: start + words.length, quote: words}}
    }
  }
  return null
}

/** The day told; else, for what has been, the day by which it stood in print: "by 13 Mar". */
export function whenOf(time: string | null, past: Support | null, lookup: Lookup): string {
  if (time !== null) return shortDate(time, lookup.year)
  const printed = past === null ? null : inPrintSince(past, lookup)
  return printed === null ? 'undated' : `by ${shortDate(printed, lookup.year)}`
}

/** Day of the first report that carries it, ISO; null where none of them has a date. */
export function inPrintSince(support: Support, lookup: Lookup): string | null {
  const days = support.claims.flatMap(claim => lookup.printedOn(claim.citation.document) ?? [])
  return days.sort()[0] ?? null
}

export const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`)
