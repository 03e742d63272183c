// `parley check`: how each file is read, for somebody who wonders why a date or a name is missing.
import {readFile} from 'node:fs/promises'
import {type Carried, describeCheck} from '../../../brief/check.ts'
import {explainPage} from '../../../ingest/html/left-out.ts'
import type {Article} from '../../../model/article.ts'
import {decode} from '../../files/detectors.ts'
import {decodePage} from '../../files/html.ts'
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
    } else await print(harmless(describeCheck(result, carried) + (await describeLeftOut(result, carried))))
  }
  process.exitCode = refused > 0 ? EXIT.someNotRead : EXIT.allRead
}

/** A page is mostly not its article; more lines of one sort tell nobody more. */
const MOST_LINES = 3
const LONGEST_LINE = 100

/** What of a page did not become text, and why. Only after the worker has read it: a page that is hostile is never read here. */
async function describeLeftOut({file, uri}: Article, carried: Carried | null): Promise<string> {
  if (file === null || carried?.kind !== 'html') return ''
  const {text} = decodePage(await readFile(file), null)
  const groups = explainPage(text, uri, installedReader().packs.page)
  const characters = groups.reduce((sum, {lines}) => sum + lines.reduce((length, line) => length + line.length, 0), 0)
  const rows = groups.map(({why, lines}) => {
    const shown = lines.slice(0, MOST_LINES).map(line => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line))
    const more = lines.length > MOST_LINES ? ` … and ${lines.length - MOST_LINES} more` : ''
    return `             ${why}: ${shown.join(' / ')}${more}\n`
  })
  return groups.length === 0 ? '' : `  left out   ${characters} characters of the page\n${rows.join('')}`
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
