// `parley check`: how each file is read, for somebody who wonders why a date or a name is missing.
import {readFile} from 'node:fs/promises'
import {type Carried, describeCheck} from '../../../brief/check.ts'
import {decode} from '../../files/detectors.ts'
import {sniffFile} from '../../files/sources.ts'
import {isRefusal, readSafely} from '../../read-safely.ts'
import type {InputOptions} from '../inputs.ts'
import {harmless, print} from '../output.ts'
import {installedReader, openSources} from '../reader.ts'
import {EXIT} from '../wrong-call.ts'

export async function runCheck(named: readonly string[], options: InputOptions): Promise<void> {
  let refused = 0
  for await (const source of openSources(named, options)) {
    const carried = await carriedBy(source.file)
    const result = isRefusal(source) ? source : readSafely(source, installedReader())
    if (isRefusal(result)) {
      refused++
      const kind = carried ? `  taken for ${carried.kind.replaceAll('-', ' ')}\n` : ''
      await print(harmless(`${result.file ?? result.id}\n  not read   ${result.message} (${result.code})\n${kind}`))
    } else await print(harmless(describeCheck(result, carried)))
  }
  process.exitCode = refused > 0 ? EXIT.someNotRead : EXIT.allRead
}

/** Kinds whose bytes are the text itself; of the others the encoding is a matter of their format. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'markdown', 'table', 'json-lines'])

/** Null where the document is no file of its own: standard input, a member of an archive. */
async function carriedBy(file: string | null): Promise<Carried | null> {
  if (file === null) return null
  try {
    const {kind} = await sniffFile(file)
    return {kind, encoding: PLAIN.has(kind) ? decode(await readFile(file), null).encoding : null}
  } catch {
    return null
  }
}
