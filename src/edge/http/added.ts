// What a page hands in, as articles: a pasted text, the bytes of a dropped file, or what lies at an address. No path is ever taken from what is handed in.
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Article, Refusal} from '../../model/article.ts'
import type {Packs} from '../../model/packs.ts'
import {FetchFailure} from '../fetch/fetch-failure.ts'
import type {Fetcher} from '../fetch/fetcher.ts'
import {readSources} from '../files/sources.ts'

export interface PastedText {
  readonly text: string
  readonly title?: string | undefined
  readonly published?: string | undefined
  readonly publisher?: string | undefined
  readonly uri?: string | undefined
}

export interface DroppedFile {
  readonly file: string
  readonly base64: string
  readonly published?: string | undefined
}

export const readPasted = (pasted: PastedText, packs: Packs): AsyncIterable<Article | Refusal> =>
  readSources(['-'], {packs, stdin: once(JSON.stringify(pasted))})

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** The name is shown and its ending helps to tell the kind; the bytes lie under a name of our own while they are read. */
export async function* readDropped({file, base64, published}: DroppedFile, packs: Packs): AsyncGenerator<Article | Refusal> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-'))
  const ending = /\.[a-z0-9]{1,8}$/i.exec(file)?.[0].toLowerCase() ?? ''
  const path = join(folder, `dropped${ending}`)
  try {
    await writeFile(path, Buffer.from(base64, 'base64'), {mode: 0o600})
    for await (const item of readSources([path], {packs, published: published ?? null}))
      yield {
        ...item,
        file: item.file?.replace(path, file) ?? file,
        ...('refused' in item ? {message: item.message.replaceAll(path, file)} : {}),
      } as typeof item
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** What lies at an address, through the fetcher that checks whom it dials. A failure is a refusal with its reason. */
export async function* readFetched(address: string, fetcher: Fetcher, packs: Packs): AsyncGenerator<Article | Refusal> {
  try {
    const {body, url, type} = await fetcher.fetch(address)
    const file = `${new URL(url).pathname.split('/').at(-1) || 'page'}${/\.[a-z0-9]{1,8}$/i.test(url) || !/html/i.test(type) ? '' : '.html'}`
    for await (const item of readDropped({file, base64: (body ?? Buffer.alloc(0)).toString('base64')}, packs))
      yield 'refused' in item ? item : {...item, uri: item.uri ?? url, file: null}
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    yield {refused: true, id: address, file: null, code: error.code, message: error.message}
  }
}
