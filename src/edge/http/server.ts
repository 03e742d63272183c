// Serves an application on this machine (127.0.0.1 unless another address is asked for), with limits on slow and large requests.
import type {Server} from 'node:http'
import {serve} from '@hono/node-server'

const MAX_HEADER_BYTES = 16 * 1024
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
const MAX_CONNECTIONS = 64

/** What answers requests: an application of any kind. */
export interface Answering {
  fetch(request: Request): Response | Promise<Response>
}

export interface Served {
  readonly port: number
  close(): Promise<void>
}

/** Takes another port where the one wished for is in use. The application may ask its port from the first request on. */
export async function serveAtHome(build: (port: () => number) => Answering, wished: number, address = '127.0.0.1'): Promise<Served> {
  let port = wished
  const application = build(() => port)
  const listen = (at: number): Promise<Server> =>
    new Promise((resolve, reject) => {
      const server = serve(
        {fetch: request => application.fetch(request), hostname: address, port: at, serverOptions: {maxHeaderSize: MAX_HEADER_BYTES}},
        bound => {
          port = bound.port
          resolve(server)
        },
      ) as Server
      server.headersTimeout = HEADERS_TIMEOUT_MS
      server.requestTimeout = REQUEST_TIMEOUT_MS
      server.maxConnections = MAX_CONNECTIONS
      server.once('error', reject)
    })
  const server = await listen(wished).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return listen(0)
    throw error
  })
  return {
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
