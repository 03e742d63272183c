// How a record stands, and what is done to it as a whole: forgetting, re-reading, copying.
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {counted} from '../../../brief/words.ts'
import type {StoredDocument} from '../../../model/store.ts'
import {purgeKept} from '../../fetch/purge.ts'
import {ParleyError} from '../../parley-error.ts'
import {type RecordOptions, recordFileOf} from '../inputs.ts'
import {openRecord} from '../open-desk.ts'
import {harmless, print} from '../output.ts'
import {startProgress} from '../progress.ts'

type FileOption = Pick<RecordOptions, 'record'>

export async function runStatus(options: FileOption & {readonly json?: true}): Promise<void> {
  const desk = await openRecord(recordFileOf(options), 'open')
  const counts = desk.store.counts(desk.stamp)
  const isSettled = desk.store.settledAt(desk.stamp)
  desk.close()
  if (options.json)
    return print(JSON.stringify({schema: 'parley/status@1', file: desk.name, writable: desk.writable, ...counts, settled: isSettled}))
  const days = counts.first === null ? 'none dated' : counts.first === counts.last ? counts.first : `${counts.first} to ${counts.last}`
  const lines = [
    `${desk.name}: ${counted(counts.documents, 'report')} (${days}), ${counted(counts.judgements, 'ruling')}, ${(counts.bytes / 1e6).toFixed(1)} MB`,
    ...(counts.refused > 0 ? [`${counted(counts.refused, 'input')} could not be read: "parley sources" names them`] : []),
    ...(counts.outdated > 0 ? [`${counted(counts.outdated, 'report')} read by another version: "parley reread" reads them again`] : []),
    ...(isSettled ? [] : ['changed since it was last looked at: the next view settles it']),
  ]
  await print(harmless(lines.join('\n')))
}

interface ForgetOptions extends FileOption {
  /** Folders of fetched bytes besides those that "watch --record" has told the record. */
  readonly archive?: readonly string[]
}

export async function runForget(named: readonly string[], options: ForgetOptions): Promise<void> {
  const desk = await openRecord(recordFileOf(options), 'open')
  try {
    const stored = desk.store.stored()
    const ids = [...new Set(named.flatMap(name => idsOf(name, stored)))]
    if (!desk.writable) throw new ParleyError('store/read-only', `${desk.name}: it may only be read. Nothing was forgotten`)
    // The archives first: where this is broken off, the record still knows what is to be forgotten.
    const forgotten = ids.flatMap(id => desk.store.article(id) ?? [])
    let answers = 0
    for (const folder of new Set([...desk.store.archives(), ...(options.archive ?? []).map(one => resolve(one))])) {
      if (existsSync(folder)) answers += await purgeKept(folder, forgotten)
      else
        process.stderr.write(
          `parley: ${harmless(folder)}: fetched bytes were kept there and it is gone; name its new place with --archive\n`,
        )
    }
    desk.store.forget(ids)
    const fetched = answers > 0 ? `; ${counted(answers, 'fetched answer')} removed from the archive` : ''
    await print(
      `${counted(ids.length, 'report')} forgotten${fetched}. Backups and exports made before still hold ${ids.length === 1 ? 'it' : 'them'}`,
    )
  } finally {
    desk.close()
  }
}

/** Throws ParleyError `store/unknown-report` where nothing or, by first letters, more than one is meant. */
function idsOf(name: string, stored: readonly StoredDocument[]): string[] {
  const exact = stored.filter(({id, place, file}) => id === name || place === name || (file !== null && resolve(file) === resolve(name)))
  if (exact.length > 0) return exact.map(({id}) => id)
  const some = name.length >= 4 ? stored.filter(({id}) => id.startsWith(name)) : []
  if (some.length === 1) return [some[0]!.id]
  throw new ParleyError(
    'store/unknown-report',
    some.length > 1
      ? `${counted(some.length, 'id')} start with "${name}": give more letters. Nothing was forgotten`
      : `"${name}" is no id, file or address of a report in the record. Nothing was forgotten`,
  )
}

export async function runReread(options: FileOption): Promise<void> {
  const desk = await openRecord(recordFileOf(options), 'open')
  try {
    const outdated = desk.store.outdated(desk.stamp).length
    const progress = startProgress(outdated)
    let done = 0
    desk.reread(id => progress.step(++done, id))
    progress.end()
    await print(`${counted(done, 'report')} read again`)
  } finally {
    desk.close()
  }
}

export async function runBackup(file: string, options: FileOption): Promise<void> {
  const desk = await openRecord(recordFileOf(options), 'open')
  try {
    await desk.store.backup(file)
    await print(`copied to ${file}`)
  } finally {
    desk.close()
  }
}
