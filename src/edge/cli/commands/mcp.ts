// `parley mcp`: the record over standard input and output, for programs that speak the Model Context Protocol.
import {StdioServerTransport} from '@modelcontextprotocol/sdk/server/stdio.js'
import {buildMcpServer} from '../../mcp/server.ts'
import {type DeskOptions, openDesk} from '../open-desk.ts'

export async function runMcp(named: readonly string[], options: DeskOptions): Promise<void> {
  const {desk} = await openDesk(named, options)
  const server = buildMcpServer(desk)
  const ended = new Promise<void>(resolve => {
    server.server.onclose = () => resolve()
    process.stdin.once('end', () => resolve())
  })
  await server.connect(new StdioServerTransport())
  await ended
  desk.close()
}
