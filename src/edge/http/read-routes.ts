// What can be asked of the record: every view, every document, every entry with its evidence. Nothing here changes anything.
import {type OpenAPIHono, z} from '@hono/zod-openapi'
import {labelOf} from '../../brief/entries.ts'
import {type Lookup, lookUp} from '../../brief/lookup.ts'
import {capital} from '../../brief/marks.ts'
import {articleHead, writeArticle} from '../../brief/pages/article.ts'
import {writeEvidence} from '../../brief/pages/evidence.ts'
import {entryLine} from '../../brief/pages/line-of.ts'
import {positionsOf} from '../../brief/pages/position-table.ts'
import {registerOf} from '../../brief/pages/register.ts'
import {toReview} from '../../brief/pages/review-list.ts'
import {briefingOfTalks, talksRow} from '../../brief/pages/talks-list.ts'
import {countBy, filterTimeline, type TimelineFilter, type TimelineMark, withLine} from '../../brief/pages/timeline-items.ts'
import {writeWho} from '../../brief/pages/who.ts'
import {recordSchema} from '../../brief/schema/record.ts'
import type {Sheet} from '../../brief/sheet.ts'
import {idOf} from '../../link/identity.ts'
import type {Citation} from '../../model/record.ts'
import type {Desk} from '../desk.ts'
import {listOf} from './lists.ts'
import {addReadRoute, type Paging, pageOf, paging} from './routes.ts'
import * as shapes from './shapes.ts'

const word = z.string().max(200).optional()

