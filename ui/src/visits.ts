// What changed since the last visit: one mark an entry is kept in this browser and compared with the marks of now.
import {ask} from './ask.svelte.ts'

export interface Changes {
  /** ISO time of the visit before this one; null on a first visit. */
  readonly since: string | null
  readonly fresh: readonly string[]
  readonly changed: readonly string[]
  readonly gone: number
}

interface Visit {
  readonly at: string
  readonly marks: readonly string[]
}

const DIGEST = 5
/** Beyond this the marks of a record would crowd out the other things that a browser keeps for the page. */
const MOST_MARKS = 60_000

const keyOf = (name: string): string => `parley.visit ${name}`

export async function changesSince(name: string): Promise<Changes> {
  const {marks} = await ask<{marks: string[]}>('/api/marks')
  const before = readVisit(name)
  if (before === null) {
    keep(name, {at: new Date().toISOString(), marks})
    return {since: null, fresh: [], changed: [], gone: 0}
  }
  const known = new Map(before.marks.map(mark => [mark.slice(0, -DIGEST), mark.slice(-DIGEST)]))
  const fresh: string[] = []
  const changed: string[] = []
  for (const mark of marks) {
    const [id, digest] = [mark.slice(0, -DIGEST), mark.slice(-DIGEST)]
    const old = known.get(id)
    if (old === undefined) fresh.push(id)
    else if (old !== digest) changed.push(id)
    known.delete(id)
  }
  return {since: before.at, fresh, changed, gone: known.size}
}

/** From now on what is there counts as seen. */
export async function markSeen(name: string): Promise<void> {
  const {marks} = await ask<{marks: string[]}>('/api/marks')
  keep(name, {at: new Date().toISOString(), marks})
}

function readVisit(name: string): Visit | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null')
    const {at, marks} = (kept ?? {}) as Partial<Visit>
    return typeof at === 'string' && Array.isArray(marks) ? {at, marks} : null
  } catch {
    return null
  }
}

function keep(name: string, visit: Visit): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify({...visit, marks: visit.marks.slice(0, MOST_MARKS)}))
  } catch {
    // A browser that keeps nothing shows no changes.
  }
}
