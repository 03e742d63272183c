// Who is who in a growing record. What was settled about a document is touched only where what the record says of its people changed.
import type {AlignedSentence} from '../../model/alignment.ts'
import type {Packs} from '../../model/packs.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Judgement} from '../../model/record.ts'
import {growEntities, type LinkedEntities} from '../entities.ts'
import type {Parties} from '../parties.ts'
import {growViews} from './views.ts'

export interface Cast {
  /** Takes in newcomers, sentences that came or went by pair of documents, and all lines that hold. Gives the documents of which somebody is told otherwise. */
  readonly update: (
    added: readonly number[],
    aligned: ReadonlyMap<string, readonly AlignedSentence[]>,
    judgements: readonly Judgement[],
  ) => ReadonlySet<number>
  readonly linked: () => LinkedEntities
  readonly parties: Parties
  readonly entityOf: (document: number, somebody: number) => string
  readonly steps: () => number
}

export function growCast(documents: readonly ReadDocument[], packs: Packs): Cast {
  const entities = growEntities(documents, packs)
  const views = growViews({
    outline: entities.outline,
    ofPack: entities.ofPack,
    written: {get: entities.entity, values: entities.entities},
  })
  return {
    update(added, aligned, judgements) {
      const {renamed, ...change} = entities.update({added, aligned, judgements})
      const touched = new Set(renamed)
      for (const id of views.update(change)) for (const document of entities.documentsOf(id)) touched.add(document)
      return touched
    },
    linked: () => ({
      entities: entities.entities(),
      entityOf: entities.entityOf,
      judgements: entities.judgements(),
      notes: entities.notes(),
    }),
    parties: views.parties,
    entityOf: entities.entityOf,
    steps: entities.steps,
  }
}
