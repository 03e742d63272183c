// Events as PLOVER JSON lines. Type, mode and contexts are those of the record, already re-typed by the codebook (a planned meeting is AGREE) and
// never re-typed again here; what has no PLOVER type did not happen or is none, and stays out. No intensity is printed: it would be false precision.
import type {Entity, Event, RecordFile} from '../../model/record.ts'
import {firstDay, lastDay} from '../dates.ts'
import {byTime} from '../entries.ts'
import {type Lookup, lookUp, publisherOf} from '../lookup.ts'

export interface PloverExport {
  readonly text: string
  /** Events of a PLOVER type that have no day: the format asks for one, and none is made up. */
  readonly undated: number
}

const QUAD: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  ...{AGREE: 1, CONSULT: 1, SUPPORT: 1, CONCEDE: 1, COOPERATE: 2, AID: 2, RETREAT: 2},
  ...{REQUEST: 3, ACCUSE: 3, REJECT: 3, THREATEN: 3, PROTEST: 4, SANCTION: 4, MOBILIZE: 4, COERCE: 4, ASSAULT: 4},
}

/** `alpha3` turns an ISO 3166-1 alpha-2 code into the three letters that PLOVER uses. */
export function writePlover(record: RecordFile, alpha3: (code: string) => string | null): PloverExport {
  const lookup = lookUp(record)
  const typed = [...record.events].sort(byTime).filter(event => event.plover !== null)
  const dated = typed.filter(event => firstDay(event.time) !== null)
  return {text: dated.map(event => `${JSON.stringify(lineOf(event, lookup, alpha3))}\n`).join(''), undated: typed.length - dated.length}
}

function lineOf(event: Event, lookup: Lookup, alpha3: (code: string) => string | null): object {
  const {type, mode, context} = event.plover!
  const [first, last] = [firstDay(event.time)!, lastDay(event.time)!]
  const named = (ids: readonly string[]): object[] => ids.flatMap(id => entityOf(lookup.entities.get(id), lookup, alpha3))
  const citations = event.support.claims.map(claim => claim.citation)
  const reports = new Set(citations.map(citation => citation.document))
  return {
    id: event.id,
    has_event: true,
    date: first,
    ...(last === first ? {} : {enddate: last}),
    actor: named(event.actors),
    recipient: named(event.recipients),
    event: [type],
    event_loc: lookup.nameOf(event.place),
    event_text: citations.map(citation => citation.quote),
    quad_code: QUAD[type] ?? null,
    mode: mode === null ? [] : [mode],
    context,
    text: citations[0]?.quote ?? '',
    cite_info: lookup.documents
      .filter(document => reports.has(document.id))
      .map(document => [publisherOf(document), document.published, document.uri].filter(Boolean).join(', ')),
    coder: `parley ${lookup.record.made.version}`,
    comment: `${event.kind}, ${event.status}${event.background ? ', background' : ''}; rule ${event.rule}; ${event.review}`,
  }
}

const GOVERNING: ReadonlySet<Entity['type']> = new Set(['country', 'public-body'])

function entityOf(entity: Entity | undefined, lookup: Lookup, alpha3: (code: string) => string | null): object[] {
  if (!entity) return []
  const code = entity.country ?? lookup.entities.get(entity.actsFor ?? '')?.country ?? null
  const governs = GOVERNING.has(entity.type) || entity.roles.some(role => role.kind === 'office')
  const sector = entity.type === 'outlet' ? ['JRN'] : governs ? ['GOV'] : []
  return [{name: entity.name, country: code === null ? null : alpha3(code), sector}]
}
