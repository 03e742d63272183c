// Who may ask the local server, and who may change what it serves. Answers and headers as in SECURITY, local server, rules 2 to 6, 9 and 11.
import {createHash, timingSafeEqual} from 'node:crypto'
import type {Context, MiddlewareHandler} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {problem} from './problem.ts'

/** Scripts and styles of our own files only; no inline ones, nothing from elsewhere, no frame around us. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export const MAX_BODY_BYTES = 32 * 1024 * 1024

export interface Access {
  /** Asked at each request, since the port is known only once the server listens. */
  readonly port: () => number
  /** Names and addresses that a browser may have asked for, without the port. */
  readonly hosts: readonly string[]
  readonly token: string
  /** Beyond loopback reading needs the token too. */
  readonly readsNeedToken: boolean
}

export const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

export function guard({port, hosts, token, readsNeedToken}: Access): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: context => problem(context, 413, 'http/too-large', 'No more than 32 MB at a time.'),
  })
  return async (context, next) => {
    const own = hosts.map(name => `${name}:${port()}`)
    const refused = refusal(context, own) ?? (isChange(context) ? refusalToChange(context, token) : null)
    if (refused) context.res = refused
    else if (readsNeedToken && context.req.path.startsWith('/api') && !holds(context, token))
      context.res = problem(context, 401, 'http/token', 'Reading from another machine needs the token.')
    else {
      const early = await limit(context, next)
      if (early instanceof Response) context.res = early
    }
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store')
  }
}

const isChange = (context: Context): boolean => context.req.method !== 'GET' && context.req.method !== 'HEAD'

function refusal(context: Context, own: readonly string[]): Response | null {
  if (!own.includes(context.req.header('host') ?? '')) return problem(context, 421, 'http/host', `This server answers at ${own[0]} only.`)
  const origin = context.req.header('origin')
  if (origin !== undefined && !own.some(host => origin === `http://${host}`))
    return problem(context, 403, 'http/origin', 'Another site may not ask here.')
  const site = context.req.header('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site')
    return problem(context, 403, 'http/site', 'Another site may not ask here: open the address yourself.')
  return isDecodable(new URL(context.req.url)) ? null : problem(context, 400, 'http/address', 'The address is not well formed.')
}

function isDecodable({pathname, search}: URL): boolean {
  try {
    decodeURIComponent(pathname)
    decodeURIComponent(search.replaceAll('+', ' '))
    return true
  } catch {
    return false
  }
}

function refusalToChange(context: Context, token: string): Response | null {
  const type = (context.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/json') return problem(context, 415, 'http/type', 'Changes are sent as application/json.')
  if (!holds(context, token))
    return problem(context, 401, 'http/token', 'Open the address that the program printed: it carries the token for changes.')
  return null
}

/** Compared in constant time, and through a hash so that no length shows. */
function holds(context: Context, token: string): boolean {
  const given = /^Bearer ([\w-]{1,200})$/.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(token))
}
