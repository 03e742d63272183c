// Inside quotation marks "tomorrow" is the day after the words were said, not the day after they were printed: “We leave tomorrow,” she said on Tuesday.
import type {Span} from '../../model/span.ts'
import type {TimeExpression} from '../../model/time.ts'
import {findQuotations, type Quotation} from '../../text/quotations.ts'
import {isoDay, parseDay} from '../../text/time/day.ts'
import type {TimeLexicon} from '../../text/time/lexicon.ts'

/** Rules whose day is counted from the day of speaking. */
const SPOKEN_RULES = new Set(['nearby', 'tonight'])
// "she said in the capital late on Tuesday": what may stand between quotation and day, and between the verb and its day. A judgement.
const FARTHEST = 60
const FARTHEST_VERB = 24
/** The frame names the day, but who quotes may have moved the words. A judgement, as all certainties are. */
const CERTAINTY = 0.8

/** The same expressions, those in quotation marks counted from the day of the remark where its frame names one. Linear. */
export function anchorInQuotations(
  text: string,
  times: readonly TimeExpression[],
  published: number | null,
  lexicon: TimeLexicon,
): readonly TimeExpression[] {
  if (published === null || !times.some(time => SPOKEN_RULES.has(time.rule))) return times
  const quotations = findQuotations(text).filter(quotation => quotation.depth === 0)
  const anchored: TimeExpression[] = []
  let quotation = 0
  times.forEach((time, index) => {
    while (quotation < quotations.length && quotations[quotation]!.end <= time.start) quotation++
    const around = quotations[quotation]
    const isSpoken = around !== undefined && around.start <= time.start && SPOKEN_RULES.has(time.rule) && time.anchor === 'publication'
    const day = isSpoken ? dayOfSaying(text, times, index, around, lexicon) : null
    anchored.push(day === null ? time : counted(time, day - published))
  })
  return anchored
}

function counted(time: TimeExpression, shift: number): TimeExpression {
  const moved = (day: string | null): string | null => {
    const index = day === null ? null : parseDay(day)
    return index === null ? day : isoDay(index + shift)
  }
  if (shift === 0 || time.value === null || !/^\d{4}-\d\d-\d\d$/.test(time.value)) return time
  const value = moved(time.value)
  const timex = time.timex === null || value === null ? time.timex : time.timex.replace(time.value, value)
  return {
    ...time,
    value,
    timex,
    from: moved(time.from),
    to: moved(time.to),
    anchor: 'utterance',
    certainty: Math.min(time.certainty, CERTAINTY),
  }
}

/** The day beside the verb of saying, right before or right behind the quotation. */
function dayOfSaying(
  text: string,
  times: readonly TimeExpression[],
  index: number,
  quotation: Quotation,
  lexicon: TimeLexicon,
): number | null {
  let before = index
  while (before >= 0 && times[before]!.end > quotation.start) before--
  let after = index
  while (after < times.length && times[after]!.start < quotation.end) after++
  for (const [time, gap] of [
    [times[after], times[after] ? {start: quotation.end, end: times[after]!.start} : null],
    [times[before], times[before] ? {start: times[before]!.end, end: quotation.start} : null],
  ] as const) {
    if (!time || !gap || time.value === null || !isClose(text, gap) || !isSaid(text, time, lexicon)) continue
    const day = parseDay(time.value)
    if (day !== null) return day
  }
  return null
}

const isClose = (text: string, {start, end}: Span): boolean => end - start <= FARTHEST && !/[.!?\n“"]/.test(text.slice(start, end))

const isSaid = (text: string, {start}: Span, lexicon: TimeLexicon): boolean =>
  text
    .slice(Math.max(0, start - FARTHEST_VERB), start)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(word => lexicon.said.has(word))
