// Reads documents on worker threads and hands them back in input order, whatever the threads do. A document that kills its thread, or holds it
// beyond the deadline, is refused; the others of its batch go to a fresh thread.
import {Worker} from 'node:worker_threads'
import {ParleyError} from '../parley-error.ts'

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

/** What a thread is sent: items to read, and how. */
export interface Batch<Message, Ask> {
  readonly items: readonly Message[]
  readonly ask: Ask
}

/** What the threads are there for. Answers come back one an item, in order. */
export interface Errand<Item, Answer> {
  /** The built file that a thread runs. */
  readonly script: URL
  readonly ask: unknown
  /** What a thread is sent of an item: plain data. */
  readonly messageOf: (item: Item) => unknown
  /** Units of text in it. */
  readonly lengthOf: (item: Item) => number
  /** Stands in place of an answer where a thread gave none. */
  readonly refuse: (item: Item, code: 'read/thread-ended' | 'read/deadline', reason: string) => Answer
  readonly deadline?: number
}

export interface Answered<Item, Answer> {
  readonly item: Item
  readonly answer: Answer
}

interface Waiting<Item, Answer> {
  readonly items: readonly Item[]
  readonly done: Answered<Item, Answer>[]
  readonly settle: (done: Answered<Item, Answer>[]) => void
  readonly fail: (error: ParleyError) => void
  /** Set while its next document is tried on its own. */
  isAlone: boolean
}
interface Thread<Item, Answer> {
  /** Set where its program could not be loaded: no document is to blame, and a fresh thread would fare no better. */
  broken: ParleyError | null
  worker: Worker
  waiting: Waiting<Item, Answer>[]
  timer: NodeJS.Timeout | null
}

/** Throws ParleyError `read/no-threads` where the program of a thread cannot be loaded. */
export async function* readOnThreads<Item, Answer>(
  items: AsyncIterable<Item>,
  jobs: number,
  errand: Errand<Item, Answer>,
): AsyncGenerator<Answered<Item, Answer>> {
  const threads = Array.from({length: jobs}, () => startThread(errand))
  const queue: Promise<Answered<Item, Answer>[]>[] = []
  try {
    for await (const batch of batches(items, errand)) {
      const idle = threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a))
      queue.push(send(idle, batch, errand))
      if (queue.length >= jobs * WAITING_BATCHES) yield* await queue.shift()!
    }
    for (const done of queue) yield* await done
  } finally {
    for (const thread of threads) {
      if (thread.timer !== null) clearTimeout(thread.timer)
      // It ends because nothing is left to read: no fresh one is started in its place.
      thread.worker.removeAllListeners('exit')
      void thread.worker.terminate()
    }
  }
}

async function* batches<Item, Answer>(items: AsyncIterable<Item>, {lengthOf}: Errand<Item, Answer>): AsyncGenerator<readonly Item[]> {
  let open: Item[] = []
  let units = 0
  for await (const item of items) {
    open.push(item)
    units += lengthOf(item)
    if (open.length < BATCH_DOCUMENTS && units < BATCH_UNITS) continue
    yield open
    open = []
    units = 0
  }
  if (open.length > 0) yield open
}

function startThread<Item, Answer>(errand: Errand<Item, Answer>): Thread<Item, Answer> {
  const thread: Thread<Item, Answer> = {worker: new Worker(errand.script), waiting: [], timer: null, broken: null}
  listen(thread, errand)
  return thread
}

function send<Item, Answer>(
  thread: Thread<Item, Answer>,
  items: readonly Item[],
  errand: Errand<Item, Answer>,
): Promise<Answered<Item, Answer>[]> {
  const answered = new Promise<Answered<Item, Answer>[]>((settle, fail) => {
    if (thread.broken !== null) return fail(thread.broken)
    thread.waiting.push({items, done: [], settle, fail, isAlone: false})
    if (thread.waiting.length === 1) ask(thread, errand)
  })
  // It is looked at in its turn; until then its failure is nobody's.
  answered.catch(() => undefined)
  return answered
}

/** Hands the thread what is next: one batch at a time, since what a dying thread said last may be lost. */
function ask<Item, Answer>(thread: Thread<Item, Answer>, errand: Errand<Item, Answer>): void {
  const first = thread.waiting[0]
  if (first === undefined) return
  const rest = first.items.slice(first.done.length)
  const batch: Batch<unknown, unknown> = {items: (first.isAlone ? rest.slice(0, 1) : rest).map(errand.messageOf), ask: errand.ask}
  thread.worker.postMessage(batch)
  wind(thread, errand)
}

/** Documents come back one by one, in their order. The one that a thread seems to have died of is tried once more, alone, before it is refused. */
function listen<Item, Answer>(thread: Thread<Item, Answer>, errand: Errand<Item, Answer>): void {
  const {worker} = thread
  let gone = false
  const bury = (code: 'read/thread-ended' | 'read/deadline', reason: string): void => {
    if (gone) return
    gone = true
    if (thread.timer !== null) clearTimeout(thread.timer)
    void worker.terminate()
    thread.worker = new Worker(errand.script)
    listen(thread, errand)
    const first = thread.waiting[0]
    if (first === undefined) return
    if (first.isAlone || code === 'read/deadline') take(thread, errand.refuse(first.items[first.done.length]!, code, reason))
    else first.isAlone = true
    ask(thread, errand)
  }
  worker.on('message', (answer: Answer) => {
    const first = thread.waiting[0]
    if (gone || first === undefined) return
    const wasAlone = first.isAlone
    take(thread, answer)
    if (wasAlone || thread.waiting[0] !== first) ask(thread, errand)
    else wind(thread, errand)
  })
  worker.on('error', error => {
    if (!isUnloadable(error)) return bury('read/thread-ended', error.message)
    gone = true
    if (thread.timer !== null) clearTimeout(thread.timer)
    const words = `the reading threads could not be started (${error.message}); what was read before is kept. Run it again when the installation is whole, or with --jobs 1`
    thread.broken = new ParleyError('read/no-threads', words)
    for (const waiting of thread.waiting.splice(0)) waiting.fail(thread.broken)
  })
  worker.on('exit', () => bury('read/thread-ended', 'its thread ended'))
  worker.on('deadline', () => bury('read/deadline', `reading it took longer than ${(errand.deadline ?? DEADLINE_MS) / 1000} seconds`))
}

/** A module or a file of the installation is missing or half written: a document never makes an error of this kind. */
function isUnloadable(error: Error & {code?: unknown}): boolean {
  if (error.name === 'SyntaxError') return true
  return typeof error.code === 'string' && (/^(?:MODULE|ERR_MODULE|ERR_PACKAGE|ENOENT|EACCES)/.test(error.code) || error.code.includes('/'))
}

/** The first batch has one document more; a whole one is handed back. */
function take<Item, Answer>(thread: Thread<Item, Answer>, answer: Answer): void {
  const first = thread.waiting[0]!
  first.isAlone = false
  first.done.push({item: first.items[first.done.length]!, answer})
  if (first.done.length < first.items.length) return
  thread.waiting.shift()
  if (thread.timer !== null) clearTimeout(thread.timer)
  first.settle(first.done)
}

/** Starts the clock for the document that the thread now reads. */
function wind<Item, Answer>(thread: Thread<Item, Answer>, {deadline = DEADLINE_MS, lengthOf}: Errand<Item, Answer>): void {
  if (thread.timer !== null) clearTimeout(thread.timer)
  thread.timer = null
  const first = thread.waiting[0]
  if (first === undefined) return
  const size = lengthOf(first.items[first.done.length]!)
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
