// Reads the time expressions of one line of words: at each word every family of rules is asked, the longest answer wins.

import {durationAt} from './grammar/amounts.ts'
import {clockAt, dayPartAt} from './grammar/clock.ts'
import {cutOfAt, sideAt, weekOfAt} from './grammar/cuts.ts'
import {datesAt} from './grammar/dates.ts'
import {isRole, longest, senseAt, textAt} from './grammar/reading.ts'
import {relativeAt} from './grammar/relative.ts'
import {recentAt, referenceAt, setAt} from './grammar/vague.ts'
import type {Found} from './meaning.ts'
import type {Line} from './words.ts'

/** Words without a sense of their own that an expression can begin with. */
const OPENERS = new Set(['a', 'an', 'the', 'that', 'these', 'those', 'half', 'another', "'", 'q', 'h'])

/** Every expression of the line, in text order, none inside another. Linear: each rule looks a bounded number of words ahead. */
export function readLine(line: Line): Found[] {
  const found: Found[] = []
  for (let i = 0; i < line.words.length; ) {
    const best = readAt(line, i)
    if (best === null) i++
    else {
      found.push(best)
      i = Math.max(best.to, i + 1)
    }
  }
  return found
}

function readAt(line: Line, i: number): Found | null {
  const word = line.words[i]!
  if (word.kind !== 'number' && word.sense === undefined && !OPENERS.has(word.text) && !line.lexicon.phrases.has(word.text)) return null
  const best = longest(
    datesAt(line, i),
    relativeAt(line, i),
    cutOfAt(line, i),
    sideAt(line, i),
    weekOfAt(line, i),
    clockAt(line, i),
    dayPartAt(line, i),
    setAt(line, i),
    recentAt(line, i),
    durationAt(line, i),
    referenceAt(line, i),
  )
  return best === null || isPartOfWord(line, best) ? null : best
}

/** "T-14-day", "e-now": an expression glued to a letter or figure before it is none; "mid-", "post-" and quotation marks are no letters. */
function isPartOfWord(line: Line, {from}: Found): boolean {
  const before = line.words[from - 1]
  const first = line.words[from]!
  if (before === undefined || first.spaced) return false
  if (before.kind !== 'mark') return first.text !== "'"
  return (
    before.text === '-' &&
    !before.spaced &&
    line.words[from - 2]?.kind === 'number' &&
    senseAt(line, from).unit === undefined &&
    !isRole(line, from, 'ago') &&
    textAt(line, from) !== 'a'
  )
}
