// One worker thread of `parley read --jobs`: batches in, finished lines out, each as soon as it is done, which is also the sign of life.
import {parentPort} from 'node:worker_threads'
import type {Article, Refusal} from '../../model/article.ts'
import {type Ask, finish} from './commands/read.ts'
import type {Batch} from './threads.ts'

parentPort?.on('message', ({items, ask}: Batch<Article | Refusal, Ask>) => {
  for (const source of items) parentPort?.postMessage(finish(source, ask))
})
