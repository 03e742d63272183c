// What ruling commands have in common: which record they rule on, where the rulings are kept, and what a name or an id on the command line means.
import {appendFileSync, existsSync} from 'node:fs'
import type {Judgement, RecordFile} from '../../model/record.ts'
import {foldWord} from '../../text/similarity-words.ts'
import type {Desk} from '../desk.ts'
import {catalogueOf, type Known} from '../desk-catalogue.ts'
import type {SheetLine} from '../desk-rulings.ts'
import {recordFileOf} from './inputs.ts'
import {openDesk} from './open-desk.ts'
import {WrongCall} from './wrong-call.ts'

export interface RulingOptions {
  readonly record?: string
  readonly on?: readonly string[]
  readonly judgements?: string
  readonly why?: string
  readonly who?: string
}

/** Runs a step on the record that is ruled on, and closes it. `keep` makes rulings, keeps them and gives them back. */
export async function onRecord<Result>(
  options: RulingOptions,
  step: (desk: Desk, keep: (lines: readonly SheetLine[]) => readonly Judgement[]) => Promise<Result> | Result,
): Promise<Result> {
  const file = options.judgements
  if (options.on !== undefined && file === undefined)
    throw new WrongCall(
      'call/no-judgements',
      'where shall the ruling be kept? add --judgements FILE, or rule on a record with --record FILE',
    )
  const {desk} =
    options.on === undefined
      ? await openDesk([], {record: recordFileOf(options)})
      : await openDesk(options.on, existsSync(file!) ? {judgements: file!} : {})
  try {
    return await step(desk, lines => {
      const made = desk.judge(
        lines.map(line => ({reason: options.why ?? null, ...(options.who === undefined ? {} : {who: options.who}), ...line})),
      )
      if (options.on !== undefined) appendFileSync(file!, made.map(line => `${JSON.stringify(line)}\n`).join(''), {mode: 0o600})
      return made
    })
  } finally {
    desk.close()
  }
}

/** What is meant: an id, its first letters, the id of an earlier entry, or the name of somebody. Throws WrongCall where nothing or too much is meant. */
export function meant(name: string, desk: Desk): Known {
  const record = desk.record()
  const catalogue = catalogueOf(record)
  const located = catalogue.get(name) ?? catalogue.get(desk.locate(name) ?? '')
  if (located) return located
  const starting = name.length >= 4 ? catalogue.startingWith(name) : []
  if (starting.length === 1) return starting[0]!
  const people = bearersOf(name, record)
  if (people.length === 1) return {kind: 'entity', id: people[0]!}
  const many = starting.length > 1 ? starting.map(({id}) => id) : people
  if (many.length > 1) throw new WrongCall('ruling/not-one', `"${name}" can mean ${many.slice(0, 6).join(', ')}: give an id`)
  throw new WrongCall(
    'ruling/unknown',
    `the record knows no id and nobody called "${name}"; "parley find" and "parley people" show who is there`,
  )
}

/** Entities with this name or alias; where there are none, those whose name holds it. */
function bearersOf(name: string, {entities}: RecordFile): string[] {
  const wanted = foldWord(name.trim())
  const bearing = (test: (known: string) => boolean): string[] =>
    entities.filter(entity => [entity.name, ...entity.aliases].some(known => test(foldWord(known)))).map(({id}) => id)
  const exact = bearing(known => known === wanted)
  return exact.length > 0 ? exact : bearing(known => known.includes(wanted))
}
