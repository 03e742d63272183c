// Reads documents on worker threads and hands them back in input order, whatever the threads do. A document that kills its thread, or holds it
// beyond the deadline, is refused; the others of its batch go to a fresh thread.
import {Worker} from 'node:worker_threads'
import type {Article, Refusal} from '../../model/article.ts'
import type {Ask, Done} from './commands/read.ts'

/** Messages of this many documents cost next to nothing beside the reading (stack.md 5: 30–60 µs a document). */
const BATCH_DOCUMENTS = 20
/** A batch is closed earlier where its texts are long, so that one thread does not sit on a book. */
const BATCH_UNITS = 200_000
/** Batches waiting a thread: enough that none idles, few enough that memory stays bounded. */
const WAITING_BATCHES = 2

/** No document takes longer (field/security.md); a thread without a sign of life for that long is ended. Books get more. */
const DEADLINE_MS = 30_000
const UNITS_A_DEADLINE = 1_000_000

export interface Batch {
  readonly sources: readonly (Article | Refusal)[]
  readonly ask: Ask
}

export interface ThreadLimits {
  /** The built file that a thread runs. */
  readonly script?: URL
  readonly deadline?: number
}

interface Waiting {
  readonly batch: Batch
  readonly done: Done[]
  readonly settle: (done: Done[]) => void
}
interface Thread {
  worker: Worker
  waiting: Waiting[]
  timer: NodeJS.Timeout | null
}

export async function* readOnThreads(
  sources: AsyncIterable<Article | Refusal>,
  jobs: number,
  ask: Ask,
  limits: ThreadLimits = {},
): AsyncGenerator<Done> {
  const threads = Array.from({length: jobs}, () => startThread(limits))
  const queue: Promise<Done[]>[] = []
  try {
    for await (const batch of batches(sources, ask)) {
      const idle = threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a))
      queue.push(send(idle, batch, limits))
      if (queue.length >= jobs * WAITING_BATCHES) yield* await queue.shift()!
    }
    for (const done of queue) yield* await done
  } finally {
    for (const thread of threads) {
      if (thread.timer !== null) clearTimeout(thread.timer)
      void thread.worker.terminate()
    }
  }
}

async function* batches(sources: AsyncIterable<Article | Refusal>, ask: Ask): AsyncGenerator<Batch> {
  let open: (Article | Refusal)[] = []
  let units = 0
  for await (const source of sources) {
    open.push(source)
    units += 'text' in source ? source.text.length : 0
    if (open.length < BATCH_DOCUMENTS && units < BATCH_UNITS) continue
    yield {sources: open, ask}
    open = []
    units = 0
  }
  if (open.length > 0) yield {sources: open, ask}
}

function startThread(limits: ThreadLimits): Thread {
  const thread: Thread = {worker: spawn(limits), waiting: [], timer: null}
  listen(thread, limits)
  return thread
}

// The built file: threads run what `npm run build` made, since Node 20 reads no TypeScript.
const spawn = ({script}: ThreadLimits): Worker => new Worker(script ?? new URL('./read-thread.js', import.meta.url))

function send(thread: Thread, batch: Batch, limits: ThreadLimits): Promise<Done[]> {
  return new Promise(settle => {
    thread.waiting.push({batch, done: [], settle})
    thread.worker.postMessage(batch)
    if (thread.waiting.length === 1) wind(thread, limits)
  })
}

/** Documents come one by one, in their order: so it is known which one a thread died of. */
function listen(thread: Thread, limits: ThreadLimits): void {
  const {worker} = thread
  let gone = false
  const bury = (code: string, reason: string): void => {
    if (gone) return
    gone = true
    if (thread.timer !== null) clearTimeout(thread.timer)
    void worker.terminate()
    const [first, ...others] = thread.waiting
    thread.worker = spawn(limits)
    listen(thread, limits)
    if (first === undefined) return
    const lost = first.batch.sources[first.done.length]!
    first.done.push(refuse(lost, code, reason))
    const rest = first.batch.sources.slice(first.done.length)
    if (rest.length === 0) {
      thread.waiting = others
      first.settle(first.done)
    } else thread.worker.postMessage({...first.batch, sources: rest})
    for (const {batch} of others) thread.worker.postMessage(batch)
    if (thread.waiting.length > 0) wind(thread, limits)
  }
  thread.timer = null
  worker.on('message', (done: Done) => {
    const first = thread.waiting[0]
    if (gone || first === undefined) return
    first.done.push(done)
    if (first.done.length === first.batch.sources.length) {
      thread.waiting.shift()
      first.settle(first.done)
    }
    wind(thread, limits)
  })
  worker.on('error', error => bury('read/thread-ended', error.message))
  worker.on('exit', () => bury('read/thread-ended', 'its thread ended'))
  worker.on('deadline', () => bury('read/deadline', `reading it took longer than ${(limits.deadline ?? DEADLINE_MS) / 1000} seconds`))
}

/** Starts the clock for the document that the thread now reads. */
function wind(thread: Thread, {deadline = DEADLINE_MS}: ThreadLimits): void {
  if (thread.timer !== null) clearTimeout(thread.timer)
  thread.timer = null
  const first = thread.waiting[0]
  if (first === undefined) return
  const source = first.batch.sources[first.done.length]!
  const size = 'text' in source ? source.text.length : 0
  const {worker} = thread
  thread.timer = setTimeout(() => worker.emit('deadline'), deadline * Math.max(1, size / UNITS_A_DEADLINE))
}

function refuse({id, file}: Article | Refusal, code: string, reason: string): Done {
  const message = `${file ?? id}: could not be read (${reason})`
  const refusal = {refused: true, id, file, code, message} as const
  return {id, file, text: JSON.stringify({schema: 'parley/reading@1', id, file, error: {code: refusal.code, message}}), refusal}
}
