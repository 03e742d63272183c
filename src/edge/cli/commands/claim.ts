// `parley claim`: a sentence, or each sentence of a draft, put to the record.
import {readFileSync} from 'node:fs'
import {describeClaims} from '../../../brief/claim-sheet.ts'
import {whyNot} from '../../why-not.ts'
import {type DeskOptions, openDesk} from '../open-desk.ts'
import {harmless, print} from '../output.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

interface ClaimOptions extends DeskOptions {
  readonly file?: string
  readonly json?: true
}

/** With --file every argument is an input; without it the first is the sentence. */
export async function runClaim(given: readonly string[], options: ClaimOptions): Promise<void> {
  const [sentence, named] = options.file === undefined ? [given[0], given.slice(1)] : [readDraft(options.file), given]
  if (sentence === undefined) throw new WrongCall('call/no-claim', 'which sentence? write parley claim "…" reports/, or --file draft.md')
  const {desk, refused} = await openDesk(named, options)
  const record = desk.record()
  const answers = await desk.claim(sentence, options.published ?? null)
  desk.close()
  await print(options.json ? JSON.stringify(answers) : harmless(describeClaims(answers, record)))
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
}

function readDraft(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new WrongCall('call/unreadable', `${file}: ${whyNot(error)}`)
  }
}
