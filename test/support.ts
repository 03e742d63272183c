// What tests share: the packs and the engine, loaded once a run, and a plain article from a text.

import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Reader} from '../src/annotate/annotate.ts'
import {loadEngineFiles} from '../src/edge/files/engine.ts'
import {readPackFiles} from '../src/edge/files/packs.ts'
import type {Article} from '../src/model/article.ts'
import type {Packs} from '../src/model/packs.ts'
import {compilePacks} from '../src/pack/packs.ts'

let loadedPacks: Packs | undefined
let loadedReader: Reader | undefined

/** The packs as they stand in packs/, compiled from YAML. */
export function testPacks(): Packs {
  loadedPacks ??= compilePacks(readPackFiles())
  return loadedPacks
}

/** Packs and the shipped engine. */
export function testReader(): Reader {
  loadedReader ??= {packs: testPacks(), engine: loadEngineFiles()}
  return loadedReader
}

/** An article around a text, as if it had been given as a file. */
export function articleOf(text: string, known: Partial<Article> = {}): Article {
  const hash = bytesToHex(sha256(new TextEncoder().encode(text)))
  return {
    id: hash,
    file: null,
    uri: null,
    guid: null,
    title: null,
    publisher: null,
    byline: [],
    published: null,
    publishedFrom: known.published ? 'given' : null,
    modified: null,
    retrieved: null,
    versionOf: null,
    genre: 'report',
    handling: 'public',
    language: 'en',
    sha256: hash,
    text,
    flags: [],
    feed: null,
    notes: [],
    ...known,
  }
}
