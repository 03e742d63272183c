// Takes forgotten reports out of what watching has kept: the exchanges that brought them leave the web archives, and the alerts lose their titles.
import {closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Article} from '../../model/article.ts'
import {payloadOf, targetOf, type WarcRecord, warcField, wholeRecords} from '../files/warc.ts'
import {loadState, saveState} from './feed-state.ts'

export type Forgotten = Pick<Article, 'id' | 'uri' | 'guid' | 'text'>

/** Stretches of a text that show it in a page or a feed, whatever the markup around them. */
const STRETCH = 48
const STRETCHES = 5
/** Shorter ones stand in pages that have nothing to do with it. */
const SHORTEST = 16

/** Gives how many answers were removed. A feed that carried a report goes as a whole: its other entries are in the record. */
export async function purgeKept(folder: string, forgotten: readonly Forgotten[]): Promise<number> {
  let removed = 0
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (/\.warc(?:\.gz)?$/i.test(name)) removed += await purgeArchive(join(folder, name), forgotten)
  const state = join(folder, STATE_FILE)
  if (existsSync(state)) purgeAlerts(state, forgotten)
  return removed
}

/** Name of the state of the feeds in the folder that watching keeps. */
export const STATE_FILE = 'feeds.json'

function purgeAlerts(path: string, forgotten: readonly Forgotten[]): void {
  const state = loadState(path)
  const ids = new Set(forgotten.map(({id}) => id))
  const addresses = new Set(forgotten.flatMap(({uri}) => uri ?? []))
  const alerts = state.alerts.filter(({id, uri}) => !ids.has(id) && (uri === null || !addresses.has(uri)))
  if (alerts.length < state.alerts.length) saveState(path, {...state, alerts})
}

async function purgeArchive(path: string, forgotten: readonly Forgotten[]): Promise<number> {
  const wanted = forgotten.map(signsOf)
  const gone = new Set<string>()
  let removed = 0
  for await (const record of wholeRecords(path)) {
    if (!wanted.some(signs => brought(record, signs))) continue
    if (warcField(record, 'WARC-Type') === 'response') removed++
    gone.add(exchangeOf(record))
  }
  if (gone.size === 0) return 0
  const part = `${path}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    // What is damaged cannot be shown to be free of them, and goes too.
    for await (const record of wholeRecords(path))
      if (record.body !== null && !gone.has(exchangeOf(record))) writeSync(handle, packed(record, path))
    closeSync(handle)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, {force: true})
    throw error
  }
  return removed
}

/** Request and answer have their address and moment in common. */
const exchangeOf = (record: WarcRecord): string => `${targetOf(record)} ${warcField(record, 'WARC-Date')}`

function packed({head, body}: WarcRecord, path: string): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body!, Buffer.from('\r\n\r\n')])
  return path.endsWith('.gz') ? gzipSync(bytes) : bytes
}

interface Signs {
  readonly addresses: ReadonlySet<string>
  /** As a feed names an entry. */
  readonly names: readonly string[]
  readonly stretches: readonly string[]
}

function signsOf({uri, guid, text}: Forgotten): Signs {
  const plain = letters(text)
  const starts = Array.from({length: STRETCHES}, (_, i) => Math.floor((Math.max(0, plain.length - STRETCH) * i) / (STRETCHES - 1)))
  const names = [uri, guid].filter(name => name !== null)
  return {
    addresses: new Set(uri === null ? [] : [uri]),
    names: [...new Set(names.flatMap(name => [name, name.replaceAll('&', '&amp;')]))],
    stretches: [...new Set(starts.map(start => plain.slice(start, start + STRETCH)))].filter(stretch => stretch.length >= SHORTEST),
  }
}

function brought(record: WarcRecord, {addresses, names, stretches}: Signs): boolean {
  const target = targetOf(record)
  if (target !== null && addresses.has(target)) return true
  if (warcField(record, 'WARC-Type') !== 'response' || record.body === null) return false
  const payload = payloadOf(record.body)
  if (payload === null) return false
  // A redirect to it.
  if (names.some(name => record.body!.subarray(0, 16 * 1024).includes(`ocation: ${name}`))) return true
  const source = payload.body.toString('utf8')
  if (/xml|json|rss|atom/i.test(payload.type) && names.some(name => source.includes(name))) return true
  const plain = letters(source.replace(/<[^<>]*>/g, ''))
  return stretches.some(stretch => plain.includes(stretch))
}

/** Without markup, entities, blanks and signs: what an article and the page that it came from have in common. */
const letters = (text: string): string =>
  text
    .replace(/&(?:#x?)?\w{1,10};/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
