// The record as a graph in GraphML: who took part in what, which report carries it, who acts for whom, which reports share text.
import type {RecordFile} from '../../model/record.ts'
import {tellEvent} from '../entries.ts'
import {lookUp, publisherOf, titleOf} from '../lookup.ts'
import {escapeMarkup} from './markup.ts'

const KEYS = ['label', 'type', 'status', 'time', 'role'] as const
type Facts = Partial<Readonly<Record<(typeof KEYS)[number], string | null>>>

export function writeGraphml(record: RecordFile): string {
  const lookup = lookUp(record)
  const nodes = [
    ...record.entities.map(entity => nodeOf(entity.id, {label: entity.name, type: entity.type})),
    ...record.events.map(event =>
      nodeOf(event.id, {label: tellEvent(event, lookup), type: `event: ${event.kind}`, status: event.status, time: event.time}),
    ),
    ...record.documents.map(document =>
      nodeOf(document.id, {label: `${publisherOf(document)}: ${titleOf(document)}`, type: 'report', time: document.published}),
    ),
  ]
  const known = new Set([...record.entities, ...record.events, ...record.documents].map(({id}) => id))
  const links: [string, string, string][] = [
    ...record.events.flatMap(event => [
      ...event.actors.map((id): [string, string, string] => [id, event.id, 'actor']),
      ...event.recipients.map((id): [string, string, string] => [event.id, id, 'recipient']),
      ...event.mediators.map((id): [string, string, string] => [id, event.id, 'mediator']),
      ...(event.place ? [[event.id, event.place, 'place'] as [string, string, string]] : []),
      ...[...new Set(event.support.claims.map(claim => claim.citation.document))].map((id): [string, string, string] => [
        id,
        event.id,
        'carries',
      ]),
    ]),
    ...record.entities.flatMap(entity => (entity.actsFor ? [[entity.id, entity.actsFor, 'acts for'] as [string, string, string]] : [])),
    ...record.derivations.map((edge): [string, string, string] => [
      edge.of,
      edge.from,
      edge.kind === 'credit' ? 'credits' : 'shares text with',
    ]),
  ]
  const edges = links
    .filter(([from, to]) => known.has(from) && known.has(to))
    .map(
      ([from, to, role], i) => `  <edge id="e${i}" source="${escapeMarkup(from)}" target="${escapeMarkup(to)}">${factsOf({role})}</edge>`,
    )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(key => ` <key id="${key}" for="all" attr.name="${key}" attr.type="string"/>`),
    ' <graph edgedefault="directed">',
    ...nodes,
    ...edges,
    ' </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

const nodeOf = (id: string, facts: Facts): string => `  <node id="${escapeMarkup(id)}">${factsOf(facts)}</node>`

const factsOf = (facts: Facts): string =>
  KEYS.flatMap(key => (facts[key] ? [`<data key="${key}">${escapeMarkup(facts[key])}</data>`] : [])).join('')
