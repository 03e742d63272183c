// Who may ask the local server: only pages of its own address, only to read. Answers and headers as in SECURITY rules 2, 3, 5 and 6.
import type {MiddlewareHandler} from 'hono'

/** No scripts at all; nothing from elsewhere; no frame around us. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
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
  'Cache-Control': 'no-store',
}

/** `port` is asked at each request, since it is known only once the server listens. */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]'].map(name => `${name}:${port()}`)
    const refuse = (status: 403 | 405 | 421, message: string): Response => context.text(`${message}\n`, status, HEADERS)
    const host = context.req.header('host') ?? ''
    if (!hosts.includes(host)) return refuse(421, `This server answers at ${hosts[0]} only.`)
    const origin = context.req.header('origin')
    if (origin !== undefined && !hosts.some(own => origin === `http://${own}`)) return refuse(403, 'Another site may not ask here.')
    const site = context.req.header('sec-fetch-site')
    if (site === 'cross-site' || site === 'same-site') return refuse(403, 'Another site may not ask here: open the address yourself.')
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return refuse(405, 'There is nothing to change here.')
    await next()
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
  }
}
