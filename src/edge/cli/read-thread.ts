// One worker thread of `parley read --jobs`: batches in, finished lines out, each as soon as it is done, which is also the sign of life.
import {parentPort} from 'node:worker_threads'
import {finish} from './commands/read.ts'
import type {Batch} from './threads.ts'

parentPort?.on('message', ({sources, ask}: Batch) => {
  for (const source of sources) parentPort?.postMessage(finish(source, ask))
})
