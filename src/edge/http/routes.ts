// How a route of the API is made: its question is checked, its answer carries the revision as ETag, and both stand in the OpenAPI document.
import {randomBytes} from 'node:crypto'
import type {OpenAPIHono} from '@hono/zod-openapi'
import {z} from '@hono/zod-openapi'
import type {Context} from 'hono'
import type {Desk} from '../desk.ts'
import {problem} from './problem.ts'
import {problem as problemShape} from './shapes.ts'

/** A desk in memory counts from 0 at each start, so the tag of an earlier start must not fit. */
const START = randomBytes(4).toString('hex')

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 500

export const paging = {
  offset: z.coerce.number().int().min(0).default(0).openapi({description: 'how many items to pass over'}),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT).openapi({description: 'how many items to give'}),
}

export interface ReadRoute<Question extends z.ZodRawShape> {
  /** With {id} for a part that is asked for. */
  readonly path: string
  readonly summary: string
  readonly question: Question
  readonly shape: z.ZodType
  readonly type?: string
}

const problems = Object.fromEntries(
  [
    [400, 'The question is not well formed.'],
    [401, 'The token is missing or wrong.'],
    [403, 'Asked from another site, or not allowed here.'],
    [404, 'There is no such thing in this record.'],
  ].map(([status, description]) => [status, {description, content: {'application/problem+json': {schema: problemShape}}}]),
)

/** Null from `answer` is a 404. */
export function addReadRoute<Question extends z.ZodRawShape>(
  application: OpenAPIHono,
  desk: Desk,
  {path, summary, question, shape}: ReadRoute<Question>,
  answer: (question: z.infer<z.ZodObject<Question>>) => unknown,
): void {
  const asked = z.object(question)
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
  const parameters = names.length > 0 ? {params: z.object(Object.fromEntries(names.map(name => [name, z.string()])))} : {}
  application.openAPIRegistry.registerPath({
    ...{
      method: 'get',
      path,
      summary,
      request: {query: z.object(Object.fromEntries(Object.entries(question).filter(([name]) => !names.includes(name)))), ...parameters},
    },
    responses: {
      200: {description: 'As asked. The ETag is the revision of the record.', content: {'application/json': {schema: shape}}},
      304: {description: 'Nothing has changed since the ETag that was sent.'},
      ...problems,
    },
  } as Parameters<typeof application.openAPIRegistry.registerPath>[0])
  application.get(path.replaceAll(/\{(\w+)\}/g, ':$1'), context => {
    const given = asked.safeParse({...context.req.query(), ...context.req.param()})
    if (!given.success) return badQuestion(context, given.error)
    const tag = `"${START}.${desk.revision()}"`
    const headers = {ETag: tag, 'Cache-Control': 'private, no-cache'}
    if (matches(context.req.header('if-none-match'), tag)) return context.body(null, 304, headers)
    const made = answer(given.data as z.infer<z.ZodObject<Question>>)
    if (made === null) return problem(context, 404, 'http/not-found', 'There is no such thing in this record.')
    return context.json(made as object, 200, {...headers, ...linkOf(context, made)})
  })
}

const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some(one => one.trim().replace(/^W\//, '') === tag)

export function badQuestion(context: Context, error: z.ZodError): Response {
  const issue = error.issues[0]!
  return problem(context, 400, 'http/question', `${issue.path.join('.') || 'the question'}: ${issue.message}`)
}

/** Where the next page lies, as RFC 8288 has it. */
function linkOf(context: Context, made: unknown): Record<string, string> {
  const {total, offset, items} = made as {total?: number; offset?: number; items?: readonly unknown[]}
  if (total === undefined || offset === undefined || !items || items.length === 0 || offset + items.length >= total) return {}
  const next = new URL(context.req.url)
  next.searchParams.set('offset', String(offset + items.length))
  return {Link: `<${next.pathname}${next.search}>; rel="next"`}
}

export interface Paging {
  readonly offset: number
  readonly limit: number
}

export const pageOf = <Item>(all: readonly Item[], {offset, limit}: Paging): {total: number; offset: number; items: Item[]} => ({
  ...{total: all.length, offset},
  items: all.slice(offset, offset + limit),
})
