// People and bodies: a row each for the list, and all that is known of one: offices, spellings with the reason for each join, words, deeds.
import type {Attribution, Citation, Entity, Judgement} from '../../model/record.ts'
import {firstDay, shortDate} from '../dates.ts'
import type {Lookup} from '../lookup.ts'
import {marked} from '../marks.ts'
import {asWritten} from '../reasons.ts'
import {type Cite, type Line, lineOf} from '../sheet.ts'
import {inPrintSince, whenOf} from '../vouch.ts'
import {actWords} from '../words.ts'
import {type Ruling, rulingOf} from './evidence.ts'
import {entryLine} from './line-of.ts'
import {type Entry, registerOf, supportsOf} from './register.ts'

export interface WhoRow {
  readonly id: string
  readonly name: string
  readonly type: Entity['type']
  readonly roles: readonly string[]
  readonly actsFor: {readonly id: string; readonly name: string} | null
  readonly aliases: readonly string[]
  readonly mentions: number
  readonly reports: number
  readonly remarks: readonly string[]
  readonly at: readonly [number, number] | null
}

export interface Join {
  readonly judgement: string
  readonly ids: readonly string[]
  readonly spellings: readonly string[]
  readonly reason: string
  readonly by: 'machine' | 'person'
  readonly because: readonly Cite[]
}

export interface Who extends WhoRow {
  readonly offices: readonly Line[]
  /** Each form of the name with how often and where it stands. */
  readonly variants: readonly {readonly form: string; readonly count: number; readonly cites: readonly Cite[]}[]
  readonly joins: readonly Join[]
  readonly maybe: readonly (Join & {readonly other: {readonly id: string; readonly name: string} | null})[]
  readonly claims: readonly {readonly party: string; readonly since: string | null}[]
  readonly entries: readonly Line[]
  readonly said: readonly Line[]
  readonly rulings: readonly Ruling[]
}

/** Pronouns and "the envoy" alone name nobody. Most named first. */
export function whoRows(lookup: Lookup): WhoRow[] {
  return lookup.record.entities
    .filter(entity => entity.mentions.some(mention => mention.level === 'name'))
    .map(entity => rowOf(entity, lookup))
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
}

function rowOf(entity: Entity, lookup: Lookup): WhoRow {
  const acts = lookup.nameOf(entity.actsFor)
  return {
    ...{id: entity.id, name: entity.name, type: entity.type, at: entity.at, mentions: entity.mentions.length},
    roles: fullest([...new Set(entity.roles.map(role => roleWords(role, lookup)))]),
    actsFor: entity.actsFor === null || acts === null ? null : {id: entity.actsFor, name: acts},
    aliases: entity.aliases.filter(
      (alias, i) => alias !== entity.name && !isSetOtherwise(alias, [entity.name, ...entity.aliases.slice(0, i)]),
    ),
    reports: new Set(entity.mentions.map(mention => mention.document)).size,
    remarks: [
      ...(entity.outlet?.wire ? ['agency'] : []),
      ...(entity.outlet?.state ? ['state media'] : []),
      ...(entity.claims.length > 0
        ? [`claimed by ${entity.claims.map(claim => lookup.nameOf(claim.party) ?? claim.party).join(' and ')}`]
        : []),
    ],
  }
}

/** "Envoy" says nothing beside "envoy of Marenia". */
const fullest = (roles: readonly string[]): string[] => roles.filter(role => !roles.some(other => other.startsWith(`${role} of `)))

/** A headline's capitals make no other spelling. */
const isSetOtherwise = (alias: string, known: readonly string[]): boolean => known.some(name => name.toLowerCase() === alias.toLowerCase())

function roleWords({kind, title, of}: Entity['roles'][number], lookup: Lookup): string {
  const whose = lookup.nameOf(of)
  return `${kind === 'office' ? '' : 'described as '}${title}${whose ? ` of ${whose}` : ''}`
}

/** Entries and remarks that one page of one person shows; search finds the others. */
const MAX_LINES = 60

