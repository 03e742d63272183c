// Visits feeds in turn, hands on what is new, and remembers where it stands after each visit. It ends when it is told to.
import type {Article, Refusal} from '../../model/article.ts'
import {type Alert, giveAlert} from './alert.ts'
import {type AlertItem, loadState, saveState, type WatchState} from './feed-state.ts'
import type {FetchFailure} from './fetch-failure.ts'
import {type Visitor, visitFeed} from './poll.ts'

export interface WatchOptions {
  readonly feeds: readonly string[]
  readonly visitor: Visitor
  readonly statePath: string
  readonly alerts: readonly Alert[]
  /** `once`: each feed is visited, however short ago the last visit was. */
  readonly rounds: 'once' | 'on'
  readonly pause: (milliseconds: number) => Promise<void>
  /** Looked at between two visits. */
  readonly isOver: () => boolean
  /** Keeps what came; gives those that were not known before. */
  readonly deliver: (items: readonly (Article | Refusal)[]) => Promise<readonly Article[]>
  readonly tell: (visit: VisitTold) => void
}

export interface VisitTold {
  readonly feed: string
  readonly came: number
  readonly refused: number
  readonly failure: FetchFailure | null
  /** Alerts that could not be given. */
  readonly problems: readonly string[]
}

/** The feed of alerts holds this many. */
const MOST_ALERTS = 100
/** Between two looks at which feed is due. */
const SHORTEST_SLEEP = 1000

/** Gives the number of feeds whose last visit failed. */
export async function watchFeeds(options: WatchOptions): Promise<number> {
  const {feeds, visitor, statePath, isOver} = options
  let state = loadState(statePath)
  const failing = new Set<string>()
  do {
    for (const feed of feeds) {
      const known = state.feeds[feed]
      if (isOver()) break
      if (known?.gone || (options.rounds === 'on' && known !== undefined && known.nextAt > visitor.now())) continue
      const visit = await visitFeed(feed, known, visitor)
      const delivered = await options.deliver([...visit.articles, ...visit.refusals])
      const news = delivered.map(itemOf)
      state = {feeds: {...state.feeds, [feed]: visit.state}, alerts: [...state.alerts, ...news].slice(-MOST_ALERTS)}
      // What was delivered is remembered only now: a program that ends between the two hands it on again, and nothing is lost.
      saveState(statePath, state)
      if (visit.failure === null) failing.delete(feed)
      else failing.add(feed)
      const problems = news.length === 0 ? [] : await giveAlerts(options, news, state)
      options.tell({feed, came: delivered.length, refused: visit.refusals.length, failure: visit.failure, problems})
    }
    if (options.rounds === 'once' || isOver()) break
    const due = feeds.flatMap(feed => (state.feeds[feed]?.gone ? [] : [state.feeds[feed]?.nextAt ?? 0]))
    if (due.length === 0) break
    await options.pause(Math.max(SHORTEST_SLEEP, Math.min(...due) - visitor.now()))
  } while (!isOver())
  return failing.size
}

async function giveAlerts({alerts, visitor}: WatchOptions, news: readonly AlertItem[], state: WatchState): Promise<string[]> {
  const problems: string[] = []
  for (const alert of alerts) {
    try {
      await giveAlert(alert, news, [...state.alerts].reverse(), visitor.fetcher)
    } catch (error) {
      problems.push(`the alert could not be given: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return problems
}

const itemOf = ({id, title, uri, publisher, published}: Article): AlertItem => ({id, title, uri, publisher, published})
