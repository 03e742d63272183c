// Reads documents on worker threads and hands them back in input order, whatever the threads do. Batches keep the cost of messages small.
import {Worker} from 'node:worker_threads'
import type {Article, Refusal} from '../../model/article.ts'
import type {Ask, Done} from './commands/read.ts'

/** Messages of this many documents cost next to nothing beside the reading (stack.md 5: 30–60 µs a document). */
const BATCH_DOCUMENTS = 20
/** A batch is closed earlier where its texts are long, so that one thread does not sit on a book. */
const BATCH_UNITS = 200_000
/** Batches waiting a thread: enough that none idles, few enough that memory stays bounded. */
const WAITING_BATCHES = 2

export interface Batch {
  readonly sources: readonly (Article | Refusal)[]
  readonly ask: Ask
}

interface Thread {
  worker: Worker
  waiting: {batch: Batch; settle: (done: Done[]) => void}[]
}

export async function* readOnThreads(sources: AsyncIterable<Article | Refusal>, jobs: number, ask: Ask): AsyncGenerator<Done> {
  const threads = Array.from({length: jobs}, startThread)
  const queue: Promise<Done[]>[] = []
  try {
    for await (const batch of batches(sources, ask)) {
      const idle = threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a))
      queue.push(send(idle, batch))
      if (queue.length >= jobs * WAITING_BATCHES) yield* await queue.shift()!
    }
    for (const done of queue) yield* await done
  } finally {
    for (const thread of threads) void thread.worker.terminate()
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

const startThread = (): Thread => {
  const thread: Thread = {worker: spawn(), waiting: []}
  listen(thread)
  return thread
}

// The built file: threads run what `npm run build` made, since Node 20 reads no TypeScript.
const spawn = (): Worker => new Worker(new URL('./read-thread.js', import.meta.url))

function send(thread: Thread, batch: Batch): Promise<Done[]> {
  return new Promise(settle => {
    thread.waiting.push({batch, settle})
    thread.worker.postMessage(batch)
  })
}

/** A thread that dies takes its first batch with it: those documents are refused, the others go to a fresh thread. */
function listen(thread: Thread): void {
  const {worker} = thread
  let gone = false
  const bury = (reason: string): void => {
    if (gone || thread.waiting.length === 0) return
    gone = true
    const lost = thread.waiting.shift()
    lost?.settle(lost.batch.sources.map(source => refuse(source, reason)))
    thread.worker = spawn()
    listen(thread)
    for (const {batch} of thread.waiting) thread.worker.postMessage(batch)
  }
  worker.on('message', (done: Done[]) => thread.waiting.shift()?.settle(done))
  worker.on('error', error => bury(error.message))
  worker.on('exit', () => bury('its thread ended'))
}

function refuse({id, file}: Article | Refusal, reason: string): Done {
  const message = `${file ?? id}: could not be read (${reason})`
  const refusal = {refused: true, id, file, code: 'read/thread-ended', message} as const
  return {id, file, text: JSON.stringify({schema: 'parley/reading@1', id, file, error: {code: refusal.code, message}}), refusal}
}