export function writeWho(id: string, lookup: Lookup): Who | null {
  const entity = lookup.entities.get(id)
  if (!entity) return null
  const register = registerOf(lookup.record)
  const {joins, maybe} = joinsOf(entity, lookup)
  const said = lookup.record.attributions
    .filter(attribution => attribution.speaker === id && attribution.content.length > 0)
    .sort((a, b) => placeOf(a, lookup) - placeOf(b, lookup) || a.content[0]!.start - b.content[0]!.start)
  return {
    ...rowOf(entity, lookup),
    offices: entity.roles.map(role => {
      const span = [role.from, role.to].filter(day => day !== null).map(day => shortDate(day, null))
      return lineOf(roleWords(role, lookup), {when: span.join(' – ') || null, cites: lookup.cite(role.citations).slice(0, 4)})
    }),
    variants: variantsOf(entity, lookup),
    ...{joins, maybe},
    claims: entity.claims.map(({party, since}) => ({party: lookup.nameOf(party) ?? party, since})),
    entries: (register.entriesOfEntity.get(id) ?? [])
      .slice(0, MAX_LINES)
      .flatMap(entry => register.entries.get(entry) ?? [])
      .filter(entry => entry.kind !== 'utterance')
      .map(entry => ({entry, day: dayOf(entry, lookup)}))
      .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
      .map(({entry}) => entryLine(entry, lookup)),
    said: said.slice(0, MAX_LINES).map(attribution => {
      const cites = lookup.cite(attribution.content)
      const words = marked(attribution.content.map(content => content.quote).join(' … '))
      const day = lookup.documentOf(attribution.content[0]!.document)?.published ?? null
      return lineOf(`${actWords(attribution)}: ${words}`, {
        id: register.utteranceOf.get(attribution.id)?.id ?? null,
        when: attribution.time === null && day !== null ? `by ${shortDate(day, lookup.year)}` : whenOf(attribution.time, null, lookup),
        cites,
      })
    }),
    rulings: (register.judgementsOn.get(id) ?? []).filter(({by}) => by === 'person').map(judgement => rulingOf(judgement, lookup)),
  }
}

/** The day it is told of, else the day by which it stood in print; what has neither comes last. */
function dayOf(known: Entry, lookup: Lookup): string {
  const time = known.kind === 'agreement' ? (known.entry.history.at(-1)?.time ?? null) : 'time' in known.entry ? known.entry.time : null
  const support = supportsOf(known)[0]?.support
  return firstDay(time) ?? (support === undefined ? null : inPrintSince(support, lookup)) ?? '9999'
}

const placeOf = ({content}: Attribution, lookup: Lookup): number => lookup.numberOf(content[0]!.document)

function variantsOf({mentions}: Entity, lookup: Lookup): Who['variants'] {
  const forms = new Map<string, Citation[]>()
  for (const mention of mentions) {
    if (mention.level !== 'name') continue
    const form = mention.quote.replace(/\s+/g, ' ')
    const {document, start, end, quote} = mention
    forms.set(form, [...(forms.get(form) ?? []), {document, start, end, quote}])
  }
  return [...forms]
    .map(([form, citations]) => ({form, count: citations.length, cites: firstEach(lookup.cite(citations))}))
    .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1))
}

/** One citation a report. */
const firstEach = (cites: readonly Cite[]): Cite[] =>
  cites.filter((cite, i) => cites.findIndex(({number}) => number === cite.number) === i).slice(0, 8)

/** The judgements that joined, or might join, mentions of this entity. */
function joinsOf(entity: Entity, lookup: Lookup): Pick<Who, 'joins' | 'maybe'> {
  const own = new Set([entity.id, ...entity.mentions.map(keyOf)])
  const joins: Join[] = []
  const maybe: Who['maybe'][number][] = []
  for (const judgement of judgementsNear(entity, lookup)) {
    if (judgement.kind !== 'same') continue
    const isOwn = judgement.of.includes(entity.id) || judgement.because.some(citation => own.has(keyOf(citation)))
    if (!isOwn) continue
    const join: Join = {
      ...{judgement: judgement.id, ids: judgement.of, by: judgement.by, because: lookup.cite(judgement.because).slice(0, 4)},
      spellings: [...new Set(judgement.because.map(citation => citation.quote))],
      reason: asWritten(judgement.reason ?? judgement.rule ?? 'no reason given', [
        entity.name,
        ...judgement.because.map(({quote}) => quote),
        ...entity.aliases,
      ]),
    }
    if (judgement.verdict === 'applied') joins.push(join)
    else if (judgement.verdict === 'possible') {
      const other = judgement.of.find(one => one !== entity.id && lookup.entities.has(one))
      maybe.push({...join, other: other === undefined ? null : {id: other, name: lookup.nameOf(other)!}})
    }
  }
  return {joins: distinct(joins), maybe}
}

const distinct = (joins: readonly Join[]): Join[] => [...new Map(joins.map(join => [join.reason, join])).values()]

const keyOf = ({document, start, end}: Citation): string => `${document} ${start} ${end}`

const nearby = new WeakMap<object, Map<string, Judgement[]>>()

/** Judgements on names, by the documents that they rest on: a record of thousands is not walked for each name. */
function judgementsNear({id, mentions}: Entity, {record}: Lookup): Judgement[] {
  let byDocument = nearby.get(record)
  if (!byDocument) {
    byDocument = new Map()
    for (const judgement of record.judgements)
      for (const key of new Set([...judgement.of, ...judgement.because.map(({document}) => document)]))
        byDocument.set(key, [...(byDocument.get(key) ?? []), judgement])
    nearby.set(record, byDocument)
  }
  return [...new Set([id, ...mentions.map(({document}) => document)].flatMap(key => byDocument.get(key) ?? []))]
}
