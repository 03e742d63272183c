// The town at the head of a dispatch, where no pack knows it: "KARVUL, Sept 18 -", "TESSIN (Northwire) -". It is a town wherever else the report names it.
import {type NameHit, RANK} from './hits.ts'
import {isCapital, isRead, type Sheet} from './sheet.ts'

export const DATELINE = 'dateline'
const LINE = 60
// Capitals, up to three words; then a day, an agency in brackets, or the dash that opens the report.
const OPENING =
  /^(\p{Lu}{3,}(?:[ -]\p{Lu}{2,}){0,2})(?:, ?(?:\p{Lu}\p{L}{2,8}\.? \d|\d{1,2} \p{Lu}|\p{Lu}\p{L}+day\b)| \([^()\n]{2,40}\)| ?[–—-]{1,2} )/u

export function datelineHits(sheet: Sheet, known: readonly NameHit[]): NameHit[] {
  const taken = new Set(known.flatMap(hit => Array.from({length: hit.endToken - hit.first}, (_, k) => hit.first + k)))
  const towns = new Map<string, number>()
  for (const {firstToken} of sheet.sentences) {
    const start = sheet.tokens.start[firstToken]
    if (start === undefined || (start > 0 && sheet.plain.charAt(start - 1) !== '\n')) continue
    const written = OPENING.exec(sheet.plain.slice(start, start + LINE))?.[1]
    if (written !== undefined) towns.set(written.toLowerCase(), written.split(/[ -]/).length)
  }
  const found: NameHit[] = []
  if (towns.size === 0) return found
  for (let i = 0; i < sheet.tokens.length; i++) {
    if (!isCapital(sheet, i) || taken.has(i) || !isRead(sheet, i)) continue
    for (const [town, words] of towns) {
      const end = endOf(sheet, i, town, words)
      if (end === null || (isCapital(sheet, i - 1) && !/^\p{Lu}+$/u.test(sheet.plain.slice(sheet.tokens.start[i], sheet.tokens.end[i]))))
        continue
      found.push({
        ...{start: sheet.tokens.start[i]!, end: sheet.tokens.end[end - 1]!, first: i, endToken: end},
        ...{type: 'place', entries: [], towns: [], rule: DATELINE, rank: RANK.trigger},
      })
      break
    }
  }
  return found
}

/** Token after the town that begins at token i; null where none does. */
function endOf(sheet: Sheet, i: number, town: string, words: number): number | null {
  let end = i
  for (let steps = 0; steps < 2 * words && end < sheet.tokens.length; steps++) {
    const written = sheet.plain.slice(sheet.tokens.start[i], sheet.tokens.end[end]).toLowerCase()
    if (written === town) return isCapital(sheet, end + 1) && /^\p{L}/u.test(sheet.lower[end + 1]!) ? null : end + 1
    if (!town.startsWith(written)) return null
    end++
  }
  return null
}
