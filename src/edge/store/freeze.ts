// Articles, layers and records as bytes and back: JSON, deflated. Tokens and names are left out: they are nine tenths of the bytes and
// linking never looks at them (test/store.test.ts holds that: the stored documents give the same record).
import {deflateRawSync, inflateRawSync} from 'node:zlib'
import type {Article} from '../../model/article.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {RecordFile} from '../../model/record.ts'
import type {Tokens} from '../../model/tokens.ts'

/** Level 3 writes the example's layers in a third of the time of level 6 and takes a tenth more room. */
const LEVEL = 3

export const freeze = (value: unknown): Buffer => deflateRawSync(JSON.stringify(value), {level: LEVEL})

const thaw = <Value>(bytes: Uint8Array): Value => JSON.parse(inflateRawSync(bytes).toString('utf8')) as Value

const freezeArticle = (article: Article): Buffer => freeze(article)
export const thawArticle = (bytes: Uint8Array): Article => thaw<Article>(bytes)

export function freezeLayers(read: ReadDocument): Buffer {
  const {text: _text, tokens: _tokens, names: _names, ...layers} = read
  return freeze(layers)
}

/** A report as it lies in the file. Another thread may have made it. */
export interface FrozenReading {
  readonly article: Uint8Array
  readonly layers: Uint8Array
  /** EDTF, also where reading found it in the text. */
  readonly published: string | null
}

export const freezeReading = (article: Article, read: ReadDocument): FrozenReading => ({
  ...{article: freezeArticle(article), layers: freezeLayers(read), published: read.published},
})

export function thawDocument(article: Uint8Array, layers: Uint8Array): ReadDocument {
  const {text} = thawArticle(article)
  return {...thaw<Omit<ReadDocument, 'text' | 'tokens' | 'names'>>(layers), text, tokens: NO_TOKENS, names: []}
}

/** Texts are kept once, with the articles. */
export const freezeRecord = (record: RecordFile): Buffer =>
  freeze({...record, documents: record.documents.map(document => ({...document, text: null}))})

export function thawRecord(bytes: Uint8Array, textOf: (id: string) => string | null): RecordFile {
  const record = thaw<RecordFile>(bytes)
  for (const document of record.documents) document.text = textOf(document.id)
  return record
}

const NO_TOKENS: Tokens = {
  ...{
    length: 0,
    start: new Int32Array(),
    end: new Int32Array(),
    sentence: new Int32Array(),
    upos: new Uint8Array(),
    xpos: new Uint8Array(),
  },
  ...{tags: [], head: new Int32Array(), deprel: new Uint8Array(), relations: [], firstChild: new Int32Array()},
  ...{nextSibling: new Int32Array(), confidence: new Uint8Array(), lemma: () => ''},
}
