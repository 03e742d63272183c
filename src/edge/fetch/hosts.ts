// One request at a time to each host, with a pause between two, and none at all for a while to a host that keeps failing.
import {FetchFailure} from './fetch-failure.ts'
import type {Time} from './retry.ts'

export interface Hosts {
  /** Runs the work when the host is free and its pause is over. Throws FetchFailure `fetch/busy` where the host is left alone. */
  inTurn<Result>(host: string, delay: number, work: () => Promise<Result>): Promise<Result>
  succeeded(host: string): void
  failed(host: string): void
}

interface HostState {
  turn: Promise<unknown>
  lastAt: number
  failures: number
  openAt: number
}

/** Failures in a row after which a host is left alone, and for how long. */
const MOST_FAILURES = 5
const LEFT_ALONE_MS = 10 * 60_000

export function openHosts(time: Time): Hosts {
  const states = new Map<string, HostState>()
  const stateOf = (host: string): HostState => {
    const state = states.get(host) ?? {turn: Promise.resolve(), lastAt: Number.NEGATIVE_INFINITY, failures: 0, openAt: 0}
    states.set(host, state)
    return state
  }
  return {
    inTurn(host, delay, work) {
      const state = stateOf(host)
      const mine = state.turn.then(async () => {
        const closedFor = state.openAt - time.now()
        if (closedFor > 0)
          throw new FetchFailure('fetch/busy', `${host} failed ${MOST_FAILURES} times in a row and is left alone for now`, closedFor)
        const wait = state.lastAt + delay - time.now()
        if (wait > 0) await time.pause(wait)
        try {
          return await work()
        } finally {
          state.lastAt = time.now()
        }
      })
      // The next one waits for this one, however it ends.
      state.turn = mine.catch(() => undefined)
      return mine
    },
    succeeded(host) {
      stateOf(host).failures = 0
    },
    failed(host) {
      const state = stateOf(host)
      if (++state.failures < MOST_FAILURES) return
      state.failures = 0
      state.openAt = time.now() + LEFT_ALONE_MS
    },
  }
}
