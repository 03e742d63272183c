// The only place that opens a socket outwards. A name is resolved once, every address it has is checked, and the checked address is the one
// that is dialled, so that a resolver which answers differently the second time changes nothing. Host and certificate stay those of the name.
import {lookup} from 'node:dns/promises'
import {Agent, buildConnector} from 'undici'
import {isAddressLiteral, isPublicAddress} from './address.ts'
import {FetchFailure} from './fetch-failure.ts'

export type Resolve = (host: string) => Promise<readonly string[]>

export interface DialRules {
  readonly resolve: Resolve
  /** Ports at 127.0.0.1 that may be dialled: for the tests' own server, empty everywhere else. */
  readonly loopbackPorts: readonly number[]
}

const CONNECT_MS = 10_000
const HEADERS_MS = 20_000
/** Bytes of an answer's head. */
const LARGEST_HEAD = 16 * 1024
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443])

export const resolveWithSystem: Resolve = async host => (await lookup(host, {all: true, verbatim: true})).map(({address}) => address)

/** An agent whose every connection passes the check, redirects and reconnects included. */
export function openAgent(rules: DialRules): Agent {
  const connect = buildConnector({timeout: CONNECT_MS})
  return new Agent({
    maxHeaderSize: LARGEST_HEAD,
    headersTimeout: HEADERS_MS,
    pipelining: 1,
    connections: 1,
    connect(options, callback) {
      const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80))
      checkedAddress(options.hostname, port, rules).then(
        address => connect({...options, hostname: address}, callback),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      )
    },
  })
}

/** The address to dial. Throws FetchFailure where one of the host's addresses is not public. */
export async function checkedAddress(hostname: string, port: number, {resolve, loopbackPorts}: DialRules): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (host === '127.0.0.1' && loopbackPorts.includes(port)) return host
  if (!WEB_PORTS.has(port))
    throw new FetchFailure('fetch/bad-address', `port ${port} is not a port of the web: only 80 and 443 are dialled`)
  const addresses = isAddressLiteral(host) ? [host] : await resolved(host, resolve)
  const refused = addresses.find(address => !isPublicAddress(address))
  if (refused !== undefined)
    throw new FetchFailure('fetch/private-address', `${host} leads to ${refused}, which is no public address: not dialled`)
  return addresses[0]!
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  let addresses: readonly string[]
  try {
    addresses = await resolve(host)
  } catch {
    addresses = []
  }
  if (addresses.length === 0) throw new FetchFailure('fetch/unresolved', `the name ${host} has no address`)
  return addresses
}
