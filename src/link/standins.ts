// Stands in for linking of names and losses until those parts are merged: same pack entry or same name, no losses.
import type {AlignedSentence} from '../model/alignment.ts'
import type {Packs} from '../model/packs.ts'
import type {ReadDocument} from '../model/reading.ts'
import type {AttributionLoss, Entity, Judgement, Note} from '../model/record.ts'
import {cite, idOf} from './identity.ts'

export function linkEntities(
  documents: readonly ReadDocument[],
  _aligned: readonly AlignedSentence[],
  _judgements: readonly Judgement[],
  _packs: Packs,
) {
  const entities = new Map<string, Entity>()
  const ids = documents.map(document =>
    document.somebodies.map(somebody => {
      const id = idOf('entity', somebody.pack ?? `${somebody.type} ${somebody.name}`)
      const known = entities.get(id)
      entities.set(id, {
        id,
        type: somebody.type,
        name: known?.name ?? somebody.name,
        aliases: [...somebody.aliases],
        country: somebody.country,
        claims: [],
        roles: [],
        actsFor: null,
        mentions: known?.mentions ?? [],
        at: null,
        within: null,
        outlet: null,
      })
      return id
    }),
  )
  for (const [d, document] of documents.entries()) {
    for (const mention of document.mentions)
      entities.get(ids[d]![mention.entity]!)!.mentions.push({...cite(document, mention), level: mention.level})
    for (const [s, somebody] of document.somebodies.entries())
      if (somebody.actsFor !== null) entities.get(ids[d]![s]!)!.actsFor = ids[d]![somebody.actsFor]!
  }
  return {
    entities: [...entities.values()],
    entityOf: (document: number, somebody: number): string => ids[document]![somebody]!,
    judgements: [] as Judgement[],
    notes: [] as Note[],
  }
}

export const findLosses = (..._all: readonly unknown[]): AttributionLoss[] => []
