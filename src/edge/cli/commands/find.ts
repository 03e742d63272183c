// `parley find`: what holds the words, with the report it stands in.

import {wordDate} from '../../../brief/dates.ts'
import {labelOf} from '../../../brief/entries.ts'
import {lookUp, publisherOf} from '../../../brief/lookup.ts'
import {counted} from '../../../brief/words.ts'
import type {Hit} from '../../desk.ts'
import {type DeskOptions, openDesk} from '../open-desk.ts'
import {harmless, print} from '../output.ts'
import {paintFor} from '../paint.ts'
import {EXIT} from '../wrong-call.ts'

interface FindOptions extends DeskOptions {
  readonly limit: number
  readonly offset: number
  readonly json?: true
}

export async function runFind(words: string, named: readonly string[], options: FindOptions): Promise<void> {
  const {desk, refused} = await openDesk(named, options)
  const found = desk.find({words, offset: options.offset, limit: options.limit})
  process.exitCode = refused.length > 0 ? EXIT.someNotRead : EXIT.allRead
  if (options.json) {
    desk.close()
    return print(JSON.stringify({schema: 'parley/findings@1', ...found}))
  }
  const lookup = lookUp(desk.record())
  desk.close()
  const paint = await paintFor(process.stdout)
  const lines = found.hits.map(hit => {
    const document = lookup.documents[lookup.numberOf(hit.document) - 1]
    const source = document ? `${publisherOf(document)}, ${wordDate(document.published)}` : hit.document
    const label = hit.id === null || hit.kind === 'entity' || hit.kind === 'utterance' ? '' : `${harmless(labelOf(hit.id, lookup))}\n  `
    return `${label}${mark(hit, paint.strong)}\n  ${paint.dim(`[${lookup.numberOf(hit.document)}] ${harmless(source)}${hit.id === null ? '' : ` · ${hit.kind} ${hit.id}`}`)}`
  })
  const shown = found.hits.length < found.total ? `, ${options.offset + 1} to ${options.offset + found.hits.length} shown` : ''
  await print([...found.notes, `${counted(found.total, 'place')} found${found.hits.length > 0 ? shown : ''}`, ...lines].join('\n\n'))
}

function mark({excerpt, marks}: Hit, strong: (text: string) => string): string {
  let out = ''
  let at = 0
  for (const [start, end] of marks) {
    if (start < at) continue
    out += harmless(excerpt.slice(at, start)) + strong(harmless(excerpt.slice(start, end)))
    at = end
  }
  return (out + harmless(excerpt.slice(at))).replace(/\s+/g, ' ').trim()
}
