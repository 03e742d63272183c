// Serves a desk as a page until the user ends it: prints the address once, with the token for changes behind the #.
import {hostname, networkInterfaces} from 'node:os'
import {setTimeout as sleep} from 'node:timers/promises'
import {VERSION} from '../../../parley.ts'
import type {Desk} from '../../desk.ts'
import {resolveWithSystem} from '../../fetch/dial.ts'
import {openFetcher} from '../../fetch/fetcher.ts'
import {readFetched} from '../../http/added.ts'
import {buildApplication} from '../../http/application.ts'
import {LOOPBACK} from '../../http/guard.ts'
import {prepareLists} from '../../http/lists.ts'
import {serveAtHome} from '../../http/server.ts'
import {keptToken, newToken} from '../../http/token.ts'
import {type DeskOptions, openDesk, openRecord} from '../open-desk.ts'
import {harmless, print} from '../output.ts'
import {installedPacks, installedReader, openSources} from '../reader.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

export interface ServeOptions {
  readonly port: number
  /** Another address than loopback; needs `tokenFile`. */
  readonly host?: string
  /** Keeps the token from one start to the next. */
  readonly tokenFile?: string
  /** Lets an address that a reader names be fetched. */
  readonly allowNetwork?: true
}

const RULES = {resolve: resolveWithSystem, loopbackPorts: []}
const TIME = {now: Date.now, pause: (milliseconds: number) => sleep(milliseconds), chance: Math.random}

/** With a record file, named inputs are added to it first. */
export async function runServe(named: readonly string[], options: DeskOptions & ServeOptions): Promise<void> {
  if (options.record === undefined || named.length === 0) {
    const {desk, refused} = await openDesk(named, options)
    process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
    return serveDesk(desk, options)
  }
  const desk = await openRecord(options.record, 'make')
  await desk.add(openSources(named, options), ({id, outcome, code, message}) => {
    if (outcome === 'refused') process.stderr.write(`parley: not read: ${harmless(message ?? id)} (${code})\n`)
  })
  return serveDesk(desk, options)
}

/** Throws WrongCall `serve/no-token` for an address beyond loopback without a token file. */
export async function serveDesk(desk: Desk, {port, host, tokenFile, allowNetwork}: ServeOptions): Promise<void> {
  const isHome = host === undefined || LOOPBACK.includes(host) || host === '::1'
  if (!isHome && tokenFile === undefined)
    throw new WrongCall(
      'serve/no-token',
      `--host ${host} opens the record to other machines: name a --token-file too, so that only who has the token may ask`,
    )
  const fetcher = allowNetwork === true ? openFetcher({userAgent: `parley/${VERSION}`, rules: RULES, time: TIME, archive: null}) : null
  const token = tokenFile === undefined ? newToken() : keptToken(tokenFile)
  const served = await serveAtHome(
    at =>
      buildApplication({
        desk,
        fetchAddress: fetcher && (address => readFetched(address, fetcher, installedPacks())),
        reader: installedReader,
        access: {port: at, hosts: isHome ? LOOPBACK : hostsOf(host), token, readsNeedToken: !isHome},
      }),
    port,
    host,
  )
  void prepareLists(desk.record())
  const address = isHome ? '127.0.0.1' : host === '0.0.0.0' ? hostname() : host
  await print(`\nThe same record as a page: http://${address}:${served.port}/#token=${token}   (Ctrl+C ends it)`)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await served.close()
  await fetcher?.close()
  desk.close()
}

/** Every name under which this machine may be asked, where it listens at all of its addresses. */
function hostsOf(host: string): readonly string[] {
  const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)
  if (host !== '0.0.0.0' && host !== '::') return [bracketed(host)]
  const addresses = Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(({address}) => bracketed(address)))
  return [...LOOPBACK, hostname(), ...addresses]
}
