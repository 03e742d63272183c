// `parley sample`: a coding sheet of random lines; filled in, the record's own precision with its interval.
import {readFileSync} from 'node:fs'
import {drawSample, precisionOf} from '../../../brief/sample.ts'
import {counted} from '../../../brief/words.ts'
import {whyNot} from '../../why-not.ts'
import {type DeskOptions, openDesk} from '../open-desk.ts'
import {print} from '../output.ts'
import {readRows, writeRows} from '../sheet-rows.ts'
import {EXIT, WrongCall} from '../wrong-call.ts'

interface SampleOptions extends DeskOptions {
  readonly n: number
  readonly seed: number
  readonly filled?: string
}

const HEAD = ['claim', 'kind', 'line', 'status', 'sentence', 'report', 'published', 'right', 'note'] as const

export async function runSample(named: readonly string[], options: SampleOptions): Promise<void> {
  if (options.filled !== undefined) return tellPrecision(options.filled)
  const {desk, refused} = await openDesk(named, options)
  const lines = drawSample(desk.record(), options.n, options.seed)
  desk.close()
  await print(
    writeRows([
      HEAD,
      ...lines.map(one => [one.claim, one.kind, one.line, one.status, one.sentence, one.report, one.published, '', '']),
    ]).trimEnd(),
  )
  process.stderr.write(`parley: ${counted(lines.length, 'line')} drawn; code y or n in the column "right" ("parley codebook" says how)\n`)
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
}

/** `right` is y or n; empty rows have not been coded. */
async function tellPrecision(file: string): Promise<void> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongCall('call/unreadable', `${file}: ${whyNot(error)}`)
  }
  const coded = readRows(text).flatMap(({line, cells}) => {
    const right = (cells['right'] ?? '').trim().toLowerCase()
    if (right === '') return []
    if (!/^(?:y|yes|n|no|1|0)$/.test(right))
      throw new WrongCall('sample/bad-code', `${file}:${line}: "${right}" in the column "right": write y or n`)
    return [{kind: cells['kind'] ?? 'line', right: /^(?:y|1)/.test(right)}]
  })
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  await print(
    precisionOf(coded)
      .map(
        ({kind, right, coded: of, low, high}) =>
          `${kind.padEnd(10)} ${right} of ${of} right (95 % interval ${percent(low)} to ${percent(high)})`,
      )
      .join('\n'),
  )
}
