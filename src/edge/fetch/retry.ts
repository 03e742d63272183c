// When to ask again: what the server says (Retry-After, Cache-Control, Expires), else longer and longer, with chance in it so that many
// programs that failed together do not come back together.

/** The clock in milliseconds, a pause, and chance (0 to 1): arguments, so that tests need not wait. */
export interface Time {
  now(): number
  pause(milliseconds: number): Promise<void>
  chance(): number
}

export const MOST_TRIES = 5
const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

/** Exponential with full jitter. `tries` counts those that failed, from 1. */
export const backoff = (tries: number, time: Time): number =>
  Math.round(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries) * (0.5 + time.chance() / 2))

/** Retry-After in seconds or as a date, in milliseconds from now; null where it is missing or no time. */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** For how long the answer says that it stays fresh, in milliseconds; null where it says nothing. */
export function freshFor(headers: {readonly [name: string]: string}, now: number): number | null {
  const control = headers['cache-control'] ?? ''
  if (/\bno-(?:store|cache)\b/i.test(control)) return 0
  const age = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1]
  if (age !== undefined) return Number(age) * 1000
  const expires = Date.parse(headers['expires'] ?? '')
  return Number.isNaN(expires) ? null : Math.max(0, expires - now)
}
