// Runs the parsers of foreign bytes away from the program: a worker with a deadline and a memory limit, started at the first
// foreign file, used again for the next, replaced when it had to be ended.
import {Worker} from 'node:worker_threads'
import {MAX_DOCUMENT} from '../../ingest/article.ts'
import {type RefusalCode, refuse} from '../../ingest/refusal.ts'
import type {Kind} from '../../ingest/sniff.ts'
import type {PagePack} from '../../model/pack-page.ts'
import type {Carrier, Item} from './carrier.ts'
import {packagePath} from './root.ts'

export interface Job {
  readonly kind: Kind
  readonly path: string
  readonly carrier: Carrier
}

/** What the worker is told: a job without the pack, which it has; or that one more item may come. */
export type ToWorker = {readonly job: Omit<Job, 'carrier'> & {readonly carrier: Omit<Carrier, 'page'>}} | {readonly more: number}
/** What the worker tells: an item, or the end of the job with the reason where it failed. */
export type FromWorker =
  | {readonly item: Item}
  | {readonly done: true; readonly failed: {readonly code: RefusalCode; readonly message: string} | null}

export interface ReaderWorker {
  read(job: Job): AsyncGenerator<Item>
  close(): Promise<void>
}

/** field/security.md: no document takes longer, whatever it is. Counted from the last sign of life. */
export const DEADLINE = 10_000
/** The heap of the worker; with the program's own it stays under 512 MB a document. */
const HEAP_MB = 320
const YOUNG_HEAP_MB = 48

/** A worker that hangs uses its core; one that has used less than this of the deadline has waited for one. */
const BUSY_SHARE = 0.6
const MOST_WAITS = 3

type Signal = FromWorker | {readonly died: {readonly code: RefusalCode; readonly message: string}}

export interface WorkerLimits {
  /** The built file that the worker runs. */
  readonly script?: string
  /** Milliseconds for a text of the usual largest size. */
  readonly deadline?: number
}

export function openWorker(page: PagePack, limits: WorkerLimits = {}): ReaderWorker {
  let worker: Worker | null = null
  const signals: Signal[] = []
  let wake: (() => void) | null = null
  const tell = (signal: Signal) => {
    signals.push(signal)
    wake?.()
  }
  const start = (): Worker => {
    const fresh = new Worker(limits.script ?? packagePath('dist', 'src', 'edge', 'files', 'reader-worker.js'), {
      workerData: page,
      resourceLimits: {maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB},
      stdout: true,
      stderr: true,
    })
    fresh.on('message', (message: FromWorker) => tell(message))
    fresh.on('error', error => {
      const isMemory = (error as {code?: string}).code === 'ERR_WORKER_OUT_OF_MEMORY'
      tell({
        died: {
          code: isMemory ? 'ingest/memory' : 'ingest/corrupt',
          message: isMemory ? 'reading it took more memory than is allowed' : error.message,
        },
      })
    })
    return fresh
  }
  let isClosed = false
  const stop = async () => {
    const old = worker
    worker = null
    old?.removeAllListeners()
    await old?.terminate()
    signals.length = 0
    wake?.()
  }
  /** Where the program itself was busy, the worker's answer waits in the queue: it is fetched before the verdict. */
  const waitFor = (milliseconds: number): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(() => setImmediate(() => setImmediate(resolve)), milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const next = async (deadline: number): Promise<Signal> => {
    const started = process.cpuUsage()
    // On a machine that is busy with other things the clock runs and the worker does not: then it gets more of the clock.
    for (let waits = 0; signals.length === 0 && waits < MOST_WAITS && worker !== null; waits++) {
      await waitFor(deadline)
      const {user, system} = process.cpuUsage(started)
      if ((user + system) / 1000 >= deadline * BUSY_SHARE) break
    }
    wake = null
    return signals.shift() ?? {died: {code: 'ingest/deadline', message: `reading it took longer than ${deadline / 1000} seconds`}}
  }
  return {
    async *read({kind, path, carrier}) {
      const {page: _, ...rest} = carrier
      const deadline = (limits.deadline ?? DEADLINE) * Math.max(1, carrier.maxDocument / MAX_DOCUMENT)
      if (isClosed) return
      worker ??= start()
      worker.postMessage({job: {kind, path, carrier: rest}} satisfies ToWorker)
      let over = false
      try {
        while (!over) {
          const signal = await next(deadline)
          if (isClosed) return
          if ('item' in signal) {
            yield signal.item
            worker?.postMessage({more: 1} satisfies ToWorker)
            continue
          }
          over = true
          const reason = 'died' in signal ? signal.died : signal.failed
          if ('died' in signal) await stop()
          if (reason !== null) yield refuse({file: carrier.file}, reason.code, reason.message)
        }
      } finally {
        if (!over) await stop()
      }
    },
    async close() {
      isClosed = true
      await stop()
    },
  }
}
