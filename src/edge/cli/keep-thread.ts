// One worker thread of `parley add --jobs`: articles in, what was read in them out, packed as it is kept.
import {parentPort} from 'node:worker_threads'
import type {Article, Refusal} from '../../model/article.ts'
import {isRefusal, readSafely} from '../read-safely.ts'
import {type FrozenReading, freezeReading} from '../store/freeze.ts'
import {installedReader} from './reader.ts'
import type {Batch} from './threads.ts'

parentPort?.on('message', ({items}: Batch<Article | null, null>) => {
  for (const article of items) parentPort?.postMessage(article === null ? null : readAndPack(article))
})

function readAndPack(article: Article): FrozenReading | Refusal {
  const read = readSafely(article, installedReader())
  return isRefusal(read) ? read : freezeReading(article, read)
}
