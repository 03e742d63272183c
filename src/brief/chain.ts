// Everything behind one entry: each sentence it rests on, the way from the speaker to the page, the origins and why they were joined, the rules.
import type {Attribution, Origin, RecordFile, Support} from '../model/record.ts'
import {labelOf} from './entries.ts'
import {type Lookup, lookUp, numberedSources, publisherOf} from './lookup.ts'
import {inNumbers} from './reasons.ts'
import {type Line, lineOf, type Section, type Sheet, sectionOf} from './sheet.ts'
import {HOW_TO_READ_COUNTS, vouchFor} from './vouch.ts'
import {actWords, statusWords} from './words.ts'

/** The entry whose id starts with the letters given; null where none or more than one does. */
export function writeChain(record: RecordFile, id: string): Sheet | null {
  const lookup = lookUp(record)
  const entry = findEntry(record, id)
  if (!entry) return null
  const sections = entry.supports.flatMap(({heading, support}) => supportSections(heading, support, lookup))
  return {
    schema: 'parley/view@1',
    view: 'chain',
    title: labelOf(entry.id, lookup),
    opening: [`Entry ${entry.id}${entry.rule ? `, made by the rule ${entry.rule}` : ''}${entry.review ? `; review: ${entry.review}` : ''}`],
    sections: [...sections, judgementSection(entry, lookup)],
    sources: numberedSources(lookup),
    closing: [HOW_TO_READ_COUNTS],
  }
}

interface Entry {
  readonly id: string
  readonly rule: string | null
  readonly review: string | null
  readonly supports: readonly {readonly heading: string; readonly support: Support}[]
}

function findEntry({events, positions, agreements, assessments, utterances, attributions}: RecordFile, start: string): Entry | null {
  const now = 'What it rests on'
  const all: Entry[] = [
    ...events.map(({id, rule, review, support, history}) => ({
      ...{id, rule, review},
      supports: [
        {heading: now, support},
        ...history.map(step => ({heading: `Earlier: ${statusWords(step.status)}`, support: step.support})),
      ],
    })),
    ...positions.map(({id, rule, review, support}) => ({id, rule, review, supports: [{heading: now, support}]})),
    ...agreements.map(({id, rule, review, history, violations}) => ({
      ...{id, rule, review},
      supports: [
        ...history.map(step => ({heading: statusWords(step.state), support: step.support})),
        ...violations.map(({support}) => ({heading: 'On its keeping', support})),
      ],
    })),
    ...assessments.map(({id, support}) => ({id, rule: null, review: null, supports: [{heading: now, support}]})),
    ...utterances.map(({id, attributions: ids}) => ({
      id,
      rule: null,
      review: null,
      supports: [{heading: now, support: supportOf(ids, attributions)}],
    })),
  ]
  const found = all.filter(entry => entry.id.startsWith(start))
  return found.find(entry => entry.id === start) ?? (found.length === 1 ? found[0]! : null)
}

/** A remark seen as support: each attribution that carries it is a claim of its own. */
function supportOf(ids: readonly string[], attributions: RecordFile['attributions']): Support {
  const claims = attributions
    .filter(attribution => ids.includes(attribution.id) && attribution.content.length > 0)
    .map(({id, content}) => ({id, citation: content[0]!, attribution: id, rule: 'utterance', assertion: 'quoted' as const}))
  const documents = new Set(claims.map(claim => claim.citation.document)).size
  return {claims, documents, sides: [], origins: [], said: [1, documents], known: [1, 1]}
}

function supportSections(heading: string, support: Support, lookup: Lookup): Section[] {
  const origins = lookup.record.origins.filter(origin => support.origins.includes(origin.id))
  return [
    sectionOf(heading, [lineOf(vouchFor(support, lookup)), ...support.claims.map(claim => claimLine(claim, lookup))]),
    sectionOf(
      'Where it entered the press',
      origins.map(origin => originLine(origin, lookup)),
    ),
  ]
}

function claimLine(claim: Support['claims'][number], lookup: Lookup): Line {
  const attribution = claim.attribution === null ? undefined : lookup.attributions.get(claim.attribution)
  const document = lookup.record.documents.find(entry => entry.id === claim.citation.document)
  const told = claim.assertion === 'unclear' ? 'speaker not determined' : claim.assertion
  const page = document ? publisherOf(document) : 'a document not in the record'
  const known = {id: claim.id, vouch: `${told} · rule ${claim.rule}`, cites: lookup.cite([claim.citation])}
  const quotes = lookup.cite([claim.citation])
  return attribution
    ? lineOf(page, {...known, under: [wayIn(attribution, lookup, quotes)]})
    : lineOf(`${page}: ${told}`, {...known, quotes})
}

/** From the page inwards to whoever said it, each step under the one that it came through. */
function wayIn(attribution: Attribution, lookup: Lookup, quotes: Line['quotes']): Line {
  const speaker = lookup.nameOf(attribution.speaker) ?? attribution.source?.quote ?? 'a source nobody names'
  let way = lineOf(`└ ${speaker} ${actWords(attribution)}`, {quotes})
  for (const link of attribution.chain.slice(1)) if (link.role !== 'page') way = lineOf(`└ ${stepWords(link, lookup)}`, {under: [way]})
  return way
}

const STEP = {speaker: 'as told by', recorder: 'told to', relay: 'by way of', page: 'on'} as const

function stepWords({role, agent, name, status, rule}: Attribution['chain'][number], lookup: Lookup): string {
  const who = status === 'unnamed' ? 'a source nobody names' : (lookup.nameOf(agent) ?? name)
  return `${STEP[role]} ${who}${status === 'inferred' ? ` (inferred${rule ? `, ${rule}` : ''})` : ''}`
}

const ORIGIN: Readonly<Record<Origin['kind'], string>> = {
  utterance: 'somebody’s words',
  reporting: 'own reporting',
  document: 'a document',
  footage: 'footage',
  unresolved: 'not resolved',
}

function originLine(origin: Origin, lookup: Lookup): Line {
  const who = lookup.nameOf(origin.entity)
  return lineOf(
    `${ORIGIN[origin.kind]}${who ? `: ${who}` : ''}, carried by ${origin.documents.map(id => `[${lookup.numberOf(id)}]`).join(' ')}`,
    {
      id: origin.id,
      under: origin.merged.map(merge => lineOf(`counted as one with another because ${inNumbers(merge.reason, lookup)} (${merge.rule})`)),
    },
  )
}

function judgementSection({id, supports}: Entry, lookup: Lookup): Section {
  const own = new Set([id, ...supports.flatMap(({support}) => support.claims.map(claim => claim.id))])
  const judgements = lookup.record.judgements.filter(judgement => judgement.of.some(of => own.has(of)))
  const lines = judgements.map(judgement => {
    const who = judgement.by === 'person' ? (judgement.who ?? 'a person') : 'the program'
    return lineOf(`${judgement.kind}, by ${who}: ${judgement.reason ?? judgement.rule ?? 'no reason given'}`, {
      cites: lookup.cite(judgement.because).slice(0, 4),
    })
  })
  return sectionOf('Why these were taken together', lines)
}
