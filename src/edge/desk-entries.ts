// The entries of a record as a search sees them: the words of each, who takes part, its issues, status, origins and days, and where it is cited.
import {firstDay, lastDay} from '../brief/dates.ts'
import type {Citation, RecordFile, Support} from '../model/record.ts'
import {foldWord} from '../text/similarity-words.ts'
import type {Hit} from './desk.ts'

export interface EntryRow {
  readonly kind: Exclude<Hit['kind'], 'sentence'>
  readonly id: string
  /** Label, names and cited sentences. */
  readonly words: string
  /** Names and aliases of everybody in it, those whose words it rests on too, in lower case without marks. */
  readonly names: readonly string[]
  readonly issues: readonly string[]
  readonly status: string | null
  /** Recorded independently at least so often, as far as these reports show. */
  readonly origins: number
  readonly outlets: readonly string[]
  /** First and last day it is told of, else the day it first stood in print; ISO, null where neither is known. */
  readonly first: string | null
  readonly last: string | null
  /** Newest report that carries it, ISO; '' where none is dated. */
  readonly printed: string
  readonly citations: readonly Citation[]
}

export function entryRows(record: RecordFile): EntryRow[] {
  const documents = new Map(record.documents.map(document => [document.id, document]))
  const attributions = new Map(record.attributions.map(attribution => [attribution.id, attribution]))
  const namesById = new Map(record.entities.map(({id, name, aliases}) => [id, [name, ...aliases].map(foldWord)]))
  const row = (
    kind: EntryRow['kind'],
    id: string,
    label: string,
    people: readonly (string | null)[],
    citations: readonly Citation[],
    parts: Partial<Pick<EntryRow, 'issues' | 'status' | 'origins'>> & {readonly time?: string | null} = {},
  ): EntryRow => {
    const carriers = citations.flatMap(({document}) => documents.get(document) ?? [])
    const days = carriers.flatMap(({published}) => firstDay(published) ?? []).sort()
    const names = [...new Set(people.flatMap(person => (person === null ? [] : (namesById.get(person) ?? []))))]
    return {
      ...{kind, id, names, citations, issues: parts.issues ?? [], status: parts.status ?? null, origins: parts.origins ?? 0},
      words: [label, ...names, ...new Set(citations.map(({quote}) => quote))].join('\n'),
      outlets: [...new Set(carriers.flatMap(({publisher}) => (publisher === null ? [] : [foldWord(publisher)])))],
      first: firstDay(parts.time ?? null) ?? days[0] ?? null,
      last: lastDay(parts.time ?? null) ?? days[0] ?? null,
      printed: days.at(-1) ?? '',
    }
  }
  const speakers = (support: Support): (string | null)[] =>
    support.claims.map(claim => (claim.attribution === null ? null : (attributions.get(claim.attribution)?.speaker ?? null)))
  const cited = (supports: readonly Support[]): Citation[] => supports.flatMap(support => support.claims.map(claim => claim.citation))
  return [
    ...record.events.map(event =>
      row(
        'event',
        event.id,
        event.label,
        [...event.actors, ...event.recipients, ...event.mediators, event.host, event.place, ...speakers(event.support)],
        cited([event.support, ...event.history.map(state => state.support)]),
        {issues: event.issues, status: event.status, origins: event.support.said[0], time: event.time},
      ),
    ),
    ...record.positions.map(position =>
      row(
        'position',
        position.id,
        `${position.stance} ${position.issue} ${position.content}`,
        [position.holder, position.voice, position.toward, ...speakers(position.support)],
        cited([position.support]),
        {issues: [position.issue], status: position.stance, origins: position.support.said[0], time: position.time},
      ),
    ),
    ...record.agreements.map(agreement => {
      const supports = [...agreement.history, ...agreement.violations, ...agreement.clauses].map(part => part.support)
      const broken = agreement.violations.flatMap(({by, allegedBy, deniedBy}) => [...by, ...allegedBy, ...deniedBy])
      const latest = agreement.history.at(-1)
      return row('agreement', agreement.id, agreement.label, [...agreement.parties, ...broken], cited(supports), {
        ...{issues: agreement.issues, status: agreement.state, origins: Math.max(0, ...supports.map(support => support.said[0]))},
        time: latest?.time ?? null,
      })
    }),
    ...record.utterances.map(utterance => {
      const wordings = utterance.attributions.flatMap(id => attributions.get(id) ?? [])
      const time = wordings.find(wording => wording.time !== null)?.time ?? null
      return row(
        'utterance',
        utterance.id,
        '',
        [utterance.speaker],
        wordings.flatMap(wording => wording.content),
        {time},
      )
    }),
    ...record.entities
      .filter(entity => entity.mentions.length > 0 && !['place', 'country'].includes(entity.type))
      .map(entity =>
        row(
          'entity',
          entity.id,
          entity.roles.map(role => role.title).join(' '),
          [entity.id],
          entity.mentions.filter(mention => mention.level === 'name').slice(0, 1),
        ),
      ),
  ]
}
