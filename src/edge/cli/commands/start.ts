// `parley start`: the briefing on the terminal and the same record as pages at 127.0.0.1, until the user ends it.
import {writeBriefing} from '../../../brief/briefing.ts'
import {packagePath} from '../../files/root.ts'
import {buildApplication} from '../../http/application.ts'
import {serveAtHome} from '../../http/server.ts'
import {type GatherOptions, gather} from '../gather.ts'
import {print} from '../output.ts'
import {EXIT} from '../wrong-call.ts'
import {setForTerminal} from './view.ts'

export interface StartOptions extends GatherOptions {
  /** False with --no-serve. */
  readonly serve: boolean
  readonly port: number
}

export async function runStart(named: readonly string[], options: StartOptions): Promise<void> {
  const inputs = named.length > 0 ? named : [packagePath('examples', 'sellen-strait')]
  const {record, refused} = await gather(inputs, options)
  await print(await setForTerminal(writeBriefing(record)))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
  if (!options.serve) return
  const served = await serveAtHome(port => buildApplication(record, port), options.port)
  await print(`\nThe same record as pages: http://127.0.0.1:${served.port}/   (Ctrl+C ends it)`)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await served.close()
}
