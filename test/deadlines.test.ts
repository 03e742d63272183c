// A document that hangs, eats the memory or kills its thread is one refusal with its code; the ones before and after it are read.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {readOnThreads} from '../src/edge/cli/threads.ts'
import type {Carrier} from '../src/edge/files/carrier.ts'
import {openWorker} from '../src/edge/files/worker.ts'
import type {Article} from '../src/model/article.ts'
import {articleOf, testPacks} from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'deadlines-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** What a reader of ours must never do, done on purpose. */
const MISDEEDS = `const misbehave = name => {
  if (name.includes('hang')) for (;;) {}
  if (name.includes('eat')) { const held = []; for (;;) held.push(new Array(1e5).fill(held.length)) }
  if (name.includes('die')) process.exit(7)
  if (name.includes('throw')) throw new Error('a bug')
}\n`

const HEAD = "import {parentPort} from 'node:worker_threads'\n"
const write = (name: string, source: string) => {
  writeFileSync(join(folder, name), `${HEAD}${MISDEEDS}${source}`)
  return join(folder, name)
}

describe('the worker that parses foreign bytes', () => {
  it('is ended at its deadline and at its memory, and the next source is read', async () => {
    const script = write(
      'reader.mjs',
      `parentPort.on('message', message => { if (!message.job) return; misbehave(message.job.path); parentPort.postMessage({item: {refused: true, id: message.job.path, file: null, code: 'read', message: ''}}); parentPort.postMessage({done: true, failed: null}) })`,
    )
    const worker = openWorker(testPacks().page, {script, deadline: 8000})
    const codes: string[] = []
    for (const path of ['a', 'hang', 'b', 'eat', 'c', 'throw', 'd']) {
      const carrier: Carrier = {file: path, given: {}, page: testPacks().page, maxDocument: 1_000_000, depth: 0}
      for await (const item of worker.read({kind: 'html', path, carrier})) codes.push('refused' in item ? item.code : '')
    }
    await worker.close()
    expect(codes).toEqual(['read', 'ingest/deadline', 'read', 'ingest/memory', 'read', 'ingest/corrupt', 'read'])
  }, 300_000)
})

describe('the threads that read texts', () => {
  const script = pathToFileURL(
    write(
      'thread.mjs',
      `parentPort.on('message', ({items}) => { for (const {id} of items) { misbehave(id); parentPort.postMessage({id, file: null, text: 'read', refusal: null}) } })`,
    ),
  )
  async function* texts(ids: readonly string[]): AsyncGenerator<Article> {
    for (const id of ids) yield {...articleOf('The envoy came.'), id}
  }

  it('lose no document but the one that kills or holds them, in the order of the inputs', async () => {
    const ids = ['a', 'b', 'hang', 'c', 'die', 'd', 'throw', 'e', ...Array.from({length: 60}, (_, i) => `f${i}`), 'hang again', 'g']
    const said: string[] = []
    const refuse = ({id}: Article, code: string): {id: string; text: string} => ({id, text: code})
    const errand = {
      script,
      ask: null,
      messageOf: (one: Article) => one,
      lengthOf: (one: Article) => one.text.length,
      refuse,
      deadline: 3000,
    }
    for await (const {answer} of readOnThreads(texts(ids), 2, errand)) said.push(`${answer.id} ${answer.text}`)
    const lost: Record<string, string> = {
      hang: 'read/deadline',
      die: 'read/thread-ended',
      throw: 'read/thread-ended',
      'hang again': 'read/deadline',
    }
    expect(said).toEqual(ids.map(id => `${id} ${lost[id] ?? 'read'}`))
  }, 300_000)

  it.each([
    ['is not there', 'gone.mjs', null],
    ['is half written', 'half.mjs', 'export const a = {'],
  ])('end the run with a word on the installation where their program %s: no document is to blame', async (_, name, source) => {
    const errand = {
      script: pathToFileURL(source === null ? join(folder, name) : write(name, source)),
      ask: null,
      messageOf: (one: Article) => one,
      lengthOf: (one: Article) => one.text.length,
      refuse: ({id}: Article) => ({id}),
    }
    const run = async (): Promise<void> => {
      for await (const one of readOnThreads(texts(['a', 'b', 'c']), 2, errand)) void one
    }
    await expect(run()).rejects.toMatchObject({code: 'read/no-threads', message: expect.stringContaining('--jobs 1')})
  })
})
