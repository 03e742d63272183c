// The record as FollowTheMoney entities, one JSON line each, for Aleph and its kin. The model has no statement, stance, agreement state or event
// status: what did not take place stays out, the status stands in the summary, and the whole record is the JSON export.
import type {Document, Entity, Event, Judgement, RecordFile} from '../../model/record.ts'
import {firstDay, lastDay} from '../dates.ts'
import {tellEvent} from '../entries.ts'
import {type Lookup, lookUp, titleOf} from '../lookup.ts'
import {vouchFor} from '../vouch.ts'
import {statusWords} from '../words.ts'

export interface MoneyEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const SCHEMAS: Readonly<Record<Entity['type'], string | null>> = {
  ...{person: 'Person', organization: 'Organization', 'public-body': 'PublicBody', outlet: 'Organization', country: 'PublicBody'},
  ...{group: 'Organization', place: 'Address'},
}

const TOLD: ReadonlySet<Event['status']> = new Set(['held', 'ongoing', 'ended', 'planned', 'proposed', 'conditional'])

export function writeMoney(record: RecordFile): string {
  const lookup = lookUp(record)
  const entities = [
    ...record.documents.map(articleOf),
    ...record.entities.flatMap(entity => [...somebody(entity), ...offices(entity, lookup), ...acting(entity, lookup), ...mentions(entity)]),
    ...record.events.filter(event => TOLD.has(event.status) && event.kind !== 'statement').map(event => happening(event, lookup)),
    ...record.talks.map(({id, label, from, to}) => entityOf(id, 'Project', {name: [label], startDate: [from], endDate: [to]})),
    ...record.talks.flatMap(({id, parties}) =>
      parties.map(party => entityOf(`${id}-${party}`, 'ProjectParticipant', {project: [id], participant: [party]})),
    ),
    ...record.judgements.flatMap(similar),
  ]
  return entities.map(entity => `${JSON.stringify(entity)}\n`).join('')
}

/** Leaves out what is not known, so that no property is empty. */
function entityOf(id: string, schema: string, properties: Readonly<Record<string, readonly (string | null)[]>>): MoneyEntity {
  const known = Object.entries(properties).map(([name, values]) => [name, values.filter(value => value !== null && value !== '')] as const)
  return {id, schema, properties: Object.fromEntries(known.filter(([, values]) => values.length > 0)) as MoneyEntity['properties']}
}

const articleOf = (document: Document): MoneyEntity =>
  entityOf(document.id, 'Article', {
    title: [titleOf(document)],
    author: document.byline,
    publisher: [document.publisher],
    publishedAt: [document.published],
    sourceUrl: [document.uri],
    language: [document.language],
    contentHash: [],
    fileName: [document.file],
  })

function somebody(entity: Entity): MoneyEntity[] {
  const schema = SCHEMAS[entity.type]
  if (schema === null) return []
  const country = [entity.country?.toLowerCase() ?? null]
  if (schema === 'Address') return [entityOf(entity.id, schema, {full: [entity.name], name: [entity.name], country, ...whereOf(entity)})]
  const descriptions = entity.roles.filter(role => role.kind === 'office').map(role => role.title)
  return [
    entityOf(entity.id, schema, {
      ...{name: [entity.name], alias: entity.aliases, country},
      ...(schema === 'Person' ? {position: descriptions} : {}),
    }),
  ]
}

const whereOf = ({at}: Entity): Record<string, string[]> => (at === null ? {} : {latitude: [String(at[0])], longitude: [String(at[1])]})

function offices(entity: Entity, lookup: Lookup): MoneyEntity[] {
  if (entity.type !== 'person') return []
  return entity.roles
    .filter(role => role.kind === 'office')
    .flatMap((role, i) => {
      const body = role.of === null ? null : (lookup.entities.get(role.of) ?? null)
      const post = `${entity.id}-post-${i}`
      return [
        entityOf(post, 'Position', {
          name: [body ? `${role.title}, ${body.name}` : role.title],
          country: [body?.country?.toLowerCase() ?? null],
          organization: [body && SCHEMAS[body.type] !== 'Address' && SCHEMAS[body.type] !== 'Person' ? body.id : null],
        }),
        entityOf(`${post}-held`, 'Occupancy', {holder: [entity.id], post: [post], startDate: [role.from], endDate: [role.to]}),
      ]
    })
}

function acting(entity: Entity, lookup: Lookup): MoneyEntity[] {
  if (entity.type !== 'person' || entity.actsFor === null || !lookup.entities.has(entity.actsFor)) return []
  return [entityOf(`${entity.id}-for-${entity.actsFor}`, 'Representation', {agent: [entity.id], client: [entity.actsFor]})]
}

/** One a document and name: FollowTheMoney has no offsets. */
function mentions(entity: Entity): MoneyEntity[] {
  if (entity.type === 'place') return []
  const byDocument = new Map<string, string>()
  for (const mention of entity.mentions)
    if (mention.level === 'name' && !byDocument.has(mention.document)) byDocument.set(mention.document, mention.quote)
  return [...byDocument].map(([document, name]) =>
    entityOf(`${entity.id}-in-${document}`, 'Mention', {document: [document], name: [name], resolved: [entity.id]}),
  )
}

function happening(event: Event, lookup: Lookup): MoneyEntity {
  const isParty = (id: string): boolean => {
    const type = lookup.entities.get(id)?.type
    return type !== undefined && type !== 'place'
  }
  const parties = [...event.actors, ...event.recipients, ...event.mediators].filter(isParty)
  const shared = {
    startDate: [firstDay(event.time)],
    endDate: [lastDay(event.time)],
    summary: [`${statusWords(event.status)}; ${vouchFor(event.support, lookup)}`],
    description: [event.support.claims[0]?.citation.quote ?? null],
    sourceUrl: [...new Set(event.support.claims.map(({citation}) => record(citation.document, lookup)?.uri ?? null))],
  }
  if (event.kind === 'call')
    return entityOf(event.id, 'Call', {caller: event.actors.filter(isParty), receiver: event.recipients.filter(isParty), ...shared})
  const place = event.place === null ? null : (lookup.entities.get(event.place) ?? null)
  return entityOf(event.id, 'Event', {
    ...{name: [tellEvent(event, lookup)], involved: [...new Set(parties)]},
    ...{organizer: [event.host], location: [place?.name ?? null], country: [place?.country?.toLowerCase() ?? null], ...shared},
  })
}

const record = (document: string, lookup: Lookup): Document | undefined => lookup.documents[lookup.numberOf(document) - 1]

function similar({id, verdict, of, score, reason}: Judgement): MoneyEntity[] {
  if (verdict !== 'possible' || of.length !== 2) return []
  return [
    entityOf(id, 'Similar', {
      candidate: [of[0]!],
      match: [of[1]!],
      confidenceScore: [score === null ? null : String(score)],
      criteria: [reason],
    }),
  ]
}
