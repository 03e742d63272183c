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
/** A thread that hangs uses its core; one that has used less than this of the deadline has waited for one. */
const BUSY_SHARE = 0.6
const MOST_WAITS = 5

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
  /** Set while its next document is tried on its own. */
  isAlone: boolean
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
    thread.waiting.push({batch, done: [], settle, isAlone: false})
    if (thread.waiting.length === 1) ask(thread, limits)
  })
}

/** Hands the thread what is next: one batch at a time, since what a dying thread said last may be lost. */
function ask(thread: Thread, limits: ThreadLimits): void {
  const first = thread.waiting[0]
  if (first === undefined) return
  const rest = first.batch.sources.slice(first.done.length)
  thread.worker.postMessage({...first.batch, sources: first.isAlone ? rest.slice(0, 1) : rest})
  wind(thread, limits)
}

/** Documents come back one by one, in their order. The one that a thread seems to have died of is tried once more, alone, before it is refused. */
function listen(thread: Thread, limits: ThreadLimits): void {
  const {worker} = thread
  let gone = false
  const bury = (code: 'read/thread-ended' | 'read/deadline', reason: string): void => {
    if (gone) return
    gone = true
    if (thread.timer !== null) clearTimeout(thread.timer)
    void worker.terminate()
    thread.worker = spawn(limits)
    listen(thread, limits)
    const first = thread.waiting[0]
    if (first === undefined) return
    if (first.isAlone || code === 'read/deadline') take(thread, refuse(first.batch.sources[first.done.length]!, code, reason))
    else first.isAlone = true
    ask(thread, limits)
  }
  worker.on('message', (done: Done) => {
    const first = thread.waiting[0]
    if (gone || first === undefined) return
    const wasAlone = first.isAlone
    take(thread, done)
    if (wasAlone || thread.waiting[0] !== first) ask(thread, limits)
    else wind(thread, limits)
  })
  worker.on('error', error => bury('read/thread-ended', error.message))
  worker.on('exit', () => bury('read/thread-ended', 'its thread ended'))
  worker.on('deadline', () => bury('read/deadline', `reading it took longer than ${(limits.deadline ?? DEADLINE_MS) / 1000} seconds`))
}

/** The first batch has one document more; a whole one is handed back. */
function take(thread: Thread, done: Done): void {
  const first = thread.waiting[0]!
  first.isAlone = false
  first.done.push(done)
  if (first.done.length < first.batch.sources.length) return
  thread.waiting.shift()
  if (thread.timer !== null) clearTimeout(thread.timer)
  first.settle(first.done)
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
  const allowed = deadline * Math.max(1, size / UNITS_A_DEADLINE)
  const started = process.cpuUsage()
  let waits = 0
  // On a machine that is busy with other things the clock runs and the thread does not: then it gets more of the clock.
  const look = (): void => {
    const {user, system} = process.cpuUsage(started)
    if (++waits >= MOST_WAITS || (user + system) / 1000 >= allowed * BUSY_SHARE) worker.emit('deadline')
    else thread.timer = setTimeout(look, allowed)
  }
  thread.timer = setTimeout(look, allowed)
}

function refuse({id, file}: Article | Refusal, code: string, reason: string): Done {
  const message = `${file ?? id}: could not be read (${reason})`
  const refusal = {refused: true, id, file, code, message} as const
  return {id, file, text: JSON.stringify({schema: 'parley/reading@1', id, file, error: {code: refusal.code, message}}), refusal}
}
