// A desk over a record file: what is added and ruled is kept; the record is settled when somebody looks at it and kept until something changes.
import type {Reader} from '../annotate/annotate.ts'
import type {GrowingRecord} from '../link/grow.ts'
import type {Article, Refusal} from '../model/article.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {RecordFile} from '../model/record.ts'
import type {Stamp} from '../model/store.ts'
import {link, VERSION} from '../parley.ts'
import type {Desk, Kept} from './desk.ts'
import {locate} from './desk-catalogue.ts'
import {grown, isBefore, withRefusals} from './desk-memory.ts'
import {prepareJudgements} from './desk-rulings.ts'
import {scanRecord} from './desk-scan.ts'
import {ParleyError} from './parley-error.ts'
import {isRefusal, readSafely, refusalWords} from './read-safely.ts'
import {admit} from './store/admit.ts'
import {onFile} from './store/failure.ts'
import {type FrozenReading, freezeReading, thawDocument} from './store/freeze.ts'
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
  /** The article as it would be kept now; null where the record has it. */
  admit(article: Article): Article | null
  /** As `add`, for what other threads have read: theirs is kept where the record takes the article as they had it, else it is read again. */
  addRead(sources: AsyncIterable<ReadAhead>, onEach: (kept: Kept) => void): Promise<void>
  /** Reads again what other packs or another engine have read; rulings are kept. Tells the id of each as it is kept. */
  reread(onEach: (id: string) => void): void
}

/** A source, and what was read in it before it came to be kept. */
export interface ReadAhead {
  readonly source: Article | Refusal
  /** As `admit` gave it. */
  readonly admitted: Article | null
  /** Null where there was nothing to read. */
  readonly reading: FrozenReading | Refusal | null
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

  // What this program adds or rules is settled where it touches; what another program changed is settled from the start.
  let growing: {revision: number; record: GrowingRecord} | null = null
  function changed(before: number, change: (record: GrowingRecord) => void): void {
    if (growing === null) return
    if (growing.revision !== before || store.revision() !== before + 1) growing = null
    else {
      change(growing.record)
      growing = {...growing, revision: before + 1}
    }
  }

  function settle(revision: number): RecordFile {
    if (growing?.revision !== revision) growing = {revision, record: grown([...store.documents()], store.judgements(), reader)}
    const settled = growing.record.record()
    if (store.writable) keepQuietly(() => store.keepSettled(settled, revision, stamp))
    return settled
  }

  return {
    ...{name: file, writable: store.writable, store, stamp, record},
    revision: () => String(store.revision()),
    judge(lines) {
      const made = prepareJudgements(lines, record(), {at: now(), who})
      const revision = store.revision()
      store.appendJudgements(made)
      changed(revision, growing => growing.judge(made))
      return made
    },
    async add(articles, onEach) {
      for await (const article of articles) {
        const revision = store.revision()
        const {kept, read} = keep(article, store, stamp, reader)
        if (kept.outcome !== 'known') changed(revision, growing => growing.add(read === null ? [] : [read()]))
        onEach(kept)
      }
    },
    admit: article => {
      const {outcome, article: admitted} = admit(article, store)
      return outcome === 'known' ? null : admitted
    },
    async addRead(sources, onEach) {
      for await (const ahead of sources) {
        const revision = store.revision()
        const {kept, read} = keep(ahead.source, store, stamp, reader, ahead)
        if (kept.outcome !== 'known') changed(revision, growing => growing.add(read === null ? [] : [read()]))
        onEach(kept)
      }
    },
    find(question) {
      // Where nothing changed since it was settled, the index answers and the record stays packed.
      if (!isIndexed(store, stamp)) record()
      if (!isIndexed(store, stamp)) return scanRecord(record(), question)
      const texts = new Map<string, string | null>()
      return onFile(file, () =>
        searchStore(store.database, question, id => {
          if (!texts.has(id)) texts.set(id, store.article(id)?.text ?? null)
          return texts.get(id)!
        }),
      )
    },
    before: day =>
      link(
        [...store.documents()].filter(({published}) => isBefore(published, day)),
        store.judgements(),
        reader,
      ),
    claim: async (text, published) => (await import('./desk-claim.ts')).answerDraft(text, published, record(), reader),
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

interface Keeping {
  readonly kept: Kept
  /** Gives what was read in it, where it was new. */
  readonly read: (() => ReadDocument) | null
}

function keep(article: Article | Refusal, store: OpenStore, stamp: Stamp, reader: Reader, ahead?: ReadAhead): Keeping {
  if (isRefusal(article)) return {kept: refused(article, store), read: null}
  const admitted = admit(article, store)
  const known: Kept = {id: admitted.article.id, file: article.file, outcome: 'known', code: null, message: null}
  if (admitted.outcome === 'known') return {kept: known, read: null}
  const frozen = ahead && isAsSent(admitted.article, ahead.admitted) && ahead.reading ? ahead.reading : readNow(admitted.article, reader)
  if (isRefusal(frozen)) return {kept: refused(frozen, store), read: null}
  // Another program may have added it while this one was reading.
  if (!store.keepFrozen(admitted.article, frozen, stamp)) return {kept: known, read: null}
  return {kept: {...known, outcome: admitted.outcome}, read: () => thawDocument(frozen.article, frozen.layers)}
}

/** Another report at the same address, or of the same name, may have been kept between the two. */
const isAsSent = (now: Article, sent: Article | null): boolean => sent !== null && now.id === sent.id && now.versionOf === sent.versionOf

function readNow(article: Article, reader: Reader): FrozenReading | Refusal {
  const read = readSafely(article, reader)
  return isRefusal(read) ? read : freezeReading(article, read)
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
