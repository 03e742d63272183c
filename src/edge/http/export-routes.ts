// The exports of the command line at an address each, to be saved from the page.
import {type OpenAPIHono, z} from '@hono/zod-openapi'
import {TABLES} from '../../brief/exports/tables.ts'
import {VIEWS} from '../../brief/views.ts'
import type {Desk} from '../desk.ts'
import {type ExportWish, FORMATS, writeExport} from '../export/write-export.ts'
import {badQuestion} from './routes.ts'

const asked = z.object({format: z.enum(FORMATS), view: z.enum([...TABLES, ...Object.keys(VIEWS)] as [string, ...string[]]).optional()})

export function addExportRoutes(application: OpenAPIHono, desk: Desk): void {
  application.openAPIRegistry.registerPath({
    ...{method: 'get', path: '/api/export/{format}', summary: 'The record, or one view of it, in the format of another program'},
    request: {params: asked.pick({format: true}), query: asked.pick({view: true})},
    responses: {200: {description: 'A file to be saved.'}},
  })
  application.get('/api/export/:format', async context => {
    const given = asked.safeParse({...context.req.query(), ...context.req.param()})
    if (!given.success) return badQuestion(context, given.error)
    const {bytes, mediaType, extension} = await writeExport(desk.record(), given.data as ExportWish)
    const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
    // Never shown under our own address: an export holds the words of strangers.
    const name = `parley-${given.data.view ?? given.data.format}.${extension}`.replace(/[^\w.-]/g, '')
    return context.body(body, 200, {'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"`})
  })
}
