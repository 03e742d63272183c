// The reasons a reader may ask for: "Witkov = Witkoff because …", for each spelling of a person that is not the entity's own.
import type {NamePack} from '../../model/pack-names.ts'
import type {ReadDocument} from '../../model/reading.ts'
import type {Citation, Entity, Judgement} from '../../model/record.ts'
import {foldName} from '../../text/names/fold.ts'
import {scoreNames} from '../../text/names/score.ts'
import {cite, compare, idOf} from '../identity.ts'

export function firstCitation(document: ReadDocument, somebody: number): Citation | null {
  const mention =
    document.mentions.find(mention => mention.entity === somebody && mention.level === 'name') ??
    document.mentions.find(mention => mention.entity === somebody)
  return mention ? cite(document, mention) : null
}

/** One line for each form with a word that the entity's name does not have. */
export function tellSpellings(entity: Entity, pack: NamePack): Judgement[] {
  if (entity.type !== 'person') return []
  const words = new Set(foldName(entity.name).split(' '))
  const own = entity.mentions.find(
    mention =>
      mention.level === 'name' &&
      foldName(mention.quote)
        .split(' ')
        .every(word => words.has(word)),
  )
  const told = new Map<string, Judgement>()
  for (const mention of entity.mentions) {
    if (mention.level !== 'name') continue
    const form = foldName(mention.quote)
    if (told.has(form) || form.split(' ').every(word => words.has(word) || word.length === 1)) continue
    const {score, because} = scoreNames(mention.quote, entity.name, pack)
    const roles = entity.roles.filter(role => role.kind === 'office').map(role => role.title)
    const shown = [...because, ...(roles.length > 0 ? [`called ${[...new Set(roles)].slice(0, 2).join(', ')}`] : [])]
    const {level: _, ...citation} = mention
    const citations = own ? [citation, {document: own.document, start: own.start, end: own.end, quote: own.quote}] : [citation]
    told.set(form, {
      id: idOf('spelling', entity.id, form),
      by: 'machine',
      who: null,
      at: null,
      kind: 'same',
      of: [entity.id],
      field: null,
      value: null,
      verdict: 'applied',
      reason: `${mention.quote} = ${entity.name} because ${shown.join('; ')}`,
      rule: 'entities/spelling',
      score: Math.round(score * 1000) / 1000,
      because: citations,
    })
  }
  return [...told.values()].sort((a, b) => compare(a.id, b.id))
}
