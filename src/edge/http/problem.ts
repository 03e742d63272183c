// Errors as problem+json (RFC 9457): a status, what happened in words, and the code that the program uses for it elsewhere.
import type {Context} from 'hono'
import type {ContentfulStatusCode} from 'hono/utils/http-status'

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
}

/** `code` is stable and meant for programs, `title` for people. */
export function problem(context: Context, status: ContentfulStatusCode, code: string, title: string): Response {
  const body: Problem = {type: 'about:blank', title, status, code}
  return context.body(JSON.stringify(body), status, {'Content-Type': 'application/problem+json; charset=utf-8'})
}
