// Fetches one address safely: only the web's schemes and ports, only public addresses, few redirects that are each checked again, limits on
// size and time, and the manners of a good neighbour. Off unless somebody asks for it (`--allow-network`).
import type {Readable} from 'node:stream'
import {type Dispatcher, request} from 'undici'
import type {Archive} from './archive.ts'
import {BODY_LIMITS, type BodyLimits, takeBody, unpackBody} from './body.ts'
import {type DialRules, openAgent} from './dial.ts'
import {FetchFailure} from './fetch-failure.ts'
import {openHosts} from './hosts.ts'
import {backoff, freshFor, MOST_TRIES, retryAfter, type Time} from './retry.ts'
import {type RobotsRules, readRobots} from './robots.ts'

export interface FetcherOptions {
  /** Sent as User-Agent: the program and where its user can be reached. */
  readonly userAgent: string
  readonly rules: DialRules
  readonly time: Time
  /** Null keeps nothing. */
  readonly archive: Archive | null
  readonly limits?: BodyLimits
  /** Milliseconds that a fetch may take on the line, its redirects included and its polite pauses not. */
  readonly deadline?: number
}

/** What an earlier answer gave, so that the server need not send the same again. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface Fetched extends Validators {
  /** Null where nothing has changed since the validators' answer. */
  readonly body: Buffer | null
  /** Where it was found in the end, and its own base where it names one. */
  readonly url: string
  readonly base: string
  readonly type: string
  /** Milliseconds that it stays fresh; null where the server says nothing. */
  readonly freshFor: number | null
}

export interface Fetcher {
  /** Throws FetchFailure. */
  fetch(url: string, validators?: Validators): Promise<Fetched>
  /** Sends JSON to an address that the user named, under the same checks. Throws FetchFailure. */
  post(url: string, value: unknown): Promise<void>
  close(): Promise<void>
}

const TOTAL_MS = 30_000
const MOST_REDIRECTS = 5
const ROBOTS_FRESH_MS = 24 * 3_600_000
/** Between two requests to a host that asks for nothing else. */
const USUAL_DELAY = 1000
/** A server that asks for a longer pause is asked again at the next round. */
const LONGEST_PAUSE = 30_000
const READ_TYPES = /html|xml|rss|atom|rdf|json|pdf|plain|rtf|msword|officedocument|opml|markdown/i
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9, application/pdf;q=0.5, */*;q=0.1'
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const WORTH_ANOTHER_TRY: ReadonlySet<number> = new Set([429, 500, 502, 503, 504])

interface Answer {
  readonly status: number
  readonly headers: {readonly [name: string]: string}
  readonly raw: Buffer
}
interface Budget {
  left: number
}
type Ask = {readonly method: 'GET' | 'POST'; readonly headers: {readonly [name: string]: string}; readonly body: string | null}

export function openFetcher({userAgent, rules, time, archive, limits = BODY_LIMITS, deadline = TOTAL_MS}: FetcherOptions): Fetcher {
  const agent = openAgent(rules)
  const hosts = openHosts(time)
  const robots = new Map<string, {readonly rules: RobotsRules; readonly until: number}>()

  async function once(url: URL, ask: Ask, budget: Budget): Promise<Answer> {
    if (budget.left <= 0) throw new FetchFailure('fetch/deadline', `${url.href} took longer than ${deadline / 1000} seconds`)
    const started = performance.now()
    const headers = {'user-agent': userAgent, accept: ACCEPT, 'accept-encoding': 'gzip, br', ...ask.headers}
    try {
      const options = {
        dispatcher: agent as Dispatcher,
        method: ask.method,
        headers,
        body: ask.body,
        signal: AbortSignal.timeout(Math.ceil(budget.left)),
      }
      const {statusCode, headers: sent, body} = await request(url, options)
      const answer = {status: statusCode, headers: flat(sent), raw: await takeBody(body as Readable, limits.raw)}
      archive?.add(exchangeOf(url, ask, headers, answer, time.now()))
      return answer
    } catch (error) {
      throw failureOf(error, url, deadline)
    } finally {
      budget.left -= performance.now() - started
    }
  }

  /** Follows redirects, each as if it were a new address. `obey` says whether robots.txt is asked first. */
  async function follow(start: URL, ask: Ask, obey: 'robots' | 'nothing'): Promise<Answer & {readonly url: URL}> {
    const budget: Budget = {left: deadline}
    let url = start
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const rulesHere = obey === 'nothing' ? null : await rulesOf(url)
      if (rulesHere?.allows(url.href) === false)
        throw new FetchFailure('fetch/robots', `robots.txt of ${url.host} asks that ${url.href} is not fetched`)
      // What proves one server's answer is no business of another.
      const asked = url.host === start.host ? ask : {...ask, headers: {}}
      const answer = await hosts.inTurn(url.host, rulesHere?.delay ?? (obey === 'nothing' ? 0 : USUAL_DELAY), () =>
        once(url, asked, budget),
      )
      const target = REDIRECTS.has(answer.status) ? (answer.headers['location'] ?? null) : null
      if (target === null) return {...answer, url}
      url = checkedRedirect(target, url)
    }
    throw new FetchFailure('fetch/redirect', `${start.href} leads on more than ${MOST_REDIRECTS} times`)
  }

  async function rulesOf(url: URL): Promise<RobotsRules> {
    const known = robots.get(url.origin)
    if (known !== undefined && known.until > time.now()) return known.rules
    const place = new URL('/robots.txt', url)
    const answer = await follow(place, GET, 'nothing').then(
      ({status, headers, raw}) => ({status, text: unpackBody(raw, headers['content-encoding'] ?? '', limits.decoded).toString('utf8')}),
      (error: unknown) => {
        // An address that may not be dialled is no matter of robots.txt.
        if (error instanceof FetchFailure && ['fetch/private-address', 'fetch/bad-address', 'fetch/unresolved'].includes(error.code))
          throw error
        return null
      },
    )
    const read = readRobots(place.href, answer, userAgent)
    robots.set(url.origin, {rules: read, until: time.now() + ROBOTS_FRESH_MS})
    return read
  }

  /** Asks again where the server is busy, as often and as late as it says. */
  async function patiently(url: URL, ask: Ask): Promise<Answer & {readonly url: URL}> {
    for (let tries = 1; ; tries++) {
      const answer = await follow(url, ask, 'robots').catch((error: unknown) => error as FetchFailure)
      const failed = answer instanceof FetchFailure ? answer : WORTH_ANOTHER_TRY.has(answer.status) ? busy(answer, time.now()) : null
      if (failed === null) {
        hosts.succeeded(url.host)
        return answer as Answer & {readonly url: URL}
      }
      if (!(failed instanceof FetchFailure) || (failed.code !== 'fetch/busy' && failed.code !== 'fetch/failed')) throw failed
      hosts.failed(url.host)
      const wait = failed.waitFor ?? backoff(tries, time)
      if (tries >= MOST_TRIES || wait > LONGEST_PAUSE) throw failed
      await time.pause(wait)
    }
  }

  return {
    async fetch(address, validators = {etag: null, lastModified: null}) {
      const {etag, lastModified} = validators
      const headers = {
        ...(etag === null ? {} : {'if-none-match': etag}),
        ...(lastModified === null ? {} : {'if-modified-since': lastModified}),
      }
      const answer = await patiently(checkedUrl(address), {...GET, headers})
      const {status, url} = answer
      const fresh = {freshFor: freshFor(answer.headers, time.now()), url: url.href, base: baseOf(answer.headers, url)}
      if (status === 304) return {...fresh, ...validators, body: null, type: ''}
      if (status === 410) throw new FetchFailure('fetch/gone', `${url.href} is gone for good (410)`)
      if (status >= 400 || status < 200 || status >= 300) throw new FetchFailure('fetch/status', `${url.href} answered ${status}`)
      const type = answer.headers['content-type'] ?? ''
      if (type !== '' && !READ_TYPES.test(type))
        throw new FetchFailure('fetch/type', `${url.href} is of a kind that is not read (${type.slice(0, 60)})`)
      const body = unpackBody(answer.raw, answer.headers['content-encoding'] ?? '', limits.decoded)
      return {...fresh, body, type, etag: answer.headers['etag'] ?? null, lastModified: answer.headers['last-modified'] ?? null}
    },
    async post(address, value) {
      const url = checkedUrl(address)
      const ask = {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(value)} as const
      const {status} = await hosts.inTurn(url.host, 0, () => once(url, ask, {left: deadline}))
      if (status >= 300) throw new FetchFailure('fetch/status', `${url.href} answered ${status}`)
    },
    close: () => agent.close(),
  }
}

