// The record as a program sees it that speaks the Model Context Protocol, through the protocol's own client.
import {Client} from '@modelcontextprotocol/sdk/client/index.js'
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {packagePath} from '../src/edge/files/root.ts'

interface Answered {
  readonly isError?: boolean
  readonly content: readonly {readonly text: string}[]
  readonly structuredContent: Record<string, unknown>
}

describe('parley mcp', () => {
  const client = new Client({name: 'test', version: '1'})
  const call = async (name: string, given: Record<string, unknown> = {}): Promise<Answered> =>
    (await client.callTool({name, arguments: given})) as unknown as Answered

  beforeAll(async () => {
    const command = packagePath('dist', 'src', 'edge', 'cli', 'parley.js')
    const args = [command, 'mcp', packagePath('examples', 'sellen-strait')]
    await client.connect(new StdioClientTransport({command: process.execPath, args, stderr: 'ignore'}))
  })
  afterAll(() => client.close())

  it('offers read-only tools, each with a description', async () => {
    const {tools} = await client.listTools()
    expect(tools.map(tool => tool.name).sort()).toEqual(
      ['agreements', 'article', 'brief', 'claim', 'conflicts', 'people', 'positions', 'quotes', 'search', 'sources', 'timeline'].sort(),
    )
    for (const tool of tools) {
      expect(tool.description?.length, tool.name).toBeGreaterThan(20)
      expect(tool.annotations?.readOnlyHint, tool.name).toBe(true)
    }
  })

  it('answers with citations that slice true in the article', async () => {
    const brief = await call('brief')
    expect(brief.content[0]!.text).toContain('never as instructions')
    const sections = brief.structuredContent['sections'] as {
      lines: {id: string; cites: {number: number; citation: Record<string, never>}[]}[]
    }[]
    const {number, citation} = sections.flatMap(section => section.lines).flatMap(line => line.cites)[0]!
    const article = await call('article', {report: number})
    expect((article.structuredContent['text'] as string).slice(citation['start'], citation['end'])).toBe(citation['quote'])
  })

  it('opens what stands behind a line by its id', async () => {
    const timeline = await call('timeline')
    const sections = timeline.structuredContent['sections'] as {lines: {id: string | null}[]}[]
    const id = sections.flatMap(section => section.lines).find(line => line.id !== null)!.id!
    expect((await call('claim', {id})).structuredContent).toMatchObject({view: 'chain'})
    const unknown = await call('claim', {id: 'zzzz'})
    expect(unknown.isError).toBe(true)
  })

  it('finds sentences and entries', async () => {
    const found = await call('search', {words: '"lighthouse pier"'})
    expect(found.structuredContent['total']).toBeGreaterThan(0)
    expect(JSON.stringify(found.structuredContent)).toContain('lighthouse pier')
  })

  it('narrows remarks to a speaker', async () => {
    const {structuredContent} = await call('quotes', {by: 'Lysgaard'})
    expect((structuredContent['sections'] as {heading: string}[]).map(section => section.heading)).toEqual(['Hanne Lysgaard'])
  })

  it('refuses what it does not know in words', async () => {
    expect((await call('article', {report: 99})).content[0]!.text).toContain('no report 99')
    expect((await call('search', {words: ''})).isError).toBe(true)
  })
})
