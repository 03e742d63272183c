// `parley watch`: polls feeds and keeps what is new. The one command that goes out to the network, and only where it is told to.
import {mkdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {readSubscriptions} from '../../../ingest/feed/opml.ts'
import {parseXml} from '../../../ingest/xml.ts'
import type {Article, Refusal} from '../../../model/article.ts'
import {VERSION} from '../../../parley.ts'
import type {Kept} from '../../desk.ts'
import {parseAlert} from '../../fetch/alert.ts'
import {openArchive} from '../../fetch/archive.ts'
import {type DialRules, resolveWithSystem} from '../../fetch/dial.ts'
import {openFetcher} from '../../fetch/fetcher.ts'
import {STATE_FILE} from '../../fetch/purge.ts'
import type {Time} from '../../fetch/retry.ts'
import {type VisitTold, watchFeeds} from '../../fetch/watch.ts'
import {decode} from '../../files/detectors.ts'
import {openWorker} from '../../files/worker.ts'
import {isRefusal} from '../../read-safely.ts'
import {whyNot} from '../../why-not.ts'
import {openRecord} from '../open-desk.ts'
import {harmless, print} from '../output.ts'
import {installedPacks} from '../reader.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

export interface WatchCommandOptions {
  readonly allowNetwork?: true
  readonly once?: true
  readonly pages?: true
  readonly record?: string
  readonly keep: string
  /** Minutes. */
  readonly every: number
  readonly alert: readonly string[]
  readonly contact?: string
}

/** What a test replaces: who may be dialled, the clock, and the pauses. */
export interface Surroundings {
  readonly rules: DialRules
  readonly time: Time
}

const OUTSIDE: Surroundings = {
  rules: {resolve: resolveWithSystem, loopbackPorts: []},
  time: {now: Date.now, pause: milliseconds => sleep(milliseconds), chance: Math.random},
}

const MINUTE = 60_000

export async function runWatch(named: readonly string[], options: WatchCommandOptions, {rules, time} = OUTSIDE): Promise<void> {
  const feeds = [...new Set(named.flatMap(feedsOf))]
  if (feeds.length === 0) throw new WrongCall('call/no-input', 'nothing to watch: name an OPML file or the address of a feed')
  if (options.allowNetwork !== true)
    throw new WrongCall(
      'call/network-off',
      `nothing was fetched: ${feeds.length === 1 ? 'one feed' : `${feeds.length} feeds`} would be polled, and the network is used only with --allow-network`,
    )
  mkdirSync(options.keep, {recursive: true, mode: 0o700})
  const day = new Date(time.now()).toISOString().slice(0, 10).replaceAll('-', '')
  const archive = openArchive(join(options.keep, `fetched-${day}.warc.gz`), `parley/${VERSION}`)
  const fetcher = openFetcher({userAgent: userAgent(options.contact), rules, time, archive})
  const worker = openWorker(installedPacks().page)
  const ending = new AbortController()
  const end = () => ending.abort()
  process.once('SIGINT', end)
  try {
    const failing = await watchFeeds({
      feeds,
      statePath: join(options.keep, STATE_FILE),
      visitor: {
        fetcher,
        worker,
        page: installedPacks().page,
        now: time.now,
        every: options.every * MINUTE,
        depth: options.pages ? 'pages' : 'entries',
      },
      alerts: options.alert.map(parseAlert),
      rounds: options.once ? 'once' : 'on',
      pause: milliseconds => Promise.race([time.pause(milliseconds), aborted(ending.signal)]),
      isOver: () => ending.signal.aborted,
      deliver: options.record === undefined ? printLines : keepIn(options.record, resolve(options.keep)),
      tell,
    })
    process.exitCode = failing > 0 ? EXIT.someNotRead : EXIT.allRead
  } finally {
    process.removeListener('SIGINT', end)
    await worker.close()
    await fetcher.close()
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), {once: true})
  })

/** An honest name, with a way to reach whoever runs it. */
const userAgent = (contact: string | undefined): string =>
  `Parley/${VERSION} (+${(contact ?? 'https://www.npmjs.com/package/@parley-desk/parley').replace(/[^\x20-\x7e]/g, '')})`

/** The feeds that an address, an OPML file or a plain list names. */
function feedsOf(name: string): string[] {
  if (/^https?:\/\//i.test(name)) return [name]
  let source: string
  try {
    source = decode(readFileSync(name), null).text
  } catch (error) {
    throw new WrongCall('call/no-input', `${name}: it cannot be read (${whyNot(error)})`)
  }
  const list = /^\s*</.test(source) ? readSubscriptions(parseXml(source)) : null
  if (list !== null) return list.subscriptions.map(({feed}) => feed)
  return source.split(/\r?\n/).flatMap(line => (/^\s*https?:\/\/\S+\s*$/i.test(line) ? [line.trim()] : []))
}

/** As JSON lines in the shape that `parley read` and `parley add` take. */
async function printLines(items: readonly (Article | Refusal)[]): Promise<readonly Article[]> {
  const articles = items.flatMap(item => (isRefusal(item) ? [] : [item]))
  for (const {id, text, title, published, publisher, uri, guid, byline, language, retrieved} of articles)
    await print(JSON.stringify({id, text, title, published, publisher, uri, guid, byline, language, retrieved}))
  return articles
}

function keepIn(record: string, archive: string): (items: readonly (Article | Refusal)[]) => Promise<readonly Article[]> {
  return async items => {
    // Opened for each visit: a record that is held open for days locks out nobody, but its reader would see an old one.
    const desk = await openRecord(record, 'make')
    const kept = new Map<string, Kept>()
    async function* each() {
      yield* items
    }
    try {
      desk.store.rememberArchive(archive)
      await desk.add(each(), outcome => kept.set(outcome.id, outcome))
    } finally {
      desk.close()
    }
    return items.flatMap(item => (isRefusal(item) || kept.get(item.id)?.outcome === 'known' ? [] : [item]))
  }
}

function tell({feed, came, refused, failure, problems}: VisitTold): void {
  const what = failure === null ? `${came} new${refused === 0 ? '' : `, ${refused} not read`}` : `${failure.message} (${failure.code})`
  for (const line of [`${feed}: ${what}`, ...problems]) process.stderr.write(`parley: ${harmless(line)}\n`)
}
