// Reads XML in the worker: feeds first, then the formats of newsrooms, then pages that were written as XML.

import {hashOf} from '../../ingest/article.ts'
import {type FeedEntry, readFeed} from '../../ingest/feed/feed.ts'
import {readNewsItems} from '../../ingest/feed/newsroom.ts'
import {readSubscriptions, type SubscriptionList} from '../../ingest/feed/opml.ts'
import {parseXml, type XmlElement, XmlTooDeep} from '../../ingest/xml.ts'
import type {Carrier, Item} from './carrier.ts'
import {decode} from './detectors.ts'
import {finishEntries} from './entries.ts'
import {readHtml} from './html.ts'
import {ReadFailure} from './read-failure.ts'

const LABEL_WITHIN = 400
const LABEL = /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w:.-]{2,40})/i

export async function* readXml(carrier: Carrier, bytes: Uint8Array): AsyncGenerator<Item> {
  const label = LABEL.exec(Buffer.from(bytes.subarray(0, LABEL_WITHIN)).toString('latin1').replaceAll('\0', ''))?.[1] ?? null
  const {text: source, notes} = decode(bytes, label)
  if (source.trim() === '') throw new ReadFailure('ingest/empty', 'there is nothing in it')
  const root = parse(source)
  const list = readSubscriptions(root)
  if (list !== null) {
    yield* finishEntries(carrier, [listEntry(list)], notes)
    return
  }
  const entries = readNewsItems(root, carrier.page) ?? readFeed(root, carrier.address ?? carrier.given.uri ?? null, carrier.page)
  if (entries === null) {
    if (/<html[\s>]/i.test(source.slice(0, 2000))) yield await readHtml(carrier, bytes, label)
    else throw new ReadFailure('ingest/unsupported', 'it is XML, but neither a feed nor a format of news that is known')
    return
  }
  yield* finishEntries(carrier, entries, notes)
}

/** It is read like a feed without entries: a line, and no report. */
function listEntry({title, subscriptions}: SubscriptionList): FeedEntry {
  const message = `a list of ${subscriptions.length} feeds and no report in it; parley watch polls them`
  const names = subscriptions.map(subscription => subscription.feed).join('\n')
  return {text: '', found: {title}, id: hashOf(names), notes: [{code: 'ingest/no-entries', message}]}
}

function parse(source: string): XmlElement {
  try {
    return parseXml(source)
  } catch (error) {
    if (error instanceof XmlTooDeep) throw new ReadFailure('ingest/corrupt', error.message)
    throw error
  }
}
