// A place in no list that stands in one slot with a known town: it may be a mangled name of that town or of the town's country.
import type {Packs} from '../../model/packs.ts'
import {editDistance} from '../../text/names/distance.ts'
import {foldName} from '../../text/names/fold.ts'
import {worldEntries} from './entry.ts'
import type {Node} from './nodes.ts'

// "distance 2 in eight letters": too little for a decision, enough beside a slot and a country that fits.
const MAX_DISTANCE = 2
const MIN_LENGTH = 5

/** Pack id of the country or place that the word is near to, among the known place and its country; null where neither is. */
export function mangledPlace(unknown: Node, known: Node, packs: Packs): string | null {
  const word = foldName(unknown.name)
  if (word.length < MIN_LENGTH || unknown.pack !== null) return null
  const ids = [known.pack, known.country === null ? null : `country/${known.country.toLowerCase()}`]
  for (const id of ids) {
    const entry = id === null ? undefined : worldEntries(packs).get(id)
    if (entry === undefined) continue
    if ([entry.name, ...entry.aliases].some(form => isNear(word, foldName(form)))) return entry.id
  }
  return null
}

const isNear = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= MAX_DISTANCE && editDistance(a, b) <= MAX_DISTANCE && a[0] === b[0]
