// The ruling commands: one is many or many are one, right or wrong, corrected, added, taken back.
import {labelOf} from '../../../brief/entries.ts'
import {lookUp} from '../../../brief/lookup.ts'
import {idOf} from '../../../link/identity.ts'
import type {Citation, Judgement, RecordFile} from '../../../model/record.ts'
import {foldWord} from '../../../text/similarity-words.ts'
import type {Desk} from '../../desk.ts'
import {catalogueOf} from '../../desk-catalogue.ts'
import type {SheetLine} from '../../desk-rulings.ts'
import {harmless, print} from '../output.ts'
import {meant, onRecord, type RulingOptions} from '../ruled.ts'
import {WrongCall} from '../wrong-call.ts'

export async function runMerge(names: readonly string[], options: RulingOptions): Promise<void> {
  await rule(options, desk => {
    const known = names.map(name => meant(name, desk))
    if (new Set(known.map(({id}) => id)).size < 2)
      throw new WrongCall('ruling/one-already', `${names.join(' and ')} are one in the record already`)
    const ids = known.map(({id}) => id)
    return [...takenBack('different', ids, desk.record()), {kind: 'same', of: ids}]
  })
}

/** Two names or reports are kept apart; a claim, or the claims of an entry that are named after it, leave the entry. */
export async function runSplit(names: readonly string[], options: RulingOptions): Promise<void> {
  await rule(options, desk => {
    const record = desk.record()
    const known = names.map(name => meant(name, desk))
    const ids = known.map(({id}) => id)
    if (known.every(({kind}) => kind === 'entity' || kind === 'mention'))
      return [...takenBack('same', ids, record), {kind: 'different', of: spellings(names, ids, record)}]
    if (known.every(({kind}) => kind === 'document')) return [{kind: 'different', of: ids}]
    const claims = known.flatMap(one => (one.kind === 'claim' ? [one] : []))
    if (claims.length === 0)
      throw new WrongCall('ruling/no-claim', 'name the claims that do not belong to their entry; "parley show ENTRY --json" has their ids')
    const leaving = new Set(claims.map(({id}) => id))
    const catalogue = catalogueOf(record)
    const pairs = claims.flatMap(({id, entries}) =>
      entries.flatMap(entry => {
        const known = catalogue.get(entry)
        return known !== undefined && 'claims' in known ? known.claims.filter(other => !leaving.has(other)).map(other => [id, other]) : []
      }),
    )
    if (pairs.length === 0) throw new WrongCall('ruling/alone', 'the entry rests on nothing else: there is nothing to split it from')
    return pairs.map(of => ({kind: 'different' as const, of}))
  })
}

/** The last word counts: what a person said before against it is taken back, since two standing rulings on one pair contradict each other. */
function takenBack(kind: 'same' | 'different', ids: readonly string[], record: RecordFile): SheetLine[] {
  const catalogue = catalogueOf(record)
  const holderOf = (id: string): string => {
    const known = catalogue.get(id)
    return known?.kind === 'mention' ? known.entity : id
  }
  const meant = new Set(ids.map(holderOf))
  return record.judgements
    .filter(line => line.by === 'person' && line.kind === kind && line.of.length > 1 && line.of.every(id => meant.has(holderOf(id))))
    .map(({id}) => ({kind: 'undo', of: [id]}))
}

/** One mention of each spelling: the entity's id where two entities are named, else mentions with the words as typed. */
function spellings(names: readonly string[], ids: readonly string[], {entities}: RecordFile): string[] {
  if (new Set(ids).size > 1) return [...ids]
  const whole = entities.find(({id}) => id === ids[0])
  if (names.length < 2)
    throw new WrongCall('ruling/which', `split from whom? name two of: ${[whole?.name, ...(whole?.aliases ?? [])].join(', ')}`)
  return names.map(name => {
    const mention =
      whole?.mentions.find(({quote}) => foldWord(quote) === foldWord(name)) ??
      whole?.mentions.find(({quote}) => foldWord(quote).includes(foldWord(name)))
    if (!mention) throw new WrongCall('ruling/unknown', `no report writes "${name}"`)
    return idOf(mention.document, mention.start, mention.end, mention.quote)
  })
}