export function addReadRoutes(application: OpenAPIHono, desk: Desk, fetching: boolean): void {
  const lookup = (): Lookup => lookUp(desk.record())
  const list = <Name extends Parameters<typeof listOf>[0]>(name: Name) => listOf(name, desk.record())
  const read = <Question extends z.ZodRawShape>(
    path: string,
    summary: string,
    shape: z.ZodType,
    question: Question,
    answer: (question: z.infer<z.ZodObject<Question>>) => unknown,
  ): void => addReadRoute(application, desk, {path, summary, question, shape}, answer)

  read('/api/status', 'What is served: name, revision, parties, counts', shapes.status, {}, () => ({
    ...{name: desk.name, revision: desk.revision(), writable: desk.writable, fetching},
    ...list('front'),
  }))
  read('/api/marks', 'One short mark an entry, to tell later what changed', shapes.marks, {}, () => ({
    ...{revision: desk.revision(), marks: list('marks')},
  }))
  read('/api/lines', 'The lines of entries by their ids', shapes.lines, {ids: z.string().max(8000)}, ({ids}) => {
    const {entries} = registerOf(desk.record())
    return {
      items: ids
        .split(',')
        .flatMap(id => entries.get(id) ?? [])
        .map(entry => entryLine(entry, lookup())),
    }
  })
  const ONE_PAGE = 'One page, of all or of one of several talks: what happened, what is planned, who wants what, where reports differ'
  read('/api/briefing', ONE_PAGE, shapes.sheet, {talks: word}, ({talks}) =>
    talks === undefined ? list('briefing') : briefingOfTalks(talks, lookup()),
  )
  read(
    '/api/talks',
    'The talks that the reports are on, largest first, each with the first lines of its briefing',
    shapes.talks,
    {...paging},
    asked => {
      const ids = pageOf(list('talks'), asked)
      return {...ids, items: ids.items.flatMap(id => talksRow(id, lookup()) ?? [])}
    },
  )
  addTimeline(read, lookup, () => list('timeline'))
  addPositions(read, lookup, () => list('table'))
  read('/api/agreements', 'The ledger of agreements, a section each', shapes.sheetPage, {...paging}, asked =>
    sections(list('agreements'), asked),
  )
  read('/api/quotes', 'Each remark once, by speaker', shapes.sheetPage, {...paging}, asked =>
    sections({...list('briefing'), view: 'quotes', opening: ['', QUOTED], sections: list('remarks'), closing: []}, asked),
  )
  read(
    '/api/people',
    'People and bodies, most named first',
    shapes.people,
    {...paging, type: word, words: word},
    ({type, words, ...asked}) => {
      const all = list('people')
      const held = all.filter(row => !words || [row.name, ...row.aliases].some(name => name.toLowerCase().includes(words.toLowerCase())))
      const types = countBy(
        held,
        row => [row.type],
        value => value,
      )
      return {...pageOf(type ? held.filter(row => row.type === type) : held, asked), types}
    },
  )
  read(
    '/api/entities/{id}',
    'One of them: offices, spellings and why they were joined, words and deeds',
    shapes.entity,
    {id: z.string()},
    ({id}) => {
      const who = writeWho(id, lookup())
      if (who === null) return null
      // The mention that stands for a spelling when somebody says that it names another.
      const mentionOf = ({document, start, end, quote}: Citation): string => idOf(document, start, end, quote)
      return {...who, variants: who.variants.map(variant => ({...variant, mention: mentionOf(variant.cites[0]!.citation)}))}
    },
  )
  read(
    '/api/sources',
    'The reports, what each shares with others, families of outlets, what was not read',
    shapes.sources,
    {...paging},
    asked => ({
      ...pageOf(list('sources'), asked),
      ...{families: list('families'), shared: list('shared').length},
      notes: desk
        .record()
        .notes.slice(0, MAX_NOTES)
        .map(({code, message, document}) => ({code, message, document})),
    }),
  )
  read('/api/shared-texts', 'Which reports share text, with stretches that show it', shapes.sharedTexts, {...paging}, asked =>
    pageOf(list('shared'), asked),
  )
  read('/api/conflicts', 'Where reports differ, side by side', shapes.differences, {...paging}, asked => pageOf(list('differences'), asked))
  read('/api/places', 'Places that have coordinates', shapes.places, {}, () => ({items: list('places').slice(0, MAX_PLACES)}))
  read('/api/review', 'Lines that ask for a look, weightiest first', shapes.review, {...paging}, asked => {
    const ids = pageOf(list('review'), asked)
    return {...ids, items: ids.items.flatMap(id => toReview(id, lookup()) ?? [])}
  })
  read('/api/documents', 'The reports in the order of their days', shapes.page(shapes.articleHead), {...paging}, asked => {
    const {documents} = lookup()
    const part = pageOf(documents, asked)
    return {...part, items: part.items.map(document => articleHead(document, lookup()))}
  })
  read('/api/documents/{id}', 'One report: its text with names, times, attributions, claims', shapes.article, {id: z.string()}, ({id}) =>
    writeArticle(id, lookup()),
  )
  read('/api/entries/{id}', 'All evidence for one entry, by its id or by the id of a claim', shapes.evidence, {id: z.string()}, ({id}) =>
    writeEvidence(desk.locate(id) ?? id, lookup()),
  )
  read('/api/search', 'Words in reports and entries', shapes.findings, {q: z.string().max(1000), ...paging}, ({q, ...asked}) => {
    const {total, hits, notes} = desk.find({words: q, ...asked})
    const {entries} = registerOf(desk.record())
    const items = hits.map(hit => {
      const document = lookup().documentOf(hit.document)
      const label = hit.id !== null && (entries.has(hit.id) || hit.kind === 'entity') ? capital(labelOf(hit.id, lookup())) : null
      return {...hit, report: document ? articleHead(document, lookup()) : null, label}
    })
    return {total, offset: asked.offset, items, notes}
  })
  read('/api/record.json', 'The whole record', recordSchema, {}, () => desk.record())
}

const QUOTED = 'Words in quotation marks are the characters of the report that is named, which may translate or reword what was said.'

/** What a page of sources shows of notes; the record has all. */
const MAX_NOTES = 200
const MAX_PLACES = 300

type Read = <Question extends z.ZodRawShape>(
  path: string,
  summary: string,
  shape: z.ZodType,
  question: Question,
  answer: (question: z.infer<z.ZodObject<Question>>) => unknown,
) => void

