// What a finder of names hands on: a span with the type it seems to be, and the pack entry where one is written so.
import type {EntityType} from '../../model/mention.ts'
import type {WorldEntry} from '../../model/pack-world.ts'
import type {Span} from '../../model/span.ts'
import type {Town} from '../../text/names/towns.ts'

export interface NameHit extends Span {
  readonly first: number
  readonly endToken: number
  readonly type: EntityType
  /** Entries that may be meant, likeliest first. */
  readonly entries: readonly WorldEntry[]
  readonly towns: readonly Town[]
  readonly rule: string
  /** Which hit stays where two overlap; the higher one. */
  readonly rank: number
}

/** A pack entry of two words outranks the tagger, the tagger outranks a town. */
export const RANK = {packLong: 5, trigger: 4, body: 4, packShort: 3, given: 3, tagger: 2, town: 1, surname: 0} as const

/** Keeps hits that do not overlap: higher rank first, then the longer, then the earlier. */
export function keepApart(hits: readonly NameHit[]): NameHit[] {
  const ordered = [...hits].sort((a, b) => b.rank - a.rank || b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Set<number>()
  const kept: NameHit[] = []
  for (const hit of ordered) {
    let free = true
    for (let i = hit.first; free && i < hit.endToken; i++) free = !taken.has(i)
    if (!free) continue
    for (let i = hit.first; i < hit.endToken; i++) taken.add(i)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.start - b.start)
}
