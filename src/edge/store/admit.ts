// Is an article that comes in new, known, or another version of one that is there? Re-adding is no change; another text at a known address is
// a version of the one before; the same text of another house is a document of its own.
import {basename} from 'node:path'
import {hashOf} from '../../ingest/article.ts'
import type {Article} from '../../model/article.ts'
import type {Store, StoredDocument} from '../../model/store.ts'

export interface Admitted {
  readonly outcome: 'added' | 'known' | 'version'
  /** As it is to be kept: with its id and the id of the version before. */
  readonly article: Article
}

export function admit(article: Article, store: Pick<Store, 'byId' | 'bySha256' | 'byPlace'>): Admitted {
  const place = addressOf(article)
  const earlier = place === null ? [] : store.byPlace(place)
  const same = store.bySha256(article.sha256).find(known => isSame(known, article, place))
  if (same) return {outcome: 'known', article: {...article, id: same.id}}
  const owner = store.byId(article.id)
  const before = article.versionOf ?? earlier.at(-1)?.id ?? (owner !== null && owner.sha256 !== article.sha256 ? owner.id : null)
  const id = owner === null ? article.id : hashOf(`${article.sha256}\n${place ?? article.file ?? article.id}`)
  const named = {...article, id, versionOf: before}
  if (owner !== null && store.byId(id) !== null) return {outcome: 'known', article: named}
  return {outcome: before !== null && article.versionOf === null ? 'version' : 'added', article: named}
}

/** The same text is the same document where it stood at the same address, or where neither has one: then the names of the files decide. */
function isSame(known: StoredDocument, article: Article, place: string | null): boolean {
  if (known.place !== null || place !== null) return known.place === place
  if (known.id === article.id && article.id !== article.sha256) return true
  return nameOf(known.file) === nameOf(article.file)
}

const nameOf = (file: string | null): string => (file === null ? '' : basename(file))

/** The address without its fragment, host in lower case; else the guid. */
export function addressOf({uri, guid}: Pick<Article, 'uri' | 'guid'>): string | null {
  if (uri === null) return guid
  try {
    const url = new URL(uri)
    url.hash = ''
    return url.href
  } catch {
    return uri
  }
}
