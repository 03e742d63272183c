// The pages of one record: every view, every report with its citations marked, the record itself as JSON. Plain HTML, no script.
import {Hono} from 'hono'
import {writeChain} from '../../brief/chain.ts'
import {lookUp} from '../../brief/lookup.ts'
import {VIEWS} from '../../brief/views.ts'
import type {RecordFile} from '../../model/record.ts'
import {articlePage} from './article.ts'
import {guard} from './guard.ts'
import {messagePage, sheetPage} from './page.ts'
import {STYLE} from './style.ts'

export function buildApplication(record: RecordFile, port: () => number): Hono {
  const application = new Hono()
  application.use(guard(port))
  application.get('/', context => context.html(sheetPage(VIEWS.briefing(record), '/')))
  for (const view of ['timeline', 'positions', 'agreements', 'quotes', 'people', 'sources', 'conflicts'] as const)
    application.get(`/${view}`, context => context.html(sheetPage(VIEWS[view](record), `/${view}`)))
  application.get('/chain/:id', context => {
    const sheet = writeChain(record, context.req.param('id'))
    return sheet ? context.html(sheetPage(sheet, '')) : context.html(messagePage('No such entry in this record.'), 404)
  })
  const lookup = lookUp(record)
  application.get('/article/:number', context => {
    const document = lookup.documents[Number(context.req.param('number')) - 1]
    return document ? context.html(articlePage(document, lookup)) : context.html(messagePage('No such report in this record.'), 404)
  })
  application.get('/record.json', context => context.json(record))
  application.get('/style.css', context => context.body(STYLE, 200, {'Content-Type': 'text/css; charset=utf-8'}))
  application.notFound(context => context.html(messagePage('There is no such page.'), 404))
  application.onError((_, context) => context.html(messagePage('The page could not be made. The other pages still work.'), 500))
  return application
}
