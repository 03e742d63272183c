// The talks of a record, each with what makes its own briefing: a front page that covers several negotiations tells them apart. Numbers of
// reports stay those of the whole record, so that [4] is the same report everywhere.
import type {RecordFile, Support} from '../../model/record.ts'
import {writeBriefing} from '../briefing.ts'
import {type Lookup, lookUp} from '../lookup.ts'
import {openingOf} from '../opening.ts'
import type {Line, Sheet} from '../sheet.ts'
import {titleOfTalks} from '../title.ts'

export interface TalksRow {
  readonly id: string
  readonly title: string
  readonly opening: string
  readonly reports: number
  readonly parties: readonly {readonly id: string; readonly name: string}[]
  /** The first lines of its briefing, what happened before what is planned. */
  readonly lines: readonly Line[]
}

/** What a front page tells of each of several talks. */
const LINES = {happened: 3, planned: 1} as const

/** Largest first; of equals the one with the smaller id. */
export function talksOf({record}: Lookup): readonly string[] {
  const sizes = new Map(record.stories.map(({id, documents}) => [id, documents.length]))
  return record.talks
    .map(({id, stories}) => ({id, reports: stories.reduce((sum, story) => sum + (sizes.get(story) ?? 0), 0)}))
    .sort((a, b) => b.reports - a.reports || (a.id < b.id ? -1 : 1))
    .map(({id}) => id)
}

export function talksRow(id: string, lookup: Lookup): TalksRow | null {
  const part = partsOf(lookup).get(id)
  const sheet = briefingOfTalks(id, lookup)
  if (part === undefined || sheet === null) return null
  const [happened, planned] = sheet.sections
  return {
    ...{id, title: sheet.title, opening: sheet.opening[0]!, reports: part.reports.size},
    parties: part.record.talks[0]!.parties.map(party => ({id: party, name: lookup.nameOf(party) ?? party})),
    lines: [...(happened?.lines.slice(-LINES.happened) ?? []), ...(planned?.lines.slice(0, LINES.planned) ?? [])],
  }
}

/** The briefing of one of several talks; null where the record does not know it. */
export function briefingOfTalks(id: string, lookup: Lookup): Sheet | null {
  const part = partsOf(lookup).get(id)
  if (part === undefined) return null
  const {record, reports} = part
  const whole = writeBriefing(record)
  const own = lookUp({...record, documents: record.documents.filter(document => reports.has(document.id)), notes: []})
  return {
    ...whole,
    title: titleOfTalks(lookUp(record)) ?? whole.title,
    opening: [openingOf(own), ...whole.opening.slice(1)],
    sources: whole.sources.filter(({document}) => reports.has(document)),
  }
}

interface Part {
  /** All reports, and of everything else what rests on those of the talks. */
  readonly record: RecordFile
  readonly reports: ReadonlySet<string>
}

const made = new WeakMap<RecordFile, ReadonlyMap<string, Part>>()

function partsOf({record}: Lookup): ReadonlyMap<string, Part> {
  const known = made.get(record) ?? makeParts(record)
  made.set(record, known)
  return known
}

function makeParts(record: RecordFile): Map<string, Part> {
  const stories = new Map(record.stories.map(({id, documents}) => [id, documents]))
  const talksOfReport = new Map<string, string>()
  for (const talks of record.talks)
    for (const story of talks.stories) for (const document of stories.get(story) ?? []) talksOfReport.set(document, talks.id)
  const apart = <Item>(items: readonly Item[], reportOf: (item: Item) => string | undefined): ReadonlyMap<string, Item[]> => {
    const groups = new Map<string, Item[]>()
    for (const item of items) {
      const talks = talksOfReport.get(reportOf(item) ?? '')
      if (talks === undefined) continue
      const group = groups.get(talks)
      if (group) group.push(item)
      else groups.set(talks, [item])
    }
    return groups
  }
  const first = (...supports: readonly Support[]): string | undefined =>
    supports.find(({claims}) => claims.length > 0)?.claims[0]?.citation.document
  const events = apart(record.events, ({support, history}) => first(support, ...history.map(step => step.support)))
  const positions = apart(record.positions, ({support}) => first(support))
  const assessments = apart(record.assessments, ({support}) => first(support))
  const agreements = apart(record.agreements, ({history, violations, clauses}) =>
    first(...[...history, ...violations, ...clauses].map(part => part.support)),
  )
  const contradictions = apart(record.contradictions, ({sides}) => sides[0]?.citations[0]?.document)
  const losses = apart(record.losses, ({because}) => because[0].document)
  const documents = apart(record.documents, ({id}) => id)
  return new Map(
    record.talks.map(talks => {
      const {id} = talks
      const of = <Item>(groups: ReadonlyMap<string, Item[]>): Item[] => groups.get(id) ?? []
      const part: RecordFile = {
        ...record,
        ...{events: of(events), positions: of(positions), agreements: of(agreements), assessments: of(assessments)},
        ...{contradictions: of(contradictions), losses: of(losses), talks: [talks]},
        stories: record.stories.filter(story => story.talks === id),
      }
      return [id, {record: part, reports: new Set(of(documents).map(document => document.id))}]
    }),
  )
}
