// `parley start`: the briefing on the terminal and the same record as a page at 127.0.0.1, until the user ends it.
import {writeBriefing} from '../../../brief/briefing.ts'
import {packagePath} from '../../files/root.ts'
import {type DeskOptions, openDesk} from '../open-desk.ts'
import {print} from '../output.ts'
import {EXIT} from '../wrong-call.ts'
import {type ServeOptions, serveDesk} from './serve.ts'
import {setForTerminal} from './view.ts'

export interface StartOptions extends DeskOptions, ServeOptions {
  /** False with --no-serve. */
  readonly serve: boolean
}

export async function runStart(named: readonly string[], options: StartOptions): Promise<void> {
  const inputs = named.length > 0 || options.record !== undefined ? named : [packagePath('examples', 'sellen-strait')]
  const {desk, refused} = await openDesk(inputs, options)
  await print(await setForTerminal(writeBriefing(desk.record())))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
  if (options.serve) await serveDesk(desk, options)
}
