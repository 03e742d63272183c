// Each view as a plain table, one line an entry, for spreadsheets and statistics: names instead of ids, EDTF times, both counts as two columns each.
import type {RecordFile, Support} from '../../model/record.ts'
import {labelOf, tellEvent} from '../entries.ts'
import {flagsOf, type Lookup, lookUp, publisherOf, titleOf} from '../lookup.ts'
import {sidesOf} from '../vouch.ts'

export const TABLES = ['events', 'positions', 'agreements', 'quotes', 'people', 'sources', 'conflicts'] as const
export type TableName = (typeof TABLES)[number]
export type TableCell = string | number | null

export interface Table {
  readonly name: TableName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

export function tableOf(record: RecordFile, name: TableName): Table {
  return {name, ...MAKERS[name](lookUp(record))}
}

type Made = Pick<Table, 'columns' | 'rows'>

const MAKERS: Readonly<Record<TableName, (lookup: Lookup) => Made>> = {events, positions, agreements, quotes, people, sources, conflicts}

const SUPPORT = ['sides', 'documents', 'said_least', 'said_most', 'known_least', 'known_most', 'sources', 'sentence'] as const

/** What stands behind a line: sides before counts, then the numbers of the reports and the first cited sentence. */
function supportCells(support: Support, lookup: Lookup): TableCell[] {
  const citations = support.claims.map(claim => claim.citation)
  const numbers = [...new Set(citations.map(citation => lookup.numberOf(citation.document)))].sort((a, b) => a - b)
  return [
    sidesOf(support, lookup),
    support.documents,
    ...support.said,
    ...support.known,
    numbers.join(' '),
    lookup.cite(citations)[0]?.citation.quote ?? null,
  ]
}

const joined = (ids: readonly string[], lookup: Lookup): string => ids.map(id => lookup.nameOf(id) ?? id).join('; ')

function events(lookup: Lookup): Made {
  return {
    columns: [
      ...['id', 'time', 'kind', 'status', 'what', 'actors', 'recipients', 'host', 'mediators', 'place', 'issues', 'background'],
      ...['plover_type', 'plover_mode', 'review', ...SUPPORT],
    ],
    rows: lookup.record.events.map(event => [
      ...[event.id, event.time, event.kind, event.status, tellEvent(event, lookup), joined(event.actors, lookup)],
      ...[joined(event.recipients, lookup), lookup.nameOf(event.host), joined(event.mediators, lookup), lookup.nameOf(event.place)],
      ...[event.issues.join('; '), event.background ? 'yes' : 'no', event.plover?.type ?? null, event.plover?.mode ?? null, event.review],
      ...supportCells(event.support, lookup),
    ]),
  }
}

function positions(lookup: Lookup): Made {
  return {
    columns: ['id', 'time', 'holder', 'voice', 'account', 'issue', 'stance', 'toward', 'content', 'condition', 'review', ...SUPPORT],
    rows: lookup.record.positions.map(position => [
      ...[position.id, position.time, lookup.nameOf(position.holder) ?? position.holder, lookup.nameOf(position.voice), position.account],
      ...[position.issue, position.stance, lookup.nameOf(position.toward), position.content, position.condition?.quote ?? null],
      ...[position.review, ...supportCells(position.support, lookup)],
    ]),
  }
}

/** One line a state of an agreement, so that its history can be read as a table. */
function agreements(lookup: Lookup): Made {
  return {
    columns: ['id', 'label', 'parties', 'issues', 'term', 'state', 'time', 'is_present_state', 'violations_alleged', 'review', ...SUPPORT],
    rows: lookup.record.agreements.flatMap(agreement =>
      agreement.history.map((step, i) => [
        ...[agreement.id, agreement.label, joined(agreement.parties, lookup), agreement.issues.join('; '), agreement.term, step.state],
        ...[step.time, i === agreement.history.length - 1 ? 'yes' : 'no', agreement.violations.length, agreement.review],
        ...supportCells(step.support, lookup),
      ]),
    ),
  }
}

function quotes(lookup: Lookup): Made {
  const utteranceOf = new Map(lookup.record.utterances.flatMap(({id, attributions}) => attributions.map(one => [one, id] as const)))
  return {
    columns: ['id', 'utterance', 'source', 'speaker', 'said', 'act', 'polarity', 'kind', 'words', 'chain'],
    rows: lookup.record.attributions.map(attribution => [
      ...[attribution.id, utteranceOf.get(attribution.id) ?? null, lookup.numberOf(attribution.content[0]?.document ?? '') || null],
      ...[lookup.nameOf(attribution.speaker), attribution.time, attribution.act, attribution.polarity, attribution.kind],
      attribution.content.map(citation => citation.quote).join(' … '),
      attribution.chain.map(link => `${link.name} (${link.role}, ${link.status})`).join(' < '),
    ]),
  }
}

function people(lookup: Lookup): Made {
  return {
    columns: ['id', 'type', 'name', 'aliases', 'country', 'acts_for', 'offices', 'descriptions', 'mentions', 'latitude', 'longitude'],
    rows: lookup.record.entities.map(entity => {
      const roles = (kind: 'office' | 'description'): string =>
        entity.roles
          .filter(role => role.kind === kind)
          .map(role => `${role.title}${role.of ? ` of ${lookup.nameOf(role.of) ?? role.of}` : ''}`)
          .join('; ')
      return [
        ...[entity.id, entity.type, entity.name, entity.aliases.join('; '), entity.country, lookup.nameOf(entity.actsFor)],
        ...[roles('office'), roles('description'), entity.mentions.length, entity.at?.[0] ?? null, entity.at?.[1] ?? null],
      ]
    }),
  }
}

function sources(lookup: Lookup): Made {
  const derived = lookup.record.derivations
  return {
    columns: [
      'number',
      'id',
      'publisher',
      'byline',
      'published',
      'published_from',
      'title',
      'address',
      'genre',
      'flags',
      'shares_text_with',
    ],
    rows: lookup.documents.map((document, i) => [
      ...[i + 1, document.id, publisherOf(document), document.byline.join('; '), document.published, document.publishedFrom],
      ...[titleOf(document), document.uri, document.genre, flagsOf(lookup, document).join('; ')],
      derived
        .filter(edge => edge.of === document.id)
        .map(edge => `${lookup.numberOf(edge.from)} (${edge.kind}, direction ${edge.direction})`)
        .join('; '),
    ]),
  }
}

function conflicts(lookup: Lookup): Made {
  return {
    columns: ['id', 'kind', 'about', 'side', 'value', 'sources', 'sentence', 'explanation'],
    rows: lookup.record.contradictions.flatMap(conflict =>
      conflict.sides.map((side, i) => [
        ...[conflict.id, conflict.kind, labelOf(conflict.about, lookup), i + 1, side.value],
        [...new Set(side.citations.map(citation => lookup.numberOf(citation.document)))].sort((a, b) => a - b).join(' '),
        ...[side.citations[0]?.quote ?? null, conflict.explanation],
      ]),
    ),
  }
}