function addTimeline(read: Read, lookup: () => Lookup, items: () => readonly TimelineMark[]): void {
  const day = z
    .string()
    .regex(/^\d{4}(-\d\d){0,2}$/)
    .optional()
  const question = {...paging, kind: word, part: word, story: word, entity: word, from: day, to: day, origins: word}
  read(
    '/api/timeline',
    'Events by day, past and ahead apart; filtered and paged',
    shapes.timeline,
    question,
    ({offset, limit, ...filter}) => {
      const all = items()
      const left = filterTimeline(all, filter)
      const part = pageOf(left, {offset, limit})
      const facets = left.length === all.length ? facetsOf(all, {}, lookup()) : makeFacets(all, filter, lookup())
      return {...part, items: part.items.map(item => withLine(item, lookup())), ...facets}
    },
  )
}

const facetsMade = new WeakMap<readonly TimelineMark[], object>()

/** Of the whole list, made once. */
function facetsOf(all: readonly TimelineMark[], filter: TimelineFilter, lookup: Lookup): object {
  const found = facetsMade.get(all) ?? makeFacets(all, filter, lookup)
  facetsMade.set(all, found)
  return found
}

/** What each choice would leave under the other choices. */
function makeFacets(all: readonly TimelineMark[], filter: TimelineFilter, {record}: Lookup): object {
  const left = filterTimeline(all, filter)
  const without = (...names: (keyof TimelineFilter)[]): readonly TimelineMark[] =>
    names.some(name => filter[name]) ? filterTimeline(all, {...filter, ...Object.fromEntries(names.map(name => [name, undefined]))}) : left
  const stories = new Map(record.stories.map(({id, label}) => [id, label]))
  const plain = (value: string): string => value
  return {
    kinds: countBy(without('kind'), item => [item.kind], plain),
    parts: countBy(without('part'), item => [item.part], plain),
    inStories: countBy(
      without('story'),
      item => item.stories,
      value => stories.get(value) ?? value,
    ).slice(0, MAX_FACETS),
    months: monthsOf(without('from', 'to')),
  }
}

const MAX_FACETS = 40

function monthsOf(items: readonly TimelineMark[]): {month: string; past: number; ahead: number; not: number}[] {
  const months = new Map<string, {past: number; ahead: number; not: number}>()
  for (const {from, part} of items) {
    if (from === null || part === 'undated') continue
    const month = months.get(from.slice(0, 7)) ?? {past: 0, ahead: 0, not: 0}
    month[part]++
    months.set(from.slice(0, 7), month)
  }
  return [...months].map(([month, counts]) => ({month, ...counts})).sort((a, b) => (a.month < b.month ? -1 : 1))
}

function addPositions(read: Read, lookup: () => Lookup, table: () => ReturnType<typeof listOf<'table'>>): void {
  const question = {...paging, holders: z.coerce.number().int().min(1).max(60).default(8), first: z.coerce.number().int().min(0).default(0)}
  read('/api/positions', 'Issues and holders: the latest stance of each, its age, whether it moved', shapes.positions, question, asked => {
    const {holders, rows} = table()
    const shown = holders.slice(asked.first, asked.first + asked.holders)
    const ids = new Set(shown.map(({id}) => id))
    const part = pageOf(rows, asked)
    const items = part.items.map(row => ({...row, cells: row.cells.filter(cell => ids.has(cell.holder))}))
    return {...part, items, holders: shown, allHolders: holders.length}
  })
  read(
    '/api/positions/words',
    'Every position of one holder on one issue, oldest first',
    shapes.lines,
    {issue: z.string(), holder: z.string()},
    asked => ({
      items: positionsOf(asked.issue, asked.holder, lookup()),
    }),
  )
}

/** One page of a sheet: its head and feet with some of its sections. */
const sections = (sheet: Sheet, {offset, limit}: Paging): object => ({
  ...sheet,
  ...{sections: sheet.sections.slice(offset, offset + limit), sources: [], total: sheet.sections.length, offset},
})
