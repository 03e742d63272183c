// The page and the API of one desk. The page is files that the build made; everything it shows it asks from the API.
import {OpenAPIHono} from '@hono/zod-openapi'
import {VERSION} from '../../parley.ts'
import type {Desk} from '../desk.ts'
import {apiGuide} from './api-guide.ts'
import {addChangeRoutes, type Changing} from './change-routes.ts'
import {addExportRoutes} from './export-routes.ts'
import {type Access, guard} from './guard.ts'
import {loadPageFiles} from './page-files.ts'
import {problem} from './problem.ts'
import {addReadRoutes} from './read-routes.ts'

export interface ApplicationParts extends Changing {
  readonly desk: Desk
  readonly access: Access
}

/** First words of the addresses at which the page stands; it reads the rest itself. */
const VIEWS: ReadonlySet<string> = new Set([
  '',
  'article',
  'entry',
  'timeline',
  'positions',
  'agreements',
  'quotes',
  'people',
  'sources',
  'differ',
  'places',
  'review',
  'search',
  'add',
  'check',
])

export function buildApplication({desk, access, ...changing}: ApplicationParts): OpenAPIHono {
  const application = new OpenAPIHono()
  const files = loadPageFiles()
  application.use(guard(access))
  addReadRoutes(application, desk, changing.fetchAddress !== null)
  addExportRoutes(application, desk)
  addChangeRoutes(application, desk, changing)
  application.openAPIRegistry.registerComponent('securitySchemes', 'token', {type: 'http', scheme: 'bearer'})
  const description = (): ReturnType<typeof application.getOpenAPI31Document> =>
    application.getOpenAPI31Document({openapi: '3.1.0', info: {title: 'Parley', version: VERSION}})
  application.get('/api/openapi.json', context => context.json(description()))
  application.get('/api', context =>
    context.html(
      apiGuide(
        description(),
        [...files.keys()].filter(path => path.endsWith('.css')),
      ),
    ),
  )
  application.get('*', context => {
    const path = context.req.path
    const isView = VIEWS.has(path.split('/')[1] ?? '')
    const file = files.get(path) ?? (isView ? files.get('/index.html') : undefined)
    if (file === undefined)
      return isView
        ? context.text('The page was not built: run npm run build.\n', 404)
        : problem(context, 404, 'http/not-found', 'There is no such page.')
    return context.body(file.bytes, 200, {
      'Content-Type': file.type,
      'Cache-Control': file.isLasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  application.notFound(context => problem(context, 404, 'http/not-found', 'There is no such page.'))
  application.onError((_, context) =>
    problem(context, 500, 'http/failed', 'This could not be answered. The other pages still work; please report it.'),
  )
  return application
}
