// What can be changed: judgements are added, documents are handed in. Each answer tells the new revision.
import type {OpenAPIHono} from '@hono/zod-openapi'
import type {Context} from 'hono'
import type {z} from 'zod'
import type {Reader} from '../../annotate/annotate.ts'
import {checkDraft} from '../../brief/claim.ts'
import {lookUp} from '../../brief/lookup.ts'
import {articleHead} from '../../brief/pages/article.ts'
import type {Article, Refusal} from '../../model/article.ts'
import {claimTools} from '../claim-tools.ts'
import type {Desk, Kept, NewJudgement} from '../desk.ts'
import {isRefusal, readSafely} from '../read-safely.ts'
import {readDropped, readPasted} from './added.ts'
import {problem} from './problem.ts'
import {badQuestion} from './routes.ts'
import * as shapes from './shapes.ts'

export interface Changing {
  readonly reader: () => Reader
  /** Null where fetching was not allowed at the start. */
  readonly fetchAddress: ((address: string) => AsyncIterable<Article | Refusal>) | null
}

export function addChangeRoutes(application: OpenAPIHono, desk: Desk, {reader, fetchAddress}: Changing): void {
  const change = <Body>(
    path: string,
    summary: string,
    [body, shape]: readonly [z.ZodType<Body>, z.ZodType],
    answer: (body: Body, context: Context) => Promise<Response> | Response,
  ): void => {
    application.openAPIRegistry.registerPath({
      ...{method: 'post', path, summary, security: [{token: []}]},
      request: {body: {required: true, content: {'application/json': {schema: body}}}},
      responses: {
        200: {description: 'Done.', content: {'application/json': {schema: shape}}},
        ...Object.fromEntries(
          ['400', '401', '403', '409', '413', '415'].map(status => [
            status,
            {description: 'Refused.', content: {'application/problem+json': {schema: shapes.problem}}},
          ]),
        ),
      },
    } as Parameters<typeof application.openAPIRegistry.registerPath>[0])
    application.post(path, async context => {
      if (!desk.writable && path !== '/api/claim') return problem(context, 409, 'http/read-only', 'This record may only be read.')
      const given = body.safeParse(await context.req.json().catch(() => undefined))
      return given.success ? answer(given.data, context) : badQuestion(context, given.error)
    })
  }

  change(
    '/api/judgements',
    'Adds lines of people: same, different, confirm, dismiss, set, add, undo',
    [shapes.newJudgements, shapes.judged],
    (body, context) => {
      try {
        const judgements = desk.judge(body.lines.map(line => withoutUndefined(line)))
        return context.json({revision: desk.revision(), judgements})
      } catch (error) {
        const {code, message} = error as {code?: unknown; message?: string}
        if (typeof code !== 'string' || !code.startsWith('judgement/')) throw error
        return problem(context, 400, code, message ?? code)
      }
    },
  )

  change(
    '/api/documents',
    'Hands in a text, a file, or (where fetching is allowed) an address',
    [shapes.newDocument, shapes.kept],
    async (body, context) => {
      if ('address' in body && fetchAddress === null)
        return problem(context, 403, 'http/no-fetching', 'This program asks nobody for anything unless it is started with --allow-network.')
      const articles =
        'address' in body
          ? fetchAddress!(body.address)
          : 'file' in body
            ? readDropped(body, reader().packs)
            : readPasted(body, reader().packs)
      const kept: Kept[] = []
      await desk.add(articles, one => kept.push(one))
      return context.json({revision: desk.revision(), kept})
    },
  )
  change(
    '/api/claim',
    'Asks the record about each sentence of a draft, which enters nothing: carried, in conflict, or not found in these reports',
    [shapes.draft, shapes.claimAnswers],
    async (body, context) => {
      for await (const article of readPasted(body, reader().packs)) {
        const read = isRefusal(article) ? article : readSafely(article, reader())
        if (isRefusal(read)) return problem(context, 400, read.code, read.message)
        const lookup = lookUp(desk.record())
        const answers = checkDraft(read, desk.record(), claimTools(reader()))
        const cited = answers.sentences.flatMap(({beside, quotations}) =>
          [...beside, ...quotations].flatMap(({citation}) => (citation === null ? [] : [citation.document])),
        )
        const reports = [...new Set(cited)].flatMap(id => lookup.documentOf(id) ?? []).map(document => articleHead(document, lookup))
        return context.json({...answers, cited: reports})
      }
      return problem(context, 400, 'http/question', 'There is no text to ask about.')
    },
  )
}

const withoutUndefined = (line: object): NewJudgement =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as unknown as NewJudgement
