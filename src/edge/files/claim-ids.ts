// Sees that no id is used twice in a run, and gives the date of the call to documents that have none.
import {hashOf} from '../../ingest/article.ts'
import {isRefusal, refuse} from '../../ingest/refusal.ts'
import type {Item} from './carrier.ts'

/**
 * A second use of a given id is refused. Two files or addresses that carry the same characters are two documents:
 * the later one is named by the hash of its text and its place.
 */
export function claimIds(published: string | null): (item: Item) => Item {
  const used = new Map<string, string>()
  return item => {
    if (isRefusal(item)) return item
    const place = item.uri ?? item.guid ?? item.file ?? ''
    const dated = item.published === null && published !== null ? {...item, published, publishedFrom: 'given' as const} : item
    const owner = used.get(item.id)
    if (owner === undefined) {
      used.set(item.id, place)
      return dated
    }
    const id = hashOf(`${item.sha256}\n${place}`)
    if (item.id !== item.sha256 || owner === place || used.has(id))
      return refuse(
        {id: item.id, file: item.file},
        'ingest/duplicate-id',
        `the id ${item.id} was used before in this run; the first document with it was read`,
      )
    used.set(id, place)
    return {...dated, id}
  }
}
