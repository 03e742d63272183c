// npm run train -- --data FOLDER: learns all model files from the sets in ../shared/data and writes them to models/, two at a time.
// The same data give the same bytes on every machine; the SHA-256 of each file is printed.

import {parseArgs} from 'node:util'
import {Worker} from 'node:worker_threads'
import {packagePath} from '../../src/edge/files/root.ts'
import type {Order} from './part.ts'

const {values} = parseArgs({
  options: {
    data: {type: 'string', default: '../shared/data'},
    out: {type: 'string', default: packagePath('models')},
    parts: {type: 'string', default: 'words,tags,trees,names'},
  },
})
const wanted = values.parts.split(',')

/** The parser takes about as long as all the others together. */
const SHARES = [['trees'], ['words', 'tags', 'names']]

for (const share of SHARES) {
  const parts = share.filter(part => wanted.includes(part))
  if (parts.length === 0) continue
  const order: Order = {data: values.data, out: values.out, parts}
  const worker = new Worker(new URL('./part.js', import.meta.url), {workerData: order})
  worker.on('error', error => {
    console.error(error)
    process.exitCode = 1
  })
}
