// Who wants what as a table of issues and holders: the latest stance in each cell, how old it is, and whether it moved.
import type {Position} from '../../model/record.ts'
import {daysBetween, firstDay} from '../dates.ts'
import {byTime, holderOf, positionLine} from '../entries.ts'
import {issueWords} from '../event-words.ts'
import type {Lookup} from '../lookup.ts'
import {capital} from '../marks.ts'
import type {Line} from '../sheet.ts'
import {inPrintSince, signsOf, whenOf} from '../vouch.ts'
import {counted, stanceWords} from '../words.ts'

export interface PositionTable {
  readonly holders: readonly {readonly id: string; readonly name: string; readonly count: number}[]
  readonly rows: readonly {
    readonly issue: string
    readonly words: string
    readonly count: number
    readonly cells: readonly PositionCell[]
  }[]
}

export interface PositionCell {
  readonly holder: string
  /** The latest stance that is clear. */
  readonly stance: string
  readonly kind: Position['stance']
  readonly voice: string | null
  readonly account: Position['account']
  readonly when: string
  readonly age: string | null
  /** What it was before, where the latest differs from it; null where it did not move. */
  readonly moved: string | null
  readonly count: number
  readonly oneOrigin: boolean
}

/** Issues and holders, most spoken of first. */
export function positionTable(lookup: Lookup): PositionTable {
  const cells = new Map<string, Position[]>()
  const holders = new Map<string, number>()
  const issues = new Map<string, number>()
  for (const position of lookup.record.positions) {
    const key = `${position.issue}\n${position.holder}`
    cells.set(key, [...(cells.get(key) ?? []), position])
    holders.set(position.holder, (holders.get(position.holder) ?? 0) + 1)
    issues.set(position.issue, (issues.get(position.issue) ?? 0) + 1)
  }
  const ordered = byCount(holders)
  return {
    holders: ordered.map(([id, count]) => ({id, name: capital(lookup.nameOf(id) ?? id), count})),
    rows: byCount(issues).map(([issue, count]) => ({
      ...{issue, words: issueWords(issue), count},
      cells: ordered.flatMap(([holder]) => {
        const held = cells.get(`${issue}\n${holder}`)
        return held ? [cellOf(holder, held, lookup)] : []
      }),
    })),
  }
}

/** Every position of one cell in its words, oldest first. */
export const positionsOf = (issue: string, holder: string, lookup: Lookup): Line[] =>
  lookup.record.positions
    .filter(position => position.issue === issue && position.holder === holder)
    .sort(byDay(lookup))
    .map(position => positionLine(position, lookup))

function cellOf(holder: string, held: readonly Position[], lookup: Lookup): PositionCell {
  const inOrder = [...held].sort(byDay(lookup))
  const clear = inOrder.filter(position => position.stance !== 'unclear')
  const latest = clear.at(-1) ?? inOrder.at(-1)!
  const before = clear.filter(position => position.stance !== latest.stance && dayOf(position, lookup) < dayOf(latest, lookup)).at(-1)
  const name = holderOf(latest, lookup)
  return {
    ...{holder, stance: stanceWords(latest.stance), kind: latest.stance, account: latest.account, count: held.length},
    voice: latest.voice === null || name === lookup.nameOf(holder) ? null : lookup.nameOf(latest.voice),
    when: whenOf(latest.time, latest.support, lookup),
    age: ageOf(latest, lookup),
    moved: before ? `${stanceWords(before.stance)}, ${whenOf(before.time, before.support, lookup)}` : null,
    oneOrigin: held.every(position => signsOf(position.support, null).oneOrigin),
  }
}

const dayOf = (position: Position, lookup: Lookup): string => firstDay(position.time) ?? inPrintSince(position.support, lookup) ?? ''

const byDay =
  (lookup: Lookup) =>
  (a: Position, b: Position): number => {
    const [left, right] = [dayOf(a, lookup), dayOf(b, lookup)]
    return left < right ? -1 : left > right ? 1 : byTime(a, b)
  }

/** How old the words were when the newest report came out. */
function ageOf(position: Position, lookup: Lookup): string | null {
  const day = dayOf(position, lookup)
  const days = day === '' || lookup.newest === null ? 0 : daysBetween(day, lookup.newest)
  return days > 0 ? `${counted(days, 'day')} old` : null
}

const byCount = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
