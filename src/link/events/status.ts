// What is said of one event's coming about: the present status, and the steps that led there, each with the claims that say so.
import type {Status} from '../../model/claim.ts'
import {dayOf} from '../../text/similarity-days.ts'
import type {Linking} from '../linking.ts'
import type {LinkedEvent} from './same-event.ts'

/** Later steps of one event's life outrank earlier ones: a plan, however late it is reprinted, does not undo a meeting. */
const STEPS: readonly Status[] = [
  'unknown',
  'proposed',
  'conditional',
  'threatened',
  'planned',
  'cancelled',
  'not-held',
  'ongoing',
  'held',
  'ended',
]

/** What a claim says of the world: a denied event is not held, a speculated one not known. */
export function statusOf({claim}: LinkedEvent): Status {
  if (claim.assertion === 'denied' && (claim.status === 'held' || claim.status === 'ongoing')) return 'not-held'
  if (claim.assertion === 'speculated' && (claim.status === 'held' || claim.status === 'ended')) return 'unknown'
  return claim.status
}

export interface Step {
  readonly status: Status
  readonly claims: readonly LinkedEvent[]
}

/** Steps in the order of an event's life; the last is the present status. */
export function stepsOf(claims: readonly LinkedEvent[], linking: Linking): Step[] {
  const byStatus = new Map<Status, LinkedEvent[]>()
  for (const claim of claims) byStatus.set(statusOf(claim), [...(byStatus.get(statusOf(claim)) ?? []), claim])
  const steps = [...byStatus].map(([status, list]) => ({status, claims: list}))
  steps.sort((a, b) => STEPS.indexOf(a.status) - STEPS.indexOf(b.status))
  const held = byStatus.get('held')
  const denied = byStatus.get('not-held')
  if (held && denied && isOutweighed(held, denied)) moveLast(steps, 'not-held')
  const planned = byStatus.get('planned')
  const cancelled = byStatus.get('cancelled')
  // A meeting called off and set again: the report that was published last says how it stands.
  if (planned && cancelled && !held && latest(planned, linking) > latest(cancelled, linking)) moveLast(steps, 'planned')
  return steps
}

const documentsOf = (claims: readonly LinkedEvent[]): number => new Set(claims.map(claim => claim.document)).size

/** A report in its own voice that it did not take place outweighs hearsay that it did. */
function isOutweighed(held: readonly LinkedEvent[], denied: readonly LinkedEvent[]): boolean {
  const plain = (claims: readonly LinkedEvent[]): LinkedEvent[] =>
    claims.filter(({claim}) => claim.assertion === 'narrated' || claim.assertion === 'unclear')
  if (plain(held).length > 0 || plain(denied).length === 0) return false
  return documentsOf(denied) >= documentsOf(held)
}

const latest = (claims: readonly LinkedEvent[], {documents}: Linking): number =>
  claims.reduce((last, claim) => Math.max(last, dayOf(documents[claim.document]!.published) ?? 0), 0)

function moveLast(steps: Step[], status: Status): void {
  const at = steps.findIndex(step => step.status === status)
  if (at >= 0) steps.push(...steps.splice(at, 1))
}
