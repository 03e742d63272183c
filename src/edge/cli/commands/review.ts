// `parley review`: steps through lines that need a look, each with its sentences beside it, and keeps each answer at once.
import {createInterface} from 'node:readline'
import {agreementLine, eventLine, positionLine} from '../../../brief/entries.ts'
import {type Lookup, lookUp, publisherOf} from '../../../brief/lookup.ts'
import type {Line} from '../../../brief/sheet.ts'
import {counted} from '../../../brief/words.ts'
import type {Citation, RecordFile, Support} from '../../../model/record.ts'
import type {Desk} from '../../desk.ts'
import type {SheetLine} from '../../desk-rulings.ts'
import {harmless} from '../output.ts'
import {onRecord, type RulingOptions} from '../ruled.ts'
import {WrongCall} from '../wrong-call.ts'

interface ReviewOptions extends RulingOptions {
  readonly kind?: string
}

interface Item {
  readonly kind: 'event' | 'position' | 'agreement'
  readonly id: string
  readonly claims: readonly string[]
  readonly line: Line
  readonly citations: readonly Citation[]
}

/** Sentences that are shown with a line; the rest are counted. */
const SHOWN = 3
const KEYS = 'y right · n wrong · e edit · s skip · q end'

export async function runReview(options: ReviewOptions): Promise<void> {
  if (options.kind !== undefined && !['event', 'position', 'agreement'].includes(options.kind.replace(/s$/, '')))
    throw new WrongCall('review/unknown-kind', `"${options.kind}" is no kind of line: events, positions or agreements`)
  await onRecord(options, async (desk, keep) => {
    const wanted = options.kind?.replace(/s$/, '')
    const items = openItems(desk.record()).filter(({kind}) => wanted === undefined || kind === wanted)
    const answers = createInterface({input: process.stdin})[Symbol.asyncIterator]()
    const ask = async (question: string): Promise<string | null> => {
      process.stdout.write(question)
      const {done, value} = await answers.next()
      if (!process.stdin.isTTY) process.stdout.write('\n')
      return done ? null : (value as string).trim()
    }
    const counts = {y: 0, n: 0, e: 0, s: 0}
    process.stdout.write(`${counted(items.length, 'line')} to look at. ${KEYS}\n`)
    for (const [i, item] of items.entries()) {
      // A ruling on one line may have answered another.
      if (!isOpen(item, desk)) continue
      process.stdout.write(`\n${i + 1} of ${items.length}  ${shown(item, lookUp(desk.record()))}\n`)
      const key = await answer(item, ask, keep)
      if (key === 'q') break
      counts[key]++
    }
    process.stdout.write(`\n${counts.y} right, ${counts.n} wrong, ${counts.e} corrected, ${counts.s} skipped\n`)
    process.stdin.pause()
  })
}

async function answer(
  {claims}: Item,
  ask: (question: string) => Promise<string | null>,
  keep: (lines: readonly SheetLine[]) => unknown,
): Promise<'y' | 'n' | 'e' | 's' | 'q'> {
  for (;;) {
    const key = await ask('> ')
    if (key === null || key === 'q') return 'q'
    if (key === 's' || key === '') return 's'
    if (key === 'y') keep([{kind: 'confirm', of: [...claims]}])
    if (key === 'n') keep([{kind: 'dismiss', of: [...claims]}])
    if (key === 'y' || key === 'n') return key
    if (key === 'e') {
      const typed = await ask('field=value > ')
      const match = /^([A-Za-z]+)=(.*)$/.exec(typed ?? '')
      if (match && told(() => keep([{kind: 'set', of: [...claims], field: match[1]!, value: match[2] === '' ? null : match[2]!}])))
        return 'e'
      if (!match) process.stdout.write('write for example time=2031-03-14\n')
      continue
    }
    process.stdout.write(`${KEYS}\n`)
  }
}

/** A correction that cannot be kept is told, and asked for again. */
function told(step: () => unknown): boolean {
  try {
    step()
    return true
  } catch (error) {
    process.stdout.write(`${harmless(error instanceof Error ? error.message : String(error))}\n`)
    return false
  }
}

/** Lines that nobody has confirmed and that are not firm, those with most behind them first. */
function openItems(record: RecordFile): Item[] {
  const lookup = lookUp(record)
  const item = (kind: Item['kind'], id: string, line: Line, supports: readonly Support[]): Item => {
    const claims = supports.flatMap(support => support.claims)
    return {...{kind, id, line}, claims: [...new Set(claims.map(claim => claim.id))], citations: claims.map(claim => claim.citation)}
  }
  const items = [
    ...record.events
      .filter(({review}) => review === 'check')
      .map(event => item('event', event.id, eventLine(event, lookup), [event.support])),
    ...record.positions
      .filter(({review}) => review === 'check')
      .map(position => item('position', position.id, positionLine(position, lookup), [position.support])),
    ...record.agreements
      .filter(({review}) => review === 'check')
      .map(agreement =>
        item(
          'agreement',
          agreement.id,
          agreementLine(agreement, lookup),
          [...agreement.history, ...agreement.violations].map(part => part.support),
        ),
      ),
  ]
  const documents = (one: Item): number => new Set(one.citations.map(({document}) => document)).size
  return items.filter(({claims}) => claims.length > 0).sort((a, b) => documents(b) - documents(a) || (a.id < b.id ? -1 : 1))
}

function isOpen({claims}: Item, desk: Desk): boolean {
  const entry = desk.locate(claims[0]!)
  const {events, positions, agreements} = desk.record()
  return [...events, ...positions, ...agreements].some(({id, review}) => id === entry && review === 'check')
}

function shown({kind, id, line, citations}: Item, lookup: Lookup): string {
  const sentences = citations.slice(0, SHOWN).map(citation => {
    const document = lookup.documents[lookup.numberOf(citation.document) - 1]
    const source = document ? publisherOf(document) : citation.document
    return `    [${lookup.numberOf(citation.document)}] ${source}: ${citation.quote.replace(/\s+/g, ' ')}`
  })
  const more = citations.length > SHOWN ? [`    and ${citations.length - SHOWN} more: parley show ${id}`] : []
  const head = `${kind} ${id}\n  ${line.when === null ? '' : `${line.when}  `}${line.text}${line.vouch === null ? '' : `\n  ${line.vouch}`}`
  return harmless([head, ...sentences, ...more].join('\n'))
}
