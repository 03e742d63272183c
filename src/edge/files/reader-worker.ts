// The worker's side: reads one foreign source at a time and sends its articles, never more than a few ahead of the program.
import {parentPort, workerData} from 'node:worker_threads'
import type {PagePack} from '../../model/pack-page.ts'
import {readForeign} from './foreign.ts'
import {ReadFailure} from './read-failure.ts'
import type {FromWorker, ToWorker} from './worker.ts'

/** Articles that may wait unread; more would hold a whole archive in memory. */
const AHEAD = 16

const port = parentPort!
let room = AHEAD
let roomAgain: (() => void) | null = null

port.on('message', (message: ToWorker) => {
  if ('more' in message) {
    room += message.more
    roomAgain?.()
    return
  }
  void work(message.job)
})

async function work(job: Extract<ToWorker, {job: unknown}>['job']): Promise<void> {
  room = AHEAD
  let failed: Extract<FromWorker, {done: true}>['failed'] = null
  try {
    for await (const item of readForeign(job.kind, job.path, {...job.carrier, page: workerData as PagePack})) {
      while (room <= 0) await new Promise<void>(resolve => (roomAgain = resolve))
      room--
      port.postMessage({item} satisfies FromWorker)
    }
  } catch (error) {
    failed =
      error instanceof ReadFailure
        ? {code: error.code, message: error.message}
        : {code: 'ingest/corrupt', message: error instanceof Error ? error.message : String(error)}
  }
  port.postMessage({done: true, failed} satisfies FromWorker)
}
