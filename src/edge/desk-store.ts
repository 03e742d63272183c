// A desk over a record file: what is added and ruled is kept; the record is settled when somebody looks at it and kept until something changes.
import type {Reader} from '../annotate/annotate.ts'
import type {Article, Refusal} from '../model/article.ts'
import type {RecordFile} from '../model/record.ts'
import type {Stamp} from '../model/store.ts'
import {link, VERSION} from '../parley.ts'
import type {Desk, Kept} from './desk.ts'
import {locate} from './desk-catalogue.ts'
import {withRefusals} from './desk-memory.ts'
import {prepareJudgements} from './desk-rulings.ts'
import {scanRecord} from './desk-scan.ts'
import {ParleyError} from './parley-error.ts'
import {isRefusal, readSafely, refusalWords} from './read-safely.ts'
import {admit} from './store/admit.ts'
import {onFile} from './store/failure.ts'
import type {Purpose} from './store/open.ts'
import {searchStore} from './store/search.ts'
import {type OpenStore, openStore} from './store/sqlite.ts'

export interface StoreDeskOptions {
  readonly reader: Reader
  readonly now: () => string
  readonly who: string | null
}

export interface StoreDesk extends Desk {
  readonly store: OpenStore
  readonly stamp: Stamp
  /** Reads again what other packs or another engine have read; rulings are kept. Tells the id of each as it is kept. */
  reread(onEach: (id: string) => void): void
}

export function storeDesk(file: string, purpose: Purpose, {reader, now, who}: StoreDeskOptions): StoreDesk {
  const store = openStore(file, purpose)
  const stamp: Stamp = {version: VERSION, packs: reader.packs.hash, engine: reader.engine.id}
  let held: {revision: number; record: RecordFile} | null = null

  function record(): RecordFile {
    const revision = store.revision()
    if (held?.revision === revision) return held.record
    const record = withRefusals(store.settled(stamp) ?? settle(revision), store.refusals())
    held = {revision, record}
    return record
  }

  function settle(revision: number): RecordFile {
    const settled = link([...store.documents()], store.judgements(), reader)
    if (store.writable) keepQuietly(() => store.keepSettled(settled, revision, stamp))
    return settled
  }

  return {
    ...{name: file, writable: store.writable, store, stamp, record},
    revision: () => String(store.revision()),
    judge(lines) {
      const made = prepareJudgements(lines, record(), {at: now(), who})
      store.appendJudgements(made)
      return made
    },
    async add(articles, onEach) {
      for await (const article of articles) onEach(keep(article, store, stamp, reader))
    },
    find(question) {
      const whole = record()
      if (!isIndexed(store, stamp)) return scanRecord(whole, question)
      const texts = new Map<string, string | null>()
      return onFile(file, () =>
        searchStore(store.database, question, id => {
          if (!texts.has(id)) texts.set(id, store.article(id)?.text ?? null)
          return texts.get(id)!
        }),
      )
    },
    locate: id => locate(record(), id) ?? locate(record(), store.claimOfPast(id) ?? ''),
    reread(onEach) {
      for (const id of store.outdated(stamp)) {
        const article = store.article(id)
        if (article === null) continue
        const read = readSafely(article, reader)
        if (isRefusal(read)) throw new ParleyError(read.code, read.message)
        store.replaceLayers(id, read, stamp)
        onEach(id)
      }
    },
    close: () => store.close(),
  }
}

/** A record that may only be read and was settled by another version has an index that does not fit it. */
const isIndexed = (store: OpenStore, stamp: Stamp): boolean => store.settledAt(stamp)

function keep(article: Article | Refusal, store: OpenStore, stamp: Stamp, reader: Reader): Kept {
  if (isRefusal(article)) return refused(article, store)
  const admitted = admit(article, store)
  const known: Kept = {id: admitted.article.id, file: article.file, outcome: 'known', code: null, message: null}
  if (admitted.outcome === 'known') return known
  const read = readSafely(admitted.article, reader)
  if (isRefusal(read)) return refused(read, store)
  // Another program may have added it while this one was reading.
  return store.keep(admitted.article, read, stamp) ? {...known, outcome: admitted.outcome} : known
}

function refused(refusal: Refusal, store: OpenStore): Kept {
  store.keepRefusal(refusal)
  return {id: refusal.id, file: refusal.file, outcome: 'refused', code: refusal.code, message: refusalWords(refusal)}
}

/** The settled record is only kept to save time: another program may be writing just now. */
function keepQuietly(step: () => void): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof ParleyError && (error.code === 'store/busy' || error.code === 'store/disk-full'))) throw error
  }
}