const GET: Ask = {method: 'GET', headers: {}, body: null}

/** An address of the web without a name and password in it. Throws FetchFailure for any other. */
export function checkedUrl(address: string): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new FetchFailure('fetch/bad-address', `${address.slice(0, 200)} is no address`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchFailure('fetch/bad-address', `${url.protocol} is not fetched: only http and https are`)
  if (url.username !== '' || url.password !== '')
    throw new FetchFailure('fetch/bad-address', `${url.host} is named with a user before it: take the name and password out`)
  url.hash = ''
  return url
}

export function checkedRedirect(target: string, from: URL): URL {
  if (!URL.canParse(target, from.href)) throw new FetchFailure('fetch/redirect', `${from.href} leads to something that is no address`)
  const url = checkedUrl(new URL(target, from).href)
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw new FetchFailure('fetch/downgrade', `${from.href} leads from https to http: not followed`)
  return url
}

const busy = (answer: Answer, now: number): FetchFailure =>
  new FetchFailure('fetch/busy', `the server answered ${answer.status}`, retryAfter(answer.headers['retry-after'] ?? null, now))

/** Answers may name the address that their relative links start from. */
function baseOf(headers: Answer['headers'], url: URL): string {
  const own = headers['content-location']
  return own !== undefined && URL.canParse(own, url.href) ? new URL(own, url).href : url.href
}

const flat = (headers: Dispatcher.ResponseData['headers']): {[name: string]: string} =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )

function failureOf(error: unknown, url: URL, deadline: number): FetchFailure {
  if (error instanceof FetchFailure) return error
  const {name, message, code} = error as {name?: string; message?: string; code?: string}
  if (name === 'TimeoutError' || name === 'AbortError')
    return new FetchFailure('fetch/deadline', `${url.href} took longer than ${deadline / 1000} seconds`)
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new FetchFailure('fetch/too-large', `the head of the answer of ${url.href} is too large`)
  return new FetchFailure('fetch/failed', `${url.href}: ${message ?? String(error)}`)
}

function exchangeOf(url: URL, ask: Ask, headers: {[name: string]: string}, answer: Answer, now: number) {
  const lines = (fields: {readonly [name: string]: string}) =>
    Object.entries(fields).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`)
  // The body is kept without the chunks of its transfer.
  const {'transfer-encoding': _, ...kept} = answer.headers
  return {
    url: url.href,
    at: new Date(now).toISOString(),
    request: `${ask.method} ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\n${lines(headers).join('')}\r\n${ask.body ?? ''}`,
    answerHead: `HTTP/1.1 ${answer.status} \r\n${lines(kept).join('')}\r\n`,
    answerBody: answer.raw,
  }
}
