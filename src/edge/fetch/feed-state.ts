// What watching remembers of a feed between two rounds and two runs: its validators, when to ask next, and which entries were handed on.
import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import type {Validators} from './fetcher.ts'

export interface FeedState extends Validators {
  /** Milliseconds since the epoch. */
  readonly nextAt: number
  /** Rounds that failed in a row. */
  readonly failures: number
  /** The server says that the feed is gone for good: it is asked no more. */
  readonly gone: boolean
  /** Keys of the entries that were handed on, oldest first. */
  readonly seen: readonly string[]
}

export interface WatchState {
  readonly feeds: {readonly [address: string]: FeedState}
  /** The newest alerts, for the feed of alerts. */
  readonly alerts: readonly AlertItem[]
}

export interface AlertItem {
  readonly id: string
  readonly title: string | null
  readonly uri: string | null
  readonly publisher: string | null
  readonly published: string | null
}

/** Feeds carry 10 to 500 entries; those that have left the feed do not come back. */
const MOST_SEEN = 5000

export const NEW_FEED: FeedState = {etag: null, lastModified: null, nextAt: 0, failures: 0, gone: false, seen: []}

/** A file that is missing or broken is a fresh start: everything is read once more, and known documents are left alone. */
export function loadState(path: string): WatchState {
  if (!existsSync(path)) return {feeds: {}, alerts: []}
  try {
    const {feeds, alerts} = JSON.parse(readFileSync(path, 'utf8')) as Partial<WatchState>
    return {feeds: feeds ?? {}, alerts: alerts ?? []}
  } catch {
    return {feeds: {}, alerts: []}
  }
}

/** Written beside and renamed, so that an ended program leaves the last whole one. */
export function saveState(path: string, state: WatchState): void {
  const feeds = Object.fromEntries(
    Object.entries(state.feeds).map(([feed, known]) => [feed, {...known, seen: known.seen.slice(-MOST_SEEN)}]),
  )
  writeFileSync(`${path}.part`, JSON.stringify({...state, feeds}), {mode: 0o600})
  renameSync(`${path}.part`, path)
}
