// Who is who in a growing record. Names meet names over all documents, so identity is linked over the whole record, at a cost linear in its names;
// what was settled about a document is touched only where what the record says of its people changed.
import type {AlignedSentence} from '../../model/alignment.ts'
import type {Packs} from '../../model/packs.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Judgement} from '../../model/record.ts'
import {type LinkedEntities, linkEntities} from '../entities.ts'
import {findParties, type Parties} from '../parties.ts'

export interface Cast {
  /** Links the people of all documents anew. Gives the documents of which somebody is told otherwise than before. */
  readonly update: (aligned: readonly AlignedSentence[], judgements: readonly Judgement[]) => readonly number[]
  readonly linked: () => LinkedEntities
  readonly parties: () => Parties
  readonly entityOf: (document: number, somebody: number) => string
}

const NOBODY: LinkedEntities = {entities: [], entityOf: () => '', judgements: [], notes: []}

/** `inOrder` gives the numbers of the documents in the order of their ids. */
export function growCast(documents: readonly ReadDocument[], inOrder: () => readonly number[], packs: Packs): Cast {
  let linked = NOBODY
  let parties = findParties([])
  let placeOf: number[] = []
  const views: string[][] = []
  const entityOf = (document: number, somebody: number): string => linked.entityOf(placeOf[document]!, somebody)

  return {
    update(aligned, judgements) {
      const order = inOrder()
      placeOf = []
      for (const [place, number] of order.entries()) placeOf[number] = place
      const placed = aligned.map(({a, b, score}) => ({
        a: {...a, document: placeOf[a.document]!},
        b: {...b, document: placeOf[b.document]!},
        score,
      }))
      linked = linkEntities(
        order.map(number => documents[number]!),
        placed,
        judgements,
        packs,
      )
      parties = findParties(linked.entities)
      const told = new Map(linked.entities.map(({id}) => [id, parties.viewOf(id)]))
      return order.filter(number => {
        const before = views[number]
        const now = documents[number]!.somebodies.map((_, somebody) => told.get(entityOf(number, somebody))!)
        views[number] = now
        return before === undefined || before.length !== now.length || now.some((view, i) => view !== before[i])
      })
    },
    linked: () => linked,
    parties: () => parties,
    entityOf,
  }
}
