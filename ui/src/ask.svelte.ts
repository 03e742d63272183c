// Asks the API and keeps what it answered as long as the record has not changed; sends changes with the token.
import type {Status} from './shapes.ts'

const TOKEN = 'parley.token'

/** Moves `#token=` from the address into this tab's memory, so that a copied link never carries it. */
export function takeToken(): void {
  const found = /^#token=([\w-]+)$/.exec(location.hash)
  if (!found) return
  sessionStorage.setItem(TOKEN, found[1]!)
  history.replaceState(null, '', location.pathname + location.search)
}

const token = (): string | null => sessionStorage.getItem(TOKEN)

/** True where this tab was opened with the address that the program printed. */
export const mayChange = (): boolean => token() !== null

export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const answers = new Map<string, {tag: string; answer: Promise<unknown>}>()
const MOST_KEPT = 400

/** What is served now; every view reads it, and asks again when its revision changes. */
export const state: {status: Status | null; error: string | null; revision: number} = $state({status: null, error: null, revision: 0})

export async function ask<Answer>(address: string): Promise<Answer> {
  const known = answers.get(address)
  const headers: Record<string, string> = known ? {'If-None-Match': known.tag} : {}
  const held = token()
  if (held !== null) headers['Authorization'] = `Bearer ${held}`
  const response = await fetch(address, {headers, cache: 'no-store'})
  if (response.status === 304 && known) return known.answer as Promise<Answer>
  if (!response.ok) throw new Refused(response.status, await messageOf(response))
  const answer = response.json()
  const tag = response.headers.get('etag')
  if (tag !== null) answers.set(address, {tag, answer})
  if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value!)
  return answer as Promise<Answer>
}

export async function send<Answer>(address: string, body: unknown): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token() ?? ''}`},
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Refused(response.status, await messageOf(response))
  const answer = (await response.json()) as Answer
  await refresh()
  return answer
}

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  const title = (body as {title?: unknown} | null)?.title
  return typeof title === 'string' ? title : `The program answered ${response.status}.`
}

/** Asks what is served; a new revision makes every view ask again. */
export async function refresh(): Promise<void> {
  try {
    const status = await ask<Status>('/api/status')
    if (status.revision !== state.status?.revision) state.revision++
    state.status = status
    state.error = null
  } catch (error) {
    state.error = error instanceof Refused ? error.message : 'The program does not answer. Is it still running?'
  }
}

export interface Asked<Answer> {
  readonly value: Answer | null
  readonly error: string | null
}

/** An answer that follows its address and the record. The last one stays in sight until the next is there. */
export function asking<Answer>(address: () => string | null): Asked<Answer> {
  let held = $state.raw<{value: Answer | null; error: string | null}>({value: null, error: null})
  $effect(() => {
    const wanted = address()
    void state.revision
    if (wanted === null) {
      held = {value: null, error: null}
      return
    }
    let isLate = false
    ask<Answer>(wanted).then(
      value => {
        if (!isLate) held = {value, error: null}
      },
      error => {
        if (!isLate) held = {value: null, error: error instanceof Error ? error.message : String(error)}
      },
    )
    return () => {
      isLate = true
    }
  })
  return {
    get value() {
      return held.value
    },
    get error() {
      return held.error
    },
  }
}
