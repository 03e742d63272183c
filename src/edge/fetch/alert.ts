// Tells somebody that something new came in: writes a feed of alerts, runs a command, or posts to an address.
import {spawn} from 'node:child_process'
import {renameSync, writeFileSync} from 'node:fs'
import type {AlertItem} from './feed-state.ts'
import type {Fetcher} from './fetcher.ts'

export type Alert =
  | {readonly kind: 'feed'; readonly path: string}
  | {readonly kind: 'webhook'; readonly url: string}
  | {readonly kind: 'command'; readonly command: string}

/** `news.xml` is a feed to be written, an address is posted to, anything else is run. */
export function parseAlert(value: string): Alert {
  if (/^https?:\/\//i.test(value)) return {kind: 'webhook', url: value}
  if (/\.(?:xml|rss)$/i.test(value) && !/\s/.test(value)) return {kind: 'feed', path: value}
  return {kind: 'command', command: value}
}

/** `news` is what came in this round, `all` the newest of all rounds. Throws where the alert could not be given. */
export async function giveAlert(alert: Alert, news: readonly AlertItem[], all: readonly AlertItem[], fetcher: Fetcher): Promise<void> {
  if (alert.kind === 'webhook') await fetcher.post(alert.url, {schema: 'parley/alert@1', new: news})
  else if (alert.kind === 'command') await runCommand(alert.command, JSON.stringify({schema: 'parley/alert@1', new: news}))
  else {
    writeFileSync(`${alert.path}.part`, writeFeed(all))
    renameSync(`${alert.path}.part`, alert.path)
  }
}

export function writeFeed(items: readonly AlertItem[]): string {
  const entries = items.map(({id, title, uri, publisher, published}) => {
    const date = published !== null && /T/.test(published) ? new Date(published) : null
    const parts = [
      `<title>${escapeXml(title ?? 'untitled')}</title>`,
      uri === null ? '' : `<link>${escapeXml(uri)}</link>`,
      `<guid isPermaLink="false">${escapeXml(id)}</guid>`,
      date === null || Number.isNaN(date.getTime()) ? '' : `<pubDate>${date.toUTCString()}</pubDate>`,
      publisher === null ? '' : `<description>${escapeXml(publisher)}</description>`,
    ]
    return `<item>${parts.join('')}</item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Parley: new reports</title><link>https://localhost/</link><description>Reports that came in</description>\n${entries.join('\n')}\n</channel></rss>\n`
}

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const COMMAND_MS = 60_000

/** The command is the user's own and runs in a shell; what came from outside reaches it on standard input only, never as a word of it. */
function runCommand(command: string, input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {shell: true, stdio: ['pipe', 2, 2], timeout: COMMAND_MS})
    child.on('error', reject)
    child.on('close', status => (status === 0 ? resolve() : reject(new Error(`the command of the alert ended with ${status}`))))
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
