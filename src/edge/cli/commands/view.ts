// The commands that show the record: each gathers its inputs, writes one view, and prints it set for the terminal or as JSON.
import {writeChain} from '../../../brief/chain.ts'
import {type QuoteFilter, writeQuotes} from '../../../brief/quotes.ts'
import type {Sheet, ViewName} from '../../../brief/sheet.ts'
import {writeSince} from '../../../brief/since.ts'
import {typeset} from '../../../brief/typeset.ts'
import {VIEWS} from '../../../brief/views.ts'
import type {RecordFile} from '../../../model/record.ts'
import {catalogueOf} from '../../desk-catalogue.ts'
import {type GatherOptions, gather} from '../gather.ts'
import {openDesk} from '../open-desk.ts'
import {harmless, print} from '../output.ts'
import {paintFor} from '../paint.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

export interface ViewOptions extends GatherOptions, QuoteFilter {
  readonly json?: true
}

/** Wider lines are hard to read, however wide the terminal. */
const MAX_WIDTH = 80

export async function runView(view: Exclude<ViewName, 'chain' | 'since'>, named: readonly string[], options: ViewOptions): Promise<void> {
  await show(named, options, record => (view === 'quotes' ? writeQuotes(record, options) : VIEWS[view](record)))
}

export async function runChain(id: string, named: readonly string[], options: ViewOptions): Promise<void> {
  await show(named, options, record => {
    const sheet = writeChain(record, id)
    if (!sheet) throw new WrongCall('chain/unknown-id', `no single entry's id starts with "${id}": take one from "parley brief --json"`)
    return sheet
  })
}

/** What changed since a day: the reports of that day and after beside those from before. */
export async function runSince(day: string, named: readonly string[], options: ViewOptions): Promise<void> {
  const {desk, refused} = await openDesk(named, options)
  const sheet = writeSince(desk.before(day), desk.record(), day)
  desk.close()
  await print(options.json ? JSON.stringify(sheet) : await setForTerminal(sheet))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
}

/** An entry, by its id, the id of a claim that it holds, or the id that it had before it grew. */
export async function runShow(id: string, named: readonly string[], options: ViewOptions): Promise<void> {
  const {desk, refused} = await openDesk(named, options)
  const record = desk.record()
  const known =
    desk.locate(id) ??
    catalogueOf(record)
      .startingWith(id)
      .flatMap(one => desk.locate(one.id) ?? [])[0] ??
    id
  desk.close()
  const sheet = writeChain(record, known)
  if (!sheet) throw new WrongCall('show/unknown-id', `the record holds no entry or claim "${id}"`)
  await print(options.json ? JSON.stringify(sheet) : await setForTerminal(sheet))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
}

async function show(named: readonly string[], options: ViewOptions, write: (record: RecordFile) => Sheet): Promise<void> {
  const {record, refused} = await gather(named, options)
  const sheet = write(record)
  await print(options.json ? JSON.stringify(sheet) : await setForTerminal(sheet))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
}

export async function setForTerminal(sheet: Sheet): Promise<string> {
  const width = Math.min(process.stdout.columns || MAX_WIDTH, MAX_WIDTH)
  // Strangers' text is made harmless before any colour is put in, so that only our own escapes reach the terminal.
  return typeset(harmlessSheet(sheet), width, await paintFor(process.stdout))
}

const harmlessSheet = (sheet: Sheet): Sheet =>
  JSON.parse(JSON.stringify(sheet, (_, value) => (typeof value === 'string' ? harmless(value) : value)))
