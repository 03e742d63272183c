// One worker thread of `parley read --jobs`: batches in, finished lines out.
import {parentPort} from 'node:worker_threads'
import {finish} from './commands/read.ts'
import type {Batch} from './threads.ts'

parentPort?.on('message', ({sources, ask}: Batch) => parentPort?.postMessage(sources.map(source => finish(source, ask))))