export async function runYesNo(kind: 'confirm' | 'dismiss', ids: readonly string[], options: RulingOptions): Promise<void> {
  await rule(options, desk => ids.map(id => ({kind, of: [meant(id, desk).id]})))
}

/** Names stand for ids where a field holds somebody or a place; an empty value empties the field. */
export async function runSet(id: string, corrections: readonly string[], options: RulingOptions): Promise<void> {
  await rule(options, desk => {
    const of = [meant(id, desk).id]
    return corrections.map(correction => {
      const match = /^([A-Za-z]+)=(.*)$/s.exec(correction)
      if (!match) throw new WrongCall('ruling/no-correction', `"${correction}" is no correction: write field=value`)
      const [, field, typed] = match as unknown as [string, string, string]
      const value = typed === '' ? null : SOMEBODY.has(field) ? meant(typed, desk).id : typed
      return {kind: 'set' as const, of, field, value}
    })
  })
}

const SOMEBODY: ReadonlySet<string> = new Set(['place', 'host', 'holder', 'voice', 'toward'])

export async function runAddLine(stretch: string, kind: string, status: string | null, options: RulingOptions): Promise<void> {
  await rule(options, desk => {
    const citation = stretchOf(stretch, desk.record())
    return [{kind: 'add', of: [citation.document], field: kind, value: status, because: [citation]}]
  })
}

/** REPORT:START-END or REPORT:WORDS; the report by its number in the briefing, its id or the first letters of that. */
function stretchOf(stretch: string, record: RecordFile): Citation {
  const at = stretch.indexOf(':')
  const name = at < 0 ? stretch : stretch.slice(0, at)
  const where = at < 0 ? '' : stretch.slice(at + 1)
  const {documents} = lookUp(record)
  const document =
    documents.find(({id}) => id === name) ??
    (/^\d{1,5}$/.test(name) ? documents[Number(name) - 1] : documents.find(({id}) => name.length >= 4 && id.startsWith(name)))
  if (!document) throw new WrongCall('ruling/unknown', `there is no report "${name}": give its number in the briefing or its id`)
  const span = /^(\d+)-(\d+)$/.exec(where)
  const start = span ? Number(span[1]) : where === '' ? -1 : (document.text ?? '').indexOf(where)
  if (start < 0)
    throw new WrongCall('ruling/no-stretch', `report ${name} does not hold these words: give them as they stand, or as start-end`)
  return {document: document.id, start, end: span ? Number(span[2]) : start + where.length, quote: ''}
}

export async function runUndo(id: string | null, options: RulingOptions): Promise<void> {
  await rule(options, desk => {
    const standing = desk.record().judgements.filter(({by}) => by === 'person')
    const last = id === null ? standing.at(-1) : standing.find(one => one.id === id || (id.length >= 4 && one.id.startsWith(id)))
    if (!last)
      throw new WrongCall(
        'ruling/nothing-to-undo',
        id === null ? 'nobody has ruled anything that still stands' : `no ruling that still stands has the id "${id}"`,
      )
    return [{kind: 'undo', of: [last.id]}]
  })
}

async function rule(options: RulingOptions, make: (desk: Desk) => readonly SheetLine[]): Promise<void> {
  await onRecord(options, async (desk, keep) => {
    for (const line of keep(make(desk))) await print(harmless(`${line.id}  ${inWords(line, desk)}`))
  })
}

function inWords({kind, of, field, value}: Judgement, desk: Desk): string {
  const entry = desk.locate(of[0] ?? '')
  const label = entry === null ? of.slice(0, 2).join(' ') : labelOf(entry, lookUp(desk.record()))
  return [kind, field === null ? '' : `${field}=${value ?? ''}`, label].filter(Boolean).join('  ')
}
