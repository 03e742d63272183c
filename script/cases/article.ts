// A case's text as the article that the program would have read from a file.
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Article, Genre} from '../../src/model/article.ts'

/** `known` holds what stands in front of the text: published, publisher, title, uri, genre, byline. */
export function articleOf(text: string, known: Readonly<Record<string, string>> = {}): Article {
  const hash = bytesToHex(sha256(new TextEncoder().encode(text)))
  return {
    id: hash,
    file: null,
    uri: known['uri'] ?? null,
    guid: null,
    title: known['title'] ?? null,
    publisher: known['publisher'] ?? null,
    byline: known['byline'] ? [known['byline']] : [],
    published: known['published'] ?? null,
    publishedFrom: known['published'] ? 'given' : null,
    modified: null,
    retrieved: null,
    versionOf: null,
    genre: (known['genre'] as Genre | undefined) ?? 'report',
    handling: 'public',
    language: 'en',
    sha256: hash,
    text,
    flags: [],
    feed: null,
    notes: [],
  }
}
