// Positions that moved: the same side, in the same voice, on one issue, for it one day and against it another. The record keeps both; here
// they stand beside each other with their words and days. Two people of one side who differ are no shift.
import type {Position} from '../model/record.ts'
import {firstDay, shortDate} from './dates.ts'
import {holderOf} from './entries.ts'
import {issueWords} from './event-words.ts'
import type {Lookup} from './lookup.ts'
import {clip, marked} from './marks.ts'
import {type Line, lineOf} from './sheet.ts'
import {citesOf, inPrintSince, verbatim, whenOf} from './vouch.ts'
import {stanceWords} from './words.ts'

interface Shift {
  readonly before: Position
  readonly after: Position
}

type Leaning = 'for' | 'against' | 'asking'

const LEANING: Partial<Readonly<Record<Position['stance'], Leaning>>> = {
  ...{offers: 'for', accepts: 'for', 'accepts-if': 'for', 'open-to': 'for', supports: 'for', concedes: 'for'},
  ...{rejects: 'against', opposes: 'against', 'refuses-to-discuss': 'against'},
  ...{demands: 'asking', withdraws: 'for'},
}

/** The last move of each side on each issue, oldest first. */
export function shiftsIn(lookup: Lookup): Shift[] {
  const tracks = new Map<string, Position[]>()
  for (const position of lookup.record.positions) {
    if (LEANING[position.stance] === undefined || position.account === 'other-side' || position.account === 'third-party') continue
    const key = `${position.issue}\n${position.holder}`
    tracks.set(key, [...(tracks.get(key) ?? []), position])
  }
  const dayOf = (position: Position): string => dayHeld(position, lookup) ?? ''
  const shifts = [...tracks.values()].flatMap((track): Shift[] => {
    const inOrder = track.filter(position => dayOf(position) !== '').sort((a, b) => (dayOf(a) + a.id < dayOf(b) + b.id ? -1 : 1))
    const after = inOrder.at(-1)
    const before = after && inOrder.findLast(position => isMove(position, after) && dayOf(position) < dayOf(after))
    return after && before ? [{before, after}] : []
  })
  return shifts.sort((a, b) => (dayOf(a.after) + a.after.id < dayOf(b.after) + b.after.id ? -1 : 1))
}

/** Day told, else the day by which it stood in print. */
const dayHeld = (position: Position, lookup: Lookup): string | null => firstDay(position.time) ?? inPrintSince(position.support, lookup)

/** From yes to no or back; a demand moves only where it is taken back or given up. */
function isMove(before: Position, after: Position): boolean {
  if (before.voice !== null && after.voice !== null && before.voice !== after.voice) return false
  const [from, to] = [LEANING[before.stance], LEANING[after.stance]]
  if (from === 'asking') return after.stance === 'withdraws'
  return from !== to && to !== 'asking'
}

/** "Ostrel on inspections: rejects “…” (3 May), then is open to “…” (by 9 May)". */
export function shiftLine({before, after}: Shift, lookup: Lookup): Line {
  const step = (position: Position): string =>
    `${stanceWords(position.stance)} ${wordsOf(position, lookup)} (${whenOf(position.time, position.support, lookup)})`
  const cites = [...citesOf(before.support, lookup), ...citesOf(after.support, lookup)]
  return lineOf(`${holderOf(after, lookup)} on ${issueWords(after.issue)}: ${step(before)}, then ${step(after)}`, {
    id: after.id,
    when: shortDate(dayHeld(after, lookup), lookup.year) || null,
    cites: cites.filter(({number}, i) => cites.findIndex(cite => cite.number === number) === i),
    review: after.review,
  })
}

/** Words of each step: both stand in one line. */
const SHORT = 60

const wordsOf = ({content, support}: Position, lookup: Lookup): string =>
  verbatim(content, support, lookup) ? marked(clip(content, SHORT)) : clip(content, SHORT)
